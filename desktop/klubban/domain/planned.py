"""A meeting as a plan shows it, and a paper that is awaited for one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from klubban.domain.agenda import Paper
from klubban.domain.meeting import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """As much of a meeting as a plan needs."""

    id: int
    body: int
    date: dt.date
    start: dt.time | None = None
    place: str | None = None
    stage: Stage = Stage.PLANNED
    type: int | None = None
    """Id of the type of meeting."""
    end_date: dt.date | None = None
    papers_due: dt.date | None = None
    cancelled_on: dt.date | None = None
    cancelled_because: str | None = None
    summoned_on: dt.date | None = None
    """When its summons went out."""

    @property
    def stands(self) -> bool:
        """Tell whether it is to be held, or was."""
        return self.cancelled_on is None

    @property
    def when(self) -> tuple[dt.date, dt.time, int]:
        """Return what meetings are sorted by."""
        return self.date, self.start or dt.time(), self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """A paper that is awaited for an item of a coming meeting, or has come."""

    paper: Paper
    item: int
    title: str
    """The item's."""
    meeting: Planned
    due: dt.date | None = None
    """The paper's own day, or else that of the meeting's papers."""

    def is_late(self, today: dt.date) -> bool:
        """Tell whether it should have come before today."""
        return self.paper.arrived is None and self.due is not None and self.due < today


def by_need(papers: tuple[Awaited, ...], today: dt.date) -> tuple[Awaited, ...]:
    """Return papers: first the late, then those awaited, those to be approved, and those that are ready."""

    def need(each: Awaited) -> tuple[int, dt.date]:
        paper = each.paper
        state = 3 if paper.approved else 2 if paper.arrived else 0 if each.is_late(today) else 1
        return state, each.due or each.meeting.date

    return tuple(sorted(papers, key=need))
