//! Screens as HTML without a browser: the first screen in the page, and every screen in the tests.

use std::rc::Rc;

use futures::FutureExt;
use yew::{Callback, Html, LocalServerRenderer, Properties, component};

use super::{dom, rest, shell, view::View};
use crate::app::{Rest, Route, State, Storage};
use crate::content::Content;
use crate::record::Store;

#[derive(Clone, PartialEq, Properties)]
struct Shown {
    state: Rc<State>,
}

#[component]
fn Screen(shown: &Shown) -> Html {
    let (act, command) = (Callback::noop(), Callback::noop());
    // Nothing is fetched here: the future is ready at once.
    let rest = (shown.state.rest == Rest::Here).then(rest::fetch).and_then(FutureExt::now_or_never);
    let rest = rest.and_then(Result::ok);
    dom::draw(shell::view(&View { state: &shown.state, rest: rest.as_ref(), act: &act, command: &command }))
}

/// A state as HTML.
pub fn html(state: State) -> String {
    let renderer =
        LocalServerRenderer::<Screen>::with_props(Shown { state: Rc::new(state) }).hydratable(false);
    futures::executor::block_on(renderer.render())
}

/// The first screen of a first visit.
pub fn start_screen(content: &Content) -> String {
    // The day is not shown on this screen.
    let today = time::Date::MIN;
    html(State::new(Rc::new(content.clone()), today, Store::default(), Storage::Works, Route::Start))
}
