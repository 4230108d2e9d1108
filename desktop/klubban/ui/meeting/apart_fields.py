"""The appendices of a verified item: their words stay, and what is left out of them in public is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from klubban.documents import movers, opinions
from klubban.domain.appended import apart
from klubban.domain.decided import Motion, Opinion
from klubban.i18n import current
from klubban.operations.masking import mask_apart
from klubban.ui.meeting.field import Field
from klubban.ui.meeting.item_fields import ItemField
from klubban.ui.widgets.block_editor import BlockEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.autosave import Pace


def apart_fields(
    database: Database, meeting: Meeting, item: Item, pace: Pace | None
) -> Iterator[tuple[str, str, ItemField]]:
    """Walk the fields with their names and labels; how each voted is no text."""
    for each in apart(meeting.body, item):
        if isinstance(each, Motion | Opinion) and each.text:
            label = _label(each)
            yield f"{_table(each)} {each.id}", label, _field(database, each, label, pace)


def _label(each: Motion | Opinion) -> str:
    texts = current()
    title = texts.gettext("Written motion")
    if isinstance(each, Opinion):
        title = opinions.title(each.kind, 1, texts)
    return ", ".join(part for part in (title, movers.named(each.by, texts)) if part)


def _table(each: Motion | Opinion) -> Literal["motion", "opinion"]:
    return "motion" if isinstance(each, Motion) else "opinion"


def _field(database: Database, each: Motion | Opinion, label: str, pace: Pace | None) -> ItemField:
    editor = BlockEditor(label)
    field: Field[Blocks] = Field(
        editor,
        each.text,
        read=editor.blocks,
        show=editor.show_blocks,
        save=lambda blocks, run: mask_apart(database, _table(each), each.id, blocks, run=run),
        pace=pace,
    )
    return ItemField(field, partial(_text_of, each), lambda item: item)


def _text_of(each: Motion | Opinion, item: Item) -> Blocks:
    """Return the text as the store holds it now."""
    held = item.motions if isinstance(each, Motion) else item.opinions
    return next((one.text for one in held if one.id == each.id), ())
