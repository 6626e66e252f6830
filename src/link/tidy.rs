//! What mail, chat and word processors add to a text without anybody seeing it.

use std::borrow::Cow;

/// How often a text may have been percent-encoded: once by the browser, and by each program that passed it on.
const ROUNDS: usize = 3;

/// The text with percent codes read, invisible characters left out and every dash a hyphen.
pub(super) fn tidy(text: &str) -> String {
    let mut decoded = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        if !decoded.contains('%') {
            break;
        }
        decoded = Cow::Owned(percent_decoded(&decoded));
    }
    let mut tidy = String::with_capacity(decoded.len());
    for character in decoded.chars() {
        if !is_invisible(character) {
            tidy.push(hyphen(character));
        }
    }
    tidy
}

fn percent_decoded(text: &str) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let code = match behind {
            [high, low, ..] if first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match code {
            Some((high, low)) => {
                decoded.push(high << 4 | low);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                decoded.push(first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Soft hyphens, zero-width characters, direction marks, variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

fn hyphen(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_left_out() {
        let check = |text: &str, expect: &str| assert_eq!(tidy(text), expect, "{text:?}");
        check("#r1-ab", "#r1-ab");
        check("%23r1%2Dab", "#r1-ab");
        check("%252523r1", "#r1");
        check("%25252523r1", "%23r1");
        check("a%E2%80%8Bb%C2%ADc\u{FEFF}d", "abcd");
        check("r1\u{2011}a\u{2013}", "r1-a-");
        check("100% %zz %2", "100% %zz %2");
        check("%FF%é", "\u{FFFD}%é");
    }
}
