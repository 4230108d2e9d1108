"""What falls due at an item: who has it, its history, and below it the line for what is reported."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents.wording import capital
from klubban.domain.text import plain
from klubban.i18n import _, pgettext
from klubban.ui.assignments import words
from klubban.ui.minutes.list_part import Told
from klubban.ui.minutes.row import INSET
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from klubban.domain.body import Body
    from klubban.domain.undertaken import Undertaken
    from klubban.ui.theme import Tone


def due_here(one: Undertaken, bodies: Mapping[int, Body], today: date) -> Told:
    """Return what is told of an assignment that falls due."""
    stands = words.pill(one, today)
    pills: tuple[tuple[str, Tone], ...] = ((pgettext("assignment", "falls due"), "accent"),)
    return Told(
        one.assignment.id,
        str(one.assignment.to_now),
        words.title(one),
        (*(pills if one.is_open else ()), *((stands,) if stands[0] else ())),
        quiet=not one.is_open,
        below=tuple(_history(one, bodies, today)),
    )


def _history(one: Undertaken, bodies: Mapping[int, Body], today: date) -> Iterator[str]:
    """Walk where it was given, the last thing that happened, and that nobody answers."""
    yield _("Given by {where}").format(where=words.given(one, bodies, today))
    events = [
        (step.day, ": ".join(filter(None, words.step(step, bodies, today)))) for step in one.assignment.steps
    ]
    for report in one.assignment.reports:
        said = ": ".join(filter(None, (report.by, plain(report.text).strip())))
        events.append((report.date, said))
    if events:
        day, told = max(events, key=itemgetter(0))
        yield f"{words.day(day, today)}: {told}"
    concerns = ", ".join(filter(None, (words.stuck(one), words.unanswered(one))))
    if concerns:
        yield capital(concerns)


class ReportLine(QWidget):
    """A line for what is reported at the table; Enter notes it, Esc leaves it."""

    entered = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, (INSET, 2, INSET, 8), 2)
        self.entry = Entry(_("What is reported"), _("What is reported"))
        self.entry.entered.connect(self.entered)
        column.addWidget(self.entry)
        column.addWidget(Text(_("Enter notes it · Esc leaves"), "small", QUIET))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
