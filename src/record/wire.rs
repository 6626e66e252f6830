//! A scan as it stands in JSON, both in what is stored and in what is exported.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::{Date, Month};

use crate::content::Content;
use crate::scan::{Answer, Label, Role, Scan, Score, Sector, StatementId, Variant};

/// A scan in JSON. Every field is checked by [`WireScan::into_scan`].
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WireScan {
    role: Role,
    school_kind: Sector,
    variant: Variant,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
    content_version: u16,
    started_on: String,
    changed_on: String,
    answers: BTreeMap<String, WireAnswer>,
}

/// An answer: a number from 1 to 5, or a word.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum WireAnswer {
    Score(u8),
    Word(Word),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Word {
    DontKnow,
    NotApplicable,
}

/// Why a scan in JSON is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanProblem {
    /// Its statements are of a newer content version.
    NewerContent,
    /// The named field has a value that it cannot have.
    Invalid(&'static str),
}

impl WireScan {
    /// A scan as JSON.
    pub fn of(scan: &Scan) -> WireScan {
        let Scan { role, sector, variant, label, content_version, started_on, changed_on, answers } = scan;
        WireScan {
            role: *role,
            school_kind: *sector,
            variant: *variant,
            label: label.as_str().to_owned(),
            content_version: *content_version,
            started_on: iso_date(*started_on),
            changed_on: iso_date(*changed_on),
            answers: answers
                .iter()
                .map(|(id, answer)| {
                    let answer = match answer {
                        Answer::Scored(score) => WireAnswer::Score(score.get()),
                        Answer::DontKnow => WireAnswer::Word(Word::DontKnow),
                        Answer::NotApplicable => WireAnswer::Word(Word::NotApplicable),
                    };
                    (id.to_string(), answer)
                })
                .collect(),
        }
    }

    /// The scan, when every value is one that a scan can have.
    ///
    /// # Errors
    /// When a value is impossible or the statements are unknown.
    pub fn into_scan(self, content: &Content) -> Result<Scan, ScanProblem> {
        let WireScan { role, school_kind, variant, label, content_version, started_on, changed_on, answers } =
            self;
        if content_version > content.version {
            return Err(ScanProblem::NewerContent);
        }
        if content_version == 0 {
            return Err(ScanProblem::Invalid("content_version"));
        }
        let date = |text: &str, name| parse_iso_date(text).ok_or(ScanProblem::Invalid(name));
        let (started_on, changed_on) = (date(&started_on, "started_on")?, date(&changed_on, "changed_on")?);
        if changed_on < started_on {
            return Err(ScanProblem::Invalid("changed_on"));
        }
        let answers = answers
            .into_iter()
            .map(|(id, answer)| {
                let id: StatementId = id.parse().map_err(|_| ScanProblem::Invalid("answers"))?;
                // A statement that an older version asked may be gone; what was answered stays.
                if content_version == content.version && content.statement(id).is_none() {
                    return Err(ScanProblem::Invalid("answers"));
                }
                let answer = match answer {
                    WireAnswer::Score(score) => {
                        Answer::Scored(Score::new(score).ok_or(ScanProblem::Invalid("answers"))?)
                    }
                    WireAnswer::Word(Word::DontKnow) => Answer::DontKnow,
                    WireAnswer::Word(Word::NotApplicable) => Answer::NotApplicable,
                };
                Ok((id, answer))
            })
            .collect::<Result<_, _>>()?;
        Ok(Scan {
            role,
            sector: school_kind,
            variant,
            label: Label::new(&label).map_err(|_| ScanProblem::Invalid("label"))?,
            content_version,
            started_on,
            changed_on,
            answers,
        })
    }
}

/// A date as `2026-11-22`.
pub fn iso_date(date: Date) -> String {
    let mut text = String::with_capacity(10);
    let two = |text: &mut String, number: u8| {
        text.push(char::from(b'0' + number / 10 % 10));
        text.push(char::from(b'0' + number % 10));
    };
    let year = date.year().clamp(0, 9999);
    two(&mut text, u8::try_from(year / 100).unwrap_or(0));
    two(&mut text, u8::try_from(year % 100).unwrap_or(0));
    text.push('-');
    two(&mut text, u8::from(date.month()));
    text.push('-');
    two(&mut text, date.day());
    text
}

/// The date of a text such as `2026-11-22`; none when there is no such day.
pub fn parse_iso_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u16>().ok())?
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    if parts.next().is_some() || year == 0 {
        return None;
    }
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_exist_are_read_and_written() {
        for good in ["2026-11-22", "2028-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(iso_date(parse_iso_date(good).unwrap()), good);
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
            assert_eq!(parse_iso_date(bad), None, "{bad}");
        }
    }
}
