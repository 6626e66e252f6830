//! Reading results from CSV.

use std::collections::BTreeMap;

use ::csv::{ReaderBuilder, StringRecord};

use super::super::csv::PLAIN_COLUMNS;
use super::{RESULT_COLUMN, unguarded};
use crate::record::wire::parse_iso_date;
use crate::scan::{Answer, Answers, Label, Role, Scan, Score, Sector, StatementId, StatementOrders, Variant};

/// The largest file that is read, in bytes: some 10,000 full results.
pub const MAX_BYTES: usize = 32_000_000;

/// Why a file is not read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvProblem {
    /// It has more than [`MAX_BYTES`] bytes.
    TooLarge,
    /// It lacks columns of ours.
    NotOurs,
}

/// A result in a file that is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefusedResult {
    /// The row on which the problem stands, as a spreadsheet numbers them: the header is row 1.
    pub row: usize,
    /// What the problem is.
    pub why: WhyRefused,
}

/// Why a result in a file is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyRefused {
    /// The row has too few or too many cells.
    Cells,
    /// The named column has a value that it cannot have, or not beside the other columns.
    Value(&'static str),
    /// The row has the number of an earlier result, but describes another.
    OtherResult,
    /// Rows are missing: not every statement that was asked is there.
    Incomplete,
    /// It is not known what this content version asked.
    UnknownContentVersion(u16),
}

/// A result of which rows were read.
struct Begun {
    row: usize,
    description: String,
    rows: usize,
    scan: Result<Scan, RefusedResult>,
}

/// The results of a file, in the order in which they begin, each once, refused or not.
///
/// Rows with the same number belong together; a file of a single result has no numbers.
///
/// # Errors
/// When it is no table of ours.
pub fn read(text: &str, orders: &StatementOrders) -> Result<Vec<Result<Scan, RefusedResult>>, CsvProblem> {
    if text.len() > MAX_BYTES {
        return Err(CsvProblem::TooLarge);
    }
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|_| CsvProblem::NotOurs)?;
    let columns = Columns::of(header).ok_or(CsvProblem::NotOurs)?;
    let mut results: Vec<Begun> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (record, row) in reader.records().zip(2..) {
        let refused = |why| RefusedResult { row, why };
        let begin = |description, scan: Result<Scan, WhyRefused>| Begun {
            row,
            description,
            rows: 0,
            scan: scan.map_err(refused),
        };
        let Some(record) = record.ok().filter(|record| record.len() == columns.count) else {
            results.push(begin(String::new(), Err(WhyRefused::Cells)));
            continue;
        };
        let description = columns.description(&record);
        let place = *places.entry(columns.number(&record).to_owned()).or_insert(results.len());
        if place == results.len() {
            results.push(begin(description.clone(), columns.scan(&record, orders)));
        }
        let Some(result) = results.get_mut(place) else { continue };
        result.rows += 1;
        let Ok(scan) = &mut result.scan else { continue };
        let added = if description == result.description {
            columns.add_answer(&record, scan, orders)
        } else {
            Err(WhyRefused::OtherResult)
        };
        if let Err(why) = added {
            result.scan = Err(refused(why));
        }
    }
    let whole = |result: Begun| {
        let Begun { row, description: _, rows, scan } = result;
        let scan = scan?;
        let order = orders.get(scan.content_version);
        let asked = order.map_or(0, |order| order.asked_in(scan.variant).count());
        if rows == asked { Ok(scan) } else { Err(RefusedResult { row, why: WhyRefused::Incomplete }) }
    };
    Ok(results.into_iter().map(whole).collect())
}

/// Where each column stands; [`PLAIN_COLUMNS`] by place, the number of the result if there is one.
struct Columns {
    result: Option<usize>,
    plain: [usize; PLAIN_COLUMNS.len()],
    count: usize,
}

impl Columns {
    fn of(header: &StringRecord) -> Option<Columns> {
        let place = |name: &str| header.iter().position(|column| column == name);
        let mut plain = [0; PLAIN_COLUMNS.len()];
        for (found, name) in plain.iter_mut().zip(PLAIN_COLUMNS) {
            *found = place(name)?;
        }
        Some(Columns { result: place(RESULT_COLUMN), plain, count: header.len() })
    }

    fn cell<'r>(&self, record: &'r StringRecord, name: &str) -> &'r str {
        let column = PLAIN_COLUMNS.iter().position(|&column| column == name);
        let place = column.and_then(|column| self.plain.get(column));
        place.and_then(|&place| record.get(place)).unwrap_or_default()
    }

    /// The number of the result, if there are numbers.
    fn number<'r>(&self, record: &'r StringRecord) -> &'r str {
        self.result.and_then(|place| record.get(place)).unwrap_or_default()
    }

    /// What all rows of one result have in common.
    fn description(&self, record: &StringRecord) -> String {
        let mut description = String::with_capacity(48);
        for column in PLAIN_COLUMNS.iter().take(6) {
            description.push_str(self.cell(record, column));
            description.push('\0');
        }
        description
    }

    /// The result that a row describes, without its answers.
    fn scan(&self, record: &StringRecord, orders: &StatementOrders) -> Result<Scan, WhyRefused> {
        let cell = |name| self.cell(record, name);
        let wrong = WhyRefused::Value;
        let content_version = cell("content_version").parse().map_err(|_| wrong("content_version"))?;
        if orders.get(content_version).is_none() {
            return Err(WhyRefused::UnknownContentVersion(content_version));
        }
        let changed_on = parse_iso_date(cell("changed_on")).ok_or(wrong("changed_on"))?;
        Ok(Scan {
            role: Role::from_name(cell("role")).ok_or(wrong("role"))?,
            sector: Sector::from_name(cell("school_kind")).ok_or(wrong("school_kind"))?,
            variant: Variant::from_name(cell("variant")).ok_or(wrong("variant"))?,
            label: Label::new(unguarded(cell("label"))).map_err(|_| wrong("label"))?,
            content_version,
            started_on: changed_on,
            changed_on,
            answers: Answers::new(),
        })
    }

    /// Adds the answer of a row to the result that it belongs to.
    fn add_answer(
        &self,
        record: &StringRecord,
        scan: &mut Scan,
        orders: &StatementOrders,
    ) -> Result<(), WhyRefused> {
        let cell = |name| self.cell(record, name);
        let wrong = WhyRefused::Value;
        let id: StatementId = cell("statement").parse().map_err(|_| wrong("statement"))?;
        let order = orders.get(scan.content_version);
        let asked = order.and_then(|order| order.asked(scan.variant, id)).ok_or(wrong("statement"))?;
        if cell("wording").parse() != Ok(asked.wording) {
            return Err(wrong("wording"));
        }
        let score = match cell("score") {
            "" => None,
            score => Some(score.parse().ok().and_then(Score::new).ok_or(wrong("score"))?),
        };
        let answer = match (cell("answer"), score) {
            ("", None) => return Ok(()),
            ("scored", Some(score)) => Answer::Scored(score),
            ("dont_know", None) => Answer::DontKnow,
            ("not_applicable", None) => Answer::NotApplicable,
            ("" | "scored" | "dont_know" | "not_applicable", _) => return Err(wrong("score")),
            _ => return Err(wrong("answer")),
        };
        if scan.answers.get(id).is_some() {
            return Err(wrong("statement"));
        }
        scan.answers.set(id, answer);
        Ok(())
    }
}
