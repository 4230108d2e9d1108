"""What happened to an assignment, as a quiet line of dots: given, reported, moved, handed over, done."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.text import plain
from klubban.i18n import _, pgettext
from klubban.ui.assignments import words
from klubban.ui.matters.events import EventLine
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Any

    from klubban.domain.undertaken import Undertaken
    from klubban.ui.assignments.book import Book

_IN = 6
"""The words of a link stand so much further in than its ring."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing: when, what, what is known of it, and at which item."""

    day: date
    title: str
    told: str = ""
    item: int | None = None


def happened(one: Undertaken, book: Book) -> Iterator[Happened]:
    """Walk what happened, the first thing first."""
    assignment = one.assignment
    given = one.on or assignment.given_on
    if given:
        due = assignment.due
        when = _("to be done by {day}").format(day=words.day(due, book.today)) if due else ""
        yield Happened(given, _("Given to {name}").format(name=assignment.to), when)
    reports = [
        Happened(
            report.date,
            _("Report by {name}").format(name=report.by) if report.by else _("Report"),
            plain(report.text).strip(),
            report.item,
        )
        for report in assignment.reports
    ]
    steps = [
        Happened(step.day, *words.step(step, book.bodies, book.today), step.item) for step in assignment.steps
    ]
    # Of one day, what was said before what was done about it.
    yield from sorted((*reports, *steps), key=attrgetter("day"))


def items_of(one: Undertaken) -> set[int]:
    """Return the items at which something of it happened."""
    at = [each.item for each in one.assignment.steps] + [each.item for each in one.assignment.reports]
    return {item for item in at if item is not None}


class Timeline(QWidget):
    """The events below each other; those of a meeting lead there."""

    meeting_asked = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(pgettext("assignment", "What happened"))
        self._column = QVBoxLayout(self)
        spaced(self._column)

    def take(self, one: Undertaken, book: Book, places: Mapping[int, Mapping[str, Any]]) -> None:
        """Show them; `places` are the items at which something happened, with their meetings."""
        emptied(self._column)
        events = list(happened(one, book))
        for number, event in enumerate(events):
            line = EventLine(first=number == 0, last=number == len(events) - 1, coming=False)
            self._fill(line, event, book.today, places.get(event.item or 0))
            self._column.addWidget(line)
            line.show()

    def _fill(self, line: EventLine, event: Happened, today: date, place: Mapping[str, Any] | None) -> None:
        column, head = QVBoxLayout(line), QHBoxLayout()
        spaced(column, (14, 3, 0, 8))
        spaced(head, gap=8)
        title = Text(event.title, "item_strong", wrap=True)
        title.setContentsMargins(_IN, 2, 0, 0)
        head.addWidget(title, 1, TOP)
        column.addLayout(head)
        if event.told:
            told = Text(event.told, "item", wrap=True)
            told.setContentsMargins(_IN, 0, 0, 0)
            column.addWidget(told)
        if place is None:
            when = Text(words.day(event.day, today), "small", QUIET)
            when.setContentsMargins(_IN, 0, 0, 0)
            column.addWidget(when)
            return
        sign = f"§\u00a0{place['number']}" if place["number"] is not None else f"”{place['title']}”"
        link = Link(_("{day}, at {item}").format(day=words.day(event.day, today), item=sign))
        link.clicked.connect(lambda: self.meeting_asked.emit(place["meeting_id"], place["id"]))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
