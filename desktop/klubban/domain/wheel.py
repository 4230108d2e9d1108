"""What a plan of a year lacks: meetings that the rules ask for, and months in which something is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyWithoutMeeting:
    """Something is due in a month in which the body does not meet."""

    body: Body
    duties: tuple[StandingItem, ...]
    month: date
    """The first day of that month."""
    goes_to: Planned | None
    """The first meeting after it."""


Lack: TypeAlias = TooFew | DutyWithoutMeeting


def lacks(
    body: Body, meetings: Iterable[Planned], duties: Sequence[StandingItem], year: int, today: date
) -> tuple[Lack, ...]:
    """Return what the plan of a body lacks in a year, out of meetings of any year and body."""
    standing = sorted(
        (each for each in meetings if each.body == body.id and each.stands), key=lambda each: each.when
    )
    own = [each for each in standing if each.date.year == year]
    return (*_too_few(body, own, year, today), *_duties(body, standing, duties, year))


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
