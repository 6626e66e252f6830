//! The rest of the module: what the first answer does not need. The build moves everything that only this file leads to
//! into a file of its own, which is fetched when it is needed or soon will be.

use std::rc::Rc;

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::Callback;

use super::{commands, dom::Node, screens, sharing, view::View};
use crate::app::{self, Action, State};
use crate::content::{Content, LaterContent};
use crate::ui::Command;

/// The way into the rest: nothing else may refer to what it leads to.
#[derive(Clone, Copy)]
pub struct Rest {
    /// Draws a screen of which [`crate::app::Route::needs_rest`].
    pub screen: fn(&View<'_>) -> Node,
    /// Completes the content of a language; nothing if the text is something else.
    pub complete: fn(&Content, &str) -> Option<Content>,
    /// Does what [`app::update_first`] gave back.
    pub update: fn(&State, &Action) -> State,
    /// Fetches what the stepper shows in the language of this code.
    pub fetch_stepper: fn(&str, &Callback<Rc<Action>>),
    /// What is to be known of the browser from now on.
    pub arrived: fn() -> Action,
    /// Has the browser do something.
    pub command: fn(&State, Command, &Callback<Rc<Action>>),
}

/// The rest could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct NotHere;

impl From<SplitLoaderError> for NotHere {
    fn from(_: SplitLoaderError) -> NotHere {
        NotHere
    }
}

fn complete(first: &Content, later: &str) -> Option<Content> {
    first.completed(LaterContent::read(later).ok()?)
}

/// Fetches the rest; in a native build it is there already.
#[wasm_split(rest, fallible)]
pub fn fetch() -> Result<Rest, NotHere> {
    Ok(Rest {
        screen: screens::rest,
        complete,
        update: app::update_rest,
        fetch_stepper: commands::fetch_stepper,
        arrived: sharing::arrived,
        command: commands::perform,
    })
}
