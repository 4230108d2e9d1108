"""The rows of a review: what the chair wants beside what stands now, and a word for how they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter

from klubban.documents.chairs_copy_words import told
from klubban.domain.merging import Status
from klubban.i18n import _, current
from klubban.ui.theme import theme
from klubban.ui.widgets.lists import RowDelegate, RowList
from klubban.ui.widgets.paint import draw_box, draw_pill, draw_text, draw_wrapped, line_of, text_height

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.chairs_copy_words import Told
    from klubban.operations.chairs_copy import Review
    from klubban.ui.theme import Tone

_PAD, _PILL, _GAP, _AIR, _MEASURE = 14, 118, 28, 10, 1080
_TONES: dict[Status, Tone] = {
    Status.APPLIES: "accent",
    Status.ALREADY: "plain",
    Status.CONFLICTS: "soon",
    Status.TAKEN: "done",
    Status.LEFT: "plain",
}
_OWN_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A change; the one without an id names the columns."""

    id: str | None
    told: Told | None = None
    status: Status = Status.APPLIES

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.told is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        if self.told is None:
            return ", ".join((_("The chair wants"), _("As it stands now")))
        return self.told.whole


def rows(review: Review) -> Iterator[ReviewRow]:
    """Walk the chair's changes, in the order they were made."""
    yield ReviewRow(None)
    for each in review.moves:
        yield ReviewRow(each.move.id, told(each, current()), each.status)


class ReviewDelegate(RowDelegate):
    """Draws a word, two columns, and below them what is in the way."""

    def height(self, row: ReviewRow, width: int) -> int:
        """Return the height of all words."""
        if row.told is None:
            return 34
        room, whole = self._room(width), self._whole(width)
        wants = text_height(row.told.wants, "body", room)
        if row.told.remark:
            wants += 2 + text_height(row.told.remark, "item", room)
        stands = text_height(row.told.stands, "body", room)
        because = 4 + text_height(row.told.because, "item", whole) if row.told.because else 0
        return max(wants, stands, 20) + because + 2 * _AIR + 1

    def draw(self, painter: QPainter, box: QRectF, row: ReviewRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens, room = theme().tokens, self._room(box.width())
        left = box.left() + _PAD + _PILL
        columns = [QRectF(at, box.top() + _AIR, room, box.height()) for at in (left, left + room + _GAP)]
        if row.told is None:
            for area, words in zip(columns, (_("The chair wants"), _("As it stands now")), strict=True):
                draw_text(painter, area, words, "label", tokens.quiet)
            return
        if chosen or under:
            fill = tokens.accent_soft if chosen else tokens.ground
            draw_box(painter, box.adjusted(0, 0, 0, -1), fill, line_of(fill) if chosen else fill)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        draw_pill(
            painter, QPointF(box.left() + _PAD, box.top() + _AIR + 1), row.told.status, _TONES[row.status]
        )
        self._draw_words(painter, columns, row, self._whole(box.width()))

    def _draw_words(self, painter: QPainter, columns: list[QRectF], row: ReviewRow, whole: float) -> None:
        said, tokens = row.told, theme().tokens
        if said is None:
            return
        wants, stands = columns
        done = row.status not in (Status.APPLIES, Status.CONFLICTS)
        ink = tokens.quiet if done else tokens.ink
        draw_wrapped(painter, wants, said.wants, "body", ink)
        draw_wrapped(painter, stands, said.stands, "body", tokens.quiet)
        below = text_height(said.wants, "body", wants.width())
        if said.remark:
            remark = wants.adjusted(0, below + 2, 0, 0)
            draw_wrapped(painter, remark, said.remark, "item", ink)
            below += 2 + text_height(said.remark, "item", wants.width())
        if said.because:
            top = 4 + max(below, text_height(said.stands, "body", stands.width()), 20)
            area = QRectF(wants.left(), wants.top() + top, whole, wants.height())
            draw_wrapped(painter, area, said.because, "item", tokens.ink)

    def _whole(self, width: float) -> float:
        return min(width, _MEASURE) - 2 * _PAD - _PILL

    def _room(self, width: float) -> float:
        """Return the width of a column."""
        return (self._whole(width) - _GAP) / 2


class ReviewList(RowList):
    """The chair's changes; keys that only walk are its own, all others the page's."""

    def __init__(self) -> None:
        super().__init__(_("The chair's changes"))
        self.setItemDelegate(ReviewDelegate(self))

    @property
    def hand(self) -> str | None:
        """Return the id of the change in hand."""
        row = self.rows.row(self.currentIndex().row())
        return row.id if isinstance(row, ReviewRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and leave everything else to the page: Qt would search for what begins with each letter."""
        if event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
