"""What is out to be signed stays as it is until it has been signed or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.store import signings

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting
    from klubban.store.change import Change


def check_not_out(change: Change, meeting_id: int, number: int | None) -> None:
    """Raise RuleBroken for a paragraph, or an item without a number, whose document is out to be signed."""
    for each in signings.out(change.connection, meeting_id):
        if each.covers(number):
            raise _refusal(each)


def check_whole_not_out(change: Change, meeting_id: int) -> None:
    """Raise RuleBroken where the protocol is out to be signed, and not single paragraphs at once alone."""
    for each in signings.out(change.connection, meeting_id):
        if not each.immediate:
            raise _refusal(each)


def check_meeting_not_out(meeting: Meeting) -> None:
    """Raise as `check_whole_not_out` does, of a meeting that was read."""
    for each in meeting.verifications:
        signing = each.signing
        if signing is not None and signing.goes_on and not each.immediate:
            out = signings.Out(signing.id, each.id, each.paragraphs, each.immediate, signing.begun_on)
            raise _refusal(out)


def _refusal(out: signings.Out) -> RuleBroken:
    if out.paragraphs is None:
        return RuleBroken(
            "The protocol went out to be signed on {date}; withdraw that first, to change anything in it",
            date=out.begun_on,
        )
    return RuleBroken(
        "{paragraphs} went out to be signed on {date}; withdraw that first, to change anything in it",
        paragraphs=out.paragraphs.printed,
        date=out.begun_on,
    )
