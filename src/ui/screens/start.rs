//! The start: one question.

use yew::{Callback, Event};

use crate::app::{Action, Route, Step};
use crate::record::Kept;
use crate::scan::Role;
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::parts::choice::{self, Choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    let role = view.state.draft.role;
    let question = match role {
        Role::School => texts.start_question_school(),
        Role::Company => texts.start_question_company(),
    };
    let (not_yet, not_yet_hint) = match role {
        Role::School => (Route::Asks, texts.start_not_yet_hint_school()),
        Role::Company => (Route::Step(Step::Goals), texts.start_not_yet_hint()),
    };
    html! {
        <>
            <div class="intro">
                { heading(texts.app_tagline()) }
                <p class="lead">{ texts.start_lead() }</p>
            </div>
            { resume(view) }
            <form class="card start">
                <fieldset class="roles" onchange={choose_role(view)}>
                    <legend>{ texts.role_question() }</legend>
                    for one in [Role::Company, Role::School] {
                        {
                            let mut row = Choice::new(one.as_str(), wording::role(view.content(), one), one == role);
                            row.shape = choice::shape(one);
                            choice::view("role", row)
                        }
                    }
                </fieldset>
                <h2>{ question }</h2>
                <div class="ways">
                    <div>
                        { shell::main_link(Route::Setup, texts.start_yes()) }
                        <p class="hint">{ texts.start_yes_hint() }</p>
                    </div>
                    <div>
                        { shell::link(not_yet, texts.start_not_yet()) }
                        <p class="hint">{ not_yet_hint }</p>
                    </div>
                </div>
            </form>
            <p class="promise">{ texts.start_promise() }</p>
            <p><a href={Route::Saved}>{ texts.start_saved() }</a></p>
            <p><a href={Route::Link}>{ texts.start_link() }</a></p>
        </>
    }
}

fn choose_role(view: &View<'_>) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        let chosen = events::name_and_value(&event).and_then(|(_, value)| Role::from_name(&value));
        if let Some(role) = chosen {
            act.emit(Action::ChooseRole(role).into());
        }
    })
}

/// Where somebody was, to go on: the next questions, or what came of them.
fn resume(view: &View<'_>) -> Node {
    let Some((Kept { id, value: scan, .. }, progress)) = view.state.latest_own() else {
        return Node::default();
    };
    if progress.answered == 0 {
        return Node::default();
    }
    let texts = view.texts();
    let (heading, to, words) = match progress.next {
        Some(next) => (texts.resume_heading(), Route::Level(*id, next), texts.resume_go_on()),
        None if view.state.partner_shown(*id).is_some() => {
            (texts.resume_finished(), Route::Mirror(*id), texts.show_mirror())
        }
        None => (texts.resume_finished(), Route::Result(*id), texts.show_result()),
    };
    html! {
        <section class="card resume" aria-labelledby="resume-heading">
            <h2 id="resume-heading">{ heading }</h2>
            <p>
                <strong>{ wording::scan_name(view.content(), scan) }</strong>
                { ", " }{ wording::date(view.content(), scan.changed_on) }{ ". " }
                { texts.progress(&progress.answered.to_text(), &progress.asked.to_text()) }
            </p>
            { shell::main_link(to, words) }
        </section>
    }
}
