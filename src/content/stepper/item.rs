//! What one can do, and for which goals and target groups a source supports it.

use super::{FactCheck, Link};
use crate::content::{CitationIndex, Text};
use crate::named::numbered;
use crate::plan::{Goal, TargetGroup, TimeLevel};
use crate::tree::in_order;

/// An activity, a programme to join, an item from another source or an example.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name for ever, such as `AC-L1`.
    pub id: Text,
    /// What kind of thing it is.
    pub kind: ItemKind,
    /// Its name.
    pub name: Text,
    /// What one does, in one or two sentences.
    pub text: Text,
    /// The first step, as it is put into a plan; examples have none.
    pub first_step: Option<Text>,
    /// The least time level at which it can be done.
    pub from: TimeLevel,
    /// The chapter it stands in, if that chapter names goals for all that stands in it (FME ch. 2 to 4).
    pub chapter: Option<TimeLevel>,
    /// The goals that something supports, apart from those its chapter names.
    pub goals: Vec<GoalSupport>,
    /// The target groups that something supports.
    pub groups: Vec<GroupSupport>,
    /// Ids of the activities it helps with.
    pub helps_with: Vec<Text>,
    /// Whether there should be things to do with one's hands in it (FME ch. 2).
    pub hands_on: bool,
    /// What may have changed since the source was written.
    pub check: Option<FactCheck>,
    /// Where to read more.
    pub link: Option<Link>,
    /// Where it comes from; never empty.
    pub sources: Vec<CitationIndex>,
}

numbered! {
    /// What kind of thing an item is.
    ItemKind {
        /// Something to do (FME ch. 2 to 4).
        Activity = "activity",
        /// Something to join ('Zo pak je het aan', FME ch. 1 to 4).
        Programme = "programme",
        /// Something to do that another document than the FME guide describes; no time level is stated there.
        OtherSource = "other_source",
        /// What one company did (interviews in FME ch. 1 to 4); no name of a person.
        Example = "example",
    }
}

/// That an item serves a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalSupport {
    /// Which goal.
    pub goal: Goal,
    /// How well that is founded.
    pub basis: GoalBasis,
    /// For these target groups only; empty means all groups of the item.
    pub groups: Vec<TargetGroup>,
    /// Where that is said; empty means where the item comes from.
    pub sources: Vec<CitationIndex>,
}

/// That an item serves a target group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSupport {
    /// Which group.
    pub group: TargetGroup,
    /// How well that is founded.
    pub basis: GroupBasis,
    /// Where that is said; empty means where the item comes from.
    pub sources: Vec<CitationIndex>,
}

numbered! {
    /// On what it rests that an item serves a goal, best first.
    GoalBasis {
        /// The item's own text says so.
        OwnText = "own_text",
        /// The chapter of the item's time level names the goal for all its activities.
        Chapter = "chapter",
        /// Another source says so.
        OtherSource = "other_source",
        /// A company tells it in an interview.
        Interview = "interview",
        /// Our own idea.
        OwnIdea = "own_idea",
    }
}

impl GoalBasis {
    /// Whether it is strong enough to suggest the item for the goal.
    pub const fn is_strong(self) -> bool {
        matches!(self, GoalBasis::OwnText | GoalBasis::Chapter)
    }
}

numbered! {
    /// On what it rests that an item serves a target group, best first.
    GroupBasis {
        /// The group is named.
        Named = "named",
        /// A general word covers it: leerlingen (po, vo), studenten (mbo, hbo), docenten or scholen (all).
        General = "general",
        /// Our own idea.
        OwnIdea = "own_idea",
    }
}

impl GroupBasis {
    /// Whether it is strong enough to suggest the item for the group.
    pub const fn is_strong(self) -> bool {
        matches!(self, GroupBasis::Named | GroupBasis::General)
    }
}

in_order! {
    Item { id, kind, name, text, first_step, from, chapter, goals, groups, helps_with, hands_on, check, link, sources }
    GoalSupport { goal, basis, groups, sources }
    GroupSupport { group, basis, sources }
}
