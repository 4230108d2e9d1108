"""The public version of a meeting, from which all documents for everybody are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import public_words
from klubban.documents.written import own_text, text_of, written
from klubban.domain.decided import Said, Written
from klubban.domain.masking import without_masked
from klubban.domain.own_text import merged
from klubban.domain.public_record import Withheld, public_record
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from klubban.domain.decided import OwnText
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.public_record import PublicRecord
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def public_copy(meeting: Meeting) -> PublicRecord:
    """Return what is published of a meeting, in the organisation's language; builders take it as any other.

    Where she changed the program's sentences, hers are told from them before anything is left out: with
    signs in them they would no longer be known.
    """
    texts = texts_of(meeting.organisation.language)
    record = public_record(meeting, public_words.signs(texts))
    items = tuple(_settled(meeting, record, item, texts) for item in record.items)
    return replace(record, items=items)


def _settled(meeting: Meeting, record: PublicRecord, item: Item, texts: Texts) -> Item:
    if isinstance(item, Withheld):
        return item
    whole = meeting.item_by_id(item.id)
    for own in whole.own_texts:
        said = written(record, item, own.part, texts)
        text = merged(said, own_text(whole, own.part), text_of(whole, own.part)).blocks
        item = _holding(item, own, without_masked(text, public_words.signs(texts).words), said)
    return item


def _holding(item: Item, own: OwnText, text: Blocks, said: tuple[Said, ...]) -> Item:
    """Return an item whose text for a part is all hers, word for word; what was said is known, and gone."""
    known = tuple(Said(key=each.key, words=()) for each in said)
    in_item = own.part in (Written.PROCEEDINGS, Written.DECISION)
    kept = replace(own, text=() if in_item else text, said=known)
    item = replace(item, own_texts=tuple(kept if each.part is own.part else each for each in item.own_texts))
    if own.part is Written.PROCEEDINGS:
        return replace(item, proceedings=text)
    return replace(item, decision=text) if own.part is Written.DECISION else item
