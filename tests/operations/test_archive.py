"""A meeting's or a year's package for the archive: what is in it, what is lacking, and that it was made."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it has no types

from builders import DAY, Minutes, findings, freeze_as_it_is, minutes, new_file, snapshot
from canaries import CANARY, canaries, masked
from klubban.documents.archive_words import contents
from klubban.domain.archive import Lacks
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import from_plain
from klubban.i18n import texts
from klubban.operations import archive
from klubban.operations.archive import Package
from klubban.operations.archive_format import dump_meetings
from klubban.operations.open_format import import_document
from klubban.store import attachments
from klubban.store.database import Database
from klubban.store.trouble import Trouble
from papers import pdf

TODAY = date(2016, 5, 2)
SIGNED, SCAN, PAPER, SECRET = (
    pdf(words="Undertecknat"),
    b"\x89PNG scan",
    pdf(words="Karta"),
    pdf(words="Hemligt"),
)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a verified meeting: § 19 is open and has two papers, § 20 is confidential and signed apart."""
    made = minutes(database, ("Trygghet", "Ett barn"))
    with database.change("After it") as change:
        change.insert("organisation", name="Ekby kommun")
        person = change.insert("person", key="anna", name="Anna Berg")
        change.insert("person", key="ingen", name="Ingen Alls")
        change.update("item", made.items[0], appeal="none", outcome="decided")
        change.update("item", made.items[1], confidential=True, secrecy="26 kap. 1 § OSL", appeal="none")
        for item, title, data in (
            (made.items[0], "../Karta: Å/Ö", PAPER),
            (made.items[0], "Saknad kalkyl", None),
            (made.items[1], "Utredning", SECRET),
        ):
            sha256 = None if data is None else attachments.keep(change, data)
            change.insert(
                "document", item_id=item, position=0, title=title, sha256=sha256, media_type="application/pdf"
            )
        for place, (numbers, data, kind) in enumerate(
            (("19", SIGNED, "application/pdf"), ("20", SCAN, "image/png"))
        ):
            verification = change.insert(
                "verification",
                meeting_id=made.meeting,
                position=place,
                paragraphs=Paragraphs.parse(numbers),
                date=DAY,
            )
            change.insert(
                "signing",
                verification_id=verification,
                position=0,
                way="pen",
                begun_on=DAY,
                ended="signed",
                ended_on=DAY,
                returned=attachments.keep(change, data),
                returned_type=kind,
                report=from_plain("Oförändrad") if place == 0 else (),
            )
            change.insert(
                "signer", verification_id=verification, position=0, name="Anna Berg", person_id=person
            )
            change.insert(
                "notice", meeting_id=made.meeting, position=place, posted=DAY, removed=TODAY,
                paragraphs=Paragraphs.parse(numbers), verification_id=verification,
            )  # fmt: skip
        change.update("meeting", made.meeting, stage="announced")
    return made


def paths(package: Package) -> list[str]:
    """Return the paths of what a package will hold."""
    return sorted(each.path for each in package.held)


def written(package: Package, path: str) -> bytes:
    """Return what a package will have at a path."""
    return next(each for each in package.held if each.path == path).make()


def test_what_was_signed_its_check_and_its_papers_are_packed_under_good_names(
    database: Database, ids: Minutes
) -> None:
    package = archive.package_of_meeting(database, ids.meeting, TODAY)

    assert package.name.startswith("ks-2016-02-22-")
    at = "ks-2016-02-22"
    found = paths(package)
    signed = next(path for path in found if path.startswith(f"{at}/protokoll-19-") and path.endswith(".pdf"))
    assert written(package, signed) == SIGNED
    (paper,) = (path for path in found if path.startswith(at) and "/§ 19/" in path)
    assert paper.endswith("Å-Ö.pdf")
    assert written(package, paper) == PAPER
    (check,) = (path for path in found if path.endswith(".txt"))
    assert written(package, check) == "Oförändrad\n".encode()
    assert not any("protokoll.pdf" in path for path in found)  # all of it is there as it was signed


def test_what_is_confidential_lies_in_a_folder_apart_and_nowhere_else(
    database: Database, ids: Minutes
) -> None:
    package = archive.package_of_meeting(database, ids.meeting, TODAY)

    open_ones = [path for path in paths(package) if not path.startswith(("sekretess", "confidential"))]
    whole = b"".join(written(package, path) for path in open_ones)
    assert SECRET not in whole
    assert SCAN not in whole
    assert b"Ett barn" not in whole
    apart = set(paths(package)) - set(open_ones)
    assert {written(package, path) for path in apart} >= {SECRET, SCAN}


def test_no_word_that_is_kept_from_the_public_stands_outside_the_folder_apart(
    database: Database, ids: Minutes
) -> None:
    canaries(database, Minutes(ids.body, ids.meeting, (ids.items[1], ids.items[0])))
    masked(database, ids.items[0])
    with database.change("After it") as change:
        change.update("item", ids.items[1], appeal="legality")
        none = {"kind": "none_filed", "day": date(2016, 4, 1)}
        change.insert("appeal_step", item_id=ids.items[1], position=0, **none)
        sent = {"recipient": "Polisen", "way": "post", "sent_on": DAY, "address": "Torget 1"}
        sha256 = attachments.keep(change, pdf(words=CANARY))
        change.insert("dispatch", item_id=ids.items[0], position=0, sha256=sha256, **sent)

    package = archive.package_of_meeting(database, ids.meeting, TODAY)
    told = contents(package.meetings, package.lacking, paths(package), "", texts("sv"))

    assert CANARY not in told
    for path in paths(package):
        assert CANARY not in path
        if not path.startswith("sekretess/"):
            assert CANARY not in said_in(written(package, path)), path
    assert "lagakraftbevis.pdf" in told


