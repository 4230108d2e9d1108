"""What is offered about a misspelt word, first in the menu of the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextCursor

from klubban.i18n import _
from klubban.ui.spelling.marks import wrong_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QTextEdit

    from klubban.ui.spelling.speller import Speller


class Offers(QObject):
    """Suggestions for one word, which come while the menu is open already."""

    def __init__(self, menu: QMenu, editor: QTextEdit, speller: Speller, start: int, word: str) -> None:
        """Offer them first in a menu."""
        super().__init__(menu)
        self._menu, self._editor = menu, editor
        self._start, self._word = start, word
        self._first = menu.actions()[0] if menu.actions() else menu.addSeparator()
        self._waits = QAction(_("Looking for suggestions …"), menu)
        self._waits.setEnabled(False)
        learn = QAction(_("Add “{word}” to the word list").format(word=word), menu)
        learn.triggered.connect(lambda: speller.learn_asked.emit(word))
        menu.insertAction(self._first, self._waits)
        menu.insertAction(self._first, learn)
        menu.insertSeparator(self._first)
        speller.suggested.connect(self._take)
        speller.ask_for_suggestions(word)

    def _take(self, word: str, words: tuple[str, ...]) -> None:
        if word != self._word or not self._waits.isVisible():
            return
        for each in words:
            action = QAction(each, self._menu)
            action.triggered.connect(lambda _checked=False, each=each: self._replace(each))
            self._menu.insertAction(self._waits, action)
        self._waits.setText(_("No suggestions"))
        self._waits.setVisible(not words)
        if words:
            self._menu.setActiveAction(self._menu.actions()[0])

    def _replace(self, words: str) -> None:
        """Write a suggestion in the word's place, unless that has changed meanwhile."""
        cursor = self._editor.textCursor()
        cursor.setPosition(self._start)
        cursor.setPosition(self._start + len(self._word), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == self._word:
            cursor.insertText(words, cursor.charFormat())


def offer(menu: QMenu, editor: QTextEdit, speller: Speller, place: QTextCursor) -> None:
    """Offer what could have been meant, where a place is in a misspelt word."""
    found = wrong_at(place, speller)
    if found is not None:
        Offers(menu, editor, speller, *found)
