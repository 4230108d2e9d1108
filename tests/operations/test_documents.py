"""Papers are kept with an item: numbered, replaced in place, and never lost once they were sent."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from builders import Minutes, entries, findings, minutes, snapshot
from klubban.domain.errors import RuleBroken
from klubban.domain.media import MOST_BYTES, Media
from klubban.domain.meeting import Document
from klubban.operations.documents import (
    FIRST,
    add_document,
    keep_confidential,
    list_document,
    move_document,
    remove_document,
    rename_document,
    replace_document,
)
from klubban.operations.paper_file import PaperFile, paper_file, read_paper_file
from klubban.store import attachments
from klubban.store.database import Database
from papers import encrypted, pdf, picture, with_script


@pytest.fixture
def ids(database: Database) -> Minutes:
    return minutes(database, ("Trygghet", "Budget"), number=None)


def paper(words: str) -> PaperFile:
    return paper_file(f"{words}.pdf", pdf(words=words))


def documents(database: Database) -> tuple[Document, ...]:
    return snapshot(database).items[0].documents


def numbered(database: Database) -> list[tuple[int | None, str]]:
    return [(each.number, each.title) for each in documents(database)]


def send(database: Database, ids: Minutes, *document_ids: int) -> None:
    """Note that documents went out with the summons."""
    known = {each.id: each for each in documents(database)}
    with database.change("Send") as change:
        sending = change.insert(
            "sending", meeting_id=ids.meeting, position=0, number=0, sent_on=date(2016, 2, 10)
        )
        for place, id_ in enumerate(document_ids):
            change.insert(
                "sent_document",
                sending_id=sending,
                position=place,
                item_id=ids.item,
                document_id=id_,
                number=known[id_].number,
                title=known[id_].title,
                sha256=known[id_].sha256,
            )


def test_a_file_becomes_the_next_document(database: Database, ids: Minutes, tmp_path: Path) -> None:
    file = tmp_path / "Bilaga_3-budget.pdf"
    file.write_bytes(pdf(2))
    list_document(database, ids.item, "Muntlig information")

    id_ = add_document(database, ids.item, file)

    told, kept = documents(database)
    assert told == Document(id=told.id, title="Muntlig information")
    assert kept == Document(
        id=id_,
        title="Bilaga 3-budget",
        sha256=attachments.digest(pdf(2)),
        media_type="application/pdf",
        number=1,
        file_name="Bilaga_3-budget.pdf",
        size=len(pdf(2)),
    )
    with database.read() as read:
        assert attachments.content(read, kept.sha256 or "") == pdf(2)
    assert findings(database) == []


def test_the_same_bytes_are_kept_once(database: Database, ids: Minutes) -> None:
    add_document(database, ids.items[0], paper("plan"))
    add_document(database, ids.items[1], paper("plan"), title="Planen")

    with database.read() as read:
        assert attachments.held(read) == {attachments.digest(paper("plan").data)}
    with pytest.raises(RuleBroken, match=r"plan\.pdf is there already, as Planen"):
        add_document(database, ids.items[1], paper("plan"))


def test_a_newer_version_takes_the_place_and_undo_brings_the_old_one_back(
    database: Database, ids: Minutes
) -> None:
    first = add_document(database, ids.item, paper("ett"))
    add_document(database, ids.item, paper("två"))

    replace_document(database, first, paper("ett i ny version"))

    assert numbered(database) == [(1, "ett"), (2, "två")]
    assert documents(database)[0].sha256 == attachments.digest(paper("ett i ny version").data)
    assert documents(database)[0].file_name == "ett i ny version.pdf"
    database.undo()
    assert documents(database)[0].size == len(paper("ett").data)
    assert documents(database)[0].sha256 == attachments.digest(paper("ett").data)


def test_the_paper_of_a_title_has_come(database: Database, ids: Minutes) -> None:
    title = list_document(database, ids.item, "Yttrande från Brå")

    replace_document(database, title, paper("yttrande"))

    assert numbered(database) == [(1, "Yttrande från Brå")]


def test_the_same_version_again_is_a_slip(database: Database, ids: Minutes) -> None:
    id_ = add_document(database, ids.item, paper("ett"))
    before = entries(database)

    with pytest.raises(RuleBroken, match="is the version that is there"):
        replace_document(database, id_, paper("ett"))

    assert entries(database) == before


def test_a_number_that_nobody_was_told_is_given_again(database: Database, ids: Minutes) -> None:
    add_document(database, ids.item, paper("ett"))
    last = add_document(database, ids.item, paper("två"))

    remove_document(database, last)
    add_document(database, ids.item, paper("tre"))

    assert numbered(database) == [(1, "ett"), (2, "tre")]


def test_what_was_sent_is_not_removed_and_keeps_its_number(database: Database, ids: Minutes) -> None:
    sent, loose = (add_document(database, ids.item, paper(words)) for words in ("ett", "två"))
    send(database, ids, sent)

    with pytest.raises(RuleBroken, match="has been sent and is to be kept"):
        remove_document(database, sent)
    remove_document(database, loose)
    add_document(database, ids.item, paper("tre"))
    move_document(database, sent, documents(database)[1].id)

    assert numbered(database) == [(2, "tre"), (1, "ett")]


def test_numbers_follow_the_order_while_nobody_was_told(database: Database, ids: Minutes) -> None:
    one, two, three = (add_document(database, ids.item, paper(words)) for words in ("ett", "två", "tre"))

    move_document(database, three, FIRST)
    move_document(database, one, two)

    assert numbered(database) == [(1, "tre"), (2, "två"), (3, "ett")]


def test_a_document_that_was_sent_is_confidential_only_for_a_reason(database: Database, ids: Minutes) -> None:
    id_ = add_document(database, ids.item, paper("ett"))
    send(database, ids, id_)

    with pytest.raises(RuleBroken, match="say why it is confidential now"):
        keep_confidential(database, id_, confidential=True)
    keep_confidential(database, id_, confidential=True, because="OSL 21 kap. 7 §")

    assert documents(database)[0].confidential
    step = database.undoable
    assert step is not None
    assert step.facts["because"] == "OSL 21 kap. 7 §"
    keep_confidential(database, id_, confidential=False)
    assert not documents(database)[0].confidential


def test_a_title_is_one_line_that_says_something(database: Database, ids: Minutes) -> None:
    id_ = add_document(database, ids.item, paper("ett"))

    rename_document(database, id_, "  Förslag \n till budget ")
    with pytest.raises(RuleBroken, match="A document needs a title"):
        rename_document(database, id_, " \n")

    assert numbered(database) == [(1, "Förslag till budget")]


def test_the_documents_of_a_verified_protocol_stay(database: Database, ids: Minutes) -> None:
    id_ = add_document(database, ids.item, paper("ett"))
    with database.change("Verify") as change:
        change.update("meeting", ids.meeting, stage="verified")

    for act in (
        lambda: add_document(database, ids.item, paper("två")),
        lambda: replace_document(database, id_, paper("två")),
        lambda: rename_document(database, id_, "Annat"),
        lambda: remove_document(database, id_),
    ):
        with pytest.raises(RuleBroken, match="The protocol is verified"):
            act()


def test_the_documents_of_a_paragraph_verified_at_once_stay_and_may_be_kept_confidential(
    database: Database, ids: Minutes
) -> None:
    id_ = add_document(database, ids.item, paper("ett"))
    with database.change("Verify") as change:
        change.update("item", ids.item, number=19)
        signed = change.insert(
            "verification", meeting_id=ids.meeting, position=0, paragraphs="19", immediate=True
        )
        change.insert("signer", verification_id=signed, position=0, name="Åke Öman")

    for act in (
        lambda: add_document(database, ids.item, paper("två")),
        lambda: rename_document(database, id_, "Annat"),
        lambda: remove_document(database, id_),
    ):
        with pytest.raises(RuleBroken, match="verified already"):
            act()
    keep_confidential(database, id_, confidential=True)
    assert documents(database)[0].confidential


@pytest.mark.parametrize("data", [with_script(), encrypted(), pdf()[:300], picture("PNG")])
def test_a_paper_is_kept_as_it_is_whatever_is_in_it(database: Database, ids: Minutes, data: bytes) -> None:
    add_document(database, ids.item, paper_file("bilaga", data))

    sha256 = documents(database)[0].sha256 or ""
    with database.read() as read:
        assert attachments.content(read, sha256) == data


# --- what is refused


def nothing_came_of(database: Database, ids: Minutes, path: Path) -> str:
    """Return why a file was refused, and see that nothing changed."""
    before = entries(database)
    with pytest.raises(RuleBroken) as refused:
        add_document(database, ids.item, path)
    assert entries(database) == before
    with database.read() as read:
        assert attachments.held(read) == set()
    return str(refused.value)


def test_a_file_of_300_mb_is_refused_unread(database: Database, ids: Minutes, tmp_path: Path) -> None:
    large = tmp_path / "karta.pdf"
    with large.open("wb") as file:
        file.truncate(3 * MOST_BYTES)

    told = nothing_came_of(database, ids, large)

    assert told == "karta.pdf is 300 MB; a paper may be 100 MB at most"


def test_what_is_no_file_to_keep_is_told_apart(database: Database, ids: Minutes, tmp_path: Path) -> None:
    (tmp_path / "tom.pdf").touch()
    (tmp_path / "prog.pdf").write_bytes(b"MZ" + pdf())
    os.mkfifo(tmp_path / "rör")

    told = {
        name: nothing_came_of(database, ids, tmp_path / name)
        for name in ("", "tom.pdf", "prog.pdf", "rör", "x")
    }

    assert "is a folder" in told[""]
    assert told["tom.pdf"] == "tom.pdf is empty"
    assert "is a program" in told["prog.pdf"]
    assert "is no file that can be kept" in told["rör"]
    assert "cannot be read" in told["x"]


def test_the_file_that_is_open_is_not_opened_again(database: Database, ids: Minutes) -> None:
    assert "is no file that can be kept" in nothing_came_of(database, ids, database.path)


def test_a_name_of_250_characters_with_steps_upwards_is_kept_short(database: Database, ids: Minutes) -> None:
    add_document(database, ids.item, paper_file("../../" + "å" * 250 + ".pdf", pdf()))

    [kept] = documents(database)
    assert (kept.file_name or "").endswith("å.pdf")
    assert len((kept.file_name or "").encode()) <= 200
    assert "/" not in (kept.file_name or "")
    assert set(kept.title) == {"å"}


class Stopped(Exception):
    pass


def test_reading_tells_how_far_it_is_and_can_be_ended(tmp_path: Path) -> None:
    file = tmp_path / "stor.pdf"
    file.write_bytes(pdf() + bytes(3_000_000))
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if done > of / 2:
            raise Stopped

    found = read_paper_file(file, progress=lambda *each: told.append(each))
    with pytest.raises(Stopped):
        read_paper_file(file, progress=stop)

    assert found.media is Media.PDF
    assert told[2] == (len(found.data), len(found.data))
    assert len(told) == 5


def test_a_file_that_is_still_being_written_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "Karta.pdf"
    path.write_bytes(pdf())

    def written_further(_done: int, _of: int) -> None:
        with path.open("ab") as file:
            file.write(b"more")

    with pytest.raises(RuleBroken, match="changed while it was read"):
        read_paper_file(path, progress=written_further)
