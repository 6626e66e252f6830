//! A scan as CSV, one row per statement (`docs/formats/csv.md`).

use crate::content::Content;
use crate::record::wire::iso_date;
use crate::scan::{Answer, LevelResult, Scan};
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
    let version = content_version.to_string();
    let changed_on = iso_date(*changed_on);
    let label = harmless(label.as_str());
    let rows = content.answered_in(scan).into_iter().map(|(asked, answer)| {
        let score = answer.and_then(Answer::score).map_or_else(String::new, |score| score.get().to_string());
        let word = match answer {
            Some(Answer::Scored(_)) => "scored",
            Some(Answer::DontKnow) => "dont_know",
            Some(Answer::NotApplicable) => "not_applicable",
            None => "",
        };
        [
            role.as_str().to_owned(),
            sector.as_str().to_owned(),
            variant.as_str().to_owned(),
            version.clone(),
            changed_on.clone(),
            label.clone(),
            asked.level.as_str().to_owned(),
            asked.id.to_string(),
            asked.wording.to_string(),
            word.to_owned(),
            score,
        ]
    });
    write(',', PLAIN_COLUMNS.map(str::to_owned), rows)
}

/// For Dutch Excel: semicolons, a byte order mark, decimal commas, words in the reader's language.
pub fn spreadsheet(scan: &Scan, content: &Content) -> String {
    let texts = &content.texts;
    let header = [
        texts.column_level().to_string(),
        texts.column_statement().to_string(),
        texts.column_text().to_string(),
        texts.column_answer().to_string(),
        texts.column_score().to_string(),
        texts.column_level_score().to_string(),
    ];
    let result = scan.result(content);
    let mean = |one: &LevelResult| one.score.map(|score| wording::score(content, score.tenths()));
    let rows = content.answered_in(scan).into_iter().map(|(asked, answer)| {
        let of_level = |one: &&LevelResult| one.level == asked.level;
        [
            wording::level(content, asked.level).to_string(),
            asked.id.to_string(),
            harmless(&wording::asked(content, &asked, scan)),
            wording::answer(content, answer).to_string(),
            answer.and_then(Answer::score).map_or_else(String::new, |score| score.get().to_string()),
            result.levels.iter().find(of_level).and_then(mean).unwrap_or_default(),
        ]
    });
    let mut text = String::from('\u{FEFF}');
    text.push_str(&write(';', header, rows));
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

/// Rows as RFC 4180 has them.
///
/// Our own, because the `csv` crate brings the reading of floating-point numbers into the page, with its tables some
/// 14 kB brotli; the tests read what we write with that crate.
fn write<const N: usize>(
    delimiter: char,
    header: [String; N],
    rows: impl Iterator<Item = [String; N]>,
) -> String {
    let mut text = String::with_capacity(4096);
    for row in std::iter::once(header).chain(rows) {
        let mut separator = None;
        for cell in &row {
            text.extend(separator);
            push_cell(&mut text, delimiter, cell);
            separator = Some(delimiter);
        }
        text.push_str("\r\n");
    }
    text
}

/// Adds a cell to a row.
pub(super) fn push_cell(text: &mut String, delimiter: char, cell: &str) {
    if cell.contains([delimiter, '"', '\r', '\n']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}
