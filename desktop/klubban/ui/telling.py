"""What is told about the file on whatever page is seen: saved, undone, not saved, held by somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _, current
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.last_step import LastStep
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.foot import Foot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from klubban.store.database import Database, Step
    from klubban.store.lock import Holder
    from klubban.ui.last_step import Way


class Telling:
    """Tells at the foot of the page that is seen, and across the page in its banner."""

    def __init__(
        self,
        database: Database,
        pages: QStackedWidget,
        banner: Callable[[], Banner],
        again: Callable[[], object],
    ) -> None:
        """Tell of a database; `again` tries to save what could not be saved."""
        self._database, self._pages, self._banner, self._again = database, pages, banner, again
        self._last = LastStep(database)
        self._said: Banner | None = None
        """The banner of a room that was spoken in."""

    def saved(self) -> None:
        """Say when something was saved."""
        self._last.saved(clock.now())
        self._banner().clear()
        if self._said is not None:
            self._said.clear()
            self._said = None

    def _seen(self) -> Banner:
        """Return the banner of the page that is seen."""
        at = self._pages.currentWidget()
        self._said = at.findChild(Banner) if at is not None else None
        return self._said or self._banner()

    def replayed(self, way: Way, step: Step | None) -> None:
        """Say what was undone or done again."""
        self._last.replayed(way, step)
        self.step()

    def shown(self) -> None:
        """Say that what a step changes is in sight now, and which key does it."""
        self._last.shown()
        self.step()

    def step(self) -> None:
        """Say at the foot what was done last, and which key takes it back or brings it back."""
        words = self._last.words()
        at = self._pages.currentWidget()
        for foot in at.findChildren(Foot) if at is not None else ():
            foot.show_saved(*words)

    def failure(self, error: Exception) -> None:
        """Say across the page why a text is not saved; it stays where it is typed, and is tried again."""
        if isinstance(error, Trouble):
            self._seen().say(_("Not saved"), "late", _said(error), [(_("Try again"), self._again)])

    def trouble(self, trouble: Trouble) -> None:
        """Say across the page what stands in the way of reading the file."""
        self._seen().say(_("Something is wrong with the file"), "late", _said(trouble))

    def holder(self, page: QWidget) -> None:
        """Say across a page who else has the file, and that it can be read."""
        banner = page.findChild(Banner)
        if banner is None or not self._database.read_only:
            return
        told = _("The file can be read here, but not changed.")
        if self._database.holder is not None:
            told = " ".join((_held(self._database.holder), _("Changes made there are shown here.")))
        banner.say(_("Read only"), "soon", told)


def _said(trouble: Trouble) -> str:
    return " ".join(_(sentence).format(**trouble.facts) for sentence in trouble.sentences)


def _held(holder: Holder) -> str:
    since = holder.since.astimezone()
    return _("{who} has the file open on {computer}, since {day} at {time}.").format(
        who=holder.who,
        computer=holder.computer,
        day=current().date(since.date()),
        time=current().time(since.time()),
    )
