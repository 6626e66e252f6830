//! How education is organised, for who does not know it (FME ch. 6).

use crate::content::stepper::{Explainer, Part, StepperContent};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::shell::heading;
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, stepper: &StepperContent) -> Node {
    let texts = view.texts();
    let explainer = &stepper.explainer;
    html! {
        <article class="education">
            { heading(texts.education_heading()) }
            <p class="lead">{ texts.education_lead() }</p>
            for remark in explainer.remarks.iter() {
                <p class="note">{ remark }</p>
            }
            { routes(view, stepper, explainer) }
            <h2>{ texts.education_parts() }</h2>
            for one in explainer.parts.iter().filter(|part| part.within.is_none()) {
                { part(view, stepper, one, 0) }
            }
            <p class="source">
                { &explainer.check.about }{ " " }
                { texts.checked_on(&wording::date(view.content(), explainer.check.checked_on.date())) }
            </p>
        </article>
    }
}

/// The routes as a picture of rows, with the same in sentences.
fn routes(view: &View<'_>, stepper: &StepperContent, explainer: &Explainer) -> Node {
    let name = |id: &str| {
        let part = explainer.parts.iter().find(|part| *part.id == *id).map(|part| part.name.clone());
        part.or_else(|| explainer.ends.iter().find(|end| *end.id == *id).map(|end| end.name.clone()))
            .unwrap_or_default()
    };
    html! {
        <figure class="routes" aria-labelledby="routes-caption">
            <figcaption id="routes-caption"><h2>{ view.texts().education_routes() }</h2></figcaption>
            <ul aria-hidden="true">
                for route in explainer.routes.iter() {
                    <li>
                        <span>{ name(&route.from) }</span>
                        <svg viewBox="0 0 40 12" width="40" height="12" focusable="false"><path d="M1 6H36M31 1L37 6L31 11" /></svg>
                        <span>{ name(&route.to) }</span>
                    </li>
                }
            </ul>
            <details>
                <summary>{ view.texts().education_routes_text() }</summary>
                <ul class="bullets">
                    for line in explainer.routes_text.iter() {
                        <li>{ line }</li>
                    }
                </ul>
            </details>
            <p class="source">{ view.texts().source_label(&stepper.cite(&explainer.routes_sources)) }</p>
        </figure>
    }
}

fn part(view: &View<'_>, stepper: &StepperContent, shown: &Part, depth: u8) -> Node {
    let texts = view.texts();
    let explainer = &stepper.explainer;
    let ages = match (shown.from_age, shown.until_age) {
        (Some(from), Some((first, last))) if first == last => {
            Some(texts.education_ages(&from.to_text(), &last.to_text()))
        }
        (Some(from), Some((first, last))) => {
            Some(texts.education_ages_between(&from.to_text(), &first.to_text(), &last.to_text()))
        }
        (Some(from), None) => Some(texts.education_from_age(&from.to_text())),
        (None, _) => None,
    };
    let contact = shown.contact.as_ref().and_then(|id| stepper.contacts.iter().find(|route| route.id == *id));
    let other = shown
        .not_to_confuse_with
        .as_ref()
        .and_then(|id| explainer.parts.iter().find(|part| part.id == *id))
        .map(|part| texts.education_not(&part.name));
    let inside = explainer.parts.iter().filter(|part| part.within.as_ref() == Some(&shown.id));
    let title = html! { { &shown.name } };
    html! {
        <section key={&shown.id} class={if depth == 0 { "card part" } else { "part" }}>
            { match depth {
                    0 => html! { <h3>{ title }</h3> },
                    _ => html! { <h4>{ title }</h4> },
            } }
            if let Some(ages) = ages { <p class="hint">{ ages }</p> }
            if let Some(other) = other { <p class="hint">{ other }</p> }
            <ul class="bullets">
                for fact in shown.facts.iter() {
                    <li>{ fact }</li>
                }
            </ul>
            for list in shown.lists.iter() {
                <p><strong>{ &list.title }</strong>{ ": " }{ wording::list(view.content(), &list.names.iter().collect::<Vec<_>>()) }</p>
            }
            if let Some(contact) = contact {
                <p>{ texts.education_contact(&contact.name) }</p>
            }
            <p class="source">{ texts.source_label(&stepper.cite(&shown.sources)) }</p>
            for one in inside {
                { part(view, stepper, one, depth + 1) }
            }
        </section>
    }
}
