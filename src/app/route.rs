//! Which screen is shown, and how that stands behind the `#` of the address.

use std::fmt;

use crate::record::{PlanNumber, ScanId};
use crate::scan::{Level, StatementId};
use crate::to_text::{ToText, number};

/// A step of the stepper (FME, the guide's own three steps).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Why one wants to work together.
    Goals,
    /// With which kinds of school.
    Groups,
    /// With how much time.
    Time,
}

impl Step {
    /// The three steps in order.
    pub const ALL: [Step; 3] = [Step::Goals, Step::Groups, Step::Time];

    /// Its place, from 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }
}

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
    /// Asking the other side to fill in the scan too.
    Invite(ScanId),
    /// The answers of both sides next to each other.
    Mirror(ScanId),
    /// What changed between two scans of one side.
    Again(ScanId, ScanId),
    /// Everything that is kept here.
    Saved,
    /// One step of the stepper: goal, target group or time.
    Step(Step),
    /// What fits what was chosen in the stepper.
    Answer,
    /// The stepper read the other way: what a school can ask of a company.
    Asks,
    /// How education is organised.
    Education,
    /// A plan.
    Plan(PlanNumber),
    /// Many results together.
    Group,
    /// The same, one statement at a time, for a meeting.
    Meeting,
    /// What stood in a link, or a field to paste one in.
    Link,
    /// A link to a scan is made.
    Share(ScanId),
    /// A link to a plan is made.
    SharePlan(PlanNumber),
    /// Sources, method and privacy.
    About,
}

impl Route {
    /// Reads what stands behind the `#`; anything unknown is none.
    pub fn parse(fragment: &str) -> Option<Route> {
        let path = fragment.trim_start_matches('#');
        let mut parts = path.trim_matches('/').split('/');
        let id = |text: &str| number(text).map(ScanId::new);
        let route = match (parts.next()?, parts.next(), parts.next()) {
            ("", None, None) => Route::Start,
            ("new", None, None) => Route::Setup,
            ("scan", Some(scan), Some("check")) => Route::Check(id(scan)?),
            ("scan", Some(scan), Some(place)) => match Level::from_name(place) {
                Some(level) => Route::Level(id(scan)?, level),
                None => Route::Statement(id(scan)?, place.parse().ok()?),
            },
            ("result", Some(scan), None) => Route::Result(id(scan)?),
            ("invite", Some(scan), None) => Route::Invite(id(scan)?),
            ("mirror", Some(scan), None) => Route::Mirror(id(scan)?),
            ("again", Some(one), Some(other)) => Route::Again(id(one)?, id(other)?),
            ("saved", None, None) => Route::Saved,
            ("steps", None, None) => Route::Step(Step::Goals),
            ("steps", Some("groups"), None) => Route::Step(Step::Groups),
            ("steps", Some("time"), None) => Route::Step(Step::Time),
            ("steps", Some("answer"), None) => Route::Answer,
            ("asks", None, None) => Route::Asks,
            ("education", None, None) => Route::Education,
            ("plan", Some(plan), None) => Route::Plan(id(plan)?),
            ("group", None, None) => Route::Group,
            ("group", Some("meeting"), None) => Route::Meeting,
            ("link", None, None) => Route::Link,
            ("share", Some("plan"), Some(plan)) => Route::SharePlan(id(plan)?),
            ("share", Some(scan), None) => Route::Share(id(scan)?),
            ("about", None, None) => Route::About,
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }

    /// Whether this screen needs the stepper's content.
    pub const fn needs_stepper(self) -> bool {
        matches!(self, Route::Step(_) | Route::Answer | Route::Asks | Route::Education | Route::Plan(_))
    }

    /// Whether this screen is in the rest of the module: all but the way to the answers.
    pub const fn needs_rest(self) -> bool {
        !matches!(self, Route::Start | Route::Setup | Route::Level(..) | Route::Statement(..))
    }

    /// The scan that this screen shows.
    pub const fn scan(self) -> Option<ScanId> {
        match self {
            Route::Level(id, _)
            | Route::Statement(id, _)
            | Route::Check(id)
            | Route::Result(id)
            | Route::Share(id)
            | Route::Invite(id)
            | Route::Mirror(id)
            | Route::Again(id, _) => Some(id),
            _ => None,
        }
    }
}

impl ToText for Route {
    /// The address, from the `#` on.
    fn to_text(&self) -> String {
        let (place, ids, within): (&str, &[ScanId], &str) = match self {
            Route::Start => ("", &[], ""),
            Route::Setup => ("new", &[], ""),
            Route::Level(id, level) => ("scan", &[*id], level.as_str()),
            Route::Statement(id, statement) => ("scan", &[*id], statement.as_str()),
            Route::Check(id) => ("scan", &[*id], "check"),
            Route::Result(id) => ("result", &[*id], ""),
            Route::Invite(id) => ("invite", &[*id], ""),
            Route::Mirror(id) => ("mirror", &[*id], ""),
            Route::Again(one, other) => ("again", &[*one, *other], ""),
            Route::Saved => ("saved", &[], ""),
            Route::Step(Step::Goals) => ("steps", &[], ""),
            Route::Step(Step::Groups) => ("steps/groups", &[], ""),
            Route::Step(Step::Time) => ("steps/time", &[], ""),
            Route::Answer => ("steps/answer", &[], ""),
            Route::Asks => ("asks", &[], ""),
            Route::Education => ("education", &[], ""),
            Route::Plan(id) => ("plan", &[*id], ""),
            Route::Group => ("group", &[], ""),
            Route::Meeting => ("group/meeting", &[], ""),
            Route::Link => ("link", &[], ""),
            Route::Share(id) => ("share", &[*id], ""),
            Route::SharePlan(id) => ("share/plan", &[*id], ""),
            Route::About => ("about", &[], ""),
        };
        let mut address = ["#/", place].concat();
        for part in ids.iter().map(|id| id.get().to_text()).chain([within.to_owned()]) {
            if !part.is_empty() {
                address.push('/');
                address.push_str(&part);
            }
        }
        address
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.to_text())
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
            Route::Invite(id),
            Route::Mirror(id),
            Route::Again(id, ScanId::new(3)),
            Route::Saved,
            Route::Answer,
            Route::Asks,
            Route::Education,
            Route::Plan(id),
            Route::Group,
            Route::Meeting,
            Route::Link,
            Route::Share(id),
            Route::SharePlan(id),
            Route::About,
        ];
        routes.extend(Step::ALL.map(Route::Step));
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
