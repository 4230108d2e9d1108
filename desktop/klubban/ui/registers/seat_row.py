"""One seat on a line: who has it, for which party or organisation, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from klubban.domain.body import SeatRole
from klubban.i18n import _, pgettext
from klubban.ui.registers import days, words
from klubban.ui.theme import font, theme
from klubban.ui.widgets.paint import (
    RIGHT,
    draw_box,
    draw_focus,
    draw_pill,
    draw_text,
    draw_wrapped,
    pill_size,
    smooth,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.body import Seat
    from klubban.ui.registers.sheet import Sheet

_LINE, _DOWN = 22, 4
_NUMBER = 24
INSET = 8
"""From its edge, where its ring is, to its words."""


@dataclass(frozen=True, slots=True)
class SeatWords:
    """What a seat says."""

    id: int
    who: str
    role: str
    term: str
    below: str
    vacant: bool
    place: int = 0
    """In the order of call, from 1; 0 for none."""

    @property
    def spoken(self) -> str:
        """Return all of it as one line."""
        who = f"{self.place} {self.who}" if self.place else self.who
        return ", ".join(filter(None, (who, self.role, self.term, self.below)))


def said(seat: Seat, sheet: Sheet) -> SeatWords:
    """Return what a seat says."""
    shown = seat.role.presides
    role = words.small(words.role(seat.role)) if shown else ""
    below = " · ".join(_below(seat, sheet))
    place = sheet.places.get(seat.id, 0)
    return SeatWords(seat.id, sheet.holder(seat), role, days.term(seat), below, seat.person is None, place)


def _below(seat: Seat, sheet: Sheet) -> Iterator[str]:
    if seat.represents:
        bodies = {body.name for body in sheet.registers.bodies}
        name = words.inside(seat.represents) if seat.represents in bodies else seat.represents
        yield _("represents {organisation}").format(organisation=name)
    if seat.alternate_for:
        yield _("personal alternate of {name}").format(name=sheet.name(seat.alternate_for))
    own = [sheet.holder(each) for each in sheet.personal.get(seat.person or 0, ())]
    if own and seat.role.decides:
        yield _("personal alternate: {names}").format(names=", ".join(own))
    if seat.stand_ins:
        names = ", ".join(sheet.name(each) for each in seat.stand_ins)
        yield _("stepped in for by {names}, in that order").format(names=names)
    if seat.rights:
        yield _("may {rights}").format(rights=words.rights(seat.rights))
    elif seat.role in (SeatRole.CO_OPTED, SeatRole.STAFF_REPRESENTATIVE):
        yield _("may attend and speak")
    if seat.note:
        yield seat.note


class SeatRow(QPushButton):
    """A seat that opens; arrow keys go on to the next."""

    walked = Signal(int)

    def __init__(self, seat: SeatWords) -> None:
        super().__init__(seat.spoken)
        self.seat = seat
        self._opened = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_seat(self, seat: SeatWords) -> None:
        """Show what a seat says now."""
        if seat == self.seat:
            return
        self.seat = seat
        self.setText(seat.spoken)
        self.updateGeometry()
        self.update()

    def mark(self, *, opened: bool) -> None:
        """Show whether it is open."""
        self._opened = opened
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the words below wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        below = self.seat.below
        room = width - 2 * INSET - self._indent
        return 2 * _DOWN + _LINE + (text_height(below, "small", room) if below else 0)

    @property
    def _indent(self) -> int:
        return _NUMBER if self.seat.place else 0

    def sizeHint(self) -> QSize:
        """Return the size at a usual width."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """Give way where room is short."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, or go on."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.walked.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter, tokens, box = smooth(QPainter(self)), theme().tokens, QRectF(self.rect())
        if self.underMouse() or self._opened:
            draw_box(painter, box, tokens.sunk, tokens.sunk)
        if self.seat.place:
            number = QRectF(INSET, _DOWN, _NUMBER, _LINE)
            draw_text(painter, number, str(self.seat.place), "body", tokens.quiet)
        line = QRectF(INSET + self._indent, _DOWN, box.width() - 2 * INSET - self._indent, _LINE)
        ink = tokens.quiet if self.seat.vacant else tokens.ink
        term = QFontMetrics(font("small")).horizontalAdvance(self.seat.term) + 12
        left = line.adjusted(0, 0, -term, 0)
        left = self._draw_words(painter, left, self.seat.who, "body" if self.seat.vacant else "strong", ink)
        if self.seat.vacant:
            left = self._draw_pill(painter, left)
        if self.seat.role:
            self._draw_words(painter, left, self.seat.role, "item", tokens.quiet)
        draw_text(painter, line.adjusted(0, 2, 0, 0), self.seat.term, "small", tokens.quiet, RIGHT)
        if self.seat.below:
            below = QRectF(line.left(), _DOWN + _LINE, line.width(), box.height())
            draw_wrapped(painter, below, self.seat.below, "small", tokens.quiet)
        if self.hasFocus():
            draw_focus(painter, box)

    def _draw_words(self, painter: QPainter, box: QRectF, told: str, role: str, ink: str) -> QRectF:
        """Draw words, and return the room after them."""
        wide = min(QFontMetrics(font(role)).horizontalAdvance(told) + 1.0, max(box.width(), 0.0))
        draw_text(painter, QRectF(box.left(), box.top(), wide, box.height()), told, role, ink)
        return box.adjusted(wide + 8, 0, 0, 0)

    def _draw_pill(self, painter: QPainter, box: QRectF) -> QRectF:
        word = pgettext("seat", "to be filled")
        draw_pill(painter, QPointF(box.left(), box.top() + 1), word, "soon")
        return box.adjusted(pill_size(word).width() + 8, 0, 0, 0)
