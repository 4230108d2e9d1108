"""The keys of the roll: what each does, and their names at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klubban.i18n import _, pgettext
from klubban.ui.theme import font, theme
from klubban.ui.widgets.foot import Foot
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LINE, _CAP, _GAP, _PAD = 24, 17, 12, 8
_MOST = 3
"""So many lines; a tip has the keys that do not fit."""
_WIDE, _SAVED, _SAVED_LEAST = 1000, 300, 130


class Act(Enum):
    """What a key asks for."""

    PRESENT = Qt.Key.Key_Space
    ALL = Qt.Key.Key_A
    CAME = Qt.Key.Key_K
    WENT = Qt.Key.Key_G
    REMOTE = Qt.Key.Key_D
    OUT = Qt.Key.Key_J
    INSTEAD = Qt.Key.Key_E
    NEW = Qt.Key.Key_N
    SENT = Qt.Key.Key_V
    TOLD = Qt.Key.Key_F
    ASK = Qt.Key.Key_R
    PRESIDES = Qt.Key.Key_O
    OFF = Qt.Key.Key_Delete
    EARLIER = Qt.Key.Key_Left
    LATER = Qt.Key.Key_Right
    ENTER = Qt.Key.Key_Return
    BACK = Qt.Key.Key_Escape


_READING = (Act.EARLIER, Act.LATER, Act.BACK)
_BEFORE = (Act.ENTER, Act.TOLD, Act.ASK)


@dataclass(frozen=True, slots=True)
class KeyName:
    """A key and what it does, in a word."""

    cap: str
    words: str


def names(*, begun: bool, readable_only: bool) -> list[KeyName]:
    """Return the keys that work now, those used most first."""
    caps: dict[Act, tuple[str, str]] = {
        Act.ENTER: (pgettext("key", "Enter"), _("begin")),
        Act.PRESENT: (pgettext("key", "Space"), _("present or not")),
        Act.ALL: ("A", _("all the others")),
        Act.CAME: ("K", _("came")),
        Act.WENT: ("G", _("left")),
        Act.REMOTE: ("D", _("remotely")),
        Act.OUT: ("J", _("disqualified")),
        Act.INSTEAD: ("E", _("steps in")),
        Act.NEW: ("N", _("new person")),
        Act.SENT: ("V", _("somebody else sent")),
        Act.TOLD: ("F", _("absence told")),
        Act.ASK: ("R", _("ask an alternate")),
        Act.PRESIDES: ("O", _("presides")),
        Act.OFF: (pgettext("key", "Del"), _("off the roll")),
    }
    if readable_only:
        return [KeyName("\u2190\u2009\u2192", _("item"))]
    if not begun:
        return [KeyName(*caps[act]) for act in _BEFORE]
    shown = [act for act in caps if act not in (Act.ENTER, Act.ASK)]
    return [KeyName("\u2190\u2009\u2192", _("item")), *(KeyName(*caps[act]) for act in shown)]


def act_of(key: int) -> Act | None:
    """Return what a key asks for."""
    if key == Qt.Key.Key_Enter:
        return Act.ENTER
    return next((act for act in Act if act.value == key), None)


def works(act: Act, *, begun: bool, readable_only: bool) -> bool:
    """Tell whether a key works as the roll stands."""
    if act in _READING:
        return True
    return not readable_only and (begun or act in _BEFORE)


class KeyStrip(QWidget):
    """The keys in lines of their own, as many as are needed."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[KeyName, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_names(self, names_: Sequence[KeyName]) -> None:
        """Show other keys."""
        self._names = tuple(names_)
        told = ", ".join(f"{each.cap}: {each.words}" for each in self._names)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def lines(self, width: int) -> int:
        """Return how many lines the keys need at a width."""
        return 1 + max((line for line, _x in self._places(width)), default=0)

    def minimumSizeHint(self) -> QSize:
        """Give way: what does not fit goes on below."""
        return QSize(120, _LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each key as a cap with its word."""
        painter, tokens = smooth(QPainter(self)), theme().tokens
        top = max(0.0, (self.height() - self.lines(self.width()) * _LINE) / 2)
        for each, (line, x) in zip(self._names, self._places(self.width()), strict=True):
            corner = QPointF(x, top + line * _LINE + (_LINE - _CAP) / 2)
            cap = QRectF(corner.x(), corner.y(), _cap_width(each.cap), _CAP)
            draw_box(painter, cap, tokens.surface, tokens.edge, radius=4)
            draw_text(painter, cap, each.cap, "key", tokens.quiet, CENTRE)
            told = QRectF(cap.right() + 5, top + line * _LINE, _word_width(each.words), _LINE)
            draw_text(painter, told, each.words, "small", tokens.quiet, VCENTRE)

    def _places(self, width: int) -> list[tuple[int, float]]:
        """Return for each key its line, and where it begins on that."""
        found: list[tuple[int, float]] = []
        line, x = 0, 0.0
        for each in self._names:
            wide = _cap_width(each.cap) + 5 + _word_width(each.words)
            if x and x + wide > width:
                line, x = line + 1, 0.0
            found.append((line, x))
            x += wide + _GAP
        return found


def _cap_width(cap: str) -> float:
    return max(18.0, QFontMetrics(font("key")).horizontalAdvance(cap) + 11)


def _word_width(word: str) -> float:
    return QFontMetrics(font("small")).horizontalAdvance(word) + 2


class KeyFoot(Foot):
    """A foot that names the keys; a message takes their place until the next key."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.keys = KeyStrip()
        self._row.insertWidget(0, self.keys, 1)
        self._row.setStretchFactor(self._words, 0)
        self._words.hide()

    def show_keys(self, names_: Sequence[KeyName]) -> None:
        """Name other keys."""
        self.keys.show_names(names_)
        self._fit()

    def say(self, words: str, links: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Say something in the keys' place; no words give it back."""
        super().say(words, links)
        self._words.hide()
        self.keys.setVisible(not words)
        self._message.setMinimumWidth(0)
        self._row.setStretchFactor(self._message, 1 if words else 0)
        self._message.setToolTip(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def said(self) -> str:
        """Return what is said now."""
        return self._message.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the keys the lines that they need."""
        super().resizeEvent(event)
        self._fit()

    def show_saved(self, words: str, key: str) -> None:
        """Show what was saved, in few words where the keys need the room."""
        super().show_saved(words, key)
        self._fit()

    def _fit(self) -> None:
        most = _SAVED if self.width() > _WIDE else _SAVED_LEAST
        self._saved.setMinimumWidth(min(self._saved.sizeHint().width(), most))
        self._saved.setMaximumWidth(most)
        cap = self._cap.sizeHint().width() + self._row.spacing() if self._cap.text() else 0
        room = self.width() - 2 * 28 - 2 * self._row.spacing() - self._saved.minimumWidth() - cap
        self.setFixedHeight(max(40, min(self.keys.lines(max(room, 120)), _MOST) * _LINE + 2 * _PAD))
