"""Swedish public holidays and the weekdays between them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_SATURDAY, _SUNDAY = 5, 6
_DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous algorithm, as Meeus prints it)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of lag (1989:253) that are not simply Sundays."""
    sunday = easter(year)
    return frozenset({
        date(year, 1, 1),
        date(year, 1, 6),
        sunday - 2 * _DAY,  # Good Friday
        sunday,
        sunday + _DAY,
        date(year, 5, 1),
        sunday + 39 * _DAY,  # Ascension Day
        sunday + 49 * _DAY,  # Whit Sunday
        date(year, 6, 6),
        _on_or_after(date(year, 6, 20), _SATURDAY),  # Midsummer Day
        _on_or_after(date(year, 10, 31), _SATURDAY),  # All Saints' Day
        date(year, 12, 25),
        date(year, 12, 26),
    })  # fmt: skip


@cache
def eves(year: int) -> frozenset[date]:
    """Return the three eves that lag (1930:173) 2 § puts beside Saturdays and holidays."""
    midsummer_eve = _on_or_after(date(year, 6, 19), 4)
    return frozenset({midsummer_eve, date(year, 12, 24), date(year, 12, 31)})


def is_working_day(day: date) -> bool:
    """Tell whether a time limit may end on the day: no weekend, holiday or eve (lag 1930:173 2 §)."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year) and day not in eves(day.year)


def next_working_day(day: date) -> date:
    """Return the day itself when it is a working day, otherwise the first that follows."""
    while not is_working_day(day):
        day += _DAY
    return day
