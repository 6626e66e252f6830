"""Reads a calendar with a parser that is not ours and compares it with what is expected."""
import json
import sys
from pathlib import Path

from icalendar import Calendar

calendar = Calendar.from_ical(Path(sys.argv[1]).read_bytes())
expected = json.loads(Path(sys.argv[2]).read_text("utf-8"))
events = [
    {
        "uid": str(event["UID"]),
        "stamp": event.decoded("DTSTAMP").isoformat(),
        "start": event.decoded("DTSTART").isoformat(),
        "end": event.decoded("DTEND").isoformat(),
        "summary": str(event["SUMMARY"]),
        "description": str(event.get("DESCRIPTION", "")),
    }
    for event in calendar.walk("VEVENT")
]
found = {"name": str(calendar["X-WR-CALNAME"]), "events": events}
errors = list(calendar.errors) + [error for event in calendar.walk("VEVENT") for error in event.errors]
assert not errors, errors
assert found == expected, json.dumps([found, expected], ensure_ascii=False, indent=1)
print(len(events), "events")
