"""The bytes of papers are kept once, walked in pieces, and compared with their hash by the check."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from builders import DAY, by_hand, findings, findings_in, minutes
from klubban.operations.documents import add_document, remove_document, replace_document
from klubban.operations.paper_file import paper_file
from klubban.store import attachments
from klubban.store.database import Database
from papers import pdf

WHERE = "Kommunstyrelsen, 2016-02-22, § 19, document 1, plan"
OTHER = f"{WHERE}: the paper is not as it was kept"


@pytest.fixture
def filed(path: Path) -> Path:
    """Return a closed file with a paper of one item."""
    with closing(Database.create(path, "Anna Berg")) as database:
        add_document(database, minutes(database).item, paper_file("plan.pdf", pdf()))
    assert findings_in(path) == []
    return path


def test_a_paper_is_walked_in_pieces(database: Database) -> None:
    data = bytes(range(256)) * 9_000
    with database.change("Keep") as change:
        sha256 = attachments.keep(change, data)
        change.insert("person", key="ek", name="Bo Ek")

    with database.read() as read:
        walked = list(attachments.pieces(read, sha256))

    assert [len(piece) for piece in walked] == [1 << 20, 1 << 20, len(data) - (2 << 20)]
    assert b"".join(walked) == data


def test_a_paper_that_is_not_there_is_not_found(database: Database) -> None:
    with database.read() as read, pytest.raises(LookupError):
        attachments.content(read, "0" * 64)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE attachment SET bytes = zeroblob(size)", OTHER),
        ("UPDATE attachment SET bytes = CAST(bytes || x'00' AS BLOB)", OTHER),
        ("UPDATE attachment SET size = size + 1", OTHER),
        ("DELETE FROM attachment", f"{WHERE}: the paper that was kept is gone"),
    ],
)  # fmt: skip
def test_bytes_that_changed_or_went_are_found_and_named(filed: Path, sql: str, told: str) -> None:
    with by_hand(filed) as file:
        file.execute(sql)

    assert findings_in(filed) == [told]


def test_a_paper_that_was_never_in_the_file_is_not_missed(database: Database) -> None:
    with database.change("Import") as change:
        body = change.insert("body", key="ks", name="KS", kind="committee")
        meeting = change.insert("meeting", body_id=body, date=DAY, stage="planned")
        item = change.insert("item", meeting_id=meeting, position=0, title="Trygghet")
        change.insert("document", item_id=item, position=0, title="Plan", sha256="0" * 64)

    assert findings(database) == []


def test_what_undo_would_bring_back_is_missed_too(filed: Path) -> None:
    with closing(Database.open(filed, "Anna Berg")) as database:
        remove_document(database, 1)
    with by_hand(filed) as file:
        file.execute("DELETE FROM attachment")

    assert findings_in(filed) == [f"{attachments.digest(pdf())}: the paper that was kept is gone"]


def test_undo_and_redo_of_papers_leave_a_whole_file(filed: Path) -> None:
    with closing(Database.open(filed, "Anna Berg")) as database:
        replace_document(database, 1, paper_file("ny.pdf", pdf(3)))
        for act in (database.undo, database.undo, database.redo, database.redo):
            assert act() is not None

        assert findings(database) == []
