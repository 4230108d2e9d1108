"""Personal identity numbers and coordination numbers in running text (folkbokföringslagen 18 and 18 a §§)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"[ \t\n\u00a0\u2009\u202f]?"
_DASH = r"[-+\u2010-\u2015\u2212]"
_NUMBER = re.compile(
    r"(?<!\d)(?<!\d-)"
    rf"(?P<century>18|19|20)?(?P<year>\d\d){_GAP}[-.]?(?P<month>\d\d){_GAP}[-.]?(?P<day>\d\d)"
    rf"(?P<mark>{_GAP}{_DASH}?{_GAP})(?P<last>\d{{4}})(?!\d|,\d\d(?!\d))"
)
_COORDINATION = 60
"""So much is added to the day in a coordination number."""
_BASE = 10
_COMPANY = re.compile(r"(?:org\w*\.?\s*-?\s*(?:nr|nummer)|organisation\w*|firma)\W*$", re.IGNORECASE)
_BEFORE = 40
"""So many characters before a number may say what it is of."""


class NumberKind(StrEnum):
    """What a number is of."""

    PERSONAL = "personal"
    COORDINATION = "coordination"
    SOLE_TRADER = "sole_trader"
    """A person's number that stands as the number of their firm."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number in a text, as it is written there."""

    text: str
    kind: NumberKind


def numbers_in(text: str) -> Iterator[Numbered]:
    """Walk the personal numbers of a text: ten or twelve digits with a day that there was, and a check digit.

    Organisation numbers have twenty or more where a person's have the month, and are none.
    """
    at = 0
    while found := _NUMBER.search(text, at):
        kind = _kind(found)
        if kind is not None:
            yield Numbered(found.group(), kind)
        at = found.end() if kind else found.start() + 1  # another may begin inside what was none


def is_checked(digits: str) -> bool:
    """Tell whether ten digits end with the check digit of the others (Luhn)."""
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(digits)]
    return sum(number // _BASE + number % _BASE for number in doubled) % _BASE == 0


def _kind(found: re.Match[str]) -> NumberKind | None:
    if _is_registry_number(found):
        return None
    year, month, day, last = found["year"], found["month"], int(found["day"]), found["last"]
    coordinated = day > _COORDINATION
    centuries = (found["century"],) if found["century"] else ("19", "20", "18")
    born = day - _COORDINATION if coordinated else day
    if not any(_is_day(int(century + year), int(month), born) for century in centuries):
        return None
    if not is_checked(f"{year}{month}{found['day']}{last}"):
        return None
    before = found.string[max(0, found.start() - _BEFORE) : found.start()]
    if _COMPANY.search(before):
        return NumberKind.SOLE_TRADER
    return NumberKind.COORDINATION if coordinated else NumberKind.PERSONAL


def _is_registry_number(found: re.Match[str]) -> bool:
    """Tell whether digits in one row stand beside a slash, as in `KS 2015/8112189876`."""
    beside = found.string[max(0, found.start() - 1) : found.start()] + found.string[found.end() :][:1]
    return "/" in beside and not found["mark"].strip()


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
