//! Many texts and files, read in small steps into a group (`docs/formats/group.md`).
//!
//! A [`Gathering`] takes texts whose bytes come in parts. Each [`Gathering::step`] does a little, so that a page stays
//! quick; nothing is read twice, and nothing that was read is copied when more comes.

mod report;

use std::rc::Rc;

use crate::content::Content;
use crate::export::group_csv::{self, RefusedResult};
use crate::export::json::{self, ImportProblem};
use crate::link::ReadError;
use crate::scan::group::{Added, CannotAdd, Counting, Filter, Group, Tally};
use crate::scan::intake::{self, Found, InputKind, Line, LineProblem, Place, Step};
use crate::scan::{Scan, StatementOrders};

pub use report::{Listed, Refused, Twice, WhyNot};

/// The most files at once.
pub const MAX_FILES: u32 = 10_000;
/// The most bytes of one file, or of one pasted text: some 20,000 full results as a table.
pub const MAX_BYTES: u64 = group_csv::MAX_BYTES as u64;
/// The most bytes of all files together.
pub const MAX_BYTES_IN_ALL: u64 = 8 * MAX_BYTES;
/// The most bytes of a text with links; 200,000 links have some 12 MB.
pub const MAX_LINKS: usize = 16_000_000;

/// A line without a link.
const NO_LINK: LineProblem = LineProblem::Link(ReadError::NotALink);
/// The most lines, rows or results in one step.
const AT_ONCE: usize = 32;

/// A group, and what came of the last texts that were read into it.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The results.
    pub group: Group,
    /// How many results the last texts gave, duplicates included.
    pub added: u32,
    /// What of the last texts was refused.
    pub refused: Listed<Refused>,
    /// Which results of the last texts were there already.
    pub duplicates: Listed<Twice>,
}

impl Gathered {
    /// Nothing yet.
    pub fn new(content: &Content) -> Gathered {
        Gathered {
            group: Group::new(&content.orders()),
            added: 0,
            refused: Listed::default(),
            duplicates: Listed::default(),
        }
    }

    /// Begins to count what a filter lets through.
    pub fn counting(&self, filter: Filter) -> Counting {
        Counting::new(&self.group, filter)
    }

    /// The statistics of what a filter lets through, all in one go.
    pub fn tally(&self, filter: Filter) -> Tally {
        self.group.tally(filter)
    }
}

/// Texts on their way into a group.
pub struct Gathering {
    gathered: Rc<Gathered>,
    content: Rc<Content>,
    orders: StatementOrders,
    files: u32,
    bytes: u64,
    /// How many bytes were read, or will never be.
    done: u64,
    /// The name of the file that is read.
    source: Option<Rc<str>>,
    /// The lines without a link, as long as a file has nothing else. None for what was pasted.
    linkless: Option<Vec<usize>>,
    text: Text,
}

/// The text that is read.
enum Text {
    /// Nothing of it came yet, or it was read.
    None,
    /// A file or pasted links, which are read when they are whole.
    Part(Vec<u8>),
    /// Links.
    Links(String, Place),
    /// A table: what reads it, and the bytes that came last with how many of them were read.
    Table(Box<group_csv::Reader>, Vec<u8>, usize),
    /// The results of a table.
    Results(group_csv::Results),
}

impl Gathering {
    /// More will come into a group. What is said of earlier texts is forgotten.
    pub fn new(mut gathered: Rc<Gathered>, content: Rc<Content>) -> Gathering {
        let new = Rc::make_mut(&mut gathered);
        (new.added, new.refused, new.duplicates) = (0, Listed::default(), Listed::default());
        let orders = content.orders();
        Gathering {
            gathered,
            content,
            orders,
            files: 0,
            bytes: 0,
            done: 0,
            source: None,
            linkless: None,
            text: Text::None,
        }
    }

    /// Begins with a file, or with what was pasted, which has no name. Returns whether its size allows reading it.
    pub fn begin(&mut self, source: Option<Rc<str>>, bytes: u64) -> bool {
        self.source = source;
        self.linkless = self.source.is_some().then(Vec::new);
        self.text = Text::None;
        self.files += 1;
        let why_not = if self.files > MAX_FILES {
            Some(WhyNot::TooManyFiles)
        } else if bytes > MAX_BYTES {
            Some(WhyNot::TooLarge)
        } else if self.bytes.saturating_add(bytes) > MAX_BYTES_IN_ALL {
            Some(WhyNot::TooMuch)
        } else {
            None
        };
        match why_not {
            Some(why) => {
                self.done += bytes;
                self.refuse(None, why);
                false
            }
            None => {
                self.bytes += bytes;
                true
            }
        }
    }

    /// The next bytes of the text that was begun. The first must hold its first line; the earlier ones must be read.
    pub fn part(&mut self, bytes: Vec<u8>) {
        match &mut self.text {
            Text::None => {
                self.text = match InputKind::of(beginning(&bytes)) {
                    InputKind::Csv(separator) => {
                        Text::Table(Box::new(group_csv::Reader::new(separator)), bytes, 0)
                    }
                    InputKind::Json | InputKind::Links => Text::Part(bytes),
                };
            }
            Text::Part(all) => all.extend(bytes),
            Text::Table(_, part, used) => (*part, *used) = (bytes, 0),
            Text::Links(..) | Text::Results(_) => {}
        }
    }

