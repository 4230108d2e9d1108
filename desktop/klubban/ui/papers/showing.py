"""In the other process: a paper is opened there, so that what is wrong with it harms nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.media import Media
from klubban.ui.papers.jobs import NotHad, PaperWords, ShowPaper
from klubban.ui.worker import Page

if TYPE_CHECKING:
    from klubban.documents.pdf.foreign import Pages
    from klubban.exchange.paper_lines import PaperLine

_OPEN = (Media.ODT, Media.ODS, Media.ODP)


class Shown:
    """Keeps the paper that was shown last, so that its pages can be turned."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._sha256: str | None = None
        self._pages: Pages | None = None
        self._words = PaperWords(())

    def answer(self, job: ShowPaper) -> Page | PaperWords | NotHad:
        """Show what is asked for; raises RuleBroken for a paper that cannot be shown."""
        if job.sha256 != self._sha256:
            if job.data is None:
                return NotHad()
            self._open(job, job.data)
        if self._pages is None:
            return self._words
        page = max(1, min(job.page, self._pages.count))
        made = self._pages.page(page, job.width)
        return Page(page, self._pages.count, made.width, made.height, made.stride, made.pixels)

    def _open(self, job: ShowPaper, data: bytes) -> None:
        if self._pages is not None:
            self._pages.close()
        self._sha256, self._pages, self._words = None, None, PaperWords(())
        media = Media(job.media_type)
        if media is Media.PDF or media.is_picture:
            from klubban.documents.pdf.foreign import Pages

            self._pages = Pages(data, media)
        else:
            self._words = PaperWords(_lines(data, media))
        self._sha256 = job.sha256


def _lines(data: bytes, media: Media) -> tuple[PaperLine, ...]:
    if media is Media.DOCX:
        from klubban.exchange.word import read_word

        return read_word(data).lines
    if media in _OPEN:
        from klubban.exchange.open_document import read_open_document

        return read_open_document(data)
    return ()
