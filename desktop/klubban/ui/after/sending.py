"""Extracts on their way: set beside the window one after the other, then written, noted, and told of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from klubban.domain.afterwards import DispatchWay
from klubban.i18n import _
from klubban.operations import dispatch
from klubban.ui import clock
from klubban.ui.after import dispatch_words as say
from klubban.ui.after.jobs import FileMade, MakeFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from klubban.operations.dispatch import Extract, Ready
    from klubban.ui.after.part import Context
    from klubban.ui.after.working import Working


@dataclass(frozen=True)
class Sending:
    """What is sent in one act, whatever is shown meanwhile."""

    context: Context
    working: Working
    meeting: int
    ready: Sequence[Ready]
    by: str
    noted: Callable[[], object]
    """Is called within the act that notes what was sent."""
    made: list[Extract] = field(default_factory=list)

    def begin(self) -> None:
        """Ask for a folder where none is known, and begin."""
        self.context.in_folder(self._go_on)

    def _go_on(self, folder: Path) -> None:
        """Set the next extract; once all are set they are written and noted."""
        number, count = len(self.made), len(self.ready)
        if number == count:
            self._finish(folder)
            return

        def take(answer: object) -> None:
            if isinstance(answer, FileMade):
                self.made.append(dispatch.Extract(self.ready[number], answer.data))
                self._go_on(folder)

        told = _("Making extract {number} of {count} …").format(number=number + 1, count=count)
        self.working.do(MakeFile(self.ready[number].document), told, take)

    def _finish(self, folder: Path) -> None:
        def act() -> None:
            database, now = self.context.database, clock.now()
            dispatch.send(database, self.meeting, self.made, folder, by=self.by, now=now)
            self.noted()

        if self.context.attempt(act):
            mails, posted = self._by(DispatchWay.MAIL), self._by(DispatchWay.POST)
            show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
            links: list[tuple[str, Callable[[], object]]] = [(_("Show in folder"), show)]
            if posted:
                links.append((_("Print what goes by post"), partial(print_extracts, self.context, posted)))
            self.context.say(say.done(len(self.made), len(mails), str(folder)), links)

    def _by(self, way: DispatchWay) -> list[Ready]:
        return [each for each in self.ready if each.line.recipient.way is way]


def print_extracts(context: Context, ready: Sequence[Ready]) -> None:
    """Print extracts as one job."""
    context.print(_("Extracts of protocol"), [each.document for each in ready])
