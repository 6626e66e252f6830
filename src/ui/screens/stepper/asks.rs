//! The stepper read the other way: what a school can ask of a company. Our own reading of a guide for companies.

use yew::{Callback, Event};

use super::suggestion;
use crate::app::{Action, Route};
use crate::content::stepper::{Note, NoteKind, StepperContent};
use crate::plan::{OneOrMore, TargetGroup, TimeLevel, asks_of_a_company};
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::parts::choice::{self, Choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;

const GROUP: &str = "group";
const TIME: &str = "time";

/// The screen.
pub fn view(view: &View<'_>, stepper: &StepperContent) -> Node {
    let texts = view.texts();
    let wish = &view.state.store.wish;
    let groups = OneOrMore::from_values(wish.groups.iter().copied());
    html! {
        <article class="answer">
            { heading(texts.asks_title()) }
            <p class="lead">{ texts.asks_lead() }</p>
            { for stepper.notes.iter().filter(|note| note.kind == NoteKind::School).map(own_reading) }
            <form onchange={choose(view)}>
                <fieldset class="card">
                    <legend>{ texts.sector_question_school() }</legend>
                    for group in stepper.groups.iter() {
                        { choice::check(
                                GROUP,
                                Choice::new(group.group.as_str(), &group.name, wish.groups.contains(&group.group)),
                        ) }
                    }
                </fieldset>
                <fieldset class="card">
                    <legend>{ texts.asks_time() }</legend>
                    for time in stepper.times.iter() {
                        {
                            let mut row = Choice::new(time.time.as_str(), &time.name, wish.time == Some(time.time));
                            row.hint = Some(time.limit.clone());
                            choice::view(TIME, row)
                        }
                    }
                </fieldset>
            </form>
            { match (groups, wish.time) {
                    (Some(groups), Some(time)) => found(view, stepper, &groups, time),
                    _ => html! { <p class="note" role="status">{ texts.asks_choose() }</p> },
            } }
            <div class="steps">
                { super::answer::to_plan(view) }
                { shell::link(Route::Setup, texts.stepper_scan_anyway()) }
            </div>
        </article>
    }
}

fn own_reading(note: &Note) -> Node {
    html! { <p key={&note.id} class="note">{ &note.text }</p> }
}

fn found(
    view: &View<'_>,
    stepper: &StepperContent,
    groups: &OneOrMore<TargetGroup>,
    time: TimeLevel,
) -> Node {
    let texts = view.texts();
    let (strong, weak) = asks_of_a_company(stepper, groups, time);
    html! {
        <section aria-labelledby="asks-heading">
            <h2 id="asks-heading">{ texts.asks_found(&strong.len().to_text()) }</h2>
            <ul class="suggestions">
                for one in strong.iter() {
                    { suggestion::view(view, stepper, one) }
                }
            </ul>
            if !weak.is_empty() {
                <details class="weak">
                    <summary>{ texts.weak_heading(&weak.len().to_text()) }</summary>
                    <p>{ texts.weak_lead() }</p>
                    <ul class="suggestions">
                        for one in weak.iter() {
                            { suggestion::view(view, stepper, one) }
                        }
                    </ul>
                </details>
            }
        </section>
    }
}

fn choose(view: &View<'_>) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        let Some((name, value)) = events::name_and_value(&event) else { return };
        let action = match &*name {
            GROUP => TargetGroup::from_name(&value).map(Action::ToggleGroup),
            TIME => TimeLevel::from_name(&value).map(Action::ChooseTime),
            _ => None,
        };
        if let Some(action) = action {
            act.emit(action.into());
        }
    })
}
