"""Days as people write them, and terms as they read them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current, pgettext

if TYPE_CHECKING:
    from klubban.domain.body import Seat

_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_IN_ONE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[ ./-](\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2}) (\w+) (\d{4})")
_LAST_MONTH, _LAST_DAY = 12, 31
A_FIRST, A_LAST = date(2023, 1, 1), date(2026, 12, 31)
"""A term, as an example of how days are written."""


def read_day(words: str) -> date | None:
    """Return the day that words say, none for no words: 2026-12-31, 20261231, 31/12 2026, 31 december 2026.

    Raises RuleBroken for words that say no day.
    """
    words = " ".join(words.split())
    if not words:
        return None
    try:
        if found := _YEAR_FIRST.fullmatch(words) or _IN_ONE.fullmatch(words):
            return date(*map(int, found.groups()))
        if found := _DAY_FIRST.fullmatch(words):
            day, month, year = map(int, found.groups())
            return date(year, month, day)
        if found := _IN_WORDS.fullmatch(words):
            return date(int(found[3]), _months()[found[2].casefold()], int(found[1]))
    except (ValueError, KeyError):
        pass
    raise RuleBroken(N_("”{words}” is no day; write it as 2026-12-31"), words=words)


@cache
def _months() -> dict[str, int]:
    """Return the months by name, whole and by their first three letters, in both languages."""
    from klubban.i18n import LANGUAGES, texts

    found = {}
    for language in LANGUAGES:
        for month in range(1, 13):
            name = texts(language).date(date(2026, month, 1), "MMMM").casefold()
            found[name] = found[name[:3]] = month
    return found


def written(day: date | None) -> str:
    """Return a day as it is typed."""
    return day.isoformat() if day else ""


def spelled(day: date | None) -> str:
    """Return a day in words where it stands in a line of its own; no words for none."""
    return told(day) if day else ""


def respelled(words: str) -> str:
    """Return a day in words however it was typed; what says no day stays as it is."""
    try:
        return spelled(read_day(words))
    except RuleBroken:
        return words


def told(day: date) -> str:
    """Return a day in words: `31 december 2026`."""
    return current().date(day, pgettext("date pattern", "d MMMM y"))


def term(seat: Seat) -> str:
    """Return a term in few words: `2023–2026` for whole years, `1–31 december 2026`, or with both months."""
    first, last = seat.from_date, seat.to_date
    if first and last:
        return _span(first, last)
    if first:
        return _("from {day}").format(day=told(first))
    return _("until {day}").format(day=told(last)) if last else ""


def _span(first: date, last: date) -> str:
    """Return from and to which day; what both have in common is said once."""
    if _new_year(first) and _year_end(last):
        return f"{first.year}–{last.year}" if first.year != last.year else str(first.year)
    if first.year != last.year:
        return f"{told(first)} – {told(last)}"
    if first.month != last.month:
        begun = current().date(first, pgettext("date pattern", "d MMMM"))
        return f"{begun} – {told(last)}"
    return f"{first.day}–{told(last)}" if first != last else told(first)


def _new_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _year_end(day: date) -> bool:
    return (day.month, day.day) == (_LAST_MONTH, _LAST_DAY)
