//! What a link says of a scan besides the answers: six symbols.

use time::Date;

use super::WriteError;
use super::symbols::{Reader, Writer};
use crate::scan::{Role, Scan, Sector, StatementOrder, Variant};

/// What a link says of a scan besides its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Who answered.
    pub role: Role,
    /// The kind of school.
    pub sector: Sector,
    /// How much was asked.
    pub variant: Variant,
    /// The content version of the statements that were answered.
    pub content_version: u16,
    /// The day of the last change.
    pub date: Date,
}

/// Why six symbols are no header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoHeader {
    /// No page ever wrote this.
    Damaged,
    /// A number that has no meaning yet.
    Newer,
}

/// The length of a header.
pub(super) const SYMBOLS: usize = 6;
/// 2026-01-01 as a Julian day, the first that a link can carry.
const FIRST_DAY: i32 = 2_461_042;
/// How many days a link can carry: ⌊59⁶ / 2²⁰⌋, up to 2136.
const DAYS: u32 = 40_226;

// The numbers in the link, kept apart from the order of the types: they never change again.

fn role_number(role: Role) -> u64 {
    match role {
        Role::School => 0,
        Role::Company => 1,
    }
}

fn sector_number(sector: Sector) -> u64 {
    match sector {
        Sector::Primary => 0,
        Sector::Secondary => 1,
        Sector::Vocational => 2,
        Sector::HigherProfessional => 3,
    }
}

fn variant_number(variant: Variant) -> u64 {
    match variant {
        Variant::Quick => 0,
        Variant::Full => 1,
    }
}

impl Header {
    /// The header of a scan.
    pub fn of(scan: &Scan) -> Header {
        let &Scan { role, sector, variant, content_version, changed_on, .. } = scan;
        Header { role, sector, variant, content_version, date: changed_on }
    }

    /// Writes [`SYMBOLS`] symbols.
    pub(super) fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        let day = i64::from(self.date.to_julian_day()) - i64::from(FIRST_DAY);
        let day = u64::try_from(day).ok().filter(|&day| day < u64::from(DAYS));
        if self.content_version > StatementOrder::MAX_VERSION {
            return Err(WriteError::UnknownContentVersion(self.content_version));
        }
        let number = day.ok_or(WriteError::DateOutOfRange)? << 20
            | u64::from(self.content_version) << 6
            | variant_number(self.variant) << 4
            | sector_number(self.sector) << 1
            | role_number(self.role);
        writer.number(u128::from(number), SYMBOLS);
        Ok(())
    }

    /// Reads [`SYMBOLS`] symbols.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Header, NoHeader> {
        let number = reader.number(SYMBOLS).and_then(|number| u64::try_from(number).ok());
        let number = number.ok_or(NoHeader::Damaged)?;
        let day = u32::try_from(number >> 20).ok().filter(|&day| day < DAYS).ok_or(NoHeader::Damaged)?;
        let day = i32::try_from(day).map_err(|_| NoHeader::Damaged)?;
        let role = if number & 1 == 0 { Role::School } else { Role::Company };
        let sector = match number >> 1 & 7 {
            0 => Sector::Primary,
            1 => Sector::Secondary,
            2 => Sector::Vocational,
            3 => Sector::HigherProfessional,
            _ => return Err(NoHeader::Newer),
        };
        let variant = match number >> 4 & 3 {
            0 => Variant::Quick,
            1 => Variant::Full,
            _ => return Err(NoHeader::Newer),
        };
        let content_version = (number >> 6) as u16 & StatementOrder::MAX_VERSION;
        let date = Date::from_julian_day(FIRST_DAY + day).map_err(|_| NoHeader::Damaged)?;
        Ok(Header { role, sector, variant, content_version, date })
    }
}

#[cfg(test)]
mod tests {
    use time::Month;

    use super::*;

    fn date(year: i32, month: Month, day: u8) -> Date {
        Date::from_calendar_date(year, month, day).unwrap()
    }

    fn header(date: Date) -> Header {
        Header {
            role: Role::Company,
            sector: Sector::HigherProfessional,
            variant: Variant::Full,
            content_version: StatementOrder::MAX_VERSION,
            date,
        }
    }

    #[test]
    fn the_first_and_the_last_day_fit_in_six_symbols() {
        let first = date(2026, Month::January, 1);
        assert_eq!(first.to_julian_day(), FIRST_DAY);
        let last = Date::from_julian_day(FIRST_DAY + DAYS as i32 - 1).unwrap();
        assert_eq!(last, date(2136, Month::February, 19));
        for day in [first, last] {
            let mut writer = Writer::default();
            header(day).write(&mut writer).unwrap();
            assert_eq!(writer.symbols().len(), SYMBOLS);
            assert_eq!(Header::read(&mut Reader::new(writer.symbols())), Ok(header(day)));
        }
        for day in [first.previous_day().unwrap(), last.next_day().unwrap()] {
            let refused = header(day).write(&mut Writer::default());
            assert_eq!(refused, Err(WriteError::DateOutOfRange));
        }
    }

    #[test]
    fn numbers_without_a_meaning_are_newer_or_damaged() {
        let read = |number| {
            let mut writer = Writer::default();
            writer.number(number, SYMBOLS);
            Header::read(&mut Reader::new(writer.symbols()))
        };
        assert_eq!(read(4 << 1), Err(NoHeader::Newer));
        assert_eq!(read(2 << 4), Err(NoHeader::Newer));
        assert_eq!(read(u128::from(DAYS) << 20), Err(NoHeader::Damaged));
        assert_eq!(Header::read(&mut Reader::new(&[])), Err(NoHeader::Damaged));
    }
}
