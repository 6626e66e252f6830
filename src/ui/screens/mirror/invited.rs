//! An invitation: who asks, and that one answers first. Nothing of the other's answers shows.

use crate::app::{Action, MirrorAction, Route};
use crate::record::{Kept, ScanId};
use crate::scan::{Role, Scan};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{button, choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, invitation: &Scan) -> Node {
    let texts = view.texts();
    let content = view.content();
    let own = view.state.kept_result(invitation);
    let words = match invitation.role {
        _ if own.is_some() => texts.invited_own(),
        Role::School => texts.invited_by_school(),
        Role::Company => texts.invited_by_company(),
    };
    html! {
        <article class="invited">
            <p class="step">
                { choice::shape(invitation.role) }{ " " }
                { texts.result_about(
                        wording::role(content, invitation.role),
                        wording::sector(content, invitation.sector),
                        wording::variant(content, invitation.variant),
                        &wording::date(content, invitation.changed_on),
                ) }
            </p>
            { heading(words.to_text()) }
            { next(view, invitation, own) }
        </article>
    }
}

fn next(view: &View<'_>, invitation: &Scan, own: Option<ScanId>) -> Node {
    let texts = view.texts();
    if let Some(own) = own {
        return html! {
            <>
                <p class="lead">{ texts.invited_own_next() }</p>
                <div class="steps">
                    { shell::main_link(Route::Invite(own), texts.invite_heading()) }
                    { shell::link(Route::Result(own), texts.show_result()) }
                </div>
            </>
        };
    }
    if let Some(id) = view.state.answers_invitation(invitation) {
        let progress = view.state.scan(id).map(|scan| view.state.progress(scan));
        let open =
            progress.and_then(|progress| progress.next).filter(|_| view.state.partner_shown(id).is_none());
        let (lead, next) = match open {
            Some(level) => {
                (texts.invited_going_on(), shell::main_link(Route::Level(id, level), texts.resume_go_on()))
            }
            None => (texts.invited_done(), shell::main_link(Route::Mirror(id), texts.show_mirror())),
        };
        return html! { <><p class="lead">{ lead }</p><div class="steps">{ next }</div></> };
    }
    let count = view.content().statements_in(invitation.variant).count();
    html! {
        <>
            <p class="lead">{ texts.invited_lead() }</p>
            <ul class="bullets">
                <li>{ texts.invited_count(&count.to_text()) }</li>
                <li>{ texts.invited_blind() }</li>
                <li>{ texts.invited_private() }</li>
            </ul>
            <div class="steps">{ button::main(texts.invited_begin(), view.on(Action::Mirror(MirrorAction::Accept))) }</div>
            { use_kept(view, invitation) }
        </>
    }
}

/// The scans of the other side about the same kind of school that are filled in already.
fn use_kept(view: &View<'_>, invitation: &Scan) -> Node {
    let texts = view.texts();
    let content = view.content();
    let fits = |kept: &&Kept| {
        let scan = &kept.value;
        scan.role != invitation.role
            && scan.sector == invitation.sector
            && view.state.progress(scan).next.is_none()
    };
    let mut kept = view.state.store.library.iter().rev().filter(fits).peekable();
    if kept.peek().is_none() {
        return Node::default();
    }
    html! {
        <section aria-labelledby="use-heading">
            <h2 id="use-heading">{ texts.invited_use_heading() }</h2>
            for Kept { id, value: scan, .. } in kept {
                {
                    let words = texts.invited_use(
                        &wording::scan_name(content, scan),
                        &wording::date(content, scan.changed_on),
                    );
                    html! { <p key={id.get()}>{ button::plain(&words.into(), view.on(Action::Mirror(MirrorAction::AnswerWith(*id)))) }</p> }
                }
            }
        </section>
    }
}
