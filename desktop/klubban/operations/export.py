"""Documents of a meeting, as PDF files in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from klubban.documents import attendance, extract, notice, protocol, roll_sheet, tree
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.i18n import N_, texts
from klubban.operations import begin_roll
from klubban.operations.file_names import stem_of
from klubban.operations.files import write_file
from klubban.store import reads
from klubban.store.database import Database


class Kind(StrEnum):
    """What can be exported."""

    PROTOCOL = "protocol"
    EXTRACT = "extract"
    NOTICE = "notice"
    ATTENDANCE = "attendance"
    ROLL = "roll"
    """The sheet to call the roll by."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document that is ready to be set, and the name of its file; it needs no database any more."""

    name: str
    document: tree.Document


def export(
    database: Database, meeting_id: int, kind: Kind | str, folder: Path, *, paragraph: int | None = None
) -> list[Path]:
    """Write documents of a meeting into a folder, and return the paths.

    An extract is of one paragraph, or without a number one of each. Raises RuleBroken for a paragraph that
    is not there, or a notice of a body that announces nothing, and Trouble when a file cannot be written.
    """
    return [write(each, folder) for each in prepare(database, meeting_id, kind, paragraph=paragraph)]


def prepare(
    database: Database, meeting_id: int, kind: Kind | str, *, paragraph: int | None = None
) -> list[Prepared]:
    """Return the documents as trees, so that they can be set away from the thread that owns the database."""
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        same_day = [line for line in reads.meetings(read, meeting.body.id) if line.date == meeting.date]
    if kind == Kind.ROLL and not meeting.roll.lines:
        meeting = replace(meeting, roll=begin_roll.plan(database, meeting_id).roll)
    stem = _stem(meeting, timed=len(same_day) > 1)
    return [
        Prepared(f"{stem}-{name}.pdf", document) for name, document in _trees(meeting, Kind(kind), paragraph)
    ]


def write(prepared: Prepared, folder: Path) -> Path:
    """Set a document and write it; returns its path. Needs neither database nor window."""
    from klubban.documents.pdf import typeset

    path = folder / prepared.name
    write_file(path, typeset(prepared.document).data)
    return path


def _trees(meeting: Meeting, kind: Kind, paragraph: int | None) -> Iterator[tuple[str, tree.Document]]:
    """Walk the documents of a kind, each with the last part of its file's name."""
    language = meeting.organisation.language
    words = texts(language)
    if kind is Kind.NOTICE and not (meeting.body.rules.announced or meeting.notices):
        raise RuleBroken("{body} does not announce that its protocols are verified", body=meeting.body.name)
    if kind is Kind.PROTOCOL:
        yield words.pgettext("file name", "protocol"), protocol.build(meeting, language=language)
    elif kind is Kind.EXTRACT:
        name = words.pgettext("file name", "extract")
        for number in _numbers(meeting, paragraph):
            yield f"{name}-{number}", extract.build(meeting, [number], language=language)
    elif kind is Kind.ROLL:
        yield words.pgettext("file name", "roll call"), roll_sheet.build(meeting, language=language)
    elif kind is Kind.ATTENDANCE:
        yield words.pgettext("file name", "attendance"), attendance.build(meeting, language=language)
    else:
        name = words.pgettext("file name", "notice")
        for place, each in enumerate(meeting.notices or (None,)):
            ending = f"-{place + 1}" if place else ""
            yield f"{name}{ending}", notice.build(meeting, each, language=language)


def _numbers(meeting: Meeting, paragraph: int | None) -> Sequence[int]:
    numbers = [item.number for item in meeting.items if item.number is not None]
    if not numbers:
        raise RuleBroken("Nothing in this meeting has a paragraph number yet")
    if paragraph is None:
        return numbers
    if paragraph not in numbers:
        there = ", ".join(map(str, numbers))
        raise RuleBroken(
            N_("There is no § {number} in this meeting; there are {there}"), number=paragraph, there=there
        )
    return [paragraph]


def _stem(meeting: Meeting, *, timed: bool) -> str:
    """Return the beginning of a file's name: body, date, and start when the body met twice that day."""
    start = f"-{meeting.start:%H%M}" if timed and meeting.start else ""
    return f"{stem_of(meeting.body)}-{meeting.date.isoformat()}{start}"
