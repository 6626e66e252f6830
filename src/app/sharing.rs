//! What changes when results and plans are shared, and when a link is opened.

use std::rc::Rc;

use super::update::go;
use super::{Action, Route, State};
use crate::content::{Content, Text};
use crate::link::{self, Fragment, Link, ReadError};
use crate::scan::{StatementOrder, StatementOrders};

/// What stood in a link that was opened. It is looked at, never a session of one's own, until it is kept.
pub type Opened = Result<Link, ReadError>;

/// Something that happens around links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareAction {
    /// A link was opened or pasted: any text with a link in it.
    Open(String),
    /// What was opened is put away again.
    Close,
    /// What somebody wrote (a label, the texts of a plan) goes along in the link, or not any more.
    ToggleWords,
}

/// The page that the application lives in, as far as sharing needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its address, without what stands behind `#`; none where the address means nothing to others.
    pub address: Option<Text>,
    /// Whether the system can pass on a link to other programs.
    pub has_share_sheet: bool,
}

impl Page {
    /// The address that shows what a link carries.
    pub fn address_of(&self, fragment: &Fragment) -> Option<String> {
        Some([self.address.as_deref()?, "#", fragment.as_str()].concat())
    }
}

/// What an address leads to, by what stands behind its `#`; nothing when that is not ours.
pub fn at_address(fragment: &str) -> Option<Action> {
    match Route::parse(fragment) {
        Some(route) => Some(Action::Go(route)),
        None => link::is_link(fragment).then(|| Action::Share(ShareAction::Open(fragment.to_owned()))),
    }
}

/// The statement orders that links are read and written with.
pub fn orders(content: &Content) -> StatementOrders {
    StatementOrder::of(content).into_iter().collect()
}

pub(super) fn update(state: &mut State, action: ShareAction) {
    match action {
        ShareAction::Open(text) => {
            state.opened = Some(Rc::new(link::read(&text, &orders(&state.content))));
            go(state, Route::Link);
        }
        ShareAction::Close => {
            state.opened = None;
            go(state, Route::Start);
        }
        ShareAction::ToggleWords => state.with_words = !state.with_words,
    }
}
