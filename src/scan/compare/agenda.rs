//! What a school and a company could talk about first.

use std::cmp::Reverse;

use super::{Gap, Mirror, NoScore, OneSided, SideBySide, insert_by_key};
use crate::content::{Audience, Compare, Content, Statement, Text};
use crate::scan::{Role, Score, StatementId};

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
        let gaps = self.gaps.iter().filter_map(|gap| match gap {
            gap if gap.is_to_talk_about() => Some((gap.statement, WhyTopic::SeenDifferently(*gap))),
            gap if gap.school.is_low() && gap.company.is_low() => {
                Some((gap.statement, WhyTopic::BothLow(*gap)))
            }
            _ => None,
        });
        let not_known = self.unscored.iter().filter_map(|one| match (one.compare, one.answers) {
            (Compare::Shared, OneSided::First(score, NoScore::DontKnow)) => {
                Some((one.statement, WhyTopic::OneDoesNotKnow(Role::Company, score)))
            }
            (Compare::Shared, OneSided::Second(NoScore::DontKnow, score)) => {
                Some((one.statement, WhyTopic::OneDoesNotKnow(Role::School, score)))
            }
            _ => None,
        });
        let low_on_itself = self.side_by_side.iter().filter_map(|sides| {
            let low = sides.school.is_low() || sides.company.is_low();
            low.then_some((sides.statement, WhyTopic::LowOnItself(*sides)))
        });
        let found = gaps.chain(not_known).chain(low_on_itself);
        let mut topics = Vec::new();
        for (id, why) in found {
            let place = content.statements.iter().position(|statement| statement.id == id);
            let Some((place, statement)) = place.and_then(|at| Some((at, content.statements.get(at)?)))
            else {
                continue;
            };
            insert_by_key(&mut topics, (why, statement, place), |(why, statement, place)| {
                (why.urgency(), Reverse(statement.importance), *place)
            });
        }
        let topic = |(why, statement, _): (WhyTopic, &Statement, usize)| Topic {
            statement: statement.id,
            why,
            advice: topic_advice(statement),
        };
        topics.into_iter().take(AGENDA_TOPICS).map(topic).collect()
    }
}

/// The first advice on a statement for each role; one that is for both when that is the same.
pub fn topic_advice(statement: &Statement) -> Vec<TopicAdvice> {
    let first = |role| statement.advice_for(role).next().map(|advice| advice.id.clone());
    let (school, company) = (first(Role::School), first(Role::Company));
    let advice = |advice, audience| TopicAdvice { advice, audience };
    match (school, company) {
        (Some(school), Some(company)) if school == company => vec![advice(school, Audience::Both)],
        (school, company) => {
            let school = school.map(|id| advice(id, Audience::School));
            let company = company.map(|id| advice(id, Audience::Company));
            school.into_iter().chain(company).collect()
        }
    }
}
