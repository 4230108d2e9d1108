"""Parts that the page of the summons is put together of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.summons import told_words, words
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from klubban.domain.agenda import Sending
    from klubban.ui.summons.sheet import SummonsSheet

INSET = 6  # of the words of a link
_DAY, _NUMBER = 170, 28


class Due(QWidget):
    """What is to be done by when: the day at the left, and at the end how it stands."""

    def __init__(self, sheet: SummonsSheet) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        for day, told, pill, tone in words.due_lines(sheet):
            row, when = QHBoxLayout(), Text(day, "strong")
            spaced(row, gap=12)
            when.setMinimumWidth(_DAY)
            row.addWidget(when, 0, TOP)
            row.addWidget(Text(words.cited(told), wrap=True), 1, TOP)
            if pill:
                row.addWidget(Pill(pill, tone), 0, TOP)
            column.addLayout(row)


class New(QWidget):
    """What the next supplement tells, each after a word for what it is."""

    def __init__(self, sheet: SummonsSheet) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spaced(grid, gap=8)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, (pill, tone, told) in enumerate(told_words.news_lines(sheet)):
            grid.addWidget(Pill(pill, tone), row, 0, TOP)
            grid.addWidget(Text(told, wrap=True), row, 1, TOP)


class AgendaToBeTold(QWidget):
    """The agenda as it would be told: numbers, titles, and a word for what is new or off it."""

    def __init__(self, sheet: SummonsSheet) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spaced(grid, gap=6)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, item in enumerate(sheet.meeting.items):
            number = Text(sheet.numbers[item.id], "strong", QUIET)
            number.setMinimumWidth(_NUMBER)
            beside, pill = QVBoxLayout(), told_words.agenda_mark(item, sheet)
            spaced(beside)
            beside.addWidget(Text(item.title, wrap=True))
            if told := told_words.agenda_facts(item):
                beside.addWidget(Text(told, "small", QUIET, wrap=True))
            grid.addWidget(number, row, 0, TOP)
            grid.addLayout(beside, row, 1)
            if pill[0]:
                grid.addWidget(Pill(*pill), row, 2, TOP)


class SentBefore(QWidget):
    """Each sending as a line that unfolds: what it told of, beside what stands now."""

    def __init__(self, sheet: SummonsSheet, unfolded: set[int]) -> None:
        super().__init__()
        self._sheet, self._unfolded = sheet, unfolded
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=8)
        for sending in reversed(sheet.meeting.sendings):
            self._column.addWidget(self._line(sending))

    def _line(self, sending: Sending) -> QWidget:
        whole, row = QWidget(), QHBoxLayout()
        column = QVBoxLayout(whole)
        spaced(column, gap=4)
        spaced(row, gap=8)
        told, beside = told_words.sending_line(sending, self._sheet), _Told(sending, self._sheet)
        link = Link("", "item_strong")
        row.addWidget(Text(told, wrap=True), 1)
        row.addWidget(link, 0, TOP)
        column.addLayout(row)
        column.addWidget(beside)

        def show() -> None:
            on = sending.id in self._unfolded
            beside.setVisible(on)
            link.setText(_("Hide") if on else _("Show what was told"))
            link.setAccessibleName(f"{link.text()}: {told}")

        def turn() -> None:
            self._unfolded ^= {sending.id}
            show()

        link.clicked.connect(turn)
        show()
        return whole


class _Told(QWidget):
    """What one sending told, and how each stands now."""

    def __init__(self, sending: Sending, sheet: SummonsSheet) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spaced(grid, (0, 2, 0, 8), 5)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        row = 0
        if sending.late_because:
            late = _("It was late: {why}").format(why=sending.late_because)
            grid.addWidget(Text(late, "small", QUIET, wrap=True), row, 0, 1, 3)
            row += 1
        for column, head in ((1, _("As it was told")), (2, _("As it stands now"))):
            grid.addWidget(Text(head, "label", QUIET), row, column)
        for place, one in enumerate(sending.items, row + 1):
            number = Text(one.number, "item", QUIET)
            number.setMinimumWidth(_NUMBER)
            grid.addWidget(number, place, 0, TOP)
            grid.addWidget(Text(one.title, "item", wrap=True), place, 1, TOP)
            grid.addWidget(Text(told_words.fate(one, sheet), "item", QUIET, wrap=True), place, 2, TOP)
