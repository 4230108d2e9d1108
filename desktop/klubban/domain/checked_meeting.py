"""What is to be looked at in a meeting as a whole before its protocol is verified."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from klubban.domain.deadlines import verification_due
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.notices import covered
from klubban.domain.openness import of_meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.points import Point, PointKind
from klubban.domain.quorum import is_there
from klubban.domain.session import course
from klubban.domain.stages import uncovered
from klubban.domain.verification import covers
from klubban.domain.who_signs import unsigned

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Verification


def in_session(meeting: Meeting, others: Collection[int]) -> Iterator[Point]:
    """Walk what is wrong with times, presence and numbers; `others` are those of other meetings."""
    if not meeting.stage.has_reached(Stage.CLOSED):
        yield Point(PointKind.NOT_CLOSED)
    try:
        course(meeting)
    except RuleBroken as broken:
        yield Point(PointKind.TIMES, facts={"template": broken.template, **broken.facts})
    if not meeting.attendance:
        yield Point(PointKind.NOBODY_PRESENT)
    elif meeting.body.rules.protocol and meeting.chair is None and not meeting.presiding:
        yield Point(PointKind.NO_CHAIR)
    yield from of_meeting(meeting)
    yield from _skipped(meeting, others)


def _skipped(meeting: Meeting, others: Collection[int]) -> Iterator[Point]:
    """Walk the numbers that are missing between two paragraphs, of a protocol that is here whole."""
    numbers = sorted(item.number for item in meeting.items if item.number is not None)
    for before, after in pairwise(numbers) if meeting.minuted is None else ():
        for number in range(before + 1, after):
            if number not in others:
                yield Point(PointKind.NUMBER_SKIPPED, facts={"number": number})


def in_verification(meeting: Meeting, today: dt.date) -> Iterator[Point]:
    """Walk what is wrong with who verifies, and when."""
    rules = meeting.body.rules
    if not rules.verified:
        return
    whole = [each for each in meeting.verifications if not each.immediate]
    chosen = [who for each in whole for who in each.verifiers or each.signed_by]
    found = len(_beside_chair(meeting, chosen))
    if found < rules.verifiers:
        yield Point(PointKind.NO_VERIFIERS, facts={"found": found, "needed": rules.verifiers})
    due = verification_due(meeting.last_day).day
    if today > due and not meeting.protocol_verified:
        yield Point(PointKind.VERIFICATION_DAY, facts={"due": due})
    left = uncovered(meeting)
    if left is not None and meeting.verifications:
        yield Point(PointKind.NOT_COVERED, facts={"paragraphs": left})
    for each in meeting.verifications:
        yield from _unsigned(meeting, each)
    for each in whole:
        yield from _on_day(meeting, each)
        yield from _there(meeting, each)


def _beside_chair(meeting: Meeting, people: list[Named]) -> list[Named]:
    different: list[Named] = []
    for who in people:
        if not who.is_same(meeting.chair) and not any(map(who.is_same, different)):
            different.append(who)
    return different


def _on_day(meeting: Meeting, verification: Verification) -> Iterator[Point]:
    due, day = verification_due(meeting.last_day), verification.date
    if day is not None and day < meeting.last_day:
        yield Point(PointKind.VERIFICATION_DAY, facts={"day": day})
    elif day is not None and day > due.day:
        yield Point(PointKind.VERIFICATION_DAY, facts={"day": day, "due": due.day})


def _unsigned(meeting: Meeting, verification: Verification) -> Iterator[Point]:
    for who in unsigned(verification):
        numbers = covered(meeting, verification)
        yield Point(PointKind.VERIFIER_UNSIGNED, who=who, facts={"paragraphs": numbers})


def _there(meeting: Meeting, verification: Verification) -> Iterator[Point]:
    """Walk who is to verify paragraphs at which they were not there, where it is known who was."""
    covered = [
        item
        for item in meeting.items
        if item.number is not None and covers(meeting.verifications, verification, item.number)
    ]
    for who in verification.verifiers if meeting.attendance else ():
        own = [one for one in meeting.attendance if who.is_same(one.who)]
        away = (item.number for item in covered if not any(is_there(one, item) for one in own))
        paragraphs = Paragraphs.of(number for number in away if number is not None)
        if paragraphs is not None:
            yield Point(PointKind.VERIFIER_ABSENT, who=who, facts={"paragraphs": paragraphs})
