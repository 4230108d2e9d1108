"""The window's end of the line to the process that sets documents."""

from __future__ import annotations

from collections import deque
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.ui import beside, worker
from klubban.ui.after.archive_job import PackArchive
from klubban.ui.after.jobs import Examine, MakeFile, ReadScan, SignFile
from klubban.ui.inquiries.jobs import MakePapers
from klubban.ui.output.jobs import CountPages, Export
from klubban.ui.output.print_jobs import FindPrinters, PrintDocuments
from klubban.ui.summons.jobs import BindBundle, DraftMail, Progress
from klubban.ui.worker import Job, Stop, Warm

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

_LASTING = (
    Export, CountPages, BindBundle, DraftMail, PackArchive, FindPrinters, PrintDocuments, MakeFile, SignFile,
    Examine, ReadScan, MakePapers,
)  # fmt: skip
"""Jobs that no newer one takes the place of."""
_WRITING = (Export, BindBundle, DraftMail, PackArchive)
"""Those that leave files behind."""


class Typesetter(QObject):
    """Hands jobs to one process, one at a time; of the pages that wait only the newest is set.

    The process sees the line close when the window ends, in whatever way, and ends too.
    """

    answered = Signal(object, object)
    """A job and its answer."""
    progressed = Signal(object, object)
    """A job that takes long, and how far it is."""
    stopped = Signal()
    """The process was ended, and with it all that it had set and was asked."""
    _heard = Signal(object, object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        serve: Callable[[Connection], None] = worker.serve,
        name: str = "klubban-pages",
    ) -> None:
        """Have jobs done by a process of that name, which serves the line."""
        super().__init__(parent)
        self._serve, self._name = serve, name
        self._numbers = count()
        self._line: Connection | None = None
        self._busy: tuple[int, Job] | None = None
        self._page: Job | None = None
        self._lasting: deque[Job] = deque()
        self._heard.connect(self._take)

    def ask(self, job: Job) -> None:
        """Have a job done when the process is free; a newer page takes the place of one that waits."""
        if isinstance(job, _LASTING):
            self._lasting.append(job)
        else:
            self._page = job
        self._next()

    def warm(self) -> None:
        """Start the process and let it import what it needs, while nobody waits for it."""
        if self._line is None and self._busy is None and self._page is None:
            self.ask(Warm())

    def leave(self) -> None:
        """Have the job in hand left where it can be; its answer tells when it was."""
        if self._line is not None and self._busy is not None:
            self._line.send((self._busy[0], Stop()))

    def finish(self) -> None:
        """Let what is being written come to its end."""
        beside.wait_out(lambda: any(isinstance(job, _WRITING) for job in self._waited))

    @property
    def _waited(self) -> tuple[Job, ...]:
        """Return what is in hand, and what waits to be."""
        return (*([self._busy[1]] if self._busy is not None else []), *self._lasting)

    def stop(self) -> None:
        """End the process, whatever it is at; the next job starts another."""
        if self._line is not None:
            self._process.terminate()
            self._line.close()
        self._line = self._busy = self._page = None
        self._lasting.clear()
        self.stopped.emit()

    def _next(self) -> None:
        if self._busy is not None:
            return
        job: Job | None = self._lasting.popleft() if self._lasting else self._page
        if job is None:
            return
        if job is self._page:
            self._page = None
        line = self._line or self._start()
        self._busy = (next(self._numbers), job)
        line.send(self._busy)

    def _start(self) -> Connection:
        self._process, self._line = beside.start(self._serve, self._listen, self._name)
        return self._line

    def _listen(self, line: Connection) -> None:
        """Wait for answers, in a thread of its own; the signal carries them into the window's."""
        while True:
            try:
                number, answer = line.recv()
            except (EOFError, OSError, TypeError):  # the process ended, or the line was closed under us
                number = answer = None
            try:
                self._heard.emit(line, number, answer)
            except RuntimeError:  # the window has gone meanwhile
                return
            if number is None:
                return

    def _take(self, line: Connection, number: int | None, answer: object) -> None:
        if line is not self._line:
            return  # of a process that was stopped
        if isinstance(answer, Progress):
            if self._busy is not None:
                self.progressed.emit(self._busy[1], answer)
            return
        busy, self._busy = self._busy, None
        if number is None:
            self._line = None
            if busy is not None:
                self.answered.emit(busy[1], worker.Failed((), {}, "the process that sets pages has ended"))
        elif busy is not None:
            self.answered.emit(busy[1], answer)
        self._next()
