"""What of a meeting everybody may see: nothing confidential, and nothing of how it was prepared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.masking import without_masked
from klubban.domain.public_attendance import attending
from klubban.domain.roll import RollCall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.domain.agenda import Sending
    from klubban.domain.meeting import Document, Item, Meeting

_LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Shown:
    """A meeting as some are shown it, and what stands where on its agenda."""

    meeting: Meeting
    numbers: Mapping[int, str]
    """The agenda's numbers by item, as they are for those who see all of it."""
    hidden: tuple[str, ...] = ()
    """The numbers of the items that are not shown."""
    to_public: bool = False


def shown(meeting: Meeting, *, to_public: bool) -> Shown:
    """Return the meeting whole, or what of it is public; the agenda's numbers stay."""
    numbers = agenda_numbers(meeting.items)
    if not to_public:
        return Shown(meeting, numbers)
    left = public(meeting)
    there = {item.id for item in left.items}
    hidden = tuple(numbers[item.id] for item in meeting.items if item.id not in there)
    return Shown(
        left, {id_: number for id_, number in numbers.items() if id_ in there}, hidden, to_public=True
    )


def is_confidential(item: Item, document: Document) -> bool:
    """Tell whether a document is kept apart: for itself, or with its whole item."""
    return item.confidential or document.confidential


def public(meeting: Meeting) -> Meeting:
    """Return the meeting without confidential items and documents, and without comments and awaited papers.

    Masked words are left out, and an item with a title for the public has no other; `public_record` returns
    what is published after the meeting. What was objected to in notes is for those whom they were sent to.
    The roll, from which attendance has been derived, goes too: it points at items that are gone.
    """
    meeting = without_masked(meeting, _LEFT_OUT)
    items = tuple(_public_item(item) for item in meeting.items if not item.confidential)
    documents = {document.id for item in items for document in item.documents}
    there = {item.id for item in items}
    titles = {item.id: item.title for item in items}
    return replace(
        meeting,
        items=items,
        sendings=tuple(_public_sending(each, there, documents, titles) for each in meeting.sendings),
        roll=RollCall(),
        call_ups=(),
        recesses=tuple(
            each if each.after is None or each.after in there else replace(each, after=None)
            for each in meeting.recesses
        ),
        corrections=(),
        objections=(),
        attendance=tuple(
            replace(each, items=tuple(one for one in each.items if one in there))
            for each in attending(meeting)
            if not each.items or there.intersection(each.items)
        ),
        presiding=tuple(
            replace(each, items=tuple(one for one in each.items if one in there))
            for each in meeting.presiding
            if not each.items or there.intersection(each.items)
        ),
    )


def _public_item(item: Item) -> Item:
    numbered = (replace(each, number=each.number or place) for place, each in enumerate(item.documents, 1))
    documents = tuple(document for document in numbered if not document.confidential)
    return replace(with_public_title(item), documents=documents, papers=(), comments=())


def with_public_title(item: Item) -> Item:
    """Return an item under its title for the public, where it has one; its matter is not called otherwise."""
    title = item.public_title
    if title is None:
        return item
    return replace(item, title=title, matter=replace(item.matter, title=title) if item.matter else None)


def _public_sending(
    sending: Sending, items: set[int], documents: set[int], titles: Mapping[int, str]
) -> Sending:
    """Return what was sent of that which is public now; what is gone, or was called so, may be secret."""
    return replace(
        sending,
        late_because=None,
        items=tuple(replace(each, title=titles[each.item]) for each in sending.items if each.item in items),
        documents=tuple(
            each for each in sending.documents if each.item in items and each.document in documents
        ),
    )
