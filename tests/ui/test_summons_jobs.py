"""What the other process does of a summons, done here: bundles, and mails that say nothing secret."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest

from builders import Minutes, minutes, snapshot
from klubban.documents import summons
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain
from klubban.operations import agenda, bodies
from klubban.operations.documents import add_document, keep_confidential
from klubban.operations.sendings import send
from klubban.ui.summons.copies_form import read_copies
from klubban.ui.summons.jobs import BindBundle, Bound, DraftMail, Progress, Stopped, do
from klubban.ui.worker import Desk, Failed, Page, SetTree
from papers import pdf

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from klubban.store.database import Database

CANARY = "KANARIE"
NOW = datetime(2016, 2, 10, tzinfo=UTC)


@pytest.fixture
def ids(database: Database, tmp_path: Path) -> Minutes:
    made = minutes(database, ("Upprop", f"{CANARY} i ett hemligt ärende", "Trygghet"), number=None)
    bodies.change_body(database, made.body, distribution=["Anna <anna@ekby.example>"])
    agenda.set_item(database, made.items[1], confidential=True)
    with database.change("Write") as change:
        change.update("item", made.items[1], proposal=from_plain(CANARY))
    for item, name, words in (
        (made.items[1], f"{CANARY}.pdf", CANARY),
        (made.items[2], "karta.pdf", "Karta"),
        (made.items[2], f"{CANARY}-2.pdf", CANARY),
    ):
        (tmp_path / name).write_bytes(pdf(1, words))
        document = add_document(database, item, tmp_path / name)
        if CANARY in name:
            keep_confidential(database, document, confidential=True)
    return made


@pytest.fixture
def work(tmp_path: Path) -> Path:
    made = tmp_path / "work"
    made.mkdir()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def words_of(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    found = [page.get_textpage().get_text_range() for page in file]
    found += [str(file.get_metadata_dict()), *(mark.get_title() for mark in file.get_toc())]
    file.close()
    return "\n".join(found)


@pytest.mark.parametrize("documents", [False, True])
@pytest.mark.parametrize("supplement", [False, True])
def test_a_mail_and_all_that_goes_with_it_hold_nothing_confidential(
    database: Database, ids: Minutes, folder: Path, work: Path, *, documents: bool, supplement: bool
) -> None:
    if supplement:
        send(database, ids.meeting, on=NOW.date())
        secret = agenda.add_agenda_item(database, ids.meeting, f"Nytt {CANARY}", on=NOW.date())
        agenda.set_item(database, secret, confidential=True)
        agenda.add_agenda_item(database, ids.meeting, "Nytt och öppet", on=NOW.date())

    made = do(
        DraftMail(database.path, ids.meeting, folder, work, NOW, supplement=supplement, documents=documents),
        lambda _at: True,
    )

    assert isinstance(made, Bound)
    data = made.paths[0].read_bytes()
    message: EmailMessage = message_from_bytes(data, policy=policy.default)
    parts = list(message.iter_attachments())
    assert [each.get_content_type() for each in parts] == ["application/pdf", "text/calendar"]
    document = words_of(parts[0].get_content())
    seen = "\n".join((data.decode("utf-8", "replace"), str(message.get_body()), document))
    assert "Nytt och öppet" in document if supplement else "Trygghet" in document
    assert CANARY not in seen
    assert CANARY not in str(parts[1].get_content())


def test_the_way_there_is_told_and_the_folder_for_it_is_left_empty(
    database: Database, ids: Minutes, folder: Path, work: Path
) -> None:
    told: list[Progress] = []

    def follow(at: Progress) -> bool:
        told.append(at)
        return True

    made = do(BindBundle(database.path, ids.meeting, folder, work), follow)

    assert isinstance(made, Bound)
    assert [path.exists() for path in made.paths] == [True]
    assert (told[0].done, told[0].documents, told[-1].done == told[-1].of) == (0, 1, True)
    assert list(work.iterdir()) == []


def test_a_bundle_that_is_cancelled_leaves_nothing(
    database: Database, ids: Minutes, folder: Path, work: Path
) -> None:
    made = do(BindBundle(database.path, ids.meeting, folder, work), lambda at: at.done < 2)

    assert isinstance(made, Stopped)
    assert [*folder.iterdir(), *work.iterdir()] == []


def test_confidential_papers_come_in_numbered_copies(
    database: Database, ids: Minutes, folder: Path, work: Path
) -> None:
    job = BindBundle(
        database.path, ids.meeting, folder, work, confidential=True, copies=("Emma Feldman", "Åsa Öberg")
    )

    made = do(job, lambda _at: True)

    assert isinstance(made, Bound)
    first, second = (words_of(path.read_bytes()) for path in made.paths)
    assert "Emma Feldman" in first
    assert "Åsa Öberg" in second
    assert "Karta" not in first


@pytest.mark.parametrize(
    ("typed", "copies"), [("13", 13), (" Emma , Åsa  Öberg ", ("Emma", "Åsa Öberg")), ("Emma", ("Emma",))]
)
def test_copies_are_a_number_or_names(typed: str, copies: object) -> None:
    assert read_copies(typed) == copies


@pytest.mark.parametrize("typed", ["", " , ", "0", "9999"])
def test_no_copies_and_too_many_are_refused(typed: str) -> None:
    with pytest.raises(RuleBroken):
        read_copies(typed)


def test_what_is_too_much_for_one_mail_goes_in_several(
    database: Database, ids: Minutes, folder: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work.parent / "plan.pdf").write_bytes(pdf(40, "Plan"))
    add_document(database, ids.items[0], work.parent / "plan.pdf")
    monkeypatch.setattr("klubban.ui.summons.jobs.A_MAIL", 130_000)

    made = do(DraftMail(database.path, ids.meeting, folder, work, NOW, documents=True), lambda _at: True)

    assert isinstance(made, Bound)
    assert len(made.paths) > 1
    assert all(path.exists() for path in made.paths)
    kinds = [
        [
            each.get_content_type()
            for each in message_from_bytes(path.read_bytes(), policy=policy.default).iter_attachments()
        ]
        for path in made.paths
    ]
    assert kinds[0] == ["application/pdf", "text/calendar"]
    assert all(kind == ["application/pdf"] for kind in kinds[1:])


def test_the_pages_of_what_is_sent_are_drawn(database: Database, ids: Minutes) -> None:
    desk = Desk()

    page = desk.answer(SetTree(summons.build(snapshot(database, ids.meeting)), 300))

    assert isinstance(page, Page)
    assert (page.page, abs(page.width - 300) <= 1) == (1, True)


def test_what_a_rule_refuses_is_an_answer_too(
    database: Database, ids: Minutes, folder: Path, work: Path
) -> None:
    bodies.change_body(database, ids.body, distribution=[])

    answer = Desk().answer(DraftMail(database.path, ids.meeting, folder, work, NOW))

    assert isinstance(answer, Failed)
    assert answer.sentences == ("Nobody who is called to the meeting has an e-mail address",)
    assert list(folder.iterdir()) == []
