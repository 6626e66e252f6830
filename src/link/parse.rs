//! Finding a link in a text, whatever happened to it on its way.

use super::frame::marker_check;
use super::scans::{least_length, read_body};
use super::symbols::Symbol;
use super::tidy::tidy;
use super::{FORMAT, Kind, Link, MAX_INPUT, MAX_LENGTH, ReadError};
use crate::scan::StatementOrders;

/// How many markers in one text are tried.
const MARKERS: usize = 8;
/// How often behind one marker a check may hold for what is no link. By chance that happens at one gap in 205,379; a
/// text that was made for it would have everything before each of its gaps read again.
const FALSE_CHECKS: usize = 4;

/// Reads a link: the text behind the `#`, a whole address, or a message with an address in it.
///
/// Takes time in proportion to the text, which has at most [`MAX_INPUT`] bytes.
///
/// # Errors
/// When there is no link in it, or one that cannot be read in full; see [`ReadError`].
pub fn read(text: &str, orders: &StatementOrders) -> Result<Link, ReadError> {
    if text.len() > MAX_INPUT {
        return Err(ReadError::TooLong);
    }
    let text = tidy(text);
    let mut failure = None;
    for marked in marked(&text).take(MARKERS) {
        match marked.read(orders) {
            Ok(link) => return Ok(link),
            Err(problem) => failure = failure.or(Some(problem)),
        }
    }
    Err(failure.unwrap_or(ReadError::NotALink))
}

/// Whether a text holds the beginning of a link, so that [`read`] will say something better than
/// [`ReadError::NotALink`] of it. For telling a link from a route or a place in the page.
pub fn is_link(text: &str) -> bool {
    text.len() <= MAX_INPUT && marked(&tidy(text)).next().is_some()
}

/// Whether what stands behind the `#` of an address begins as a link, so that [`read`] is for it and not for a route or
/// a place in the page. It is asked before the code that reads links is there, so it knows the marker and no more.
pub fn is_in_address(fragment: &str) -> bool {
    let mut rest = fragment.as_bytes();
    // The `#` itself, also percent-encoded, also more than once.
    while let [first @ (b'#' | b'%'), behind @ ..] = rest {
        rest = behind;
        while let (b'%', [b'0'..=b'9', behind @ ..]) = (first, rest) {
            rest = behind;
        }
    }
    match rest {
        [letter, version, hyphen, ..] => {
            matches!(letter | 0x20, b'r' | b'm' | b'b' | b'p')
                && version.is_ascii_alphanumeric()
                && matches!(hyphen, b'-' | b'%')
        }
        _ => false,
    }
}

/// A marker and what follows it.
struct Marked<'t> {
    kind: Kind,
    format: Symbol,
    rest: &'t str,
}

/// The markers in a text. One may stand at the first letter or digit and behind every `#`.
fn marked(text: &str) -> Markers<'_> {
    Markers(Some(text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric() && c != '#')))
}

/// What follows the next place where a marker may stand.
struct Markers<'t>(Option<&'t str>);

impl<'t> Iterator for Markers<'t> {
    type Item = Marked<'t>;

    fn next(&mut self) -> Option<Marked<'t>> {
        while let Some(place) = self.0 {
            self.0 = place.split_once('#').map(|(_, behind)| behind);
            if let Some(marked) = Marked::at_start(place) {
                return Some(marked);
            }
        }
        None
    }
}

impl Marked<'_> {
    fn at_start(text: &str) -> Option<Marked<'_>> {
        let mut characters = text.chars();
        let mut next = || characters.find(|character| !character.is_whitespace());
        let kind = Kind::from_letter(next()?)?;
        let format = Symbol::from_char(next()?)?;
        let hyphen = next()?;
        (hyphen == '-').then_some(Marked { kind, format, rest: characters.as_str() })
    }

    /// Reads up to the first character that no link contains. Lines may have been broken anywhere, and other words
    /// may follow: at every gap the link may go on or be complete, and only its check tells which.
    fn read(&self, orders: &StatementOrders) -> Result<Link, ReadError> {
        let mut check = marker_check(self.kind, self.format.value());
        let mut symbols: Vec<Symbol> = Vec::new();
        let mut characters = self.rest.chars().peekable();
        let mut line_starts = false;
        let mut false_checks = 0;
        loop {
            let character = characters.next();
            if let Some(symbol) = character.and_then(Symbol::from_char) {
                if symbols.len() == MAX_LENGTH {
                    return Err(ReadError::TooLong);
                }
                check.push(symbol);
                symbols.push(symbol);
                line_starts = false;
                continue;
            }
            if check.holds() {
                match self.read_body(&symbols, orders) {
                    Err(ReadError::Damaged) if false_checks < FALSE_CHECKS => false_checks += 1,
                    link_or_known_problem => return link_or_known_problem,
                }
            }
            match character {
                Some('\n' | '\r') => line_starts = true,
                Some(gap) if gap.is_whitespace() => {}
                // A quoted line of a mail, and the soft line break of one.
                Some('>') if line_starts => {}
                Some('=') if matches!(characters.peek(), Some('\n' | '\r')) => {}
                _ => break,
            }
        }
        if symbols.len() < least_length(self.kind, &symbols, orders) {
            Err(ReadError::Incomplete)
        } else {
            Err(ReadError::Damaged)
        }
    }

    fn read_body(&self, symbols: &[Symbol], orders: &StatementOrders) -> Result<Link, ReadError> {
        match self.format.value() {
            FORMAT => read_body(self.kind, symbols, orders),
            _ => Err(ReadError::Newer),
        }
    }
}
