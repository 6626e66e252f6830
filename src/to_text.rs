//! Values as text, and numbers from it. `ToString` goes by way of `core::fmt`, which is 1.2 kB (brotli) more, and each
//! kind of number has a reader of its own.

use std::rc::Rc;

/// What can be written as text.
pub trait ToText {
    /// It as text.
    fn to_text(&self) -> String;
}

macro_rules! numbers {
    ($($type:ty)+) => {$(
        impl ToText for $type {
            fn to_text(&self) -> String {
                digits(*self as u64)
            }
        }
    )+};
}
numbers! { u8 u16 u32 u64 usize }

impl ToText for i32 {
    fn to_text(&self) -> String {
        [if *self < 0 { "-" } else { "" }, &self.unsigned_abs().to_text()].concat()
    }
}

impl ToText for Rc<str> {
    fn to_text(&self) -> String {
        str::to_owned(self)
    }
}

#[inline(never)]
fn digits(number: u64) -> String {
    let mut text = if number < 10 { String::new() } else { digits(number / 10) };
    text.push(char::from(b'0' + (number % 10) as u8));
    text
}

/// A number from its digits; none where it is something else or does not fit.
pub fn number<T: TryFrom<u64>>(text: &str) -> Option<T> {
    text.parse::<u64>().ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_are_written_and_read_as_others_do(bits: u64, shift in 0..64_u32) {
            let number = bits >> shift;
            prop_assert_eq!(number.to_text(), number.to_string());
            prop_assert_eq!(super::number(&number.to_text()), Some(number));
            prop_assert_eq!(super::number(&number.to_text()), u8::try_from(number).ok());
        }
    }

    #[test]
    fn what_is_no_number_or_does_not_fit_is_refused() {
        for text in ["", "-1", "1.0", " 1", "256", "18446744073709551616"] {
            assert_eq!(number::<u8>(text), None, "{text}");
        }
        assert_eq!([0, 9, -10, i32::MIN].map(|number| number.to_text()), ["0", "9", "-10", "-2147483648"]);
        assert_eq!((0_u8.to_text(), number::<u8>("255")), ("0".to_owned(), Some(255)));
    }
}
