"""The documents of an item as rows: number, title, what sort of paper, and marks in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from klubban.i18n import pgettext
from klubban.ui.papers import words
from klubban.ui.theme import theme
from klubban.ui.widgets.lists import RowDelegate, RowList
from klubban.ui.widgets.paint import draw_box, draw_pill, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from klubban.domain.meeting import Document
    from klubban.ui.theme import Tone

_INSET, _LEFT, _ABOVE, _GAP = 8, 32, 5, 6
INSET = _INSET
LINK = INSET - 6
"""The margin of a link whose words are to stand in line with the rows'."""
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document as the list shows it."""

    id: int
    number: str
    title: str
    facts: str
    marks: tuple[tuple[str, Tone], ...] = ()
    heading: bool = False

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(
            filter(None, (self.number, self.title, *(word for word, _t in self.marks), self.facts))
        )


def row_of(document: Document, sent: Mapping[int, str | None] | None) -> DocumentRow:
    """Return a document's row; `sent` has the hash of what was last sent of each; None before that."""
    return DocumentRow(
        document.id,
        str(document.number or ""),
        document.title,
        words.facts(document),
        tuple(_marks(document, sent)),
    )


def _marks(document: Document, sent: Mapping[int, str | None] | None) -> Iterator[tuple[str, Tone]]:
    if document.confidential:
        yield pgettext("document", "confidential"), "late"
    if sent is None:
        return
    if document.id not in sent:
        yield pgettext("document", "not sent yet"), "soon"
    elif sent[document.id] != document.sha256:
        yield pgettext("document", "newer than what was sent"), "soon"


class _Delegate(RowDelegate):
    def height(self, row: Any, width: int) -> int:
        """Return the height of a row at a width."""
        return text_height(row.title, "body", self._room(row, width)) + 20 + 2 * _ABOVE

    def draw(self, painter: QPainter, box: QRectF, row: Any, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if chosen or under:
            fill = tokens.accent_soft if chosen and self._view.hasFocus() else tokens.sunk
            draw_box(painter, box.adjusted(0, 0, 0, -1), fill, fill)
        top = box.top() + _ABOVE
        left = QRectF(box.left() + _INSET, top, _LEFT - _INSET, 22)
        draw_text(painter, left, row.number, "body", tokens.quiet)
        area = QRectF(box.left() + _LEFT, top, self._room(row, box.width()), box.height())
        draw_wrapped(painter, area, row.title, "body", tokens.ink)
        below = area.adjusted(0, text_height(row.title, "body", area.width()), 0, 0)
        draw_text(painter, below, row.facts, "small", tokens.quiet)
        x = box.right() - _INSET
        for word, tone in reversed(row.marks):
            x -= pill_size(word).width()
            draw_pill(painter, QPointF(x, top + 1), word, tone)
            x -= _GAP

    def _room(self, row: DocumentRow, width: float) -> float:
        marks = sum(pill_size(word).width() + _GAP for word, _tone in row.marks)
        return max(120, width - _LEFT - _INSET - marks)


class DocumentsList(RowList):
    """As high as its rows; arrow keys walk them, Enter shows the paper."""

    opened = Signal(int)
    rename_asked = Signal(int)
    remove_asked = Signal(int)
    moved = Signal(int, int)
    """A document is to go up (-1) or down (1)."""
    lit = Signal()
    """Another row was chosen, or the keyboard came or went."""

    def __init__(self) -> None:
        super().__init__(pgettext("document", "Documents"))
        self._look = _Delegate(self)
        self.setItemDelegate(self._look)
        self.setViewportMargins(0, 0, 0, 0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.point_at_rows()
        self.selectionModel().currentChanged.connect(self.lit)

    @property
    def chosen(self) -> int | None:
        """Return the id of the document that is chosen."""
        row = self.rows.row(self.currentIndex().row())
        return None if row is None else int(row.id)

    def fit(self) -> None:
        """Take as much height as the rows need."""
        width = self.viewport().width() or self.width()
        rows = [self.rows.row(number) for number in range(self.rows.rowCount())]
        self.setFixedHeight(sum(self._look.height(row, width) for row in rows))

    def sizeHint(self) -> QSize:
        """Return the height of the rows."""
        return QSize(300, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says to the document that is chosen."""
        chosen, key = self.chosen, event.key()
        if chosen is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(chosen)
        elif key == Qt.Key.Key_F2:
            self.rename_asked.emit(chosen)
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit(chosen)
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT_SHIFT and key in _STEPS:
            self.moved.emit(chosen, _STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Shift with an arrow from being taken for another's key."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _ALT_SHIFT
            and event.key() in _STEPS
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the paper."""
        row = self.rows.row(self.indexAt(event.position().toPoint()).row())
        if row is not None:
            self.opened.emit(row.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row where none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.step(1)
        self.lit.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.lit.emit()

    def resizeEvent(self, event: Any) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()


_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
