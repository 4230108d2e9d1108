"""The cells of a line that is typed at the table: boxes for words, each with what it offers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import sort_key
from klubban.ui.minutes.people import People, Read, called_all, read_names
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.editors import GrowingEditor, LineEditor
from klubban.ui.widgets.paint import draw_box, draw_focus, smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.body import Named
    from klubban.domain.text import Blocks

T = TypeVar("T", bound=GrowingEditor)
Offer = tuple[str, "Callable[[], None]"]
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_OFFERED, _SHOWN = 5, 40


class Cell(QWidget, Generic[T]):
    """A box round an editor. Enter, Esc and the arrows are for the line that it stands in."""

    entered = Signal()
    escaped = Signal()
    edited = Signal()
    came = Signal()
    """The caret came."""
    left = Signal()
    arrow = Signal(int)

    def __init__(self, editor: T, hint: str) -> None:
        super().__init__()
        self.editor = editor
        editor.setPlaceholderText(hint)
        column = QVBoxLayout(self)
        spaced(column, (8, 4, 8, 4))
        column.addWidget(editor)
        self.setFocusProxy(editor)
        editor.edited.connect(self.edited)
        editor.left.connect(self._leave)
        editor.installEventFilter(self)

    # --- what the line asks

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is typed."""
        return self.editor.is_empty()

    def clear(self) -> None:
        """Forget what was typed."""
        raise NotImplementedError

    def offers(self) -> list[Offer]:
        """Return what can be taken now, the first of which Tab takes."""
        return []

    def complete(self) -> None:
        """Take the first that is offered for what is typed half."""

    # --- Qt's own

    def _leave(self) -> None:
        self.complete()
        self.left.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the line's keys before the editor does."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusIn:
                self.came.emit()
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key means to the line, and tell whether it meant anything."""
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            self.complete()
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in _ARROWS and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
            return self._walk(_ARROWS[key])
        else:
            return False
        return True

    def _walk(self, by: int) -> bool:
        self.arrow.emit(by)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, and the ring while the caret is in it."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        draw_box(painter, QRectF(self.rect()), tokens.surface, tokens.edge)
        if self.editor.hasFocus():
            draw_focus(painter, QRectF(self.rect()))


class LineCell(Cell[LineEditor]):
    """One line of words."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(LineEditor(name), hint)

    def words(self) -> str:
        """Return what is typed."""
        return self.editor.words()

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.editor.show_words(words)

    def clear(self) -> None:
        """Forget what was typed."""
        self.show_words("")


class TextCell(Cell[BlockEditor]):
    """A text; Shift+Enter begins a new line in it."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(BlockEditor(name), hint)

    def blocks(self) -> Blocks:
        """Return the text."""
        return self.editor.blocks()

    def show_blocks(self, blocks: Blocks) -> None:
        """Show another text."""
        self.editor.show_blocks(blocks)

    def clear(self) -> None:
        """Forget what was typed."""
        self.show_blocks(())

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and event.modifiers() & _SHIFT:
            plain = QKeyEvent(QEvent.Type.KeyPress, event.key(), _NONE, "\r")
            self.editor.keyPressEvent(plain)
            return True
        return super()._key(event)

    def _walk(self, by: int) -> bool:
        """Let the caret walk within several lines."""
        cursor = self.editor.textCursor()
        way = cursor.MoveOperation.Up if by < 0 else cursor.MoveOperation.Down
        return not cursor.movePosition(way) and super()._walk(by)


class NamesCell(LineCell):
    """Names apart by commas, each completed from those who are offered."""

    def __init__(self, name: str, hint: str, *, parties: bool = True) -> None:
        super().__init__(name, hint)
        self._people, self._parties = People(), parties
        self._chosen: dict[str, Named] = {}

    def offer(self, people: People) -> None:
        """Offer others."""
        self._people = people

    def read(self) -> Read:
        """Return who is named."""
        return read_names(self.words(), self._people, self._chosen)

    def show_people(self, people: Sequence[Named]) -> None:
        """Show names."""
        self._chosen |= {str(who): who for who in people}
        self.show_words(called_all(people))

    def know(self, who: Named, typed: str) -> None:
        """Take it that these words mean somebody."""
        self._chosen[str(who)] = self._chosen[typed] = who

    def offers(self) -> list[Offer]:
        """Return those whose names begin as what stands after the last comma."""
        _before, last = self._halves()
        if not last or last in self._chosen:
            return []
        found = self._people.matching(last, parties=self._parties)[:_OFFERED]
        return [(str(who), partial(self._take, who)) for who in found]

    def complete(self) -> None:
        """Take the first that is offered."""
        offers = self.offers()
        if offers:
            offers[0][1]()

    def _halves(self) -> tuple[str, str]:
        before, comma, last = self.words().rpartition(",")
        return f"{before}{comma} " if comma else "", last.strip()

    def _take(self, who: Named) -> None:
        before, _last = self._halves()
        self._chosen[str(who)] = who
        self.show_words(before + str(who))
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)
        self.edited.emit()

    def _key(self, event: QKeyEvent) -> bool:
        if event.text() == ",":  # the comma itself is typed after the name
            self.complete()
        return super()._key(event)


class ChoiceCell(LineCell):
    """One of a few words, by its first letters."""

    def __init__(self, name: str, hint: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__(name, hint)
        self._options = list(options)

    def offer_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other words."""
        self._options = list(options)

    def value(self) -> object:
        """Return what the words mean, None for no words; raises RuleBroken for words that mean nothing."""
        if self.is_empty:
            return None
        found = self._found()
        if not found:
            raise RuleBroken(
                "{field}: ”{words}” is none of the words that are offered",
                field=self.editor.accessibleName(),
                words=self.words()[:_SHOWN],
            )
        return found[0][0]

    def show_value(self, value: object) -> None:
        """Show the word of a value."""
        self.show_words(next((words for each, words in self._options if each == value), ""))

    def _found(self) -> list[tuple[object, str]]:
        typed = sort_key(self.words())
        return [each for each in self._options if sort_key(each[1]).startswith(typed)]

    def offers(self) -> list[Offer]:
        """Return the words that begin so; all while nothing is typed."""
        if any(words == self.words() for _value, words in self._options):
            return []
        return [(words, partial(self._take, value)) for value, words in self._found()]

    def complete(self) -> None:
        """Write the word out."""
        if not self.is_empty and self.offers():
            self.offers()[0][1]()

    def _take(self, value: object) -> None:
        self.show_value(value)
        self.edited.emit()
