"""Meetings as a calendar file (iCalendar, RFC 5545): each known by one identifier for good."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDDDTypes, vRecur

_ZONE = "Europe/Stockholm"
_SUMMER, _WINTER = timedelta(hours=2), timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a calendar shows of one meeting, in local Swedish time."""

    uid: str
    sequence: int
    """How often it has changed; a calendar takes what has the higher number."""
    start: datetime | date
    """A day alone where the hour is not known."""
    end: datetime | date | None = None
    """The day after the last, where the start is a day alone (RFC 5545, 3.6.1)."""
    summary: str
    place: str | None = None
    description: str = ""
    cancelled: bool = False
    free: bool = False
    """It takes no time of anybody's: a day to remember."""


def write(entries: Iterable[Entry], *, stamped: datetime) -> bytes:
    """Return a calendar file; the same entries, stamped at the same moment, are the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Klubban//Klubban//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry, stamped))
    data: bytes = calendar.to_ical()
    return data


def _event(entry: Entry, stamped: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@klubban")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", stamped.astimezone(UTC))
    event.add("dtstart", _local(entry.start))
    if entry.end is not None:
        event.add("dtend", _local(entry.end))
    event.add("summary", entry.summary)
    if entry.place:
        event.add("location", entry.place)
    if entry.description:
        event.add("description", entry.description)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if entry.cancelled or entry.free else "OPAQUE")
    return event


def _local(moment: datetime | date) -> datetime | date:
    return moment.replace(tzinfo=ZoneInfo(_ZONE)) if isinstance(moment, datetime) else moment


def _zone() -> Timezone:
    """Return the rules of Swedish time, for calendars that do not know them (EU directive 2000/84/EC)."""
    zone = Timezone()
    zone.add("tzid", _ZONE)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    for part, name, month, hour, before, after in (
        (summer, "CEST", 3, 2, _WINTER, _SUMMER),
        (winter, "CET", 10, 3, _SUMMER, _WINTER),
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("dtstart", vDDDTypes(datetime(1996, month, _last_sunday(1996, month), hour)))  # noqa: DTZ001 - local by RFC 5545, 3.8.2.4
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        zone.add_component(part)
    return zone


def _last_sunday(year: int, month: int) -> int:
    last = date(year, month, 31)
    return last.day - (last.weekday() + 1) % 7
