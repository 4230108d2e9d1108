"""What a verified protocol says by itself, kept in the file: neither program nor register words it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.written import own_text, shown, text_of, written
from klubban.domain.decided import Written
from klubban.domain.own_text import noted
from klubban.i18n import texts
from klubban.operations.own_texts import set_said
from klubban.store import reads

if TYPE_CHECKING:
    from collections.abc import Collection

    from klubban.domain.meeting import Item, Meeting
    from klubban.i18n import Texts
    from klubban.store.change import Change


def word(change: Change, meeting: Meeting, item_ids: Collection[int]) -> None:
    """Keep the texts of items as they are shown, and their registry numbers; before they are frozen."""
    now = reads.meeting(change.connection, meeting.id)
    tongue = texts(now.organisation.language)
    for item in now.items:
        if item.id not in item_ids or item.worded:
            continue
        for part in Written:
            _keep(change, now, item, part, tongue)
        if item.registry_number is None and item.registered_as is not None:
            change.update("item", item.id, registry_number=item.registered_as)


def _keep(change: Change, meeting: Meeting, item: Item, part: Written, tongue: Texts) -> None:
    blocks = shown(meeting, item, part, tongue).blocks
    if blocks == text_of(item, part):
        return
    said = written(meeting, item, part, tongue)
    told = noted(said, own_text(item, part), text_of(item, part), blocks)
    set_said(change, item.id, part, blocks, told)


def is_worded(meeting: Meeting, item: Item) -> bool:
    """Tell whether an item's texts are all kept, so that the program would add nothing to them."""
    tongue = texts(meeting.organisation.language)
    return all(shown(meeting, item, part, tongue).blocks == text_of(item, part) for part in Written)
