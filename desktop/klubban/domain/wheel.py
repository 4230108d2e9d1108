"""What a plan of a year lacks: meetings that the rules ask for, and months in which something is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from klubban.domain.agenda import StandingItem
from klubban.domain.body import Body, MeetingType
from klubban.domain.planned import Planned

_DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TooFew:
    """A body meets less often in a year than its rules say."""

    body: Body
    year: int
    least: int
    found: int
    left: int
    """Months of the year that are still to come, the present one among them."""
    type: MeetingType | None = None
    """The type of meeting of which there are too few; None where it is all of them."""

    @property
    def can_be_met(self) -> bool:
        """Tell whether what is missing can still be planned: at most one a month, of those that remain."""
        return self.least - self.found <= self.left


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyWithoutMeeting:
    """Something is due in a month in which the body does not meet."""

    body: Body
    duties: tuple[StandingItem, ...]
    month: date
    """The first day of that month."""
    goes_to: Planned | None
    """The first meeting after it."""

    @property
    def can_be_met(self) -> bool:
        """Tell whether something is to be done: a meeting is to be planned."""
        return self.goes_to is None


Lack: TypeAlias = TooFew | DutyWithoutMeeting


def lacks(
    body: Body,
    meetings: Iterable[Planned],
    duties: Sequence[StandingItem],
    year: int,
    today: date,
    treated: Mapping[int, Collection[date]] = MappingProxyType({}),
) -> tuple[Lack, ...]:
    """Return what the plan of a body lacks in a year, out of meetings of any year and body.

    What can be met still comes first. `treated` has, by duty, the days of agendas that have it: what was due
    in a month that has passed is lacking only as long as none has.
    """
    standing = sorted(
        (each for each in meetings if each.body == body.id and each.stands), key=lambda each: each.when
    )
    own = [each for each in standing if each.date.year == year]
    found: list[Lack] = list(_too_few(body, own, year, today))
    for each in _duties(body, standing, duties, year):
        left = tuple(one for one in each.duties if not _is_done(one, each.month, today, treated))
        if left:
            found.append(replace(each, duties=left))
    return tuple(sorted(found, key=lambda each: not each.can_be_met))


def _is_done(duty: StandingItem, first: date, today: date, treated: Mapping[int, Collection[date]]) -> bool:
    """Tell whether what was due in a month that has passed is on an agenda before it is due again."""
    if (first.year, first.month) >= (today.year, today.month):
        return False
    months = sorted(duty.months)
    later = [month for month in months if month > first.month]
    again = date(first.year, later[0], 1) if later else date(first.year + 1, months[0], 1)
    return any(first <= day < again for day in treated.get(duty.id, ()))


def _too_few(body: Body, own: Sequence[Planned], year: int, today: date) -> Iterator[TooFew]:
    left = months_left(year, today)
    least = body.rules.meetings_a_year
    if len(own) < least:
        yield TooFew(body=body, year=year, least=least, found=len(own), left=left)
    if not own or len(own) < least:
        return
    for each in body.meeting_types:
        found = sum(meeting.type == each.id for meeting in own)
        if each.per_year and found < each.per_year:
            yield TooFew(body=body, year=year, least=each.per_year, found=found, left=left, type=each)


def _duties(
    body: Body, standing: Sequence[Planned], duties: Iterable[StandingItem], year: int
) -> Iterator[DutyWithoutMeeting]:
    if not any(each.date.year == year for each in standing):
        return
    found: dict[tuple[date, Planned | None], list[StandingItem]] = {}
    for duty in duties:
        able = [each for each in standing if duty.meeting_type in (None, each.type)]
        for month in duty.months:
            first = date(year, month, 1)
            if any((each.date.year, each.date.month) == (year, month) for each in able):
                continue
            after = next((each for each in able if each.date > first), None)
            found.setdefault((first, after), []).append(duty)
    for (first, after), due in sorted(found.items(), key=lambda each: each[0][0]):
        yield DutyWithoutMeeting(body=body, duties=tuple(due), month=first, goes_to=after)


def months_left(year: int, today: date) -> int:
    """Return how many months of a year are still to come, the present one among them."""
    if year != today.year:
        return _DECEMBER if year > today.year else 0
    return _DECEMBER + 1 - today.month
