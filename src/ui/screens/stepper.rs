//! Where 'not yet' leads until the stepper is there.

use yew::{Html, html};

use crate::app::Route;
use crate::ui::shell::{self, heading};
use crate::ui::view::View;

/// The screen.
pub fn view(view: &View<'_>) -> Html {
    let texts = view.texts();
    html! {
        <>
            { heading(texts.stepper_heading().to_string()) }
            <p class="lead">{ texts.stepper_not_there() }</p>
            <p>{ texts.stepper_meanwhile() }</p>
            <div class="steps">
                { shell::main_link(Route::Setup, texts.stepper_scan_anyway()) }
                { shell::link(Route::Start, texts.to_start()) }
            </div>
        </>
    }
}
