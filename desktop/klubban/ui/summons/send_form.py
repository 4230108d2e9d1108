"""What is asked before something is noted as sent: when, and where it is late why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations.sendings import send
from klubban.ui.planning.times import read_start
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.summons import lacks_words
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from datetime import datetime

    from klubban.store.database import Database
    from klubban.ui.summons.sheet import SummonsSheet


class SendForm(Form):
    """Asks when it went out; the reason has a line of its own once one is needed."""

    def __init__(self, database: Database, sheet: SummonsSheet, now: datetime) -> None:
        told = sheet.news
        first = _("Send the summons") if sheet.formal else _("Send the invitation")
        name = first if told.first else _("Send supplement {number}")
        super().__init__(name.format(number=told.number), _("Note as sent"), self._try)
        self._database, self._sheet = database, sheet
        happens = _(
            "What is told is kept as it is now, and is not undone; later changes go in a supplement."
            " The files and the mail are written on this page."
        )
        self.add(_("What happens"), Text(happens, "small", QUIET, wrap=True))
        self.add_line("day", _("Day"), written(now.date()), "2027-02-01")
        self.add_line("at", _("Time"), now.time().isoformat("minutes"), "13.00")
        self._asks_why = False
        if sheet.needs_reason:
            self._ask_why()

    def enter(self) -> None:
        """Begin at the reason where one is needed: day and time are those of now."""
        self.go_to("because" if self._asks_why else "day")

    def _ask_why(self) -> None:
        self._asks_why = True
        if self._sheet.unreported:
            self.add(_("The rule"), Text(lacks_words.unreported(self._sheet), "small", wrap=True))
        self.add_line("because", _("Why"), "", _("the chair fell ill, a matter could not wait …"))

    def _try(self) -> None:
        day = read_day(self.words("day"))
        if day is None:
            raise RuleBroken(N_("Say on which day it was sent"))
        because = self.words("because") if self._asks_why else None
        try:
            send(
                self._database,
                self._sheet.meeting.id,
                on=day,
                at=read_start(self.words("at")),
                late_because=because,
            )
        except RuleBroken as broken:
            if not self._asks_why and broken.template.endswith(("why it is late", "say why not")):
                self._ask_why()
                self.go_to("because")
            raise
