"""The writing surface for a text: running text, numbered points, bullets, simple tables, bold and italic."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
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
from shiboken6 import isValid

from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_json, to_json
from klubban.i18n import _
from klubban.ui.texts import masking, tables
from klubban.ui.texts.foreign import lines_from_html
from klubban.ui.texts.lines import Kind, Line, blocks_of, check_length, lines_of, plain_line, wanted, words_of
from klubban.ui.texts.phrases import beginning, called, expand, typed_before
from klubban.ui.texts.reading import blocks_at, bullets, each_block, list_of, read
from klubban.ui.texts.styles import is_all_masked, mask
from klubban.ui.texts.writing import LIST_STYLES, insert, write
from klubban.ui.widgets.editors import ENTER, GrowingEditor
from klubban.ui.widgets.phrase_list import PhraseList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QTextTable
    from PySide6.QtWidgets import QMenu

    from klubban.domain.phrases import Phrase
    from klubban.domain.text import Blocks
    from klubban.ui.texts.phrases import Slots

_GAP = 6
_BEGINNINGS = {"1.": Kind.POINT, "-": Kind.BULLET, "–": Kind.BULLET, "*": Kind.BULLET}
_OWN = "application/x-klubban-text"
_DASH = "–"
_DASH_LEFT = 16


class BlockEditor(GrowingEditor):
    """Edits blocks. `numbered` begins an empty text as a numbered point."""

    refused = Signal(Exception)
    """A RuleBroken: what was pasted is too long for a text."""

    def __init__(self, name: str, *, numbered: bool = False) -> None:
        super().__init__(name, gap=_GAP)
        self._numbered = numbered
        self._phrases: Callable[[], Sequence[Phrase]] | None = None
        self._slots: Slots | None = None
        self._list: PhraseList | None = None
        self.setAcceptRichText(True)
        self.may_mask = False
        """What is locked can be marked to be left out in public all the same."""

    def blocks(self) -> Blocks:
        """Return the text."""
        return blocks_of(self.lines())

    def show_blocks(self, blocks: Blocks) -> None:
        """Show another text."""
        empty = [Line(Kind.POINT if self._numbered else Kind.TEXT)]
        self.show_lines(lines_of(blocks) or empty)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add bold, italic, tables, phrases, and the ways into and out of lists."""
        if event.matches(QKeySequence.StandardKey.Bold):
            self._toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self._toggle_italic()
        elif self._held_key(event) or self._table_key(event) or self._list_key(event):
            self.run_ended.emit()
        else:
            super().keyPressEvent(event)

    def _held_key(self, event: QKeyEvent) -> bool:
        """Do what Ctrl and a letter mean here, and tell whether they meant anything."""
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_M and event.modifiers() == control | shift and self._can_mask:
            self._toggle_masked()
        elif self.isReadOnly():
            return False
        elif event.key() == Qt.Key.Key_J and event.modifiers() == control and self._phrases is not None:
            self._expand()
        elif event.key() == Qt.Key.Key_T and event.modifiers() == control | shift:
            self._begin_table()
        else:
            return False
        return True

    def _table_key(self, event: QKeyEvent) -> bool:
        """Do what Enter and Backspace mean in a table, and tell whether they meant anything."""
        cursor = self.textCursor()
        table = tables.table_of(cursor)
        if table is None or self.isReadOnly():
            return False
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.setTextCursor(tables.add_row(cursor, table))
            return True
        if event.key() == Qt.Key.Key_Backspace and tables.is_empty(table):
            table.removeRows(0, table.rows())
            return True
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Let Tab go to the next slot of a phrase, and to the next cell of a table, before it leaves."""
        place = self._next_place(forward=forward)
        if place is None:
            return super().focusNextPrevChild(forward)
        self.setTextCursor(place)
        return True

    def _next_place(self, *, forward: bool) -> QTextCursor | None:
        cursor = self.textCursor()
        if forward and self._slots is not None:
            place = self._slots.after(cursor)
            if place is not None:
                self._slots = self._slots if place.hasSelection() else None
                return place
            self._slots = None
        table = tables.table_of(cursor)
        if table is None or self.isReadOnly():
            return None
        return tables.step(cursor, table, forward=forward)

    def _list_key(self, event: QKeyEvent) -> bool:
        """Do what a key means at the start of a line, and tell whether it meant anything."""
        if event.key() in ENTER:
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

    # --- phrases

    def use_phrases(self, phrases: Callable[[], Sequence[Phrase]]) -> None:
        """Let Ctrl+J write phrases."""
        self._phrases = phrases

    def _expand(self) -> None:
        """Write the phrase whose key stands before the caret; offer all where none does."""
        phrases = self._phrases() if self._phrases else ()
        typed = typed_before(self.textCursor())
        phrase = called(phrases, typed)
        if phrase is not None:
            self._write_phrase(phrase, len(typed))
        else:
            self._offer_phrases(phrases, typed)

    def _offer_phrases(self, phrases: Sequence[Phrase], typed: str) -> None:
        found = beginning(phrases, typed) if typed else list(phrases)
        begun = (
            len(typed) if typed and found and found[0].short.casefold().startswith(typed.casefold()) else 0
        )
        if self._list is not None and isValid(self._list):
            self._list.close_list()
        self._list = PhraseList(self, found)
        self._list.chosen.connect(lambda phrase: self._write_phrase(phrase, begun))

    def _write_phrase(self, phrase: Phrase, instead_of: int) -> None:
        self.run_ended.emit()
        self._slots = expand(self.textCursor(), phrase, instead_of, _GAP)
        place = self._slots.first()
        self.setTextCursor(place)
        if not place.hasSelection():
            self._slots = None
        self.run_ended.emit()

    # --- tables

    def _begin_table(self) -> None:
        """Begin a table, or go on below the one that the caret is in."""
        table = tables.table_of(self.textCursor())
        self.setTextCursor(tables.after(table) if table else tables.begin(self.textCursor()))

    def _change_table(self, change: Callable[[QTextCursor, QTextTable], QTextCursor | None]) -> None:
        cursor = self.textCursor()
        table = tables.table_of(cursor)
        if table is not None:
            place = change(cursor, table)
            if place is not None:
                self.setTextCursor(place)
            self.run_ended.emit()

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

    def _toggle_masked(self) -> None:
        """Leave what is chosen out of public versions, or no longer."""
        self.mergeCurrentCharFormat(mask(QTextCharFormat(), masked=not is_all_masked(self.textCursor())))

    @property
    def _can_mask(self) -> bool:
        return not self.isReadOnly() or (self.may_mask and self.textCursor().hasSelection())

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
        menu.addSeparator()
        if self._can_mask:
            self._offer_masking(menu)
        if self.isReadOnly():
            return menu
        bold = menu.addAction(_("Bold"), self._toggle_bold)
        bold.setShortcut(QKeySequence.StandardKey.Bold)
        italic = menu.addAction(_("Italic"), self._toggle_italic)
        italic.setShortcut(QKeySequence.StandardKey.Italic)
        menu.addAction(_("Numbered points"), self._make_points)
        menu.addAction(_("Bullets"), self._make_bullets)
        if tables.table_of(self.textCursor()) is None:
            menu.addAction(_("Table"), self._begin_table).setShortcut("Ctrl+Shift+T")
            return menu
        for words, change in (
            (_("Row below"), tables.add_row),
            (_("Column to the right"), tables.add_column),
            (_("Remove the row"), tables.remove_row),
            (_("Remove the column"), tables.remove_column),
        ):
            menu.addAction(words, partial(self._change_table, change))
        return menu

    def _offer_masking(self, menu: QMenu) -> None:
        masked = menu.addAction(_("Left out of the public version"), self._toggle_masked)
        masked.setShortcut(QKeySequence("Ctrl+Shift+M"))
        masked.setCheckable(True)
        masked.setChecked(is_all_masked(self.textCursor()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a dash before each bullet, as documents print it, and marks at what is left out in public."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        masking.draw(self, painter, QRectF(event.rect()))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        shown = event.rect()
        for block in bullets(blocks_at(self.document(), shown.top(), shown.bottom())):
            first = block.layout().lineAt(0)
            if first.isValid():
                corner = block.layout().position() + first.position()
                painter.drawText(QPointF(corner.x() - _DASH_LEFT, corner.y() + first.ascent()), _DASH)

    # --- copying and pasting

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy bullets as bullets: others do not know the style that they have here."""
        copy = QTextDocument()
        QTextCursor(copy).insertFragment(self.textCursor().selection())
        for block in bullets(each_block(copy)):
            form = QTextListFormat()
            form.setStyle(QTextListFormat.Style.ListDisc)
            if (listed := list_of(block)) is not None:
                listed.setFormat(form)
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        data.setHtml(copy.toHtml())
        own = QTextDocument()
        QTextCursor(own).insertFragment(self.textCursor().selection())
        data.setData(_OWN, json.dumps(to_json(blocks_of(read(own)))).encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, with or without styles; no pictures."""
        return source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what a text may hold, and drop the rest: faces, colours, pictures, links."""
        lines = _pasted(source)
        try:
            check_length(self.document().characterCount(), lines)
        except RuleBroken as broken:
            self.refused.emit(broken)
            return
        if tables.table_of(self.textCursor()) is not None:
            self.textCursor().insertText("\u2028".join(words_of(lines)))
        elif len(lines) == 1 and lines[0].kind is Kind.TEXT:
            insert(self.textCursor(), lines[0].runs)
        elif lines:
            made = QTextDocument()
            write(made, lines, _GAP)
            self.textCursor().insertFragment(QTextDocumentFragment(made))


def _pasted(source: QMimeData) -> list[Line]:
    """Return what lies on the clipboard: of an editor here exactly, of others as far as a text can."""
    if source.hasFormat(_OWN):
        return lines_of(from_json(json.loads(bytes(source.data(_OWN).data()))))
    if source.hasHtml():
        return lines_of(blocks_of(lines_from_html(source.html())))
    return [plain_line(words) for words in wanted(source.text()).split("\n")]


def _text_format() -> QTextBlockFormat:
    style = QTextBlockFormat()
    style.setBottomMargin(_GAP)
    return style


def _list(cursor: QTextCursor, kind: Kind) -> None:
    """Make the chosen lines a list."""
    form = QTextListFormat()
    form.setStyle(LIST_STYLES[kind])
    cursor.createList(form)
