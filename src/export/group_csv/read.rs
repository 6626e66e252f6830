//! Reading results from CSV.

use std::cmp::Ordering;

use super::super::csv::PLAIN_COLUMNS;
use super::record::{Record, Records};
use super::{RESULT_COLUMN, unguarded};
use crate::date;
use crate::index::Index;
use crate::scan::intake::{InputKind, Separator};
use crate::scan::{Answer, Answers, Label, Role, Scan, Score, Sector, StatementId, StatementOrders, Variant};
use crate::to_text::number;

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
    number: String,
    description: String,
    /// How many rows there are, and how many a whole result has.
    rows: usize,
    asked: usize,
    scan: Result<Scan, RefusedResult>,
}

/// The results of a whole file; see [`Reader`].
///
/// # Errors
/// When it is no table of ours.
pub fn read(text: &str, orders: &StatementOrders) -> Result<Vec<Result<Scan, RefusedResult>>, CsvProblem> {
    if text.len() > MAX_BYTES {
        return Err(CsvProblem::TooLarge);
    }
    let mut reader = match InputKind::of(text) {
        InputKind::Csv(separator) => Reader::new(separator),
        InputKind::Json | InputKind::Links => return Err(CsvProblem::NotOurs),
    };
    reader.read(text.as_bytes(), usize::MAX, orders);
    Ok(reader.end(orders)?.collect())
}

/// Reads the results of a file, of which the bytes come in parts, a few rows at a time.
///
/// Rows with the same number belong together, wherever they stand; a file of a single result has no numbers.
pub struct Reader {
    records: Records,
    /// None before the header is read; `Err` when the file is not ours.
    columns: Option<Result<Columns, CsvProblem>>,
    /// The row that was read last, as a spreadsheet numbers it.
    row: usize,
    results: Vec<Begun>,
    /// Where the first result of each number stands among them.
    numbers: Index,
}

impl Reader {
    /// A reader of a table with this between its cells.
    pub fn new(separator: Separator) -> Reader {
        Reader {
            records: Records::new(separator),
            columns: None,
            row: 0,
            results: Vec::new(),
            numbers: Index::default(),
        }
    }

    /// Reads at most so many rows of the next bytes, and says how many bytes that took.
    pub fn read(&mut self, bytes: &[u8], rows: usize, orders: &StatementOrders) -> usize {
        let mut used = 0;
        for _ in 0..rows {
            let left = bytes.get(used..).unwrap_or_default();
            // Nothing left is, for the reader of rows, the end of the file.
            if left.is_empty() || matches!(self.columns, Some(Err(_))) {
                return bytes.len();
            }
            let (taken, whole) = self.records.read(left);
            used += taken;
            if whole {
                self.take(orders);
            }
        }
        used
    }

    /// There are no more bytes: the results in the order in which they begin, each once, refused or not.
    ///
    /// # Errors
    /// When it is no table of ours.
    pub fn end(mut self, orders: &StatementOrders) -> Result<Results, CsvProblem> {
        if self.records.end() {
            self.take(orders);
        }
        self.columns.unwrap_or(Err(CsvProblem::NotOurs))?;
        Ok(Results(self.results.into_iter()))
    }

    /// Takes the row that was read.
    fn take(&mut self, orders: &StatementOrders) {
        self.row += 1;
        let record = self.records.record();
        let columns = match &self.columns {
            None => {
                let columns = record.and_then(|header| Columns::of(&header));
                self.columns = Some(columns.ok_or(CsvProblem::NotOurs));
                return;
            }
            Some(Err(_)) => return,
            Some(Ok(columns)) => columns,
        };
        let row = self.row;
        let refused = |why| RefusedResult { row, why };
        let begin = |number: &str, description, scan: Result<Scan, WhyRefused>| Begun {
            asked: scan.as_ref().map_or(0, |scan| {
                let order = orders.get(scan.content_version);
                order.map_or(0, |order| order.asked_in(scan.variant).count())
            }),
            row,
            number: number.to_owned(),
            description,
            rows: 0,
            scan: scan.map_err(refused),
        };
        let Some(record) = record.filter(|record| record.len() == columns.count) else {
            self.results.push(begin("", String::new(), Err(WhyRefused::Cells)));
            return;
        };
        let description = columns.description(&record);
        let number = columns.number(&record);
        let results = &mut self.results;
        let new = results.len();
        let place = self.numbers.find_or_insert(new, &|place| {
            results.get(place).map_or(Ordering::Less, |one| one.number.as_str().cmp(number))
        });
        if place == new {
            results.push(begin(number, description.clone(), columns.scan(&record, orders)));
        }
        let Some(result) = results.get_mut(place) else { return };
        result.rows += 1;
        let Ok(scan) = &mut result.scan else { return };
        let added = if description == result.description {
            columns.add_answer(&record, scan, orders)
        } else {
            Err(WhyRefused::OtherResult)
        };
        if let Err(why) = added {
            result.scan = Err(refused(why));
        }
    }
}

