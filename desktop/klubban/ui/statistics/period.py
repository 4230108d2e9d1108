"""Which period is shown: this year, last year, the term, or days of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import attendance_words as say
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current, pgettext
from klubban.ui.registers.days import read_day, written
from klubban.ui.widgets.basics import QUIET, Pill, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout
from klubban.ui.widgets.chips import HIGH, Chip
from klubban.ui.widgets.entry import Entry

_DAY = 118

Period = tuple[date, date]


class PeriodChoice(QWidget):
    """The choices; `chosen` is told when another period holds."""

    chosen = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setAccessibleName(_("Period"))
        year = today.year
        self.period: Period = (date(year, 1, 1), date(year, 12, 31))
        self._last_year: Period = (date(year - 1, 1, 1), date(year - 1, 12, 31))
        self._term: Period | None = None
        self._this = Chip(_("This year"))
        self._last = Chip(_("Last year"))
        self._of_term = Chip("")
        self._own = Chip(_("Another period …"))
        self._group = QButtonGroup(self)
        chips, flow = QWidget(), FlowLayout(gap=8)
        self.chips = (self._this, self._last, self._of_term, self._own)
        for chip in self.chips:
            self._group.addButton(chip)
            flow.addWidget(chip)
        self._dates = Text("", "item", QUIET)
        self._dates.setFixedHeight(HIGH)
        flow.addWidget(self._dates)
        chips.setLayout(flow)
        self._this.setChecked(True)
        self._group.buttonToggled.connect(self._take)
        self._days = self._make_days()
        column = QVBoxLayout(self)
        spaced(column, gap=8)
        column.addWidget(chips)
        column.addWidget(self._days)
        self._year: Period = self.period
        self._show_own(shown=False)
        self._show_dates()

    @property
    def dates(self) -> str:
        """Return the period in words, as it stands beside the choices."""
        return self._dates.text()

    @property
    def complaint(self) -> str:
        """Return what is wrong with the days that were typed."""
        return self._why.text()

    def _make_days(self) -> QWidget:
        self.first, self.last = Entry(_("First day")), Entry(_("Last day"))
        self._wrong, self._why = Pill(_("Not a period"), "late"), Text("", "small")
        days = QWidget()
        row = QHBoxLayout(days)
        spaced(row, gap=8)
        for label, entry in (
            (pgettext("before a day", "from"), self.first),
            (pgettext("before a day", "to"), self.last),
        ):
            entry.setFixedWidth(_DAY)
            entry.entered.connect(self._take_own)
            entry.left.connect(self._take_own)
            row.addWidget(Text(label, "small", QUIET))
            row.addWidget(entry)
        row.addWidget(self._wrong)
        row.addWidget(self._why)
        row.addStretch()
        return days

    def offer_term(self, term: Period | None) -> None:
        """Offer the term of those who have seats now; None where there is none."""
        self._term = term
        self._of_term.setVisible(term is not None)
        if term is not None:
            self._of_term.setText(_("The term {first}–{last}").format(first=term[0].year, last=term[1].year))
            self._of_term.updateGeometry()
        elif self._of_term.isChecked():
            self._this.setChecked(True)

    def _take(self, _chip: object, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not on:
            return
        own = self._own.isChecked()
        self._show_own(shown=own)
        if own:
            self.first.show_words(written(self.period[0]))
            self.last.show_words(written(self.period[1]))
            self.first.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if self._of_term.isChecked() and self._term:
            self._hold(self._term)
        else:
            self._hold(self._last_year if self._last.isChecked() else self._year)

    def _take_own(self) -> None:
        """Take days of one's own, or say what is wrong with them."""
        if not self._own.isChecked():
            return
        try:
            period = _read_period(self.first.words(), self.last.words())
        except RuleBroken as broken:
            self._say(_(broken.template).format(**broken.facts))
            return
        self._say("")
        self._hold(period)

    def _say(self, words: str) -> None:
        self._why.setText(words)
        for widget in (self._wrong, self._why):
            widget.setVisible(bool(words))

    def _show_own(self, *, shown: bool) -> None:
        self._days.setVisible(shown)
        self._say("")

    def _hold(self, period: Period) -> None:
        if period != self.period:
            self.period = period
            self._show_dates()
            self.chosen.emit()

    def _show_dates(self) -> None:
        self._dates.setText(say.period(*self.period, current()))
        self._dates.updateGeometry()


def _read_period(first: str, last: str) -> Period:
    """Return the period between two days as they are typed; raises RuleBroken where there is none."""
    begins, ends = read_day(first), read_day(last)
    if begins is None or ends is None:
        raise RuleBroken(N_("Both days are needed"))
    if ends < begins:
        raise RuleBroken(N_("The last day is before the first"))
    return begins, ends
