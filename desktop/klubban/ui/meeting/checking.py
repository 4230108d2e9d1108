"""What the checklist finds in a meeting, and where on the desk each thing is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.points import PointKind
from klubban.domain.session import in_session
from klubban.i18n import _, ngettext
from klubban.operations.checklist import points_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.points import Point
    from klubban.store.database import Database

_OF_MEETING = {
    PointKind.TIMES: "times",
    PointKind.NOT_CLOSED: "times",
    PointKind.OPEN_MEETING: "doors",
    PointKind.CLOSED_MEETING: "doors",
    PointKind.NO_VERIFIERS: "verifiers",
    PointKind.VERIFICATION_DAY: "verifiers",
    PointKind.VERIFIER_DISQUALIFIED: "verifiers",
    PointKind.VERIFIER_ABSENT: "verifiers",
    PointKind.VERIFIER_PRESIDED: "verifiers",
    PointKind.VERIFIER_UNSIGNED: "verifiers",
    PointKind.NOT_COVERED: "verifiers",
}
_ON_ROLL = (PointKind.NOBODY_PRESENT, PointKind.NO_CHAIR, PointKind.QUORUM, PointKind.AGAINST_RULE)
_STILL_TO_COME = (PointKind.NOT_CLOSED, PointKind.NO_OUTCOME)
"""While a meeting is held these are no slips."""
_QUESTIONS = (PointKind.NOT_FOUND, PointKind.MOTION_NOT_PUT)
"""These are put right where the questions are, and not in the text about them."""


def points(database: Database, meeting: Meeting, today: date) -> tuple[Point, ...]:
    """Return what is to be looked at."""
    found = points_of(database, meeting, today)
    still = _STILL_TO_COME if in_session(meeting) else ()
    return tuple(point for point in found if point.kind not in still)


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
