//! Everything that can happen.

use std::rc::Rc;

use time::Date;

use super::{Deletion, Field, GroupAction, Notice, Route, ShareAction};
use crate::content::stepper::StepperContent;
use crate::content::{Content, Text};
use crate::plan::{Choice, Goal, GuideStep, Number, PlanId, TargetGroup, TimeLevel};
use crate::record::{PlanNumber, RecordProblem, ScanId, Store};
use crate::scan::compare::AGENDA_TOPICS;
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
    /// Something was typed in a field.
    Type(Field, String),
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
    /// The stepper's content arrived.
    StepperLoaded(Rc<StepperContent>),
    /// It did not.
    StepperFailed,
    /// The stepper's content is asked for once more.
    RetryStepper,
    /// A goal is chosen, or not any more.
    ToggleGoal(Goal),
    /// A target group is chosen, or not any more.
    ToggleGroup(TargetGroup),
    /// The time is chosen.
    ChooseTime(TimeLevel),
    /// On to the next step of the stepper, or to its answer.
    ContinueStep,
    /// The stepper goes on with another choice.
    Choose(Choice),
    /// A plan with nothing in it is begun and shown.
    BeginPlan(PlanId),
    /// Something is put into the plan that was changed last; `PlanId` is the name of a plan if there is none.
    Add(PlanId, Addition),
    /// A plan changes.
    Plan(PlanNumber, PlanChange),
    /// What was taken out of a plan is put back.
    PutBack,
    /// Something between an invitation and the view of both sides.
    Mirror(MirrorAction),
    /// The rest of the module arrived.
    RestArrived,
    /// It did not.
    RestFailed,
    /// The rest of the module is asked for once more.
    RetryRest,
    /// The texts of a language arrived.
    LanguageLoaded(Rc<Content>),
    /// They did not.
    LanguageFailed(Text),
    /// Something happened to the group of results.
    Group(GroupAction),
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
    /// Something around links.
    Share(ShareAction),
    /// It is another day.
    DayChanged(Date),
}

/// What happens between an invitation and the view of both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MirrorAction {
    /// A scan is prepared to answer the invitation that was opened.
    Accept,
    /// The scan that is being prepared answers no invitation.
    Decline,
    /// A scan that is kept answers the invitation that was opened.
    AnswerWith(ScanId),
    /// One's own answers stand, also where some are open: both sides may be seen.
    Stand(ScanId),
    /// Both sides of the link that was opened are kept; this one is one's own.
    KeepBoth(Role),
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

/// Something to put into a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addition {
    /// An item of the stepper.
    Item(Text),
    /// An advice of the scan, in the words of a kind of school.
    Advice(Sector, Text),
    /// The advice that goes with topics for a talk, by their statements, in the words of a kind of school.
    Topics(Sector, [Option<StatementId>; AGENDA_TOPICS]),
}

/// How a plan changes, apart from what is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChange {
    /// An action of one's own, still without words.
    AddAction,
    /// An action is done, or not after all.
    ToggleDone(Number),
    /// An action comes one earlier.
    MoveUp(Number),
    /// An action comes one later.
    MoveDown(Number),
    /// An action is taken out.
    TakeOutAction(Number),
    /// Another moment to look back.
    AddReview,
    /// A moment to look back is taken out.
    TakeOutReview(Number),
    /// One of the six steps is done, or not after all.
    ToggleStep(GuideStep),
}
