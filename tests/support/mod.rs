//! What several tests need: the frozen statement orders, and scans of every shape.

#![allow(dead_code, reason = "every test is a crate of its own and uses only a part")]

use proptest::prelude::*;
use samenscan::scan::{
    Answer, Answers, AskedStatement, Label, Role, Scan, Sector, StatementOrder, StatementOrders, Variant,
};
use time::{Date, Month};

/// The orders of all frozen content versions.
pub fn orders() -> StatementOrders {
    StatementOrders::from(version_one())
}

/// The order of content version 1.
pub fn version_one() -> StatementOrder {
    use samenscan::scan::Level;
    let quick = ["S1", "S5", "S7", "T1", "T3", "T4", "O1", "O3", "O7", "I1", "I5", "I7"];
    let letters = ["S", "T", "O", "I"].into_iter().zip(Level::ALL);
    let statements = letters.flat_map(|(letter, &level)| {
        (1..=7).map(move |number| {
            let id = format!("{letter}{number}");
            AskedStatement { id: id.parse().unwrap(), wording: 1, level, quick: quick.contains(&&*id) }
        })
    });
    StatementOrder::new(1, statements.collect()).unwrap()
}

/// A day.
pub fn date(year: i32, month: u8, day: u8) -> Date {
    Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
}

/// The characters of [`answers`], in the order of [`Answer::ALL`].
const ANSWERS: &str = "12345?-";

/// Answers in the order of content version 1: `1` to `5`, `?` don't know, `-` does not apply, `.` none.
pub fn answers(variant: Variant, text: &str) -> Answers {
    let order = version_one();
    let asked: Vec<_> = order.asked_in(variant).collect();
    assert_eq!(asked.len(), text.len(), "{text}");
    let answer = |character| ANSWERS.find(character).map(|place| Answer::ALL[place]);
    asked.iter().zip(text.chars()).filter_map(|(one, character)| Some((one.id, answer(character)?))).collect()
}

/// A scan of content version 1.
pub fn scan(role: Role, sector: Sector, variant: Variant, changed_on: Date, text: &str) -> Scan {
    Scan {
        role,
        sector,
        variant,
        label: Label::default(),
        content_version: 1,
        started_on: changed_on,
        changed_on,
        answers: answers(variant, text),
    }
}

/// A full scan of a school for mbo.
pub fn school(text: &str) -> Scan {
    scan(Role::School, Sector::Vocational, Variant::Full, date(2026, 11, 22), text)
}

/// A full scan of a company that works with mbo.
pub fn company(text: &str) -> Scan {
    scan(Role::Company, Sector::Vocational, Variant::Full, date(2026, 11, 22), text)
}

/// Any answer or none.
pub fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    proptest::option::weighted(0.85, proptest::sample::select(&Answer::ALL[..]))
}

/// Any scan of content version 1 without a label, on any day that a link can carry.
pub fn any_scan() -> impl Strategy<Value = Scan> {
    let role = proptest::sample::select(Role::ALL);
    let sector = proptest::sample::select(Sector::ALL);
    let variant = proptest::sample::select(Variant::ALL);
    let given = proptest::collection::vec(any_answer(), 28);
    (role, sector, variant, 0..40_226, given).prop_map(|(role, sector, variant, day, given)| {
        let order = version_one();
        let changed_on = Date::from_julian_day(date(2026, 1, 1).to_julian_day() + day).unwrap();
        let asked = order.asked_in(variant).zip(given);
        Scan {
            role,
            sector,
            variant,
            label: Label::default(),
            content_version: 1,
            started_on: changed_on,
            changed_on,
            answers: asked.filter_map(|(one, answer)| Some((one.id, answer?))).collect(),
        }
    })
}

/// Any label: letters, anything, or nothing.
pub fn any_label() -> impl Strategy<Value = Label> {
    let text = prop_oneof!["", "[A-Za-z ,.-]{1,80}", "\\PC{1,80}"];
    text.prop_map(|text| Label::new(&text).unwrap())
}

/// Pseudo-random numbers (xorshift64*), the same in every run.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit
    }
}
