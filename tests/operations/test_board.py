"""The board of deadlines for calendars: each known for good, and a day long."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

from builders import minutes
from canaries import CANARY, canaries
from klubban.domain.duty import Standing
from klubban.domain.scope import Scope
from klubban.operations.board import export_calendar, prepare_board, read_board
from klubban.operations.meetings import add_meeting
from klubban.store.database import Database

NOW = datetime(2027, 2, 1, 9, tzinfo=UTC)


def entries(path: Path) -> dict[str, tuple[date, str]]:
    """Return day and words of each entry, by what calendars know it by."""
    found = {}
    for each in Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
        start: Any = each["DTSTART"]
        found[str(each["UID"])] = (start.dt, str(each["SUMMARY"]))
    return found


def test_a_duty_is_the_same_entry_when_it_is_exported_again(database: Database, tmp_path: Path) -> None:
    ids = minutes(database)
    with database.change("Rules") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        change.update("body", ids.body, rules={"summons_days": 7})
    first = add_meeting(database, ids.body, date(2027, 3, 15))
    before = entries(export_calendar(database, tmp_path, stamped=NOW))

    add_meeting(database, ids.body, date(2027, 3, 8))
    after = entries(export_calendar(database, tmp_path, stamped=NOW, scope=Scope(ids.body)))

    assert before.items() <= after.items()
    known = f"duty-summons-meeting-{first}@klubban"
    assert before[known] == (date(2027, 3, 8), "KS: The summons is to be out")
    assert len(after) == len(before) + 1


def test_the_list_is_of_the_next_two_months_and_the_board_of_all(database: Database) -> None:
    ids = minutes(database)
    with database.change("Rules") as change:
        change.update("body", ids.body, rules={"summons_days": 7})
    for month in (3, 6):
        add_meeting(database, ids.body, date(2027, month, 15))

    board = read_board(database, NOW.date())

    assert [each.day.month for each in board.duties if each.what.value == "summons"] == [3, 6]
    assert [each.day.month for each in board.near() if each.what.value == "summons"] == [3]
    assert board.counted(Standing.LATE) == 0
    assert prepare_board(database, NOW.date(), ids.body).stem.startswith("ks-")


def test_what_is_awaited_for_a_confidential_item_is_not_named(database: Database, tmp_path: Path) -> None:
    ids = minutes(database, ("Trygghet", "Stöd"), number=None)
    canaries(database, ids)
    with database.change("Open") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        change.update("meeting", ids.meeting, date=date(2027, 2, 8))
        [known] = change.rows("paper", item_id=ids.items[1])
        change.update("paper", int(known["id"] or 0), title="Kalkyl")

    told = entries(export_calendar(database, tmp_path, stamped=NOW)).values()
    listed = repr(prepare_board(database, NOW.date()).document)

    assert CANARY not in repr(told) + listed
    assert "KS: A document of a confidential item and Kalkyl are awaited" in [words for _day, words in told]
