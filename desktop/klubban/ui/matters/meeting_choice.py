"""At which coming meeting: the next ones of each body that decides, as words to choose one of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from klubban.i18n import _
from klubban.ui.meeting import words
from klubban.ui.registers.form import Form
from klubban.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.meeting import MeetingLine

_EACH = 3
"""So many coming meetings of a body are offered."""


class Coming(Protocol):
    """What knows the meetings that are to be held."""

    @property
    def today(self) -> date:
        """Return the day on which it is asked."""

    @property
    def coming(self) -> tuple[MeetingLine, ...]:
        """Return those meetings, by date."""


class MeetingForm(Form):
    """Asks for a meeting; Enter on one goes to the button."""

    def __init__(self, title: str, submit: str, act: Callable[[int], object]) -> None:
        super().__init__(title, submit, self._choose)
        self._do, self._meeting = act, 0
        self.meetings: Options | None = None

    def offer(self, book: Coming, bodies: Sequence[Body]) -> bool:
        """Offer the meetings of some bodies, the first body's first; False when there are none."""
        offered = [
            (line.id, f"{body.name}, {words.day(line.date, book.today)}", "")
            for body in bodies
            for line in [each for each in book.coming if each.body == body.id][:_EACH]
        ]
        if not offered:
            self.tell(_("No meeting is planned. Plan one first (F5)."))
            self.button.setDisabled(True)
            return False
        self._meeting = offered[0][0]
        self.meetings = Options(_("At which meeting"), offered, self._meeting)
        self.meetings.chosen.connect(self._aim)
        self.add(_("At which meeting"), self.meetings, focus=self.meetings.buttons[0])
        return True

    def _aim(self, meeting: int) -> None:
        self._meeting = meeting
        self.button.setFocus()

    def _choose(self) -> None:
        self._do(self._meeting)
