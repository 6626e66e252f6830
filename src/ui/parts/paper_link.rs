//! What stands at the end of a printed page: its link, to read and to scan.

use super::qr;
use crate::content::Text;
use crate::link::{Fragment, WriteError};
use crate::ui::dom::{Node, html};
use crate::ui::view::View;

/// The link under words that say what it shows; nothing where there is no link.
pub fn view(view: &View<'_>, fragment: Result<Fragment, WriteError>, words: &Text) -> Node {
    let address = fragment.ok().and_then(|fragment| view.state.page.address_of(&fragment));
    let Some(address) = address else { return Node::default() };
    html! {
        <div class="on-paper paper-link">
            { qr::drawing(view, &address) }
            <p class="paper-heading">{ words }</p>
            <p class="address">{ address }</p>
        </div>
    }
}
