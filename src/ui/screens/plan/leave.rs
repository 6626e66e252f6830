//! How a plan leaves: calendar, print, text, file.

use crate::app::{Action, Deletion, Route};
use crate::content::stepper::StepperContent;
use crate::export;
use crate::plan::Plan;
use crate::record::PlanNumber;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{as_text, button};
use crate::ui::screens::saved;
use crate::ui::shell;
use crate::ui::view::{Command, PlanFormat, View};

/// The section at the end of the plan.
pub fn view(view: &View<'_>, stepper: &StepperContent, id: PlanNumber, plan: &Plan) -> Node {
    let texts = view.texts();
    let file = |words, format| button::plain(words, view.ask(Command::DownloadPlan(id, format)));
    html! {
        <section class="next" aria-labelledby="take-along-heading">
            <h2 id="take-along-heading">{ texts.take_along_heading() }</h2>
            <dl class="files">
                <div><dt>{ file(texts.save_calendar(), PlanFormat::Ics) }</dt><dd>{ texts.save_calendar_hint() }</dd></div>
                <div><dt>{ shell::link(Route::SharePlan(id), texts.share_plan_heading()) }</dt><dd>{ texts.share_hint() }</dd></div>
                <div><dt>{ button::plain(texts.print_plan(), view.ask(Command::Print)) }</dt><dd>{ texts.print_plan_hint() }</dd></div>
                <div><dt>{ file(texts.save_as_file(), PlanFormat::Json) }</dt><dd>{ texts.save_as_file_hint() }</dd></div>
            </dl>
            { as_text::view(
                    view,
                    texts.plan_as_text(),
                    export::plan_text::plan(plan, view.content(), stepper),
                    Command::CopyPlan(id),
            ) }
            <div class="steps">
                { button::plain(texts.new_plan(), view.ask(Command::BeginPlan)) }
            </div>
            if view.state.deleting == Some(Deletion::Plan(id)) {
                { saved::question(view, &texts.delete_question(&super::title(view, plan))) }
            } else {
                <button type="button" class="quiet" id={shell::delete_button(Deletion::Plan(id))}
                    onclick={view.on(Action::AskDelete(Deletion::Plan(id)))}>
                    { texts.delete_plan() }
                </button>
            }
        </section>
    }
}
