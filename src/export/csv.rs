//! A scan as CSV, one row per statement (`docs/formats/csv.md`).

use crate::content::Content;
use crate::date;
use crate::scan::group::Row;
use crate::scan::{Answer, Scan};
use crate::to_text::ToText;
use crate::wording;

/// The version of the plain form.
pub const VERSION: u32 = 1;

/// The columns of the plain form; their names are the same in every language.
pub const PLAIN_COLUMNS: [&str; 11] = [
    "role",
    "school_kind",
    "variant",
    "content_version",
    "changed_on",
    "label",
    "level",
    "statement",
    "wording",
    "answer",
    "score",
];

/// For other programs: RFC 4180, commas, no byte order mark, names that no language changes.
pub fn plain(scan: &Scan, content: &Content) -> String {
    let Scan { role, sector, variant, label, content_version, started_on: _, changed_on, answers: _ } = scan;
    let harmless_label = harmless(label.as_str());
    let mut text = String::with_capacity(4096);
    push_row(&mut text, ',', &PLAIN_COLUMNS);
    for (asked, answer) in content.answered_in(scan) {
        let row = Row {
            result: 1,
            role: *role,
            sector: *sector,
            variant: *variant,
            content_version: *content_version,
            changed_on: *changed_on,
            label: Some(label),
            level: asked.level,
            statement: asked.id,
            wording: asked.wording,
            answer,
        };
        push_plain(&mut text, &row, &harmless_label);
    }
    text
}

/// Adds a row of the plain form, with the label as it may stand there.
pub(super) fn push_plain(text: &mut String, row: &Row<'_>, label: &str) {
    let Row {
        result: _,
        role,
        sector,
        variant,
        content_version,
        changed_on,
        label: _,
        level,
        statement,
        wording,
        answer,
    } = row;
    let word = match answer {
        Some(Answer::Scored(_)) => "scored",
        Some(Answer::DontKnow) => "dont_know",
        Some(Answer::NotApplicable) => "not_applicable",
        None => "",
    };
    let cells: [&str; PLAIN_COLUMNS.len()] = [
        role.as_str(),
        sector.as_str(),
        variant.as_str(),
        &content_version.to_text(),
        &date::write(*changed_on),
        label,
        level.as_str(),
        statement.as_str(),
        &wording.to_text(),
        word,
        &score(*answer),
    ];
    push_row(text, ',', &cells);
}

/// The score of an answer, or nothing.
fn score(answer: Option<Answer>) -> String {
    answer.and_then(Answer::score).map_or_else(String::new, |score| score.get().to_text())
}

/// For Dutch Excel: semicolons, a byte order mark, decimal commas, words in the reader's language.
pub fn spreadsheet(scan: &Scan, content: &Content) -> String {
    let texts = &content.texts;
    let header: [&str; 6] = [
        texts.column_level(),
        texts.column_statement(),
        texts.column_text(),
        texts.column_answer(),
        texts.column_score(),
        texts.column_level_score(),
    ];
    let result = scan.result(content);
    let mut text = String::from('\u{FEFF}');
    push_row(&mut text, ';', &header);
    for (asked, answer) in content.answered_in(scan) {
        let of_level = result.levels.iter().find(|one| one.level == asked.level);
        let mean = of_level.and_then(|one| one.score);
        let cells: [&str; 6] = [
            wording::level(content, asked.level),
            asked.id.as_str(),
            &harmless(&wording::asked(content, &asked, scan)),
            wording::answer(content, answer),
            &score(answer),
            &mean.map_or_else(String::new, |mean| wording::score(content, mean.tenths())),
        ];
        push_row(&mut text, ';', &cells);
    }
    text
}

/// Text that a spreadsheet would take for a formula gets an apostrophe in front.
pub fn harmless(text: &str) -> String {
    // The wide forms count too, in spreadsheets that are set to an East Asian language.
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        let mut guarded = String::from('\'');
        guarded.push_str(text);
        guarded
    } else {
        text.to_owned()
    }
}

/// Adds a row as RFC 4180 has them.
///
/// Our own, because the `csv` crate brings the reading of floating-point numbers into the page, with its tables some
/// 14 kB brotli; the tests read what we write with that crate.
pub(super) fn push_row(text: &mut String, delimiter: char, cells: &[&str]) {
    let mut separator = None;
    for cell in cells {
        text.extend(separator);
        separator = Some(delimiter);
        if !cell.contains([delimiter, '"', '\r', '\n']) {
            text.push_str(cell);
            continue;
        }
        text.push('"');
        for character in cell.chars() {
            if character == '"' {
                text.push('"');
            }
            text.push(character);
        }
        text.push('"');
    }
    text.push_str("\r\n");
}
