"""What the planning page shows: one snapshot of a year, of one body or of all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.domain import wheel
from klubban.domain.chain import Chains
from klubban.domain.planned import by_need
from klubban.store import agendas, duties, plans, reads

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.agenda import Pattern, StandingItem
    from klubban.domain.body import Body
    from klubban.domain.planned import Awaited, Planned
    from klubban.domain.wheel import Lack
    from klubban.store.database import Database


@dataclass(frozen=True)
class YearSheet:
    """A year, and what is around it."""

    year: int
    today: date
    chains: Chains
    patterns: dict[int, tuple[Pattern, ...]]
    """By body."""
    duties: dict[int, tuple[StandingItem, ...]]
    """By body, those that are due in some months."""
    treated: dict[int, tuple[date, ...]]
    """By duty, the days of agendas that have it."""
    papers: tuple[Awaited, ...]
    """For meetings from today on, whatever their year; the late first."""
    body: Body | None = None
    """The one body that is shown; None for all."""

    @classmethod
    def of(cls, database: Database, year: int, body_id: int | None, today: date) -> YearSheet:
        """Read it; a body that is gone leaves all to be shown."""
        with database.read() as read:
            bodies = {body.id: body for body in reads.bodies(read)}
            standing = {body: agendas.standing_items(read, body) for body in bodies}
            return cls(
                year=year,
                today=today,
                chains=Chains(bodies, plans.planned(read)),
                patterns={body: agendas.patterns(read, body) for body in bodies},
                duties={
                    body: tuple(each for each in found if each.months) for body, found in standing.items()
                },
                treated=duties.treated(read, today),
                papers=by_need(plans.awaited(read, today), today),
                body=bodies.get(body_id or 0),
            )

    @property
    def bodies(self) -> list[Body]:
        """Return the bodies that are shown."""
        return [self.body] if self.body else list(self.chains.bodies.values())

    @cached_property
    def meetings(self) -> list[Planned]:
        """Return the meetings that are shown, by date and start."""
        shown = {body.id for body in self.bodies}
        found = (each for each in self.chains.meetings if each.date.year == self.year and each.body in shown)
        return sorted(found, key=lambda each: each.when)

    @cached_property
    def lacks(self) -> list[Lack]:
        """Return what the year lacks."""
        return [
            lack
            for body in self.bodies
            for lack in wheel.lacks(
                body, self.chains.meetings, self.duties[body.id], self.year, self.today, self.treated
            )
        ]

    @property
    def awaited(self) -> list[Awaited]:
        """Return the papers of what is shown."""
        shown = {body.id for body in self.bodies}
        return [each for each in self.papers if each.meeting.body in shown]

    def meeting(self, meeting_id: int) -> Planned | None:
        """Return a meeting of whatever year, if it is there."""
        return next((each for each in self.chains.meetings if each.id == meeting_id), None)

    def body_of(self, meeting: Planned) -> Body:
        """Return whose meeting it is."""
        return self.chains.bodies[meeting.body]
