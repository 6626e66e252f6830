//! Both sides next to each other.

use yew::Html;

use crate::scan::{Pair, Scan};
use crate::ui::shell::heading;
use crate::ui::view::View;

/// Somebody asks the reader to fill in the same scan.
pub fn invitation(view: &View<'_>, _scan: &Scan) -> Html {
    heading(view.texts().link_invitation().to_string())
}

/// The answers of both sides.
pub fn both(view: &View<'_>, _pair: &Pair) -> Html {
    heading(view.texts().link_both().to_string())
}
