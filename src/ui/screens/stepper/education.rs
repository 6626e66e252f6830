//! How education is organised, for who does not know it (FME ch. 6).

use yew::Html;

use crate::content::stepper::{Explainer, Part, StepperContent};
use crate::ui::dom::html;
use crate::ui::shell::heading;
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, stepper: &StepperContent) -> Html {
    let texts = view.texts();
    let explainer = &stepper.explainer;
    html! {
        <article class="education">
            { heading(texts.education_heading().to_string()) }
            <p class="lead">{ texts.education_lead() }</p>
            { for explainer.remarks.iter().map(|remark| html! { <p class="note">{ remark.clone() }</p> }) }
            { routes(view, stepper, explainer) }
            <h2>{ texts.education_parts() }</h2>
            { for explainer.parts.iter().filter(|part| part.within.is_none()).map(|one| part(view, stepper, one, 0)) }
            <p class="source">
                { explainer.check.about.clone() }{ " " }
                { texts.checked_on(&wording::date(view.content(), explainer.check.checked_on.date())) }
            </p>
        </article>
    }
}

/// The routes as a picture of rows, with the same in sentences.
fn routes(view: &View<'_>, stepper: &StepperContent, explainer: &Explainer) -> Html {
    let name = |id: &str| {
        let part = explainer.parts.iter().find(|part| *part.id == *id).map(|part| part.name.clone());
        part.or_else(|| explainer.ends.iter().find(|end| *end.id == *id).map(|end| end.name.clone()))
            .unwrap_or_default()
    };
    html! {
        <figure class="routes" aria-labelledby="routes-caption">
            <figcaption id="routes-caption"><h2>{ view.texts().education_routes() }</h2></figcaption>
            <ul aria-hidden="true">{ for explainer.routes.iter().map(|route| html! {
                <li>
                    <span>{ name(&route.from) }</span>
                    <svg viewBox="0 0 40 12" width="40" height="12" focusable="false"><path d="M1 6H36M31 1L37 6L31 11" /></svg>
                    <span>{ name(&route.to) }</span>
                </li>
            }) }</ul>
            <details>
                <summary>{ view.texts().education_routes_text() }</summary>
                <ul class="bullets">{ for explainer.routes_text.iter().map(|line| html! { <li>{ line.clone() }</li> }) }</ul>
            </details>
            <p class="source">{ view.texts().source_label(&stepper.cite(&explainer.routes_sources)) }</p>
        </figure>
    }
}

fn part(view: &View<'_>, stepper: &StepperContent, shown: &Part, depth: u8) -> Html {
    let texts = view.texts();
    let explainer = &stepper.explainer;
    let ages = match (shown.from_age, shown.until_age) {
        (Some(from), Some((first, last))) if first == last => {
            Some(texts.education_ages(&from.to_string(), &last.to_string()))
        }
        (Some(from), Some((first, last))) => {
            Some(texts.education_ages_between(&from.to_string(), &first.to_string(), &last.to_string()))
        }
        (Some(from), None) => Some(texts.education_from_age(&from.to_string())),
        (None, _) => None,
    };
    let contact = shown.contact.as_ref().and_then(|id| stepper.contacts.iter().find(|route| route.id == *id));
    let other = shown
        .not_to_confuse_with
        .as_ref()
        .and_then(|id| explainer.parts.iter().find(|part| part.id == *id))
        .map(|part| texts.education_not(&part.name));
    let inside = explainer.parts.iter().filter(|part| part.within.as_ref() == Some(&shown.id));
    let title = html! { { shown.name.clone() } };
    html! {
        <section key={shown.id.to_string()} class={if depth == 0 { "card part" } else { "part" }}>
            { match depth {
                0 => html! { <h3>{ title }</h3> },
                _ => html! { <h4>{ title }</h4> },
            } }
            if let Some(ages) = ages { <p class="hint">{ ages }</p> }
            if let Some(other) = other { <p class="hint">{ other }</p> }
            <ul class="bullets">{ for shown.facts.iter().map(|fact| html! { <li>{ fact.clone() }</li> }) }</ul>
            { for shown.lists.iter().map(|list| html! {
                <p><strong>{ list.title.clone() }</strong>{ ": " }{ wording::list(view.content(), &list.names) }</p>
            }) }
            if let Some(contact) = contact {
                <p>{ texts.education_contact(&contact.name) }</p>
            }
            <p class="source">{ texts.source_label(&stepper.cite(&shown.sources)) }</p>
            { for inside.map(|one| part(view, stepper, one, depth + 1)) }
        </section>
    }
}
