//! The stepper: from goal, target group and time to what fits.

mod answer;
mod around;
mod asks;
mod education;
mod steps;
mod suggestion;

use crate::app::{Action, Route};
use crate::content::stepper::StepperContent;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::button;
use crate::ui::shell::{self, heading};
use crate::ui::view::View;

/// The screen, or that its content is still on its way.
pub fn view(view: &View<'_>) -> Node {
    let Some(stepper) = view.state.stepper() else { return waiting(view) };
    match view.state.route {
        Route::Answer => answer::view(view, stepper),
        Route::Asks => asks::view(view, stepper),
        Route::Education => education::view(view, stepper),
        Route::Step(step) => steps::view(view, stepper, step),
        _ => Node::default(),
    }
}

/// What stands there until the stepper's content has come.
pub fn waiting(view: &View<'_>) -> Node {
    let texts = view.texts();
    html! {
        <>
            { heading(texts.stepper_heading()) }
            if view.state.stepper_failed {
                <p class="lead" role="alert">{ texts.stepper_failed() }</p>
                <div class="steps">
                    { button::main(texts.try_again(), view.on(Action::RetryStepper)) }
                    { shell::link(Route::Start, texts.to_start()) }
                </div>
            } else {
                <p class="lead part-waiting" role="status">{ texts.stepper_waiting() }</p>
            }
        </>
    }
}

/// What was chosen, in words, with the way back to each step.
fn chosen(view: &View<'_>, stepper: &StepperContent) -> Node {
    use crate::app::Step;
    let texts = view.texts();
    let wish = &view.state.store.wish;
    let names = |names: Vec<&crate::content::Text>| crate::wording::list(view.content(), &names);
    let goals = names(wish.goals.iter().filter_map(|&goal| Some(&stepper.goal(goal)?.name)).collect());
    let groups = names(wish.groups.iter().filter_map(|&group| Some(&stepper.group(group)?.name)).collect());
    let time =
        wish.time.and_then(|time| stepper.time(time)).map(|time| time.name.to_text()).unwrap_or_default();
    let row = |what: &crate::content::Text, value: String, step: Step| {
        html! {
            <div key={step.number()}>
                <dt>{ what }</dt>
                <dd>
                    { value }{ " " }
                    <a class="on-screen" href={Route::Step(step)}>
                        { texts.change() }<span class="unseen">{ ": " }{ what }</span>
                    </a>
                </dd>
            </div>
        }
    };
    html! {
        <dl class="chosen">
            { row(texts.chosen_goals(), goals, Step::Goals) }
            { row(texts.chosen_groups(), groups, Step::Groups) }
            { row(texts.chosen_time(), time, Step::Time) }
        </dl>
    }
}
