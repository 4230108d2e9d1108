"""A walk comes on an agenda as an item of its own, with its report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.operations import undo
from klubban.operations.bodies import add_body
from klubban.operations.meetings import add_meeting, cancel_meeting
from klubban.operations.paper_file import paper_file
from klubban.operations.walk_agenda import report_walk_at
from klubban.operations.walks import add_walk
from klubban.store import reads
from klubban.store.walks import walk

if TYPE_CHECKING:
    from klubban.store.database import Database

PDF = b"%PDF-1.7\n%%EOF\n"


def test_a_walk_is_reported_at_one_coming_meeting_with_its_paper(database: Database) -> None:
    council = add_body(database, "Brottsförebyggande rådet", BodyKind.COUNCIL, short="Brå")
    meeting = add_meeting(database, council, date(2027, 3, 4))
    cancelled = add_meeting(database, council, date(2027, 4, 4))
    cancel_meeting(database, cancelled, on=date(2027, 2, 1), because="inga ärenden")
    walked = add_walk(database, council, "Vandring vid stationen", day=date(2027, 1, 20))

    with pytest.raises(RuleBroken, match="is cancelled"):
        report_walk_at(database, walked, cancelled)
    item = report_walk_at(database, walked, meeting, paper=paper_file("vandring.pdf", PDF))
    with pytest.raises(RuleBroken, match="is on an agenda already"):
        report_walk_at(database, walked, meeting)

    with database.read() as read:
        found = reads.meeting(read, meeting).item_by_id(item)
        assert walk(read, walked).item == item
    assert (found.title, found.kind) == ("Vandring vid stationen", ItemKind.REPORT)
    assert [each.title for each in found.documents] == ["vandring"]

    undo.undo(database)
    with database.read() as read:
        assert walk(read, walked).item is None
        assert reads.meeting(read, meeting).items == ()
