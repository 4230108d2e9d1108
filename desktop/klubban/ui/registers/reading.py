"""A list of members is read away from the window when it is large; what it would do is found out here."""

from __future__ import annotations

import traceback
from contextlib import suppress
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.exchange.grids import MOST_BYTES
from klubban.exchange.members import read_members
from klubban.exchange.refused import Refused
from klubban.operations.import_members import Preview
from klubban.operations.member_plan import plan
from klubban.operations.seat_rows import Register
from klubban.store import reads

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.exchange.members import MemberList
    from klubban.store.database import Database

_SMALL = 100_000
"""Bytes that are read at once: some hundred lines."""


class ListReader(QObject):
    """Reads one file at a time; of a file that was asked for again only the last answer counts."""

    read = Signal(object)
    """A MemberList."""
    refused = Signal(Exception)
    bug = Signal(str)
    _heard = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
            self._take(self._wanted, _read(path))

    def _work(self, number: int, path: Path) -> None:
        """Read in a thread of its own; the signal carries the answer into the window's."""
        answer = _read(path)
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


def _read(path: Path) -> MemberList | Exception | str:
    """Return what a file says, why it is refused, or the traceback of a bug."""
    try:
        with path.open("rb") as file:
            return read_members(file.read(MOST_BYTES + 1), path.name)
    except (Refused, OSError) as error:
        return error
    except Exception:  # noqa: BLE001 - the window shows it as the bug it is
        return traceback.format_exc()


def plan_list(database: Database, body_id: int, members: MemberList) -> Preview:
    """Return what a list that was read would do to a body."""
    register = Register.of(database, body_id)
    with database.read() as read:
        people = reads.people(read)
    return Preview(body_id, members, plan(register, people, members))
