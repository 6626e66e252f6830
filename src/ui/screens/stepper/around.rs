//! What stands around an answer: what schools ask, whom to approach, when, what to expect, who may pay.

use super::suggestion;
use crate::app::Route;
use crate::content::stepper::{ContactRoute, Funding, Note, NoteKind, StepperContent};
use crate::plan::{Choice, FundingState, TargetGroup, contacts, expectations, funding, notes};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;
use crate::wording;

/// All that belongs to a choice.
pub fn view(view: &View<'_>, stepper: &StepperContent, choice: &Choice) -> Node {
    let texts = view.texts();
    let calendar: Vec<&Note> = notes(stepper, choice, NoteKind::Calendar).collect();
    let savers: Vec<&Note> = notes(stepper, choice, NoteKind::TimeSaver).collect();
    let expected: Vec<&Note> = expectations(stepper, choice).collect();
    let start: Vec<&Note> = notes(stepper, choice, NoteKind::Start).collect();
    let sector: Vec<&Note> = notes(stepper, choice, NoteKind::Sector).collect();
    html! {
        <section class="around" aria-labelledby="around-heading">
            <h2 id="around-heading">{ texts.around_heading() }</h2>
            { fold(texts.asks_heading(), html! { for group in choice.groups.iter() { { asks(view, stepper, group) } } }) }
            { fold(texts.contacts_heading(), html! { for group in choice.groups.iter() { { contacts_of(view, stepper, group) } } }) }
            { list(view, stepper, texts.start_notes_heading(), &start) }
            { list(view, stepper, texts.calendar_heading(), &calendar) }
            { list(view, stepper, texts.savers_heading(), &savers) }
            { list(view, stepper, texts.expect_heading(), &expected) }
            { money(view, stepper, choice) }
            { list(view, stepper, texts.sector_heading(), &sector) }
            <p><a href={Route::Education}>{ texts.education_heading() }</a></p>
        </section>
    }
}

fn fold(title: &crate::content::Text, inside: Node) -> Node {
    html! { <details><summary>{ title }</summary>{ inside }</details> }
}

fn list(view: &View<'_>, stepper: &StepperContent, title: &crate::content::Text, notes: &[&Note]) -> Node {
    if notes.is_empty() {
        return Node::default();
    }
    fold(
        title,
        html! { <ul class="notes">for one in notes.iter() {
        { note(view, stepper, one) }
        }
        </ul> },
    )
}

fn note(view: &View<'_>, stepper: &StepperContent, note: &Note) -> Node {
    let texts = view.texts();
    let examples: Vec<_> = note.examples.iter().filter_map(|id| stepper.item(id)).collect();
    html! {
        <li key={&note.id}>
            <p>{ &note.text }</p>
            for example in examples {
                <p key={&example.id} class="hint">
                    { texts.example_label() }{ " " }{ &example.name }{ ". " }{ &example.text }
                    { " (" }{ stepper.cite(&example.sources) }{ ")" }
                </p>
            }
            if !note.sources.is_empty() {
                <p class="source">{ texts.source_label(&stepper.cite(&note.sources)) }</p>
            }
        </li>
    }
}

fn asks(view: &View<'_>, stepper: &StepperContent, group: TargetGroup) -> Node {
    let Some(texts) = stepper.group(group) else { return Node::default() };
    html! {
        <div key={group.as_str()}>
            <h3>{ &texts.name }</h3>
            <ul class="bullets">
                for one in texts.asks.iter() {
                    <li>{ one }</li>
                }
            </ul>
            <p class="source">{ view.texts().source_label(&stepper.cite(&texts.sources)) }</p>
        </div>
    }
}

fn contacts_of(view: &View<'_>, stepper: &StepperContent, group: TargetGroup) -> Node {
    let name = stepper.group(group).map(|texts| texts.name.clone()).unwrap_or_default();
    html! {
        <div key={group.as_str()}>
            <h3>{ name }</h3>
            <ul class="notes">
                for one in contacts(stepper, group) {
                    { contact(view, stepper, one) }
                }
            </ul>
        </div>
    }
}

fn contact(view: &View<'_>, stepper: &StepperContent, route: &ContactRoute) -> Node {
    html! {
        <li key={&route.id}>
            <p><strong>{ &route.name }</strong>{ ". " }{ &route.text }</p>
            <p class="source">{ view.texts().source_label(&stepper.cite(&route.sources)) }</p>
        </li>
    }
}

fn money(view: &View<'_>, stepper: &StepperContent, choice: &Choice) -> Node {
    let schemes = funding(stepper, choice, view.state.today);
    if schemes.is_empty() {
        return Node::default();
    }
    let inside = html! {
        <ul class="notes">
            for (scheme, state) in schemes {
                { funding_row(view, stepper, scheme, state) }
            }
        </ul>
    };
    fold(view.texts().funding_heading(), inside)
}

fn funding_row(view: &View<'_>, stepper: &StepperContent, scheme: &Funding, state: FundingState) -> Node {
    let texts = view.texts();
    let content = view.content();
    let (class, words) = match state {
        FundingState::Current { until } => {
            ("current", texts.funding_until(&wording::date(content, until.date())))
        }
        FundingState::ExpiredSince { last_day } => {
            ("expired", texts.funding_expired(&wording::date(content, last_day.date())))
        }
        FundingState::CheckWhetherItRuns { old_edition: Some(year) } => {
            ("unsure", texts.funding_old_edition(&year.to_text()))
        }
        FundingState::CheckWhetherItRuns { old_edition: None } => {
            ("unsure", texts.funding_unsure().to_text())
        }
    };
    html! {
        <li key={&scheme.id} class={["funding ", class].concat()}>
            <p><strong>{ &scheme.name }</strong></p>
            <p class="state">{ words }</p>
            <ul class="bullets">
                for one in scheme.conditions.iter() {
                    <li>{ one }</li>
                }
            </ul>
            { suggestion::link(view, scheme.link.as_ref()) }
            <p class="source">
                { texts.source_label(&stepper.cite(&scheme.sources)) }{ ". " }
                { texts.checked_on(&wording::date(content, scheme.checked_on.date())) }
            </p>
        </li>
    }
}
