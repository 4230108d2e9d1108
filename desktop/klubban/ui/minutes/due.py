"""By when something is to be done, as it is said at the table: `10 feb`, `2 v`, `31/12`, `2027-02-10`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from klubban.domain.errors import RuleBroken
from klubban.ui.registers.days import read_day

_SPAN = re.compile(r"(?:om )?(\d{1,3}) ?(\w+)\.?")
_DAYS = {"d": 1, "dag": 1, "dagar": 1, "day": 1, "days": 1, "v": 7, "vecka": 7, "veckor": 7, "w": 7}
_DAYS |= {"week": 7, "weeks": 7}
_MONTHS = ("mån", "månad", "månader", "m", "month", "months")
_SHORT = re.compile(r"(?:den )?(\d{1,2})(?: |/|\.)(\w+)\.?")


def read_due(words: str, since: date) -> date | None:
    """Return the day that words say, none for no words; without a year, the first such day after `since`.

    Raises RuleBroken for words that say no day.
    """
    words = " ".join(words.split()).casefold()
    if not words:
        return None
    if (span := _SPAN.fullmatch(words)) and (found := _later(since, int(span[1]), span[2])):
        return found
    if short := _SHORT.fullmatch(words):
        for year in range(since.year, since.year + 5):  # 29 February comes every fourth year
            if (day := _in_year(short[1], short[2], year)) and day > since:
                return day
    return read_day(words)


def _later(since: date, count: int, unit: str) -> date | None:
    if unit in _DAYS:
        return since + timedelta(days=count * _DAYS[unit])
    if unit not in _MONTHS:
        return None
    years, month = divmod(since.month - 1 + count, 12)
    for day in range(since.day, 27, -1):  # 31 January and a month is the last of February
        try:
            return date(since.year + years, month + 1, day)
        except ValueError:
            continue
    return date(since.year + years, month + 1, since.day)


def _in_year(day: str, month: str, year: int) -> date | None:
    try:
        return read_day(f"{day}/{month} {year}" if month.isdecimal() else f"{day} {_three(month)} {year}")
    except RuleBroken:
        return None


def _three(month: str) -> str:
    """Return a month by the letters that it is known by: `sept` is September too."""
    return month[:3] if len(month) == len("sept") and month.startswith("sep") else month
