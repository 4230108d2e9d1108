"""When an extract came back, and what was on the envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations.dispatch import note_return
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.dispatching import Sent
    from klubban.store.database import Database


class ReturnForm(Form):
    """Asks for the day and a note; what came back is to be sent again."""

    def __init__(self, database: Database, sent: Sent, today: date) -> None:
        super().__init__(
            _("The extract to {name} came back").format(name=sent.recipient), _("Note it"), self._try
        )
        self._database, self._sent = database, sent
        self.add_line("day", _("Day"), written(today), "2027-02-01")
        self.add_line("note", _("Note"), "", _("unknown at the address, mail box full …"))

    def _try(self) -> None:
        day = read_day(self.words("day"))
        if day is None:
            raise RuleBroken(N_("Say on which day it came back"))
        note_return(self._database, self._sent.ids, on=day, note=self.words("note"))
