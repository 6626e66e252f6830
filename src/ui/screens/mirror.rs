//! Both sides next to each other, and what comes before: one's own answers first.

mod agenda;
mod compared;
mod invited;

use crate::app::{Action, MirrorAction, Route, orders};
use crate::link;
use crate::record::ScanId;
use crate::scan::compare::Mirror;
use crate::scan::{Pair, Role, Scan};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::share_panel::{self, Words};
use crate::ui::parts::{button, choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, Format, View};
use crate::wording;

pub use invited::view as invitation;

/// The id of the heading over the link back, or over what else comes next.
const SEND_BACK: &str = "send-back-heading";

/// The screen of a scan and its partner.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan) -> Node {
    let texts = view.texts();
    if let Some(pair) = view.state.both_sides(id) {
        let other_has_both = view.state.partner_has_both(id);
        let note = if other_has_both { Node::default() } else { to_send_back(view) };
        return sides(view, &pair, note, next(view, id, &pair, other_has_both));
    }
    if view.state.store.partners.get(id).is_some() {
        return waiting(view, id, scan);
    }
    html! {
        <>
            <p class="step">{ wording::scan_name(view.content(), scan) }</p>
            { heading(texts.mirror_title()) }
            <p class="lead">{ texts.mirror_none() }</p>
            <div class="steps">{ shell::main_link(Route::Invite(id), texts.invite_heading()) }</div>
        </>
    }
}

/// The other side has answered, but one's own answers are not all there. Nothing of the other shows.
fn waiting(view: &View<'_>, id: ScanId, scan: &Scan) -> Node {
    let texts = view.texts();
    let progress = view.state.progress(scan);
    html! {
        <>
            <p class="step">{ wording::scan_name(view.content(), scan) }</p>
            { heading(texts.mirror_wait_heading()) }
            <p class="lead">{ texts.mirror_wait() }</p>
            <p>{ texts.progress(&progress.answered.to_text(), &progress.asked.to_text()) }</p>
            <div class="steps">
                { progress.next.map(|level| shell::main_link(Route::Level(id, level), texts.resume_go_on())) }
            </div>
            <p>{ texts.mirror_stand_hint() }</p>
            { button::plain(texts.mirror_stand(), view.on(Action::Mirror(MirrorAction::Stand(id)))) }
        </>
    }
}

/// Everything about two sides; `note` comes before all that is compared, `next` says what one can do with it.
pub fn sides(view: &View<'_>, pair: &Pair, note: Node, next: Node) -> Node {
    let texts = view.texts();
    let content = view.content();
    let (school, company) = (pair.school(), pair.company());
    let mirror = Mirror::of(pair, &orders(content), content);
    let words = match &mirror {
        Err(_) => texts.mirror_title().to_text(),
        Ok(mirror) => headline(view, mirror),
    };
    html! {
        <article class="mirror">
            <ul class="who">
                for &role in Role::ALL {
                    {
                        let scan = pair.get(role);
                        html! {
                            <li key={role.as_str()} class="step">
                                { choice::shape(role) }{ " " }
                                { texts.result_about(
                                        wording::role(content, role),
                                        wording::sector(content, scan.sector),
                                        wording::variant(content, scan.variant),
                                        &wording::date(content, scan.changed_on),
                                ) }
                            </li>
                        }
                    }
                }
            </ul>
            { heading(words) }
            { note }
            if school.variant != company.variant {
                <p class="note">{ texts.mirror_other_variant() }</p>
            }
            if school.sector != company.sector {
                <p class="note">{ texts.mirror_other_sector() }</p>
            }
            if mirror.is_ok() && school.content_version != company.content_version {
                <p class="note">{ texts.mirror_other_version() }</p>
            }
            { match &mirror {
                    Err(_) => html! { <><p class="note">{ texts.mirror_unknown_version() }</p>{ compared::levels(view, pair) }</> },
                    Ok(mirror) => html! {
                        <>
                            { agenda::view(view, pair, mirror) }
                            { compared::levels(view, pair) }
                            { compared::shared(view, pair, mirror) }
                            { compared::itself(view, pair, mirror) }
                            { compared::left_out(view, mirror) }
                        </>
                    },
            } }
            { next }
        </article>
    }
}

fn headline(view: &View<'_>, mirror: &Mirror) -> String {
    let texts = view.texts();
    match mirror.to_talk_about().count() {
        0 if mirror.gaps.is_empty() => texts.mirror_heading_nothing().to_text(),
        0 => texts.mirror_heading_none().to_text(),
        1 => texts.mirror_heading_one().to_text(),
        count => texts.mirror_heading_many(&count.to_text()),
    }
}

/// The way over everything that is compared to what matters next: the first side has seen nothing of this yet.
fn to_send_back(view: &View<'_>) -> Node {
    let go = view.ask(Command::Focus(SEND_BACK.into()));
    html! { <div class="steps">{ button::plain(view.texts().send_back_heading(), go) }</div> }
}

/// What one can do with both sides: a link with which the other sees the same, unless it came from there; and paper.
fn next(view: &View<'_>, id: ScanId, pair: &Pair, other_has_both: bool) -> Node {
    let texts = view.texts();
    let (words, lead, send) = if other_has_both {
        (texts.next_heading(), texts.other_has_both(), Node::default())
    } else {
        (texts.send_back_heading(), texts.send_back_lead(), send_back(view, id, pair))
    };
    html! {
        <section class="next" aria-labelledby={SEND_BACK}>
            <h2 id={SEND_BACK} tabindex="-1">{ words }</h2>
            <p>{ lead }</p>
            { send }
            <div class="steps">
                { button::plain(texts.print_both(), view.ask(Command::Print)) }
                { shell::link(Route::Result(id), texts.back_to_result()) }
            </div>
        </section>
    }
}

/// The link back, and what it carries.
fn send_back(view: &View<'_>, id: ScanId, pair: &Pair) -> Node {
    let texts = view.texts();
    let fragment = link::write_both(pair, &orders(view.content()));
    let words = Words { subject: texts.send_back_subject(), message: texts.send_back_message() };
    html! {
        <>
            <p>{ texts.send_back_carries() }</p>
            { share_panel::view(view, fragment, words, Command::Download(id, Format::Json)) }
        </>
    }
}
