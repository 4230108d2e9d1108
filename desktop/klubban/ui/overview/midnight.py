"""A timer that tells of each new day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from klubban.ui import clock

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_MOST = 3600
"""Seconds after which it looks at the clock anyway: it may have been set, or the computer have slept."""


class NewDay(QTimer):
    """Tells that another day has begun."""

    turned = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True)
        self._day = clock.today()
        self.timeout.connect(self._look)
        self._wait()

    def _wait(self) -> None:
        now = clock.now()
        midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        self.start(int(min((midnight - now).total_seconds() + 1, _MOST) * 1000))

    def _look(self) -> None:
        if clock.today() != self._day:
            self._day = clock.today()
            self.turned.emit()
        self._wait()
