"""The names of those who vote, in the order they are called: a key answers and goes on to the next name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klubban.domain.decided import Vote
from klubban.i18n import _, pgettext
from klubban.ui.minutes import words
from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_box, draw_focus, draw_text, line_of, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Named

_HIGH, _LEAST, _MARK, _PAD, _GAP = 24, 172, 18, 6, 8
_TONES: dict[Vote, Tone] = {Vote.YES: "accent", Vote.NO: "soon"}
_BY_LETTER = {
    "J": Vote.YES,
    "Y": Vote.YES,
    "N": Vote.NO,
    "A": Vote.ABSTAINED,
    "D": Vote.NOT_TAKING_PART,
    "F": Vote.ABSENT,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS_END = 128
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def mark(vote: Vote) -> str:
    """Return the letter of an answer."""
    return {
        Vote.YES: pgettext("vote's letter", "Y"),
        Vote.NO: pgettext("vote's letter", "N"),
        Vote.ABSTAINED: pgettext("vote's letter", "A"),
        Vote.NOT_TAKING_PART: pgettext("vote's letter", "D"),
        Vote.ABSENT: pgettext("vote's letter", "F"),
    }[vote]


class CallBoard(QWidget):
    """Painted whole, so that eighty names cost no more than eight; the name in hand has the ring."""

    answered = Signal(object, object)
    """Somebody, and their vote; None takes it back."""
    rest = Signal(object)
    """All who have no answer give this one."""
    left = Signal()
    moved = Signal(QRect)
    """The name in hand is here now."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[Named] = []
        self._votes: list[Vote | None] = []
        self.at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    # --- what the part asks

    def show_answers(self, answers: Sequence[tuple[Named, Vote | None]], *, anew: bool = False) -> None:
        """Show who is called, with what they answered; `anew` begins at the first who has not."""
        self._names = [who for who, _vote in answers]
        self._votes = [vote for _who, vote in answers]
        self.at = self._open(0) if anew else max(0, min(self.at, len(answers) - 1))
        self._fit()
        self._tell()

    @property
    def complete(self) -> bool:
        """Tell whether everybody has an answer."""
        return None not in self._votes

    @property
    def current(self) -> Named | None:
        """Return whose name is in hand."""
        return self._names[self.at] if self._names else None

    @property
    def open(self) -> list[Named]:
        """Return those who have no answer."""
        return [who for who, vote in zip(self._names, self._votes, strict=True) if vote is None]

    def note(self, who: Named, vote: Vote | None) -> None:
        """Show an answer at once, before the store tells of it."""
        for at, each in enumerate(self._names):
            if each == who:
                self._votes[at] = vote
                self.update(self._cell(at).toAlignedRect())

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer and go on, go back, walk the columns."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        letter = event.text().upper() or (chr(key) if key.value < _LETTERS_END else "")
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Backspace: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -self._tall,
            Qt.Key.Key_Right: self._tall,
            Qt.Key.Key_Home: -len(self._names),
            Qt.Key.Key_End: len(self._names),
        }
        if modifiers & _OTHERS:
            event.ignore()
        elif letter in _BY_LETTER and modifiers & _SHIFT:
            self.rest.emit(_BY_LETTER[letter])
        elif letter in _BY_LETTER:
            self._answer(_BY_LETTER[letter])
        elif key in steps:
            self._go(self.at + steps[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Space) and self.current is not None:
            self.answered.emit(self.current, None)
        elif key == Qt.Key.Key_Escape or (key in _ENTER and self.complete):
            self.left.emit()
        elif key in _ENTER:
            self._go(self._open(self.at + 1))
        else:
            event.ignore()

    def _answer(self, vote: Vote) -> None:
        who = self.current
        if who is None:
            return
        at = self.at
        self.answered.emit(who, vote)
        if at < len(self._votes) and self._votes[at] is vote:  # it was taken
            self._go(self._open(at + 1))

    def _open(self, start: int) -> int:
        """Return the first place from here on without an answer, else from the beginning, else the last."""
        count = len(self._votes)
        order = [*range(min(start, count), count), *range(min(start, count))]
        return next((at for at in order if self._votes[at] is None), max(count - 1, 0))

    def _go(self, at: int) -> None:
        for place in (self.at, at := max(0, min(at, len(self._names) - 1))):
            self.update(self._cell(place).toAlignedRect())
        self.at = at
        self._tell()
        self.moved.emit(self._cell(self.at).toRect())

    def _tell(self) -> None:
        """Say whose name is in hand, to those who hear the page."""
        who = self.current
        vote = self._votes[self.at] if self._names else None
        told = words.vote(vote) if vote else _("no answer yet")
        name = _("{name}: {answer}").format(name=who, answer=told) if who else _("Nobody may vote")
        if name != self.accessibleName():
            self.setAccessibleName(name)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, name))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the name that is pointed at in hand."""
        found = (at for at in range(len(self._names)) if self._cell(at).contains(event.position()))
        at = next(found, None)
        if at is not None:
            self._go(at)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    # --- how it is laid out and drawn

    @property
    def _columns(self) -> int:
        return max(1, min((self.width() + _GAP) // (_LEAST + _GAP), -(-len(self._names) // 6)))

    @property
    def _tall(self) -> int:
        """Return how many names a column has."""
        return max(1, -(-len(self._names) // self._columns))

    def _cell(self, at: int) -> QRectF:
        wide = (self.width() + _GAP) / self._columns - _GAP
        column, line = divmod(at, self._tall)
        return QRectF(column * (wide + _GAP), line * _HIGH, wide, _HIGH)

    def _fit(self) -> None:
        high = self._tall * _HIGH
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the names."""
        return QSize(400, self._tall * _HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the columns anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names that are to be drawn."""
        painter = smooth(QPainter(self))
        for at, who in enumerate(self._names):
            box = self._cell(at)
            if box.intersects(QRectF(event.rect())):
                self._draw(painter, box, who, self._votes[at], current=at == self.at)

    def _draw(self, painter: QPainter, box: QRectF, who: Named, vote: Vote | None, *, current: bool) -> None:
        tokens = theme().tokens
        if current:
            draw_box(painter, box, tokens.accent_soft, line_of(tokens.accent_soft), radius=6)
        cap = QRectF(box.topLeft() + QPointF(_PAD, (_HIGH - _MARK) / 2), QSize(_MARK, _MARK).toSizeF())
        if vote is not None:
            ink, fill = tokens.tone(_TONES.get(vote, "plain"))
            draw_box(painter, cap, fill, ink, radius=4)
            draw_text(painter, cap, mark(vote), "key", ink, CENTRE)
        else:
            draw_box(painter, cap, tokens.surface, tokens.edge, radius=4)
        told = box.adjusted(_PAD + _MARK + 8, 0, -4, 0)
        role = "item_strong" if current else "item"
        ink = tokens.ink if current or vote is None else tokens.quiet
        draw_text(painter, told, str(who), role, ink, VCENTRE)
        if current and self.hasFocus():
            draw_focus(painter, box)
