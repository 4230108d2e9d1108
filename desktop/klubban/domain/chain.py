"""Bodies that feed each other: which meeting a matter reaches, and by when papers must be in for that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from klubban.domain.body import Body
from klubban.domain.lead_times import LeadTimes, dates_of
from klubban.domain.planned import Planned


@dataclass(frozen=True, slots=True)
class Step:
    """A body on a matter's way, and the meeting at which it takes the matter up; None where none will do."""

    body: Body
    meeting: Planned | None
    dates: LeadTimes | None = None


@dataclass(frozen=True)
class Chains:
    """All bodies with their meetings; those that are cancelled are no part of any way."""

    bodies: Mapping[int, Body]
    meetings: tuple[Planned, ...]

    @cached_property
    def _of(self) -> Mapping[int, list[Planned]]:
        found: dict[int, list[Planned]] = defaultdict(list)
        for meeting in sorted(self.meetings, key=lambda each: each.when):
            if meeting.stands:
                found[meeting.body].append(meeting)
        return found

    def dates(self, meeting: Planned) -> LeadTimes:
        """Return the dates of a meeting."""
        return dates_of(
            self.bodies[meeting.body],
            meeting.date,
            papers_due=meeting.papers_due,
            last_day=meeting.end_date,
        )

    def reaches(self, meeting: Planned) -> Planned | None:
        """Return the nearest meeting of the body above that what is decided here can reach.

        It is in time on the very day that papers must be in there, or the summons go out.
        """
        parent = self.bodies[meeting.body].parent
        return next((each for each in self._of.get(parent or 0, ()) if self._in_time(meeting, each)), None)

    def upwards(self, meeting: Planned) -> tuple[Step, ...]:
        """Return the way up from a meeting, as far as it goes; the last step may lack a meeting."""
        found: list[Step] = []
        at: Planned | None = meeting
        seen = {meeting.body}
        while at is not None:
            parent = self.bodies.get(self.bodies[at.body].parent or 0)
            if parent is None or parent.id in seen:
                break
            seen.add(parent.id)
            at = self.reaches(at)
            found.append(Step(parent, at, self.dates(at) if at else None))
        return tuple(found)

    def downwards(self, meeting: Planned) -> tuple[tuple[Step, ...], ...]:
        """Return each way down from a meeting: the latest meetings from which a matter can reach it.

        A body that has no meetings that year is no part of any way; one that has, but none from which a
        matter comes here before anywhere else, is a step without a meeting.
        """
        return tuple(self._ways(meeting, frozenset({meeting.body})))

    def _ways(self, meeting: Planned, seen: frozenset[int]) -> Iterable[tuple[Step, ...]]:
        for body in self.bodies.values():
            if body.parent != meeting.body or body.id in seen:
                continue
            if not any(each.date.year == meeting.date.year for each in self._of.get(body.id, ())):
                continue
            last = self._last_before(meeting, body)
            if last is None:
                yield (Step(body, None),)
                continue
            step = Step(body, last, self.dates(last))
            below = list(self._ways(last, seen | {body.id}))
            yield from ((step, *way) for way in below or [()])

    def _last_before(self, meeting: Planned, body: Body) -> Planned | None:
        """Return the latest meeting of a body below whose matters come to this meeting first."""
        found = [each for each in self._of.get(body.id, ()) if self.reaches(each) == meeting]
        return found[-1] if found else None

    def _in_time(self, meeting: Planned, above: Planned) -> bool:
        closes = self.dates(above).closes
        last = meeting.end_date or meeting.date
        if closes is None:
            return (last, meeting.when[1]) < above.when[:2]
        return last <= closes and meeting.when < above.when
