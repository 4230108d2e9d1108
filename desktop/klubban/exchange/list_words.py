"""The words in lists of any sort: how headings are compared, and the ways to write a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from unicodedata import normalize

from klubban.exchange.grids import Cell
from klubban.exchange.refused import Misfit
from klubban.exchange.years import in_known_years
from klubban.i18n import N_

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[ t][\d:.]+)?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<day>\d{1,2})[/.] ?(?P<month>\d{1,2})[ .-] ?(?P<year>\d{4})",
        r"(?P<day>\d{1,2}) (?P<name>[a-zåäö]{3,9})\.? (?P<year>\d{4})",
    )
)
_EXCEL_BEGINS = date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_000)
"""The days from 1954 to 2119 as Excel counts them."""


def plain(words: str) -> str:
    """Return words as they are compared: without case, spaces and marks."""
    return "".join(letter for letter in normalize("NFC", words).casefold() if letter.isalnum())


def known(lists: Mapping[str, str]) -> dict[str, str]:
    """Return meanings by plain word, out of the words for each meaning, parted by commas."""
    return {plain(each): meaning for meaning, words in lists.items() for each in words.split(",")}


def day(cell: Cell) -> date:
    """Return a day, as a date or as written; raises Misfit."""
    return in_known_years(_day(cell))


def _day(cell: Cell) -> date:
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float | int) and int(cell) in _EXCEL_DAYS:
        return _EXCEL_BEGINS + timedelta(int(cell))
    found = next((match for each in _DAYS if (match := each.fullmatch(str(cell).strip().casefold()))), None)
    try:
        if found:
            parts = found.groupdict()
            return date(int(parts["year"]), _month(parts), int(parts["day"]))
    except ValueError:
        pass
    raise Misfit(N_("Expected a date such as 2016-02-22"))


def _month(parts: dict[str, str]) -> int:
    """Return a month by its number or by its Swedish name; raises ValueError."""
    return _MONTHS.index(parts["name"][:3]) + 1 if "name" in parts else int(parts["month"])
