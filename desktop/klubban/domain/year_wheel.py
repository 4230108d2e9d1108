"""The wheel of a year: what comes in which month, and whether it was done, missed, or is still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.agenda import StandingItem
from klubban.domain.body import Body

MONTHS = range(1, 13)
_DECEMBER = 12


class State(StrEnum):
    """How it stands with what the wheel has in a month."""

    DONE = "done"
    MISSED = "missed"
    NOW = "now"
    """It is for this month, and on no agenda yet."""
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoke:
    """One thing of one body in one month."""

    body: Body
    duty: StandingItem
    year: int
    month: int
    state: State
    on: dt.date | None = None
    """The day of the agenda that has it."""

    @property
    def last_day(self) -> dt.date:
        """Return the last day of its month."""
        return _next(self.year, self.month) - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of the wheel: what is due in it, and how many meetings it has."""

    month: int
    spokes: tuple[Spoke, ...] = ()
    held: int = 0
    """Meetings that were held, or should have been."""
    planned: int = 0

    def counted(self, state: State) -> int:
        """Return how much stands so."""
        return sum(each.state is state for each in self.spokes)


def spokes(
    body: Body,
    duties: Iterable[StandingItem],
    begun: dt.date,
    treated: Mapping[int, Collection[dt.date]],
    today: dt.date,
) -> Iterator[Spoke]:
    """Walk the wheel of a body in the year of a day.

    What was due before its first meeting in the file, on the day `begun`, may have been done on paper, and is
    left out. `treated` has by duty the days of agendas with it.
    """
    year = today.year
    for duty in duties:
        months = sorted(duty.months)
        for month in months:
            first = dt.date(year, month, 1)
            later = [each for each in months if each > month]
            again = dt.date(year, later[0], 1) if later else dt.date(year + 1, months[0], 1)
            on = min((day for day in treated.get(duty.id, ()) if first <= day < again), default=None)
            if on is None and _next(year, month) <= begun:
                continue
            state = _state(first, on, today)
            yield Spoke(body=body, duty=duty, year=year, month=month, state=state, on=on)


def _state(first: dt.date, on: dt.date | None, today: dt.date) -> State:
    if on is not None:
        return State.DONE if on <= today else State.COMING
    if (first.year, first.month) == (today.year, today.month):
        return State.NOW
    return State.MISSED if first < today else State.COMING


def months(found: Iterable[Spoke], meetings: Iterable[dt.date], today: dt.date) -> tuple[Month, ...]:
    """Return the twelve months of the year of a day, with the meetings of that year."""
    known, days = list(found), [day for day in meetings if day.year == today.year]
    return tuple(
        Month(
            month=month,
            spokes=tuple(each for each in known if each.month == month),
            held=sum(day.month == month and day < today for day in days),
            planned=sum(day.month == month and day >= today for day in days),
        )
        for month in MONTHS
    )


def _next(year: int, month: int) -> dt.date:
    """Return the first day of the month after."""
    return dt.date(year + 1, 1, 1) if month == _DECEMBER else dt.date(year, month + 1, 1)
