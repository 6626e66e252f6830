//! A group as a table with one row for each answer.

use time::Date;

use super::{Filter, Group, Kept};
use crate::scan::{Answer, Label, Level, Role, Sector, StatementId, Variant, packed};

/// One answer of one result (`docs/formats/group.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'g> {
    /// The number of the result, from 1, in the order in which they were added.
    pub result: u32,
    /// Who answered.
    pub role: Role,
    /// The kind of school.
    pub sector: Sector,
    /// How much was asked.
    pub variant: Variant,
    /// The content version.
    pub content_version: u16,
    /// The day of the last change.
    pub changed_on: Date,
    /// The label, if the result came with one.
    pub label: Option<&'g Label>,
    /// The level of the statement.
    pub level: Level,
    /// The statement.
    pub statement: StatementId,
    /// Its wording.
    pub wording: u8,
    /// The answer; none if it was not answered.
    pub answer: Option<Answer>,
}

impl Group {
    /// A row for each statement that each result asked, by result and in scan order.
    pub fn rows(&self, filter: Filter) -> Rows<'_> {
        Rows { group: self, filter, result: 0, statement: 0 }
    }
}

/// The rows of a group; see [`Group::rows`].
#[derive(Clone, Debug)]
pub struct Rows<'g> {
    group: &'g Group,
    filter: Filter,
    /// The place of the next row: which result, and which statement of it.
    result: usize,
    statement: usize,
}

impl<'g> Iterator for Rows<'g> {
    type Item = Row<'g>;

    fn next(&mut self) -> Option<Row<'g>> {
        loop {
            let Kept { compact, is_duplicate } = self.group.results.get(self.result)?;
            let layout = self.group.layouts.get(usize::from(compact.layout))?;
            if self.filter.lets_through(compact, *is_duplicate)
                && let Some((asked, _)) = layout.asked.get(self.statement)
            {
                self.statement += 1;
                let behind = (layout.asked.len() - self.statement) as u32;
                let mut answers = u128::from_le_bytes(compact.answers) >> (behind * packed::BITS);
                let result = self.result as u32 + 1;
                return Some(Row {
                    result,
                    role: compact.role,
                    sector: compact.sector,
                    variant: layout.variant,
                    content_version: layout.content_version,
                    changed_on: compact.date,
                    label: self.group.label(result),
                    level: asked.level,
                    statement: asked.id,
                    wording: asked.wording,
                    answer: packed::pop(&mut answers),
                });
            }
            self.result += 1;
            self.statement = 0;
        }
    }
}
