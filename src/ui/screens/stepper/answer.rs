//! What fits what was chosen; where no source fills it, the honest ways out.

use super::{around, chosen, suggestion};
use crate::app::{Action, Route, Step};
use crate::content::stepper::StepperContent;
use crate::plan::{Answer, Class, Gap, Suggestion, derive};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, View};
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, stepper: &StepperContent) -> Node {
    let texts = view.texts();
    let Some(choice) = view.state.store.wish.choice() else { return unmade(view) };
    let answer = derive(stepper, &choice);
    let (main, chapter): (Vec<&Suggestion<'_>>, Vec<&Suggestion<'_>>) =
        answer.strong.iter().partition(|one| one.is_main());
    html! {
        <article class="answer">
            <p class="step">{ texts.answer_step() }</p>
            { heading(title(view, &answer)) }
            { chosen(view, stepper) }
            <p class="lead">{ stepper.class(answer.class) }</p>
            for (position, one) in answer.gaps.iter().enumerate() {
                { gap(view, stepper, position, one, answer.class) }
            }
            { group(view, stepper, "main", texts.answer_main_heading(), &main) }
            { group(view, stepper, "chapter", texts.answer_chapter_heading(), &chapter) }
            { weak(view, stepper, &answer) }
            <div class="steps on-screen">{ to_plan(view) }</div>
            { around::view(view, stepper, &choice) }
        </article>
    }
}

fn title(view: &View<'_>, answer: &Answer<'_>) -> String {
    let texts = view.texts();
    match answer.strong.len() {
        0 if answer.weak.is_empty() => texts.answer_nothing().to_text(),
        // A weak item may rest on another document: that the sources name nothing would not be true.
        0 => texts.answer_weak().to_text(),
        1 => texts.answer_one().to_text(),
        count => texts.answer_count(&count.to_text()),
    }
}

fn unmade(view: &View<'_>) -> Node {
    let texts = view.texts();
    let open = view.state.store.wish.open_step().unwrap_or(Step::Goals);
    html! {
        <>
            { heading(texts.answer_unmade()) }
            <div class="steps">{ shell::main_link(Route::Step(open), texts.go_on()) }</div>
        </>
    }
}

fn group(
    view: &View<'_>,
    stepper: &StepperContent,
    name: &'static str,
    title: &crate::content::Text,
    suggestions: &[&Suggestion<'_>],
) -> Node {
    if suggestions.is_empty() {
        return Node::default();
    }
    let id = ["answer-", name].concat();
    html! {
        <section aria-labelledby={id.clone()}>
            <h2 {id}>{ title }</h2>
            <ul class="suggestions">
                for one in suggestions.iter() {
                    { suggestion::view(view, stepper, one) }
                }
            </ul>
        </section>
    }
}

/// What rests on a weak basis only; it never stands among the rest.
fn weak(view: &View<'_>, stepper: &StepperContent, answer: &Answer<'_>) -> Node {
    if answer.weak.is_empty() {
        return Node::default();
    }
    let texts = view.texts();
    html! {
        <details class="weak">
            <summary>{ texts.weak_heading(&answer.weak.len().to_text()) }</summary>
            <p>{ texts.weak_lead() }</p>
            <ul class="suggestions">
                for one in answer.weak.iter() {
                    { suggestion::view(view, stepper, one) }
                }
            </ul>
        </details>
    }
}

/// A combination that the source does not fill: what is true, and the ways out as buttons.
fn gap(view: &View<'_>, stepper: &StepperContent, position: usize, gap: &Gap<'_>, said: Class) -> Node {
    let texts = view.texts();
    let goal = stepper.goal(gap.goal).map_or(texts.empty(), |texts| &texts.name);
    let names: Vec<_> = gap.groups.iter().filter_map(|&group| Some(&stepper.group(group)?.name)).collect();
    let groups = wording::list(view.content(), &names);
    let id = ["gap-", &position.to_text()].concat();
    html! {
        <section key={position} class="note gap" aria-labelledby={id.clone()}>
            <h2 {id}>{ texts.gap_heading(goal, &groups) }</h2>
            // What already stands above all of them is not said again.
            if gap.class != said {
                <p>{ stepper.class(gap.class) }</p>
            }
            <ul class="ways-out">
                for (number, way) in gap.ways.iter().enumerate() {
                    <li key={number}>
                        <p>{ &way.text }</p>
                        if let Some(lead) = &way.leads_to {
                            <button type="button" class="button on-screen" onclick={view.on(Action::Choose(lead.choice.clone()))}>
                                { &lead.button }
                            </button>
                            if lead.outcome >= Class::Weak {
                                <p class="hint">{ stepper.class(lead.outcome) }</p>
                            }
                        }
                        if !way.sources.is_empty() {
                            <p class="source">{ texts.source_label(&stepper.cite(way.sources)) }</p>
                        }
                    </li>
                }
            </ul>
        </section>
    }
}

/// The way on: to the plan, or to a first one.
pub fn to_plan(view: &View<'_>) -> Node {
    let texts = view.texts();
    match view.state.store.plans.latest() {
        Some(kept) => {
            let count = kept.value.actions.len().to_text();
            html! {
                <>
                    <a class="button main" href={Route::Plan(kept.id)}>{ texts.to_plan(&count) }</a>
                    <button type="button" class="button" onclick={view.ask(Command::BeginPlan)}>{ texts.new_plan() }</button>
                </>
            }
        }
        None => html! {
            <button type="button" class="button main" onclick={view.ask(Command::BeginPlan)}>{ texts.first_plan() }</button>
        },
    }
}
