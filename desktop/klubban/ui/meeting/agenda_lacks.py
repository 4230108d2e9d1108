"""What is still to be done at the items of a meeting that is held, in a few words beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.checked_votes import in_questions
from klubban.i18n import _, ngettext
from klubban.operations.checklist import stale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from klubban.domain.meeting import Item, Meeting


def lacks(meeting: Meeting, scratch: Mapping[int, int]) -> dict[int, tuple[str, ...]]:
    """Return, by item, what is still to be done; nothing where nothing is."""
    off = {item for item, _part in stale(meeting)}
    waits = scratch.get
    found = {
        item.id: tuple(_of(meeting, item, waits(item.id, 0), off=item.id in off)) for item in meeting.items
    }
    return {item: told for item, told in found.items() if told}


def _of(meeting: Meeting, item: Item, scratch: int, *, off: bool) -> Iterator[str]:
    if any(motion.stands and not motion.complete for motion in item.motions):
        yield _("a motion is incomplete")
    # By the cheap question first: who may vote takes its time, and this is asked at each key.
    if any(put.adopted is None for put in item.puts) and any(in_questions(meeting, item)):
        yield _("a question has no answer")
    if scratch:
        yield ngettext("{count} line to sort", "{count} lines to sort", scratch).format(count=scratch)
    if off:
        yield _("text and record differ")
