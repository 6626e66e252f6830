//! The characters of a link: numbers and bytes in base 59, and the check at the end.
//!
//! Why 59: it is the largest prime below 62, the number of letters and digits. A prime base lets the check
//! symbols catch every change of one, two or three symbols instead of nearly every one, and leaves out
//! the three characters that people take for another: `I` and `l` are read as `1`, `O` as `0`.

/// The characters by value.
const ALPHABET: &[u8; BASE as usize] = b"0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/// How many values a symbol has.
pub(super) const BASE: u8 = 59;
/// How many symbols the check takes.
pub(super) const CHECK_SYMBOLS: usize = 3;

/// A value below [`BASE`], written as one letter or digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol(u8);

impl Symbol {
    /// The symbol with that value, if there is one.
    pub(super) fn new(value: u8) -> Option<Symbol> {
        (value < BASE).then_some(Symbol(value))
    }

    /// The symbol that a character stands for; look-alikes stand for the one in the alphabet.
    pub(super) fn from_char(character: char) -> Option<Symbol> {
        let value = match u8::try_from(character).ok()? {
            digit @ b'0'..=b'9' => digit - b'0',
            b'I' | b'l' => 1,
            b'O' => 0,
            upper @ b'A'..=b'H' => upper - b'A' + 10,
            upper @ b'J'..=b'N' => upper - b'J' + 18,
            upper @ b'P'..=b'Z' => upper - b'P' + 23,
            lower @ b'a'..=b'k' => lower - b'a' + 34,
            lower @ b'm'..=b'z' => lower - b'm' + 45,
            _ => return None,
        };
        Symbol::new(value)
    }

    /// The character.
    pub(super) fn to_char(self) -> char {
        ALPHABET.get(usize::from(self.0)).map_or('0', |&byte| char::from(byte))
    }

    /// The value.
    pub(super) fn value(self) -> u8 {
        self.0
    }
}

/// The check: the symbols, read as a polynomial, leave 1 when divided by `(x - 1)(x - 2)(x - 4)` modulo 59.
///
/// This is a Reed–Solomon code. Up to 58 symbols it detects any change of up to three of them and any two that
/// changed places; beyond 58 any single change and any neighbours that changed places; of all other changes one
/// in 59³ = 205,379 passes. It leaves 1 and not 0, because then a zero behind a link would make another link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Check([u8; CHECK_SYMBOLS]);

impl Check {
    /// What intact symbols leave.
    const INTACT: [u8; CHECK_SYMBOLS] = [0, 0, 1];

    /// Takes one more symbol in.
    pub(super) fn push(&mut self, symbol: Symbol) {
        // (x - 1)(x - 2)(x - 4) = x³ - 7x² + 14x - 8, so x³ is 7x² - 14x + 8; -14 is 45.
        let [high, middle, low] = self.0.map(u32::from);
        self.0 = [middle + 7 * high, low + 45 * high, 8 * high + u32::from(symbol.0)].map(reduce);
    }

    /// Whether the symbols so far end in their own check.
    pub(super) fn holds(&self) -> bool {
        self.0 == Check::INTACT
    }

    /// The symbols to append so that the check holds.
    pub(super) fn symbols(mut self) -> [Symbol; CHECK_SYMBOLS] {
        (0..CHECK_SYMBOLS).for_each(|_| self.push(Symbol(0)));
        let [high, middle, low] = self.0;
        let [zero, also_zero, one] = Check::INTACT;
        [(zero, high), (also_zero, middle), (one, low)]
            .map(|(intact, part)| Symbol(reduce(u32::from(intact) + u32::from(BASE) - u32::from(part))))
    }
}

fn reduce(value: u32) -> u8 {
    (value % u32::from(BASE)) as u8
}

/// How many symbols a number of that many bits takes, for up to 127 bits.
pub(super) fn symbols_for(bits: u32) -> usize {
    let mut values = 1u128;
    let mut symbols = 0;
    while values < 1u128.checked_shl(bits).unwrap_or(u128::MAX) {
        values = values.saturating_mul(u128::from(BASE));
        symbols += 1;
    }
    symbols
}

/// Symbols in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Writer(Vec<Symbol>);

impl Writer {
    /// Appends one symbol.
    pub(super) fn symbol(&mut self, symbol: Symbol) {
        self.0.push(symbol);
    }

    /// Appends a number as that many symbols, the highest first. What does not fit is cut off.
    pub(super) fn number(&mut self, mut value: u128, symbols: usize) {
        let start = self.0.len();
        for _ in 0..symbols {
            self.0.push(Symbol((value % u128::from(BASE)) as u8));
            value /= u128::from(BASE);
        }
        if let Some(written) = self.0.get_mut(start..) {
            written.reverse();
        }
    }

    /// Appends how many symbols there are so far, modulo the base. What has no fixed length ends so: the check alone
    /// would let one in 59³ symbols pass that are left out or added.
    pub(super) fn length(&mut self) {
        self.0.push(length_symbol(self.0.len()));
    }

    /// The symbols so far.
    pub(super) fn symbols(&self) -> &[Symbol] {
        &self.0
    }
}

fn length_symbol(length: usize) -> Symbol {
    Symbol((length % usize::from(BASE)) as u8)
}

/// Symbols that are being read, from first to last.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'s> {
    rest: &'s [Symbol],
    read: usize,
}

