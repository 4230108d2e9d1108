"""The year at a glance: its months below each other, in each the meetings in words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from klubban.documents import plan_words as say
from klubban.documents.wording import capital
from klubban.domain.meeting import Stage
from klubban.i18n import _, current, ngettext, pgettext
from klubban.ui.theme import theme
from klubban.ui.widgets.lists import RowDelegate
from klubban.ui.widgets.paint import draw_pill, draw_raised, draw_text, draw_wrapped, pill_size, text_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from klubban.domain.planned import Planned
    from klubban.ui.planning.sheet import YearSheet
    from klubban.ui.theme import Tone

THE_YEAR = 0
"""Stands for the year itself, above its meetings."""
_PAD, _LINE, _DAY, _TOP = 12, 22, 66, 12


@dataclass(frozen=True, slots=True)
class YearRow:
    """A meeting, the year itself, or a month that heads what follows."""

    id: int | None
    title: str
    day: str = ""
    """`mån 1`."""
    detail: str = ""
    pill: str = ""
    tone: Tone = "plain"
    spoken: str = ""
    """The day in full, for readers that do not see the row."""
    gone: bool = False
    """It is cancelled."""

    @property
    def heading(self) -> bool:
        """Tell whether this only heads what follows."""
        return self.id is None

    @property
    def words(self) -> str:
        """Return all that the row says."""
        return ", ".join(filter(None, (self.spoken, self.title, self.detail, self.pill)))


def year_rows(sheet: YearSheet) -> Iterator[YearRow]:
    """Walk the rows of a year; months in which nobody meets say so together."""
    held = sum(each.stands for each in sheet.meetings)
    count = ngettext("{count} meeting", "{count} meetings", held).format(count=held)
    yield YearRow(THE_YEAR, _("All of {year}").format(year=sheet.year), detail=count)
    if not sheet.meetings:
        return
    months = {each.date.month for each in sheet.meetings}
    for meets, group in groupby(range(1, 13), lambda month: month if month in months else 0):
        if not meets:
            yield YearRow(None, _without(list(group)))
            continue
        yield YearRow(None, capital(say.month(meets, current())))
        for each in sheet.meetings:
            if each.date.month == meets:
                yield _row(each, sheet)


def _without(months: Sequence[int]) -> str:
    """Return that nobody meets in months that follow each other."""
    first, last = (say.month(month, current()) for month in (months[0], months[-1]))
    if len(months) == 1:
        return _("{month}: no meeting").format(month=capital(first))
    return _("{first}–{last}: no meetings").format(first=capital(first), last=last)


def _row(each: Planned, sheet: YearSheet) -> YearRow:
    body, texts = sheet.body_of(each), current()
    clock = ", ".join(say.clock(each, texts))
    kind = say.type_name(each.type, body.meeting_types)
    title = body.name if sheet.body is None else capital(clock) or _("No time and no place yet")
    detail = clock if sheet.body is None else kind
    pill, tone = _state(each, sheet.today)
    day = texts.date(each.date, pgettext("date pattern", "EEE d")).replace(".", "")
    return YearRow(
        each.id,
        title,
        day,
        detail,
        pill,
        tone,
        spoken=say.day_in_year(each.date, texts),
        gone=not each.stands,
    )


def _state(each: Planned, today: date) -> tuple[str, Tone]:
    if not each.stands:
        return pgettext("of a meeting", "cancelled"), "late"
    if each.stage is Stage.SUMMONED and each.date >= today:
        return pgettext("of a meeting", "summoned"), "accent"
    if each.stage not in (Stage.PLANNED, Stage.SUMMONED):
        return pgettext("of a meeting", "held"), "done"
    return "", "plain"


class YearDelegate(RowDelegate):
    """Draws a month as a quiet word, and a meeting as its day with what it is beside."""

    def height(self, row: YearRow, width: int) -> int:
        """Return the height of a month, or of the lines of a meeting."""
        if row.heading:
            return _TOP + text_height(row.title, "pill", width - 2 * _PAD) + 4
        title = text_height(row.title, "item_strong", self._room(row, width))
        return title + (18 if row.detail else 0) + 9

    def draw(self, painter: QPainter, box: QRectF, row: YearRow, *, chosen: bool, under: bool) -> None:
        """Draw a row."""
        tokens = theme().tokens
        if row.heading:
            draw_wrapped(painter, box.adjusted(_PAD, _TOP, -_PAD, 0), row.title, "pill", tokens.quiet)
            return
        if chosen:
            draw_raised(painter, box.adjusted(0, 0, -1, -1))
        ink = tokens.quiet if row.gone else tokens.accent if under and not chosen else tokens.ink
        left = _DAY if row.day else 0
        draw_text(
            painter, QRectF(box.left() + _PAD, box.top() + 4, left, _LINE), row.day, "item", tokens.quiet
        )
        area = QRectF(box.left() + _PAD + left, box.top() + 4, self._room(row, box.width()), box.height())
        draw_wrapped(painter, area, row.title, "item_strong" if chosen else "item", ink)
        if row.detail:
            below = QRectF(area.left(), box.bottom() - 23, box.right() - _PAD - area.left(), 20)
            draw_text(painter, below, row.detail, "tiny", tokens.quiet)
        if row.pill:
            corner = QPointF(box.right() - _PAD - pill_size(row.pill).width(), box.top() + 5)
            draw_pill(painter, corner, row.pill, row.tone)

    def _room(self, row: YearRow, width: float) -> float:
        pill = pill_size(row.pill).width() + 8 if row.pill else 0
        return width - 2 * _PAD - (_DAY if row.day else 0) - pill
