//! One file per screen.

pub mod about;
pub mod check;
pub mod group;
pub mod level;
pub mod missing;
pub mod plan;
pub mod result;
pub mod saved;
pub mod setup;
pub mod start;
pub mod stepper;

use yew::Html;

use super::view::View;
use crate::app::Route;

/// Any screen that is not on the way to the answers.
pub fn rest(view: &View<'_>) -> Html {
    let scan = |id| view.state.scan(id);
    match view.state.route {
        Route::Check(id) => scan(id).map(|scan| check::view(view, id, scan)),
        Route::Result(id) => scan(id).map(|scan| result::view(view, id, scan)),
        Route::Plan(id) => view.state.plan(id).map(|plan| plan::view(view, id, plan)),
        Route::Saved => Some(saved::view(view)),
        Route::Step(_) | Route::Answer | Route::Asks | Route::Education => Some(stepper::view(view)),
        Route::Group => Some(group::view(view)),
        Route::Meeting => Some(group::meeting(view)),
        Route::About => Some(about::view(view)),
        Route::Start | Route::Setup | Route::Level(..) | Route::Statement(..) => None,
    }
    .unwrap_or_else(|| missing::view(view))
}
