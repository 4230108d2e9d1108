"""The summons or a supplement with all its documents, as one PDF file, or as parts that can be mailed.

`prepare` reads the database and copies the papers out into a folder of its own; `make` needs neither
database nor window, and takes the folder away when it is done, has failed, or was cancelled.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.documents import agenda, front_page, summons, supplement, tree, wording
from klubban.documents.pdf.unfit import Why
from klubban.domain import public as visibility
from klubban.domain.errors import RuleBroken
from klubban.domain.sendings import latest_news, taken_off
from klubban.i18n import N_, Texts, texts
from klubban.operations.file_names import stem_of_meeting
from klubban.operations.presidium import meeting_to_summon
from klubban.store import attachments
from klubban.store.trouble import Trouble

if TYPE_CHECKING:
    from klubban.domain.meeting import Document, Item, Meeting
    from klubban.store.database import Database

Progress = Callable[[int, int], object]
"""Is told how much is done, of how much; returning False cancels."""


class Cancelled(Exception):
    """Whoever waits for the bundle waits no longer."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it was copied out."""

    key: str
    number: str
    """`Bilaga 3`"""
    name: str
    """`Bilaga 3 till punkt 12`"""
    title: str
    file: Path | None
    why: Why | None = None
    """Why there is no file."""


@dataclass(frozen=True, slots=True)
class Papers:
    """An item with its documents."""

    key: str
    number: str
    title: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What `make` needs; it can be sent to another process."""

    work: Path
    """The folder with the papers' bytes."""
    stem: str
    """The beginning of the files' names."""
    name: str
    """What the files are, on their contents' page."""
    front: tree.Document | None
    """The summons, or the supplement; none for what is handed out apart."""
    like: tree.Document
    """What else is made for it looks like this, and is said to be by the same."""
    language: str
    day: date
    items: tuple[Papers, ...]
    most_bytes: int | None = None
    copies: tuple[str, ...] = ()
    """To whom each copy goes, or nothing where that is not said; no copies for a bundle of all."""
    public: bool = False
    """Without what somebody noted on the papers' pages."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document in whose place a slip stands: which, and why."""

    name: str
    """`Bilaga 3 till punkt 12: Karta`, in the document's language."""
    why: str
    """A template to translate, without facts."""


@dataclass(frozen=True, slots=True)
class Made:
    """The files that were written, and what is not as one would expect."""

    paths: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()
    too_large: tuple[Path, ...] = ()
    """The files that are larger than was asked for, since one item alone is."""


def prepare(
    database: Database,
    meeting_id: int,
    *,
    supplement: bool = False,
    public: bool = False,
    confidential: bool = False,
    copies: int | Sequence[str] = (),
    most_bytes: int | None = None,
) -> Prepared:
    """Copy out what a bundle is made of.

    With `supplement` it holds what is new since what was sent, or what the last supplement told. With
    `confidential` it holds the confidential papers alone, in numbered copies, for so many or for those named.
    Parts are split by item at `most_bytes`. Raises RuleBroken where there is nothing to put in.
    """
    if confidential and public:
        raise RuleBroken("What is confidential is not made public")
    meeting = meeting_to_summon(database, meeting_id)
    stem = stem_of_meeting(database, meeting)
    plan = _Plan(meeting, supplement=supplement, public=public, confidential=confidential)
    chosen, to = plan.chosen(), _copies(copies) if confidential else ()
    work = Path(tempfile.mkdtemp(prefix="klubban-"))
    try:
        items = tuple(_papers(database, plan, item, documents, work) for item, documents in chosen)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return Prepared(
        work=work,
        stem=f"{stem}-{plan.file_name}",
        name=plan.name,
        front=plan.front(),
        like=plan.like,
        language=meeting.organisation.language,
        day=meeting.date,
        items=items,
        most_bytes=most_bytes,
        copies=to,
        public=public,
    )


def make(prepared: Prepared, folder: Path, progress: Progress = lambda _done, _of: True) -> Made:
    """Write the bundle into a folder; raises Cancelled, and Trouble when a file cannot be written."""
    from klubban.operations.binding import Binding  # ReportLab and pikepdf wait until they are needed

    try:
        with _room():
            return Binding(prepared, folder, progress).make()
    finally:
        discard(prepared)


