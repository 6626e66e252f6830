//! A plan: actions, moments to look back, the six steps, and how it leaves.

mod action;
mod leave;
pub mod paper;

use crate::app::{Action, Field, PlanChange, Route, Step};
use crate::content::stepper::StepperContent;
use crate::plan::{Plan, Review, StepProgress};
use crate::record::PlanNumber;
use crate::scan::Role;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{button, field};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

use super::stepper;

/// The screen.
pub fn view(view: &View<'_>, id: PlanNumber, plan: &Plan) -> Node {
    let Some(stepper) = view.state.stepper() else { return stepper::waiting(view) };
    let texts = view.texts();
    html! {
        <article class="plan">
            <div class="on-screen">
                <p class="step">{ texts.plan_begun(&wording::date(view.content(), plan.created_on.date())) }</p>
                { heading(title(view, plan)) }
                { next(view, plan) }
                { shell::plan_storage_warning(view, id) }
                { field::line(view, "plan-title".to_owned(), texts.plan_title_label(), Field::Title(id), plan.title.as_str()) }
                { put_back(view) }
                { actions(view, id, plan) }
                { reviews(view, id, plan) }
                { six_steps(view, stepper, id, plan) }
                { leave::view(view, stepper, id, plan) }
            </div>
            { paper::view(view, stepper, plan) }
        </article>
    }
}

/// What a plan is called.
pub fn title(view: &View<'_>, plan: &Plan) -> String {
    if plan.title.is_blank() { view.texts().plan_untitled().to_text() } else { plan.title.to_text() }
}

/// A plan without a next day is forgotten, so the next day stands on top.
fn next(view: &View<'_>, plan: &Plan) -> Node {
    let words = match plan.next_day(view.state.today) {
        Some(day) => view.texts().plan_next(&wording::date(view.content(), day.date())),
        None => view.texts().plan_no_next().to_text(),
    };
    html! { <p class="lead">{ words }</p> }
}

fn put_back(view: &View<'_>) -> Node {
    if view.state.taken_out.is_none() {
        return Node::default();
    }
    html! {
        <div class="note" id={shell::UNDO} tabindex="-1">
            <p>{ view.texts().taken_out() }</p>
            { button::plain(view.texts().undo(), view.on(Action::PutBack)) }
        </div>
    }
}

fn actions(view: &View<'_>, id: PlanNumber, plan: &Plan) -> Node {
    let texts = view.texts();
    let last = plan.actions.len();
    html! {
        <section aria-labelledby="actions-heading">
            <h2 id="actions-heading">{ texts.plan_actions_heading() }</h2>
            if plan.actions.is_empty() {
                <p>{ texts.plan_no_actions() }</p>
            }
            <ol class="actions">
                for (position, (number, one)) in plan.actions.iter().enumerate() {
                    {
                        action::view(view, id, number, one, position + 1, last)
                    }
                }
            </ol>
            <div class="steps">
                { button::plain(texts.plan_add_action(), view.on(Action::Plan(id, PlanChange::AddAction))) }
                { shell::link(ideas(view), texts.plan_more_ideas()) }
            </div>
        </section>
    }
}

/// Where there is more to put in: for a school in what it can ask of a company, for a company in what it can do.
fn ideas(view: &View<'_>) -> Route {
    if view.state.store.wish.choice().is_some() {
        Route::Answer
    } else if view.state.role_shown() == Role::School {
        Route::Asks
    } else {
        Route::Step(Step::Goals)
    }
}

fn reviews(view: &View<'_>, id: PlanNumber, plan: &Plan) -> Node {
    let texts = view.texts();
    html! {
        <section aria-labelledby="reviews-heading">
            <h2 id="reviews-heading">{ texts.plan_reviews_heading() }</h2>
            <p>{ texts.plan_reviews_lead() }</p>
            <ul class="reviews">
                for (number, review) in plan.reviews.iter() {
                    {
                        let Review { on, note } = review;
                        let name = number.get().to_text();
                        let date = wording::date(view.content(), on.date());
                        html! {
                            <li key={number.get()} class="card">
                                { field::day(view, shell::review_day(number), texts.plan_review_day(), Field::ReviewDay(id, number), &on.write()) }
                                { field::note(view, ["review-note-", &name].concat(), texts.plan_review_note(), Field::ReviewNote(id, number), note.as_str()) }
                                { button::quiet(texts.take_out(), &date, view.on(Action::Plan(id, PlanChange::TakeOutReview(number)))) }
                            </li>
                        }
                    }
                }
            </ul>
            { button::plain(texts.plan_add_review(), view.on(Action::Plan(id, PlanChange::AddReview))) }
        </section>
    }
}

fn six_steps(view: &View<'_>, stepper: &StepperContent, id: PlanNumber, plan: &Plan) -> Node {
    let texts = view.texts();
    let done = plan.steps.done().to_text();
    html! {
        <section aria-labelledby="guide-heading">
            <h2 id="guide-heading">{ texts.plan_steps_heading() }</h2>
            <p>{ texts.plan_steps_done(&done, &crate::plan::GuideStep::ALL.len().to_text()) }</p>
            <ol class="guide">{ for plan.steps.iter().map(|(step, progress)| {
                            let StepProgress { done, note } = progress;
                            let Some(words) = stepper.step(step) else { return Node::default() };
                            let box_id = ["step-", step.as_str()].concat();
                            html! {
                                <li key={step.as_str()} class="card">
                                    <label class="choice" for={box_id.clone()}>
                                        <input id={box_id} type="checkbox" checked={*done}
                                            onchange={view.on(Action::Plan(id, PlanChange::ToggleStep(step)))} />
                                        <span class="words">{ &words.name }</span>
                                    </label>
                                    <details>
                                        <summary>{ texts.plan_step_questions() }<span class="unseen">{ ": " }{ &words.name }</span></summary>
                                        <ul class="bullets">
                                            for one in words.questions.iter() {
                                                <li>{ one }</li>
                                            }
                                        </ul>
                                        { field::note(view, ["step-note-", step.as_str()].concat(), texts.plan_step_note(), Field::StepNote(id, step), note.as_str()) }
                                        <p class="source">{ texts.source_label(&stepper.cite(&words.sources)) }</p>
                                    </details>
                                </li>
                            }
            }) }</ol>
        </section>
    }
}
