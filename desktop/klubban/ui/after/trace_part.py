"""Who did what when, as the journal has it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents.plan_words import day_in_year, full_day
from klubban.documents.wording import capital
from klubban.i18n import _, current
from klubban.store.trace import done
from klubban.ui import clock
from klubban.ui.after.part import Part
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.domain.meeting import Meeting
    from klubban.store.trace import Done

_TIME = 52


class TracePart(Part):
    """A quiet list, day by day, the newest first; it is only read."""

    def title(self) -> str:
        """Return what the list is."""
        return _("Who did what when")

    def show_meeting(self, meeting: Meeting) -> None:
        """Read the journal anew."""
        super().show_meeting(meeting)
        with self.context.database.read() as read:
            found = list(done(read, meeting.id))
        for day, same in groupby(found, key=lambda each: each.time.astimezone().date()):
            self.add(_day(day), _Day(same))
        if not found:
            nothing = _("Nothing has been done with the protocol yet.")
            self.column.addWidget(Text(nothing, "body", QUIET, wrap=True))


def _day(day: date) -> str:
    usual = day_in_year if day.year == clock.today().year else full_day
    return usual(day, current()).capitalize()


class _Day(QWidget):
    """What was done in one day."""

    def __init__(self, found: Iterable[Done]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=8)
        for each in found:
            row, words = QHBoxLayout(), QVBoxLayout()
            spaced(row, gap=8)
            spaced(words)
            at = Text(current().time(each.time.astimezone().time()), "body", QUIET)
            at.setMinimumWidth(_TIME)
            words.addWidget(Text(capital(_told(each)), wrap=True))
            words.addWidget(Text(each.who, "small", QUIET, wrap=True))
            row.addWidget(at, 0, TOP)
            row.addLayout(words, 1)
            column.addLayout(row)


def _told(each: Done) -> str:
    """Return what was done, or undone or done again."""
    told = _(each.label).format(**each.facts)
    if each.kind == "undo":
        return _("Undone: {step}").format(step=told)
    return _("Done again: {step}").format(step=told) if each.kind == "redo" else told
