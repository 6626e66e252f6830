//! A result or plan as text, to copy.

use super::{button, notices};
use crate::content::Text;
use crate::ui::dom::{Node, html};
use crate::ui::shell;
use crate::ui::view::{Command, View};

/// The text, folded, with a button that copies it.
pub fn view(view: &View<'_>, title: &Text, text: String, copy: Command) -> Node {
    html! {
        <details class="as-text">
            <summary>{ title }</summary>
            { button::plain(view.texts().copy_text(), view.ask(copy)) }
            { notices::of_copying(view) }
            <label class="unseen" for={shell::RESULT_TEXT}>{ title }</label>
            <textarea id={shell::RESULT_TEXT} readonly={true} rows="14" value={text} />
        </details>
    }
}
