"""What may be done at each stage of a meeting, and what of it may be changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain import notices
from klubban.domain.meeting import Stage
from klubban.domain.stages import sets, stage_of_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Notice, Verification


class Changeable(StrEnum):
    """What of a meeting may be changed, or added to."""

    AGENDA = "agenda"
    """Which items there are, and in which order."""
    ROLL = "roll"
    """Who was there, who presided, times."""
    TEXTS = "texts"
    """What was moved, decided and written."""
    VERIFIERS = "verifiers"
    """Who verifies, where and when, and which paragraphs together."""
    MASKS = "masks"
    """What is left out where everybody may read it."""
    CORRECTIONS = "corrections"
    """Visible additions to what is verified."""


_BEFORE = frozenset(
    {Changeable.AGENDA, Changeable.ROLL, Changeable.TEXTS, Changeable.VERIFIERS, Changeable.MASKS}
)
_AFTER = frozenset({Changeable.MASKS, Changeable.CORRECTIONS})

CHANGEABLE: Mapping[Stage, frozenset[Changeable]] = {
    Stage.PLANNED: _BEFORE,
    Stage.SUMMONED: _BEFORE,
    Stage.IN_SESSION: _BEFORE,
    Stage.CLOSED: _BEFORE,
    Stage.READY: _BEFORE,
    Stage.VERIFIED: _AFTER,
    Stage.ANNOUNCED: _AFTER,
    Stage.IN_FORCE: _AFTER,
    Stage.ARCHIVED: _AFTER,
}
"""What may be changed at each stage; what is verified is only added to (JO 581-2013)."""


class StageAct(StrEnum):
    """What is done after a meeting, in the order in which it is done."""

    SEND_NOTES = "send_notes"
    SEND_DRAFT = "send_draft"
    MAKE_READY = "make_ready"
    TAKE_UP = "take_up"
    """Not ready after all."""
    SIGN = "sign"
    WITHDRAW = "withdraw"
    """It was registered as verified by mistake."""
    CORRECT = "correct"
    POST = "post"
    TAKE_DOWN = "take_down"
    DISPATCH = "dispatch"
    NOTE_FORCE = "note_force"
    ARCHIVE = "archive"


def open_acts(meeting: Meeting, today: date) -> tuple[StageAct, ...]:
    """Return what is to be done now, or may be, with the meeting or with one of its sets."""
    if not sets(meeting):
        return _of_notes(meeting)
    found = {act for each in sets(meeting) for act in open_acts_of(meeting, each.verification, today)}
    return tuple(act for act in StageAct if act in found)


def open_acts_of(meeting: Meeting, verification: Verification | None, today: date) -> frozenset[StageAct]:
    """Return what is to be done now, or may be, with one set of paragraphs.

    What is allowed against a rule, with a reason, is not among it.
    """
    stage = stage_of_set(meeting, verification)
    at_once = verification is not None and verification.immediate
    if stage is Stage.CLOSED or (stage is Stage.IN_SESSION and at_once):
        ready = frozenset({StageAct.MAKE_READY})
        return ready if at_once else ready | {StageAct.SEND_DRAFT}
    if verification is None or not stage.has_reached(Stage.READY):
        return frozenset()
    if stage is Stage.READY:
        out = verification.signing is not None and verification.signing.goes_on
        return frozenset({StageAct.SIGN} if out else {StageAct.SIGN, StageAct.TAKE_UP})
    return frozenset(_after_verification(meeting, stage, verification, today))


def _after_verification(
    meeting: Meeting, stage: Stage, verification: Verification, today: date
) -> Iterator[StageAct]:
    yield StageAct.CORRECT
    yield StageAct.DISPATCH
    rules, notice = meeting.body.rules, notices.standing(meeting, verification)
    if notice is None or notice.posted is None:
        if verification.signed_by:
            yield StageAct.WITHDRAW
        if rules.announced:
            yield StageAct.POST
    else:
        yield from _announced(meeting, stage, notice, today)
    over = stage is Stage.IN_FORCE or not rules.appealable
    if over and stage is not Stage.ARCHIVED:
        yield StageAct.ARCHIVE


def _announced(meeting: Meeting, stage: Stage, notice: Notice, today: date) -> Iterator[StageAct]:
    earliest = notices.earliest_removal(meeting, notice)
    if not notices.runs(meeting, notice):
        yield StageAct.POST  # a new one, since no time runs by it
    elif notice.removed is None and (earliest is None or today >= earliest):
        yield StageAct.TAKE_DOWN
    last = notices.last_day(meeting, notice)
    if last is not None and today > last and stage is Stage.ANNOUNCED:
        yield StageAct.NOTE_FORCE


def _of_notes(meeting: Meeting) -> tuple[StageAct, ...]:
    """Return what may be done with notes, which nobody verifies: closed, sent round, archived."""
    if not meeting.stage.has_reached(Stage.CLOSED):
        return ()
    sent = () if meeting.notes_sent else (StageAct.SEND_NOTES,)
    return (*sent, StageAct.DISPATCH, *(() if meeting.archived else (StageAct.ARCHIVE,)))
