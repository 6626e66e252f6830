//! A group as CSV, one row per answer (`docs/formats/group.md`, `docs/formats/group.schema.json`), both ways; what a
//! single result gives as CSV ([`super::csv::plain`]) is read too.

mod read;
mod record;

use super::csv::{PLAIN_COLUMNS, push_plain, push_row};
use crate::link::LabelIn;
use crate::scan::group::Rows;
use crate::to_text::ToText;

pub use read::{CsvProblem, MAX_BYTES, Reader, RefusedResult, Results, WhyRefused, read};

/// The version of the form.
pub const VERSION: u32 = 1;

/// The column that a group has and a single result has not: the number of the result.
pub const RESULT_COLUMN: &str = "result";

/// Writes rows as CSV in parts of at most `rows_per_part` rows, the header in the first: RFC 4180, commas, no byte
/// order mark, names that no language changes.
pub fn parts(mut rows: Rows<'_>, label: LabelIn, rows_per_part: usize) -> impl Iterator<Item = String> {
    let mut header = true;
    std::iter::from_fn(move || {
        let mut part = String::new();
        if std::mem::take(&mut header) {
            part.push_str(RESULT_COLUMN);
            part.push(',');
            push_row(&mut part, ',', &PLAIN_COLUMNS);
        }
        for row in rows.by_ref().take(rows_per_part.max(1)) {
            let label = match (label, row.label) {
                (LabelIn::Included, Some(label)) => guarded(label.as_str()),
                _ => String::new(),
            };
            part.push_str(&row.result.to_text());
            part.push(',');
            push_plain(&mut part, &row, &label);
        }
        (!part.is_empty()).then_some(part)
    })
}

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Text that a spreadsheet would take for a formula gets an apostrophe in front; and so does what looks like such a text,
/// so that [`unguarded`] gives every text back.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    if text.trim_start_matches('\'').starts_with(FORMULA) {
        guarded.push('\'');
    }
    guarded.push_str(text);
    guarded
}

/// The text without its guard.
fn unguarded(text: &str) -> &str {
    let is_guarded = text.trim_start_matches('\'').starts_with(FORMULA);
    text.strip_prefix('\'').filter(|_| is_guarded).unwrap_or(text)
}
