"""The other process: it sets documents and draws their pages while the window goes on. It knows no Qt."""

from __future__ import annotations

import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias

from klubban import i18n
from klubban.documents.forms import Form
from klubban.documents.tree import Document, Heading
from klubban.domain.errors import RuleBroken
from klubban.ui.after.archive_job import PackArchive, Packed
from klubban.ui.after.jobs import Examine, MakeFile, ReadScan, ReadSigned, SignFile, SigningAnswer
from klubban.ui.inquiries.jobs import MakePapers, PapersMade
from klubban.ui.output.jobs import Counted, CountPages, Export, Written, export
from klubban.ui.output.print_jobs import FindPrinters, PrintDocuments
from klubban.ui.papers.jobs import NotHad, PaperWords, ShowPaper
from klubban.ui.summons.jobs import BindBundle, Bound, DraftMail, Progress, Report, Stopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from multiprocessing.connection import Connection

    from klubban.documents.pdf import Typeset
    from klubban.domain.meeting import Item, Meeting
    from klubban.ui.papers.showing import Shown

_A_PAGE = 70
"""No page has so many lines."""
_A4_WIDTH = 595.2756
_KEPT = 12
"""Documents; a file of forty pages has some 200 kB."""


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
    """Set the whole record as it is exported that day; draw the page where an item begins, or the first."""

    meeting: Meeting
    item: int | None
    width: int
    today: date | None = None


@dataclass(frozen=True, slots=True)
class SetTree:
    """Set a document that is ready and draw one of its pages, or the last where it has fewer.

    With a heading, counted from 0, it is the page on which that stands.
    """

    document: Document
    width: int
    page: int = 1
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class ShowFile:
    """Draw a page of a file that is finished; 0 is the one on which it is signed."""

    data: bytes = field(repr=False)
    width: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Draw another page of what was set last."""

    page: int
    width: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave what is being done, where it can be left."""


