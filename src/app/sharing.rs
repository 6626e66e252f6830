//! What changes when results and plans are shared, and when a link is opened.

use std::rc::Rc;

use super::moves::{go, tell};
use super::{Action, Notice, Route, State};
use crate::content::{Content, Text};
use crate::link::{self, Fragment, LabelIn, Link, ReadError, TextsIn, write_plan, write_result};
use crate::plan::{self, Origin, Plan, suggest};
use crate::record::{Kept, KeptId, Library, PlanNumber, ScanId};
use crate::scan::{Scan, Sector, StatementOrders};
use crate::wording;

/// What stood in a link that was opened. It is looked at, never a session of one's own, until it is kept.
pub type Opened = Result<Link, ReadError>;

/// Something that happens around links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareAction {
    /// A link was opened or pasted: any text with a link in it.
    Open(String),
    /// The page around the application is known.
    Around(Page),
    /// The result or plan that was opened is kept.
    Keep,
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

/// What happens, in turn, when this stands behind the `#` of the address; nothing when it is not ours.
pub fn at_address(fragment: &str) -> Vec<Action> {
    match Route::parse(fragment) {
        Some(route) => vec![Action::Go(route)],
        // The code that reads a link may still be on its way; the screen waits for it.
        None if link::is_in_address(fragment) => {
            vec![Action::Go(Route::Link), Action::Share(ShareAction::Open(fragment.to_owned()))]
        }
        None => Vec::new(),
    }
}

/// The statement orders that links are read and written with.
pub fn orders(content: &Content) -> StatementOrders {
    content.orders()
}

pub(super) fn update(state: &mut State, action: &ShareAction) {
    match action {
        ShareAction::Open(text) => {
            state.opened = Some(Rc::new(link::read(text, &orders(&state.content))));
            go(state, Route::Link);
        }
        ShareAction::Around(page) => state.page = page.clone(),
        ShareAction::Keep => keep(state),
        ShareAction::Close => {
            state.opened = None;
            go(state, Route::Start);
        }
        ShareAction::ToggleWords => state.with_words = !state.with_words,
    }
}

fn keep(state: &mut State) {
    let Some(opened) = state.opened.clone() else { return };
    let kept = match &*opened {
        Ok(Link::Result(scan)) => {
            let here = state.kept_result(scan);
            here.or_else(|| Rc::make_mut(&mut state.store).library.add_foreign(scan.clone()))
                .map(Route::Result)
        }
        Ok(Link::Plan(plan, texts)) => {
            let Some(whole) = state.with_texts(plan) else { return };
            let here = state.kept_plan(plan, *texts);
            here.or_else(|| Rc::make_mut(&mut state.store).plans.add_first(whole)).map(Route::Plan)
        }
        _ => return,
    };
    match kept {
        Some(route) => {
            state.opened = None;
            go(state, route);
            if state.storage.keeps() {
                tell(state, Notice::Kept);
            }
        }
        None => tell(state, Notice::LibraryFull),
    }
}

impl State {
    /// The scan kept here that says the same as this one in a link; its name does not matter.
    pub fn kept_result(&self, scan: &Scan) -> Option<ScanId> {
        let orders = orders(&self.content);
        same_link(&self.store.library, scan, |scan| write_result(scan, LabelIn::LeftOut, &orders).ok())
    }

    /// The plan kept here that says the same as this one in a link, as far as that link tells.
    pub fn kept_plan(&self, plan: &Plan, texts: TextsIn) -> Option<PlanNumber> {
        same_link(&self.store.plans, plan, |plan| write_plan(plan, texts).ok())
    }

    /// Whether the plan in a link has been opened: what its link left out stands in the stepper's content.
    pub fn has_opened_plan(&self) -> bool {
        matches!(self.opened.as_deref(), Some(Ok(Link::Plan(..))))
    }

    /// A plan with the words of the content for what a link left out; none while the stepper's content is on its way.
    pub fn with_texts(&self, plan: &Plan) -> Option<Plan> {
        let stepper = self.stepper()?;
        let look_up = |origin: &Origin| -> Option<plan::Action> {
            match origin {
                Origin::Own => None,
                Origin::Item { id, .. } => {
                    suggest::from_item(stepper, stepper.item(id.as_str())?, self.today).ok()
                }
                Origin::Advice { id, .. } => self.advised(id.as_str(), self.draft.sector),
            }
        };
        Some(link::with_content(plan.clone(), look_up))
    }

    /// The action that an advice suggests, in the words of a kind of school. Where that is not known, those of mbo: it
    /// is what most of the sources are about.
    pub(super) fn advised(&self, id: &str, sector: Option<Sector>) -> Option<plan::Action> {
        let content = &self.content;
        let mut all = content.statements.iter().flat_map(|statement| &statement.advice);
        let advice = all.find(|advice| *advice.id == *id)?;
        let text = wording::advice(content, advice, sector.unwrap_or(Sector::Vocational));
        suggest::from_advice(id, &text, &wording::citations(content, &advice.sources), self.today).ok()
    }
}

/// What gives the same link as `value`. What cannot stand in a link is like nothing else.
fn same_link<T: Clone + PartialEq>(
    library: &Library<T>,
    value: &T,
    write: impl Fn(&T) -> Option<Fragment>,
) -> Option<KeptId> {
    let wanted = write(value)?;
    library.iter().find(|Kept { value, .. }| write(value).as_ref() == Some(&wanted)).map(|kept| kept.id)
}
