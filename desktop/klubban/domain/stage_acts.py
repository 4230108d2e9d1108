"""What may be done at each stage of a meeting, and what of it may be changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.meeting import Stage
from klubban.domain.notices import standing
from klubban.domain.stages import sets, stage_of_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.domain.meeting import Meeting, Verification

_ORDER = list(Stage)


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
    NOTICES = "notices"
    DISPATCHES = "dispatches"
    APPEALS = "appeals"
    """What courts and parties said."""


_BEFORE = frozenset(
    {Changeable.AGENDA, Changeable.ROLL, Changeable.TEXTS, Changeable.VERIFIERS, Changeable.MASKS}
)
_VERIFIED = frozenset({Changeable.MASKS, Changeable.CORRECTIONS, Changeable.NOTICES, Changeable.DISPATCHES})
_ANNOUNCED = _VERIFIED | {Changeable.APPEALS}

CHANGEABLE: Mapping[Stage, frozenset[Changeable]] = {
    Stage.PLANNED: _BEFORE,
    Stage.SUMMONED: _BEFORE,
    Stage.IN_SESSION: _BEFORE,
    Stage.CLOSED: _BEFORE,
    Stage.READY: _BEFORE,
    Stage.VERIFIED: _VERIFIED,
    Stage.ANNOUNCED: _ANNOUNCED,
    Stage.IN_FORCE: _ANNOUNCED,
    Stage.ARCHIVED: _ANNOUNCED,
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


def open_acts(meeting: Meeting) -> tuple[StageAct, ...]:
    """Return what may be done now with the meeting, or with one of its sets."""
    if not sets(meeting):
        return _of_notes(meeting)
    found = {act for each in sets(meeting) for act in open_acts_of(meeting, each.verification)}
    if _ORDER.index(meeting.stage) >= _ORDER.index(Stage.VERIFIED):
        found |= {StageAct.CORRECT, StageAct.DISPATCH, StageAct.ARCHIVE}
    return tuple(act for act in StageAct if act in found)


def open_acts_of(meeting: Meeting, verification: Verification | None) -> frozenset[StageAct]:
    """Return what may be done now with one set of paragraphs."""
    stage = stage_of_set(meeting, verification)
    at_once = verification is not None and verification.immediate
    if stage is Stage.CLOSED or (stage is Stage.IN_SESSION and at_once):
        ready = frozenset({StageAct.MAKE_READY})
        return ready if at_once else ready | {StageAct.SEND_DRAFT}
    if verification is None:
        return frozenset()
    if stage is Stage.READY:
        out = verification.signing is not None and verification.signing.goes_on
        return frozenset({StageAct.SIGN} if out else {StageAct.SIGN, StageAct.TAKE_UP})
    if _ORDER.index(stage) < _ORDER.index(Stage.VERIFIED):
        return frozenset()
    return _after_verification(meeting, stage, verification)


def _after_verification(meeting: Meeting, stage: Stage, verification: Verification) -> frozenset[StageAct]:
    found = {StageAct.CORRECT, StageAct.DISPATCH}
    rules, notice = meeting.body.rules, standing(meeting, verification)
    if notice is None or notice.posted is None:
        found |= {StageAct.WITHDRAW} if verification.signed_by else set()
        found |= {StageAct.POST} if rules.announced else set()
    else:
        found |= {StageAct.POST, StageAct.NOTE_FORCE} if rules.appealable else {StageAct.POST}
        found |= set() if notice.removed else {StageAct.TAKE_DOWN}
    if stage is not Stage.ARCHIVED:
        found.add(StageAct.ARCHIVE)
    return frozenset(found)


def _of_notes(meeting: Meeting) -> tuple[StageAct, ...]:
    """Return what may be done with notes, which nobody verifies: closed, sent round, archived."""
    if _ORDER.index(meeting.stage) < _ORDER.index(Stage.CLOSED):
        return ()
    sent = () if meeting.notes_sent else (StageAct.SEND_NOTES,)
    return (*sent, StageAct.DISPATCH, *(() if meeting.archived else (StageAct.ARCHIVE,)))
