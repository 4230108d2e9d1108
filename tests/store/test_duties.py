"""Which agendas have what is due in some months of the year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import minutes
from klubban.store.database import Database
from klubban.store.duties import treated

TODAY, DAY = date(2026, 5, 4), date(2026, 3, 2)


@pytest.mark.parametrize(
    ("meeting", "item", "counts"),
    [
        ({"stage": "ready"}, {}, True),
        ({"stage": "planned"}, {}, False),
        ({"stage": "planned", "date": TODAY}, {}, True),
        ({"stage": "planned", "date": TODAY, "cancelled_on": TODAY}, {}, False),
        ({"stage": "ready"}, {"outcome": "withdrawn"}, False),
        ({"stage": "ready"}, {"outcome": "postponed"}, False),
    ],
)
def test_a_duty_counts_where_it_was_taken_up_or_is_to_be(
    database: Database,
    meeting: dict[str, Any],
    item: dict[str, Any],
    counts: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    body = minutes(database).body
    with database.change("Add") as change:
        duty = change.insert("standing_item", body_id=body, position=0, title="Budget", months=(3,))
        facts = {"date": DAY, **meeting}
        at = change.insert("meeting", body_id=body, **facts)
        change.insert("item", meeting_id=at, position=0, title="Budget", standing_item_id=duty, **item)

    with database.read() as read:
        found = treated(read, TODAY)

    assert found == ({duty: (facts["date"],)} if counts else {})
