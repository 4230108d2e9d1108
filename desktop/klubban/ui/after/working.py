"""What takes a while goes on beside the window; the foot says so, and Esc leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from klubban.i18n import _
from klubban.ui.typesetter import Typesetter
from klubban.ui.worker import Failed

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.after.jobs import SigningJob
    from klubban.ui.after.part import Context

_WORTH_A_WORD = 300


class Working(QObject):
    """One job at a time, in a process that is started for the first one."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._beside: Typesetter | None = None
        self._job: SigningJob | None = None
        self._then: Callable[[object], object] = _nothing
        self._failed: Callable[[str], object] = context.say
        self._told = ""
        self._waiting = QTimer(self, singleShot=True, interval=_WORTH_A_WORD)
        self._waiting.timeout.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Tell whether a job goes on."""
        return self._job is not None

    def do(
        self,
        job: SigningJob,
        told: str,
        then: Callable[[object], object],
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Do a job, saying what is done, and go on with its answer; why it fails is said at the foot."""
        if self._job is not None:
            self._context.say(_("One moment; the last thing is still being done."))
            return
        self._job, self._then, self._told = job, then, told
        self._failed = failed or self._context.say
        self._waiting.start()
        self._process().ask(job)

    def warm(self) -> None:
        """Start the process while nobody waits for it."""
        self._process().warm()

    def cancel(self) -> bool:
        """Leave what goes on; False where nothing does."""
        if self._job is None:
            return False
        self._end()
        if self._beside is not None:
            self._beside.stop()
        self._context.say(_("It was cancelled; nothing was changed."))
        return True

    def stop(self) -> None:
        """End the process."""
        self._end()
        if self._beside is not None:
            self._beside.stop()

    def _process(self) -> Typesetter:
        if self._beside is None:
            self._beside = Typesetter(self, name="klubban-signing")
            self._beside.answered.connect(self._take)
        return self._beside

    def _tell(self) -> None:
        self._context.say(self._told, [(_("Cancel (Esc)"), self.cancel)])

    def _end(self) -> None:
        self._job, self._then = None, _nothing
        self._waiting.stop()

    def _take(self, job: object, answer: object) -> None:
        if job is not self._job:
            return
        then = self._then
        self._end()
        self._context.say("")
        if not isinstance(answer, Failed):
            then(answer)
        elif answer.sentences:
            self._failed(" ".join(_(each).format(**answer.facts) for each in answer.sentences))
        else:
            self._context.say(_("It could not be done."))
            self._context.room.bug.emit(answer.details)


def _nothing(_answer: object) -> None:
    """Do nothing."""
