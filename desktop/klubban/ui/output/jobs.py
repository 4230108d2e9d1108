"""What the process beside the window does with documents that leave the program. It knows no Qt."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents.forms import Form
from klubban.ui.summons.jobs import Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from klubban.documents.tree import Document
    from klubban.operations.export import Prepared
    from klubban.operations.notes_mail import PreparedMail
    from klubban.operations.remuneration import PreparedSheets
    from klubban.ui.summons.jobs import Report

    Make = Callable[[Document, Form], bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """Set documents that are ready, sheets, or mails with a document, and write them into a folder."""

    documents: tuple[Prepared | PreparedSheets | PreparedMail, ...]
    folder: Path
    form: Form = Form.PDF
    """Of documents; sheets and mails have their own."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that an export wrote: fewer than there were to be where it was cancelled."""

    paths: tuple[Path, ...]
    of: int
    replaced: tuple[Path, ...] = ()
    """Those in whose place another file was, with other content."""


@dataclass(frozen=True, slots=True)
class CountPages:
    """Set a document to know how many pages it has."""

    document: Document


@dataclass(frozen=True, slots=True)
class Counted:
    """How many pages a document has."""

    pages: int


def export(job: Export, make: Make, report: Report) -> Written:
    """Write files one after the other until it is to be left; raises Trouble."""
    paths: list[Path] = []
    replaced: list[Path] = []
    count = len(job.documents)
    for each in job.documents:
        if not report(Progress(len(paths), count, count)):
            break
        name = _name(each, job.form)
        before = _content(job.folder / name)
        path = _write(each, job, make)
        if before is not None and path.read_bytes() != before:
            replaced.append(path)
        paths.append(path)
    return Written(tuple(paths), count, tuple(replaced))


def _name(prepared: Prepared | PreparedSheets | PreparedMail, form: Form) -> str:
    from klubban.operations.export import Prepared

    return f"{prepared.stem}{form.ending}" if isinstance(prepared, Prepared) else prepared.name


def _content(path: Path) -> bytes | None:
    with suppress(OSError):
        return path.read_bytes()
    return None


def _write(prepared: Prepared | PreparedSheets | PreparedMail, job: Export, make: Make) -> Path:
    from klubban.operations import export, notes_mail, remuneration

    if isinstance(prepared, notes_mail.PreparedMail):
        return notes_mail.write_mail(prepared, job.folder)
    if isinstance(prepared, remuneration.PreparedSheets):
        return remuneration.write_sheets(prepared, job.folder)
    return export.write(prepared, job.folder, job.form, make)
