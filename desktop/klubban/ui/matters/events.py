"""The line of events of a matter: a dot for each on a line, its day, where it was and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import matter_line_words as line_words
from klubban.documents import matter_words as say
from klubban.documents.wording import capital
from klubban.domain.matter_history import Happened
from klubban.domain.meeting import Outcome
from klubban.i18n import _, current, pgettext
from klubban.ui.registers.days import told as day_told
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.paint import smooth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.matter_history import Event, Handled
    from klubban.domain.matter_since import Noted
    from klubban.domain.meeting import Matter
    from klubban.ui.theme import Tone

_LINE_AT, _DOT, _SMALL_DOT, _WORDS_AT = 5.0, 4.0, 2.5, 14
_DOT_DOWN = 14.0


class EventLine(QWidget):
    """One event, with its piece of the line that joins them."""

    def __init__(self, *, first: bool, last: bool, coming: bool, small: bool = False) -> None:
        super().__init__()
        self._first, self._last, self._coming = first, last, coming
        self._dot = _SMALL_DOT if small else _DOT

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line through the dot; what is to come has a ring."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        painter.setPen(QPen(QColor(tokens.edge), 1))
        top = _DOT_DOWN if self._first else 0.0
        bottom = _DOT_DOWN if self._last else float(self.height())
        painter.drawLine(QPointF(_LINE_AT, top), QPointF(_LINE_AT, bottom))
        painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.setBrush(QColor(tokens.surface if self._coming else tokens.accent))
        dot = self._dot
        painter.drawEllipse(QRectF(_LINE_AT - dot, _DOT_DOWN - dot, 2 * dot, 2 * dot))


class Events(QWidget):
    """The events below each other, the first one first."""

    meeting_asked = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What happened"))
        self._column = QVBoxLayout(self)
        spaced(self._column)
        self._shown: tuple[object, ...] = ()

    def take(self, matter: Matter, events: Sequence[Event], today: date) -> None:
        """Show what happened until now, and what is to come."""
        if (matter, *events, today) == self._shown:
            return
        self._shown = (matter, *events, today)
        emptied(self._column)
        above: Handled | None = None
        for number, event in enumerate(events):
            line = EventLine(
                first=number == 0,
                last=number == len(events) - 1,
                coming=event.day > today,
                small=event.noted is not None,
            )
            self._fill(line, event, matter, today, above)
            above = event.handled or above
            self._column.addWidget(line)
        if not events:
            self._column.addWidget(Text(_("It has not been on any agenda."), wrap=True))

    def _fill(
        self, line: EventLine, event: Event, matter: Matter, today: date, above: Handled | None
    ) -> None:
        column, head = QVBoxLayout(line), QHBoxLayout()
        spaced(column, (_WORDS_AT, 3, 0, 8))
        spaced(head, gap=8)
        if event.handled:
            self._head_of_item(head, event.handled, coming=event.day > today)
            below = line_words.decision(event.handled, current())
        elif event.noted:
            told = Text(capital(line_words.told(event.noted, current())), "small", wrap=True)
            told.setContentsMargins(6, 2, 0, 0)
            head.addWidget(told, 1, TOP)
            below = _beside(event.noted, above)
        else:
            title, below = _words(event, matter)
            name = Text(title, "item_strong", wrap=True)
            name.setContentsMargins(6, 2, 0, 2)
            head.addWidget(name, 1, TOP)
        column.addLayout(head)
        parts = [below] if event.handled or event.noted else [day_told(event.day), below]
        for words, role in zip(filter(None, parts), ("small", "small"), strict=False):
            text = Text(words, role, QUIET, wrap=True)
            text.setContentsMargins(6, 0, 0, 0)
            column.addWidget(text)

    def _head_of_item(self, row: QHBoxLayout, of: Handled, *, coming: bool) -> None:
        link = Link(say.where(of, current()), "item_strong")
        link.setAccessibleName(_("Go to {where}").format(where=link.text()))
        link.clicked.connect(lambda: self.meeting_asked.emit(of.meeting, of.item))
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        told = pgettext("item", "to come") if coming and not of.withdrawn else say.outcome(of, current())
        if told:
            row.addWidget(Pill(told, _tone(of, coming=coming)), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()


def _beside(of: Noted, above: Handled | None) -> str:
    """Return when something happened beside a meeting, and what it belongs to; not what stands above it."""
    around, there = of.around, above.item if above else None
    day = "" if above and of.day == above.date else day_told(of.day)
    place = say.where(around, current()) if around is not None and around.item != there else ""
    return " · ".join(filter(None, (day, place)))


def in_a_line(event: Event, matter: Matter) -> str:
    """Return an event in words: where or what, when, and what became of it."""
    texts = current()
    if event.handled is not None:
        return ", ".join(filter(None, (say.where(event.handled, texts), say.outcome(event.handled, texts))))
    if event.noted is not None:
        return f"{texts.date(event.day)}: {line_words.told(event.noted, texts)}"
    title, below = _words(event, matter)
    return ", ".join(filter(None, (title, texts.date(event.day), below)))


def _tone(of: Handled, *, coming: bool) -> Tone:
    if coming:
        return "accent"
    tones: dict[Outcome | None, Tone] = {
        Outcome.DECIDED: "done",
        Outcome.POSTPONED: "soon",
        Outcome.REFERRED_BACK: "soon",
    }
    return tones.get(of.outcome, "plain")


def _words(event: Event, matter: Matter) -> tuple[str, str]:
    """Return what happened elsewhere than at a meeting, and what is known of it."""
    match event.happened:
        case Happened.RAISED if matter.submission:
            kind = say.kind(matter.submission.kind, current())
            by = matter.submission.by
            return (_("{kind} by {name}").format(kind=kind, name=by) if by else kind), ""
        case Happened.DELEGATED if event.delegated:
            title = _("Decided by delegation: {decision}").format(decision=event.delegated.title)
            return title, ", ".join(filter(None, (event.delegated.by, event.delegated.basis)))
        case _:
            return pgettext("matter", "Closed"), matter.closed_because or ""
