"""The lines of what waits, and how one looks: its day, what is to be done, and how late it is in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from klubban.documents import board_words as say
from klubban.documents import plan_words
from klubban.domain.duty import Standing
from klubban.i18n import current
from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.lists import RowDelegate
from klubban.ui.widgets.paint import (
    draw_box,
    draw_pill,
    draw_text,
    draw_wrapped,
    line_of,
    pill_size,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QListView

    from klubban.domain.duty import Duty

_PAD, _DAY, _AIR, _HEAD = 8, 92, 14, 40
_TONES: dict[Standing, Tone] = {Standing.LATE: "late", Standing.TODAY: "soon", Standing.SOON: "accent"}


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty; without one it heads those that follow."""

    title: str
    duty: Duty | None = None
    day: str = ""
    said: str = ""
    """The day in full, for readers that do not see the row."""
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"

    @property
    def id(self) -> Hashable:
        """Return what stays the same while the duty is there."""
        duty = self.duty
        return duty and (duty.key, duty.item, duty.day)

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.duty is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.said, self.title, self.detail, self.pill)))


def rows(duties: Iterable[Duty], today: date) -> Iterator[DutyRow]:
    """Walk the rows: the late first, each group below its heading."""
    texts, found = current(), list(duties)
    for stands in Standing:
        own = [each for each in found if each.standing(today) is stands]
        if own:
            yield DutyRow(say.standing(stands, texts))
        for each in own:
            yield DutyRow(
                title=say.title(each, texts),
                duty=each,
                day=plan_words.brief(each.day, today, texts),
                said=plan_words.near(each.day, today, texts),
                detail=say.around(each, texts, today),
                pill=say.time_left(each, texts, today),
                tone=_TONES.get(stands, "plain"),
            )


class DutyDelegate(RowDelegate):
    """Draws the day, what is to be done with what is known below it, and the time left as a pill."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._heights: dict[tuple[str, str, str, int], int] = {}

    def height(self, row: DutyRow, width: int) -> int:
        """Return the height of a wrapped sentence and what stands below; each is measured once."""
        if row.heading:
            return _HEAD
        known = (row.title, row.detail, row.pill, width)
        if known not in self._heights:
            self._heights[known] = self._below(row, self._wide(row, width)) + 18
        return self._heights[known]

    def _wide(self, row: DutyRow, width: float) -> float:
        return width - 2 * _PAD - _DAY - _AIR - pill_size(row.pill).width()

    def _below(self, row: DutyRow, wide: float) -> int:
        """Return how far the words reach, from the row's top."""
        detail = text_height(row.detail, "small", wide) if row.detail else 0
        return text_height(row.title, "item_strong", wide) + detail

    def draw(self, painter: QPainter, box: QRectF, row: DutyRow, *, chosen: bool, under: bool) -> None:
        """Draw a row over its hair line; what is chosen has a ground."""
        tokens = theme().tokens
        if row.heading:
            area = box.adjusted(_PAD, 14, -_PAD, 0)
            draw_text(painter, area, row.title, "label", tokens.quiet)
        elif chosen:
            draw_box(painter, box.adjusted(0, 1, 0, -2), tokens.accent_soft, line_of(tokens.accent_soft))
        line = QRectF(box.left() + _PAD, box.bottom() - 1, box.width() - 2 * _PAD, 1)
        painter.fillRect(line, QColor(tokens.line))
        if row.heading:
            return
        wide, top = self._wide(row, box.width()), box.top() + 8
        day = QRectF(box.left() + _PAD, top, _DAY, 20)
        draw_text(painter, day, row.day, "item", tokens.ink if row.tone == "late" else tokens.quiet)
        area = QRectF(box.left() + _PAD + _DAY, top, wide, box.height())
        ink = tokens.accent if under and not chosen else tokens.ink
        draw_wrapped(painter, area, row.title, "item_strong", ink)
        if row.detail:
            area.setTop(area.top() + text_height(row.title, "item_strong", wide))
            draw_wrapped(painter, area, row.detail, "small", tokens.quiet)
        corner = QPointF(box.right() - _PAD - pill_size(row.pill).width(), top)
        draw_pill(painter, corner, row.pill, row.tone)
