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
    pub fn rows(&self, filter: Filter) -> impl Iterator<Item = Row<'_>> {
        let numbered = (1u32..).zip(&self.results);
        let counted = numbered.filter(move |(_, kept)| filter.lets_through(&kept.compact, kept.is_duplicate));
        counted.flat_map(|(number, kept)| self.rows_of(number, kept))
    }

    fn rows_of(&self, result: u32, kept: &Kept) -> impl Iterator<Item = Row<'_>> {
        let compact = kept.compact;
        let layout = self.layouts.get(usize::from(compact.layout));
        layout.into_iter().flat_map(move |layout| {
            layout.asked.iter().zip(layout.codes(compact)).map(move |(asked, code)| Row {
                result,
                role: compact.role,
                sector: compact.sector,
                variant: layout.variant,
                content_version: layout.content_version,
                changed_on: compact.date,
                label: self.label(result),
                level: asked.level,
                statement: asked.id,
                wording: asked.wording,
                answer: packed::answer(code),
            })
        })
    }
}
