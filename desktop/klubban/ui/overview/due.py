"""How much is late or for today, told beside the board's name in the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from klubban.documents import board_words as say
from klubban.domain.duty import Standing
from klubban.i18n import current
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.overview.midnight import NewDay

if TYPE_CHECKING:
    from klubban.operations.board import Board
    from klubban.store.database import Database

_REST = 1500
"""Milliseconds without a change before it is counted again."""


class Due(QObject):
    """Counts again when the file has changed and rested, and when a day begins."""

    counted = Signal(str)
    """A few words; none where nothing is late or for today."""

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.count)
        self._day = NewDay(self)
        self._day.turned.connect(self.count)
        self._rest.start()

    def follow(self, _changed: object = None) -> None:
        """Hear of a change."""
        self._rest.start()

    def count(self) -> None:
        """Count now; a file that was closed meanwhile has nothing to count."""
        from klubban.operations.board import read_board

        if not self._database.is_open:
            return
        try:
            board = read_board(self._database, clock.today(), near=True)
        except Trouble:  # the page tells of it, when it cannot be read there either
            return
        self.take(board)

    def take(self, board: Board) -> None:
        """Count what was just read elsewhere."""
        self._rest.stop()
        self.counted.emit(say.briefly(board.counted(Standing.LATE), board.counted(Standing.TODAY), current()))

    def stop(self) -> None:
        """Count no more; the file is closed."""
        self._rest.stop()
        self._day.stop()
