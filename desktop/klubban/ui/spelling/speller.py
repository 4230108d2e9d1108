"""The window's end of the line to the process that knows the dictionary, and what it has answered so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from klubban.ui import beside
from klubban.ui.spelling import checker
from klubban.ui.spelling.checker import Check, Checked, Suggest, Suggested
from klubban.ui.spelling.words import is_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from multiprocessing.connection import Connection

    from klubban.ui.spelling.checker import Question

_IDLE = 250
"""Milliseconds without a new word until those that wait are asked about."""
_MOST = 400
"""So many words are asked about at once, so that a long text is checked little by little."""


class Speller(QObject):
    """Says of a word whether it is wrong, as far as is known; what is not known is asked about when idle."""

    checked = Signal()
    """More is known than before."""
    suggested = Signal(str, tuple)
    learn_asked = Signal(str)
    """A word is to be among the organisation's own."""
    _heard = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: Connection | None = None
        self._wrong: dict[str, bool] = {}
        self._wanted: dict[str, None] = {}
        self._names: frozenset[str] = frozenset()
        self._asked = 0
        self._idle = QTimer(self, singleShot=True, interval=_IDLE)
        self._idle.timeout.connect(self._ask)
        self._heard.connect(self._take)

    @property
    def on(self) -> bool:
        """Tell whether words are looked up."""
        return self._line is not None

    def start(self) -> None:
        """Start the process, which loads the dictionary while nobody waits for it."""
        if self._line is not None or not checker.there():
            return
        self._process, self._line = beside.start(checker.serve, self._listen, "klubban-words")
        self.checked.emit()

    def stop(self) -> None:
        """End the process; nothing is marked any more."""
        if self._line is not None:
            self._process.terminate()
            self._line.close()
        self._line = None

    def know(self, names: Iterable[str]) -> None:
        """Take the words that are never wrong, folded: names, and the organisation's own."""
        self._names = frozenset(names)
        self.checked.emit()

    def is_wrong(self, word: str) -> bool:
        """Tell whether a word is known to be wrong."""
        found = self._wrong.get(word)
        if found is None:
            if self._line is not None and word not in self._wanted:
                self._wanted[word] = None
                self._idle.start()
            return False
        return found and not is_name(word, self._names)

    def ask_for_suggestions(self, word: str) -> None:
        """Ask what could have been meant by a word; `suggested` tells."""
        self._send(Suggest(word))

    def _ask(self) -> None:
        if self._asked or not self._wanted:
            return
        words = tuple(self._wanted)[:_MOST]
        if self._send(Check(words)):
            self._asked += 1

    def _send(self, question: Question) -> bool:
        try:
            if self._line is not None:
                self._line.send(question)
        except OSError:
            self._line = None  # the process has ended: what is marked stays so
        return self._line is not None

    def _listen(self, line: Connection) -> None:
        while True:
            try:
                answer = line.recv()
            except (EOFError, OSError, TypeError):  # the process ended, or the line was closed under us
                answer = None
            try:
                self._heard.emit(line, answer)
            except RuntimeError:  # the window has gone meanwhile
                return
            if answer is None:
                return

    def _take(self, line: Connection, answer: Checked | Suggested | None) -> None:
        if line is not self._line:
            return
        if answer is None:  # what is marked stays so
            self._line = None
            line.close()
            self._wanted.clear()
            self.checked.emit()
            return
        if isinstance(answer, Suggested):
            self.suggested.emit(answer.word, answer.words)
            return
        self._asked = 0
        for word in answer.words:
            self._wrong[word] = word in answer.wrong
            self._wanted.pop(word, None)
        if answer.wrong:
            self.checked.emit()
        if self._wanted:
            self._idle.start()
