//! Two scans next to each other: of a school and a company ([`Mirror`]), or of one side at two times ([`Again`]).
//!
//! Only statements that both scans asked in the same wording are compared; the frozen
//! orders tell what a content version asked. What is not compared is named, with the reason.

mod again;
mod agenda;
mod mirror;

use std::fmt;

use super::{Answer, AskedStatement, Scan, Score, StatementId, StatementOrders};
use crate::content::{Content, Statement};

pub use again::{Again, Change, LevelChange, StatementChange};
pub use agenda::{AGENDA_TOPICS, Topic, TopicAdvice, WhyTopic, topic_advice};
pub use mirror::{Gap, Mirror, SideBySide, TALK_ABOUT_FROM, Unscored};

/// An answer that has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoScore {
    /// 'Weet ik niet'.
    DontKnow,
    /// 'Past niet bij ons'.
    NotApplicable,
    /// Not answered.
    Blank,
}

/// Two answers of which at least one has no score, so that there is no difference to speak of. The first is of
/// the school or of the earlier scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OneSided {
    /// Only the first has a score.
    First(Score, NoScore),
    /// Only the second has a score.
    Second(NoScore, Score),
    /// Neither has a score.
    Neither(NoScore, NoScore),
}

/// A statement that is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// Which statement.
    pub statement: StatementId,
    /// Why not.
    pub why: WhyNotCompared,
}

/// Why a statement is not compared. The first scan is that of the school, or the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNotCompared {
    /// Only the first scan asked it: the other was a quick one or of another content version.
    OnlyFirst,
    /// Only the second scan asked it.
    OnlySecond,
    /// Both asked it, but in wordings that mean something else.
    OtherWording,
    /// Both asked it in the same wording, but this content cannot show it any more.
    NoLongerAsked,
}

/// Why two scans are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CannotCompare {
    /// A change is of one side: these are of a school and a company, see [`Mirror`].
    OtherRole,
    /// It is not known what this content version asked.
    UnknownContentVersion(u16),
}

impl fmt::Display for CannotCompare {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CannotCompare::OtherRole => formatter.write_str("the scans are of two different sides"),
            CannotCompare::UnknownContentVersion(version) => {
                write!(formatter, "content version {version} is not known")
            }
        }
    }
}

fn scores(first: Option<Answer>, second: Option<Answer>) -> Scores {
    match (score(first), score(second)) {
        (Ok(first), Ok(second)) => Ok((first, second)),
        (Ok(first), Err(second)) => Err(OneSided::First(first, second)),
        (Err(first), Ok(second)) => Err(OneSided::Second(first, second)),
        (Err(first), Err(second)) => Err(OneSided::Neither(first, second)),
    }
}

fn score(answer: Option<Answer>) -> Result<Score, NoScore> {
    match answer {
        Some(Answer::Scored(score)) => Ok(score),
        Some(Answer::DontKnow) => Err(NoScore::DontKnow),
        Some(Answer::NotApplicable) => Err(NoScore::NotApplicable),
        None => Err(NoScore::Blank),
    }
}

/// Both scores, or what there is instead.
type Scores = Result<(Score, Score), OneSided>;

/// Which statements two scans have in common.
struct Matched<'c> {
    /// The statements and what both answered, in the order of the content.
    common: Vec<(&'c Statement, Scores)>,
    /// The rest, in the order in which they were asked.
    not_compared: Vec<NotCompared>,
}

impl<'c> Matched<'c> {
    fn between(
        first: &Scan,
        second: &Scan,
        orders: &StatementOrders,
        content: &'c Content,
    ) -> Result<Matched<'c>, CannotCompare> {
        let order = |scan: &Scan| {
            let version = scan.content_version;
            orders.get(version).ok_or(CannotCompare::UnknownContentVersion(version))
        };
        let (first_order, second_order) = (order(first)?, order(second)?);
        let why_not = |asked: &AskedStatement| match second_order.asked(second.variant, asked.id) {
            None => Some(WhyNotCompared::OnlyFirst),
            Some(other) if other.wording != asked.wording => Some(WhyNotCompared::OtherWording),
            Some(_) => match content.statement(asked.id) {
                Some(now) if now.wording == asked.wording => None,
                _ => Some(WhyNotCompared::NoLongerAsked),
            },
        };
        let mut not_compared = Vec::new();
        let mut comparable = Vec::new();
        for asked in first_order.asked_in(first.variant) {
            match why_not(asked) {
                None => comparable.push(asked.id),
                Some(why) => not_compared.push(NotCompared { statement: asked.id, why }),
            }
        }
        for asked in second_order.asked_in(second.variant) {
            if first_order.asked(first.variant, asked.id).is_none() {
                let why = WhyNotCompared::OnlySecond;
                not_compared.push(NotCompared { statement: asked.id, why });
            }
        }
        let mut common = Vec::new();
        for statement in &content.statements {
            let id = statement.id;
            if comparable.contains(&id) {
                common.push((statement, scores(first.answers.get(id), second.answers.get(id))));
            }
        }
        Ok(Matched { common, not_compared })
    }
}
