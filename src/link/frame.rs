//! What stands around the symbols of a link: the marker before them, the check behind.

use super::symbols::{BASE, Check, Symbol, Writer};
use super::{FORMAT, Fragment, Kind, MAX_LENGTH, WriteError};

/// Puts the marker before the symbols and the check behind.
pub(super) fn finish(kind: Kind, body: &Writer) -> Result<Fragment, WriteError> {
    let mut text = String::with_capacity(body.symbols().len() + 6);
    text.push(kind.letter());
    text.extend(Symbol::new(FORMAT).map(Symbol::to_char));
    text.push('-');
    let mut check = marker_check(kind, FORMAT);
    for &symbol in body.symbols() {
        check.push(symbol);
        text.push(symbol.to_char());
    }
    for symbol in check.symbols() {
        text.push(symbol.to_char());
    }
    if text.len() > MAX_LENGTH { Err(WriteError::TooLong(text.len())) } else { Ok(Fragment(text)) }
}

/// The check begins with the letter and the format version, so that a change in them is seen too.
pub(super) fn marker_check(kind: Kind, format: u8) -> Check {
    let mut check = Check::default();
    let letter = Symbol::from_char(kind.letter());
    letter.into_iter().chain(Symbol::new(format % BASE)).for_each(|symbol| check.push(symbol));
    check
}
