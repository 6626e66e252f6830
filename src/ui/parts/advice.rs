//! A piece of advice with its sources.

use yew::Html;

use super::plan_button;
use crate::app::Addition;
use crate::content::Advice;
use crate::scan::Scan;
use crate::ui::dom::html;
use crate::ui::view::View;
use crate::wording;

/// The advice, under it document and chapter, and the way into the plan.
pub fn view(view: &View<'_>, scan: &Scan, advice: &Advice) -> Html {
    let text = wording::advice(view.content(), advice, scan.sector);
    let addition = Addition::Advice(scan.sector, vec![advice.id.clone()]);
    html! {
        <div key={advice.id.to_string()} class="advice">
            <p>{ &text }</p>
            <p class="source">
                { view.texts().source_label(&wording::citations(view.content(), &advice.sources)) }
            </p>
            { plan_button::view(view, &advice.id, &text, addition) }
        </div>
    }
}
