//! What stood in a link that was opened, and a field to paste one in.

mod preview;

use super::mirror;
use crate::app::Route;
use crate::content::Text;
use crate::link::{Link, ReadError};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::button;
use crate::ui::sharing::ShareCommand;
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, View};
use crate::wording;

pub use preview::{next, note};

/// The id of the field in which a link is pasted.
pub const FIELD: &str = "pasted-link";

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    match view.state.opened.as_deref() {
        None => by_hand(view, None),
        Some(Err(problem)) => by_hand(view, Some(*problem)),
        Some(Ok(Link::Result(scan))) => super::result::view(view, None, scan),
        Some(Ok(Link::Invitation(scan))) => mirror::invitation(view, scan),
        Some(Ok(Link::Both(pair))) => {
            mirror::sides(view, pair, preview::both(view, pair), next(view, view.texts().print_both()))
        }
        Some(Ok(Link::Plan(plan, texts))) => preview::plan(view, plan, *texts),
    }
}

/// A field for a link, and the button that opens it.
fn paste(view: &View<'_>) -> Node {
    let texts = view.texts();
    html! {
        <div class="card paste">
            <label for={FIELD}>{ texts.link_label() }</label>
            <textarea id={FIELD} rows="4" autocomplete="off" spellcheck="false" />
            <div class="steps">
                { button::main(texts.link_open(), view.ask(Command::Share(ShareCommand::OpenPasted))) }
            </div>
        </div>
    }
}

/// Nothing to look at yet: the field, and why a link gave nothing. The field stays the same one, so that what was pasted
/// in it can be put right.
fn by_hand(view: &View<'_>, problem: Option<ReadError>) -> Node {
    let texts = view.texts();
    let words = if problem.is_some() { texts.link_refused_heading() } else { texts.link_heading() };
    html! {
        <>
            { heading(words.to_text()) }
            <div>
                { match problem {
                        Some(problem) => refusal(view, problem),
                        // Loading the page again leads here too: what a link carries is nowhere but in the link.
                        None => html! { <>{ lead(texts.link_lead()) }<p>{ texts.link_gone() }</p></> },
                } }
            </div>
            <section class="again">
                <h2 hidden={problem.is_none()}>{ texts.link_again_heading() }</h2>
                { paste(view) }
            </section>
            <p>{ shell::link(Route::Start, texts.to_start()) }</p>
        </>
    }
}

fn lead(words: &Text) -> Node {
    html! { <p class="lead">{ words }</p> }
}

/// Why a link gives nothing to look at, and what is in it all the same. Nothing of one's own has changed.
fn refusal(view: &View<'_>, problem: ReadError) -> Node {
    let texts = view.texts();
    let content = view.content();
    let sentence = match problem {
        ReadError::NotALink => texts.link_not_a_link(),
        ReadError::TooLong => texts.link_too_long(),
        ReadError::Incomplete => texts.link_incomplete(),
        ReadError::Damaged => texts.link_damaged(),
        ReadError::Newer => texts.link_newer(),
        ReadError::OtherContentVersion(_) => texts.link_other_content(),
    };
    html! {
        <>
            { lead(sentence) }
            if let ReadError::OtherContentVersion(header) = problem {
                <p class="about">
                    { texts.result_about(
                            wording::role(content, header.role),
                            wording::sector(content, header.sector),
                            wording::variant(content, header.variant),
                            &wording::date(content, header.date),
                    ) }
                </p>
            }
            <p>{ texts.link_nothing_changed() }</p>
        </>
    }
}
