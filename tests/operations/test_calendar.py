"""A meeting is one event in a calendar, wherever it is moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from icalendar import Calendar, Event

from builders import minutes
from klubban.operations.calendar import export_calendar, export_year
from klubban.operations.meetings import add_meeting, cancel_meeting, move_meeting, set_end
from klubban.store.database import Database

STAMPED = datetime(2026, 11, 22, 8, tzinfo=UTC)


def events(path: Path) -> list[Event]:
    """Return the events of a calendar file."""
    found = Calendar.from_ical(path.read_bytes())
    return [event for event in found.walk("VEVENT") if isinstance(event, Event)]


def test_a_moved_and_then_cancelled_meeting_stays_one_event(database: Database, tmp_path: Path) -> None:
    meeting = minutes(database).meeting
    (before,) = events(export_calendar(database, meeting, tmp_path, stamped=STAMPED))
    move_meeting(database, meeting, day=date(2027, 3, 8), start=time(13), place="Rådssalen")
    (moved,) = events(export_calendar(database, meeting, tmp_path, stamped=STAMPED))
    cancel_meeting(database, meeting, on=date(2027, 3, 1), because="För få ärenden.")
    (cancelled,) = events(export_calendar(database, meeting, tmp_path, stamped=STAMPED))

    assert len({str(each["uid"]) for each in (before, moved, cancelled)}) == 1
    assert [str(each["sequence"]) for each in (before, moved, cancelled)] == ["0", "1", "2"]
    assert moved.decoded("dtstart").isoformat() == "2027-03-08T13:00:00+01:00"
    assert (str(moved["location"]), str(cancelled["status"])) == ("Rådssalen", "CANCELLED")


def test_a_year_of_a_body_is_one_file(database: Database, tmp_path: Path) -> None:
    body = minutes(database).body
    for day in (date(2027, 1, 11), date(2027, 2, 8)):
        add_meeting(database, body, day, start=time(13))

    path = export_year(database, body, 2027, tmp_path, stamped=STAMPED)

    assert path.name == "ks-2027-kalender.ics"
    assert len({str(event["uid"]) for event in events(path)}) == 2


def test_a_calendar_says_nothing_of_what_the_meeting_is_about(database: Database, tmp_path: Path) -> None:
    meeting = minutes(database, ("Hemligt ärende",)).meeting

    data = export_calendar(database, meeting, tmp_path, stamped=STAMPED).read_bytes()

    assert b"Hemligt" not in data


def test_a_meeting_of_two_days_takes_both_with_or_without_a_clock_time(
    database: Database, tmp_path: Path
) -> None:
    body = minutes(database).body
    timed = add_meeting(database, body, date(2027, 1, 11), start=time(13))
    whole = add_meeting(database, body, date(2027, 2, 8))
    for meeting, last in ((timed, date(2027, 1, 12)), (whole, date(2027, 2, 9))):
        set_end(database, meeting, end=None, end_date=last)

    first, second = events(export_year(database, body, 2027, tmp_path, stamped=STAMPED))

    assert [each.decoded("dtend").isoformat() for each in (first, second)] == [
        "2027-01-13T00:00:00+01:00",
        "2027-02-10",
    ]
    assert str(first["sequence"]) == "1"  # that it ends another day is news to a calendar
