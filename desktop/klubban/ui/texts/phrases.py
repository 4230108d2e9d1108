"""Phrases: what stands before the caret becomes one, and its slots are filled one after another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment

from klubban.domain.text import Text
from klubban.ui.texts.lines import lines_of
from klubban.ui.texts.tables import table_of
from klubban.ui.texts.writing import insert, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.phrases import Phrase

_TYPED = re.compile(r"\S+$")
_SLOT = QRegularExpression("<[^<>\n]{1,60}>")


def typed_before(cursor: QTextCursor) -> str:
    """Return the word that ends at the caret."""
    found = _TYPED.search(cursor.block().text()[: cursor.positionInBlock()])
    return found.group() if found and not cursor.hasSelection() else ""


def called(phrases: Sequence[Phrase], short: str) -> Phrase | None:
    """Return the phrase of a key; the first of several, which is the body's own."""
    wanted = short.casefold()
    return next((phrase for phrase in phrases if phrase.short.casefold() == wanted), None)


def beginning(phrases: Sequence[Phrase], short: str) -> list[Phrase]:
    """Return those whose key begins so, or else all."""
    found = [phrase for phrase in phrases if phrase.short.casefold().startswith(short.casefold())]
    return found or list(phrases)


def expand(cursor: QTextCursor, phrase: Phrase, instead_of: int, gap: int) -> Slots:
    """Put a phrase in the place of so many characters before the caret, and return its slots."""
    document = cursor.document()
    cursor.beginEditBlock()
    move, keep = QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
    cursor.movePosition(move, keep, instead_of)
    cursor.removeSelectedText()
    start = cursor.position()
    if table_of(cursor) is not None or (len(phrase.text) == 1 and isinstance(phrase.text[0], Text)):
        for number, line in enumerate(lines_of(phrase.text)):
            cursor.insertText("\u2028" if number else "")
            insert(cursor, line.runs)
    else:
        made = QTextDocument()
        write(made, lines_of(phrase.text), gap)
        cursor.insertFragment(QTextDocumentFragment(made))
    cursor.endEditBlock()
    return Slots(document, start, cursor.position())


class Slots:
    """The slots of a phrase that was put in, until the last is filled or the caret goes elsewhere."""

    def __init__(self, document: QTextDocument, start: int, end: int) -> None:
        """Mark the words from one place to another; the mark grows with what is typed in them."""
        self._from = QTextCursor(document)
        self._from.setPosition(start)
        self._from.setKeepPositionOnInsert(True)
        self._to = QTextCursor(document)
        self._to.setPosition(end)

    def first(self) -> QTextCursor:
        """Return the first slot, chosen, or else the end of the phrase."""
        return self._next(self._from.position())

    def after(self, cursor: QTextCursor) -> QTextCursor | None:
        """Return the next slot, or the phrase's end; None where the caret is elsewhere, or at its end."""
        inside = self._from.position() <= cursor.position() <= self._to.position()
        if not inside or (cursor.position() == self._to.position() and not cursor.hasSelection()):
            return None
        return self._next(cursor.selectionEnd())

    def _next(self, place: int) -> QTextCursor:
        document, end = self._to.document(), self._to.position()
        found = document.find(_SLOT, place)
        if not found.isNull() and found.selectionEnd() <= end:
            return found
        last = QTextCursor(document)
        last.setPosition(end)
        return last
