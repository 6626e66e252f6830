//! Which screen is shown, and how that stands behind the `#` of the address.

use std::fmt;

use crate::record::ScanId;
use crate::scan::{Level, StatementId};

/// A screen of the application. Exactly one is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Route {
    /// The start: do you already work together?
    #[default]
    Start,
    /// What precedes a scan: role, kind of school, partner, how much.
    Setup,
    /// One level of a scan.
    Level(ScanId, Level),
    /// One statement, reached from the check screen and returning to it.
    Statement(ScanId, StatementId),
    /// All answers of a scan, to check.
    Check(ScanId),
    /// The result of a scan.
    Result(ScanId),
    /// Everything that is kept here.
    Saved,
    /// The goal, target group and time stepper.
    Stepper,
    /// Sources, method and privacy.
    About,
}

impl Route {
    /// Reads what stands behind the `#`; anything unknown is none.
    pub fn parse(fragment: &str) -> Option<Route> {
        let path = fragment.trim_start_matches('#');
        let mut parts = path.trim_matches('/').split('/');
        let id = |text: &str| text.parse().ok().map(ScanId::new);
        let route = match (parts.next()?, parts.next(), parts.next()) {
            ("", None, None) => Route::Start,
            ("new", None, None) => Route::Setup,
            ("scan", Some(scan), Some("check")) => Route::Check(id(scan)?),
            ("scan", Some(scan), Some(place)) => match Level::from_name(place) {
                Some(level) => Route::Level(id(scan)?, level),
                None => Route::Statement(id(scan)?, place.parse().ok()?),
            },
            ("result", Some(scan), None) => Route::Result(id(scan)?),
            ("saved", None, None) => Route::Saved,
            ("plan", None, None) => Route::Stepper,
            ("about", None, None) => Route::About,
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }

    /// The scan that this screen shows.
    pub const fn scan(self) -> Option<ScanId> {
        match self {
            Route::Level(id, _) | Route::Statement(id, _) | Route::Check(id) | Route::Result(id) => Some(id),
            Route::Start | Route::Setup | Route::Saved | Route::Stepper | Route::About => None,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut write = |parts: &[&str]| {
            formatter.write_str("#")?;
            parts.iter().try_for_each(|part| {
                formatter.write_str("/")?;
                formatter.write_str(part)
            })
        };
        let number = |id: ScanId| id.get().to_string();
        match *self {
            Route::Start => write(&[""]),
            Route::Setup => write(&["new"]),
            Route::Level(id, level) => write(&["scan", &number(id), level.as_str()]),
            Route::Statement(id, statement) => write(&["scan", &number(id), statement.as_str()]),
            Route::Check(id) => write(&["scan", &number(id), "check"]),
            Route::Result(id) => write(&["result", &number(id)]),
            Route::Saved => write(&["saved"]),
            Route::Stepper => write(&["plan"]),
            Route::About => write(&["about"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back() {
        let id = ScanId::new(12);
        let mut routes = vec![
            Route::Start,
            Route::Setup,
            Route::Statement(id, "S3".parse().unwrap()),
            Route::Check(id),
            Route::Result(id),
            Route::Saved,
            Route::Stepper,
            Route::About,
        ];
        routes.extend(Level::ALL.iter().map(|&level| Route::Level(id, level)));
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), Some(route), "{route}");
        }
    }

    #[test]
    fn what_is_no_route_is_refused() {
        assert_eq!(Route::parse(""), Some(Route::Start));
        for foreign in [
            "#main",
            "#/scan/x/check",
            "#/scan/1",
            "#/scan/1/strategic/2",
            "#/scan/4294967296/check",
            "#/\u{0}",
        ] {
            assert_eq!(Route::parse(foreign), None, "{foreign}");
        }
    }
}
