"""How a document names items and assignments: by their keys, or paragraphs, in a meeting or across them."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from klubban.exchange.keys import Keys, Written, clock, fresh
from klubban.exchange.writing_follow_up import assignments_in, items_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from klubban.domain.agenda import Delegated
    from klubban.domain.assignment import Assignment
    from klubban.domain.meeting import Meeting
    from klubban.exchange.writing_follow_up import Tables


class ItemNames:
    """How the items of one meeting are named in the rest of it."""

    def __init__(self, meeting: Meeting, elsewhere: Collection[int] = ()) -> None:
        """Give a key to each item that is referred to, here or elsewhere, and has none."""
        self.numbers = {item.id: item.number for item in meeting.items}
        self.documents = {
            document.id: place for item in meeting.items for place, document in enumerate(item.documents, 1)
        }
        taken = {item.key for item in meeting.items}
        needed = set(self._needed(meeting)) | set(self._without_number(*elsewhere))
        self.keys = {
            item.id: item.key or (fresh(taken, "item", place) if item.id in needed else None)
            for place, item in enumerate(meeting.items, 1)
        }

    def _needed(self, meeting: Meeting) -> Iterator[int | None]:
        """Walk the items that must have a key."""
        yield from chain.from_iterable(each.items for each in meeting.attendance)
        yield from chain.from_iterable(each.items for each in meeting.presiding)
        for stay in chain.from_iterable(line.stays for line in meeting.roll.lines):
            yield from self._without_number(stay.first, stay.last)
        for ruling in meeting.roll.rulings:
            yield from self._without_number(ruling.first, ruling.last)
        yield from self._without_number(*(each.after for each in meeting.recesses))
        yield from self._without_number(*(each.item for each in meeting.objections))
        yield from self._without_number(*(each.item for each in meeting.corrections))
        for sending in meeting.sendings:
            yield from self._without_number(*(each.item for each in sending.items))
            yield from self._without_number(*(each.item for each in sending.documents))

    def _without_number(self, *ids: int | None) -> Iterator[int]:
        return (id_ for id_ in ids if id_ in self.numbers and self.numbers[id_] is None)

    def name(self, id_: int | None) -> str | int | None:
        """Return an item's paragraph, or its key while it has none."""
        return None if id_ is None else self.numbers[id_] or self.keys[id_]


class Places:
    """How items of other meetings, and assignments, are named wherever they are referred to."""

    def __init__(
        self,
        meetings: Sequence[Meeting],
        free: Sequence[Assignment],
        delegated: Iterable[Delegated],
        keys: Keys,
        tables: Tables,
    ) -> None:
        """Take the meetings with what follows from their rolls; `free` assignments belong to no item."""
        items = [item for meeting in meetings for item in meeting.items]
        elsewhere = {item.came_from.item for item in items if item.came_from}
        elsewhere |= {each.item for each in delegated if each.item is not None}
        assignments = [*chain.from_iterable(item.assignments for item in items), *free]
        since = {each.item for one in assignments for each in one.reports}
        since |= {each.item for one in assignments for each in one.steps}
        elsewhere |= {each for each in since if each is not None} | items_in(tables)
        self.names = {meeting.id: ItemNames(meeting, elsewhere) for meeting in meetings}
        self._keys = keys
        self._meetings = {meeting.id: meeting for meeting in meetings}
        self._of = {item.id: meeting.id for meeting in meetings for item in meeting.items}
        self._that_day = Counter((meeting.body.id, meeting.date) for meeting in meetings)
        self._assignments = _assignment_keys(
            assignments, {item.assignment for item in items} | assignments_in(tables)
        )

    def meeting(self, id_: int | None) -> tuple[str | None, str] | None:
        """Return a meeting's body and date, with its start where the day has two."""
        meeting = None if id_ is None else self._meetings.get(id_)
        if meeting is None:
            return None
        several = self._that_day[meeting.body.id, meeting.date] > 1
        start = f" {clock(meeting.start)}" if several and meeting.start else ""
        return self._keys.body(meeting.body.id), f"{meeting.date}{start}"

    def meeting_at(self, id_: int | None) -> Written | None:
        """Return where a meeting is found: body and date."""
        found = self.meeting(id_)
        return None if found is None else {"body": found[0], "meeting": found[1]}

    def item(self, id_: int | None) -> Written | None:
        """Return where an item stands: body, meeting and item."""
        held_at = None if id_ is None else self._of.get(id_)
        found = self.meeting(held_at)
        if held_at is None or found is None:
            return None
        body, meeting = found
        return {"body": body, "meeting": meeting, "item": self.names[held_at].name(id_)}

    def recesses(self, item_id: int) -> list[int]:
        """Return the recesses of an item's meeting, in order."""
        return [each.id for each in self._meetings[self._of[item_id]].recesses]

    def assignment(self, id_: int | None) -> str | None:
        """Return the key of an assignment."""
        return None if id_ is None else self._assignments.get(id_)


def _assignment_keys(assignments: Sequence[Assignment], needed: Collection[int | None]) -> dict[int, str]:
    """Return the keys of assignments; those that are referred to and have none get one."""
    taken = {each.key for each in assignments}
    keys: dict[int, str] = {}
    for place, each in enumerate(assignments, 1):
        if each.key or each.id in needed:
            keys[each.id] = each.key or fresh(taken, "assignment", place)
    return keys
