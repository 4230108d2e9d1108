"""Where a meeting and each set of its paragraphs stand, from the plan to the archive, and what may be done.

A set is what one verification covers. Most protocols are one set; paragraphs that are verified at once, or
are confidential, have a document of their own, and several may share the protocol (two chairs in turn).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.meeting import Appeal, Outcome, Stage
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting, Notice, Verification

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
        ParagraphSet(each, covered(meeting, each), own_document(meeting, each))
        for each in meeting.verifications
    ]
    left = uncovered(meeting)
    if left or not any(not each.own_document for each in found):
        found += [ParagraphSet(None, left)] if left or not found else []
    return tuple(found)


def covered(meeting: Meeting, verification: Verification) -> Paragraphs | None:
    """Return the paragraphs of a verification: its own, or all that no other one has for itself."""
    if verification.paragraphs is not None:
        return verification.paragraphs
    apart = {
        number
        for each in meeting.verifications
        if each.id != verification.id
        for number in each.paragraphs or ()
    }
    rest = Paragraphs.of(number for number in meeting.paragraphs or () if number not in apart)
    return rest or meeting.paragraphs


def uncovered(meeting: Meeting) -> Paragraphs | None:
    """Return the paragraphs of the protocol that no verification covers."""
    if any(each.paragraphs is None for each in meeting.verifications):
        return None
    taken = {number for each in meeting.verifications for number in each.paragraphs or ()}
    return Paragraphs.of(number for number in meeting.paragraphs or () if number not in taken)


def own_document(meeting: Meeting, verification: Verification) -> bool:
    """Tell whether a set is signed as a document of its own: at once, or all of it confidential."""
    if verification.immediate:
        return True
    items = [item for item in meeting.items if item.number in (verification.paragraphs or ())]
    return bool(items) and all(item.confidential for item in items) and len(items) < len(meeting.items)


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
    numbers = covered(meeting, verification)
    if numbers is None:
        return meeting.items
    rest = verification.paragraphs is None  # with it goes what is no paragraph
    return tuple(item for item in meeting.items if (rest if item.number is None else item.number in numbers))


def notice_of(meeting: Meeting, verification: Verification) -> Notice | None:
    """Return the notice that stands of a verification, or stood to its end: the last one posted."""
    found = [
        each for each in meeting.notices if each.posted is not None and _tells_of(meeting, each, verification)
    ]
    return found[-1] if found else None


def _tells_of(meeting: Meeting, notice: Notice, verification: Verification) -> bool:
    if notice.verification is not None:
        return notice.verification == verification.id
    if notice.paragraphs is not None:
        return notice.paragraphs == covered(meeting, verification)
    return not verification.immediate


# --- where it stands


def stage_of_set(meeting: Meeting, verification: Verification | None) -> Stage:
    """Return where a set of paragraphs stands; without a verification, what nobody is to verify yet."""
    base = min(meeting.stage, Stage.CLOSED, key=_ORDER.index)
    if verification is None or not meeting.is_done(verification):
        return Stage.READY if verification and verification.ready_on else base
    if meeting.archived:
        return Stage.ARCHIVED
    if notice_of(meeting, verification) is None:
        return Stage.VERIFIED
    return Stage.IN_FORCE if _in_force(meeting, verification) else Stage.ANNOUNCED


def stage_of(meeting: Meeting) -> Stage:
    """Return where the meeting stands: as far as the last of its sets; never back before it was closed.

    A meeting that came in as verified, and nobody knows by whom, stays so.
    """
    if meeting.archived and not sets(meeting):
        return Stage.ARCHIVED
    begun = _ORDER.index(meeting.stage) >= _ORDER.index(Stage.CLOSED)
    if not begun or not sets(meeting):
        return meeting.stage
    if not meeting.verifications and _ORDER.index(meeting.stage) >= _ORDER.index(Stage.READY):
        return Stage.ARCHIVED if meeting.archived else meeting.stage
    return min((stage_of_set(meeting, each.verification) for each in sets(meeting)), key=_ORDER.index)


def _in_force(meeting: Meeting, verification: Verification) -> bool:
    """Tell whether every decision of a set that can be appealed has legal force (never by the calendar)."""
    steps = [
        each.appeal_steps
        for each in items_of(meeting, verification)
        if each.outcome in (None, Outcome.DECIDED) and each.decision and each.appeal is not Appeal.NONE
    ]
    return bool(steps) and all(any(step.final for step in own) for own in steps)
