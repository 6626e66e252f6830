//! A piece of advice with its sources.

use yew::{Html, html};

use crate::content::Advice;
use crate::scan::Scan;
use crate::ui::view::View;
use crate::wording;

/// The advice and, under it, document and chapter.
pub fn view(view: &View<'_>, scan: &Scan, advice: &Advice) -> Html {
    html! {
        <div key={advice.id.to_string()} class="advice">
            <p>{ wording::advice(view.content(), advice, scan.sector) }</p>
            <p class="source">
                { view.texts().source_label(&wording::citations(view.content(), &advice.sources)) }
            </p>
        </div>
    }
}
