"""The surface of a body or a person: texts edited in place, each saved in time and a step of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.ui.autosave import Pace
from klubban.ui.meeting.field import Field
from klubban.ui.meeting.surface import Surface
from klubban.ui.registers.days import respelled
from klubban.ui.widgets.editors import GrowingEditor, LineEditor, LinesEditor
from klubban.ui.widgets.missing import Missing
from klubban.ui.widgets.section import Noted, Section

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Manner:
    """How soon a line is saved, and how it is spelled when it is left."""

    pace: Pace | None = None
    spelling: Callable[[str], str] = str


PLAIN = Manner()
UNHURRIED = Manner(Pace(pause=1200, longest=2000))
"""For days and numbers: half of one is no reason to speak up."""
A_DAY = Manner(UNHURRIED.pace, respelled)


def sentence(error: Exception) -> str:
    """Return what a broken rule says, in the interface's language."""
    if isinstance(error, RuleBroken):
        return _(error.template).format(**error.facts)
    return str(error)


class RegisterSurface(Surface, Generic[T]):
    """Shows a snapshot of T; each field knows how to find its words in one."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, name: str, *, locked: bool) -> None:
        super().__init__(name)
        self._locked = locked
        self._fields: dict[str, Field[str]] = {}
        self._of: dict[str, Callable[[T], str]] = {}
        self._sections: dict[str, Section] = {}
        self._missing = Missing()
        self._missing.asked.connect(self.ask_for)

    # --- what the page asks

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        done = [field.autosave.flush() for field in self._fields.values()]  # each one, whatever fails
        return all(done)

    def unsaved(self, prefix: str) -> bool:
        """Tell whether something is not saved yet in the fields whose names begin so."""
        return any(field.autosave.unsaved for name, field in self._fields.items() if name.startswith(prefix))

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        for field in self._fields.values():
            field.autosave.end_run()

    def forget(self, prefix: str, *, lost: bool = False) -> bool:
        """Let go of the fields whose names begin so, unless one cannot be saved; tell whether they are gone.

        With `lost` they go in any case: what they stood for is no longer there.
        """
        names = [name for name in self._fields if name.startswith(prefix)]
        saved = [self._fields[name].autosave.flush() for name in names if not lost]
        if not all(saved):
            return False
        for name in names:
            if self._sought is self._fields[name].editor:
                self._end_seeking()
            del self._fields[name], self._of[name]
        return True

    def take_fields(self, snapshot: T) -> None:
        """Show what the store holds now, without touching what is being typed."""
        for name, field in self._fields.items():
            if not field.take(self._of[name](snapshot)):
                continue
            if name in self._sections:
                self.ask_for(name, focus=False)
            self.bring_into_sight(field.editor)

    def enter(self) -> None:
        """Give the keyboard to the first text."""
        next(iter(self._fields.values())).editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_whole(self, part: QWidget) -> None:
        """Scroll to a part that has just opened, once it has its place."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, _AROUND))

    # --- how it is built

    def line(
        self,
        name: str,
        label: str,
        snapshot: T,
        of: Callable[[T], str],
        save: Callable[[str, str], None],
        *,
        role: str = "body",
        hint: str = "",
        manner: Manner = PLAIN,
    ) -> Noted:
        """Return a line of words that is saved by `save(words, run)`, spelled in one way when it is left."""
        editor = LineEditor(label, role)
        editor.setPlaceholderText(hint)

        def read() -> str:
            return manner.spelling(editor.words())

        field = Field(editor, of(snapshot), read=read, show=editor.show_words, save=save, pace=manner.pace)
        editor.left.connect(lambda: editor.show_words(read()))
        return self._tied(name, field, of)

    def text(
        self,
        name: str,
        label: str,
        snapshot: T,
        of: Callable[[T], str],
        save: Callable[[str, str], None],
        *,
        hint: str = "",
        gap: int = 6,
        spelling: Callable[[str], str] = str,
    ) -> Noted:
        """Return a text of one line or more, spelled in one way when it is left."""
        editor = LinesEditor(label, gap=gap)
        editor.setPlaceholderText(hint)

        def read() -> str:
            return spelling("\n".join(editor.items()))

        def show(words: str) -> None:
            editor.show_items([line for line in words.splitlines() if line.strip()])

        field = Field(editor, of(snapshot), read=read, show=show, save=save)
        editor.left.connect(lambda: show(read()))
        return self._tied(name, field, of)

    def _tied(self, name: str, field: Field[str], of: Callable[[T], str]) -> Noted:
        """Connect a field with the page, and leave room for a sentence below it."""
        self._fields[name], self._of[name] = field, of
        editor: GrowingEditor = field.editor
        editor.lock(locked=self._locked)
        editor.setAcceptDrops(False)  # what is dropped on the page is for the page
        noted = Noted(editor)
        field.autosave.saved.connect(partial(noted.say, ""))
        field.autosave.saved.connect(self.saved)
        field.autosave.failed.connect(partial(self._tell_failure, noted))
        self.keep_in_sight(editor)
        return noted

    def _tell_failure(self, noted: Noted, error: Exception) -> None:
        """Say a broken rule beside the field; what concerns the file is for the whole page."""
        if isinstance(error, RuleBroken):
            noted.say(sentence(error))
        else:
            self.failed.emit(error)

    def add_optional(self, name: str, label: str, content: QWidget, *, shown: bool) -> None:
        """Put a part last that is not there until it is asked for, unless it says something."""
        section = Section(label, content)
        self._sections[name] = section
        self.add(section)
        section.setVisible(shown)
        self._missing.offer(name, label)
        self._missing.take(name, there=shown or self._locked)

    def add_missing(self) -> None:
        """Put the line last that offers what is empty."""
        self.add(self._missing)
        self._missing.show_if_any()

    def ask_for(self, name: str, *, focus: bool = True) -> None:
        """Show a part that was empty, and give it the keyboard."""
        self._sections[name].show()
        self._missing.take(name, there=True)
        if focus and name in self._fields:
            self._fields[name].editor.setFocus()
        elif focus:
            self._sections[name].focusNextChild()
