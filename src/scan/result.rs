//! What a scan says: levels, priorities, the sentence, the pattern.

use super::{Answer, Band, Level, LevelResult, Scan, Score, StatementId};
use crate::content::{Content, SourceFactor, Statement};
use crate::sort::arrange;

/// How many priorities a result names.
pub const PRIORITY_COUNT: usize = 3;

/// Everything that follows from the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanResult {
    /// The four levels in order.
    pub levels: Vec<LevelResult>,
    /// What to begin with, most urgent first; at most [`PRIORITY_COUNT`].
    pub priorities: Vec<Priority>,
    /// Strongest and weakest level.
    pub summary: Summary,
    /// Strong on strategy while the tactical level needs attention: 'on paper, not in practice' (GKC ch. 4).
    pub on_paper_only: bool,
}

/// A statement to work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Which statement.
    pub statement: StatementId,
    /// What was answered.
    pub score: Score,
}

/// What the first sentence of the result says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Summary {
    /// No level has enough answers.
    TooFewAnswers,
    /// Only this level has enough answers.
    OneLevel(Level),
    /// All levels with a score have the same one.
    AllEqual,
    /// The levels with the highest and the lowest score, each in scan order.
    Between {
        /// Highest score, one or more levels.
        strongest: Vec<Level>,
        /// Lowest score, one or more levels.
        weakest: Vec<Level>,
    },
}

/// How a statement with this score reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Low on a factor that the sources call hindering.
    Obstacle,
    /// Low on a factor that the sources call helping.
    MissingSupport,
    /// Low on a factor that the sources call neither.
    Weak,
    /// A 3: can be better.
    CanBeBetter,
    /// A 4 or 5.
    Good,
}

impl Standing {
    /// How a score on a statement reads.
    pub fn of(score: Score, factor: SourceFactor) -> Standing {
        match (score.get(), factor) {
            (1 | 2, SourceFactor::Hinders) => Standing::Obstacle,
            (1 | 2, SourceFactor::Helps) => Standing::MissingSupport,
            (1 | 2, SourceFactor::Unnamed) => Standing::Weak,
            (3, _) => Standing::CanBeBetter,
            _ => Standing::Good,
        }
    }
}

impl ScanResult {
    /// Reads the answers of a scan.
    ///
    /// Of an earlier content version the levels count all that it asked, so that a result does not change with the
    /// content. Priorities come from what is still asked.
    pub fn new(scan: &Scan, content: &Content) -> ScanResult {
        let answered = content.answered_in(scan);
        let mut levels = Vec::new();
        for &level in Level::ALL {
            levels.push(LevelResult::count(level, &answered));
        }
        let band =
            |level: Level| levels.iter().find(|one| one.level == level)?.score.map(|score| score.band());
        ScanResult {
            priorities: priorities(scan, content),
            summary: summary(&levels),
            on_paper_only: band(Level::Strategic) == Some(Band::Strong)
                && band(Level::Tactical) == Some(Band::NeedsAttention),
            levels,
        }
    }

    /// Whether there is anything to begin with that scored 3 or lower.
    pub fn has_something_to_improve(&self) -> bool {
        self.priorities.iter().any(|priority| priority.score.get() <= 3)
    }
}

/// The three lowest statements below the highest score; ties by importance, then in the order of the scan.
/// A statement that is completely true leaves nothing to begin with, so it is no priority.
fn priorities(scan: &Scan, content: &Content) -> Vec<Priority> {
    let mut candidates: Vec<(&Statement, Score)> = Vec::new();
    for statement in content.asked_by(scan) {
        if let Some(Answer::Scored(score)) = scan.answers.get(statement.id)
            && score.get() < 5
            && statement.advice_for(scan.role).next().is_some()
        {
            candidates.push((statement, score));
        }
    }
    // What remains equal stays in the order of the scan.
    let rank = |(statement, score): &(&Statement, Score)| (*score, std::cmp::Reverse(statement.importance));
    arrange(&mut candidates, |a, b| rank(a) < rank(b));
    let mut priorities = Vec::new();
    for &(statement, score) in candidates.iter().take(PRIORITY_COUNT) {
        priorities.push(Priority { statement: statement.id, score });
    }
    priorities
}

fn summary(levels: &[LevelResult]) -> Summary {
    let mut scored = Vec::new();
    let (mut highest, mut lowest) = (u8::MIN, u8::MAX);
    for one in levels {
        if let Some(score) = one.score {
            let tenths = score.tenths();
            (highest, lowest) = (highest.max(tenths), lowest.min(tenths));
            scored.push((one.level, tenths));
        }
    }
    match scored.as_slice() {
        [] => Summary::TooFewAnswers,
        &[(level, _)] => Summary::OneLevel(level),
        _ if highest == lowest => Summary::AllEqual,
        scored => Summary::Between { strongest: with(scored, highest), weakest: with(scored, lowest) },
    }
}

/// The levels with that score.
fn with(scored: &[(Level, u8)], tenths: u8) -> Vec<Level> {
    let mut levels = Vec::new();
    for &(level, score) in scored {
        if score == tenths {
            levels.push(level);
        }
    }
    levels
}
