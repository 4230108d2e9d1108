"""The agenda: the meeting itself first, then its items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.meeting import Item, Meeting, Outcome, Stage
from klubban.i18n import _
from klubban.ui.meeting import words
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, Ground, KeyCap, Rule, Text, spaced
from klubban.ui.widgets.lists import Row, RowDelegate, RowList
from klubban.ui.widgets.paint import draw_raised, draw_text, draw_tick, draw_wrapped, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

THE_MEETING = 0
"""Stands for the meeting itself: no item has this id."""
_NUMBER_LEFT, _TITLE_LEFT, _TITLE_RIGHT = 10, 58, 28


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One line of the agenda; a line without an id heads those that follow."""

    id: int | None
    number: str
    title: str
    state: str = ""
    done: bool = False

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.id is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (f"{self.number} {self.title}".strip(), self.state)))


def rows(meeting: Meeting) -> list[AgendaRow]:
    """Return the agenda of a meeting."""
    first = AgendaRow(THE_MEETING, "", _("Attendance and particulars"))
    head = [AgendaRow(None, _("Agenda"), "")] if meeting.items else []
    return [first, *head, *(_row(place, item, meeting) for place, item in enumerate(meeting.items, 1))]


def _row(place: int, item: Item, meeting: Meeting) -> AgendaRow:
    number = words.sign(item.number) if item.number is not None else str(place)
    states = {
        Outcome.POSTPONED: _("postponed"),
        Outcome.REFERRED_BACK: _("referred back"),
        Outcome.WITHDRAWN: _("withdrawn"),
    }
    if item.outcome in states:
        return AgendaRow(item.id, number, item.title, states[item.outcome])
    begun = meeting.stage not in (Stage.PLANNED, Stage.SUMMONED)  # before, a decision is a draft
    done = item.outcome is not None or (begun and bool(item.decision))
    return AgendaRow(item.id, number, item.title, _("dealt with") if done else "", done)


class AgendaDelegate(RowDelegate):
    """Draws number, title and the done mark; the chosen line is a raised card."""

    def height(self, row: AgendaRow, width: int) -> int:
        """Return the height of a wrapped title, with a line for its state."""
        if row.heading:
            return 36
        area = self._title_area(row, QRectF(0, 0, width, 0))
        more = 18 if row.state and not row.done else 0
        return text_height(row.title, "item_strong", area.width()) + 13 + more

    def draw(self, painter: QPainter, box: QRectF, row: AgendaRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_text(painter, box.adjusted(_NUMBER_LEFT, 13, 0, 0), row.number, "pill", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -1))
        role = "item_strong" if chosen else "item"
        area = self._title_area(row, box)
        number = QRectF(box.left() + _NUMBER_LEFT, area.top(), _TITLE_LEFT - _NUMBER_LEFT - 4, area.height())
        draw_text(painter, number, row.number, role, tokens.quiet)
        ink = tokens.quiet if row.done else tokens.ink  # grey means done, here as on the line of stages
        if chosen or under:
            ink = tokens.ink if chosen else tokens.accent
        draw_wrapped(painter, area, row.title, role, ink)
        if row.done:
            draw_tick(painter, QPointF(box.right() - 15, box.top() + 16), tokens.done)
        elif row.state:
            state = QRectF(area.left(), box.bottom() - 25, area.width(), 20)
            draw_text(painter, state, row.state, "tiny", tokens.quiet)

    def _title_area(self, row: AgendaRow, box: QRectF) -> QRectF:
        """Return where the title stands; without a number it begins at the left."""
        left = _TITLE_LEFT if row.number else _NUMBER_LEFT
        return box.adjusted(left, 6, -_TITLE_RIGHT, 0)


def _keys() -> QWidget:
    """Return the keys that walk the agenda from wherever the caret is."""
    hint, row = QWidget(), QHBoxLayout()
    spaced(row, (_NUMBER_LEFT, 8, 0, 6), 4)
    for key, words_ in ((_("Alt+Down"), _("next")), (_("Alt+Up"), _("previous"))):
        row.addWidget(KeyCap(key))
        row.addWidget(Text(words_, "tiny", QUIET))
        row.addSpacing(6)
    row.addStretch()
    hint.setLayout(row)
    return hint


class AgendaColumn(Ground):
    """The agenda at its width; `chosen` carries an item's id, or THE_MEETING."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._quiet = False
        across, inner = QHBoxLayout(self), QVBoxLayout()
        spaced(across)
        spaced(inner, (10, 14, 2, 4))
        self.list = RowList(_("Agenda"))
        self.list.setItemDelegate(AgendaDelegate(self.list))
        inner.addWidget(self.list, 1)
        inner.addWidget(_keys())
        across.addLayout(inner, 1)
        across.addWidget(Rule(upright=True))
        self.list.selectionModel().currentChanged.connect(self._tell)

    def show_rows(self, agenda: Sequence[AgendaRow], chosen: int) -> None:
        """Show an agenda with one of its lines chosen."""
        kept: Sequence[Row] = agenda
        self._quiet = True  # what was chosen here is no news to the page
        self.list.rows.set_rows(kept)
        self.list.choose(chosen)
        self._quiet = False

    def _tell(self, now: QModelIndex) -> None:
        row = self.list.rows.row(now.row())
        if row is not None and row.id is not None and not self._quiet:
            self.chosen.emit(row.id)