@contextmanager
def _room() -> Iterator[None]:
    """Raise Trouble for what cannot be written on the way."""
    try:
        yield
    except OSError as error:
        raise Trouble(
            N_("The documents could not be prepared in {folder}."),
            N_("The disk may be full. Nothing was written in its place."),
            N_("Make room on it, and try again."),
            folder=tempfile.gettempdir() if error.filename is None else str(Path(error.filename).parent),
        ) from error


def discard(prepared: Prepared) -> None:
    """Take the prepared papers away, whether `make` was called or not."""
    shutil.rmtree(prepared.work, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which bundle is asked for."""

    meeting: Meeting
    supplement: bool
    public: bool
    confidential: bool

    @property
    def texts(self) -> Texts:
        return texts(self.meeting.organisation.language)

    def chosen(self) -> list[tuple[Item, list[Document]]]:
        """Return the items with the documents that go in; raises RuleBroken where there are none."""
        shown = self._shown.meeting
        new = None
        if self.supplement:
            told = latest_news(self.meeting).within(shown)
            new = {each.document.id for each in told.documents}
        found = []
        for item in shown.items:
            documents = [
                each
                for each in item.documents
                if visibility.is_confidential(item, each) is self.confidential
                and (new is None or each.id in new)
                and not taken_off(item)
            ]
            if documents or not (self.supplement or self.confidential):
                found.append((item, documents))
        if self.confidential and not found:
            raise RuleBroken("There is nothing confidential to hand out")
        return found

    def front(self) -> tree.Document | None:
        if self.confidential:
            return None
        build = supplement.build if self.supplement else summons.build
        return build(self.meeting, language=self.texts.language, to_public=self.public)

    @property
    def name(self) -> str:
        """Return what the bundle is, of which meeting."""
        which = wording.which_meeting(self.meeting, self.texts, planned=True)
        if self.confidential:
            return self.texts.gettext("Confidential documents. {meeting}").format(meeting=which)
        return which

    @property
    def file_name(self) -> str:
        parts = [self.texts.pgettext("file name", "documents")]
        if self.confidential:
            parts.append(self.texts.pgettext("file name", "confidential"))
        if self.supplement:
            number = latest_news(self.meeting).number
            parts.insert(0, self.texts.pgettext("file name", "supplement-{number}").format(number=number))
        if self.public:
            parts.append(self.texts.pgettext("file name", "public"))
        return "-".join(parts)

    @property
    def like(self) -> tree.Document:
        kind = self.texts.pgettext("document", "Documents")
        return front_page.document(self.meeting, kind, (), self.texts, plain=True)

    @property
    def _shown(self) -> visibility.Shown:
        return visibility.shown(self.meeting, to_public=self.public)

    @property
    def numbers(self) -> Mapping[int, str]:
        return self._shown.numbers


def _copies(copies: int | Sequence[str]) -> tuple[str, ...]:
    if isinstance(copies, int):
        if copies < 1:
            raise RuleBroken("At least one copy is made")
        return ("",) * copies
    return tuple(copies) or ("",)


def _papers(database: Database, plan: _Plan, item: Item, documents: list[Document], work: Path) -> Papers:
    number = plan.numbers[item.id]
    return Papers(
        agenda.item_key(item),
        number,
        item.title,
        tuple(_paper(database, plan.texts, item, number, document, work) for document in documents),
    )


def _paper(
    database: Database, words: Texts, item: Item, number: str, document: Document, work: Path
) -> Paper:
    own = agenda.number_of(item, document)
    file, why = _copied(database, document, work / f"{document.id}.in")
    return Paper(
        agenda.paper_key(document),
        agenda.paper_label(own, words),
        agenda.paper_of_item(own, number, words),
        document.title,
        file,
        why,
    )


def _copied(database: Database, document: Document, target: Path) -> tuple[Path | None, Why | None]:
    """Write a document's bytes out, a piece at a time, and see that they are what was kept."""
    if document.sha256 is None:
        return None, Why.MISSING
    digest = hashlib.sha256()
    try:
        with target.open("xb") as handle, database.read() as read:
            for piece in attachments.pieces(read, document.sha256):
                digest.update(piece)
                handle.write(piece)
    except LookupError:
        target.unlink(missing_ok=True)
        return None, Why.MISSING
    return (target, None) if digest.hexdigest() == document.sha256 else (None, Why.CHANGED)


def walk(items: Sequence[Papers]) -> Iterator[Paper]:
    """Walk all documents, in order."""
    for item in items:
        yield from item.papers


NOT_ADDED = N_("{name} is not in the bundle: {why}")
"""How a document left out is told of."""
