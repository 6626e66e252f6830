//! Buttons.

use yew::{AttrValue, Callback, MouseEvent};

use crate::content::Text;
use crate::ui::dom::{Node, html};

/// The one main action of a screen.
pub fn main(words: &Text, onclick: Callback<MouseEvent>) -> Node {
    html! { <button type="button" class="button main" {onclick}>{ words }</button> }
}

/// A lesser action.
pub fn plain(words: &Text, onclick: Callback<MouseEvent>) -> Node {
    html! { <button type="button" class="button" {onclick}>{ words }</button> }
}

/// An action that looks like a link; `about` completes its name for who cannot see where it stands.
pub fn quiet(words: &Text, about: &str, onclick: Callback<MouseEvent>) -> Node {
    html! {
        <button type="button" class="quiet" {onclick}>
            { words }<span class="unseen">{ " " }{ AttrValue::from(about.to_owned()) }</span>
        </button>
    }
}
