"""The pages of what would be sent, beside the words about it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from klubban.i18n import _
from klubban.ui.meeting.pager import Pager
from klubban.ui.widgets.basics import QUIET, ROLE, Ground, Text, spaced
from klubban.ui.widgets.page_preview import PagePreview
from klubban.ui.worker import Failed, Page, SetTree, ShowFile, ShowPage

if TYPE_CHECKING:
    from klubban.documents.tree import Document
    from klubban.ui.typesetter import Typesetter

_MARGIN, _GAP, _AT_RESIZE = 18, 10, 200


class TreePreview(Ground):
    """Shows one document, or a finished file, a page at a time."""

    def __init__(self, typesetter: Typesetter) -> None:
        super().__init__(ROLE.AlternateBase)
        self._typesetter = typesetter
        self._document: Document | bytes | None = None
        self._set: Document | bytes | None = None
        self._wanted: SetTree | ShowFile | ShowPage | None = None
        self._page, self._pages = 1, 1
        self._heading: int | None = None
        """The heading that is to be seen, until its page is known."""
        self.sheet, self.pager, self._name = PagePreview(), Pager(larger=False), Text("", "label", QUIET)
        column = QVBoxLayout(self)
        spaced(column, (_MARGIN, _MARGIN, _MARGIN, 12), _GAP)
        for widget in (self._name, self.sheet, self.pager):
            column.addWidget(widget)
        column.addStretch(1)
        self._resized = QTimer(self, singleShot=True, interval=_AT_RESIZE)
        self._resized.timeout.connect(self._sharpen)
        self.sheet.turned.connect(self._turn)
        self.sheet.resized.connect(self._resized.start)
        self.pager.turned.connect(self._turn)
        typesetter.answered.connect(self._take)

    def follow(self, name: str, document: Document | bytes | None) -> None:
        """Show another document or finished file, or the same as it is now; that stays at its page."""
        if name != self._name.text():
            self._page = 1
        self._name.setText(name)
        self._document = document
        self._set_it()

    @property
    def name(self) -> str:
        """Return what stands above the page."""
        return self._name.text()

    def turn_to(self, page: int) -> None:
        """Show a page, now and when the document is shown anew."""
        if page != self._page:
            self._page, self._set = page, None
            self._set_it()

    def turn_to_heading(self, number: int) -> None:
        """Show the page on which a heading stands, counted from 0."""
        self._heading, self._set = number, None
        self._set_it()

    def _set_it(self) -> None:
        if self._document is not None and self.isVisible() and self._document != self._set:
            self._set, heading = self._document, self._heading
            self._heading = None
            if isinstance(self._document, bytes):
                self._ask(ShowFile(self._document, self.sheet.pixels_across, self._page))
                return
            self._ask(SetTree(self._document, self.sheet.pixels_across, self._page, heading))

    def _ask(self, job: SetTree | ShowFile | ShowPage) -> None:
        self._wanted = job
        self._typesetter.ask(job)

    def _turn(self, by: int) -> None:
        page = max(1, min(self._page + by, self._pages))
        if page != self._page:
            self._ask(ShowPage(page, self.sheet.pixels_across))

    def _sharpen(self) -> None:
        """Draw the page again at another size; what was set last may be another page's by now."""
        if self._wanted is not None and self._wanted.width != self.sheet.pixels_across:
            self._set = None
            self._set_it()

    def _take(self, job: object, answer: object) -> None:
        if job is not self._wanted:
            return
        if isinstance(answer, Page):
            image = QImage(
                answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB32
            )
            self._page, self._pages = answer.page, answer.pages
            place = f"{answer.page} ({answer.pages})"
            self.pager.show_place(place, before=answer.page > 1, after=answer.page < answer.pages)
            told = _("Preview, page {page} of {pages}").format(page=answer.page, pages=answer.pages)
            self.sheet.show_page(image.copy(), told)  # a copy: the picture's bytes go with the answer
        elif isinstance(answer, Failed):
            logging.getLogger(__name__).warning("no preview: %s", answer.details or answer.sentences)
            self.pager.show_place(_("The page cannot be shown"), before=False, after=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up; another room may have had its own pages set meanwhile."""
        super().showEvent(event)
        self._set = None
        QTimer.singleShot(0, self._set_it)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sheet its room."""
        super().resizeEvent(event)
        wide = self.width() - 2 * _MARGIN
        rest = self.pager.sizeHint().height() + self._name.sizeHint().height() + 2 * _GAP + 12
        high = self.height() - _MARGIN - rest
        self.sheet.setFixedHeight(max(160, min(self.sheet.height_at(wide), high)))
