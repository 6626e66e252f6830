//! Everything that can happen.

use std::rc::Rc;

use time::Date;

use super::{Deletion, Notice, Route};
use crate::content::{Content, Text};
use crate::record::{RecordProblem, ScanId, Store};
use crate::scan::{Answer, Role, Sector, StatementId, Variant};

/// Something that happened: a person did it or the browser reports it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The address bar, a link or a button leads to a screen.
    Go(Route),
    /// Somebody speaks for this party.
    ChooseRole(Role),
    /// The kind of school for the next scan.
    ChooseSector(Sector),
    /// How much the next scan asks.
    ChooseVariant(Variant),
    /// The label of the next scan, as typed.
    TypeLabel(String),
    /// The scan begins.
    Begin,
    /// A scan like this one is prepared, to see what changed.
    Repeat(ScanId),
    /// A statement is answered.
    Answer(ScanId, StatementId, Answer),
    /// An answer is taken back.
    ClearAnswer(ScanId, StatementId),
    /// On to the next level, or to the check screen.
    Continue,
    /// A quick scan asks all statements from now on.
    Extend(ScanId),
    /// A scan gets another label.
    Rename(ScanId, String),
    /// The kind of school of a scan that was begun is corrected.
    CorrectSector(ScanId, Sector),
    /// Deleting is asked for; nothing is deleted yet.
    AskDelete(Deletion),
    /// Not deleting after all.
    KeepAfterAll,
    /// Deleting, the second yes.
    Delete,
    /// What was deleted comes back.
    Undelete,
    /// A file was read, or not.
    FileRead(Result<String, FileProblem>),
    /// The texts of a language arrived.
    LanguageLoaded(Rc<Content>),
    /// They did not.
    LanguageFailed(Text),
    /// What saving came to.
    Saved(SaveOutcome),
    /// Another tab changed what is kept.
    Adopt(Rc<Store>),
    /// Something kept could not be used.
    SetAside(RecordProblem),
    /// Something must be told.
    Tell(Notice),
    /// It was read.
    Dismiss(usize),
    /// It is another day.
    DayChanged(Date),
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is larger than any of ours.
    TooLarge,
    /// The browser could not read it as text.
    Unreadable,
}

/// What saving came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveOutcome {
    /// It was kept.
    Kept,
    /// The browser refuses to keep anything.
    Blocked,
    /// There is no room.
    Full,
}