    /// That was the whole text.
    pub fn end(&mut self) {
        match std::mem::replace(&mut self.text, Text::None) {
            Text::Part(bytes) => self.whole(bytes),
            Text::Table(reader, ..) => match reader.end(&self.orders) {
                Ok(results) => self.text = Text::Results(results),
                Err(problem) => self.refuse(None, WhyNot::Table(problem)),
            },
            Text::None => self.refuse(None, WhyNot::File(ImportProblem::NotOurs)),
            Text::Links(..) | Text::Results(_) => {}
        }
    }

    /// The text could not be read.
    pub fn fail(&mut self) {
        self.text = Text::None;
        self.refuse(None, WhyNot::Unreadable);
    }

    fn whole(&mut self, bytes: Vec<u8>) {
        let Ok(text) = String::from_utf8(bytes) else { return self.fail() };
        if InputKind::of(&text) != InputKind::Json {
            if text.len() > MAX_LINKS {
                return self.refuse(None, WhyNot::TooLarge);
            }
            self.text = Text::Links(text, Place::default());
            return;
        }
        self.done += text.len() as u64;
        match json::decode(&text, &self.content) {
            Ok(scan) => self.add(None, &scan),
            Err(problem) => self.refuse(None, WhyNot::File(problem)),
        }
    }

    /// Reads on a little. Returns whether there is more to do with the bytes that came.
    pub fn step(&mut self) -> bool {
        match std::mem::replace(&mut self.text, Text::None) {
            Text::None => false,
            Text::Part(bytes) => {
                self.text = Text::Part(bytes);
                false
            }
            Text::Links(text, place) => self.links(text, place),
            Text::Table(mut reader, part, used) => {
                let left = part.get(used..).unwrap_or_default();
                let taken = reader.read(left, AT_ONCE, &self.orders);
                self.done += taken as u64;
                let used = used + taken;
                let more = used < part.len();
                self.text = Text::Table(reader, part, used);
                more
            }
            Text::Results(mut results) => {
                for _ in 0..AT_ONCE {
                    match results.next() {
                        Some(Ok(scan)) => self.add(None, &scan),
                        Some(Err(RefusedResult { row, why })) => self.refuse(Some(row), WhyNot::Row(why)),
                        None => return false,
                    }
                }
                self.text = Text::Results(results);
                true
            }
        }
    }

    fn links(&mut self, text: String, mut place: Place) -> bool {
        for _ in 0..AT_ONCE {
            let mut lines = intake::lines_from(&text, place, &self.orders);
            let step = lines.step();
            self.done += (lines.place().bytes() - place.bytes()) as u64;
            place = lines.place();
            match step {
                Step::Empty => {}
                Step::End => {
                    if self.linkless.take().is_some_and(|lines| !lines.is_empty()) {
                        // Who took the wrong file does not want to read so of each of its lines.
                        self.refuse(None, WhyNot::File(ImportProblem::NotOurs));
                    }
                    return false;
                }
                Step::Line(Line { number, found }) => self.line(number, found),
            }
        }
        self.text = Text::Links(text, place);
        true
    }

    fn line(&mut self, number: usize, found: Result<Found, LineProblem>) {
        if let (Err(NO_LINK), Some(lines)) = (&found, &mut self.linkless) {
            return lines.push(number);
        }
        for number in self.linkless.take().unwrap_or_default() {
            self.refuse(Some(number), WhyNot::Line(NO_LINK));
        }
        match found {
            Ok(found) => found.scans().for_each(|scan| self.add(Some(number), scan)),
            Err(problem) => self.refuse(Some(number), WhyNot::Line(problem)),
        }
    }

    fn add(&mut self, line: Option<usize>, scan: &Scan) {
        let gathered = Rc::make_mut(&mut self.gathered);
        match gathered.group.add(scan) {
            Ok(Added::New(_)) => gathered.added += 1,
            Ok(Added::Duplicate { number, of }) => {
                gathered.added += 1;
                gathered.duplicates.push(Twice { source: self.source.clone(), line, number, of });
            }
            Err(CannotAdd::UnknownContentVersion(_)) => self.refuse(line, WhyNot::OtherContentVersion),
            Err(CannotAdd::Full) => self.refuse(line, WhyNot::Full),
        }
    }

    fn refuse(&mut self, line: Option<usize>, why: WhyNot) {
        let source = self.source.clone();
        Rc::make_mut(&mut self.gathered).refused.push(Refused { source, line, why });
    }

    /// How many results there are by now.
    pub fn results(&self) -> u32 {
        u32::try_from(self.gathered.group.len()).unwrap_or(u32::MAX)
    }

    /// How many bytes of the texts that were begun are done with.
    pub fn done(&self) -> u64 {
        self.done
    }

    /// The group with all that came. What was begun and not ended is left out.
    pub fn finish(self) -> Rc<Gathered> {
        self.gathered
    }
}

/// As much as is text of the first bytes.
fn beginning(bytes: &[u8]) -> &str {
    let first = bytes.get(..4_096).unwrap_or(bytes);
    std::str::from_utf8(first)
        .or_else(|problem| std::str::from_utf8(first.get(..problem.valid_up_to()).unwrap_or_default()))
        .unwrap_or_default()
}
