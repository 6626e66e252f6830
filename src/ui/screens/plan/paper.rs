//! The plan on paper: the same, without fields and buttons.

use yew::Html;

use crate::content::stepper::StepperContent;
use crate::export::plan_text;
use crate::plan::Plan;
use crate::ui::dom::html;
use crate::ui::shell;
use crate::ui::view::View;
use crate::wording;

/// What is printed.
pub fn view(view: &View<'_>, stepper: &StepperContent, plan: &Plan) -> Html {
    let texts = view.texts();
    let content = view.content();
    html! {
        <div class="on-paper" aria-hidden="true">
            <p class="step">{ texts.plan_begun(&wording::date(content, plan.created_on.date())) }</p>
            <p class="paper-title">{ shell::mark() }{ plan_text::title(plan, content) }</p>
            if let Some(choice) = &plan.choice {
                <p>{ plan_text::choice_line(choice, content, stepper) }</p>
            }
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ texts.plan_what_label() }</th>
                        <th scope="col">{ texts.plan_when_label() }</th>
                        <th scope="col">{ texts.plan_who_label() }</th>
                        <th scope="col">{ texts.plan_first_step_label() }</th>
                    </tr>
                </thead>
                <tbody>{ for plan.actions.iter().map(|(number, action)| html! {
                    <tr key={number.get()}>
                        <th scope="row">{ if action.done { "☑ " } else { "☐ " } }{ plan_text::what(action, content) }</th>
                        <td>{ action.when.map(|day| wording::date(content, day.date())).unwrap_or_default() }</td>
                        <td>{ action.who.to_string() }</td>
                        <td>{ action.cue.to_string() }{ " " }{ action.first_step.to_string() }</td>
                    </tr>
                }) }</tbody>
            </table>
            <p class="paper-heading">{ texts.plan_reviews_heading() }</p>
            <ul>{ for plan.reviews.iter().map(|(number, review)| html! {
                <li key={number.get()}>{ wording::date(content, review.on.date()) }{ " " }{ review.note.to_string() }</li>
            }) }</ul>
            <p class="paper-heading">{ texts.plan_steps_heading() }</p>
            <ol class="paper-steps">{ for plan.steps.iter().map(|(step, progress)| html! {
                <li key={step.as_str()}>
                    { if progress.done { "☑ " } else { "☐ " } }
                    { stepper.step(step).map(|texts| texts.name.clone()) }
                    if !progress.note.is_blank() { { ": " }{ progress.note.to_string() } }
                </li>
            }) }</ol>
        </div>
    }
}
