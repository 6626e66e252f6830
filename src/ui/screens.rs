//! One file per screen.

pub mod about;
pub mod again;
pub mod check;
pub mod group;
pub mod invite;
pub mod level;
pub mod link;
pub mod mirror;
pub mod missing;
pub mod plan;
pub mod result;
pub mod saved;
pub mod setup;
pub mod share;
pub mod start;
pub mod stepper;

use super::dom::Node;
use super::view::View;
use crate::app::Route;

/// Any screen that is not on the way to the answers.
pub fn rest(view: &View<'_>) -> Node {
    let scan = |id| view.state.scan(id);
    match view.state.route {
        Route::Check(id) => scan(id).map(|scan| check::view(view, id, scan)),
        Route::Result(id) => scan(id).map(|scan| result::view(view, Some(id), scan)),
        Route::Invite(id) => scan(id).map(|scan| invite::view(view, id, scan)),
        Route::Mirror(id) => scan(id).map(|scan| mirror::view(view, id, scan)),
        Route::Again(one, other) => Some(again::view(view, one, other)),
        Route::Plan(id) => view.state.plan(id).map(|plan| plan::view(view, id, plan)),
        Route::Link => Some(link::view(view)),
        Route::Share(id) => scan(id).map(|scan| share::scan(view, id, scan)),
        Route::SharePlan(id) => view.state.plan(id).map(|plan| share::plan(view, id, plan)),
        Route::Saved => Some(saved::view(view)),
        Route::Step(_) | Route::Answer | Route::Asks | Route::Education => Some(stepper::view(view)),
        Route::Group => Some(group::view(view)),
        Route::Meeting => Some(group::meeting(view)),
        Route::About => Some(about::view(view)),
        Route::Start | Route::Setup | Route::Level(..) | Route::Statement(..) => None,
    }
    .unwrap_or_else(|| missing::view(view))
}
