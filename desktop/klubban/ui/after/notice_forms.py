"""What is asked about a notice: posted when and where, taken down, and what was wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations import notices as operations
from klubban.operations.notices import Posting
from klubban.ui import clock
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Notice, Verification
    from klubban.store.database import Database


class _DayForm(Form):
    """Asks for a day, today's by default, and for a reason once one is needed."""

    def add_day(self) -> None:
        """Ask for the day."""
        self.add_line("day", _("Day"), written(clock.today()), "2027-02-01")

    def day(self) -> date:
        """Return the day that was said; raises RuleBroken for none."""
        day = read_day(self.words("day"))
        if day is None:
            raise RuleBroken(N_("Say on which day it was"))
        return day

    def because(self) -> str:
        """Return the reason, if one was asked for."""
        return self.words("because") if self.has("because") else ""

    def ask_why(self, broken: RuleBroken) -> None:
        """Ask for a reason where the rule that was broken wants one."""
        if not self.has("because") and broken.template.endswith("say why"):
            self.add_line("because", _("Why"), "", _("the board on the web was out of order …"))
            self.go_to("because")

    def explain(self, words: str) -> None:
        """Say what happens."""
        self.add(_("What happens"), Text(words, "small", QUIET, wrap=True))


class PostForm(_DayForm):
    """Asks when and where a notice was posted; in the place of a faulty one also what was wrong with that."""

    def __init__(
        self, database: Database, meeting: Meeting, verification: Verification, replaces: Notice | None = None
    ) -> None:
        name = _("Announce again") if replaces else _("Announce the verification")
        super().__init__(name, _("Note as posted"), self._try)
        self._database, self._meeting = database, meeting
        self._verification, self._replaces = verification, replaces
        self.explain(
            _(
                "The day it is posted starts the time for appeal and never changes. Put the text on the web"
                " board first, then note it here."
            )
        )
        self.add_day()
        known = operations.usual(database, meeting)
        kept_at = (replaces.kept_at if replaces else None) or known.kept_at or ""
        self.add_line("kept_at", _("Protocol kept at"), kept_at, _("the registrar, the town hall"))
        board = (replaces.board if replaces else None) or known.board or ""
        self.add_line("board", _("Notice board"), board, _("its address on the web"))
        self.add_line("by", _("Posted by"), str(known.by or ""))
        if replaces and not replaces.flawed:
            self.add_line("because", _("What was wrong"), "", _("wrong paragraphs, the wrong day …"))

    def _try(self) -> None:
        try:
            self._post(self.day())
        except RuleBroken as broken:
            self.ask_why(broken)
            raise

    def _post(self, day: date) -> None:
        posting = Posting(board=self.words("board"), kept_at=self.words("kept_at"), by=self._by())
        today, because = clock.today(), self.because()
        if self._replaces:
            operations.post_again(
                self._database, self._replaces.id, day, today=today, posting=posting, because=because
            )
        else:
            operations.post(
                self._database, self._verification.id, day, today=today, posting=posting, because=because
            )

    def _by(self) -> Named | None:
        words, secretary = self.words("by"), self._meeting.secretary
        if secretary and words == str(secretary):
            return secretary
        return Named(words) if words else None


class TakeDownForm(_DayForm):
    """Asks when a notice came down, and where that was too early why."""

    def __init__(self, database: Database, notice: Notice) -> None:
        super().__init__(_("The notice was taken down"), _("Note as taken down"), self._try)
        self._database, self._notice = database, notice
        self.add_day()

    def _try(self) -> None:
        try:
            operations.take_down(
                self._database, self._notice.id, self.day(), today=clock.today(), because=self.because()
            )
        except RuleBroken as broken:
            self.ask_why(broken)
            raise


class FaultForm(_DayForm):
    """Asks what is wrong with a notice."""

    def __init__(self, database: Database, notice: Notice) -> None:
        super().__init__(_("Something is wrong with the notice"), _("Note the fault"), self._try)
        self._database, self._notice = database, notice
        self.explain(
            _("The notice stays as it was posted, and the fault is noted beside it; then post it again.")
        )
        self.add_line("because", _("What is wrong"), "", _("wrong paragraphs, the wrong day …"))

    def _try(self) -> None:
        operations.note_fault(self._database, self._notice.id, self.because())
