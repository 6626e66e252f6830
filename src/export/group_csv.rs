//! A group as CSV, one row per answer (`docs/formats/group.md`, `docs/formats/group.schema.json`), both ways; what a
//! single result gives as CSV ([`super::csv::plain`]) is read too.

mod read;
mod record;

use super::csv::{PLAIN_COLUMNS, push_cell};
use crate::link::LabelIn;
use crate::record::wire::iso_date;
use crate::scan::group::Row;
use crate::scan::{Answer, Label};

pub use read::{CsvProblem, MAX_BYTES, Reader, RefusedResult, WhyRefused, read};

/// The version of the form.
pub const VERSION: u32 = 1;

/// The column that a group has and a single result has not: the number of the result.
pub const RESULT_COLUMN: &str = "result";

/// Writes rows as CSV in parts of at most `rows_per_part` rows, the header in the first: RFC 4180, commas, no byte
/// order mark, names that no language changes.
pub fn parts<'g>(
    rows: impl Iterator<Item = Row<'g>>,
    label: LabelIn,
    rows_per_part: usize,
) -> impl Iterator<Item = String> {
    let mut rows = rows.peekable();
    let mut header = true;
    std::iter::from_fn(move || {
        if !header && rows.peek().is_none() {
            return None;
        }
        let mut part = String::new();
        if std::mem::take(&mut header) {
            push_row(&mut part, std::iter::once(RESULT_COLUMN).chain(PLAIN_COLUMNS));
        }
        for row in rows.by_ref().take(rows_per_part.max(1)) {
            write(&mut part, &row, label);
        }
        Some(part)
    })
}

fn push_row<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    let mut separator = None;
    for cell in cells {
        text.extend(separator);
        push_cell(text, ',', cell);
        separator = Some(',');
    }
    text.push_str("\r\n");
}

fn write(text: &mut String, row: &Row<'_>, label_in: LabelIn) {
    let Row {
        result,
        role,
        sector,
        variant,
        content_version,
        changed_on,
        label,
        level,
        statement,
        wording,
        answer,
    } = row;
    let label = match label_in {
        LabelIn::Included => guarded(label.map_or("", Label::as_str)),
        LabelIn::LeftOut => String::new(),
    };
    let (word, score) = match answer {
        Some(Answer::Scored(score)) => ("scored", score.get().to_string()),
        Some(Answer::DontKnow) => ("dont_know", String::new()),
        Some(Answer::NotApplicable) => ("not_applicable", String::new()),
        None => ("", String::new()),
    };
    let cells = [
        &result.to_string(),
        role.as_str(),
        sector.as_str(),
        variant.as_str(),
        &content_version.to_string(),
        &iso_date(*changed_on),
        &label,
        level.as_str(),
        statement.as_str(),
        &wording.to_string(),
        word,
        &score,
    ];
    push_row(text, cells.into_iter());
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
