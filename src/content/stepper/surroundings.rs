//! What stands around the activities: funding, contacts, notes, ways out, the six steps.

use crate::content::{CitationIndex, Text};
use crate::date::Day;
use crate::named::numbered;
use crate::plan::{Choice, Class, Goal, GuideStep, TargetGroup, TimeLevel};
use crate::tree::in_order;

/// To which choices something belongs; an empty list closes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct Scope {
    /// Only with one of these goals.
    #[cfg_attr(feature = "authoring", serde(default))]
    pub goals: Vec<Goal>,
    /// Only with one of these target groups.
    #[cfg_attr(feature = "authoring", serde(default))]
    pub groups: Vec<TargetGroup>,
    /// Only when there is at least this much time.
    #[cfg_attr(feature = "authoring", serde(default))]
    pub from: Option<TimeLevel>,
    /// Only beside one of these items.
    #[cfg_attr(feature = "authoring", serde(default))]
    pub items: Vec<Text>,
}

impl Scope {
    /// Whether it belongs to a choice, beside whatever items.
    pub fn allows(&self, choice: &Choice) -> bool {
        (self.goals.is_empty() || self.goals.iter().any(|&goal| choice.goals.contains(goal)))
            && (self.groups.is_empty() || self.groups.iter().any(|&group| choice.groups.contains(group)))
            && self.from.is_none_or(|from| from <= choice.time)
    }

    /// Whether it belongs beside an item.
    pub fn allows_item(&self, id: &str) -> bool {
        self.items.is_empty() || self.items.iter().any(|item| **item == *id)
    }
}

/// A page of somebody else. We never open it; the reader may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub url: Text,
    /// When we last saw it work; nothing if we only have it from the source.
    pub checked_on: Option<Day>,
    /// Whether what it leads to has ended.
    pub ended: bool,
}

/// Something that can age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactCheck {
    /// When it was last compared with the source named.
    pub checked_on: Day,
    /// What may have changed, or what to keep in mind.
    pub about: Text,
}

/// A scheme that may pay for something (content-map 2.7).
#[derive(Clone, Debug, PartialEq)]
pub struct Funding {
    /// Its name for ever, such as `FU-01`.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// To which choices it belongs.
    pub scope: Scope,
    /// Who can get it for what.
    pub conditions: Vec<Text>,
    /// The last day on which it runs, if the source says so.
    pub valid_until: Option<Day>,
    /// The year of the edition the source names.
    pub edition: Option<u16>,
    /// When it was last compared with the source named.
    pub checked_on: Day,
    /// Where to read more.
    pub link: Option<Link>,
    /// Where it comes from.
    pub sources: Vec<CitationIndex>,
}

/// A way to get in touch: a function or an organisation, never a person (content-map 2.8).
#[derive(Clone, Debug, PartialEq)]
pub struct ContactRoute {
    /// Its name for ever, such as `CR-04`.
    pub id: Text,
    /// Whom or what to approach.
    pub name: Text,
    /// How.
    pub text: Text,
    /// To which choices it belongs.
    pub scope: Scope,
    /// Whether it is the function to ask for at a school of the target group, rather than a general way in.
    pub at_school: bool,
    /// Where it comes from.
    pub sources: Vec<CitationIndex>,
}

/// A remark beside the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its name for ever, such as `MD-1`.
    pub id: Text,
    /// What kind of remark it is.
    pub kind: NoteKind,
    /// The remark.
    pub text: Text,
    /// To which choices it belongs.
    pub scope: Scope,
    /// The months it is about, 1 to 12.
    pub months: Vec<u8>,
    /// Ids of the examples that show it.
    pub examples: Vec<Text>,
    /// Where it comes from.
    pub sources: Vec<CitationIndex>,
}

numbered! {
    /// What kind of remark a note is.
    NoteKind {
        /// Something to do with one's hands; belongs beside items with [`super::Item::hands_on`].
        HandsOn = "hands_on",
        /// A good start for anybody.
        Start = "start",
        /// A moment in the year.
        Calendar = "calendar",
        /// A way to spend less time.
        TimeSaver = "time_saver",
        /// What to expect and what not.
        Expectation = "expectation",
        /// A condition of funding.
        Funding = "funding",
        /// For whom the guide was written, and for whom we generalise it.
        Sector = "sector",
        /// For a school that reads the stepper the other way.
        School = "school",
    }
}

numbered! {
    /// The honest ways out of an empty combination (content-map 2.11).
    WayRule {
        /// RS1: the first time level at which the goal is served.
        MoreTime = "more_time",
        /// RS2: what helps a little with another goal.
        ExtraEffect = "extra_effect",
        /// RS3: share the load.
        ShareLoad = "share_load",
        /// RS4: another target group.
        OtherGroup = "other_group",
        /// RS5: start small.
        StartSmall = "start_small",
        /// RS6: the sources name nothing.
        NothingNamed = "nothing_named",
    }
}

numbered! {
    /// What a way out changes.
    Change {
        /// Nothing: it is a statement.
        Nothing = "nothing",
        /// The time, to the first level whose chapter names the goal.
        TimeUntilNamed = "time_until_named",
        /// The time, to the first level at which something strong fits; failing that, as [`Change::TimeUntilNamed`].
        TimeUntilFilled = "time_until_filled",
        /// The target group, to one that the sources tie to the goal. Only if the group has nothing strong at any level.
        GroupToHinted = "group_to_hinted",
        /// A goal is added that something strong serves, out of [`Way::goals`].
        GoalAdded = "goal_added",
    }
}

/// A way out of a combination that the source does not fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Which rule it is.
    pub rule: WayRule,
    /// For which classes of answer it is offered.
    pub classes: Vec<Class>,
    /// What it changes.
    pub change: Change,
    /// For [`Change::GoalAdded`]: the goals, best first.
    pub goals: Vec<Goal>,
    /// The sentence, with `{goal}`, `{time}`, `{group}` or `{activity}`.
    pub text: Text,
    /// The words on the button, with the same tokens; nothing for a statement.
    pub button: Option<Text>,
    /// Where it comes from; empty for our own rule of honesty.
    pub sources: Vec<CitationIndex>,
}

/// One of the six steps (FME ch. 5).
#[derive(Clone, Debug, PartialEq)]
pub struct GuideStepTexts {
    /// Which step.
    pub step: GuideStep,
    /// Its name.
    pub name: Text,
    /// The questions to answer.
    pub questions: Vec<Text>,
    /// Ids of the contact routes that help.
    pub contacts: Vec<Text>,
    /// Where it comes from.
    pub sources: Vec<CitationIndex>,
}

in_order! {
    Scope { goals, groups, from, items }
    Link { url, checked_on, ended }
    FactCheck { checked_on, about }
    Funding { id, name, scope, conditions, valid_until, edition, checked_on, link, sources }
    ContactRoute { id, name, text, scope, at_school, sources }
    Note { id, kind, text, scope, months, examples, sources }
    Way { rule, classes, change, goals, text, button, sources }
    GuideStepTexts { step, name, questions, contacts, sources }
}
