//! Rows of a table, from bytes that come in parts.

/// The most bytes in a row of ours, with columns that somebody added; a longer one is refused.
const MOST_BYTES: usize = 4_096;
/// The most cells in it.
const MOST_CELLS: usize = 64;

/// Takes rows from bytes (RFC 4180), at any line break, and with quotes wherever they stand: nothing of a table is
/// refused here but a row that is too long.
///
/// Our own: `csv-core`, which does the same for any separator and quote, is 1.6 kB (brotli) more.
#[derive(Default)]
pub struct Records {
    at: At,
    /// The bytes of the row without what separates them, and where each cell ends.
    text: Vec<u8>,
    ends: Vec<usize>,
    has_begun: bool,
    is_whole: bool,
    is_too_long: bool,
}

/// Where in a row the next byte stands.
#[derive(Clone, Copy, Default)]
enum At {
    /// Before it.
    #[default]
    Row,
    /// At the beginning of a cell that is not the first.
    Cell,
    /// In a cell, or behind its quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// Behind a quote between quotes: two are one, and one is the end.
    Quote,
}

impl Records {
    /// Reads on, to the end of a row or of the bytes. Returns how many bytes that took and whether a row is whole.
    ///
    /// The first bytes must hold the byte order mark whole, if there is one.
    pub fn read(&mut self, bytes: &[u8]) -> (usize, bool) {
        if std::mem::take(&mut self.is_whole) {
            self.text.clear();
            self.ends.clear();
            self.is_too_long = false;
        }
        let mark = if self.has_begun { 0 } else { bytes.strip_prefix(b"\xEF\xBB\xBF").map_or(0, |_| 3) };
        self.has_begun = true;
        for (place, &byte) in bytes.iter().enumerate().skip(mark) {
            match (self.at, byte) {
                // An empty line, or the second half of a line break.
                (At::Row, b'\r' | b'\n') => {}
                (At::Row | At::Cell, b'"') => self.at = At::Quoted,
                (At::Quoted, b'"') => self.at = At::Quote,
                (At::Quoted, _) => self.push(byte),
                (At::Quote, b'"') => {
                    self.push(byte);
                    self.at = At::Quoted;
                }
                (_, b',') => {
                    self.end_cell();
                    self.at = At::Cell;
                }
                (_, b'\r' | b'\n') => return (place + 1, self.end()),
                _ => {
                    self.push(byte);
                    self.at = At::Plain;
                }
            }
        }
        (bytes.len(), false)
    }

    fn push(&mut self, byte: u8) {
        if self.text.len() < MOST_BYTES {
            self.text.push(byte);
        } else {
            self.is_too_long = true;
        }
    }

    fn end_cell(&mut self) {
        if self.ends.len() < MOST_CELLS {
            self.ends.push(self.text.len());
        } else {
            self.is_too_long = true;
        }
    }

    /// The row that was begun ends here, at a line break or where no more bytes come. Returns whether there was one.
    pub fn end(&mut self) -> bool {
        let has_begun = !matches!(self.at, At::Row);
        if has_begun {
            self.end_cell();
            self.at = At::Row;
            self.is_whole = true;
        }
        has_begun
    }

    /// The row that is whole, unless it was too long or is not text.
    pub fn record(&self) -> Option<Record<'_>> {
        let text = std::str::from_utf8(&self.text).ok()?;
        (!self.is_too_long).then_some(Record { text, ends: &self.ends })
    }
}

/// The cells of one row.
pub struct Record<'r> {
    text: &'r str,
    ends: &'r [usize],
}

impl<'r> Record<'r> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cell at a place, from 0.
    pub fn get(&self, place: usize) -> Option<&'r str> {
        let start = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(place)?)
    }

    /// All of them.
    pub fn cells(&self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).filter_map(|place| self.get(place))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_are_those_of_the_csv_crate(
            pieces in proptest::collection::vec(prop_oneof!["a", "é", ",", "\"", "\r", "\n", "\u{FEFF}"], 0..40),
            cuts in proptest::collection::vec(0_usize..80, 0..4),
        ) {
            let table = pieces.concat();
            let mut theirs = csv::ReaderBuilder::new();
            let mut theirs = theirs.has_headers(false).flexible(true).from_reader(table.as_bytes());
            let theirs: Vec<Vec<String>> =
                theirs.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();

            let mut records = Records::default();
            let mut ours: Vec<Vec<String>> = Vec::new();
            let mut take = |records: &Records| {
                ours.push(records.record().unwrap().cells().map(str::to_owned).collect());
            };
            let mut cuts: Vec<usize> = cuts.into_iter().filter(|&cut| 3 <= cut && cut < table.len()).collect();
            cuts.sort_unstable();
            cuts.push(table.len());
            let mut place = 0;
            for cut in cuts {
                while place < cut {
                    let (taken, is_whole) = records.read(&table.as_bytes()[place..cut]);
                    place += taken;
                    if is_whole {
                        take(&records);
                    }
                }
            }
            if records.end() {
                take(&records);
            }
            prop_assert_eq!(ours, theirs);
        }
    }
}
