//! Which statements a content version asked, and in which order.

use std::fmt;

use super::{Level, StatementId, Variant};
use crate::content::{Content, Statement};
use crate::json::Json;
use crate::tree::{Fields, FromTree, Trouble, from_tree};

/// A statement as one content version asked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
pub struct AskedStatement {
    /// Its name for ever.
    pub id: StatementId,
    /// Its wording; answers to another wording are not compared.
    pub wording: u8,
    /// The level it belonged to.
    pub level: Level,
    /// Whether the quick scan asked it too.
    pub quick: bool,
}

impl AskedStatement {
    /// A statement of the content that is in use.
    pub fn of(statement: &Statement) -> AskedStatement {
        let &Statement { id, wording, level, quick, .. } = statement;
        AskedStatement { id, wording, level, quick }
    }
}

/// The statements of one content version, in the order that never changes again (`content/frozen/`).
///
/// Links carry answers without names, so that they stay short: the order gives each answer its statement.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
pub struct StatementOrder {
    version: u16,
    statements: Vec<AskedStatement>,
}

/// Why statements cannot be an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnOrder {
    /// The content version is above [`StatementOrder::MAX_VERSION`].
    VersionTooHigh,
    /// There are more than [`StatementOrder::MAX_STATEMENTS`] statements.
    TooManyStatements,
    /// A statement stands in it twice.
    Twice(StatementId),
}

impl StatementOrder {
    /// The highest content version: a link has 14 bits for it (docs/formats/link.md).
    pub const MAX_VERSION: u16 = 0x3FFF;
    /// The most statements: their answers, of three bits each, fit in a `u128`.
    pub const MAX_STATEMENTS: usize = 42;

    /// The order of one content version.
    ///
    /// # Errors
    /// When the version, the number of statements or a repeated statement rules it out.
    pub fn new(version: u16, statements: Vec<AskedStatement>) -> Result<StatementOrder, NotAnOrder> {
        if version > StatementOrder::MAX_VERSION {
            return Err(NotAnOrder::VersionTooHigh);
        }
        if statements.len() > StatementOrder::MAX_STATEMENTS {
            return Err(NotAnOrder::TooManyStatements);
        }
        let twice = statements
            .iter()
            .enumerate()
            .find(|(position, one)| statements.iter().skip(position + 1).any(|other| other.id == one.id));
        match twice {
            Some((_, statement)) => Err(NotAnOrder::Twice(statement.id)),
            None => Ok(StatementOrder { version, statements }),
        }
    }

    /// The order of the content that is in use.
    ///
    /// # Errors
    /// As [`StatementOrder::new`]; content that passed its check gives none.
    pub fn of(content: &Content) -> Result<StatementOrder, NotAnOrder> {
        StatementOrder::new(content.version, content.statements.iter().map(AskedStatement::of).collect())
    }

    /// The content version.
    pub fn version(&self) -> u16 {
        self.version
    }

    /// All statements in order.
    pub fn statements(&self) -> &[AskedStatement] {
        &self.statements
    }

    /// The statements that a scan of this variant asks, in order.
    pub fn asked_in(&self, variant: Variant) -> impl DoubleEndedIterator<Item = &AskedStatement> {
        self.statements.iter().filter(move |statement| match variant {
            Variant::Quick => statement.quick,
            Variant::Full => true,
        })
    }

    /// The statement of that id, if a scan of this variant asks it.
    pub fn asked(&self, variant: Variant, id: StatementId) -> Option<&AskedStatement> {
        self.asked_in(variant).find(|statement| statement.id == id)
    }
}

from_tree! {
    AskedStatement { id, wording, level, quick }
}

impl FromTree for StatementOrder {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> StatementOrder {
        let fields = Fields::of(tree, 2, trouble);
        let (version, statements) = (fields.get("version", trouble), fields.get("statements", trouble));
        StatementOrder::new(version, statements).unwrap_or_else(|_| {
            trouble.note();
            StatementOrder { version: 0, statements: Vec::new() }
        })
    }
}

/// The orders of all content versions that this build knows: at most one for each version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementOrders(Vec<StatementOrder>);

impl StatementOrders {
    /// The order of that content version, if it is known.
    pub fn get(&self, version: u16) -> Option<&StatementOrder> {
        self.0.iter().find(|order| order.version == version)
    }

    /// All orders.
    pub fn iter(&self) -> impl Iterator<Item = &StatementOrder> {
        self.0.iter()
    }
}

/// Of two orders of the same version the first stays.
impl FromIterator<StatementOrder> for StatementOrders {
    fn from_iter<I: IntoIterator<Item = StatementOrder>>(orders: I) -> Self {
        let mut known = StatementOrders::default();
        for order in orders {
            if known.get(order.version).is_none() {
                known.0.push(order);
            }
        }
        known
    }
}

impl From<StatementOrder> for StatementOrders {
    fn from(order: StatementOrder) -> Self {
        StatementOrders(vec![order])
    }
}

impl fmt::Display for NotAnOrder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotAnOrder::VersionTooHigh => {
                write!(formatter, "a content version is at most {}", StatementOrder::MAX_VERSION)
            }
            NotAnOrder::TooManyStatements => {
                write!(formatter, "a scan has at most {} statements", StatementOrder::MAX_STATEMENTS)
            }
            NotAnOrder::Twice(id) => write!(formatter, "statement {id} is asked twice"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(id: &str) -> AskedStatement {
        AskedStatement { id: id.parse().unwrap(), wording: 1, level: Level::Strategic, quick: false }
    }

    #[test]
    fn impossible_orders_are_refused() {
        assert_eq!(StatementOrder::new(0x4000, Vec::new()), Err(NotAnOrder::VersionTooHigh));
        let many = (0..43).map(|number| asked(&format!("S{number}"))).collect();
        assert_eq!(StatementOrder::new(1, many), Err(NotAnOrder::TooManyStatements));
        let twice = vec![asked("S1"), asked("S2"), asked("S1")];
        assert_eq!(StatementOrder::new(1, twice), Err(NotAnOrder::Twice("S1".parse().unwrap())));
    }

    #[test]
    fn one_order_per_version() {
        let order = |id| StatementOrder::new(1, vec![asked(id)]).unwrap();
        let orders: StatementOrders = [order("S1"), order("S2")].into_iter().collect();
        assert_eq!(orders.iter().count(), 1);
        assert_eq!(orders.get(1), Some(&order("S1")));
        assert_eq!(orders.get(2), None);
    }
}
