"""Calendar files are read back as what was written, in Swedish time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from klubban.exchange.calendar_file import Entry, write

STAMPED = datetime(2026, 11, 22, 8, tzinfo=UTC)
SUMMARY = "Brottsförebyggande rådet, stormöte"


def events(data: bytes) -> list[Event]:
    """Return the events of a calendar file."""
    return [event for event in Calendar.from_ical(data).walk("VEVENT") if isinstance(event, Event)]


def entry(start: datetime | date, end: datetime | None = None, *, cancelled: bool = False) -> Entry:
    return Entry(
        uid="7d0f", sequence=2, start=start, end=end, summary=SUMMARY, place="A, B", cancelled=cancelled
    )


def test_a_meeting_is_read_back_with_its_hours_in_summer_and_winter() -> None:
    winter = entry(datetime(2026, 12, 3, 9), datetime(2026, 12, 3, 11, 30))  # noqa: DTZ001 - local
    summer = entry(datetime(2027, 6, 3, 9), datetime(2027, 6, 3, 11, 30))  # noqa: DTZ001 - local

    first, second = events(write([winter, summer], stamped=STAMPED))

    assert first.decoded("dtstart").utcoffset() == timedelta(hours=1)
    assert second.decoded("dtstart").utcoffset() == timedelta(hours=2)
    assert second.decoded("dtend") - second.decoded("dtstart") == timedelta(hours=2, minutes=30)
    assert (str(first["uid"]), first["sequence"], str(first["location"])) == ("7d0f@klubban", 2, "A, B")


def test_a_meeting_without_an_hour_takes_its_day() -> None:
    (event,) = events(write([entry(date(2026, 12, 3))], stamped=STAMPED))

    assert event.decoded("dtstart") == date(2026, 12, 3)
    assert "dtend" not in event


def test_a_cancelled_meeting_is_the_same_event_and_takes_no_time() -> None:
    (event,) = events(write([entry(date(2026, 12, 3), cancelled=True)], stamped=STAMPED))

    assert (str(event["status"]), str(event["transp"])) == ("CANCELLED", "TRANSPARENT")
    assert str(event["uid"]) == "7d0f@klubban"


def test_the_same_entries_are_the_same_bytes() -> None:
    assert write([entry(date(2026, 12, 3))], stamped=STAMPED) == write(
        [entry(date(2026, 12, 3))], stamped=STAMPED
    )


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_no_words_break_out_of_their_line(words: str) -> None:
    told = Entry(uid="7d0f", sequence=0, start=date(2026, 12, 3), summary=f"{words}\nSTATUS:X", place=words)

    (event,) = events(write([told], stamped=STAMPED))

    assert str(event["summary"]) == f"{words}\nSTATUS:X"
    assert str(event["status"]) == "CONFIRMED"
