//! A scan that is not in this browser.

use crate::app::Route;
use crate::ui::dom::{Node, html};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    html! {
        <>
            { heading(texts.missing_heading()) }
            <p class="lead">{ texts.missing_text() }</p>
            <div class="steps">
                { shell::main_link(Route::Start, texts.to_start()) }
                { shell::link(Route::Saved, texts.start_saved()) }
            </div>
        </>
    }
}
