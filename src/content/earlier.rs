//! What earlier content versions asked, for scans that were filled in then.
//!
//! Such a scan keeps asking what it asked: a later version adds nothing to it. Of what it asked, only statements that
//! are still there in the same wording can be shown; the others have a name.

use super::{Content, Statement, Text};
use crate::scan::{Answer, AskedStatement, Scan, StatementId, StatementOrder, StatementOrders};
use crate::tree::from_tree;

/// What earlier content versions asked. The version in use is not in it, so with one version it is empty.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "authoring", derive(serde::Serialize))]
pub struct Earlier {
    /// The frozen orders of the versions before [`Content::version`], oldest first.
    pub orders: Vec<StatementOrder>,
    /// The ids and the names of the statements that only those versions asked.
    pub gone: Vec<(Text, Text)>,
}

from_tree! {
    Earlier { orders, gone }
}

impl Content {
    /// The orders of every content version that is known: what links and tables are read and written with.
    pub fn orders(&self) -> StatementOrders {
        StatementOrder::of(self).into_iter().chain(self.earlier.orders.iter().cloned()).collect()
    }

    /// Whether it is known what a scan asked. Until the later part is here, that is so for this version only.
    pub fn knows(&self, scan: &Scan) -> bool {
        scan.content_version == self.version || self.earlier_order(scan).is_some()
    }

    /// What the content version of a scan asked, when that is an earlier one that is known.
    pub(crate) fn earlier_order(&self, scan: &Scan) -> Option<&StatementOrder> {
        self.earlier.orders.iter().find(|order| order.version() == scan.content_version)
    }

    /// The statements that a scan asks and that are still there in the same wording, in the order in which they are
    /// asked now. Where it is not known what the scan asked, those that are asked now.
    pub fn asked_by(&self, scan: &Scan) -> impl Iterator<Item = &Statement> {
        let (order, variant) = (self.earlier_order(scan), scan.variant);
        self.statements.iter().filter(move |statement| match order {
            None => statement.is_in(variant),
            Some(order) => {
                order.asked(variant, statement.id).is_some_and(|asked| asked.wording == statement.wording)
            }
        })
    }

    /// Everything that a scan asked, in the order of its own version, with the answers.
    pub fn answered_in(&self, scan: &Scan) -> Vec<(AskedStatement, Option<Answer>)> {
        let of_now = StatementOrder::of(self).ok();
        let mut answered = Vec::new();
        if let Some(order) = self.earlier_order(scan).or(of_now.as_ref()) {
            answered.extend(order.asked_in(scan.variant).map(|asked| (*asked, scan.answers.get(asked.id))));
        }
        answered
    }

    /// The statement as it is asked now, if that is in the same wording.
    pub fn still_asked(&self, asked: &AskedStatement) -> Option<&Statement> {
        self.statement(asked.id).filter(|statement| statement.wording == asked.wording)
    }

    /// The name of a statement, also of one that is not asked any more; its id where there is none.
    pub fn name(&self, id: StatementId) -> Text {
        let now = self.statement(id).map(|statement| &statement.label);
        let gone = || self.earlier.gone.iter().find(|(gone, _)| **gone == *id.as_str()).map(|(_, name)| name);
        now.or_else(gone).cloned().unwrap_or_else(|| id.as_str().into())
    }

    /// The names of the statements that a scan asked and that cannot be shown any more.
    pub fn no_longer_asked(&self, scan: &Scan) -> Vec<Text> {
        let mut names = Vec::new();
        for (asked, _) in self.answered_in(scan) {
            if self.still_asked(&asked).is_none() {
                names.push(self.name(asked.id));
            }
        }
        names
    }
}
