//! Texts in a link: mostly one symbol for each letter, often one for two or three.
//!
//! Why not a compression library: at the length of a label or a plan it does worse. On our own Dutch sentences
//! this table takes 0.73 symbols per character at any length; DEFLATE takes 1.27 for one sentence, 0.89 for five
//! and is better only from about twenty, more than the 1,900 characters of a link leave room for.

use super::symbols::{BASE, Reader, Symbol, Writer};

/// What the values 0 to 56 stand for. Trained on the sentences of the scan, held-out ones confirming it. Part of format
/// 1: it never changes again.
const PLAIN: [&str; 57] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
    "v", "w", "x", "y", "z", " ", ".", ",", "-", "aa", "an", "ar", "at ", "be", "ch", "d ", "de ", "e ",
    "el", "en", "en ", "er", "er ", "et ", "f ", "g ", "ij", "in", "k ", "le", "or", "pr", "s ", "st", "t ",
    "th",
];
/// The next value is one of [`SHIFTED`].
const SHIFT: u8 = 57;
/// The text ends here and another follows.
const END: u8 = 58;
/// What the values 0 to 57 stand for after [`SHIFT`].
const SHIFTED: [char; 58] = [
    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '\n', '!', '?', ':', ';', '/',
    '(', ')', '\'', '"', '&', '+', '%', '@', '€', 'ë', 'é', 'ï', 'ö', 'ü', '’', 'ó',
];
/// After [`SHIFT`]: the next four values are the number of a character in Unicode, in base 59.
const ANY: u8 = 58;
/// How many symbols the number of a character takes.
const ANY_SYMBOLS: usize = 4;

/// Appends a text without an end.
pub(super) fn write(text: &str, writer: &mut Writer) {
    let mut push = |value: usize| {
        if let Some(symbol) = u8::try_from(value).ok().and_then(Symbol::new) {
            writer.symbol(symbol);
        }
    };
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let plain = |length: usize| {
            let piece = rest.get(..length)?;
            PLAIN.iter().position(|&one| one == piece).map(|found| (found, length))
        };
        // The longest first.
        if let Some((found, length)) = plain(3).or_else(|| plain(2)).or_else(|| plain(1)) {
            push(found);
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
        if let Some(shifted) = SHIFTED.iter().position(|&one| one == character) {
            push(usize::from(SHIFT));
            push(shifted);
        } else {
            push(usize::from(SHIFT));
            push(usize::from(ANY));
            let mut number = character as usize;
            let mut digits = [0; ANY_SYMBOLS];
            for digit in digits.iter_mut().rev() {
                *digit = number % usize::from(BASE);
                number /= usize::from(BASE);
            }
            for digit in digits {
                push(digit);
            }
        }
    }
}

/// Ends a text, so that another can follow.
pub(super) fn write_end(writer: &mut Writer) {
    Symbol::new(END).into_iter().for_each(|symbol| writer.symbol(symbol));
}

/// Reads a text up to its end or the end of the symbols; nothing if no page ever wrote it.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<String> {
    let mut text = String::with_capacity(reader.len());
    while let Some(symbol) = reader.symbol() {
        match symbol.value() {
            END => break,
            SHIFT => match reader.symbol()?.value() {
                ANY => {
                    let number = u32::try_from(reader.number(ANY_SYMBOLS)?).ok()?;
                    text.push(char::from_u32(number)?);
                }
                shifted => text.push(*SHIFTED.get(usize::from(shifted))?),
            },
            plain => text.push_str(PLAIN.get(usize::from(plain))?),
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write_all(text: &str) -> Writer {
        let mut writer = Writer::default();
        write(text, &mut writer);
        writer
    }

    #[test]
    fn texts_come_back() {
        let check = |text: &str, symbols: usize| {
            let writer = write_all(text);
            assert_eq!(writer.symbols().len(), symbols, "{text}");
            assert_eq!(read(&mut Reader::new(writer.symbols())).as_deref(), Some(text));
        };
        check("", 0);
        check("een", 2);
        check("Bakkerij Jansen", 13);
        check("we bellen de bakkerij, vóór 1 maart.", 31);
        check("\u{10FFFF}\u{0}", 12);
        check(&PLAIN.concat(), 55);
        check(&SHIFTED.iter().collect::<String>(), 116);
    }

    #[test]
    fn a_text_ends_where_it_says() {
        let mut writer = write_all("ja");
        write_end(&mut writer);
        write("nee", &mut writer);
        let mut reader = Reader::new(writer.symbols());
        assert_eq!(read(&mut reader).as_deref(), Some("ja"));
        assert_eq!(read(&mut reader).as_deref(), Some("nee"));
        assert_eq!(read(&mut reader).as_deref(), Some(""));
    }

    #[test]
    fn what_nobody_wrote_is_refused() {
        let check = |values: &[u8]| {
            let symbols: Vec<Symbol> = values.iter().map(|&value| Symbol::new(value).unwrap()).collect();
            assert_eq!(read(&mut Reader::new(&symbols)), None, "{values:?}");
        };
        check(&[SHIFT]);
        check(&[SHIFT, ANY, 0, 0]);
        check(&[SHIFT, ANY, 58, 58, 58, 58]);
        check(&[SHIFT, ANY, 0, 15, 52, 13]); // 0xD800
    }
}
