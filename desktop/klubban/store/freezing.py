"""Freezing what is verified already when it comes in: by an import, or out of an older file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from klubban.domain.meeting import Stage
from klubban.domain.stages import items_of, own_document
from klubban.i18n import N_
from klubban.store import reads
from klubban.store.finding import Finding
from klubban.store.frozen import freeze, is_frozen, meeting_is_frozen, where

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Verification
    from klubban.store.change import Change


def freeze_verified(
    change: Change, meeting: Meeting, worded: Callable[[Item], bool] = lambda _item: False
) -> None:
    """Freeze what is verified of a meeting, as it is now; what is frozen already stays so.

    `worded` tells of which items all that is shown is kept as text; of an older file nobody can tell.
    """
    for each in meeting.verifications:
        if meeting.is_done(each):
            _freeze(change, meeting, each, items_of(meeting, each), worded)
    for correction in meeting.corrections:
        if correction.verification and correction.verification.signed_by:
            freeze(change, meeting.id, correction.verification.id, (), whole=False, worded=False)
    left = [item for item in meeting.items if not is_frozen(change.connection, item.id)]
    if meeting.protocol_verified and (left or not meeting_is_frozen(change.connection, meeting.id)):
        _freeze(change, meeting, None, (item for item in left if meeting.is_fixed(item)), worded)


def _freeze(
    change: Change,
    meeting: Meeting,
    verification: Verification | None,
    items: Iterable[Item],
    worded: Callable[[Item], bool],
) -> None:
    id_ = verification.id if verification else None
    for item in items:
        if not is_frozen(change.connection, item.id):
            freeze(change, meeting.id, id_, [item.id], whole=False, worded=worded(item))
    whole = verification is None or not own_document(meeting, verification)
    if whole and not meeting_is_frozen(change.connection, meeting.id):
        freeze(change, meeting.id, id_, (), whole=True, worded=False)


def freeze_older(change: Change) -> None:
    """Freeze what was verified in a file of an older version, which knew nothing of that."""
    for line in reads.meetings(change.connection):
        meeting = reads.recorded(change.connection, line.id)
        if meeting.verified:
            freeze_verified(change, meeting)


def unwitnessed(read: Connection) -> Iterator[Finding]:
    """Walk the paragraphs that are verified, and of which no digest tells how they were then."""
    template = N_("{where} is verified, and what tells how it was then is gone")
    for line in reads.meetings(read):
        if line.stage in (Stage.PLANNED, Stage.SUMMONED):
            continue
        meeting = reads.recorded(read, line.id)
        for item in meeting.items:
            if item.number is not None and meeting.is_fixed(item) and not is_frozen(read, item.id):
                yield Finding(template, {"where": where(read, {"meeting_id": line.id, "item_id": item.id})})
