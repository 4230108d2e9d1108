"""A process beside the window, at the other end of a line."""

from __future__ import annotations

from multiprocessing import get_context
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, QThread

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_PATIENCE, _A_MOMENT = 60_000, 20
"""Milliseconds: so long a file that is closed waits for what is being made of it."""


def start(
    serve: Callable[[Connection], None], listen: Callable[[Connection], None], name: str
) -> tuple[SpawnProcess, Connection]:
    """Start a process that serves a line, and a thread that listens to our end of it.

    The process sees the line close when the window ends, in whatever way, and is to end too.
    """
    spawn = get_context("spawn")  # a fork would copy Qt's threads half alive
    line, other = spawn.Pipe()
    process = spawn.Process(target=serve, args=(other,), daemon=True, name=name)
    process.start()
    other.close()
    Thread(target=listen, args=(line,), daemon=True, name=name).start()
    return process, line


def wait_out(busy: Callable[[], bool]) -> None:
    """Let what goes on come to its end before the file is closed, but not wait for ever."""
    patience = QDeadlineTimer(_PATIENCE)
    while busy() and not patience.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _A_MOMENT)
        QThread.msleep(_A_MOMENT)
