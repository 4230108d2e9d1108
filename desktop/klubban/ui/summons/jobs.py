"""What the page has the other process do: bind documents, and draft a mail. Nothing here knows Qt.

That process reads the file itself, so that the window is never held up by the papers' bytes. What it needs on
the way it keeps in a folder that the window takes away, however the process ended.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.exchange.mail import Attached
    from klubban.operations.bundle import LeftOut
    from klubban.store.database import Database

A_MAIL = 18_000_000
"""So much goes with one mail: it grows by a third on its way, and most servers take 25 MB."""
Report = Callable[["Progress"], bool]
"""Is told how far it is; returning False cancels."""


@dataclass(frozen=True, slots=True)
class BindBundle:
    """Write the summons, or a supplement, with its documents into a folder."""

    file: Path
    meeting: int
    folder: Path
    work: Path
    supplement: bool = False
    public: bool = False
    confidential: bool = False
    copies: int | tuple[str, ...] = ()
    most_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class DraftMail:
    """Write a mail that calls to a meeting, with what everybody may see of it, into a folder."""

    file: Path
    meeting: int
    folder: Path
    work: Path
    stamped: datetime
    supplement: bool = False
    documents: bool = False
    """The documents go with it, and not the summons alone."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is."""

    done: int
    of: int
    documents: int
    """So many of the steps are documents; what follows is writing."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What was written, and what could not be put in."""

    paths: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()
    too_large: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Stopped:
    """The job was cancelled; nothing was written."""


def do(job: BindBundle | DraftMail, report: Report) -> Bound | Stopped:
    """Do a job; raises RuleBroken and Trouble."""
    from klubban.operations.bundle import Cancelled
    from klubban.store.database import Database

    with _working_in(job.work), closing(Database.open(job.file, read_only=True, examined=False)) as database:
        try:
            return (
                _bind(database, job, report) if isinstance(job, BindBundle) else _mail(database, job, report)
            )
        except Cancelled:
            return Stopped()


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    """Let everything that is only for a while lie in a folder."""
    before = tempfile.tempdir
    tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before


def _bind(database: Database, job: BindBundle, report: Report) -> Bound:
    from klubban.operations import bundle

    prepared = bundle.prepare(
        database,
        job.meeting,
        supplement=job.supplement,
        public=job.public,
        confidential=job.confidential,
        copies=job.copies,
        most_bytes=job.most_bytes,
    )
    documents = sum(1 for _paper in bundle.walk(prepared.items))
    made = bundle.make(prepared, job.folder, lambda done, of: report(Progress(done, of, documents)))
    return Bound(made.paths, made.left_out, made.too_large)


def _mail(database: Database, job: DraftMail, report: Report) -> Bound:
    """Draft the mail, or as many as its parts need; only what is made public goes with it."""
    from klubban.operations import mail
    from klubban.operations.files import write_file

    attached, made = _attached(database, job, report)
    *papers, dates = attached
    first = mail.write_draft(database, job.meeting, [*papers[:1], dates], job.work)
    written = [(job.folder / first.name, first.read_bytes())]
    for number, paper in enumerate(papers[1:], 2):
        name = f"{first.stem}-{number}{first.suffix}"
        written.append((job.folder / name, mail.draft(database, job.meeting, [paper])))
    for path, data in written:
        write_file(path, data)
    return Bound(tuple(path for path, _data in written), made.left_out)


def _attached(database: Database, job: DraftMail, report: Report) -> tuple[Sequence[Attached], Bound]:
    """Return what goes with the mail, one paper for each mail, and last the calendar file."""
    from klubban.exchange.mail import Attached
    from klubban.operations import calendar, export

    made = Bound(())
    if job.documents:
        public = BindBundle(
            job.file,
            job.meeting,
            job.work,
            job.work,
            supplement=job.supplement,
            public=True,
            most_bytes=A_MAIL,
        )
        made = _bind(database, public, report)
        papers = made.paths
    else:
        kind = export.Kind.SUPPLEMENT if job.supplement else export.Kind.SUMMONS
        papers = tuple(export.export(database, job.meeting, kind, job.work, public=True))
    dates = calendar.export_calendar(database, job.meeting, job.work, stamped=job.stamped)
    attached = [Attached(path.name, "application/pdf", path.read_bytes()) for path in papers]
    attached.append(Attached(dates.name, "text/calendar", dates.read_bytes()))
    return attached, made
