"""What the store tells, as a Qt signal in the event loop's next turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from klubban.store.trouble import Trouble

if TYPE_CHECKING:
    from klubban.store.database import Changed, Database

_LOOK_AGAIN = 2000
"""How often, in milliseconds, a file that somebody else writes is looked at."""


class Refresh(QObject):
    """Tells pages what changed, once the operation that changed it has returned."""

    changed = Signal(object)
    """A Changed of the store."""
    _heard = Signal(object)

    def __init__(self, database: Database, parent: QObject) -> None:
        super().__init__(parent)
        self._database = database
        # Queued: a page that reads in the midst of an operation could make the operation seem to fail.
        self._heard.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._stopped = False
        self._stop = database.listen(self._hear)
        self._timer = QTimer(self, interval=_LOOK_AGAIN)
        self._timer.timeout.connect(self._look)
        if database.read_only:
            self._timer.start()

    def _hear(self, changed: Changed) -> None:
        self._heard.emit(changed)

    def _pass_on(self, changed: Changed) -> None:
        if not self._stopped:
            self.changed.emit(changed)

    def _look(self) -> None:
        try:
            self._database.refresh()
        except Trouble:
            self._timer.stop()  # the file is gone; what is shown stays readable

    def stop(self) -> None:
        """Hear no more."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        self._stop()
