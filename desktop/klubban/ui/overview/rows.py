"""The lines of what waits, and how one looks: its day, what is to be done, and how late it is in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from klubban.documents import board_words as say
from klubban.documents import plan_words
from klubban.domain.duty import Standing
from klubban.i18n import current
from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.lists import AIR, RowDelegate
from klubban.ui.widgets.paint import (
    VCENTRE,
    draw_box,
    draw_pill,
    draw_text,
    draw_wrapped,
    line_of,
    pill_size,
    text_height,
)

if TYPE_CHECKING:
    from collections.abc import Container, Hashable, Iterable, Iterator
    from datetime import date

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QListView

    from klubban.domain.duty import Duty

_PAD, _DAY, _AIR, _HEAD, _REST = 8, 92, 14, 40, 36
_MOST, _FEW = 15, 3
"""So many of a group are shown, and a few more before a row stands for the rest."""
_TONES: dict[Standing, Tone] = {Standing.LATE: "late", Standing.TODAY: "soon", Standing.SOON: "accent"}


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty; without one it heads those that follow, or stands for those of its group that are not shown."""

    title: str
    duty: Duty | None = None
    day: str = ""
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"
    today: date | None = None
    more: Standing | None = None
    """Of which group it stands for the rest."""

    @property
    def id(self) -> Hashable:
        """Return what stays the same while the duty is there."""
        duty = self.duty
        return (duty.key, duty.item, duty.day) if duty else self.more

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.duty is None and self.more is None

    @property
    def words(self) -> str:
        """Return all that the row says, its day in full."""
        day = plan_words.near(self.duty.day, self.today, current()) if self.duty and self.today else ""
        return ", ".join(filter(None, (day, self.title, self.detail, self.pill)))


def rows(duties: Iterable[Duty], today: date, whole: Container[Standing] = ()) -> Iterator[DutyRow]:
    """Walk the rows: the late first, each group below its heading; a long one in part, unless `whole`."""
    texts, groups = current(), defaultdict(list)
    for each in duties:
        groups[each.standing(today)].append(each)
    for stands in Standing:
        own = groups[stands]
        if own:
            yield DutyRow(say.standing(stands, texts))
        most = len(own) if stands in whole or len(own) <= _MOST + _FEW else _MOST
        for each in own[:most]:
            yield DutyRow(
                title=say.title(each, texts),
                duty=each,
                day=plan_words.brief(each.day, today, texts),
                detail=say.around(each, texts, today),
                pill=say.time_left(each, texts, today),
                tone=_TONES.get(stands, "plain"),
                today=today,
            )
        if most < len(own):
            left = len(own) - most
            yield DutyRow(
                texts.ngettext("Show {count} more", "Show {count} more", left).format(count=left), more=stands
            )


class DutyDelegate(RowDelegate):
    """Draws the day, what is to be done with what is known below it, and the time left as a pill."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._heights: dict[tuple[str, str, str, int], int] = {}

    def height(self, row: DutyRow, width: int) -> int:
        """Return the height of a wrapped sentence and what stands below; each is measured once.

        Beside the scroll bar, even where there is none yet: all of it would be measured anew when it comes.
        """
        if row.duty is None:
            return _HEAD if row.heading else _REST
        width = min(width, self._view.width() - AIR - self._view.verticalScrollBar().sizeHint().width())
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
        if row.more is not None:
            area = QRectF(box.left() + _PAD + _DAY, box.top(), box.width() - _DAY, box.height())
            draw_text(painter, area, row.title, "item", tokens.accent, VCENTRE)
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
