"""The texts of an item that are typed: which there are, what edits each, and the operation that saves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from klubban.domain.decided import Written
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Document, Item, Meeting
from klubban.i18n import N_, _, pgettext
from klubban.operations import items
from klubban.operations.addressees import offered
from klubban.operations.agenda import set_item
from klubban.ui.autosave import Pace
from klubban.ui.meeting.field import Field
from klubban.ui.meeting.item_time import read_time, written
from klubban.ui.meeting.recipients_editor import RecipientsEditor
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.editors import GrowingEditor, LineEditor, LinesEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Part:
    """One text: its name in an item, its label, and the step that writing it is, for undo to find it by."""

    name: str
    label: str
    step: str
    context: str | None = None

    @property
    def title(self) -> str:
        """Return the label as it is read: the message that heads the part on the printed page."""
        return pgettext(self.context, self.label) if self.context else _(self.label)


# In the order of the printed page.
PARTS = (
    Part("decision", N_("Decision"), N_("Write the decision of {item}")),
    Part("summary", N_("Summary"), N_("Write the summary of {item}")),
    Part("documents", "Documents", N_("List the documents of {item}"), "document"),
    Part("earlier", N_("Earlier handling"), N_("Write the earlier handling of {item}")),
    Part("proposal", N_("Proposed decision"), N_("Write the proposal of {item}")),
    Part("recipients", N_("The decision is sent to"), N_("List the recipients of {item}")),
)

WRITTEN = {
    "motions": Written.MOTIONS,
    "questions": Written.PROCEEDINGS,
    "divisions": Written.DIVISIONS,
    "opinions": Written.OPINIONS,
}
"""The texts that stand below what is recorded at the table."""

PLANNED = (
    Part("presenters", N_("Presented by"), ""),
    Part("time", N_("When and how long"), ""),
)
"""What is typed before the meeting, above the texts."""

FIRST_BEFORE = ("presenters", "time", "proposal", "documents", "papers", "secrecy")
FIRST_NOW = ("decision", "proposals", "motions", "questions", "divisions", "opinions", "recipients")
FIRST_AGREED = ("decision", "assignments", "summary", "documents", "recipients")
"""What is offered first before the meeting, and from then on; where nothing is decided, what was agreed."""


@dataclass(frozen=True, slots=True)
class ItemField:
    """A field, with the way from an item to its value and back."""

    field: Field  # type: ignore[type-arg]  # texts, lines and words stand side by side here
    of: Callable[[Item], object]
    into: Callable[[Item], Item]

    @property
    def editor(self) -> GrowingEditor:
        """Return what it is typed in."""
        return self.field.editor

    def take(self, _meeting: Meeting, item: Item) -> bool:
        """Take what the store holds, and tell whether something else is shown now."""
        return self.field.take(self.of(item))


def blocks(database: Database, item: Item, part: Part, label: str, pace: Pace | None) -> ItemField:
    """Return the field of a text in blocks."""
    editor = BlockEditor(label)
    field = Field(
        editor,
        getattr(item, part.name),
        read=editor.blocks,
        show=editor.show_blocks,
        save=lambda value, run: items.write_text(database, item.id, part.name, value, run=run),
        pace=pace,
    )
    return ItemField(
        field,
        lambda item: getattr(item, part.name),
        lambda item: _with(item, part.name, editor.blocks()),
    )


def _with(item: Item, name: str, value: Any) -> Item:
    return replace(item, **{name: value})


def documents(database: Database, item: Item, label: str, pace: Pace | None) -> ItemField:
    """Return the field of the documents' titles."""
    editor = LinesEditor(label)

    def of(item: Item) -> tuple[str, ...]:
        return tuple(paper.title for paper in item.documents)

    field = Field(
        editor,
        of(item),
        read=editor.items,
        show=editor.show_items,
        save=lambda titles, run: items.write_documents(database, item.id, titles, run=run),
        pace=pace,
    )
    return ItemField(field, of, lambda item: replace(item, documents=tuple(map(_paper, editor.items()))))


def _paper(title: str) -> Document:
    return Document(id=0, title=title)


def recipients(database: Database, item: Item, label: str, pace: Pace | None) -> ItemField:
    """Return the field of those the decision is sent to."""
    editor = RecipientsEditor(label, partial(offered, database))
    field = Field(
        editor,
        item.recipients,
        read=editor.items,
        show=editor.show_items,
        save=lambda names, run: items.write_recipients(database, item.id, names, run=run),
        pace=pace,
    )
    return ItemField(
        field, lambda item: item.recipients, lambda item: replace(item, recipients=editor.items())
    )


def presenters(database: Database, item: Item, label: str, pace: Pace | None) -> ItemField:
    """Return the field of those who present the item."""
    editor = LinesEditor(label)
    field = Field(
        editor,
        item.presenters,
        read=editor.items,
        show=editor.show_items,
        save=lambda names, run: set_item(database, item.id, presenters=names, run=run),
        pace=pace,
    )
    return ItemField(
        field, lambda item: item.presenters, lambda item: replace(item, presenters=editor.items())
    )


def time(database: Database, item: Item, label: str, pace: Pace | None) -> ItemField:
    """Return the field of the clock time and the minutes, typed together."""
    editor = LineEditor(label)

    def of(item: Item) -> str:
        """Return the words that stand there as long as they say the same."""
        try:
            same = bool(editor.words()) and read_time(editor.words()) == (item.start, item.minutes)
        except RuleBroken:
            same = False
        return editor.words() if same else written(item.start, item.minutes)

    def save(typed: str, run: str) -> None:
        start, minutes = read_time(typed)
        set_item(database, item.id, start=start, minutes=minutes, run=run)

    field = Field(
        editor,
        of(item),
        read=editor.words,
        show=editor.show_words,
        save=save,
        pace=pace or Pace(pause=1200, longest=2000),  # half a time is no reason to speak up
    )
    return ItemField(field, of, lambda item: item)


def title(database: Database, item: Item, label: str, pace: Pace | None) -> ItemField:
    """Return the field of the title."""
    editor = LineEditor(label, "title")
    field = Field(
        editor,
        item.title,
        read=editor.words,
        show=editor.show_words,
        save=lambda words, run: items.rename(database, item.id, words, run=run),
        pace=pace,
    )
    return ItemField(
        field, lambda item: item.title, lambda item: replace(item, title=editor.words() or item.title)
    )


def registry_number(database: Database, item: Item, label: str, pace: Pace | None) -> ItemField:
    """Return the field of the registry number; an item without its own shows its matter's."""
    editor = LineEditor(label, "item")
    field = Field(
        editor,
        item.registered_as or "",
        read=editor.words,
        show=editor.show_words,
        save=lambda words, run: items.set_registry_number(database, item.id, words or None, run=run),
        pace=pace,
    )
    return ItemField(
        field,
        lambda item: item.registered_as or "",
        lambda item: replace(item, registry_number=editor.words() or None),
    )
