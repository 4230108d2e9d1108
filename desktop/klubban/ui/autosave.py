"""When a text that is being typed is saved, and which saves are one step of undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from klubban.domain.errors import RuleBroken
from klubban.store.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait, in milliseconds."""

    pause: int = 500
    """After the last key."""
    longest: int = 2000
    """After the first key that is not saved."""
    rest: int = 3000
    """Without a key, until what comes next is another step."""


class Autosave(QObject):
    """Saves one text in time. The save gets a mark of the run of typing that it belongs to."""

    saved = Signal()
    failed = Signal(Exception)
    """RuleBroken or Trouble; the text is still unsaved, and the next key or moment of leaving tries again."""

    def __init__(
        self, save: Callable[[str], None], pace: Pace | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        pace = pace or Pace()
        self._save, self._unsaved, self._run = save, False, _mark()
        self.midway = False
        """The last save came in the midst of typing, for it had been long enough; more follows."""
        self._pause = self._timer(pace.pause, self.flush)
        self._longest = self._timer(pace.longest, self._flush_midway)
        self._rest = self._timer(pace.rest, self.end_run)

    def _timer(self, wait: int, done: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(done)
        return timer

    @property
    def unsaved(self) -> bool:
        """Tell whether something is not saved yet."""
        return self._unsaved

    def touch(self) -> None:
        """Note that the text was changed."""
        self._unsaved = True
        self._pause.start()
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def _flush_midway(self) -> None:
        still_typing = self._pause.isActive()
        self.flush()
        self.midway = still_typing

    def flush(self) -> bool:
        """Save now what is not saved; tell whether nothing is left."""
        self.midway = False
        self._pause.stop()
        self._longest.stop()
        if not self._unsaved:
            return True
        try:
            self._save(self._run)
        except (RuleBroken, Trouble) as error:
            self.failed.emit(error)
            return False
        self._unsaved = False
        self.saved.emit()
        return True

    def end_run(self) -> None:
        """Let what comes next be a step of its own."""
        self.flush()
        self._run = _mark()


def _mark() -> str:
    return uuid4().hex
