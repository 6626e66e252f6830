//! One action of a plan, to fill in.

use crate::app::{Action as Act, Field, PlanChange};
use crate::plan::{Action, Number, Origin};
use crate::record::PlanNumber;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{button, field};
use crate::ui::shell;
use crate::ui::view::View;

/// The action as a card with fields.
pub fn view(
    view: &View<'_>,
    plan: PlanNumber,
    number: Number,
    action: &Action,
    place: usize,
    last: usize,
) -> Node {
    let texts = view.texts();
    let Action { what, when, who, cue, first_step, done, origin } = action;
    let id = |name: &str| shell::action_field(number, name);
    let name = if what.is_blank() { texts.plan_action_untitled().to_text() } else { what.to_text() };
    let change = |change: PlanChange| view.on(Act::Plan(plan, change));
    html! {
        <li key={number.get()} class={if *done { "card action done" } else { "card action" }}>
            <div class="action-head">
                <label class="choice" for={id("done")}>
                    <input id={id("done")} type="checkbox" checked={*done} onchange={view.on(Act::Plan(plan, PlanChange::ToggleDone(number)))} />
                    <span class="words">{ texts.plan_done_label() }<span class="unseen">{ ": " }{ &name }</span></span>
                </label>
                <span class="moves">
                    if place > 1 {
                        { button::quiet(texts.move_up(), &name, change(PlanChange::MoveUp(number))) }
                    }
                    if place < last {
                        { button::quiet(texts.move_down(), &name, change(PlanChange::MoveDown(number))) }
                    }
                    { button::quiet(texts.take_out(), &name, change(PlanChange::TakeOutAction(number))) }
                </span>
            </div>
            { field::line(view, id("what"), texts.plan_what_label(), Field::What(plan, number), what.as_str()) }
            <div class="pair">
                { field::day(view, id("when"), texts.plan_when_label(), Field::When(plan, number), &when.map(|day| day.write()).unwrap_or_default()) }
                { field::line(view, id("who"), texts.plan_who_label(), Field::Who(plan, number), who.as_str()) }
            </div>
            <div class="pair">
                { field::line(view, id("cue"), texts.plan_cue_label(), Field::Cue(plan, number), cue.as_str()) }
                { field::note(view, id("first"), texts.plan_first_step_label(), Field::FirstStep(plan, number), first_step.as_str()) }
            </div>
            { match origin {
                    Origin::Own => Node::default(),
                    Origin::Item { source, .. } | Origin::Advice { source, .. } => html! {
                        <p class="source">{ texts.source_label(source.as_str()) }</p>
                    },
            } }
        </li>
    }
}
