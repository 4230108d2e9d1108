"""Files on their way to become papers are read beside the window, one after the other."""

from __future__ import annotations

import traceback
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.operations.paper_file import PaperFile, read_paper_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SMALL = 2_000_000
"""Bytes that are read at once."""


class _Cancelled(Exception):
    """Nobody waits for the file any more."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file, and the document that it replaces, where it replaces one."""

    path: Path
    replaces: int | None = None


class PaperLoader(QObject):
    """Reads files; the answers come in the order they were asked for."""

    read = Signal(object, object)
    """A Wanted and its PaperFile."""
    refused = Signal(object)
    """A RuleBroken."""
    bug = Signal(str)
    progress = Signal(str, int)
    """The name of a file, and how much of it is read, in hundredths."""
    ended = Signal()
    """Nothing more is being read."""
    _heard = Signal(object, object, object)
    _told = Signal(object, str, int)

    def __init__(self, open_file: Path, parent: QObject | None = None) -> None:
        """Read anything but the file that is open."""
        super().__init__(parent)
        self._open_file = open_file
        self._waiting: deque[Wanted] = deque()
        self._stop: Event | None = None
        self._heard.connect(self._take)
        self._told.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Tell whether something is being read."""
        return self._stop is not None

    def load(self, wanted: Iterable[Wanted]) -> None:
        """Read files; a small one at once, a large one in a thread of its own."""
        self._waiting.extend(wanted)
        self._next()

    def cancel(self) -> None:
        """Wait for none of them."""
        self._waiting.clear()
        if self._stop is not None:
            self._stop.set()
            self._stop = None
            self.ended.emit()

    def _next(self) -> None:
        while self._stop is None and self._waiting:
            wanted, stop = self._waiting.popleft(), Event()
            self._stop = stop
            if _size(wanted.path) > _SMALL:
                Thread(target=self._work, args=(wanted, stop), daemon=True, name="klubban-paper").start()
            else:
                self._take(wanted, stop, self._read(wanted, stop))

    def _work(self, wanted: Wanted, stop: Event) -> None:
        answer = self._read(wanted, stop)
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._heard.emit(wanted, stop, answer)

    def _read(self, wanted: Wanted, stop: Event) -> PaperFile | RuleBroken | str | None:
        def tell(done: int, of: int) -> None:
            if stop.is_set():
                raise _Cancelled
            with suppress(RuntimeError):
                self._told.emit(stop, wanted.path.name, 100 * done // of)

        try:
            return read_paper_file(wanted.path, progress=tell, open_file=self._open_file)
        except RuleBroken as broken:
            return broken
        except _Cancelled:
            return None
        except Exception:  # noqa: BLE001 - the window shows it as the bug it is
            return traceback.format_exc()

    def _tell(self, stop: Event, name: str, hundredths: int) -> None:
        if stop is self._stop:
            self.progress.emit(name, hundredths)

    def _take(self, wanted: Wanted, stop: Event, answer: object) -> None:
        if stop is not self._stop:
            return  # it was cancelled
        self._stop = None
        if isinstance(answer, PaperFile):
            self.read.emit(wanted, answer)
        elif isinstance(answer, RuleBroken):
            self.refused.emit(answer)
        elif isinstance(answer, str):
            self.bug.emit(answer)
        if not self._waiting:
            self.ended.emit()
        self._next()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # reading it will tell
        return 0
