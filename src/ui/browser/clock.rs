//! The clock.

use time::{Date, Month, UtcDateTime};

/// Now, for programs; whole seconds.
pub fn now() -> UtcDateTime {
    let seconds = js_sys::Date::now() / 1000.0;
    UtcDateTime::from_unix_timestamp(seconds as i64).unwrap_or(UtcDateTime::UNIX_EPOCH)
}

/// 64 bits that nobody can expect; good enough for a name, not for a secret.
pub fn random_bits() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}

/// Today, where the reader is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(1970).clamp(1, 9999);
    let month = u8::try_from(now.get_month() + 1).ok().and_then(|month| Month::try_from(month).ok());
    let day = u8::try_from(now.get_date()).unwrap_or(1);
    month.and_then(|month| Date::from_calendar_date(year, month, day).ok()).unwrap_or(Date::MIN)
}
