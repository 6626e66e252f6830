//! One thing to do, with why it fits and what belongs beside it.

use yew::AttrValue;

use crate::app::Addition;
use crate::content::stepper::{Item, ItemKind, Link, StepperContent};
use crate::plan::{Reason, Suggestion, notes_beside};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::plan_button;
use crate::ui::view::View;
use crate::wording;

/// A suggestion as a card.
pub fn view(view: &View<'_>, stepper: &StepperContent, suggestion: &Suggestion<'_>) -> Node {
    let texts = view.texts();
    let item = suggestion.item;
    let programmes: Vec<&Item> = stepper.helping_with(&item.id).collect();
    let can_be_planned = item.first_step.is_some();
    html! {
        <li key={&item.id} class="card suggestion">
            <p class="of-level">{ kind(view, item.kind) }</p>
            <h3>
                // Not every browser breaks a line after a slash by itself.
                for part in item.name.split_inclusive('/') {
                    { part }<wbr />
                }
            </h3>
            <p>{ &item.text }</p>
            for note in notes_beside(stepper, item) {
                <p key={&note.id} class="hint">{ &note.text }</p>
            }
            if can_be_planned {
                { plan_button::view(view, &item.id, &item.name, Addition::Item(item.id.clone())) }
            }
            <details>
                <summary>{ texts.why_fits() }<span class="unseen">{ ": " }{ &item.name }</span></summary>
                <ul class="reasons">
                    for one in suggestion.reasons.iter() {
                        { reason(stepper, one) }
                    }
                </ul>
                <p class="source">{ texts.source_label(&stepper.cite(&item.sources)) }</p>
            </details>
            if !programmes.is_empty() {
                <details>
                    <summary>{ texts.programmes_heading() }<span class="unseen">{ ": " }{ &item.name }</span></summary>
                    <ul class="programmes">
                        for programme in programmes {
                            <li key={&programme.id}>
                                <strong>{ &programme.name }</strong>{ ". " }{ &programme.text }
                                { checked(view, programme) }
                                { link(view, programme.link.as_ref()) }
                                <p class="source">{ texts.source_label(&stepper.cite(&programme.sources)) }</p>
                            </li>
                        }
                    </ul>
                </details>
            }
            { checked(view, item) }
            { link(view, item.link.as_ref()) }
        </li>
    }
}

fn kind<'a>(view: &View<'a>, kind: ItemKind) -> &'a crate::content::Text {
    let texts = view.texts();
    match kind {
        ItemKind::Activity => texts.kind_activity(),
        ItemKind::Programme => texts.kind_programme(),
        ItemKind::OtherSource => texts.kind_other_source(),
        ItemKind::Example => texts.kind_example(),
    }
}

/// Which goal and group it serves, and on which basis, in words.
fn reason(stepper: &StepperContent, reason: &Reason<'_>) -> Node {
    let goal = stepper.goal(reason.goal).map(|texts| texts.name.clone()).unwrap_or_default();
    let group = stepper.group(reason.group).map(|texts| texts.name.clone()).unwrap_or_default();
    html! {
        <li>
            <strong>{ goal }{ " · " }{ group }</strong>
            <span class="hint">
                { stepper.goal_basis(reason.goal_basis) }
                { " (" }{ stepper.cite(reason.goal_sources) }{ ")" }
            </span>
            <span class="hint">
                { stepper.group_basis(reason.group_basis) }
                { " (" }{ stepper.cite(reason.group_sources) }{ ")" }
            </span>
        </li>
    }
}

fn checked(view: &View<'_>, item: &Item) -> Node {
    item.check.as_ref().map_or_else(Node::default, |check| {
        let date = wording::date(view.content(), check.checked_on.date());
        html! { <p class="hint">{ &check.about }{ " " }{ view.texts().checked_on(&date) }</p> }
    })
}

/// A page of somebody else, with where it leads; one that has ended is named but not linked.
pub fn link(view: &View<'_>, link: Option<&Link>) -> Node {
    let Some(link) = link else { return Node::default() };
    let place = link.url.split_once(':').map_or(&*link.url, |(_, place)| place.trim_start_matches('/'));
    let host = place.strip_prefix("www.").unwrap_or(place).split('/').next().unwrap_or_default();
    if link.ended {
        return html! { <p class="hint">{ view.texts().link_ended(host) }</p> };
    }
    let words = match link.checked_on {
        Some(day) => view.texts().link_checked(&wording::date(view.content(), day.date())),
        None => view.texts().link_unchecked().to_text(),
    };
    let href: AttrValue = link.url.to_text().into();
    html! {
        <p class="hint">
            <a {href} target="_blank" rel="noopener noreferrer">{ host }</a>{ " " }{ words }
        </p>
    }
}
