"""The lines of the board, and how one looks: its day, what is to be done, and how late it is in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from klubban.documents import board_words as say
from klubban.documents import plan_words
from klubban.domain.duty import Standing
from klubban.i18n import current
from klubban.ui.theme import Tone, theme
from klubban.ui.widgets.lists import RowDelegate
from klubban.ui.widgets.paint import draw_pill, draw_raised, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date

    from PySide6.QtGui import QPainter

    from klubban.domain.duty import Duty

_PAD, _DAY, _AIR = 12, 112, 16
_TONES: dict[Standing, Tone] = {Standing.LATE: "late", Standing.TODAY: "soon", Standing.SOON: "accent"}


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A duty; without one it heads those that follow."""

    title: str
    duty: Duty | None = None
    day: str = ""
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"

    @property
    def id(self) -> Hashable:
        """Return what stays the same while the duty is there."""
        duty = self.duty
        return duty and (duty.what, duty.meeting, duty.matter, duty.item, duty.day, duty.paragraphs)

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.duty is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.day, self.title, self.detail, self.pill)))


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
                day=plan_words.near(each.day, today, texts),
                detail=say.around(each, texts, today),
                pill=say.time_left(each, texts, today),
                tone=_TONES.get(stands, "plain"),
            )


class DutyDelegate(RowDelegate):
    """Draws the day, the sentence with what is known below it, and the time left as a pill."""

    def height(self, row: DutyRow, width: int) -> int:
        """Return the height of a wrapped sentence and what stands below."""
        if row.heading:
            return 44
        return self._below(row, self._wide(row, width)) + 12

    def _wide(self, row: DutyRow, width: float) -> float:
        return width - 2 * _PAD - _DAY - _AIR - pill_size(row.pill).width()

    def _below(self, row: DutyRow, wide: float) -> int:
        """Return how far the words reach, from the row's top."""
        detail = text_height(row.detail, "tiny", wide) + 2 if row.detail else 0
        return 8 + text_height(row.title, "item", wide) + detail

    def draw(self, painter: QPainter, box: QRectF, row: DutyRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_text(painter, box.adjusted(_PAD, 21, -_PAD, 0), row.title, "item_strong", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -2))
        wide = self._wide(row, box.width())
        top = box.top() + 8
        late = row.duty is not None and row.tone == "late"
        draw_text(
            painter,
            QRectF(box.left() + _PAD, top, _DAY, 20),
            row.day,
            "item",
            tokens.tone("late")[0] if late else tokens.quiet,
        )
        area = QRectF(box.left() + _PAD + _DAY, top, wide, box.height())
        ink = tokens.accent if under and not chosen else tokens.ink
        draw_wrapped(painter, area, row.title, "item", ink)
        if row.detail:
            area.setTop(area.top() + text_height(row.title, "item", wide) + 2)
            draw_wrapped(painter, area, row.detail, "tiny", tokens.quiet)
        corner = QPointF(box.right() - _PAD - pill_size(row.pill).width(), top)
        draw_pill(painter, corner, row.pill, row.tone)
