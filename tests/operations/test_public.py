from __future__ import annotations

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import Minutes, minutes, snapshot
from canaries import CANARY, canaries, own_line
from documents.reading import words
from klubban.documents import protocol, script, summons
from klubban.domain.public import public, shown
from klubban.operations.export import export
from klubban.operations.open_format import dump_file
from klubban.store.database import Database


@pytest.fixture
def ids(database: Database) -> Minutes:
    found = minutes(database, ("Hemligt", "Öppet", "Sist"), number=None)
    canaries(database, found)
    return found


def test_nothing_confidential_is_in_what_is_public(database: Database, ids: Minutes) -> None:
    meeting = snapshot(database, ids.meeting)

    assert CANARY in repr(meeting)
    assert CANARY not in repr(public(meeting))


@pytest.mark.parametrize("kind", ["summons", "supplement", "announcement"])
def test_nothing_confidential_is_in_a_public_document(
    database: Database, ids: Minutes, tmp_path: Path, kind: str
) -> None:
    [path] = export(database, ids.meeting, kind, tmp_path, public=True)

    file = pypdfium2.PdfDocument(path)
    said = " ".join(page.get_textpage().get_text_range() for page in file)
    told = str(file.get_metadata_dict()) + str([each.get_title() for each in file.get_toc()])
    file.close()
    assert "Öppet" in said
    assert CANARY not in said + told + path.name
    assert CANARY.encode() not in path.read_bytes()


def test_the_numbers_of_those_shown_stay(database: Database, ids: Minutes) -> None:
    found = shown(snapshot(database, ids.meeting), to_public=True)

    assert found.hidden == ("1",)
    assert found.numbers == {ids.items[1]: "2", ids.items[2]: "3"}


def test_what_is_the_secretarys_own_is_in_no_document(database: Database) -> None:
    ids = minutes(database, ("Öppet",), number=1)
    with database.change("Mark") as change:
        own_line(change, ids.item)

    made = [words(made_by.build(snapshot(database))) for made_by in (protocol, summons, script)]

    assert CANARY not in repr(snapshot(database)) + repr(made)
    assert b"scratch" not in dump_file(database)
    assert dump_file(database).decode().count(CANARY) == 2  # the phrase and the word