Job: TypeAlias = (
    Warm
    | SetParagraph
    | SetItem
    | SetWhole
    | SetTree
    | ShowFile
    | ShowPage
    | ShowPaper
    | Export
    | CountPages
    | FindPrinters
    | PrintDocuments
    | BindBundle
    | DraftMail
    | PackArchive
    | MakePapers
    | MakeFile
    | SignFile
    | Examine
    | ReadSigned
    | ReadScan
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
class Failed:
    """Why a job was not done: known sentences (templates with facts), or a bug's traceback."""

    sentences: tuple[str, ...]
    facts: dict[str, object]
    details: str = ""


Answer: TypeAlias = (
    Page
    | PaperWords
    | NotHad
    | Counted
    | Written
    | Bound
    | Packed
    | PapersMade
    | Stopped
    | SigningAnswer
    | Failed
    | None
)


def serve(connection: Connection) -> None:
    """Do one job after the other until the window's end of the line is closed."""
    i18n.use(i18n.preferred())  # as the window does: why something is refused may be told in its words
    serve_jobs(connection, Desk().do)


def serve_jobs(connection: Connection, do: Callable[[Job, Report], object]) -> None:
    """Answer jobs by number until the line is closed; what goes wrong is an answer too."""
    with suppress(EOFError, OSError, KeyboardInterrupt):  # the window is gone, however it went
        while True:
            number, job = connection.recv()
            if not isinstance(job, Stop):  # one that came too late
                connection.send((number, _answered(do, job, _reporter(connection, number))))


def _answered(do: Callable[[Job, Report], object], job: Job, report: Report) -> object:
    from klubban.store.trouble import Trouble

    try:
        return do(job, report)
    except RuleBroken as broken:
        return Failed((broken.template,), broken.facts)
    except Trouble as trouble:
        return Failed(trouble.sentences, dict(trouble.facts))
    except Exception:  # noqa: BLE001 - the window shows it as the bug it is
        return Failed((), {}, traceback.format_exc())


def _reporter(connection: Connection, number: int) -> Report:
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
        self._kept: dict[Document, Typeset] = {}
        """What was set lately, the oldest first."""
        self._meeting: Meeting | None = None

    def answer(self, job: Job, report: Report = lambda _progress: True) -> object:
        """Do a job; what goes wrong is an answer too."""
        return _answered(self.do, job, report)

    def do(self, job: Job, report: Report) -> Answer:  # noqa: C901, PLR0911, PLR0912 - a job a case
        """Do a job; raises RuleBroken and Trouble."""
        match job:
            case Warm():
                return _warm()
            case SetParagraph(meeting, item, width):
                self._meeting = meeting
                return self._paragraph(meeting, item, width)
            case SetItem(item, width):
                return self._item(item, width)
            case SetWhole(meeting, item, width, today):
                self._meeting = meeting
                return self._whole(meeting, today, item, width)
            case SetTree(document, width, page, heading):
                made = self._made(document)
                self._show(made)
                return self._picture(made.heading_pages[heading] if heading is not None else page, width)
            case ShowFile(data, width, page):
                return self._finished(data, page, width)
            case CountPages(document):
                return Counted(self._made(document).pages)
            case ShowPage(page, width):
                return self._picture(page, width)
            case ShowPaper():
                return self._papers.answer(job)
            case Export():
                return export(job, self._file, report)
            case BindBundle() | DraftMail():
                from klubban.ui.summons import jobs

                return jobs.do(job, report)
            case PackArchive():
                from klubban.ui.after import archive_job

                return archive_job.do(job, report)
            case MakePapers():
                from klubban.ui.inquiries import jobs as inquiry_jobs

                return inquiry_jobs.make_papers(job, report)
            case MakeFile() | SignFile() | Examine() | ReadSigned() | ReadScan():
                from klubban.ui.after import jobs as signing_jobs

                return signing_jobs.do(job, self._file)
            case FindPrinters() | PrintDocuments() | Stop():  # another process prints
                return None

    @cached_property
    def _papers(self) -> Shown:
        from klubban.ui.papers.showing import Shown

        return Shown()

    def _paragraph(self, meeting: Meeting, item: int, width: int) -> Page | None:
        from klubban.documents import pdf, protocol

        language = meeting.organisation.language
        document = protocol.build_paragraph(meeting, item, language=language, lines=_A_PAGE)
        self._show(pdf.typeset(document))  # not kept: the next letter makes another
        return self._picture(1, width)

    def _item(self, item: Item, width: int) -> Page | None:
        """Return nothing where the meeting is not known here, so that it is sent."""
        if self._meeting is None:
            return None
        return self._paragraph(self._meeting.with_item(item), item.id, width)

    def _whole(self, meeting: Meeting, today: date | None, item: int | None, width: int) -> Page | None:
        from klubban.documents import record

        document = record.build(meeting, today)
        made = self._made(document)
        self._show(made)
        found = _heading_of(document, meeting, item)
        return self._picture(made.heading_pages[found] if found is not None else 1, width)

    def _made(self, document: Document) -> Typeset:
        """Return a document set: what was set lately is not set again."""
        from klubban.documents import pdf

        made = self._kept.pop(document, None) or pdf.typeset(document)
        self._kept[document] = made
        if len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]
        return made

    def _file(self, document: Document, form: Form) -> bytes:
        """Return a document in a form; as PDF the very bytes that were shown."""
        from klubban.documents import forms

        return self._made(document).data if form is Form.PDF else forms.made(document, form)

    def _show(self, made: Typeset) -> None:
        self._data, self._pages = made.data, made.pages

    def _finished(self, data: bytes, page: int, width: int) -> Page | None:
        from klubban.documents import pdf

        self._data, self._pages = data, pdf.count(data)
        return self._picture(page or _signed_page(data), width)

    def _picture(self, page: int, width: int) -> Page | None:
        from klubban.documents import pdf

        if not self._pages:
            return None
        page = max(1, min(page, self._pages))
        made = pdf.picture(self._data, page, width / _A4_WIDTH)
        return Page(page, self._pages, made.width, made.height, made.stride, made.pixels)


def _signed_page(data: bytes) -> int:
    """Return the page with the last signature of a file, or its first."""
    from klubban.documents.pdf.signatures import fields_of

    return max((each.page or 1 for each in fields_of(data) if each.signed), default=1)


@cache
def _warm() -> None:
    from klubban.documents import record
    from klubban.documents.pdf import pictures, setting
    from klubban.operations import export

    _ = record.build, setting.set_document, pictures.render, export.write


def _heading_of(document: Document, meeting: Meeting, item_id: int | None) -> int | None:
    """Return which of the document's headings begins an item."""
    from klubban.documents import paragraph

    item = next((item for item in meeting.items if item.id == item_id), None)
    if item is None:
        return None
    headings = [node for node in document.nodes if isinstance(node, Heading)]
    wanted = paragraph.heading(meeting, item)
    return headings.index(wanted) if wanted in headings else None
