"""The other process: it sets documents and draws their pages while the window goes on. It knows no Qt."""

from __future__ import annotations

import traceback
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

from klubban.documents.tree import Document, Heading
from klubban.domain.errors import RuleBroken
from klubban.ui.papers.jobs import NotHad, PaperWords, ShowPaper
from klubban.ui.summons.jobs import BindBundle, Bound, DraftMail, Progress, Stopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from klubban.domain.meeting import Item, Meeting
    from klubban.operations.export import Prepared
    from klubban.operations.notes_mail import PreparedMail
    from klubban.operations.remuneration import PreparedSheets
    from klubban.ui.papers.showing import Shown

_A_PAGE = 70
"""No page has so many lines."""
_A4_WIDTH = 595.2756


@dataclass(frozen=True, slots=True)
class Warm:
    """Nothing to do but to import what the first page will need."""


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """Set one item alone and draw its first page, so many pixels wide."""

    meeting: Meeting
    item: int
    width: int


@dataclass(frozen=True, slots=True)
class SetItem:
    """Set one item alone, as it is typed, in the meeting that was set last: that need not be sent again."""

    item: Item
    width: int


@dataclass(frozen=True, slots=True)
class SetWhole:
    """Set the whole document and draw the page on which an item begins, or the first page."""

    meeting: Meeting
    item: int | None
    width: int


@dataclass(frozen=True, slots=True)
class SetTree:
    """Set a document that is ready and draw one of its pages, or the last where it has fewer."""

    document: Document
    width: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Draw another page of what was set last."""

    page: int
    width: int


@dataclass(frozen=True, slots=True)
class Export:
    """Set documents that are ready, sheets, or mails with a document, and write them into a folder."""

    documents: tuple[Prepared | PreparedSheets | PreparedMail, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave what is being done, where it can be left."""


Job: TypeAlias = (
    Warm
    | SetParagraph
    | SetItem
    | SetWhole
    | SetTree
    | ShowPage
    | ShowPaper
    | Export
    | BindBundle
    | DraftMail
    | Stop
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a picture of 32 bit pixels (blue, green, red, unused)."""

    page: int
    pages: int
    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """The files that an export wrote."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a job was not done: known sentences (templates with facts), or a bug's traceback."""

    sentences: tuple[str, ...]
    facts: dict[str, object]
    details: str = ""


Answer: TypeAlias = Page | PaperWords | NotHad | Written | Bound | Stopped | Failed | None


def serve(connection: Connection) -> None:
    """Do one job after the other until the window's end of the line is closed."""
    desk = Desk()
    with suppress(EOFError, OSError, KeyboardInterrupt):  # the window is gone, however it went
        while True:
            number, job = connection.recv()
            if not isinstance(job, Stop):  # one that came too late
                connection.send((number, desk.answer(job, _reporter(connection, number))))


def _reporter(connection: Connection, number: int) -> Callable[[Progress], bool]:
    def report(progress: Progress) -> bool:
        """Tell how far a job is; return whether it is to go on."""
        try:
            connection.send((number, progress))
            return not connection.poll()  # while a job is done, nothing comes but that it is to be left
        except OSError:
            return False

    return report


class Desk:
    """Keeps the document that was set last, so that its pages can be turned."""

    def __init__(self) -> None:
        """Begin with nothing set."""
        self._data = b""
        self._pages = 0
        self._meeting: Meeting | None = None

    def answer(self, job: Job, report: Callable[[Progress], bool] = lambda _progress: True) -> Answer:
        """Do a job; what goes wrong is an answer too."""
        from klubban.store.trouble import Trouble

        try:
            return self._do(job, report)
        except RuleBroken as broken:
            return Failed((broken.template,), broken.facts)
        except Trouble as trouble:
            return Failed(trouble.sentences, dict(trouble.facts))
        except Exception:  # noqa: BLE001 - the window shows it as the bug it is
            return Failed((), {}, traceback.format_exc())

    def _do(self, job: Job, report: Callable[[Progress], bool]) -> Answer:  # noqa: C901, PLR0911 - a job a case
        match job:
            case Warm():
                return _warm()
            case SetParagraph(meeting, item, width):
                self._meeting = meeting
                return self._paragraph(meeting, item, width)
            case SetItem(item, width):
                return self._item(item, width)
            case SetWhole(meeting, item, width):
                self._meeting = meeting
                return self._whole(meeting, item, width)
            case SetTree(document, width, page):
                self._set(document)
                return self._picture(page, width)
            case ShowPage(page, width):
                return self._picture(page, width)
            case ShowPaper():
                return self._papers.answer(job)
            case Export():
                return _export(job)
            case BindBundle() | DraftMail():
                from klubban.ui.summons import jobs

                return jobs.do(job, report)
            case Stop():
                return None

    @cached_property
    def _papers(self) -> Shown:
        from klubban.ui.papers.showing import Shown

        return Shown()

    def _paragraph(self, meeting: Meeting, item: int, width: int) -> Page | None:
        from klubban.documents import protocol

        language = meeting.organisation.language
        self._set(protocol.build_paragraph(meeting, item, language=language, lines=_A_PAGE))
        return self._picture(1, width)

    def _item(self, item: Item, width: int) -> Page | None:
        """Return nothing where the meeting is not known here, so that it is sent."""
        if self._meeting is None:
            return None
        return self._paragraph(self._meeting.with_item(item), item.id, width)

    def _whole(self, meeting: Meeting, item: int | None, width: int) -> Page | None:
        from klubban.documents import protocol

        document = protocol.build(meeting, language=meeting.organisation.language)
        heading_pages = self._set(document)
        found = _heading_of(document, meeting, item)
        return self._picture(heading_pages[found] if found is not None else 1, width)

    def _set(self, document: Document) -> tuple[int, ...]:
        from klubban.documents import pdf

        made = pdf.typeset(document)
        self._data, self._pages = made.data, made.pages
        return made.heading_pages

    def _picture(self, page: int, width: int) -> Page | None:
        from klubban.documents import pdf

        if not self._pages:
            return None
        page = max(1, min(page, self._pages))
        made = pdf.picture(self._data, page, width / _A4_WIDTH)
        return Page(page, self._pages, made.width, made.height, made.stride, made.pixels)


@cache
def _warm() -> None:
    from klubban.documents import protocol
    from klubban.documents.pdf import pictures, setting
    from klubban.operations import export

    _ = protocol.build, setting.set_document, pictures.render, export.write


def _heading_of(document: Document, meeting: Meeting, item_id: int | None) -> int | None:
    """Return which of the document's headings begins an item."""
    from klubban.documents import paragraph

    item = next((item for item in meeting.items if item.id == item_id), None)
    if item is None:
        return None
    headings = [node for node in document.nodes if isinstance(node, Heading)]
    wanted = paragraph.heading(meeting, item)
    return headings.index(wanted) if wanted in headings else None


def _export(job: Export) -> Written:
    return Written(tuple(_write(each, job.folder) for each in job.documents))


def _write(prepared: Prepared | PreparedSheets | PreparedMail, folder: Path) -> Path:
    from klubban.operations import export, notes_mail, remuneration

    if isinstance(prepared, notes_mail.PreparedMail):
        return notes_mail.write_mail(prepared, folder)
    if isinstance(prepared, remuneration.PreparedSheets):
        return remuneration.write_sheets(prepared, folder)
    return export.write(prepared, folder)
