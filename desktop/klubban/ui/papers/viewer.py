"""Shows one paper: its pages, its words, or in a calm sentence why it cannot be shown here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from klubban.i18n import _
from klubban.ui.papers.jobs import NotHad, PaperWords, ShowPaper
from klubban.ui.papers.lines_view import LinesView
from klubban.ui.papers.sheet import Sheet
from klubban.ui.widgets.basics import QUIET, ROLE, Ground, Text, spaced
from klubban.ui.worker import Failed, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.typesetter import Typesetter

_AT_RESIZE, _WORTH_A_WORD, _LONGEST = 200, 400, 20_000
"""Milliseconds; a paper on which the other process spends longer is given up."""


class Viewer(QStackedWidget):
    """Follows one paper by its hash; `bytes_of` gives its bytes when the other process has not had them."""

    placed = Signal(int, int)
    """The page that is shown, of how many; 0 of 0 for words."""
    bug = Signal(str)

    def __init__(self, typesetter: Typesetter, bytes_of: Callable[[str], bytes]) -> None:
        super().__init__()
        self._typesetter, self._bytes_of = typesetter, bytes_of
        self._wanted: ShowPaper | None = None
        self._shown: ShowPaper | None = None
        self._pages = 1
        self.sheet, self.lines, self._calm = Sheet(), LinesView(), Text("", "body", QUIET, wrap=True)
        ground, column = Ground(ROLE.Window), QVBoxLayout()
        spaced(column, (28, 28, 28, 28))
        self._calm.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(self._calm)
        column.addStretch(3)
        ground.setLayout(column)
        self._ground = ground
        for widget in (self.sheet, self._page_of(self.lines), ground):
            self.addWidget(widget)
        self.sheet.turned.connect(self.turn)
        self.sheet.resized.connect(self._resized)
        self._pause = self._timer(_AT_RESIZE, self._sharpen)
        self._patience = self._timer(_LONGEST, self._give_up)
        self._soon = self._timer(_WORTH_A_WORD, lambda: self.tell(_("Opening …")))
        typesetter.answered.connect(self._take)

    def _page_of(self, lines: LinesView) -> Ground:
        """Return the ground on which words lie as a page does."""
        ground, row = Ground(ROLE.Window), QHBoxLayout()
        spaced(row, (28, 28, 28, 0))
        row.addStretch(1)
        row.addWidget(lines, 100)
        row.addStretch(1)
        ground.setLayout(row)
        self._words = ground
        return ground

    def _timer(self, wait: int, done: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=wait)
        timer.timeout.connect(done)
        return timer

    @property
    def said(self) -> str:
        """Return the sentence that stands in the place of a page."""
        return self._calm.text() if self.currentWidget() is self._ground else ""

    def show_paper(self, sha256: str, media_type: str) -> None:
        """Show a paper from its first page; one that is shown already stays as it is."""
        if self._wanted is not None and self._wanted.sha256 == sha256:
            return
        self._pages = 1
        self._soon.start()
        self._ask(ShowPaper(sha256, media_type, 1, self.sheet.pixels_across))

    def tell(self, words: str) -> None:
        """Say something in the place of a page."""
        self._calm.setText(words)
        self.setCurrentWidget(self._ground)
        self.placed.emit(0, 0)

    def forget(self) -> None:
        """Show no paper, and wait for none."""
        self._wanted = self._shown = None
        self._patience.stop()
        self._soon.stop()

    def turn(self, by: int) -> None:
        """Show another page."""
        if self._wanted is not None and self.currentWidget() is self.sheet:
            page = max(1, min(self._wanted.page + by, self._pages))
            if page != self._wanted.page:
                self._ask(replace(self._wanted, page=page, width=self.sheet.pixels_across))

    def enter(self) -> None:
        """Give the keyboard to what is shown."""
        shown = self.lines if self.currentWidget() is self._words else self.sheet
        (self if self.currentWidget() is self._ground else shown).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- jobs and answers

    def _ask(self, job: ShowPaper) -> None:
        self._wanted = replace(job, data=None)
        self._patience.start()
        self._typesetter.ask(job)

    def _resized(self) -> None:
        self._pause.start()

    def _sharpen(self) -> None:
        """Draw the page again at another size."""
        across = self.sheet.pixels_across
        if self._wanted is not None and self._shown is not None and self._wanted.width != across:
            self._ask(replace(self._wanted, width=across))

    def _give_up(self) -> None:
        if self._wanted is not None:
            self._typesetter.stop()
            self.tell(_("This paper takes too long to show. Save a copy and open it in another program."))

    def _take(self, job: object, answer: object) -> None:
        """Show an answer; one that something newer has overtaken is dropped."""
        if not isinstance(job, ShowPaper) or replace(job, data=None) != self._wanted:
            return
        if isinstance(answer, NotHad):
            self._send(job)
            return
        self._patience.stop()
        self._soon.stop()
        if isinstance(answer, Page):
            self._show(job, answer)
        elif isinstance(answer, PaperWords):
            self._show_words(answer)
        elif isinstance(answer, Failed):
            self._fail(answer)

    def _send(self, job: ShowPaper) -> None:
        try:
            data = self._bytes_of(job.sha256)
        except LookupError:
            self.forget()
            self.tell(_("The paper is not in this file."))
            return
        self._ask(replace(job, data=data))

    def _show(self, job: ShowPaper, answer: Page) -> None:
        image = QImage(answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB32)
        told = _("Page {page} of {pages}").format(page=answer.page, pages=answer.pages)
        before = self._shown
        other = before is None or (before.sha256, before.page) != (job.sha256, answer.page)
        self._pages, self._shown = answer.pages, replace(job, data=None)
        self.setCurrentWidget(self.sheet)
        self.sheet.show_page(image.copy(), told, other=other)  # a copy: the bytes go with the answer
        self.placed.emit(answer.page, answer.pages)

    def _show_words(self, answer: PaperWords) -> None:
        if not answer.lines:
            self.tell(
                _("Papers of this sort are not shown here. Save a copy and open it in another program.")
            )
            return
        self.lines.show_lines(answer.lines)
        self.setCurrentWidget(self._words)
        self.placed.emit(0, 0)

    def _fail(self, answer: Failed) -> None:
        if answer.sentences:
            told = " ".join(_(sentence).format(**answer.facts) for sentence in answer.sentences)
            self.tell(f"{told.rstrip('.')}.\n" + _("It is kept as it is; a copy of it can be saved."))
        else:
            self.tell(_("The paper could not be shown. Save a copy and open it in another program."))
