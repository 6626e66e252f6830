//! What the application knows at one moment.

use std::rc::Rc;

use time::Date;

use super::Route;
use crate::content::{Content, Text};
use crate::export::json::ImportProblem;
use crate::record::{Kept, RecordProblem, ScanId, Store};
use crate::scan::{Level, Role, Scan, Sector, Variant};

/// The state of the whole application.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Everything people read, in the chosen language.
    pub content: Rc<Content>,
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
    /// Whether the last rename was refused because the name was too long.
    pub rename_too_long: Option<ScanId>,
    /// What must be told now, newest last.
    pub notices: Vec<Notice>,
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

/// What is filled in before a scan begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Who answers.
    pub role: Role,
    /// The kind of school, once chosen.
    pub sector: Option<Sector>,
    /// How much is asked.
    pub variant: Variant,
    /// The label as typed.
    pub label: String,
    /// Why the scan cannot begin yet.
    pub problem: Option<SetupProblem>,
}

/// Why a scan cannot begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupProblem {
    /// The kind of school is not chosen.
    NoSector,
    /// The label is too long.
    LabelTooLong,
    /// The most scans that are kept are there.
    LibraryFull,
}

/// What is about to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// One scan.
    One(ScanId),
    /// All scans.
    All,
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
        State {
            content,
            today,
            route,
            store: Rc::new(store),
            storage,
            draft: Draft::new(role, sector),
            reminded: Vec::new(),
            reminding: false,
            deleting: None,
            deleted: Vec::new(),
            rename_too_long: None,
            notices: Vec::new(),
        }
    }

    /// The party somebody speaks for.
    pub fn role(&self) -> Role {
        self.draft.role
    }

    /// A scan that is kept.
    pub fn scan(&self, id: ScanId) -> Option<&Rc<Scan>> {
        self.store.library.get(id)
    }

    /// How far a scan is.
    pub fn progress(&self, scan: &Scan) -> Progress {
        let mut progress = Progress { answered: 0, asked: 0, next: None };
        for statement in self.content.statements_in(scan.variant) {
            progress.asked += 1;
            match scan.answers.get(statement.id) {
                Some(_) => progress.answered += 1,
                None => progress.next = progress.next.or(Some(statement.level)),
            }
        }
        progress
    }

    /// The scan to go on with: the one changed last, when it has statements without an answer.
    pub fn unfinished(&self) -> Option<(&Kept, Progress)> {
        let latest = self.store.library.latest()?;
        let progress = self.progress(&latest.scan);
        progress.next.is_some().then_some((latest, progress))
    }
}

impl Draft {
    /// An empty draft.
    pub fn new(role: Role, sector: Option<Sector>) -> Draft {
        // A company does the quick scan on a phone, a school wants the whole picture (product.md, The people).
        let variant = match role {
            Role::Company => Variant::Quick,
            Role::School => Variant::Full,
        };
        Draft { role, sector, variant, label: String::new(), problem: None }
    }
}
