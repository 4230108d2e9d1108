"""Days that a text names: `måndagen den 22 februari 2016`, `2016-02-22`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEEKDAYS = (
    ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_MONTHS = (
    ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
     "november", "december"),
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december"),
)  # fmt: skip
_DAY_SAID = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join((*_WEEKDAYS[0], *_WEEKDAYS[1]))})(?:en)?,?\s+(?:den\s+|the\s+)?)?"
    rf"(?P<day>\d{{1,2}})(?::?e)?\s+(?P<month>{'|'.join((*_MONTHS[0], *_MONTHS[1]))})"
    r"(?:,?\s+(?P<year>\d{4}))?\b",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")


@dataclass(frozen=True, slots=True)
class DaySaid:
    """A day as a text names it."""

    text: str
    days: tuple[dt.date, ...]
    """The days that may be meant: none where there is no such day, two where the year is not said."""
    weekday: str = ""

    @property
    def is_on_another(self) -> bool:
        """Tell whether the weekday that is said is that of none of the days."""
        return bool(self.weekday) and not any(_is_on(each, self.weekday) for each in self.days)


def days_said(words: str, of: dt.date) -> Iterator[DaySaid]:
    """Walk the dates of a text that are written with the month's name.

    A date without a year is of that of a day, or where it was past by then also of the next one.
    """
    for found in _DAY_SAID.finditer(words):
        month = next(
            names.index(found["month"].casefold()) + 1
            for names in _MONTHS
            if found["month"].casefold() in names
        )
        yield DaySaid(found.group(), tuple(_days(found, month, of)), found["weekday"] or "")


def iso_days(words: str) -> Iterator[DaySaid]:
    """Walk the dates of a text that are written as 2016-02-22."""
    for found in _ISO.finditer(words):
        day = _day(int(found["year"]), int(found["month"]), int(found["day"]))
        yield DaySaid(found.group(), (day,) if day else ())


def _days(found: re.Match[str], month: int, of: dt.date) -> Iterator[dt.date]:
    """Walk the days that are meant, if there are such."""
    year = int(found["year"] or of.year)
    own = _day(year, month, int(found["day"]))
    if own is not None:
        yield own
    if found["year"] is None and (own is None or own < of):
        later = _day(year + 1, month, int(found["day"]))
        if later is not None:
            yield later


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _is_on(day: dt.date, weekday: str) -> bool:
    return any(names[day.weekday()] == weekday.casefold() for names in _WEEKDAYS)
