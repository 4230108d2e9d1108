"""The writing surface for a text: running text, numbered points, bullets, simple tables, bold and italic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextListFormat,
)

from klubban.i18n import _
from klubban.ui.texts.lines import Kind, Line, blocks_of, lines_of
from klubban.ui.texts.reading import bullets, list_of, read
from klubban.ui.texts.writing import LIST_STYLES, write
from klubban.ui.widgets.editors import GrowingEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from klubban.domain.text import Blocks

_GAP = 6
_BEGINNINGS = {"1.": Kind.POINT, "-": Kind.BULLET, "–": Kind.BULLET, "*": Kind.BULLET}
_DASH = "–"
_DASH_LEFT = 16


class BlockEditor(GrowingEditor):
    """Edits blocks. `numbered` begins an empty text as a numbered point."""

    def __init__(self, name: str, *, numbered: bool = False) -> None:
        super().__init__(name, gap=_GAP)
        self._numbered = numbered
        self.setAcceptRichText(True)

    def blocks(self) -> Blocks:
        """Return the text."""
        return blocks_of(self.lines())

    def show_blocks(self, blocks: Blocks) -> None:
        """Show another text."""
        empty = [Line(Kind.POINT if self._numbered else Kind.TEXT)]
        self.show_lines(lines_of(blocks) or empty)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add bold, italic, and the ways into and out of lists."""
        if event.matches(QKeySequence.StandardKey.Bold):
            self._toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self._toggle_italic()
        elif self._list_key(event):
            self.run_ended.emit()
        else:
            super().keyPressEvent(event)

    def _list_key(self, event: QKeyEvent) -> bool:
        """Do what a key means at the start of a line, and tell whether it meant anything."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._leave_list(empty=True)
        if event.key() == Qt.Key.Key_Backspace:
            return self._leave_list(empty=False)
        return event.text() == " " and self._begin_list()

    def _leave_list(self, *, empty: bool) -> bool:
        """Turn a point into running text: an empty one at Enter, any at Backspace before its words."""
        cursor = self.textCursor()
        listed = list_of(cursor.block())
        if listed is None or self.isReadOnly() or cursor.hasSelection() or not cursor.atBlockStart():
            return False
        if empty and cursor.block().text():
            return False
        listed.remove(cursor.block())
        cursor.setBlockFormat(_text_format())
        return True

    def _begin_list(self) -> bool:
        """Turn `1.` or `-` at the start of a line into a point."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        if before not in _BEGINNINGS or list_of(cursor.block()) is not None or self.isReadOnly():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        _list(cursor, _BEGINNINGS[before])
        return True

    # --- styles

    def _toggle_bold(self) -> None:
        style = QTextCharFormat()
        bold = self.fontWeight() >= QFont.Weight.DemiBold
        style.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._restyle(style)

    def _toggle_italic(self) -> None:
        style = QTextCharFormat()
        style.setFontItalic(not self.fontItalic())
        self._restyle(style)

    def _restyle(self, style: QTextCharFormat) -> None:
        if not self.isReadOnly():
            self.mergeCurrentCharFormat(style)

    def _make_points(self) -> None:
        _list(self.textCursor(), Kind.POINT)

    def _make_bullets(self) -> None:
        _list(self.textCursor(), Kind.BULLET)

    def menu(self) -> QMenu:
        """Add the styles, with their keys, to the menu of the right button."""
        menu = super().menu()
        if self.isReadOnly():
            return menu
        menu.addSeparator()
        bold = menu.addAction(_("Bold"), self._toggle_bold)
        bold.setShortcut(QKeySequence.StandardKey.Bold)
        italic = menu.addAction(_("Italic"), self._toggle_italic)
        italic.setShortcut(QKeySequence.StandardKey.Italic)
        menu.addAction(_("Numbered points"), self._make_points)
        menu.addAction(_("Bullets"), self._make_bullets)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dash before each bullet, as documents print it."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        for block in bullets(self.document()):
            first = block.layout().lineAt(0)
            if first.isValid():
                corner = block.layout().position() + first.position()
                painter.drawText(QPointF(corner.x() - _DASH_LEFT, corner.y() + first.ascent()), _DASH)

    # --- copying and pasting

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy bullets as bullets: others do not know the style that they have here."""
        copy = QTextDocument()
        QTextCursor(copy).insertFragment(self.textCursor().selection())
        for block in bullets(copy):
            form = QTextListFormat()
            form.setStyle(QTextListFormat.Style.ListDisc)
            if (listed := list_of(block)) is not None:
                listed.setFormat(form)
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        data.setHtml(copy.toHtml())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, with or without styles; no pictures."""
        return source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what a text may hold, and drop the rest: faces, colours, pictures, links."""
        if not source.hasHtml():
            super().insertFromMimeData(source)
            return
        foreign, own = QTextDocument(), QTextDocument()
        foreign.setHtml(source.html())
        write(own, lines_of(blocks_of(read(foreign))), _GAP)
        self.textCursor().insertFragment(QTextDocumentFragment(own))


def _text_format() -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setBottomMargin(_GAP)
    return style


def _list(cursor: QTextCursor, kind: Kind) -> None:
    """Make the chosen lines a list."""
    form = QTextListFormat()
    form.setStyle(LIST_STYLES[kind])
    cursor.createList(form)
