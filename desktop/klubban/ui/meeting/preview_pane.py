"""The page that will be printed, beside what is typed, and below it the dates that the law sets."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from klubban.domain.meeting import Meeting
from klubban.i18n import _
from klubban.ui import clock
from klubban.ui.meeting import words
from klubban.ui.meeting.date_list import DateList
from klubban.ui.meeting.pager import Pager
from klubban.ui.widgets.basics import ROLE, Ground, spaced
from klubban.ui.widgets.page_preview import PagePreview
from klubban.ui.worker import Failed, Job, Page, SetItem, SetParagraph, SetWhole, ShowPage

if TYPE_CHECKING:
    from klubban.ui.meeting.dates import DateLine
    from klubban.ui.typesetter import Typesetter

_WHILE_TYPING, _AT_PAUSE, _AT_RESIZE = 30, 1000, 200
"""Milliseconds; setting an item takes some forty more, and what is typed is to be seen within a hundred."""
_MARGIN, _GAP, _FOOT = 18, 10, 12
PageJob = SetParagraph | SetItem | SetWhole | ShowPage
Snapshot = Callable[[], tuple[Meeting, int | None] | None]


class PreviewPane(Ground):
    """Follows one meeting and the item in hand; `snapshot` gives both as they are typed."""

    swapped = Signal()
    """The page is wanted larger, or the desk back."""

    def __init__(self, typesetter: Typesetter, snapshot: Snapshot) -> None:
        super().__init__(ROLE.AlternateBase)
        self._typesetter, self._snapshot = typesetter, snapshot
        self._wanted: PageJob | None = None
        self._waits = False
        self._whole: tuple[Meeting, int | None] | None = None
        self._known: Meeting | None = None
        """The meeting that the other process has."""
        self._page, self._pages = 1, 1
        self._soon = self._timer(_WHILE_TYPING, self._set_paragraph)
        self._pause = self._timer(_AT_PAUSE, self._set_whole)
        self._resized = self._timer(_AT_RESIZE, self._sharpen)
        self._build()
        typesetter.answered.connect(self._take)

    def _timer(self, wait: int, done: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(done)
        return timer

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, (_MARGIN, _MARGIN, _MARGIN, _FOOT), _GAP)
        self.sheet, self.pager = PagePreview(), Pager()
        self.sheet.turned.connect(self._turn)
        self.sheet.resized.connect(self._resized.start)
        self.sheet.pressed.connect(self.swapped)
        self.pager.turned.connect(self._turn)
        self.pager.swapped.connect(self.swapped)
        column.addWidget(self.sheet)
        column.addWidget(self.pager)
        self._dates = DateList()
        column.addWidget(self._dates)
        column.addStretch(1)

    def enlarge(self, *, on: bool) -> None:
        """Give the page all the height there is, or only what the dates leave."""
        self._dates.setHidden(on)
        self.pager.offer(back=on)
        self._fit()

    # --- what the page tells

    def show_dates(self, lines: Sequence[DateLine]) -> None:
        """Show the dates of the meeting."""
        self._dates.show_lines(lines)
        self._fit()

    def typing(self) -> None:
        """Follow what is typed: the item alone soon, the whole document at a pause."""
        if not self._soon.isActive():
            self._soon.start()
        self._pause.start()

    def follow(self) -> None:
        """Set the whole document now, unless somebody is typing: then at the pause."""
        if not self._pause.isActive():
            self._set_whole()

    def turn_to(self) -> None:
        """Show the page of the item in hand, another than before."""
        self._soon.stop()
        self._pause.stop()
        self._set_whole()

    # --- jobs and answers

    def _set_paragraph(self) -> None:
        """Set the item in hand, unless that is being done: then as soon as it is."""
        if self._waits and _item_of(self._wanted) is not None:
            self._soon.start()
            return
        found = self._snapshot() if self.isVisible() else None
        if found is None:
            return
        meeting, item = found
        if item is not None:
            self._whole = None
            wide, typed = self.sheet.pixels_across, meeting.item_by_id(item)
            known = self._known is not None and _differs_only_in(item, self._known, meeting)
            self._ask(SetItem(typed, wide) if known else SetParagraph(meeting, item, wide))

    def _set_whole(self) -> None:
        found = self._snapshot() if self.isVisible() else None
        if found is not None and found != self._whole:
            self._whole = found
            self._ask(SetWhole(*found, self.sheet.pixels_across, clock.today()))

    def _turn(self, by: int) -> None:
        page = max(1, min(self._page + by, self._pages))
        if page != self._page:
            self._ask(ShowPage(page, self.sheet.pixels_across))

    def _sharpen(self) -> None:
        """Draw the page again at another size; what has not come yet is asked for at that size."""
        width = self.sheet.pixels_across
        if self._wanted is not None and self._wanted.width != width:
            self._ask(replace(self._wanted, width=width) if self._waits else ShowPage(self._page, width))

    def _ask(self, job: PageJob) -> None:
        self._wanted, self._waits = job, True
        self._typesetter.ask(job)

    def _take(self, job: Job, answer: object) -> None:
        """Show a page; one that something newer has overtaken is dropped, but typing is followed."""
        if isinstance(job, SetParagraph | SetWhole) and isinstance(answer, Page):
            self._known = job.meeting
        followed = _item_of(job)
        if job is not self._wanted and (followed is None or followed != _item_of(self._wanted)):
            return
        self._waits = self._waits and job is not self._wanted
        if answer is None and isinstance(job, SetItem):
            self._known = None  # it was another process
            self._set_paragraph()
        elif isinstance(answer, Page):
            self._show(job, answer)
        elif isinstance(answer, Failed):
            logging.getLogger(__name__).warning("no preview: %s", answer.details or answer.sentences)
            self.pager.show_place(_("The page cannot be shown"), before=False, after=False)

    def _show(self, job: Job, answer: Page) -> None:
        image = QImage(answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB32)
        self._page, self._pages = answer.page, answer.pages
        told = _("Preview, page {page} of {pages}").format(page=answer.page, pages=answer.pages)
        alone = _item_of(job) is not None
        name = self._name_of(job) if alone else f"{answer.page} ({answer.pages})"
        self.pager.show_place(
            name, before=not alone and answer.page > 1, after=not alone and answer.page < answer.pages
        )
        self.sheet.show_page(image.copy(), told)  # a copy: the picture's bytes go with the answer

    def _name_of(self, job: Job) -> str:
        meeting = job.meeting if isinstance(job, SetParagraph) else self._known
        if meeting is None:
            return ""
        found = (each for each in meeting.items if each.id == _item_of(job))
        return next((words.item_name(meeting, item) for item in found), "")

    # --- room

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what came while nobody could see it."""
        super().showEvent(event)
        QTimer.singleShot(0, self.follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sheet its room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the sheet be as wide as the column, or as high as what is left above the dates."""
        wide = self.width() - 2 * _MARGIN
        dates = 0 if self._dates.isHidden() else self._dates.sizeHint().height() + _GAP
        below = self.pager.sizeHint().height() + _GAP + dates + _FOOT
        high = self.height() - _MARGIN - below
        self.sheet.setFixedHeight(max(160, min(self.sheet.height_at(wide), high)))


def _item_of(job: Job | None) -> int | None:
    """Return the item that is set alone."""
    if isinstance(job, SetItem):
        return job.item.id
    return job.item if isinstance(job, SetParagraph) else None


def _differs_only_in(item: int, known: Meeting, meeting: Meeting) -> bool:
    """Tell whether two states of a meeting have all in common but one item."""
    if len(known.items) != len(meeting.items):
        return False
    same = all(
        one.id == other.id and (one.id == item or one == other)
        for one, other in zip(known.items, meeting.items, strict=True)
    )
    return same and replace(meeting, items=known.items) == known
