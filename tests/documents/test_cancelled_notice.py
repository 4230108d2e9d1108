"""Of a meeting that is cancelled after its summons, the supplement tells that alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from builders import minutes, snapshot
from klubban.documents import supplement
from klubban.documents.tree import Facts, Heading
from klubban.domain.errors import RuleBroken
from klubban.operations.agenda import add_agenda_item
from klubban.operations.meetings import cancel_meeting
from klubban.operations.sendings import send

if TYPE_CHECKING:
    from klubban.store.database import Database

EARLY = date(2016, 2, 10)


@pytest.mark.parametrize("more", [False, True])
def test_that_it_is_cancelled_is_all_that_is_told(database: Database, *, more: bool) -> None:
    ids = minutes(database, number=None)
    send(database, ids.meeting, on=EARLY)
    if more:
        add_agenda_item(database, ids.meeting, "Extra", on=EARLY)
    cancel_meeting(database, ids.meeting, on=EARLY, because="Ordföranden är sjuk")

    document = supplement.build(snapshot(database, ids.meeting), language="en")

    headings = [node for node in document.nodes if isinstance(node, Heading)]
    (facts,) = (node for node in document.nodes if isinstance(node, Facts))
    assert len(headings) == 1
    assert "cancelled on" in str(facts)


def test_without_a_summons_there_is_nothing_to_supplement(database: Database) -> None:
    ids = minutes(database, number=None)
    cancel_meeting(database, ids.meeting, on=EARLY, because="För få ärenden")

    with pytest.raises(RuleBroken, match="not been sent"):
        supplement.build(snapshot(database, ids.meeting))