def said_in(data: bytes) -> str:
    """Return what a file of a package says, with what it tells of itself."""
    if not data.startswith(b"%PDF"):
        return data.decode()
    with closing(PdfDocument(data)) as document:
        told = [page.get_textpage().get_text_range() for page in document]
        return " ".join([*told, str(document.get_metadata_dict()), str(list(document.get_toc()))])


def test_what_is_lacking_is_told(database: Database, ids: Minutes) -> None:
    package = archive.package_of_meeting(database, ids.meeting, TODAY)

    assert [(each.what, each.title) for each in package.lacking] == [(Lacks.NO_FILE, "Saknad kalkyl")]
    assert package.too_soon == ()


def test_a_written_package_is_as_its_list_says_and_is_noted(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    freeze_as_it_is(database, ids.meeting)
    package = archive.package_of_meeting(database, ids.meeting, TODAY)

    made = archive.write_package(package, tmp_path, TODAY)
    archive.note_archived(database, [ids.meeting], made, TODAY)

    listed = (made.path / "manifest-sha256.txt").read_text(encoding="utf-8").splitlines()
    told = {path: digest for digest, path in (line.split("  ", 1) for line in listed)}
    there = {path for path in (made.path / "data").rglob("*") if path.is_file()}
    assert told == {
        path.relative_to(made.path).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in there
    }
    assert len(there) == made.files == len(package.held) + 1
    info = (made.path / "bag-info.txt").read_text(encoding="utf-8")
    assert "Source-Organization: Ekby kommun\n" in info
    assert "Klubban-Body: Kommunstyrelsen\n" in info
    after = snapshot(database, ids.meeting)
    assert after.stage is Stage.ARCHIVED
    assert [(each.name, each.manifest) for each in after.archived] == [(package.name, made.manifest)]
    assert database.undoable is None
    assert findings(database) == []


def test_the_open_format_in_a_package_has_that_meeting_and_whom_it_names(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    other = minutes_again(database, ids)

    data = dump_meetings(database, [ids.meeting])

    document = json.loads(data)
    assert [each["date"] for each in document["meetings"]] == ["2016-02-22"]
    assert [each["name"] for each in document["people"]] == ["Anna Berg"]
    assert str(other) not in data.decode()
    taken = new_file(tmp_path / "other.klubban")
    (meeting,) = import_document(taken, data).meetings
    assert dump_meetings(taken, [meeting]) == data
    taken.close()


def minutes_again(database: Database, ids: Minutes) -> str:
    """Put a later meeting into the file, and return what its item is called."""
    with database.change("Later") as change:
        meeting = change.insert(
            "meeting", body_id=ids.body, date=date(2016, 3, 14), starts=time(18, 30), stage="closed"
        )
        change.insert("item", meeting_id=meeting, position=0, title="Ett senare ärende", number=21)
    return "Ett senare ärende"


def test_a_year_is_packed_whole_and_what_is_not_verified_needs_a_reason(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    minutes_again(database, ids)

    package = archive.package_of_year(database, ids.body, 2016, TODAY)

    assert len(package.meetings) == 2
    assert [each.what for each in package.too_soon] == [Lacks.NOT_VERIFIED]
    with pytest.raises(RuleBroken, match="is not verified"):
        archive.write_package(package, tmp_path, TODAY)
    assert list(tmp_path.glob("ks*")) == []
    made = archive.write_package(package, tmp_path, TODAY, because="Kontoret flyttar")
    (contents,) = (made.path / "data").glob("*.txt")
    assert "Kontoret flyttar" in contents.read_text(encoding="utf-8")


def test_a_meeting_that_was_not_held_and_a_year_without_meetings_are_refused(
    database: Database, ids: Minutes
) -> None:
    with database.change("Plan") as change:
        planned = change.insert("meeting", body_id=ids.body, date=date(2017, 1, 9), stage="planned")

    with pytest.raises(RuleBroken, match="was not held"):
        archive.package_of_meeting(database, planned, TODAY)
    with pytest.raises(RuleBroken, match="has not met in 2017"):
        archive.package_of_year(database, ids.body, 2017, TODAY)


def test_a_folder_that_cannot_be_written_in_is_told_and_a_package_is_never_replaced(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    package = archive.package_of_meeting(database, ids.meeting, TODAY)
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(Trouble, match="could not be written"):
        archive.write_package(package, tmp_path / "file", TODAY)
    archive.write_package(package, tmp_path, TODAY)
    with pytest.raises(RuleBroken, match="is there already"):
        archive.write_package(package, tmp_path, TODAY)


def test_a_paper_whose_bytes_are_lost_leaves_no_package(
    database: Database, ids: Minutes, tmp_path: Path
) -> None:
    package = archive.package_of_meeting(database, ids.meeting, TODAY)
    with database.change("Lose") as change:
        change.connection.exec_driver_sql("DELETE FROM attachment")

    with pytest.raises(Trouble, match="no longer in the file"):
        archive.write_package(package, tmp_path, TODAY)

    assert list(tmp_path.glob("*ks-*")) == []
