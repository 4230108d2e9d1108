"""A list is read away from the window when it is large."""

from __future__ import annotations

import traceback
from contextlib import suppress
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.exchange.grids import MOST_BYTES
from klubban.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SMALL = 100_000
"""Bytes that are read at once: some hundred lines."""


class ListReader(QObject):
    """Reads one file at a time; of a file that was asked for again only the last answer counts."""

    read = Signal(object)
    """What the file says."""
    refused = Signal(Exception)
    bug = Signal(str)
    _heard = Signal(int, object)

    def __init__(self, read: Callable[[bytes, str], object]) -> None:
        """Read files by a function of their bytes and name, which raises Refused."""
        super().__init__()
        self._how = read
        self._numbers = count()
        self._wanted = -1
        self._heard.connect(self._take)

    def start(self, path: Path) -> None:
        """Read a file: a small one at once, a large one while the window goes on."""
        self._wanted = next(self._numbers)
        try:
            large = path.stat().st_size > _SMALL
        except OSError:  # reading it will tell
            large = False
        if large:
            Thread(target=self._work, args=(self._wanted, path), daemon=True, name="klubban-list").start()
        else:
            self._take(self._wanted, self._read(path))

    def _work(self, number: int, path: Path) -> None:
        """Read in a thread of its own; the signal carries the answer into the window's."""
        answer = self._read(path)
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._heard.emit(number, answer)

    def _take(self, number: int, answer: object) -> None:
        if number != self._wanted:
            return
        if isinstance(answer, Refused | OSError):
            self.refused.emit(answer)
        elif isinstance(answer, str):
            self.bug.emit(answer)
        else:
            self.read.emit(answer)

    def _read(self, path: Path) -> object:
        """Return what a file says, why it is refused, or the traceback of a bug."""
        try:
            with path.open("rb") as file:
                return self._how(file.read(MOST_BYTES + 1), path.name)
        except (Refused, OSError) as error:
            return error
        except Exception:  # noqa: BLE001 - the window shows it as the bug it is
            return traceback.format_exc()