/// The results of a file; see [`Reader::end`].
pub struct Results(std::vec::IntoIter<Begun>);

impl Iterator for Results {
    type Item = Result<Scan, RefusedResult>;

    fn next(&mut self) -> Option<Self::Item> {
        let Begun { row, rows, asked, scan, .. } = self.0.next()?;
        match scan {
            Ok(_) if rows != asked => Some(Err(RefusedResult { row, why: WhyRefused::Incomplete })),
            scan => Some(scan),
        }
    }
}

/// Where each column stands; [`PLAIN_COLUMNS`] by place, the number of the result if there is one.
struct Columns {
    result: Option<usize>,
    plain: [usize; PLAIN_COLUMNS.len()],
    count: usize,
}

impl Columns {
    fn of(header: &Record<'_>) -> Option<Columns> {
        let place = |name: &str| header.cells().position(|column| column == name);
        let mut plain = [0; PLAIN_COLUMNS.len()];
        for (found, name) in plain.iter_mut().zip(PLAIN_COLUMNS) {
            *found = place(name)?;
        }
        Some(Columns { result: place(RESULT_COLUMN), plain, count: header.len() })
    }

    fn cell<'r>(&self, record: &'r Record<'_>, name: &str) -> &'r str {
        let column = PLAIN_COLUMNS.iter().position(|&column| column == name);
        let place = column.and_then(|column| self.plain.get(column));
        place.and_then(|&place| record.get(place)).unwrap_or_default()
    }

    /// The number of the result, if there are numbers.
    fn number<'r>(&self, record: &'r Record<'_>) -> &'r str {
        self.result.and_then(|place| record.get(place)).unwrap_or_default()
    }

    /// What all rows of one result have in common.
    fn description(&self, record: &Record<'_>) -> String {
        let mut description = String::with_capacity(48);
        for column in PLAIN_COLUMNS.iter().take(6) {
            description.push_str(self.cell(record, column));
            description.push('\0');
        }
        description
    }

    /// The result that a row describes, without its answers.
    fn scan(&self, record: &Record<'_>, orders: &StatementOrders) -> Result<Scan, WhyRefused> {
        let cell = |name| self.cell(record, name);
        let wrong = WhyRefused::Value;
        let content_version = number(cell("content_version")).ok_or(wrong("content_version"))?;
        if orders.get(content_version).is_none() {
            return Err(WhyRefused::UnknownContentVersion(content_version));
        }
        let changed_on = date::read_saved_again(cell("changed_on")).map_err(|_| wrong("changed_on"))?;
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
        record: &Record<'_>,
        scan: &mut Scan,
        orders: &StatementOrders,
    ) -> Result<(), WhyRefused> {
        let cell = |name| self.cell(record, name);
        let wrong = WhyRefused::Value;
        let id: StatementId = cell("statement").parse().map_err(|_| wrong("statement"))?;
        let order = orders.get(scan.content_version);
        let asked = order.and_then(|order| order.asked(scan.variant, id)).ok_or(wrong("statement"))?;
        if number(cell("wording")) != Some(asked.wording) {
            return Err(wrong("wording"));
        }
        let score = match cell("score") {
            "" => None,
            score => Some(number(score).and_then(Score::new).ok_or(wrong("score"))?),
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
