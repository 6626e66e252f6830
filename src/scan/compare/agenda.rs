//! What a school and a company could talk about first.

use std::cmp::Reverse;

use super::{Gap, Mirror, NoScore, OneSided, SideBySide};
use crate::content::{Audience, Compare, Content, Statement, Text};
use crate::scan::{Role, Score, StatementId};
use crate::sort::arrange;

/// How many topics an agenda has at most: what fits in one talk.
pub const AGENDA_TOPICS: usize = 3;

/// A topic for the talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The statement it is about.
    pub statement: StatementId,
    /// Why to talk about it.
    pub why: WhyTopic,
    /// The first advice for each role; one that is for both when that is the same.
    pub advice: Vec<TopicAdvice>,
}

/// Why a statement is a topic, the most urgent reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyTopic {
    /// Both judge the same thing, two or more steps apart.
    SeenDifferently(Gap),
    /// Both judge the same thing and find it low.
    BothLow(Gap),
    /// Both judge the same thing; this side doesn't know and the other gave this score.
    OneDoesNotKnow(Role, Score),
    /// Each judges itself, and at least one finds itself low.
    LowOnItself(SideBySide),
}

/// An advice and who can take it up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicAdvice {
    /// [`crate::content::Advice::id`].
    pub advice: Text,
    /// Whose advice it is here.
    pub audience: Audience,
}

impl WhyTopic {
    /// The kind of reason, then what is worst within it: the lowest comes first.
    fn urgency(&self) -> (u8, u8) {
        let sum = |gap: &Gap| gap.school.get() + gap.company.get();
        match self {
            WhyTopic::SeenDifferently(gap) => (0, u8::MAX - gap.difference()),
            WhyTopic::BothLow(gap) => (1, sum(gap)),
            WhyTopic::OneDoesNotKnow(_, score) => (2, score.get()),
            WhyTopic::LowOnItself(sides) => (3, sides.school.min(sides.company).get()),
        }
    }
}

impl Mirror {
    /// Up to three topics for the talk between both sides.
    ///
    /// Differences of two steps or more come first, the largest first. The rest is a rule of our
    /// own: then what both find low, then what one side does not know and the other judges, then what a side
    /// finds low about itself; the lowest score first. Ties go by importance, then by scan order. An agenda
    /// may be shorter: where nothing is low or different nothing is made up.
    pub fn agenda(&self, content: &Content) -> Vec<Topic> {
        let mut found: Vec<(WhyTopic, &Statement)> = Vec::new();
        for statement in &content.statements {
            if let Some(why) = self.why_topic(statement.id) {
                found.push((why, statement));
            }
        }
        let key = |(why, statement): &(WhyTopic, &Statement)| (why.urgency(), Reverse(statement.importance));
        arrange(&mut found, |a, b| key(a) < key(b));
        let mut topics = Vec::new();
        for &(why, statement) in found.iter().take(AGENDA_TOPICS) {
            topics.push(Topic { statement: statement.id, why, advice: topic_advice(statement) });
        }
        topics
    }

    /// Why to talk about a statement, if there is a reason.
    fn why_topic(&self, id: StatementId) -> Option<WhyTopic> {
        if let Some(gap) = self.gaps.iter().find(|one| one.statement == id) {
            return if gap.is_to_talk_about() {
                Some(WhyTopic::SeenDifferently(*gap))
            } else if gap.school.is_low() && gap.company.is_low() {
                Some(WhyTopic::BothLow(*gap))
            } else {
                None
            };
        }
        if let Some(sides) = self.side_by_side.iter().find(|one| one.statement == id) {
            let low = sides.school.is_low() || sides.company.is_low();
            return low.then_some(WhyTopic::LowOnItself(*sides));
        }
        let one = self.unscored.iter().find(|one| one.statement == id)?;
        match (one.compare, one.answers) {
            (Compare::Shared, OneSided::First(score, NoScore::DontKnow)) => {
                Some(WhyTopic::OneDoesNotKnow(Role::Company, score))
            }
            (Compare::Shared, OneSided::Second(NoScore::DontKnow, score)) => {
                Some(WhyTopic::OneDoesNotKnow(Role::School, score))
            }
            _ => None,
        }
    }
}

/// The first advice on a statement for each role; one that is for both when that is the same.
pub fn topic_advice(statement: &Statement) -> Vec<TopicAdvice> {
    let first = |role| statement.advice_for(role).next().map(|advice| &advice.id);
    let (school, company) = (first(Role::School), first(Role::Company));
    let mut advice = Vec::new();
    let mut push = |id: Option<&Text>, audience| {
        if let Some(id) = id {
            advice.push(TopicAdvice { advice: id.clone(), audience });
        }
    };
    if school == company {
        push(school, Audience::Both);
    } else {
        push(school, Audience::School);
        push(company, Audience::Company);
    }
    advice
}
