"""What the checklist finds in a meeting, and where on the desk each thing is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.checklist import checklist
from klubban.domain.numbering import span_of
from klubban.domain.points import PointKind
from klubban.domain.session import in_session
from klubban.i18n import _, ngettext
from klubban.store.series import series
from klubban.ui.meeting import agenda_lacks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.points import Point
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
_ON_ROLL = (PointKind.NOBODY_PRESENT, PointKind.NO_CHAIR, PointKind.QUORUM, PointKind.AGAINST_RULE)
_STILL_TO_COME = (PointKind.NOT_CLOSED, PointKind.NO_OUTCOME)
"""While a meeting is held these are no slips."""
_QUESTIONS = (PointKind.NOT_FOUND, PointKind.MOTION_NOT_PUT)
"""These are put right where the questions are, and not in the text about them."""


def points(database: Database, meeting: Meeting, today: date) -> tuple[Point, ...]:
    """Return what is to be looked at."""
    scratch = agenda_lacks.waiting_lines(database, meeting.id)
    stale = agenda_lacks.stale(meeting)
    found = checklist(meeting, today, scratch=scratch, stale=stale, others=_others(database, meeting))
    still = _STILL_TO_COME if in_session(meeting) else ()
    return tuple(point for point in found if point.kind not in still)


def _others(database: Database, meeting: Meeting) -> frozenset[int]:
    """Return the numbers of paragraphs that other meetings of the series have."""
    span = span_of(meeting.body.rules.series, meeting.body.kind, meeting.date)
    with database.read() as read:
        found = series(read, meeting.body.id, span, meeting.id)
    items = (item for each in found if each.id != meeting.id for item in each.items)
    return frozenset(item.now for item in items if item.now is not None)


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
        return "meeting", ""
    return "item", "questions" if point.kind in _QUESTIONS else str(point.part or "")
