//! An address as a QR code.

use crate::export::qr;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;

/// The code with what to do with it, or that the address is too long for one.
pub fn view(view: &View<'_>, address: &str) -> Node {
    let texts = view.texts();
    match drawing(view, address) {
        Some(drawing) => html! {
            <figure class="qr">
                { drawing }
                <figcaption class="hint">{ texts.share_qr_hint() }</figcaption>
            </figure>
        },
        None => html! { <p class="hint on-screen">{ texts.share_no_qr() }</p> },
    }
}

/// The code alone, dark on white whatever is around it; none when the address is too long for one.
pub fn drawing(view: &View<'_>, address: &str) -> Option<Node> {
    let code = qr::code(address)?;
    let across = code.across.to_text();
    // Four pixels a module: sharp on every screen, and some three quarters of a millimetre on paper.
    let size = (code.across * 4).to_text();
    Some(html! {
            <svg class="qr-code" width={&size} height={&size} viewBox={["0 0 ", &across, " ", &across].concat()} role="img"
                aria-label={view.texts().share_qr_label()} shape-rendering="crispEdges" focusable="false">
                <rect width={&across} height={&across} fill="#fff" />
                <path d={code.path} fill="#000" />
            </svg>
    })
}
