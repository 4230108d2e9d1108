"""However much is in a file, its overview is read in the same number of queries, and rightly counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from builders import minutes
from klubban.domain.meeting import Stage
from klubban.domain.scope import Scope
from klubban.operations.board import Board, read_board
from klubban.operations.meetings import add_meeting
from klubban.operations.overview import Glance, read_glance
from klubban.store.database import Database

TODAY = date(2027, 3, 1)
FAR = TODAY + timedelta(days=90)


def read(database: Database, *, near: bool = True) -> tuple[Board, Glance, list[str]]:
    """Read the overview; return the queries too."""
    said: list[str] = []
    with database.read() as connection:
        driver = connection.connection.driver_connection
    driver.set_trace_callback(said.append)  # type: ignore[union-attr] # sqlite3's own connection
    board = read_board(database, TODAY, near=near)
    glance = read_glance(database, board, Scope())
    driver.set_trace_callback(None)  # type: ignore[union-attr] # as above
    return board, glance, [each for each in said if each.lstrip("-( ").startswith(("SELECT", "WITH"))]


def grow(database: Database, body: int, turns: range) -> None:
    """Add meetings, duties of the year, and assignments that are late, far off, moved and confidential."""
    for turn in turns:
        held = add_meeting(database, body, TODAY - timedelta(days=30 + turn))
        add_meeting(database, body, TODAY + timedelta(days=30 + turn))
        with database.change("Grow") as change:
            change.update("meeting", held, stage=Stage.CLOSED)
            change.insert("standing_item", body_id=body, position=turn, title="Budget", months=(2, 3))
            item = change.insert("item", meeting_id=held, position=0, title="Hemligt", confidential=1)
            facts = {"text": "Ordna en karta", "name": "Bo Ek", "status": "open"}
            own = facts | {"body_id": body, "given_on": date(2027, 1, 11)}
            change.insert("assignment", position=0, item_id=item, due=FAR, **facts)
            ids = [
                change.insert("assignment", position=place, due=day, **own)
                for place, day in enumerate([TODAY - timedelta(days=1), FAR, FAR, None])
            ]
            step = {"day": TODAY, "position": 0}
            change.insert("assignment_step", assignment_id=ids[2], kind="handed", to_name="Eva Asp", **step)
            change.insert("report", assignment_id=ids[0], date=TODAY, text=())


def test_a_larger_file_takes_no_more_queries_for_its_overview(database: Database) -> None:
    body = minutes(database).body
    grow(database, body, range(1))
    _board, _glance, few = read(database)

    grow(database, body, range(1, 7))
    board, _glance, many = read(database)

    assert (len(board.assigned), len(board.far)) == (28, 7)
    assert len(many) == len(few)


@pytest.mark.parametrize("near", [True, False])
def test_what_is_far_off_is_counted_though_it_is_not_told(database: Database, *, near: bool) -> None:
    grow(database, minutes(database).body, range(2))

    board, glance, _queries = read(database, near=near)

    assert len(board.far) == (2 if near else 0)
    assert len(board.assigned) + len(board.far) == 10
    assert [(each.who, each.count, each.late) for each in glance.loads] == [
        ("Bo Ek", 6, 2),
        ("Eva Asp", 2, 0),
    ]
