//! The one function that changes the state. Its two halves come to the reader one after the other.

use super::{Action, State, update_first, update_rest};

/// The state after something happened. What the browser must do follows from the difference.
pub fn update(state: &State, action: Action) -> State {
    update_first(state, &action).unwrap_or_else(|| update_rest(state, &action))
}
