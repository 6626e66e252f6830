//! The plan without fields and buttons: on paper, and when it is somebody else's.

use crate::content::stepper::StepperContent;
use crate::export::plan_text;
use crate::link::{TextsIn, write_plan};
use crate::plan::Plan;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::paper_link;
use crate::ui::shell;
use crate::ui::view::View;
use crate::wording;

/// What is printed.
pub fn view(view: &View<'_>, stepper: &StepperContent, plan: &Plan) -> Node {
    let texts = view.texts();
    let content = view.content();
    html! {
        <div class="on-paper">
            <div aria-hidden="true">
                <p class="step">{ texts.plan_begun(&wording::date(content, plan.created_on.date())) }</p>
                <p class="paper-title">{ shell::mark() }{ plan_text::title(plan, content) }</p>
                { choice(view, stepper, plan) }
                { actions(view, plan) }
                <p class="paper-heading">{ texts.plan_reviews_heading() }</p>
                { reviews(view, plan) }
                <p class="paper-heading">{ texts.plan_steps_heading() }</p>
                { steps(stepper, plan) }
            </div>
            { paper_link::view(view, write_plan(plan, TextsIn::LeftOut), texts.paper_plan_link()) }
        </div>
    }
}

/// The same to read on a screen: somebody else's plan.
pub fn whole(view: &View<'_>, stepper: &StepperContent, plan: &Plan) -> Node {
    let texts = view.texts();
    html! {
        <>
            { choice(view, stepper, plan) }
            <section>
                <h2 id="actions-heading">{ texts.plan_actions_heading() }</h2>
                if plan.actions.is_empty() {
                    <p>{ texts.plan_no_actions() }</p>
                } else {
                    <div class="wide" tabindex="0" role="region" aria-labelledby="actions-heading">
                        { actions(view, plan) }
                    </div>
                }
            </section>
            if !plan.reviews.is_empty() {
                <section aria-labelledby="reviews-heading">
                    <h2 id="reviews-heading">{ texts.plan_reviews_heading() }</h2>
                    { reviews(view, plan) }
                </section>
            }
            <section aria-labelledby="guide-heading">
                <h2 id="guide-heading">{ texts.plan_steps_heading() }</h2>
                { steps(stepper, plan) }
            </section>
        </>
    }
}

fn choice(view: &View<'_>, stepper: &StepperContent, plan: &Plan) -> Node {
    let line = plan.choice.as_ref().map(|choice| plan_text::choice_line(choice, view.content(), stepper));
    html! { if let Some(line) = line { <p>{ line }</p> } }
}

fn actions(view: &View<'_>, plan: &Plan) -> Node {
    let texts = view.texts();
    let content = view.content();
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ texts.plan_what_label() }</th>
                    <th scope="col">{ texts.plan_when_label() }</th>
                    <th scope="col">{ texts.plan_who_label() }</th>
                    <th scope="col">{ texts.first_step() }</th>
                </tr>
            </thead>
            <tbody>
                for (number, action) in plan.actions.iter() {
                    <tr key={number.get()}>
                        <th scope="row">{ if action.done { "☑ " } else { "☐ " } }{ plan_text::what(action, content) }</th>
                        <td>{ action.when.map(|day| wording::date(content, day.date())).unwrap_or_default() }</td>
                        <td>{ action.who.to_text() }</td>
                        <td>{ plan_text::if_then(action, content) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn reviews(view: &View<'_>, plan: &Plan) -> Node {
    let content = view.content();
    html! {
        <ul>
            for (number, review) in plan.reviews.iter() {
                <li key={number.get()}>{ wording::date(content, review.on.date()) }{ " " }{ review.note.as_str() }</li>
            }
        </ul>
    }
}

fn steps(stepper: &StepperContent, plan: &Plan) -> Node {
    html! {
        <ol class="paper-steps">
            for (step, progress) in plan.steps.iter() {
                <li key={step.as_str()}>
                    { if progress.done { "☑ " } else { "☐ " } }
                    { stepper.step(step).map(|texts| texts.name.clone()) }
                    if !progress.note.is_blank() { { ": " }{ progress.note.as_str() } }
                </li>
            }
        </ol>
    }
}
