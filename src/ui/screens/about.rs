//! Sources, method and privacy.

use yew::Html;

use crate::ui::dom::html;
use crate::ui::shell::heading;
use crate::ui::view::View;

/// The screen.
pub fn view(view: &View<'_>) -> Html {
    let texts = view.texts();
    html! {
        <>
            { heading(texts.about_heading().to_string()) }
            <p class="lead">{ texts.about_lead() }</p>
            <h2>{ texts.about_privacy_heading() }</h2>
            <p>{ texts.about_privacy() }</p>
            <p>{ texts.about_storage() }</p>
            <h2>{ texts.about_method_heading() }</h2>
            <p>{ texts.about_method() }</p>
            <p>{ texts.bands_explained() }</p>
            <p>{ texts.no_norms() }</p>
            <p>{ texts.about_company_wording() }</p>
            <h2>{ texts.about_sources_heading() }</h2>
            <p>{ texts.about_sources() }</p>
            <ul class="documents">
                { for view.content().documents.iter().map(|document| html! {
                    <li key={document.id.to_string()} class="card">
                        <h3><span class="short">{ document.id.clone() }</span>{ " " }<cite lang="nl">{ document.title.clone() }</cite></h3>
                        <p>{ document.author.clone() }{ " · " }{ document.year.clone() }</p>
                        <p>{ document.about.clone() }</p>
                    </li>
                }) }
            </ul>
            <h2>{ texts.about_licence_heading() }</h2>
            <p>{ texts.about_licence() }</p>
        </>
    }
}
