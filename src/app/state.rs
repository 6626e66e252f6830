//! What the application knows at one moment.

use std::rc::Rc;

use time::Date;

use super::{Draft, Grouping, Opened, Page, Route, partner};
use crate::content::stepper::StepperContent;
use crate::content::{Content, Text};
use crate::export::json::ImportProblem;
use crate::export::plan_json::PlanProblem;
use crate::plan::{Number, Plan, Removed};
use crate::record::{Kept, Partners, PlanNumber, RecordProblem, ScanId, Store};
use crate::scan::{Level, Role, Scan};

/// The state of the whole application.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Everything people read, in the chosen language.
    pub content: Rc<Content>,
    /// What the stepper shows, once it is needed.
    pub stepper: Option<Rc<StepperContent>>,
    /// Whether the stepper's content could not be fetched.
    pub stepper_failed: bool,
    /// Whether the rest of the module is here.
    pub rest: Rest,
    /// The day it is.
    pub today: Date,
    /// The screen.
    pub route: Route,
    /// Everything that is kept.
    pub store: Rc<Store>,
    /// Whether the browser keeps it.
    pub storage: Storage,
    /// What is filled in before a scan begins.
    pub draft: Draft,
    /// The levels whose skipped statements were pointed out already.
    pub reminded: Vec<(ScanId, Level)>,
    /// The level whose skipped statements are pointed out now.
    pub reminding: bool,
    /// What is about to be deleted, awaiting a second yes.
    pub deleting: Option<Deletion>,
    /// What was deleted since this screen was opened, and can be put back.
    pub deleted: Vec<Kept>,
    /// The partners of the scans that were deleted.
    pub deleted_partners: Partners,
    /// Plans that were deleted since this screen was opened.
    pub deleted_plans: Vec<Kept<Plan>>,
    /// The action or moment that was last taken out of a plan on this screen.
    pub taken_out: Option<TakenOut>,
    /// What was typed and cannot be kept as it is.
    pub refused: Option<Refused>,
    /// Whether a step of the stepper was left without a choice.
    pub step_open: bool,
    /// Many results together, until the page closes.
    pub group: Grouping,
    /// What stood in the link that was opened last.
    pub opened: Option<Rc<Opened>>,
    /// Whether what somebody wrote goes along in the link that is made on this screen.
    pub with_words: bool,
    /// The page around the application.
    pub page: Page,
    /// What must be told now, newest last.
    pub notices: Vec<Notice>,
}

/// The part of the module that the first answer does not need; it is fetched when it is, or soon will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Not here; it may be on its way.
    NotYet,
    /// It could not be fetched.
    Failed,
    /// Here.
    Here,
}

/// Whether the browser keeps what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// It keeps it.
    Works,
    /// It keeps it for this site only when seen from this page, and may delete it sooner.
    Partitioned,
    /// It refuses to keep anything.
    Blocked,
    /// It has no room left.
    Full,
}

impl Storage {
    /// Whether what is filled in is still there after closing.
    pub const fn keeps(self) -> bool {
        matches!(self, Storage::Works | Storage::Partitioned)
    }
}

/// What is about to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// One scan.
    One(ScanId),
    /// One plan.
    Plan(PlanNumber),
    /// All scans.
    All,
    /// The group of results, which is not kept and does not come back.
    Group,
}

/// A field in which somebody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The name of a scan.
    ScanLabel(ScanId),
    /// The title of a plan.
    Title(PlanNumber),
    /// What an action is.
    What(PlanNumber, Number),
    /// The day of an action.
    When(PlanNumber, Number),
    /// Who does it.
    Who(PlanNumber, Number),
    /// When one begins with it.
    Cue(PlanNumber, Number),
    /// Its first step.
    FirstStep(PlanNumber, Number),
    /// The day of a moment to look back.
    ReviewDay(PlanNumber, Number),
    /// The note of a moment to look back.
    ReviewNote(PlanNumber, Number),
    /// The note with one of the six steps.
    StepNote(PlanNumber, crate::plan::GuideStep),
}

/// What was typed in a field and cannot be kept as it is. The field goes on showing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The field.
    pub field: Field,
    /// What was typed.
    pub typed: String,
    /// Why it cannot be kept.
    pub why: Refusal,
}

/// Why something typed cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has more characters than this.
    TooLong(usize),
    /// There is no such day, or it is not one in which we plan.
    NoSuchDay,
}

/// Something taken out of a plan, which can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenOut {
    /// An action.
    Action(PlanNumber, Removed<crate::plan::Action>),
    /// A moment to look back.
    Review(PlanNumber, Removed<crate::plan::Review>),
}

/// Something that must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file was not imported.
    Import(ImportProblem),
    /// A file could not be read at all.
    FileUnreadable,
    /// A file was imported as this scan.
    Imported(ScanId),
    /// The file holds what is kept already.
    AlreadyHere(ScanId),
    /// A file was imported as this plan.
    PlanImported(PlanNumber),
    /// Both sides are kept with the own scan.
    BothKept(ScanId),
    /// Both sides are kept apart: the own scan was not found.
    BothKeptApart(ScanId),
    /// The plan in the file is kept already.
    PlanAlreadyHere(PlanNumber),
    /// A plan was not imported.
    PlanImport(PlanProblem),
    /// There is no room for more in this plan.
    PlanFull,
    /// There is no day in this plan to put in a calendar.
    NoDays,
    /// There is no room for another scan.
    LibraryFull,
    /// What was kept could not be used and was set aside.
    SetAside(RecordProblem),
    /// Another tab changed what is kept; this tab shows that now.
    OtherTab,
    /// The texts of that language could not be fetched.
    LanguageUnavailable(Text),
    /// Something was copied.
    Copied,
    /// What was opened is kept from now on.
    Kept,
    /// A link was copied.
    LinkCopied,
    /// The browser does not allow copying.
    CopyFailed,
    /// A file could not be made.
    DownloadFailed,
}

