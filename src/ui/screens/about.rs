//! Sources, method and privacy.

use crate::ui::dom::{Node, html};
use crate::ui::shell::heading;
use crate::ui::view::View;

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    html! {
        <>
            { heading(texts.about_heading()) }
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
                for document in view.content().documents.iter() {
                    <li key={&document.id} class="card">
                        <h3><span class="short">{ &document.id }</span>{ " " }<cite lang="nl">{ &document.title }</cite></h3>
                        <p>{ &document.author }{ " · " }{ &document.year }</p>
                        <p>{ &document.about }</p>
                    </li>
                }
            </ul>
            <h2>{ texts.about_licence_heading() }</h2>
            <p>{ texts.about_licence() }</p>
        </>
    }
}
