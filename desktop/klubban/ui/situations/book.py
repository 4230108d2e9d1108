"""What the room of situation reports shows: one snapshot of all reports, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from klubban.documents import situation_words as say
from klubban.domain.roll_up import Gone, newer, offered
from klubban.domain.situation import before
from klubban.domain.trend import trend
from klubban.i18n import current
from klubban.store import reads, situations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.situation import Presented, Situation, SituationArea
    from klubban.domain.trend import Trend
    from klubban.store.database import Database

_LOOKED_BACK = timedelta(days=31)


@dataclass(frozen=True)
class Book:
    """All reports, with their bodies."""

    bodies: Mapping[int, Body]
    reports: Mapping[int, Situation]
    presented: Mapping[int, Presented]
    today: date
    _trends: dict[int, Trend] = field(default_factory=dict)

    @classmethod
    def of(cls, database: Database, today: date) -> Book:
        """Read it."""
        with database.read() as read:
            return cls(
                {body.id: body for body in reads.bodies(read)},
                {report.id: report for report in situations.situations(read)},
                situations.presented(read),
                today,
            )

    def report(self, id_: int | None) -> Situation | None:
        """Return a report, if it is there."""
        return None if id_ is None else self.reports.get(id_)

    def area(self, report_id: int, area_id: int) -> SituationArea | None:
        """Return an area of a report, if it is there."""
        report = self.report(report_id)
        found = (area for area in report.areas if area.id == area_id) if report else ()
        return next(iter(found), None)

    def of_body(self, body_id: int) -> tuple[Situation, ...]:
        """Return a body's reports, the newest first."""
        own = (each for each in self.reports.values() if each.body == body_id)
        return tuple(sorted(own, key=lambda each: each.order, reverse=True))

    @property
    def reporting(self) -> tuple[Body, ...]:
        """Return the bodies that have reports, have areas to tell of, report to others or are reported to."""
        above = {body.reports_to for body in self.bodies.values()}
        told = {report.body for report in self.reports.values()}
        return tuple(
            body
            for body in self.bodies.values()
            if body.id in told or body.id in above or body.areas or body.reports_to
        )

    def names(self, report: Situation) -> tuple[str, ...]:
        """Return the names of the five steps as a report has them."""
        return say.step_names(report.scale, current())

    def trend(self, report: Situation) -> Trend:
        """Return how the areas of a body went up to a report."""
        if report.id not in self._trends:
            earlier = [each for each in before(report, self.reports.values()) if each.is_done]
            self._trends[report.id] = trend((*earlier, report))
        return self._trends[report.id]

    def gone(self, report: Situation) -> tuple[Gone, ...]:
        """Return what went into a report."""
        found = (self.reports[id_] for id_ in report.rolled_up if id_ in self.reports)
        return tuple(Gone(each, self.bodies[each.body].name) for each in found)

    def into(self, report: Situation) -> tuple[Situation, ...]:
        """Return the reports that a report went into."""
        return tuple(each for each in self.reports.values() if report.id in each.rolled_up)

    def offered(self, report: Situation) -> tuple[Situation, ...]:
        """Return what can be gathered in a report."""
        return offered(report, self.reports.values(), self.bodies)

    def newer(self, report: Situation) -> tuple[Situation, ...]:
        """Return what came after what went into a report."""
        return newer(report, self.reports.values(), self.bodies)

    def below(self, body_id: int) -> tuple[Body, ...]:
        """Return the bodies that report to a body."""
        return tuple(body for body in self.bodies.values() if body.reports_to == body_id)

    def items(self, database: Database, report: Situation) -> tuple[Presented, ...]:
        """Return the items where a report can be presented: of its own body, and of the one above."""
        above = self.bodies[report.body].reports_to
        whose = [report.body, *([above] if above is not None else [])]
        with database.read() as read:
            return situations.items_of(read, whose, min(report.day, self.today) - _LOOKED_BACK)
