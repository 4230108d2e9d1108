from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import DAY, Minutes, minutes, snapshot
from canaries import CANARY, canaries, masked, own_line
from documents.reading import words
from klubban.documents import protocol, script, summons
from klubban.documents.forms import Form
from klubban.domain.findings import Found, FoundKind
from klubban.domain.public import public, shown
from klubban.domain.text import Run, Text, from_plain
from klubban.operations import publishing
from klubban.operations.export import Kind, export, prepare
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


_NOT_IN_FORCE = (Kind.LEGAL_FORCE,)
"""Nothing of the kind is made of a meeting that nobody has verified."""


@pytest.mark.parametrize("kind", [kind for kind in Kind if not (kind.is_own or kind in _NOT_IN_FORCE)])
def test_nothing_confidential_or_masked_is_in_any_public_tree(database: Database, kind: Kind) -> None:
    ids = minutes(database, ("Hemligt", "Öppet", "Sist"), number=19)
    canaries(database, ids)
    masked(database, ids.items[1])
    whole = prepare(database, ids.meeting, Kind.PROTOCOL)

    made = prepare(database, ids.meeting, kind, public=True, today=DAY)

    assert CANARY in repr(whole)
    assert made
    assert CANARY not in repr(made)


@pytest.mark.parametrize("kind", [Kind.SUMMONS, Kind.SUPPLEMENT])
def test_an_item_with_a_title_for_the_public_was_never_called_otherwise(
    database: Database, kind: Kind
) -> None:
    ids = minutes(database, (CANARY, "Nytt"), number=None)
    with database.change("Send") as change:
        sending = change.insert("sending", meeting_id=ids.meeting, position=0, number=0, sent_on=DAY)
        told = {"sending_id": sending, "position": 0, "item_id": ids.item, "number": "2"}
        change.insert("sent_item", **told, title=f"{CANARY} förr")
        change.update("item", ids.item, public_title="Avtal")

    [whole] = prepare(database, ids.meeting, Kind.SUPPLEMENT)
    [made] = prepare(database, ids.meeting, kind, public=True)

    assert CANARY in repr(whole.document)
    assert CANARY not in repr(made.document)
    assert "Avtal" in repr(made.document)


@pytest.mark.parametrize("form", Form)
def test_nothing_confidential_or_masked_is_in_a_public_file_of_any_form(
    database: Database, tmp_path: Path, form: Form
) -> None:
    ids = minutes(database, ("Hemligt", "Öppet", "Sist"), number=19)
    canaries(database, ids)
    masked(database, ids.items[1])

    [path] = export(database, ids.meeting, Kind.PROTOCOL, tmp_path, public=True, form=form)

    told = told_by(path)
    assert "utgår bidrag" in told
    assert CANARY not in told + path.name


def told_by(path: Path) -> str:
    """Return all that a file says, with its metadata and bookmarks."""
    if path.suffix == ".pdf":
        file = pypdfium2.PdfDocument(path)
        said = " ".join(page.get_textpage().get_text_range() for page in file)
        told = f"{said} {file.get_metadata_dict()} {[each.get_title() for each in file.get_toc()]}"
        file.close()
        return told + path.read_bytes().decode("latin-1")
    if path.suffix == ".docx":
        with ZipFile(path) as packed:
            return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return path.read_text(encoding="utf-8")


def test_what_should_be_looked_at_is_found_where_it_stands(database: Database) -> None:
    ids = minutes(database, ("Ett", "Två"), number=19)
    with database.change("Write") as change:
        person = change.insert("person", key="bo", name="Bo Ek", email="bo@partiet.se", phone="070-1234567")
        change.insert("seat", body_id=ids.body, position=0, person_id=person, role="member")
        change.insert("person", key="ann", name="Ann", email="ann@hem.se")
        told = from_plain("Bo: bo@partiet.se, 070-123 45 67. Ann: ann@hem.se, 19811218-9876.")
        change.update("item", ids.items[1], summary=told)

    found = publishing.found(database, ids.meeting)

    assert found == (
        Found(FoundKind.PERSONAL_NUMBER, "19811218-9876", "§\u00a020, Sammanfattning", ids.items[1]),
        Found(FoundKind.MAIL, "ann@hem.se", "§\u00a020, Sammanfattning", ids.items[1]),
    )


def test_what_is_masked_is_not_found_but_where_it_stands_beside(database: Database) -> None:
    ids = minutes(database, ("Ann Ek", "Två"), number=19)
    with database.change("Write") as change:
        hidden = (Text((Run("Till "), Run("Ann Ek 811218-9876", masked=True))),)
        change.update("item", ids.items[0], summary=hidden)
        change.update("item", ids.items[1], summary=(Text((Run("Ann Ek", masked=True),)),))

    found = publishing.found(database, ids.meeting, [Kind.PROTOCOL, Kind.ATTENDANCE])

    assert [(each.kind, each.text) for each in found] == [(FoundKind.MASKED_ELSEWHERE, "Ann Ek")]


def test_of_a_summons_findings_lead_to_the_items_of_its_agenda(database: Database) -> None:
    ids = minutes(database, ("Ett", "Bygglov åt 811218-9876"), number=None)

    [found] = publishing.found(database, ids.meeting, [Kind.SUMMONS])

    assert (found.where, found.item) == ("Punkt 2", ids.items[1])


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
