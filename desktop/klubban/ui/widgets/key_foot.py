"""The keys that matter on a page, named at its foot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from klubban.ui.theme import font, theme
from klubban.ui.widgets.foot import Foot
from klubban.ui.widgets.key_names import key_name
from klubban.ui.widgets.paint import CENTRE, VCENTRE, draw_box, draw_text, smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.ui.theme import Tone

_LINE, _CAP, _GAP, _GROUP_GAP, _PAD = 24, 17, 10, 20, 8
_MOST = 3
"""So many lines; a tip has the keys that do not fit."""
_WIDE, _STATE, _SAVED_MOST, _SAVED, _SAVED_LEAST = 1150, 260, 560, 300, 130


@dataclass(frozen=True, slots=True)
class KeyName:
    """A key and what it does, in a word."""

    cap: str
    words: str


class KeyStrip(QWidget):
    """The keys in lines of their own, as many as are needed."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[tuple[KeyName, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def _names(self) -> list[KeyName]:
        return [each for group in self._groups for each in group]

    def show_groups(self, groups: Sequence[Sequence[KeyName]]) -> None:
        """Show other keys; those of a group stand closer together."""
        self._groups = tuple(
            tuple(replace(each, cap=key_name(each.cap)) for each in group) for group in groups
        )
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
        top = max(0.0, (self.height() - min(self.lines(self.width()), _MOST) * _LINE) / 2)
        for each, (line, x) in zip(self._names, self._places(self.width()), strict=True):
            if line >= _MOST:
                break
            corner = QPointF(x, top + line * _LINE + (_LINE - _CAP) / 2)
            cap = QRectF(corner.x(), corner.y(), _cap_width(each.cap), _CAP)
            draw_box(painter, cap, tokens.surface, tokens.edge, radius=4)
            draw_text(painter, cap, each.cap, "key", tokens.quiet, CENTRE)
            told = QRectF(cap.right() + 5, top + line * _LINE, _word_width(each.words), _LINE)
            draw_text(painter, told, each.words, "small", tokens.quiet, VCENTRE)

    def _places(self, width: int) -> list[tuple[int, float]]:
        """Return for each key its line, and where it begins on that: groups whole, unless that takes more."""
        whole, packed = (self._packed(width, whole=whole) for whole in (True, False))
        return whole if whole[-1:] and whole[-1][0] == packed[-1][0] else packed

    def _packed(self, width: int, *, whole: bool) -> list[tuple[int, float]]:
        found: list[tuple[int, float]] = []
        line, x = 0, 0.0
        for group in self._groups:
            if whole and x and x + _group_width(group) > width >= _group_width(group):
                line, x = line + 1, 0.0
            for each in group:
                if x and x + _key_width(each) > width:
                    line, x = line + 1, 0.0
                found.append((line, x))
                x += _key_width(each) + _GAP
            x += _GROUP_GAP - _GAP
        return found


def _group_width(group: Sequence[KeyName]) -> float:
    return sum(map(_key_width, group)) + _GAP * (len(group) - 1)


def _key_width(each: KeyName) -> float:
    return _cap_width(each.cap) + 5 + _word_width(each.words)


@lru_cache(1_000)
def _cap_width(cap: str) -> float:
    return max(18.0, QFontMetrics(font("key")).horizontalAdvance(cap) + 11)


@lru_cache(1_000)
def _word_width(word: str) -> float:
    return QFontMetrics(font("small")).horizontalAdvance(word) + 2


class KeyFoot(Foot):
    """A foot that names the keys; a message takes their place until the next key."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.keys, self._unseen = KeyStrip(), False
        self._row.insertWidget(0, self.keys, 1)
        self._row.setStretchFactor(self._words, 0)
        self._words.hide()

    def show_keys(self, groups: Sequence[Sequence[KeyName]]) -> None:
        """Name other keys, in groups."""
        self.keys.show_groups(groups)
        self._fit()

    def show_state(self, pill: str, tone: Tone, words: str) -> None:
        """Show how it stands, after the keys."""
        super().show_state(pill, tone, words)
        self._words.setMinimumWidth(min(self._words.sizeHint().width(), _STATE) if words else 0)
        self._fit()

    def say(self, words: str, links: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Say something in the keys' place; no words give it back."""
        super().say(words, links)
        self._unseen = bool(words) and not self.isVisible()
        self.keys.setVisible(not words)
        self._message.setMinimumWidth(0)
        self._row.setStretchFactor(self._message, 1 if words else 0)
        self._message.setToolTip(words)
        self._fit()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def go_on(self, words: str) -> None:
        """Say how far something is: what can be done about it stays, and nothing is read aloud."""
        self._message.setText(words)
        self._message.setToolTip(words)

    def give_back(self) -> None:
        """Say nothing more, unless it was said while nobody saw it: then it stays this once."""
        if not self._unseen:
            self.say("")
        self._unseen = False

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
        """Give what was saved all the room that the keys can spare; where there is little, no state."""
        usual = _SAVED if self.width() > _WIDE else _SAVED_LEAST
        self._words.setVisible(bool(self._words.text()) and self._message.isHidden())
        if self.keys.lines(self._room(usual)) > 1:
            self._words.hide()
        wanted = [(wide, 1) for wide in (_SAVED_MOST, usual)]
        wanted += [(wide, _MOST) for wide in (usual, _SAVED_LEAST, 0)]
        fits = (wide for wide, lines in wanted if self.keys.lines(self._room(wide)) <= lines)
        most = next(fits, 0)
        self._saved.setMinimumWidth(min(self._saved.sizeHint().width(), most))
        self._saved.setMaximumWidth(most)
        lines = min(self.keys.lines(self._room(most)), _MOST)
        self.setFixedHeight(max(40, lines * _LINE + 2 * _PAD))

    def _room(self, most: int) -> int:
        """Return how wide the keys are where what was saved is no wider than this."""
        gap = self._row.spacing()
        saved = min(self._saved.sizeHint().width(), most)
        cap = self._cap.sizeHint().width() + gap if self._cap.text() else 0
        state = 0 if self._words.isHidden() else self._words.minimumWidth() + gap
        return max(self.width() - 2 * 28 - 2 * gap - saved - cap - state, 120)
