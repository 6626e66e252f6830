//! The three steps: goals, target groups, time.

use yew::{Callback, Event};

use crate::app::{Action, Route, Step};
use crate::content::stepper::StepperContent;
use crate::plan::{Goal, TargetGroup, TimeLevel};
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::parts::button;
use crate::ui::parts::choice::{self, Choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;

const GOAL: &str = "goal";
const GROUP: &str = "group";
const TIME: &str = "time";

/// One step.
pub fn view(view: &View<'_>, stepper: &StepperContent, step: Step) -> Node {
    let texts = view.texts();
    let (title, lead, problem) = match step {
        Step::Goals => (texts.goals_heading(), texts.goals_lead(), texts.goals_open()),
        Step::Groups => (texts.groups_heading(), texts.groups_lead(), texts.groups_open()),
        Step::Time => (texts.time_heading(), texts.time_lead(), texts.time_open()),
    };
    let number = texts.step_of(&step.number().to_text(), &Step::ALL.len().to_text());
    html! {
        <>
            <p class="step">{ number }</p>
            { heading(title.to_text()) }
            <p class="lead">{ lead }</p>
            if view.state.step_open {
                <div id={shell::PROBLEM} class="note attention" tabindex="-1"><p>{ problem }</p></div>
            }
            <form onchange={choose(view)}>
                <fieldset class="card">
                    <legend class="unseen">{ title }</legend>
                    { match step {
                            Step::Goals => goals(view, stepper),
                            Step::Groups => groups(view, stepper),
                            Step::Time => times(view, stepper),
                    } }
                </fieldset>
            </form>
            if step == Step::Groups {
                <p><a href={Route::Education}>{ texts.education_heading() }</a></p>
            }
            <div class="steps">
                { button::main(
                        if step == Step::Time { texts.to_answer() } else { texts.go_on() },
                        view.on(Action::ContinueStep),
                ) }
                { match step {
                        Step::Goals => shell::link(Route::Start, texts.to_start()),
                        Step::Groups => shell::link(Route::Step(Step::Goals), texts.go_back()),
                        Step::Time => shell::link(Route::Step(Step::Groups), texts.go_back()),
                } }
            </div>
        </>
    }
}

fn goals(view: &View<'_>, stepper: &StepperContent) -> Node {
    let chosen = &view.state.store.wish.goals;
    html! {
        <div class="choices">
            for goal in stepper.goals.iter() {
                {
                    let mut row = Choice::new(goal.goal.as_str(), &goal.name, chosen.contains(&goal.goal));
                    row.hint = Some(goal.about.clone());
                    choice::check(GOAL, row)
                }
            }
        </div>
    }
}

/// The groups that the chosen goals hint at are marked; none is closed.
fn groups(view: &View<'_>, stepper: &StepperContent) -> Node {
    let wish = &view.state.store.wish;
    let is_hinted = |group| {
        wish.goals.iter().filter_map(|&goal| stepper.goal(goal)).any(|goal| goal.hints.contains(&group))
    };
    html! {
        <div class="choices">
            for group in stepper.groups.iter() {
                {
                    let mut row = Choice::new(group.group.as_str(), &group.name, wish.groups.contains(&group.group));
                    row.hint = Some(if is_hinted(group.group) {
                            view.texts().group_hinted(&group.about).into()
                        } else {
                            group.about.clone()
                    });
                    choice::check(GROUP, row)
                }
            }
        </div>
    }
}

fn times(view: &View<'_>, stepper: &StepperContent) -> Node {
    let chosen = view.state.store.wish.time;
    html! {
        <div class="choices">
            for time in stepper.times.iter() {
                {
                    let mut row = Choice::new(time.time.as_str(), &time.name, chosen == Some(time.time));
                    row.hint = Some(time.limit.clone());
                    choice::view(TIME, row)
                }
            }
        </div>
    }
}

fn choose(view: &View<'_>) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        let Some((name, value)) = events::name_and_value(&event) else { return };
        let action = match &*name {
            GOAL => Goal::from_name(&value).map(Action::ToggleGoal),
            GROUP => TargetGroup::from_name(&value).map(Action::ToggleGroup),
            TIME => TimeLevel::from_name(&value).map(Action::ChooseTime),
            _ => None,
        };
        if let Some(action) = action {
            act.emit(action.into());
        }
    })
}
