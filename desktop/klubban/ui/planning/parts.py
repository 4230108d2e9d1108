"""Parts that the planning page is put together of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import plan_words as say
from klubban.documents.wording import inside
from klubban.i18n import _, current, pgettext
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.planned import Awaited, Planned
    from klubban.ui.planning.sheet import YearSheet
    from klubban.ui.theme import Tone

_INSET = 6  # of the words of a link
_WHEN = 170


class Said(QWidget):
    """Sentences below each other, each after its pill where it has one."""

    def __init__(self, told: Sequence[tuple[str, Tone, str]]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=8)
        for pill, tone, words in told:
            row = QHBoxLayout()
            spaced(row, gap=10)
            if pill:
                row.addWidget(Pill(pill, tone), 0, TOP)
            row.addWidget(Text(words, wrap=True), 1, TOP)
            column.addLayout(row)


class Acts(QWidget):
    """What can be done, as words in a line."""

    def __init__(self, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=8)
        for words, act in acts:
            link = Link(words, "item_strong")
            link.clicked.connect(act)
            flow.addWidget(link)


class Days(QWidget):
    """What is to be done by when: the day at the left, and whether it has passed."""

    def __init__(self, dates: Sequence[tuple[str, date]], meeting: Planned, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        for told, day in dates:
            row = QHBoxLayout()
            spaced(row, gap=12)
            same = day.year == meeting.date.year
            when = Text((say.day_in_year if same else say.full_day)(day, current()), "strong")
            when.setMinimumWidth(_WHEN)
            row.addWidget(when, 0, TOP)
            row.addWidget(Text(told, wrap=True), 1, TOP)
            if day < today <= meeting.date and meeting.stands:
                row.addWidget(Pill(pgettext("of a day", "passed")), 0, TOP)
            column.addLayout(row)


class Papers(QWidget):
    """Awaited papers: which, for what, from whom, and where each stands."""

    meeting_asked = Signal(int, object)
    """A meeting is wanted, at an item."""

    def __init__(self, papers: Sequence[Awaited], sheet: YearSheet, *, one_meeting: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=10)
        for each in papers:
            column.addLayout(self._line(each, sheet, one_meeting=one_meeting))

    def _line(self, each: Awaited, sheet: YearSheet, *, one_meeting: bool) -> QVBoxLayout:
        both, first = QVBoxLayout(), QHBoxLayout()
        spaced(both, gap=1)
        spaced(first, gap=12)
        title, state = Text(each.paper.title, "strong", wrap=True), Text("", wrap=True)
        title.setContentsMargins(_INSET, 0, 0, 0)
        state.setContentsMargins(_INSET, 0, 0, 0)
        state.setText(say.paper(each, sheet.today, current()))
        first.addWidget(title, 1, TOP)
        pill, tone = paper_state(each, sheet.today)
        first.addWidget(Pill(pill, tone), 0, TOP)
        both.addLayout(first)
        both.addWidget(state)
        told = _("for {item}").format(item=f"”{each.title}”")
        if not one_meeting:
            where = _("for {item}, {body} on {day}")
            told = where.format(
                item=f"”{each.title}”",
                body=inside(sheet.body_of(each.meeting).name),
                day=say.short_day(each.meeting.date, current()),
            )
        link, words = Link(_("Open the item")), Text(told, "small", QUIET, wrap=True)
        link.setAccessibleName(_("Open the item {item}").format(item=f"”{each.title}”"))
        link.clicked.connect(lambda: self.meeting_asked.emit(each.meeting.id, each.item))
        words.setContentsMargins(_INSET, 2, 0, 0)
        row = QHBoxLayout()
        spaced(row, gap=8)
        row.addWidget(words, 1, TOP)
        row.addWidget(link, 0, TOP)
        both.addLayout(row)
        return both


def paper_state(each: Awaited, today: date) -> tuple[str, Tone]:
    """Return where a paper stands, in a word."""
    if each.paper.approved:
        return pgettext("of a paper", "approved"), "done"
    if each.paper.arrived:
        return pgettext("of a paper", "to be approved"), "soon"
    if each.is_late(today):
        return pgettext("of a paper", "late"), "late"
    return pgettext("of a paper", "awaited"), "plain"
