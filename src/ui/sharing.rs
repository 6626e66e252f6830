//! What the browser does for links: copy one, pass one on, read one that was pasted.

use std::rc::Rc;

use yew::{AttrValue, Callback};

use super::browser::{copy, page, share};
use super::parts::share_panel;
use super::screens::link;
use crate::app::{Action, Notice, ShareAction};

/// Something around links that only the browser can do.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareCommand {
    /// Copy an address; where that is refused, it is selected in the field of the share panel.
    Copy(AttrValue),
    /// Open the system's sheet with this title, these words and this address.
    Sheet(AttrValue, AttrValue, AttrValue),
    /// Open the link in the field for it.
    OpenPasted,
}

/// The page around the application: sharing needs its address.
pub fn arrived() -> Action {
    Action::Share(ShareAction::Around(share::page()))
}

/// Does it; what comes of it is an action.
pub fn perform(command: ShareCommand, act: &Callback<Rc<Action>>) {
    match command {
        ShareCommand::Copy(address) => {
            let act = act.clone();
            copy::text((*address).to_owned(), move |copied| {
                if !copied {
                    page::select_text(share_panel::FIELD);
                }
                act.emit(Action::Tell(if copied { Notice::LinkCopied } else { Notice::CopyFailed }).into());
            });
        }
        ShareCommand::Sheet(title, text, address) => share::open(&title, &text, &address),
        ShareCommand::OpenPasted => {
            let pasted = page::value_of(link::FIELD);
            act.emit(Action::Share(ShareAction::Open(pasted)).into());
        }
    }
}
