"""The chair's own notes are in nothing that leaves the file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import Minutes, minutes, snapshot
from copies import lend
from klubban.domain.text import from_plain
from klubban.operations import bundle, mail
from klubban.operations.calendar import export_calendar
from klubban.operations.chair_notes import write_note
from klubban.operations.export import Kind, export
from klubban.operations.export_script import export_script
from klubban.operations.open_format import dump_file
from klubban.operations.sendings import send
from klubban.store import agendas

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.store.database import Database

NOTE = "Gråsparv"
NOT_OF_THIS_MEETING = {
    Kind.SUPPLEMENT, Kind.DIVISIONS, Kind.LABELS, Kind.DISPATCH, Kind.LEGAL_FORCE, Kind.HOW_TO_APPEAL,
    Kind.CORRECTION,
}  # fmt: skip


@pytest.fixture
def ids(database: Database) -> Minutes:
    found = minutes(database, ("Trygghet", "Skolväg"))
    send(database, found.meeting, on=date(2016, 2, 12), at=None)
    for item in found.items:
        write_note(database, item, from_plain(NOTE))
    return found


def said(path: Path) -> str:
    file = pypdfium2.PdfDocument(path)
    told = " ".join(page.get_textpage().get_text_range() for page in file)
    found = told + str(file.get_metadata_dict()) + str([each.get_title() for each in file.get_toc()])
    file.close()
    return found


def test_a_note_is_kept_and_is_no_part_of_the_meeting(database: Database, ids: Minutes) -> None:
    with database.read() as read:
        kept = agendas.chair_notes(read, ids.meeting)

    assert NOTE in repr(kept)
    assert NOTE not in repr(snapshot(database, ids.meeting))


@pytest.mark.parametrize("kind", sorted(set(Kind) - NOT_OF_THIS_MEETING))
def test_no_document_has_a_note(database: Database, ids: Minutes, tmp_path: Path, kind: Kind) -> None:
    paths = export(database, ids.meeting, kind, tmp_path)

    assert paths
    assert all(NOTE not in said(path) for path in paths)


def test_the_chairs_own_script_has_no_note_either(database: Database, ids: Minutes, tmp_path: Path) -> None:
    told = said(export_script(database, ids.meeting, tmp_path))

    assert "Skolväg" in told
    assert NOTE not in told


def test_the_bundle_has_no_note(database: Database, ids: Minutes, tmp_path: Path) -> None:
    made = bundle.make(bundle.prepare(database, ids.meeting), tmp_path)

    assert made.paths
    assert all(NOTE not in said(path) for path in made.paths)


def test_no_calendar_no_mail_no_copy_and_no_dump_has_a_note(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    calendar = export_calendar(database, ids.meeting, tmp_path, stamped=datetime(2016, 2, 1, tzinfo=UTC))
    lend(database, ids.meeting, tmp_path / "copy.klubban-ordf")
    with database.change("Say who is told") as change:
        change.update("body", ids.body, distribution=["Registrator <registrator@ekby.example>"])
    written = (
        calendar.read_bytes(),
        mail.draft(database, ids.meeting, ()),
        (tmp_path / "copy.klubban-ordf").read_bytes(),
        dump_file(database),
    )

    assert all(each and NOTE.encode() not in each for each in written)
    assert b"Skolv" in written[3]
