"""The cards of the overview: meetings ahead, attendance, promises, who has how much, the wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from klubban.documents import attendance_words
from klubban.documents import overview_words as say
from klubban.documents.wording import inside
from klubban.domain.glance import Readiness
from klubban.i18n import _, current, pgettext
from klubban.ui.overview.charts import UprightBars, WheelChart
from klubban.ui.overview.facts import FactList, FactRow
from klubban.ui.overview.framed import Charted, Framed
from klubban.ui.statistics.table import Table, TableRow
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.glance import Ahead, Load, Promised
    from klubban.domain.overview import Overview
    from klubban.domain.year_wheel import Month
    from klubban.operations.overview import Glance
    from klubban.ui.theme import Tone

_MOST_PROMISES, _MOST_LOADS = 5, 6
_TONES: dict[Readiness, Tone] = {
    Readiness.GOES_ON: "accent",
    Readiness.TODAY: "accent",
    Readiness.EMPTY: "soon",
    Readiness.LACKING: "soon",
    Readiness.SUMMONED: "done",
}


class Beside(QScrollArea):
    """The cards below each other; each leads somewhere."""

    meeting_asked = Signal(int)
    commitment_asked = Signal(int)
    assignment_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column, inner = QVBoxLayout(), QWidget()
        spaced(self._column, (0, 0, 8, 0), 16)
        inner.setLayout(self._column)
        self.setWidget(inner)
        self._glance: Glance | None = None
        self._today: date | None = None
        self.tables = False

    def show_glance(self, glance: Glance, today: date) -> None:
        """Show other facts; what is the same stays as it is."""
        if (glance, today) == (self._glance, self._today):
            return
        self._glance, self._today = glance, today
        self._show()

    def turn(self) -> None:
        """Show tables in place of charts, or charts again."""
        self.tables = not self.tables
        self._show()

    @property
    def lists(self) -> list[FactList]:
        """Return the lists that the keyboard goes to."""
        return [each for each in self.findChildren(FactList) if each.isVisibleTo(self)]

    def _show(self) -> None:
        glance, today = self._glance, self._today
        at = self.verticalScrollBar().value()
        emptied(self._column)
        if glance is None or today is None:
            return
        if glance.ahead:
            self._column.addWidget(self._ahead(glance.ahead, today))
        if glance.attended is not None and glance.attended.turnouts:
            self._column.addWidget(self._attended(glance.attended))
        if glance.promised:
            self._column.addWidget(self._promised(glance.promised))
        if glance.loads:
            self._column.addWidget(self._loads(glance.loads))
        if any(each.spokes or each.held or each.planned for each in glance.months):
            self._column.addWidget(self._wheel(glance.months, today))
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(at)

    def _ahead(self, found: tuple[Ahead, ...], today: date) -> Framed:
        card = Framed(_("Next meetings"))
        rows = [
            FactRow(
                each.meeting.id,
                each.body.name,
                say.ahead_briefly(each, today, current()),
                say.readiness(each, today, current()),
                _TONES.get(each.readiness(today), "plain"),
                leaf=say.short_day(each.meeting.date, current()),
            )
            for each in found
        ]
        made = FactList(_("Next meetings"), rows)
        made.asked.connect(self.meeting_asked.emit)
        card.column.addWidget(made)
        return card

    def _attended(self, found: Overview) -> Charted:
        title = _("Attendance in {body}").format(body=inside(found.body.name))
        card = self._charted(title)
        card.show_one(
            say.attended(found, current()),
            table=self.tables,
            make_chart=lambda: UprightBars(found.turnouts),
            make_table=lambda: Table(title, list(_turnout_rows(found))),
        )
        return card

    def _promised(self, found: tuple[Promised, ...]) -> Framed:
        card = Framed(_("Promises and plans"))
        rows = [
            FactRow(
                each.commitment.id,
                each.commitment.title,
                pill=say.stands(each, current()),
                tone="late" if each.late else "done" if say.is_kept(each) else "plain",
            )
            for each in found[:_MOST_PROMISES]
        ]
        made = FactList(_("Promises and plans"), rows)
        made.asked.connect(self.commitment_asked.emit)
        card.column.addWidget(made)
        self._and_more(card, len(found) - len(rows))
        return card

    def _loads(self, found: tuple[Load, ...]) -> Charted:
        shown = found[:_MOST_LOADS]
        most = max(each.count for each in shown)
        card = self._charted(_("Assignments by who has them"))
        rows = [
            FactRow(
                each.first,
                each.who,
                pill=say.load(each, current()),
                tone="late" if each.late else "plain",
                bar=(each.late, each.count, most) if most > 1 else None,
            )
            for each in shown
        ]

        def chart() -> FactList:
            made = FactList(_("Assignments by who has them"), rows)
            made.asked.connect(self.assignment_asked.emit)
            return made

        card.show_one(
            "",
            table=self.tables,
            make_chart=chart,
            make_table=lambda: Table(card.title.text(), list(_load_rows(found))),
        )
        if not self.tables:
            self._and_more(card, len(found) - len(shown))
        return card

    def _wheel(self, found: tuple[Month, ...], today: date) -> Charted:
        card = self._charted(_("The wheel of {year}").format(year=today.year))
        card.show_one(
            say.wheel(found, current()),
            table=self.tables,
            make_chart=lambda: WheelChart(found, today.month),
            make_table=lambda: Table(card.title.text(), list(_wheel_rows(found))),
        )
        if not self.tables:
            card.column.addWidget(Text(say.legend(current()), "tiny", QUIET, wrap=True))
        return card

    def _charted(self, title: str) -> Charted:
        card = Charted(title)
        card.turned.connect(self.turn, Qt.ConnectionType.QueuedConnection)
        return card

    @staticmethod
    def _and_more(card: Framed, more: int) -> None:
        if more > 0:
            card.column.addWidget(Text(say.and_more(more, current()), "small", QUIET))


def _turnout_rows(found: Overview) -> Iterator[TableRow]:
    texts = current()
    yield TableRow(pgettext("column", "Day"), told=_("Share"), heading=True)
    for number, each in enumerate(found.turnouts, 1):
        part = each.present / each.members if each.members else None
        yield TableRow(
            texts.date(each.day),
            counts=(attendance_words.of_members(each, texts),),
            share=part,
            told=attendance_words.share(part, texts),
            number=number,
        )


def _load_rows(found: tuple[Load, ...]) -> Iterator[TableRow]:
    head = (pgettext("column", "Open"), pgettext("column", "Late"))
    yield TableRow(pgettext("column", "Who"), counts=head, heading=True)
    for number, each in enumerate(found, 1):
        yield TableRow(each.who, counts=(str(each.count), str(each.late)), number=number)


def _wheel_rows(found: tuple[Month, ...]) -> Iterator[TableRow]:
    texts = current()
    head = pgettext("column", "Meetings")
    yield TableRow(pgettext("column", "Month"), counts=(head,), heading=True)
    number = 0
    for month in found:
        number += 1
        yield TableRow(say.month(month, texts), counts=(str(month.held + month.planned),), number=number)
        for each in month.spokes:
            number += 1
            whose = each.body.short or each.body.name
            yield TableRow(f"{say.spoke(each, texts)}:", f"{each.duty.title}, {whose}", number=number)
