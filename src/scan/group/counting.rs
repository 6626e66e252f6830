//! Counting a group, in steps.

use super::{Compact, Group, Histogram, MeanDifference};
use crate::scan::{Answer, AskedStatement, Level, LevelScore, Role, Sector, packed};
use crate::sort::arrange;

/// Which results count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only of this side.
    pub role: Option<Role>,
    /// Only of this kind of school.
    pub sector: Option<Sector>,
    /// Also those that are the same as an earlier one.
    pub with_duplicates: bool,
}

impl Filter {
    pub(super) fn lets_through(&self, compact: &Compact, is_duplicate: bool) -> bool {
        self.role.is_none_or(|role| role == compact.role)
            && self.sector.is_none_or(|sector| sector == compact.sector)
            && (self.with_duplicates || !is_duplicate)
    }
}

/// How often each kind of answer was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerCounts {
    /// The scored answers.
    pub scores: Histogram<5>,
    /// 'Weet ik niet'.
    pub dont_know: u32,
    /// 'Past niet bij ons'.
    pub not_applicable: u32,
    /// Asked, but not answered.
    pub blank: u32,
}

impl AnswerCounts {
    /// How often it was asked.
    pub fn asked(&self) -> u32 {
        self.scores.count() + self.dont_know + self.not_applicable + self.blank
    }

    /// How many of those that answered don't know, in tenths of a percent, halves rounded up. Blank answers are no answers.
    pub fn dont_know_share(&self) -> Option<u16> {
        let answered = u64::from(self.asked() - self.blank);
        let share = (u64::from(self.dont_know) * 2_000 + answered).checked_div(answered * 2)?;
        u16::try_from(share).ok()
    }

    fn add(&mut self, answer: Option<Answer>) {
        match answer {
            Some(Answer::Scored(score)) => self.scores.add(usize::from(score.get() - 1)),
            Some(Answer::DontKnow) => self.dont_know += 1,
            Some(Answer::NotApplicable) => self.not_applicable += 1,
            None => self.blank += 1,
        }
    }
}

/// What was answered to one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementTally {
    /// The statement; of two wordings each is a statement of its own.
    pub statement: AskedStatement,
    /// The answers of the results that asked it.
    pub answers: AnswerCounts,
}

/// What the results say of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelTally {
    /// Which level.
    pub level: Level,
    /// The level scores, rounded to tenths as every page shows them.
    pub scores: Histogram<41>,
    /// How many results have too few answers for a score.
    pub without_score: u32,
    /// All answers to its statements.
    pub answers: AnswerCounts,
}

/// The statistics of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many results count.
    pub results: u32,
    /// How many of those are of companies; the rest is of schools.
    pub companies: u32,
    /// The four levels in order.
    pub levels: [LevelTally; 4],
    /// Every statement that was asked of anybody, in scan order, those of older content versions last.
    pub statements: Vec<StatementTally>,
}

impl Tally {
    /// The statements that were asked, those on which people disagree most first; ties, and those with fewer than two
    /// scores at the end, in scan order.
    pub fn by_disagreement(&self) -> Vec<(&StatementTally, Option<MeanDifference>)> {
        let mut statements: Vec<(&StatementTally, Option<MeanDifference>)> = Vec::new();
        for one in self.asked() {
            statements.push((one, one.answers.scores.disagreement()));
        }
        arrange(&mut statements, |(_, one), (_, other)| one > other);
        statements
    }

    /// The statements that were asked of anybody who counts, in scan order.
    pub fn asked(&self) -> impl Iterator<Item = &StatementTally> {
        self.statements.iter().filter(|one| one.answers.asked() > 0)
    }
}

/// A count that goes on in steps.
#[derive(Clone, Debug)]
pub struct Counting {
    filter: Filter,
    next: usize,
    tally: Tally,
}

impl Counting {
    /// Begins to count those results of a group that a filter lets through.
    pub fn new(group: &Group, filter: Filter) -> Counting {
        let level = |level| LevelTally {
            level,
            scores: Histogram::default(),
            without_score: 0,
            answers: AnswerCounts::default(),
        };
        let levels = [Level::Strategic, Level::Tactical, Level::Operational, Level::Student].map(level);
        let mut statements = Vec::new();
        for &statement in &group.statements {
            statements.push(StatementTally { statement, answers: AnswerCounts::default() });
        }
        Counting { filter, next: 0, tally: Tally { results: 0, companies: 0, levels, statements } }
    }

    /// Counts at most so many more results of the same group, and says how many are left.
    pub fn step(&mut self, group: &Group, at_most: usize) -> usize {
        let left = group.results.get(self.next..).unwrap_or_default();
        let now = left.get(..at_most).unwrap_or(left);
        for kept in now {
            if self.filter.lets_through(&kept.compact, kept.is_duplicate) {
                self.tally.count(group, &kept.compact);
            }
        }
        self.next += now.len();
        left.len() - now.len()
    }

    /// What was counted so far.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What was counted.
    pub fn into_tally(self) -> Tally {
        self.tally
    }
}

impl Tally {
    fn count(&mut self, group: &Group, compact: &Compact) {
        let Some(layout) = group.layouts.get(usize::from(compact.layout)) else { return };
        self.results += 1;
        self.companies += u32::from(compact.role == Role::Company);
        let mut sums = [LevelSum::default(); 4];
        let mut answers = u128::from_le_bytes(compact.answers);
        for (asked, column) in layout.asked.iter().rev() {
            let answer = packed::pop(&mut answers);
            if let Some(statement) = self.statements.get_mut(*column) {
                statement.answers.add(answer);
            }
            if let Some(tally) = self.levels.get_mut(asked.level as usize) {
                tally.answers.add(answer);
            }
            if let Some(sum) = sums.get_mut(asked.level as usize) {
                sum.asked += 1;
                if let Some(score) = answer.and_then(Answer::score) {
                    sum.count += 1;
                    sum.sum += u16::from(score.get());
                }
            }
        }
        for (tally, LevelSum { sum, count, asked }) in self.levels.iter_mut().zip(sums) {
            match LevelScore::new(sum, count, asked) {
                Some(score) => tally.scores.add(usize::from(score.tenths() - 10)),
                None => tally.without_score += 1,
            }
        }
    }
}

/// The scored answers of one result to one level.
#[derive(Clone, Copy, Default)]
struct LevelSum {
    sum: u16,
    count: u16,
    asked: u16,
}
