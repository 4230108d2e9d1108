"""A part of the meeting's own page: sentences with the ways to change them beside, and a form below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.ui.meeting.asking_part import INSET, AskingPart
from klubban.ui.roll.forms import clock_time
from klubban.ui.widgets.basics import Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database

Way = tuple[str, "Callable[[], object]"]


class FactsPart(AskingPart):
    """Knows the meeting as it was shown."""

    def __init__(self, database: Database, meeting: Meeting, today: dt.date) -> None:
        super().__init__()
        self._database, self._meeting, self._today = database, meeting, today
        self._locked = database.read_only
        self._links: list[Link] = []
        self._show()

    def take(self, meeting: Meeting, today: dt.date) -> None:
        """Show the meeting as it stands now; a form that is being filled in stays."""
        self._meeting, self._today = meeting, today
        self._show()

    def _show(self) -> None:
        """Say what there is to say of the meeting."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask for what the part is about."""
        raise NotImplementedError

    def enter(self) -> None:
        """Give the keyboard to the first way to change something."""
        if self._links:
            self._links[0].setFocus()

    def _tell(self, label: str, told: Sequence[str], ways: Sequence[Way] = ()) -> None:
        """Show sentences, and below them the ways to change them; without either no room is taken."""
        emptied(self._told.column)
        self._links = []
        content, column = QWidget(), QVBoxLayout()
        spaced(column, gap=4)
        content.setLayout(column)
        for words in told:
            text = Text(words, wrap=True)
            text.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(text)
        if ways and not self._locked:
            column.addWidget(self._ways(label, ways))
        if column.count():
            self._told.column.addWidget(Section(label, content, INSET))
        self._fit()

    def _ways(self, label: str, ways: Sequence[Way]) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        for title, act in ways:
            link = Link(title, "item")
            link.setAccessibleName(f"{label}: {title}")
            link.clicked.connect(partial(self._begin, act))
            flow.addWidget(link)
            self._links.append(link)
        return line

    @staticmethod
    def _begin(act: Callable[[], object], *_checked: bool) -> None:
        act()

    def _words(self, name: str) -> str:
        """Return what stands in a line of the form."""
        return self.form.words(name) if self.form is not None else ""


def read_clock(typed: str) -> dt.time | None:
    """Return a time of day, none for no words; raises RuleBroken for words that are none."""
    found = clock_time(typed)
    if typed.strip() and found is None:
        raise RuleBroken(N_("”{words}” is no time of day; write it as 13.30"), words=typed)
    return found
