"""Where a meeting and each set of its paragraphs stand, from the plan to the archive, and what may be done.

A set is what one verification covers. Most protocols are one set; paragraphs that are verified at once, or
are confidential, have a document of their own, and several may share the protocol (two chairs in turn).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.legal_force import is_settled
from klubban.domain.meeting import Stage
from klubban.domain.notices import covered, standing
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Verification

_ORDER = list(Stage)


@dataclass(frozen=True, slots=True)
class ParagraphSet:
    """Paragraphs that are verified together; without a verification nobody has been named for them yet."""

    verification: Verification | None
    paragraphs: Paragraphs | None
    """None while nothing is numbered."""
    own_document: bool = False
    """It is signed as a document of its own, and not with the protocol."""


def sets(meeting: Meeting) -> tuple[ParagraphSet, ...]:
    """Return the sets of a meeting's paragraphs; what nobody is to verify comes last. Notes have none."""
    if not meeting.body.rules.verified and not meeting.verifications:
        return ()
    found = [
        ParagraphSet(each, numbers, own_document(meeting, each))
        for each in meeting.verifications
        if (numbers := covered(meeting, each)) or meeting.is_done(each) or not meeting.paragraphs
    ]
    left = uncovered(meeting)
    return (*found, ParagraphSet(None, left)) if left or not found else tuple(found)


def uncovered(meeting: Meeting) -> Paragraphs | None:
    """Return the paragraphs of the protocol that no verification covers."""
    if any(each.paragraphs is None for each in meeting.verifications):
        return None
    taken = {number for each in meeting.verifications for number in each.paragraphs or ()}
    return Paragraphs.of(number for number in meeting.paragraphs or () if number not in taken)


def own_document(meeting: Meeting, verification: Verification) -> bool:
    """Tell whether a part of the protocol is signed as a document of its own: at once, or as confidential."""
    own = set(verification.paragraphs or ())
    if not own or own.issuperset(meeting.paragraphs or ()):
        return False
    return verification.immediate or is_confidential(meeting, verification)


def is_confidential(meeting: Meeting, verification: Verification) -> bool:
    """Tell whether all that a verification covers is confidential."""
    own = set(verification.paragraphs or ())
    items = [item for item in meeting.items if item.number in own]
    return bool(items) and all(item.confidential for item in items)


def verification_by_id(meeting: Meeting, verification_id: int) -> Verification:
    """Return a verification of the meeting or of one of its corrections; raises LookupError."""
    for each in _all(meeting):
        if each.id == verification_id:
            return each
    raise LookupError(verification_id)


def _all(meeting: Meeting) -> Iterator[Verification]:
    yield from meeting.verifications
    yield from (each.verification for each in meeting.corrections if each.verification)
    yield from meeting.withdrawn


def items_of(meeting: Meeting, verification: Verification) -> tuple[Item, ...]:
    """Return the items that a verification covers."""
    numbers = covered(meeting, verification) or ()
    rest = verification.paragraphs is None  # with it goes what is no paragraph
    return tuple(item for item in meeting.items if (rest if item.number is None else item.number in numbers))


# --- where it stands


def stage_of_set(meeting: Meeting, verification: Verification | None) -> Stage:
    """Return where a set of paragraphs stands; without a verification, what nobody is to verify yet."""
    base = min(meeting.stage, Stage.CLOSED, key=_ORDER.index)
    if verification is None or not meeting.is_done(verification):
        return Stage.READY if verification and verification.ready_on else base
    if meeting.archived or meeting.stage is Stage.ARCHIVED:
        return Stage.ARCHIVED
    if not is_announced(meeting, verification):
        return Stage.VERIFIED
    numbers = covered(meeting, verification)
    return Stage.IN_FORCE if is_settled(meeting, numbers) else Stage.ANNOUNCED


def is_announced(meeting: Meeting, verification: Verification) -> bool:
    """Tell whether a notice of a verification was posted."""
    notice = standing(meeting, verification)
    return notice is not None and notice.posted is not None


def stage_of(meeting: Meeting) -> Stage:
    """Return where the meeting stands: as far as the last of its sets; never back before it was closed.

    A meeting that came in as verified, and nobody knows by whom, stays so.
    """
    if meeting.archived and not sets(meeting):
        return Stage.ARCHIVED
    if not (meeting.stage.has_reached(Stage.CLOSED) and sets(meeting)):
        return meeting.stage
    if not meeting.verifications and meeting.stage.has_reached(Stage.READY):
        return Stage.ARCHIVED if meeting.archived else meeting.stage
    return min((stage_of_set(meeting, each.verification) for each in sets(meeting)), key=_ORDER.index)