/// How far a scan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many statements have an answer.
    pub answered: usize,
    /// How many are asked.
    pub asked: usize,
    /// The first level with a statement without an answer.
    pub next: Option<Level>,
}

impl State {
    /// The state at the start.
    pub fn new(content: Rc<Content>, today: Date, store: Store, storage: Storage, route: Route) -> State {
        let role = store.preferences.role.unwrap_or(Role::Company);
        let sector = store.preferences.sector;
        let invited = partner::invited(&store);
        let draft = invited.map_or_else(|| Draft::new(role, sector), |(kept, _)| Draft::of(&kept.value));
        State {
            content,
            stepper: None,
            stepper_failed: false,
            rest: Rest::NotYet,
            today,
            route,
            store: Rc::new(store),
            storage,
            draft,
            reminded: Vec::new(),
            reminding: false,
            deleting: None,
            deleted: Vec::new(),
            deleted_partners: Partners::default(),
            deleted_plans: Vec::new(),
            taken_out: None,
            refused: None,
            step_open: false,
            group: Grouping::default(),
            opened: None,
            with_words: false,
            page: Page::default(),
            notices: Vec::new(),
        }
    }

    /// Whether nothing happened between two states: then nothing is drawn, and a field keeps what somebody is typing in
    /// it. What is shared is the same when it is the same in memory.
    pub fn is_unchanged(&self, next: &State) -> bool {
        let State {
            content,
            stepper,
            store,
            stepper_failed,
            rest,
            today,
            route,
            storage,
            draft,
            reminded,
            reminding,
            deleting,
            deleted,
            deleted_partners,
            deleted_plans,
            taken_out,
            refused,
            step_open,
            group,
            opened,
            with_words,
            page,
            notices,
        } = next;
        Rc::ptr_eq(&self.content, content)
            && Rc::ptr_eq(&self.store, store)
            && is_same(&self.stepper, stepper)
            && is_same(&self.opened, opened)
            && self.stepper_failed == *stepper_failed
            && self.rest == *rest
            && self.today == *today
            && self.route == *route
            && self.storage == *storage
            && self.draft == *draft
            && self.reminded == *reminded
            && self.reminding == *reminding
            && self.deleting == *deleting
            && self.deleted == *deleted
            && self.deleted_partners == *deleted_partners
            && self.deleted_plans == *deleted_plans
            && self.taken_out == *taken_out
            && self.refused == *refused
            && self.step_open == *step_open
            && self.group == *group
            && self.with_words == *with_words
            && self.page == *page
            && self.notices == *notices
    }

    /// The party somebody speaks for.
    pub fn role(&self) -> Role {
        self.draft.role
    }

    /// A scan that is kept.
    pub fn scan(&self, id: ScanId) -> Option<&Rc<Scan>> {
        self.store.library.get(id)
    }

    /// A plan that is kept.
    pub fn plan(&self, id: PlanNumber) -> Option<&Rc<Plan>> {
        self.store.plans.get(id)
    }

    /// The stepper's content, when it is there in the language of the page.
    pub fn stepper(&self) -> Option<&Rc<StepperContent>> {
        self.stepper.as_ref().filter(|stepper| stepper.language == self.content.language.code)
    }

    /// Whether another link was opened, or put away, between two states.
    pub fn opened_anew(&self, next: &State) -> bool {
        !is_same(&self.opened, &next.opened)
    }

    /// What was typed in a field, if it was refused.
    pub fn refused(&self, field: Field) -> Option<&Refused> {
        self.refused.as_ref().filter(|refused| refused.field == field)
    }

    /// How far a scan is.
    pub fn progress(&self, scan: &Scan) -> Progress {
        let mut progress = Progress { answered: 0, asked: 0, next: None };
        for statement in self.content.asked_by(scan) {
            progress.asked += 1;
            match scan.answers.get(statement.id) {
                Some(_) => progress.answered += 1,
                None => progress.next = progress.next.or(Some(statement.level)),
            }
        }
        progress
    }

    /// Whether what this screen shows depends on what an earlier content version asked, and that is not here yet.
    pub fn lacks_earlier(&self) -> bool {
        let latest = || self.store.library.latest_own().map(|kept| &kept.value);
        let scan = match self.route {
            Route::Start => latest(),
            route => route.scan().and_then(|id| self.scan(id)),
        };
        !self.content.is_whole() && scan.is_some_and(|scan| !self.content.knows(scan))
    }

    /// The party that the shown screen addresses.
    pub fn role_shown(&self) -> Role {
        self.route.scan().and_then(|id| self.scan(id)).map_or(self.draft.role, |scan| scan.role)
    }

    /// The scan to go on with: the one of one's own that was changed last, and how far it is.
    pub fn latest_own(&self) -> Option<(&Kept, Progress)> {
        let latest = self.store.library.latest_own().filter(|kept| self.content.knows(&kept.value))?;
        Some((latest, self.progress(&latest.value)))
    }
}

/// Whether two values are the same in memory, or both absent.
fn is_same<T>(before: &Option<Rc<T>>, now: &Option<Rc<T>>) -> bool {
    match (before, now) {
        (Some(before), Some(now)) => Rc::ptr_eq(before, now),
        (before, now) => before.is_none() && now.is_none(),
    }
}
