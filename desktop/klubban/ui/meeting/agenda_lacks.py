"""What is still to be done at the items of a meeting that is held, in a few words beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import written
from klubban.domain.habits import Part
from klubban.i18n import _, current, ngettext
from klubban.store import minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database


def waiting_lines(database: Database, meeting_id: int) -> dict[int, int]:
    """Return how many scratch lines wait at each item."""
    with database.read() as read:
        found = minutes.scratches(read, meeting_id)
    counted = {item: sum(not line.done for line in lines) for item, lines in found.items()}
    return {item: count for item, count in counted.items() if count}


def stale(meeting: Meeting) -> frozenset[tuple[int, Part]]:
    """Return the texts, by item and part, that no longer agree with what was recorded."""
    return frozenset(
        (item.id, Part(own.part))
        for item in meeting.items
        for own in item.own_texts
        if own.said and written.shown(meeting, item, own.part, current()).stale
    )


def lacks(meeting: Meeting, scratch: Mapping[int, int]) -> dict[int, tuple[str, ...]]:
    """Return, by item, what is still to be done; nothing where nothing is."""
    off = {item for item, _part in stale(meeting)}
    found = {item.id: tuple(_of(item, scratch.get(item.id, 0), off=item.id in off)) for item in meeting.items}
    return {item: told for item, told in found.items() if told}


def _of(item: Item, scratch: int, *, off: bool) -> Iterator[str]:
    if any(motion.stands and not motion.complete for motion in item.motions):
        yield _("a motion is incomplete")
    if any(put.adopted is None for put in item.puts):
        yield _("a question has no answer")
    if scratch:
        yield ngettext("{count} line to sort", "{count} lines to sort", scratch).format(count=scratch)
    if off:
        yield _("text and record differ")
