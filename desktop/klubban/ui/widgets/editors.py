"""Text surfaces without a frame, as tall as their text: the base, one line, and one thing a line."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit

from klubban.domain.text import plain_runs
from klubban.ui.spelling.marks import draw, nearest
from klubban.ui.spelling.offers import offer
from klubban.ui.texts.edit import apply
from klubban.ui.texts.lines import Line, plain_line, wanted
from klubban.ui.texts.reading import read
from klubban.ui.theme import font, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.ui.spelling.speller import Speller

_HISTORY_KEYS = (Qt.Key.Key_Z, Qt.Key.Key_Y)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingEditor(QTextEdit):
    """An editor as tall as its text, which leaves scrolling to the page and undo to the journal."""

    edited = Signal()
    """Somebody changed the text here; never sent for what `show_lines` does."""
    run_ended = Signal()
    """What is typed next is another step: after Enter, after a jump of the caret, at a new focus."""
    left = Signal()
    caret_moved = Signal(QRectF)

    def __init__(self, name: str, role: str = "body", gap: int = 0) -> None:
        super().__init__()
        self._gap, self._quiet, self._typed = gap, False, False
        self._speller: Speller | None = None
        self.setAccessibleName(name)
        self.setFont(font(role))
        self._prepare()
        self._grow(QSizeF())
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.textChanged.connect(self._tell_edit)

    def _prepare(self) -> None:
        """Take away what a page does better: frame, scroll bars, an undo of its own."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(1)  # Qt's caret takes no colour; ours is drawn over it
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(22)

    # --- what it holds

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show another text by the smallest edit; the caret stays in its words."""
        self._quiet = True
        try:
            where = apply(self.document(), lines, self._gap)
        finally:
            self._quiet = False
        if where is not None:
            self.caret_moved.emit(QRectF(self.cursorRect(where)))

    def lines(self) -> list[Line]:
        """Return the text as it stands, empty lines too."""
        return read(self.document())

    def is_empty(self) -> bool:
        """Tell whether there are no words."""
        return not self.toPlainText().strip()

    def lock(self, *, locked: bool) -> None:
        """Let the text be read and copied, but not changed."""
        self.setReadOnly(locked)
        if locked:
            by_keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | by_keys)

    # --- spelling

    def use_speller(self, speller: Speller) -> None:
        """Mark misspelt words, and offer what could have been meant."""
        self._speller = speller
        speller.checked.connect(self.viewport().update)

    def go_to_misspelt(self) -> None:
        """Choose the misspelt word nearest the caret, and offer what could have been meant."""
        found = nearest(self.textCursor(), self._speller) if self._speller else None
        if found is None:
            return
        cursor, (start, word) = self.textCursor(), found
        cursor.setPosition(start)
        cursor.setPosition(start + len(word), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._open_menu(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()), cursor)

    # --- what is told

    def _tell_edit(self) -> None:
        self._typed = True
        if not self._quiet:
            self.edited.emit()

    def _tell_caret(self) -> None:
        self.viewport().update()
        if self.hasFocus():
            self.caret_moved.emit(QRectF(self.cursorRect()))

    def _after_input(self, position: int) -> None:
        """Tell of a jump: the caret moved, and no typing moved it."""
        if not self._typed and self.textCursor().position() != position:
            self.run_ended.emit()

    # --- Qt's own

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: QTextEdit would take their keys and do nothing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in _HISTORY_KEYS:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, and end the run after Enter or a jump."""
        if event.key() == Qt.Key.Key_Period and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.go_to_misspelt()
            return
        position, self._typed = self.textCursor().position(), False
        super().keyPressEvent(event)
        self._after_input(position)
        if event.key() in ENTER and self._typed:
            self.run_ended.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the caret, which ends the run."""
        position, self._typed = self.textCursor().position(), False
        super().mousePressEvent(event)
        self._after_input(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin a run of one's own."""
        super().focusInEvent(event)
        self.viewport().update()
        self.run_ended.emit()
        self.caret_moved.emit(QRectF(self.cursorRect()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text is left; a menu above it does not leave it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, what is misspelt in it, then the caret."""
        super().paintEvent(event)
        if self._speller is not None and self._speller.on and not self.isReadOnly():
            draw(self, QPainter(self.viewport()), QRectF(event.rect()), self._speller)
        if self.hasFocus() and not self.isReadOnly():
            caret = QRectF(self.cursorRect()).translated(-0.4, 0)  # covers Qt's own at 150 % too
            caret.setWidth(2)
            QPainter(self.viewport()).fillRect(caret, QColor(theme().tokens.accent))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what works here: Qt's own menu would offer an undo that does nothing."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        self._open_menu(event.globalPos(), place)

    def _open_menu(self, corner: QPoint, place: QTextCursor) -> None:
        """Open the menu, which holds nothing else up."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._speller is not None and self._speller.on and not self.isReadOnly():
            offer(menu, self, self._speller, place)
        menu.popup(corner)

    def menu(self) -> QMenu:
        """Build the menu of the right button."""
        menu = self.createStandardContextMenu()
        for name in ("edit-undo", "edit-redo"):
            for action in menu.actions():
                if action.objectName() == name:
                    menu.removeAction(action)
        if menu.actions() and menu.actions()[0].isSeparator():
            menu.removeAction(menu.actions()[0])
        return menu

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the page: a path is no text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste characters that a text may hold."""
        self.textCursor().insertText(wanted(source.text()))

    def _grow(self, size: QSizeF) -> None:
        """Follow the height of the text; the width is the layout's and never changes here."""
        height = max(ceil(size.height()), QFontMetrics(self.font()).lineSpacing())
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class LineEditor(GrowingEditor):
    """One line of words that may wrap on the screen; Enter goes on to the next field."""

    def words(self) -> str:
        """Return the words."""
        return " ".join(plain_runs(line.runs).strip() for line in self.lines()).strip()

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.show_lines([plain_line(words)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on."""
        if event.key() in ENTER:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        self.textCursor().insertText(" ".join(wanted(source.text()).split()))


class LinesEditor(GrowingEditor):
    """Several things, one a line."""

    def items(self) -> tuple[str, ...]:
        """Return the lines that hold words."""
        words = (plain_runs(line.runs).replace("\n", " ").strip() for line in self.lines())
        return tuple(filter(None, words))

    def show_items(self, items: Sequence[str]) -> None:
        """Show other lines."""
        self.show_lines([plain_line(item) for item in items] or [plain_line("")])
