"""The lock file beside a file: it names the one writer, and is let go when that program ends."""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

import portalocker


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open for writing, on which computer, since when."""

    who: str
    computer: str
    since: datetime


class Held(Exception):
    """Somebody else has the file."""

    def __init__(self, holder: Holder | None) -> None:
        """Keep who it is, where the lock file tells."""
        super().__init__(holder)
        self.holder = holder


def user_name() -> str:
    """Return the name under which changes are recorded unless another is given."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such account, as in some containers
        return "?"


class Lock:
    """The right to write one file, until it is released or the process ends."""

    def __init__(self, path: Path, handle: FileIO) -> None:
        """Take over a lock file that is held; use `acquire`."""
        self._path = path
        self._handle = handle

    @classmethod
    def acquire(cls, file: Path, who: str) -> Lock:
        """Lock a file; raises Held when somebody has it, OSError where no lock file can be made."""
        path = file.with_name(f"{file.name}.lock")
        while True:
            handle = path.open("a+b", buffering=0)
            try:
                portalocker.lock(handle, portalocker.LockFlags.EXCLUSIVE | portalocker.LockFlags.NON_BLOCKING)
            except portalocker.LockException:
                with handle:
                    raise Held(_holder(handle)) from None
            if _same(handle, path):
                break
            handle.close()  # released and removed by another between our open and our lock
        _write(handle, Holder(who, socket.gethostname(), datetime.now(UTC)))
        return cls(path, handle)

    def release(self) -> None:
        """Let go, and leave no litter."""
        self._path.unlink(missing_ok=True)
        self._handle.close()


def _same(handle: FileIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _write(handle: FileIO, holder: Holder) -> None:
    told = {"who": holder.who, "computer": holder.computer, "since": holder.since.isoformat()}
    with suppress(OSError):  # a full disk keeps out the name, but not the lock
        handle.truncate(0)
        handle.write(json.dumps(told).encode())


def _holder(handle: FileIO) -> Holder | None:
    handle.seek(0)
    try:
        found = json.load(handle)
        return Holder(found["who"], found["computer"], datetime.fromisoformat(found["since"]))
    except (ValueError, KeyError, TypeError):  # the writer is just now writing it
        return None
