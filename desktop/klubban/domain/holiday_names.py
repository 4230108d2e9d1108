"""Which holiday a day is, so that a page can say why a meeting is not held on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from klubban.domain.calendar import easter, eves, holidays


class Holiday(StrEnum):
    """A day off that is no mere Saturday or Sunday (lag 1989:253; the eves of lag 1930:173 2 §)."""

    NEW_YEAR = "new_year"
    EPIPHANY = "epiphany"
    GOOD_FRIDAY = "good_friday"
    EASTER = "easter"
    EASTER_MONDAY = "easter_monday"
    FIRST_OF_MAY = "first_of_may"
    ASCENSION = "ascension"
    WHITSUN = "whitsun"
    NATIONAL_DAY = "national_day"
    MIDSUMMER_EVE = "midsummer_eve"
    MIDSUMMER = "midsummer"
    ALL_SAINTS = "all_saints"
    CHRISTMAS_EVE = "christmas_eve"
    CHRISTMAS = "christmas"
    BOXING_DAY = "boxing_day"
    NEW_YEARS_EVE = "new_years_eve"


_FIXED: Mapping[tuple[int, int], Holiday] = {
    (1, 1): Holiday.NEW_YEAR,
    (1, 6): Holiday.EPIPHANY,
    (5, 1): Holiday.FIRST_OF_MAY,
    (6, 6): Holiday.NATIONAL_DAY,
    (12, 24): Holiday.CHRISTMAS_EVE,
    (12, 25): Holiday.CHRISTMAS,
    (12, 26): Holiday.BOXING_DAY,
    (12, 31): Holiday.NEW_YEARS_EVE,
}
_AFTER_EASTER: Mapping[int, Holiday] = {
    -2: Holiday.GOOD_FRIDAY,
    0: Holiday.EASTER,
    1: Holiday.EASTER_MONDAY,
    39: Holiday.ASCENSION,
    49: Holiday.WHITSUN,
}
_FRIDAY, _JUNE = 4, 6


def holiday_of(day: date) -> Holiday | None:
    """Return which holiday, or eve, a day is; None for other days, Sundays too."""
    return _names(day.year).get(day)


@cache
def _names(year: int) -> Mapping[date, Holiday]:
    found = {date(year, *place): name for place, name in _FIXED.items()}
    found |= {easter(year) + timedelta(days=after): name for after, name in _AFTER_EASTER.items()}
    for day in sorted(holidays(year) | eves(year)):
        if day in found:
            continue
        if day.month == _JUNE:
            found[day] = Holiday.MIDSUMMER_EVE if day.weekday() == _FRIDAY else Holiday.MIDSUMMER
        else:
            found[day] = Holiday.ALL_SAINTS
    return found
