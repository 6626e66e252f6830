//! A link, ready to be passed on: to copy, to send, to scan, to print.

use std::rc::Rc;

use yew::AttrValue;

use crate::content::Text;
use crate::export::mail;
use crate::link::{Fragment, MAX_LENGTH, WriteError};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{button, notices, qr};
use crate::ui::sharing::ShareCommand;
use crate::ui::view::{Command, View};

/// The id of the field with the link.
pub const FIELD: &str = "share-link";

/// The words that go along with a link.
pub struct Words<'a> {
    /// The subject of a mail.
    pub subject: &'a Text,
    /// What a mail says above the link.
    pub message: &'a Text,
}

/// The ways to pass on a link, or why there is none. `file` saves the same as a file, for where a link cannot carry it.
pub fn view(
    view: &View<'_>,
    fragment: Result<Fragment, WriteError>,
    words: Words<'_>,
    file: Command,
) -> Node {
    let texts = view.texts();
    let instead = |why: Node| {
        html! {
            <div class="note attention">
                <p>{ why }</p>
                { button::plain(texts.save_as_file(), view.ask(file.clone())) }
            </div>
        }
    };
    let fragment = match fragment {
        Ok(fragment) => fragment,
        Err(problem) => return instead(refusal(view, problem)),
    };
    let Some(address) = view.state.page.address_of(&fragment) else {
        return instead(html! { <>{ texts.share_no_address() }</> });
    };
    let address: AttrValue = address.into();
    let Words { subject, message } = words;
    let share = |command| view.ask(Command::Share(command));
    let sheet = ShareCommand::Sheet(
        AttrValue::Rc(Rc::clone(subject)),
        AttrValue::Rc(Rc::clone(message)),
        address.clone(),
    );
    html! {
        <div class="share-panel">
            if fragment.is_long() {
                { instead(html! { <>{ texts.share_long() }</> }) }
            }
            <div class="on-screen">
                <label for={FIELD}>{ texts.share_link_label() }</label>
                <textarea id={FIELD} readonly={true} rows="3" value={&address} />
                <div class="steps">
                    { button::main(texts.share_copy(), share(ShareCommand::Copy(address.clone()))) }
                    if view.state.page.has_share_sheet {
                        { button::plain(texts.share_sheet(), share(sheet)) }
                    }
                    <a class="button" href={mail::draft(subject, message, &address)}>{ texts.share_mail() }</a>
                    { button::plain(texts.share_print(), view.ask(Command::Print)) }
                </div>
                { notices::of_copying(view) }
            </div>
            <div class="on-paper">
                <p class="paper-title">{ subject }</p>
                <p>{ message }</p>
                <p class="address">{ &address }</p>
            </div>
            { qr::view(view, &address) }
        </div>
    }
}

fn refusal(view: &View<'_>, problem: WriteError) -> Node {
    let texts = view.texts();
    match problem {
        WriteError::TooLong(_) => html! { <>{ texts.share_too_long(&MAX_LENGTH.to_text()) }</> },
        WriteError::UnknownContentVersion(_) => html! { <>{ texts.share_unknown_version() }</> },
        WriteError::DateOutOfRange => html! { <>{ texts.share_wrong_date() }</> },
    }
}
