//! Rows of a table, from bytes that come in parts.
//!
//! `csv-core` finds where cells end; the `csv` crate around it brings the reading of floating-point numbers.

use csv_core::ReadRecordResult;

use crate::scan::intake::Separator;

/// The most bytes in a row of ours, with columns that somebody added; a longer one is refused.
const MOST_BYTES: usize = 4_096;
/// The most cells in it.
const MOST_CELLS: usize = 64;

/// Takes rows from bytes.
pub struct Records {
    reader: csv_core::Reader,
    text: [u8; MOST_BYTES],
    ends: [usize; MOST_CELLS],
    /// How much of both belongs to this row.
    bytes: usize,
    cells: usize,
    is_too_long: bool,
    is_whole: bool,
}

impl Records {
    /// Rows of cells with this between them.
    pub fn new(separator: Separator) -> Records {
        Records {
            reader: csv_core::ReaderBuilder::new().delimiter(separator.as_char() as u8).build(),
            text: [0; MOST_BYTES],
            ends: [0; MOST_CELLS],
            bytes: 0,
            cells: 0,
            is_too_long: false,
            is_whole: false,
        }
    }

    /// Reads on, to the end of a row or of the bytes. Returns how many bytes that took and whether a row is whole.
    ///
    /// The first bytes must hold the byte order mark whole, if there is one.
    pub fn read(&mut self, bytes: &[u8]) -> (usize, bool) {
        if std::mem::take(&mut self.is_whole) {
            (self.bytes, self.cells, self.is_too_long) = (0, 0, false);
        }
        let text = self.text.get_mut(self.bytes..).unwrap_or_default();
        let ends = self.ends.get_mut(self.cells..).unwrap_or_default();
        let (result, taken, written, ended) = self.reader.read_record(bytes, text, ends);
        self.bytes += written;
        self.cells += ended;
        match result {
            ReadRecordResult::Record => self.is_whole = true,
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                // What is too long is read to its end, and forgotten.
                (self.bytes, self.cells, self.is_too_long) = (0, 0, true);
            }
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        (taken, self.is_whole)
    }

    /// There are no more bytes. Returns whether that made the last row whole.
    pub fn end(&mut self) -> bool {
        // At the end of the file the reader says `End`, at the latest after it ran full twice.
        (0..3).any(|_| self.read(&[]).1)
    }

    /// The row that is whole, unless it was too long or is not text.
    pub fn record(&self) -> Option<Record<'_>> {
        let text = std::str::from_utf8(self.text.get(..self.bytes)?).ok()?;
        let ends = self.ends.get(..self.cells)?;
        (!self.is_too_long).then_some(Record { text, ends })
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
