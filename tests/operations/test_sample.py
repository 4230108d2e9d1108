"""The sample municipality comes with its papers, in one step."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from builders import findings
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.sendings import news
from klubban.operations.sample import fill_with_sample
from klubban.store import attachments, reads
from klubban.store.database import Database


def coming(database: Database) -> list[Meeting]:
    """Return the meetings that have not been held."""
    with database.read() as read:
        lines = [line for line in reads.meetings(read) if line.stage in (Stage.PLANNED, Stage.SUMMONED)]
        return [reads.meeting(read, line.id) for line in lines]


def test_it_comes_with_its_papers_and_is_frozen_where_it_is_verified(database: Database) -> None:
    fill_with_sample(database)

    hashes = [
        document.sha256
        for meeting in coming(database)
        for item in meeting.items
        for document in item.documents
    ]
    (council,) = (each for each in coming(database) if each.sendings and each.body.key == "bra")

    assert len(hashes) > 10
    with database.read() as read:
        for sha256 in hashes:
            assert sha256 is not None
            with pikepdf.open(BytesIO(attachments.content(read, sha256))) as paper:
                assert len(paper.pages) == 1
    with database.read() as read:
        organisation, people = reads.organisation(read), reads.people(read)
    assert organisation is not None
    assert organisation.arms is not None
    assert organisation.arms.says.endswith("vapen")
    assert organisation.look.foot
    assert sum(person.address is not None for person in people) > 10
    assert [each.document.title for each in news(council).documents] == ["Anmälda brott i Ekby, oktober 2026"]
    assert findings(database) == []
    assert database.undoable is None
