"""The texts of an item that are typed, together: what is not read again yet, what is not saved, the caret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.ui.meeting.item_fields import PARTS, ItemField
from klubban.ui.meeting.written_text import WrittenText
from klubban.ui.widgets.block_editor import BlockEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Item, Meeting
    from klubban.ui.meeting.writing_aids import WritingAids
    from klubban.ui.widgets.section import Noted

TextField: TypeAlias = ItemField | WrittenText
_NOT_PROSE = ("registry_number", "presenters", "time", "recipients")
"""What is not checked for misspelt words."""
_STEPS = {
    "Write the motions of {item}": "motions",
    "Write the proceedings of {item}": "proceedings",
    "Write the votes of {item}": "divisions",
    "Write the opinions of {item}": "opinions",
}
"""Which text a step of operations/own_texts.py wrote."""


class TextFields(QObject):
    """The fields by their names."""

    typed = Signal()
    saved = Signal()
    failed = Signal(Exception)
    """What concerns the file; a broken rule stands beside its field."""

    def __init__(self, *, locked: bool, maskable: bool = False) -> None:
        """Tie fields as they come; what is locked may still be `maskable`."""
        super().__init__()
        self._maskable = maskable
        self.by_name: dict[str, TextField] = {}
        self.locked = locked
        self._ahead: set[str] = set()
        """The texts that were typed in since the item was read."""

    def tie(self, name: str, field: TextField, noted: Noted) -> None:
        """Add a field; what is wrong with it is said below it."""
        self.by_name[name] = field
        field.editor.lock(locked=self.locked)
        field.editor.edited.connect(partial(self._ahead.add, name))
        field.editor.edited.connect(self.typed)
        field.field.autosave.saved.connect(partial(noted.say, ""))
        field.field.autosave.saved.connect(self.saved)
        field.field.autosave.failed.connect(partial(self._tell_failure, noted))
        if isinstance(field, WrittenText):
            field.saved.connect(self.saved)
            field.failed.connect(partial(self._tell_failure, noted))
        if isinstance(field.editor, BlockEditor):
            field.editor.may_mask = self._maskable
            field.editor.refused.connect(partial(self._tell_failure, noted))

    def _tell_failure(self, noted: Noted, error: Exception) -> None:
        """Say a broken rule beside the field; what concerns the file is for the whole page."""
        if isinstance(error, RuleBroken):
            noted.say(_(error.template).format(**error.facts))
        else:
            self.failed.emit(error)

    # --- what the surface asks

    def take(self, meeting: Meeting, item: Item) -> Iterator[str]:
        """Show what the store holds now, and walk the names of those that show something else than before."""
        unsaved = [name for name, field in self.by_name.items() if field.field.autosave.unsaved]
        self._ahead.intersection_update(unsaved)
        for name, field in self.by_name.items():
            if field.take(meeting, item):
                yield name

    def into(self, item: Item) -> Item:
        """Return the item with what was typed since it was read."""
        for name in sorted(self._ahead):
            item = self.by_name[name].into(item)
        return item

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        done = [field.field.autosave.flush() for field in self.by_name.values()]  # each one, whatever fails
        return all(done)

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        for field in self.by_name.values():
            field.field.autosave.end_run()

    @property
    def are_saved(self) -> bool:
        """Tell whether nothing typed waits to be saved."""
        return not any(field.field.autosave.unsaved for field in self.by_name.values())

    @property
    def midway(self) -> bool:
        """Tell whether what was saved last is still being typed, and need not be read again yet."""
        return any(field.field.autosave.midway for field in self.by_name.values())

    @property
    def focused(self) -> str | None:
        """Return the name of the text that has the keyboard."""
        return next((name for name, field in self.by_name.items() if field.editor.hasFocus()), None)

    @property
    def caret(self) -> tuple[str, int] | None:
        """Return the text that has the keyboard, and where in it the caret is."""
        name = self.focused
        return None if name is None else (name, self.by_name[name].editor.textCursor().position())

    def use(self, aids: WritingAids, meeting: Meeting) -> None:
        """Let what helps with writing help in the texts."""
        for name, field in self.by_name.items():
            aids.help(field.editor, meeting, spelling=name not in _NOT_PROSE)


def written_by(step: str) -> str | None:
    """Return the name of the text that a step wrote."""
    return _STEPS.get(step) or next((part.name for part in PARTS if part.step == step), None)
