"""Where a report comes from and where it went: the reports gathered in it, the item it was presented at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.situations.told import presented_told, report_name
from klubban.ui.widgets.basics import TOP, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.leads import INSET, Lead
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.situation import Situation
    from klubban.ui.situations.book import Book


class GatheredFrom(Column):
    """Each report that went in; it leads there, and can be taken out."""

    asked = Signal(int)
    take_out_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._lines = Column()
        self.column.addWidget(Section(_("Gathered from"), self._lines, INSET))

    def take(self, book: Book, report: Situation, *, locked: bool) -> None:
        """Show what is in the report now."""
        emptied(self._lines.column)
        for each in book.gone(report):
            id_ = each.report.id
            take_out = None if locked else partial(self.take_out_asked.emit, id_)
            go = partial(self.asked.emit, id_)
            line = _lead(report_name(each.report, book), go, _("Take it out"), take_out)
            self._lines.column.addWidget(line)
        self.setVisible(bool(report.rolled_up))


class PresentedAt(Column):
    """The item, which it leads to."""

    asked = Signal(int, object)
    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = Column()
        self.column.addWidget(Section(_("Presented"), self._lines, INSET))

    def take(self, book: Book, report: Situation, *, locked: bool) -> None:
        """Show where the report is presented now."""
        emptied(self._lines.column)
        at = book.presented.get(report.id)
        if at is not None:
            go = partial(self.asked.emit, at.meeting, at.item)
            no_longer = None if locked else self.undone.emit
            self._lines.column.addWidget(_lead(presented_told(at, book), go, _("No longer"), no_longer))
        self.setVisible(at is not None)


def _lead(words: str, go: Callable[[], object], also: str, act: Callable[[], object] | None) -> QWidget:
    """Return a line that leads somewhere, and what else can be done with it, if it can."""
    line, lead = QWidget(), Lead(words)
    row = QHBoxLayout(line)
    spaced(row, gap=12)
    lead.clicked.connect(lambda _on=False: go())
    row.addWidget(lead, 1, TOP)
    if act is not None:
        link = Link(also)
        link.setAccessibleName(f"{also}: {words}")
        link.clicked.connect(lambda _on=False: act())
        row.addWidget(link, 0, TOP)
    return line
