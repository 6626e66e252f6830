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
        Day::new(read(text)?)
    }

    /// As `2026-11-22`.
    pub fn write(self) -> String {
        write(self.0)
    }

    /// As `20261122`.
    pub fn write_basic(self) -> String {
        digits(self.0, "")
    }

    /// The day after it as `20261123`; the very last day has one too.
    pub fn write_basic_day_after(self) -> String {
        digits(self.0.next_day().unwrap_or(self.0), "")
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

/// Reads a day as files have it: `2026-11-22`, and nothing else.
///
/// # Errors
/// When it is written in another way, or there is no such day; the year is never out of range.
pub fn read(text: &str) -> Result<Date, DateError> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return Err(DateError::NotWrittenAsDate);
    };
    if ![y1, y2, y3, y4, m1, m2, d1, d2].iter().all(u8::is_ascii_digit) {
        return Err(DateError::NotWrittenAsDate);
    }
    let two = |tens: u8, ones: u8| (tens - b'0') * 10 + (ones - b'0');
    let year = i32::from(two(y1, y2)) * 100 + i32::from(two(y3, y4));
    let Ok(month) = Month::try_from(two(m1, m2)) else { return Err(DateError::NoSuchDay) };
    match Date::from_calendar_date(year, month, two(d1, d2)) {
        Ok(date) if year > 0 => Ok(date),
        _ => Err(DateError::NoSuchDay),
    }
}

/// Reads a day as files have it, or as a spreadsheet writes it when it saves a table of ours again: `22-11-2026`, `1/4/2026`.
/// Where the year stands last the day stands first, as the Dutch and the British have it.
///
/// # Errors
/// As [`read()`].
pub fn read_saved_again(text: &str) -> Result<Date, DateError> {
    let between = if text.contains('/') { '/' } else { '-' };
    let day_first = text.split_once(between).and_then(|(day, rest)| Some((day, rest.split_once(between)?)));
    let Some((day, (month, year))) = day_first.filter(|(_, (_, year))| year.len() == 4) else {
        return read(text);
    };
    let zero = |number: &str| if number.len() == 1 { "0" } else { "" };
    read(&[year, "-", zero(month), month, "-", zero(day), day].concat())
}

/// A day as files have it: `2026-11-22`.
pub fn write(date: Date) -> String {
    digits(date, "-")
}

fn digits(date: Date, between: &str) -> String {
    let year = date.year().clamp(0, 9999);
    let mut text = String::new();
    push_two(&mut text, (year / 100) as u8);
    push_two(&mut text, (year % 100) as u8);
    for number in [u8::from(date.month()), date.day()] {
        text.push_str(between);
        push_two(&mut text, number);
    }
    text
}

/// Adds a number below 100 as two digits.
pub(crate) fn push_two(text: &mut String, number: u8) {
    text.push(char::from(b'0' + number / 10));
    text.push(char::from(b'0' + number % 10));
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
    fn files_have_days_of_any_year() {
        for good in ["2026-11-22", "2028-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(write(read(good).unwrap()), good);
        }
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-01",
            "26-01-01",
            "2026-01-01-",
            "+026-01-01",
            "",
            "0000-01-01",
        ] {
            assert!(read(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_year_that_stands_last_has_the_day_first() {
        let check = |text: &str, expect: Result<&str, DateError>| {
            assert_eq!(read_saved_again(text).map(write), expect.map(str::to_owned), "{text:?}");
        };
        check("2026-11-24", Ok("2026-11-24"));
        check("24-11-2026", Ok("2026-11-24"));
        check("24/11/2026", Ok("2026-11-24"));
        check("1-4-2026", Ok("2026-04-01"));
        check("01/4/2026", Ok("2026-04-01"));
        check("29-2-2028", Ok("2028-02-29"));
        for none in ["30-2-2026", "11/24/2026", "0-1-2026", "1-0-2026", "1-1-0000", "2026-02-30"] {
            check(none, Err(DateError::NoSuchDay));
        }
        for bad in [
            "",
            "-",
            "--",
            "//",
            "1-4",
            "1-4-26",
            "1--2026",
            "-4-2026",
            "1-4/2026",
            "1/4-2026",
            "1-4-2026-",
            "001-4-2026",
            "1-4-02026",
            "1.4.2026",
            "2026/11/24",
            "2026-4-1",
            " 1-4-2026",
            "1-4-２",
            "1-１-2026",
            "+1-4-2026",
        ] {
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
