"""What the checklist finds in a meeting, and where on the desk each thing is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.checklist import PointKind, checklist
from klubban.domain.habits import Part
from klubban.i18n import _, ngettext
from klubban.ui.meeting import agenda_lacks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.checklist import Point
    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database

_OF_MEETING = {
    PointKind.TIMES: "times",
    PointKind.NOT_CLOSED: "times",
    PointKind.NO_VERIFIERS: "verifiers",
    PointKind.VERIFICATION_DAY: "verifiers",
    PointKind.VERIFIER_DISQUALIFIED: "verifiers",
    PointKind.VERIFIER_ABSENT: "verifiers",
    PointKind.VERIFIER_PRESIDED: "verifiers",
}
_ON_ROLL = (PointKind.NOBODY_PRESENT, PointKind.QUORUM, PointKind.AGAINST_RULE)
_TEXTS = {Part.PROCEEDINGS: "questions"}
"""Parts that have another name on the desk."""


def points(database: Database, meeting: Meeting, today: date) -> tuple[Point, ...]:
    """Return what is to be looked at."""
    scratch = agenda_lacks.waiting_lines(database, meeting.id)
    return checklist(meeting, today, scratch=scratch, stale=agenda_lacks.stale(meeting))


def counted(found: Sequence[Point]) -> str:
    """Return how much there is to look at."""
    if not found:
        return _("Nothing to remark on")
    told = ngettext("{count} thing to look at", "{count} things to look at", len(found))
    return told.format(count=len(found))


def place_of(point: Point) -> tuple[str, str]:
    """Return the page where it is put right (`meeting`, `roll` or `item`), and the part of it."""
    if point.kind in _ON_ROLL:
        return "roll", ""
    if point.kind in _OF_MEETING:
        return "meeting", _OF_MEETING[point.kind]
    if point.item is None:
        return "meeting", "times"
    return "item", str(point.part or "")
