//! What changes where many results are seen together.
//!
//! A group can be large, so nothing here reads or counts: the page does that in small steps (`ui::grouping`). It takes
//! the group, lets it grow and gives it back, so that it is never copied; while it is away, the state holds how far
//! the reading is.

use std::rc::Rc;

use super::State;
use crate::gather::Gathered;
use crate::scan::group::{Filter, Tally};

/// Many results, as the screens show them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouping {
    /// The results.
    pub contents: Contents,
    /// Which of them count.
    pub filter: Filter,
    /// Which statement the meeting sees, by its place, from 0, with the largest disagreement first.
    pub shown: usize,
    /// Whether the table that leaves has labels in it.
    pub with_labels: bool,
}

/// The results of a group.
#[derive(Clone, Debug, Default)]
pub enum Contents {
    /// There are none.
    #[default]
    Empty,
    /// The page is reading.
    Reading(Progress),
    /// What came of reading, and the statistics that were counted last, with the filter through which. While those of
    /// another filter are being counted, these stay, so that the screen does not jump.
    There(Rc<Gathered>, Option<(Filter, Rc<Tally>)>),
}

/// How far the reading of texts is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many results there are by now.
    pub results: u32,
    /// How much of the texts was read, in percent.
    pub percent: u32,
}

/// What is large is the same when it is the same in memory.
impl PartialEq for Contents {
    fn eq(&self, other: &Contents) -> bool {
        match (self, other) {
            (Contents::Empty, Contents::Empty) => true,
            (Contents::Reading(one), Contents::Reading(other)) => one == other,
            (Contents::There(one, counted), Contents::There(other, also_counted)) => {
                let same_tally = match (counted, also_counted) {
                    (Some((of, one)), Some((also_of, other))) => of == also_of && Rc::ptr_eq(one, other),
                    (one, other) => one.is_none() && other.is_none(),
                };
                Rc::ptr_eq(one, other) && same_tally
            }
            _ => false,
        }
    }
}

/// Something that happened to the group.
#[derive(Clone, Debug)]
pub enum GroupAction {
    /// The page begins to read and takes the group with it.
    Begin,
    /// It is as far as this.
    Progress(Progress),
    /// It is done, or was stopped, and gives the group back.
    Read(Rc<Gathered>),
    /// Other results count.
    Choose(Filter),
    /// They were counted.
    Counted(Filter, Rc<Tally>),
    /// The meeting sees the statement at this place.
    Show(usize),
    /// The table that leaves has labels in it, or not.
    WithLabels(bool),
}

/// As [`Contents`].
impl PartialEq for GroupAction {
    fn eq(&self, other: &GroupAction) -> bool {
        use GroupAction::{Begin, Choose, Counted, Progress, Read, Show, WithLabels};
        match (self, other) {
            (Begin, Begin) => true,
            (Progress(one), Progress(other)) => one == other,
            (Read(one), Read(other)) => Rc::ptr_eq(one, other),
            (Choose(one), Choose(other)) => one == other,
            (Counted(of, one), Counted(also_of, other)) => of == also_of && Rc::ptr_eq(one, other),
            (Show(one), Show(other)) => one == other,
            (WithLabels(one), WithLabels(other)) => one == other,
            _ => false,
        }
    }
}

impl Grouping {
    /// The results, when they are not away.
    pub fn gathered(&self) -> Option<&Rc<Gathered>> {
        match &self.contents {
            Contents::There(gathered, _) => Some(gathered),
            Contents::Empty | Contents::Reading(_) => None,
        }
    }

    /// The statistics that were counted last.
    pub fn tally(&self) -> Option<&Rc<Tally>> {
        match &self.contents {
            Contents::There(_, Some((_, tally))) => Some(tally),
            Contents::There(_, None) | Contents::Empty | Contents::Reading(_) => None,
        }
    }

    /// Whether the statistics of what the filter lets through are still being counted.
    pub fn is_counting(&self) -> bool {
        match &self.contents {
            Contents::There(_, tally) => tally.as_ref().is_none_or(|(filter, _)| *filter != self.filter),
            Contents::Empty | Contents::Reading(_) => false,
        }
    }
}

pub(super) fn update(state: &mut State, action: &GroupAction) {
    let group = &mut state.group;
    match action {
        GroupAction::Begin => {
            state.deleting = None;
            group.shown = 0;
            group.contents = Contents::Reading(Progress::default());
        }
        GroupAction::Progress(now) => {
            if let Contents::Reading(progress) = &mut group.contents {
                *progress = *now;
            }
        }
        GroupAction::Read(gathered) => {
            group.shown = 0;
            group.contents = Contents::There(Rc::clone(gathered), None);
        }
        GroupAction::Choose(filter) => {
            if group.gathered().is_some() {
                group.filter = *filter;
            }
        }
        GroupAction::Counted(filter, counted) => {
            if let Contents::There(_, tally) = &mut group.contents
                && group.filter == *filter
            {
                *tally = Some((*filter, Rc::clone(counted)));
                group.shown = 0;
            }
        }
        GroupAction::Show(place) => {
            let last = group.tally().map_or(0, |tally| tally.asked().count().saturating_sub(1));
            group.shown = (*place).min(last);
        }
        GroupAction::WithLabels(with) => group.with_labels = *with,
    }
}

/// The results go. They were nowhere else, so nothing can bring them back.
pub(super) fn clear(state: &mut State) {
    if state.group.gathered().is_some() {
        state.group = Grouping::default();
    }
}
