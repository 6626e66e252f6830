//! Days, as they are written in files and added up in plans. There is no clock here: 'today' always comes in.

use time::{Date, Duration, Month, Weekday};

/// The years a day in a plan or in the content can have. Wide enough for any plan, narrow enough to notice `0202`.
pub const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// The text is not a day that we accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It is not written as `2026-11-22`.
    NotWrittenAsDate,
    /// There is no such day, as with 30 February.
    NoSuchDay,
    /// The year lies outside [`YEARS`].
    YearOutOfRange,
}

/// A real day within [`YEARS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day, if its year lies within [`YEARS`].
    pub fn new(date: Date) -> Result<Day, DateError> {
        if YEARS.contains(&date.year()) { Ok(Day(date)) } else { Err(DateError::YearOutOfRange) }
    }

    /// The day, or the nearest possible one: for a clock that is set wrong.
    pub fn nearest(date: Date) -> Day {
        let first = Date::from_calendar_date(*YEARS.start(), Month::January, 1).unwrap_or(date);
        Day(date.max(first).min(Day(date).last_possible().0))
    }

    /// Reads `2026-11-22`, and nothing else.
    pub fn read(text: &str) -> Result<Day, DateError> {
        read(text).and_then(Day::new)
    }

    /// As `2026-11-22`.
    pub fn write(self) -> String {
        write(self.0, "-")
    }

    /// As `20261122`.
    pub fn write_basic(self) -> String {
        write(self.0, "")
    }

    /// The day after it as `20261123`; the very last day has one too.
    pub fn write_basic_day_after(self) -> String {
        write(self.0.next_day().unwrap_or(self.0), "")
    }

    /// The day as the `time` crate knows it.
    pub const fn date(self) -> Date {
        self.0
    }

    /// So many days later; the last possible day if that lies outside [`YEARS`].
    pub fn plus_days(self, days: i64) -> Day {
        let date = self.0.checked_add(Duration::days(days)).unwrap_or(Date::MAX);
        Day::new(date).unwrap_or(self.last_possible())
    }

    /// The same day so many months later; 31 January and one month is the last day of February.
    pub fn plus_months(self, months: u16) -> Day {
        let count = i32::from(u8::from(self.0.month()) - 1) + i32::from(months);
        let year = self.0.year() + count / 12;
        let month = u8::try_from(count % 12 + 1).ok().and_then(|month| Month::try_from(month).ok());
        let date = month.and_then(|month| {
            let day = self.0.day().min(month.length(year));
            Date::from_calendar_date(year, month, day).ok()
        });
        date.and_then(|date| Day::new(date).ok()).unwrap_or(self.last_possible())
    }

    /// This day, or the Monday after it in a weekend.
    pub fn or_next_workday(self) -> Day {
        match self.0.weekday() {
            Weekday::Saturday => self.plus_days(2),
            Weekday::Sunday => self.plus_days(1),
            _ => self,
        }
    }

    fn last_possible(self) -> Day {
        Day(Date::from_calendar_date(*YEARS.end(), Month::December, 31).unwrap_or(self.0))
    }
}

/// Reads `2026-11-22` of any year from 0 to 9999, and nothing else.
pub fn read(text: &str) -> Result<Date, DateError> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return Err(DateError::NotWrittenAsDate);
    };
    let year = number(&[y1, y2, y3, y4])?;
    let [month, day] = [number(&[m1, m2])?, number(&[d1, d2])?].map(|number| u8::try_from(number).ok());
    let month = month.and_then(|month| Month::try_from(month).ok());
    let (Some(month), Some(day)) = (month, day) else { return Err(DateError::NoSuchDay) };
    Date::from_calendar_date(year, month, day).map_err(|_| DateError::NoSuchDay)
}

fn number(digits: &[u8]) -> Result<i32, DateError> {
    let mut number = 0;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return Err(DateError::NotWrittenAsDate);
        }
        number = number * 10 + i32::from(digit - b'0');
    }
    Ok(number)
}

/// A date of a year from 0 to 9999 with something between its parts.
pub fn write(date: Date, between: &str) -> String {
    let year = u16::try_from(date.year()).unwrap_or(0);
    let mut text = String::new();
    two_digits(year / 100, &mut text);
    two_digits(year % 100, &mut text);
    for number in [u8::from(date.month()), date.day()] {
        text.push_str(between);
        two_digits(number.into(), &mut text);
    }
    text
}

fn two_digits(number: u16, text: &mut String) {
    for digit in [number / 10, number % 10] {
        text.push(char::from_digit(digit.into(), 10).unwrap_or('0'));
    }
}

/// In content, on the side of the authors.
#[cfg(feature = "authoring")]
mod authored {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    use super::Day;

    impl Serialize for Day {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&self.write())
        }
    }

    impl<'de> Deserialize<'de> for Day {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
            let text = String::deserialize(deserializer)?;
            Day::read(&text).map_err(|_| D::Error::custom("not a day written as 2026-11-22"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::read(text).unwrap()
    }

    #[test]
    fn only_days_that_exist_are_read() {
        let check = |text: &str, expect: Result<&str, DateError>| {
            assert_eq!(Day::read(text).map(Day::write), expect.map(str::to_owned), "{text:?}");
        };
        check("2026-11-22", Ok("2026-11-22"));
        check("2028-02-29", Ok("2028-02-29"));
        check("2026-02-29", Err(DateError::NoSuchDay));
        check("2026-13-01", Err(DateError::NoSuchDay));
        check("2026-00-10", Err(DateError::NoSuchDay));
        check("0202-11-22", Err(DateError::YearOutOfRange));
        check("9999-12-31", Err(DateError::YearOutOfRange));
        for bad in
            ["", "22-11-2026", "2026-1-2", "2026-11-22T00:00", "+026-11-22", "2026-11-２２", "2026--1-22"]
        {
            check(bad, Err(DateError::NotWrittenAsDate));
        }
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(day("2026-11-30").plus_months(3), day("2027-02-28"));
        assert_eq!(day("2027-11-30").plus_months(3), day("2028-02-29"));
        assert_eq!(day("2028-02-29").plus_months(12), day("2029-02-28"));
        assert_eq!(day("2026-12-31").plus_months(1), day("2027-01-31"));
        assert_eq!(day("2199-12-31").plus_months(1), day("2199-12-31"));
        assert_eq!(day("2199-12-31").plus_days(1), day("2199-12-31"));
        assert_eq!(day("2026-12-31").plus_days(1).write_basic(), "20270101");
    }

    #[test]
    fn weekends_move_to_monday() {
        assert_eq!(day("2026-11-21").or_next_workday(), day("2026-11-23"));
        assert_eq!(day("2026-11-22").or_next_workday(), day("2026-11-23"));
        assert_eq!(day("2026-11-24").or_next_workday(), day("2026-11-24"));
    }
}
