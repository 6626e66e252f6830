//! What changed between two scans of one side.

use time::Date;

use super::{CannotCompare, Matched, NotCompared, OneSided, Scores};
use crate::content::{Content, Statement};
use crate::scan::{Level, LevelScore, Scan, Score, StatementId, StatementOrders};

/// What changed between two scans of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The day of the earlier scan.
    pub earlier_on: Date,
    /// The day of the later scan.
    pub later_on: Date,
    /// Whether the scans are about different kinds of school, so that the comparison may say little.
    pub other_sector: bool,
    /// The four levels in order.
    pub levels: Vec<LevelChange>,
    /// Every statement that can be compared, in scan order.
    pub statements: Vec<StatementChange>,
    /// Statements that cannot be compared; the earlier scan is the first.
    pub not_compared: Vec<NotCompared>,
}

/// How a level changed, over the statements that both scans asked and both scored. A level that one scan
/// asked in full and the other in short is thus compared on the same statements, and so is one with a
/// 'don't know': what was left out does not look like a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// Which level.
    pub level: Level,
    /// How many statements both scans asked in the same wording.
    pub comparable: u16,
    /// On how many of these both have a score.
    pub compared: u16,
    /// The earlier and the later score over the compared statements, if these are more than half of the comparable.
    pub scores: Option<(LevelScore, LevelScore)>,
}

impl LevelChange {
    /// The change in tenths, between the scores as they are shown.
    pub fn tenths(&self) -> Option<i8> {
        let (earlier, later) = self.scores?;
        i8::try_from(i16::from(later.tenths()) - i16::from(earlier.tenths())).ok()
    }
}

/// How one statement changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StatementChange {
    /// Which statement.
    pub statement: StatementId,
    /// Both answers.
    pub change: Change,
}

/// Two answers to one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// Both times a score.
    Scored {
        /// The earlier one.
        earlier: Score,
        /// The later one.
        later: Score,
    },
    /// At least once no score; the earlier answer is the first.
    Unscored(OneSided),
}

impl Again {
    /// Compares two scans of one side, in whichever order they come: the one that was changed last is the later.
    ///
    /// # Errors
    /// When they are of two different sides, or it is not known what one of them asked.
    pub fn between(
        one: &Scan,
        other: &Scan,
        orders: &StatementOrders,
        content: &Content,
    ) -> Result<Again, CannotCompare> {
        if one.role != other.role {
            return Err(CannotCompare::OtherRole);
        }
        let day = |scan: &Scan| (scan.changed_on, scan.started_on);
        let (earlier, later) = if day(one) <= day(other) { (one, other) } else { (other, one) };
        let Matched { common, not_compared } = Matched::between(earlier, later, orders, content)?;
        let mut levels = Vec::new();
        for &level in Level::ALL {
            levels.push(level_change(level, &common));
        }
        let mut statements = Vec::new();
        for (statement, scores) in &common {
            let change = match *scores {
                Ok((earlier, later)) => Change::Scored { earlier, later },
                Err(answers) => Change::Unscored(answers),
            };
            statements.push(StatementChange { statement: statement.id, change });
        }
        Ok(Again {
            earlier_on: earlier.changed_on,
            later_on: later.changed_on,
            other_sector: earlier.sector != later.sector,
            levels,
            statements,
            not_compared,
        })
    }
}

fn level_change(level: Level, common: &[(&Statement, Scores)]) -> LevelChange {
    let (mut comparable, mut compared, mut earlier, mut later) = (0, 0, 0, 0);
    for (statement, scores) in common {
        if statement.level != level {
            continue;
        }
        comparable += 1;
        if let Ok((one, other)) = scores {
            compared += 1;
            earlier += u16::from(one.get());
            later += u16::from(other.get());
        }
    }
    let score = |sum| LevelScore::new(sum, compared, comparable);
    LevelChange { level, comparable, compared, scores: score(earlier).zip(score(later)) }
}
