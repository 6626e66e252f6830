//! Radio buttons and check boxes of which the whole row can be pressed.

use yew::AttrValue;

use crate::content::Text;
use crate::ui::dom::{Node, html};

/// One row: a native radio button or check box, what it means and, under that, more.
pub struct Choice<'a> {
    /// The value it sends.
    pub value: &'static str,
    /// What it says.
    pub words: &'a str,
    /// One line under it.
    pub hint: Option<Text>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// A shape before the words.
    pub shape: Node,
}

impl<'a> Choice<'a> {
    /// A row with words only.
    pub fn new(value: &'static str, words: &'a str, chosen: bool) -> Choice<'a> {
        Choice { value, words, hint: None, chosen, shape: Node::default() }
    }
}

/// One of the group `name`, of which one can be chosen.
pub fn view(name: &'static str, choice: Choice<'_>) -> Node {
    row(name, "radio", choice)
}

/// One of the group `name`, of which several can be chosen.
pub fn check(name: &'static str, choice: Choice<'_>) -> Node {
    row(name, "checkbox", choice)
}

fn row(name: &'static str, kind: &'static str, choice: Choice<'_>) -> Node {
    let id: AttrValue = [name, "-", choice.value].concat().into();
    let hint_id: AttrValue = [&*id, "-hint"].concat().into();
    html! {
        <label key={choice.value} class="choice" for={&id}>
            <input id={&id} type={kind} {name} value={choice.value} checked={choice.chosen}
                aria-describedby={choice.hint.is_some().then(|| hint_id.clone())} />
            { choice.shape }
            <span class="words">
                { choice.words }
                if let Some(hint) = choice.hint {
                    <span class="hint" id={hint_id}>{ hint }</span>
                }
            </span>
        </label>
    }
}

/// The circle of a school or the square of a company.
pub fn shape(role: crate::scan::Role) -> Node {
    match role {
        crate::scan::Role::School => html! {
            <svg class="shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                <circle class="school" cx="10" cy="10" r="8" />
            </svg>
        },
        crate::scan::Role::Company => html! {
            <svg class="shape" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
                <rect class="company" x="2" y="2" width="16" height="16" rx="2" />
            </svg>
        },
    }
}
