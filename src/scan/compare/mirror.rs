//! What a school and a company answered, next to each other.

use std::cmp::Reverse;

use super::{CannotCompare, Matched, NotCompared, OneSided};
use crate::content::{Compare, Content};
use crate::scan::{Pair, Role, Score, StatementId, StatementOrders};
use crate::sort::arrange;

/// A difference of so many steps is something to talk about: a rule of our own after GKC's
/// advice to speak out expectations (EXP2, preface).
pub const TALK_ABOUT_FROM: u8 = 2;

/// The answers of a school and a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirror {
    /// Statements in which both judge the same thing: the largest difference first, then the more important.
    pub gaps: Vec<Gap>,
    /// Statements in which each judges itself: the lowest score first, then the more important.
    pub side_by_side: Vec<SideBySide>,
    /// Statements that not both have scored, in scan order.
    pub unscored: Vec<Unscored>,
    /// Statements that cannot be compared; the school's scan is the first.
    pub not_compared: Vec<NotCompared>,
}

/// What both think of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Gap {
    /// Which statement.
    pub statement: StatementId,
    /// The school's answer.
    pub school: Score,
    /// The company's answer.
    pub company: Score,
}

impl Gap {
    /// How many steps the answers are apart, 0 to 4.
    pub fn difference(&self) -> u8 {
        self.school.get().abs_diff(self.company.get())
    }

    /// Whether the answers are so far apart that it is something to talk about.
    pub fn is_to_talk_about(&self) -> bool {
        self.difference() >= TALK_ABOUT_FROM
    }

    /// Which side judges more favourably, if one does.
    pub fn more_favourable(&self) -> Option<Role> {
        match self.school.cmp(&self.company) {
            std::cmp::Ordering::Less => Some(Role::Company),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Role::School),
        }
    }
}

/// What each thinks of itself. There is no difference to take: the answers are about two different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SideBySide {
    /// Which statement.
    pub statement: StatementId,
    /// The school about itself.
    pub school: Score,
    /// The company about itself.
    pub company: Score,
}

/// A statement that not both have scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unscored {
    /// Which statement.
    pub statement: StatementId,
    /// Whether both judge the same thing.
    pub compare: Compare,
    /// The answers, the school's first.
    pub answers: OneSided,
}

impl Mirror {
    /// Lays both scans next to each other.
    ///
    /// # Errors
    /// When it is not known what one of them asked.
    pub fn of(pair: &Pair, orders: &StatementOrders, content: &Content) -> Result<Mirror, CannotCompare> {
        let Matched { common, not_compared } =
            Matched::between(pair.school(), pair.company(), orders, content)?;
        let mut mirror =
            Mirror { gaps: Vec::new(), side_by_side: Vec::new(), unscored: Vec::new(), not_compared };
        for (found, answers) in common {
            let (statement, compare) = (found.id, found.compare);
            match (answers, compare) {
                (Ok((school, company)), Compare::Shared) => {
                    mirror.gaps.push(Gap { statement, school, company });
                }
                (Ok((school, company)), Compare::Mirror) => {
                    mirror.side_by_side.push(SideBySide { statement, school, company });
                }
                (Err(answers), _) => mirror.unscored.push(Unscored { statement, compare, answers }),
            }
        }
        let importance = |id| content.statement(id).map_or(0, |statement| statement.importance);
        let gap = |one: &Gap| (one.difference(), importance(one.statement));
        arrange(&mut mirror.gaps, |a, b| gap(a) > gap(b));
        let sides = |one: &SideBySide| (one.school.min(one.company), Reverse(importance(one.statement)));
        arrange(&mut mirror.side_by_side, |a, b| sides(a) < sides(b));
        Ok(mirror)
    }

    /// The differences to talk about, largest first.
    pub fn to_talk_about(&self) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().take_while(|gap| gap.is_to_talk_about())
    }
}
