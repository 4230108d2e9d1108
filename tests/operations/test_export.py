"""Documents in a folder: which, under what names, and what is left when they cannot be written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from builders import DATA, REAL, minutes, names_in, rows, write
from klubban.documents import tree
from klubban.domain.errors import RuleBroken
from klubban.operations.export import Kind, export, prepare
from klubban.operations.files import write_file
from klubban.operations.open_format import import_document
from klubban.store.database import Database
from klubban.store.trouble import Trouble

KS = {"key": "ks", "name": "Kommunstyrelsen", "short": "KS", "kind": "committee"}


def names(database: Database, kind: str, meeting: int = 1) -> list[str]:
    return [each.stem for each in prepare(database, meeting, kind)]


def bring(database: Database, *meetings: object, **body: object) -> None:
    given = {"format": "klubban-open-1", "bodies": [{**KS, **body}], "meetings": meetings}
    import_document(database, json.dumps(given).encode())


def meeting(**facts: object) -> dict[str, object]:
    items = [{"paragraph": number, "title": "T"} for number in (1, 2)]
    return {"body": "ks", "date": "2016-02-22", "items": items, **facts}


def test_each_kind_is_written_under_its_own_name(database: Database, tmp_path: Path) -> None:
    import_document(database, REAL.read_bytes())
    folder = tmp_path / "ut" / "protokoll"

    nothing = (
        Kind.SUPPLEMENT, Kind.DIVISIONS, Kind.LABELS, Kind.LEGAL_FORCE, Kind.CORRECTION,
    )  # fmt: skip
    kinds = [kind for kind in Kind if kind not in nothing]
    written = [path for kind in kinds for path in export(database, 1, kind, folder)]

    assert [path.name for path in written][:3] == [
        "ks-2016-02-22-protokoll.pdf", "ks-2016-02-22-protokollsutdrag-19.pdf",
        "ks-2016-02-22-tillkannagivande.pdf",
    ]  # fmt: skip
    assert sorted(path.name for path in written) == names_in(folder)
    assert all(path.read_bytes().startswith(b"%PDF-") for path in written)


def test_what_is_exported_again_is_written_over(database: Database, tmp_path: Path) -> None:
    ids = minutes(database)
    [first] = export(database, ids.meeting, "extract", tmp_path / "ut", paragraph=19)
    before = first.read_bytes()
    write(database, ids.item, "Något annat.")

    [second] = export(database, ids.meeting, "extract", tmp_path / "ut", paragraph=19)

    assert second == first
    assert second.read_bytes() != before
    assert names_in(tmp_path / "ut") == [first.name]


def test_an_export_changes_nothing_in_the_file(database: Database, tmp_path: Path) -> None:
    import_document(database, (DATA / "everything.json").read_bytes())
    before = rows(database)

    nothing = (Kind.SUPPLEMENT, Kind.ANNOUNCEMENT, Kind.LABELS, Kind.LEGAL_FORCE)  # of them
    for kind in Kind:
        if kind not in nothing:
            assert export(database, 1, kind, tmp_path / "ut")

    assert rows(database) == before


def test_names_tell_meetings_of_one_day_apart(database: Database) -> None:
    bring(database, meeting(start="09:00"), meeting(start="13:30"), meeting(date="2016-03-01", start="09:00"))

    assert [names(database, "protocol", id_) for id_ in (1, 2, 3)] == [
        ["ks-2016-02-22-0900-protokoll"],
        ["ks-2016-02-22-1330-protokoll"],
        ["ks-2016-03-01-protokoll"],
    ]


def test_each_paragraph_and_each_notice_has_a_file(database: Database) -> None:
    bring(database, meeting(notice=[{"paragraphs": "1"}, {"paragraphs": "2"}]))

    assert len(set(names(database, "extract"))) == 2
    assert names(database, "notice") == [
        "ks-2016-02-22-tillkannagivande", "ks-2016-02-22-tillkannagivande-2",
    ]  # fmt: skip


def test_the_roll_can_be_called_before_it_is_begun(database: Database) -> None:
    ids = minutes(database)
    with database.change("Elect") as change:
        person = change.insert("person", key="ek", name="Britta Ek", party="M")
        change.insert("seat", body_id=ids.body, position=0, role="member", person_id=person, party="M")

    [sheet] = prepare(database, ids.meeting, "roll")

    assert sheet.stem == "ks-2016-02-22-upprop"
    assert "Britta Ek (M)" in list(tree.words(sheet.document))


@pytest.mark.parametrize(
    ("body", "stem"),
    [
        ({"short": "KS/AU"}, "ks-au"),
        ({"short": "../../etc"}, "etc"),
        ({"short": "???"}, "organ"),
        ({"short": "Råd 1"}, "råd-1"),
        ({"short": "N" * 900}, "n" * 80),
    ],
)
def test_a_name_is_one_that_every_folder_takes(
    database: Database, tmp_path: Path, body: dict[str, str], stem: str
) -> None:
    bring(database, meeting(), **body)

    [path] = export(database, 1, "extract", tmp_path / "ut", paragraph=1)

    assert path.parent == tmp_path / "ut"
    assert path.name.startswith(f"{stem}-2016-02-22-")


def test_a_paragraph_that_is_not_there_is_refused_and_those_that_are_are_named(
    database: Database, tmp_path: Path
) -> None:
    bring(database, meeting())

    with pytest.raises(RuleBroken, match="There is no § 7 in this meeting; there are 1, 2"):
        export(database, 1, "extract", tmp_path / "ut", paragraph=7)

    assert not (tmp_path / "ut").exists()


def test_a_meeting_without_paragraphs_has_no_extracts(database: Database, tmp_path: Path) -> None:
    ids = minutes(database, number=None)

    with pytest.raises(RuleBroken, match="number yet"):
        export(database, ids.meeting, "extract", tmp_path / "ut")


def test_a_kind_or_a_meeting_that_is_not_there_is_a_bug(database: Database, tmp_path: Path) -> None:
    ids = minutes(database)

    with pytest.raises(ValueError, match="novel"):
        export(database, ids.meeting, "novel", tmp_path)
    with pytest.raises(LookupError):
        export(database, 99, "protocol", tmp_path)


def test_a_body_that_announces_nothing_has_no_notice(database: Database, tmp_path: Path) -> None:
    ids = minutes(database)
    with database.change("Make it a council") as change:
        change.update("body", ids.body, kind="council")

    with pytest.raises(RuleBroken, match="Kommunstyrelsen does not announce"):
        export(database, ids.meeting, "notice", tmp_path)
    assert not list(tmp_path.glob("*.pdf"))


# --- files: whole, or not there


def umask() -> int:
    """Return what the user keeps from others."""
    kept = os.umask(0)
    os.umask(kept)
    return kept


def test_a_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.pdf"

    write_file(path, b"%PDF")

    assert path.read_bytes() == b"%PDF"
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask()
    assert names_in(path.parent) == ["c.pdf"]


@pytest.mark.parametrize("failing", ["fsync", "replace", "read_bytes", "open"])
def test_a_file_that_cannot_be_written_leaves_the_old_one_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(b"det gamla")

    def fail(*_anything: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os if failing == "fsync" else Path, failing, fail)
        with pytest.raises(Trouble, match=r"protokoll.pdf could not be written in"):
            write_file(path, b"det nya")

    assert path.read_bytes() == b"det gamla"
    assert names_in(tmp_path) == ["protokoll.pdf"]


def test_bytes_that_come_back_otherwise_are_not_taken_for_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "protokoll.pdf"

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", lambda _path: b"n\xe5got annat")
        with pytest.raises(Trouble):
            write_file(path, b"det nya")

    assert names_in(tmp_path) == []


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("här")

    with pytest.raises(Trouble, match="could not be written"):
        write_file(tmp_path / "ut" / "protokoll.pdf", b"det nya")

    assert (tmp_path / "ut").read_text() == "här"
