//! A piece of advice with its sources.

use super::plan_button;
use crate::app::Addition;
use crate::content::Advice;
use crate::record::ScanId;
use crate::scan::Scan;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;
use crate::wording;

/// The advice, under it document and chapter and, in a scan that is kept, the way into the plan.
pub fn view(view: &View<'_>, id: Option<ScanId>, scan: &Scan, advice: &Advice) -> Node {
    let text = wording::advice(view.content(), advice, scan.sector);
    html! {
        <div key={&advice.id} class="advice">
            <p>{ &text }</p>
            <p class="source">
                { view.texts().source_label(&wording::citations(view.content(), &advice.sources)) }
            </p>
            { id.map(|_| plan_button::view(view, &advice.id, &text, Addition::Advice(scan.sector, advice.id.clone()))) }
        </div>
    }
}