impl<'s> Reader<'s> {
    /// Reads these symbols.
    pub(super) fn new(symbols: &'s [Symbol]) -> Reader<'s> {
        Reader { rest: symbols, read: 0 }
    }

    /// The next symbol.
    pub(super) fn symbol(&mut self) -> Option<Symbol> {
        self.take(1)?.first().copied()
    }

    /// The number in that many symbols; nothing when there are too few or it is above `u128`.
    pub(super) fn number(&mut self, symbols: usize) -> Option<u128> {
        self.take(symbols)?.iter().try_fold(0u128, |value, symbol| {
            value.checked_mul(u128::from(BASE))?.checked_add(u128::from(symbol.0))
        })
    }

    fn take(&mut self, symbols: usize) -> Option<&'s [Symbol]> {
        let (taken, rest) = self.rest.split_at_checked(symbols)?;
        self.rest = rest;
        self.read += symbols;
        Some(taken)
    }

    /// Takes the last symbol off; whether it is what [`Writer::length`] wrote.
    pub(super) fn length_holds(&mut self) -> bool {
        let Some((&length, before)) = self.rest.split_last() else { return false };
        self.rest = before;
        length == length_symbol(self.read + before.len())
    }

    /// Whether all symbols are read.
    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// How many symbols are left.
    pub(super) fn len(&self) -> usize {
        self.rest.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_of(symbols: &[Symbol]) -> Check {
        let mut check = Check::default();
        symbols.iter().for_each(|&symbol| check.push(symbol));
        check
    }

    fn with_check(values: &[u8]) -> Vec<Symbol> {
        let mut symbols: Vec<Symbol> = values.iter().map(|&value| Symbol::new(value).unwrap()).collect();
        symbols.extend(check_of(&symbols).symbols());
        symbols
    }

    #[test]
    fn characters_and_values_are_each_others_inverse() {
        for value in 0..BASE {
            let symbol = Symbol::new(value).unwrap();
            assert_eq!(Symbol::from_char(symbol.to_char()), Some(symbol));
        }
        assert_eq!(Symbol::new(BASE), None);
        for (look_alike, meant) in [('I', '1'), ('l', '1'), ('O', '0')] {
            assert_eq!(Symbol::from_char(look_alike), Symbol::from_char(meant));
        }
        let known = (0..=char::MAX as u32).filter_map(char::from_u32).filter_map(Symbol::from_char).count();
        assert_eq!(known, 62);
    }

    #[test]
    fn the_check_is_the_three_weighted_sums_of_the_documentation() {
        let symbols = with_check(&[58, 0, 13, 7, 44, 1, 1, 30]);
        assert!(check_of(&symbols).holds());
        for weight in [1u32, 2, 4] {
            let sum = symbols.iter().fold(0, |sum, symbol| (sum * weight + u32::from(symbol.value())) % 59);
            assert_eq!(sum, 1, "{weight}");
        }
    }

    #[test]
    fn one_or_two_symbols_more_or_one_less_at_the_end_are_detected() {
        let symbols = with_check(&[58, 0, 13, 7, 44, 1, 1, 30]);
        let holds = |symbols: &[Symbol]| check_of(symbols).holds();
        assert!(!holds(&symbols[..symbols.len() - 1]));
        for first in (0..BASE).map(Symbol) {
            let mut longer = symbols.clone();
            longer.push(first);
            assert!(!holds(&longer), "{first:?}");
            for second in (0..BASE).map(Symbol) {
                assert!(!holds(&[&longer[..], &[second]].concat()), "{first:?} {second:?}");
            }
        }
    }

    #[test]
    fn every_pair_of_changes_in_the_longest_short_link_is_detected() {
        // Linear code: a change goes undetected exactly when the change itself, as symbols, leaves nothing.
        // All changes of one or two symbols at all places of 58 symbols, up to a common factor.
        let zero = [Symbol(0); 58];
        for first in 0..zero.len() {
            for second in first..zero.len() {
                for value in 0..BASE {
                    let mut change = zero;
                    change[second] = Symbol(value);
                    change[first] = Symbol(1);
                    assert_ne!(check_of(&change), Check::default(), "{first} {second} {value}");
                }
            }
        }
    }

    #[test]
    fn one_change_and_swapped_neighbours_are_detected_at_any_length() {
        for place in 0..2_000 {
            let mut change = vec![Symbol(0); 2_000];
            change[place] = Symbol(1);
            assert_ne!(check_of(&change), Check::default());
            if let Some(next) = change.get_mut(place + 1) {
                *next = Symbol(58);
                assert_ne!(check_of(&change), Check::default());
            }
        }
    }

    #[test]
    fn numbers_take_no_more_symbols_than_they_need() {
        assert_eq!(symbols_for(0), 0);
        assert_eq!(symbols_for(1), 1);
        assert_eq!(symbols_for(5), 1);
        assert_eq!(symbols_for(6), 2);
        assert_eq!(symbols_for(36), 7);
        assert_eq!(symbols_for(84), 15);
        assert_eq!(symbols_for(126), 22);
    }

    #[test]
    fn numbers_come_back() {
        for (value, symbols) in [(0, 0), (0, 3), (58, 1), (59, 2), ((1 << 84) - 1, 15), (u128::MAX, 22)] {
            let mut writer = Writer::default();
            writer.number(value, symbols);
            let mut reader = Reader::new(writer.symbols());
            assert_eq!(reader.number(symbols), Some(value));
            assert!(reader.is_empty());
        }
        let highest = [Symbol(58); 22];
        assert_eq!(Reader::new(&highest).number(22), None, "above u128");
        assert_eq!(Reader::new(&highest).number(23), None, "too few");
    }
}
