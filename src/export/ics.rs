//! A plan as calendar entries (iCalendar, RFC 5545; `docs/formats/plan.md`).
//!
//! Our own writer, because the `icalendar` crate would cost 80 kB brotli of the 135 kB there are (measured with
//! version 0.17.17, its parser left out: it brings chrono with a clock of its own and random ids), and a calendar of
//! whole days needs little more than escaping and folding.

use time::UtcDateTime;

use super::plan_text::{details, title, what};
use crate::content::Content;
use crate::date::{Day, push_two};
use crate::plan::Plan;
use crate::to_text::ToText;

/// The longest line, in octets without its end (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// The dated actions and the moments to look back as a calendar; nothing if there is no day in the plan.
///
/// An entry keeps its name (`UID`) as long as the plan and the action exist, so that a calendar that reads the file
/// again changes the entry it has. `stamp` is now.
pub fn plan(plan: &Plan, content: &Content, stamp: UtcDateTime) -> Option<String> {
    let texts = &content.texts;
    let title = title(plan, content);
    let mut calendar = Calendar::new(&title, stamp);
    for (number, action) in plan.actions.iter() {
        let Some(day) = action.when else { continue };
        let name = what(action, content);
        let summary = if action.done { texts.plan_done(&name) } else { name };
        let uid = [&plan.id.to_text(), "-a", &number.get().to_text()].concat();
        calendar.day(&uid, day, &summary, details(action, content).trim_end());
    }
    for (number, review) in plan.reviews.iter() {
        let uid = [&plan.id.to_text(), "-r", &number.get().to_text()].concat();
        calendar.day(&uid, review.on, &texts.plan_calendar_review(&title), review.note.as_str());
    }
    calendar.finish()
}

struct Calendar {
    text: String,
    stamp: String,
    entries: usize,
}

impl Calendar {
    fn new(name: &str, stamp: UtcDateTime) -> Calendar {
        let mut calendar = Calendar { text: String::new(), stamp: write_stamp(stamp), entries: 0 };
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//samenscan//samenscan//NL");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.line("X-WR-CALNAME", &escaped(name));
        calendar
    }

    /// An entry for a whole day, which does not make anybody busy.
    fn day(&mut self, uid: &str, day: Day, summary: &str, description: &str) {
        self.entries += 1;
        self.line("BEGIN", "VEVENT");
        self.line("UID", &[uid, "@samenscan"].concat());
        let stamp = std::mem::take(&mut self.stamp);
        self.line("DTSTAMP", &stamp);
        self.stamp = stamp;
        self.line("DTSTART;VALUE=DATE", &day.write_basic());
        // The end is the first day that no longer belongs to it.
        self.line("DTEND;VALUE=DATE", &day.write_basic_day_after());
        self.line("SUMMARY", &escaped(summary));
        if !description.trim().is_empty() {
            self.line("DESCRIPTION", &escaped(description));
        }
        self.line("TRANSP", "TRANSPARENT");
        self.line("END", "VEVENT");
    }

    fn finish(mut self) -> Option<String> {
        self.line("END", "VCALENDAR");
        // A calendar without entries is not allowed (RFC 5545, 3.6).
        (self.entries > 0).then_some(self.text)
    }

    /// Adds a line, folded after 75 octets at most, never inside a character.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if octets + c.len_utf8() > LINE_OCTETS {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A text value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// As `20261122T093000Z`.
fn write_stamp(stamp: UtcDateTime) -> String {
    let mut text = Day::nearest(stamp.date()).write_basic();
    text.push('T');
    for number in [stamp.hour(), stamp.minute(), stamp.second()] {
        push_two(&mut text, number);
    }
    text.push('Z');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut calendar = Calendar::new("x", UtcDateTime::UNIX_EPOCH);
        let value = "é€😀".repeat(60);
        calendar.line("SUMMARY", &value);
        let text = calendar.text;
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
        assert!(text.replace("\r\n ", "").contains(&value));
        assert!(text.split("\r\n").any(|line| line.len() > 70), "lines are not folded too early");
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a,b;c\\d\ne:\"f\""), "a\\,b\\;c\\\\d\\ne:\"f\"");
    }
}
