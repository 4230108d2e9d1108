"""What has been sent of a meeting's summons and supplements, and what of it is new since then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.domain.agenda import Act
from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.agenda import Sending, SentDocument, SentItem
    from klubban.domain.meeting import Document, Item, Meeting

_DECISIVE = (Act.WITHDRAWN, Act.POSTPONED, Act.RESTORED)


def taken_off(item: Item) -> Act | None:
    """Return how an item was taken off the agenda, withdrawn or postponed; None while it stands."""
    last = next((each.act for each in reversed(item.acts) if each.act in _DECISIVE), None)
    return None if last is Act.RESTORED else last


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """An item that was told of otherwise than it is now."""

    item: Item
    number: str
    told: SentItem

    def called(self, item: Item) -> ChangedItem:
        """Return it of the item as the public knows it.

        What it was called before may have been secret: it is not told. Under a title for the public it never
        had another.
        """
        title = "" if self.retitled and item.title == self.item.title else item.title
        return replace(self, item=item, told=replace(self.told, title=title))

    @property
    def retitled(self) -> bool:
        """Tell whether it has another title."""
        return self.item.title != self.told.title

    @property
    def renumbered(self) -> bool:
        """Tell whether it has another number on the agenda."""
        return self.number != self.told.number

    @property
    def restored(self) -> bool:
        """Tell whether it was told to be off the agenda, and is on it."""
        return self.told.withdrawn


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that has not been sent as it is now."""

    item: Item
    document: Document
    replaces: SentDocument | None = None
    """What was sent under its number; None for one that is new."""

    @property
    def number(self) -> int:
        """Return its number among the item's documents: its own, or its place."""
        return self.document.number or self.item.documents.index(self.document) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the next sending tells: of the summons all, of a supplement only what is new."""

    number: int
    """0 for the summons, or the supplement's own number."""
    items: tuple[Item, ...] = ()
    """Those that have never been told of."""
    withdrawn: tuple[Item, ...] = ()
    """Those that were told of, and have been withdrawn or postponed."""
    changed: tuple[ChangedItem, ...] = ()
    documents: tuple[NewDocument, ...] = ()
    moved: bool = False
    """Day, time or place are others than was told."""
    told: Sending | None = None
    """What was last told of day, time and place."""

    def within(self, meeting: Meeting) -> News:
        """Return as much of it as is in a meeting that has been made public; those items as there."""
        items = {item.id: item for item in meeting.items}
        documents = {document.id: document for item in meeting.items for document in item.documents}
        return replace(
            self,
            items=tuple(items[item.id] for item in self.items if item.id in items),
            withdrawn=tuple(items[item.id] for item in self.withdrawn if item.id in items),
            changed=tuple(each.called(items[each.item.id]) for each in self.changed if each.item.id in items),
            documents=tuple(
                replace(each, item=items[each.item.id], document=documents[each.document.id])
                for each in self.documents
                if each.item.id in items and each.document.id in documents
            ),
        )

    @property
    def first(self) -> bool:
        """Tell whether nothing was sent before: it is the summons."""
        return self.number == 0

    @property
    def nothing(self) -> bool:
        """Tell whether there is nothing to send."""
        return not (self.items or self.withdrawn or self.changed or self.documents or self.moved)


def news(meeting: Meeting) -> News:
    """Return what differs now from all that was sent."""
    if not meeting.sendings:
        documents = tuple(NewDocument(item, each) for item in meeting.items for each in item.documents)
        return News(number=0, items=meeting.items, documents=documents)
    told = {each.item: each for sending in meeting.sendings for each in sending.items}
    last = meeting.sendings[-1]
    return News(
        number=max(sending.number for sending in meeting.sendings) + 1,
        items=tuple(item for item in meeting.items if item.id not in told and not taken_off(item)),
        withdrawn=tuple(
            item
            for item in meeting.items
            if taken_off(item) and item.id in told and not told[item.id].withdrawn
        ),
        changed=tuple(_changed(meeting, told)),
        documents=tuple(_new_documents(meeting)),
        moved=(last.meeting_date, last.meeting_start, last.place)
        != (meeting.date, meeting.start, meeting.place),
        told=last,
    )


def calls_anew(meeting: Meeting) -> bool:
    """Tell whether what is sent next says for the first time when the meeting is, or otherwise than was told.

    Then it has the lead time of a summons. The assembly is told of time and place (KL 5 kap. 13, 15 §§); the
    rules of other bodies are about the day.
    """
    told = news(meeting)
    if told.first or told.told is None:
        return told.first
    assembly = meeting.body.kind is BodyKind.ASSEMBLY
    return told.moved if assembly else told.told.meeting_date != meeting.date


def latest_news(meeting: Meeting) -> News:
    """Return what is new, or when nothing is, what the last supplement told.

    Raises RuleBroken when nothing was sent that could be supplemented, or nothing is new; that a meeting is
    cancelled is news enough.
    """
    if not meeting.sendings:
        raise RuleBroken("The summons has not been sent, so there is nothing to supplement")
    found = news(meeting)
    if meeting.cancelled_on:
        return found
    if found.nothing and len(meeting.sendings) > 1:
        found = news(replace(meeting, sendings=meeting.sendings[:-1]))
    if found.nothing:
        raise RuleBroken("Nothing is new since the summons was sent")
    return found


def _changed(meeting: Meeting, told: dict[int, SentItem]) -> Iterator[ChangedItem]:
    numbers = agenda_numbers(meeting.items)
    for item in meeting.items:
        before = told.get(item.id)
        if before is None or taken_off(item):
            continue
        now = ChangedItem(item, numbers[item.id], before)
        if now.retitled or now.renumbered or now.restored:
            yield now


def _new_documents(meeting: Meeting) -> Iterator[NewDocument]:
    """Walk the documents of items that stand, whose bytes, or that at all, have not been sent."""
    by_id, by_number = {}, {}
    for sending in meeting.sendings:
        for each in sending.documents:
            by_id[each.document] = by_number[each.item, each.number] = each
    for item in meeting.items:
        if taken_off(item):
            continue
        for place, document in enumerate(item.documents, 1):
            sent = by_id.get(document.id) or by_number.get((item.id, document.number or place))
            if sent is None or sent.sha256 != document.sha256:
                yield NewDocument(item, document, sent)
