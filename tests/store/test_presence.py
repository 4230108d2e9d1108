from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import event

from builders import DAY, Minutes, minutes
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Moment, OnRollAs
from klubban.domain.statistics import Held, Sent
from klubban.store import presence
from klubban.store.database import Database

YEAR = date(2016, 1, 1), date(2016, 12, 31)


def person(database: Database, name: str) -> int:
    with database.change("Person") as change:
        return change.insert("person", key=name.casefold(), name=name, party="S")


def line(database: Database, meeting: int, who: int | None, **facts: Any) -> int:
    stays = facts.pop("stays", [{}])
    with database.change("Line") as change:
        own = {"who_person_id": who, "who_name": "Namn", "role": "member", "position": 0}
        made = change.insert("roll_line", meeting_id=meeting, **(own | facts))
        for place, stay in enumerate(stays):
            times = {"came": Moment.BEFORE, "went": Moment.AFTER}
            change.insert("stay", roll_line_id=made, position=place, **(times | stay))
    return made


def row(database: Database, meeting: int, who: int | None, **facts: Any) -> None:
    with database.change("Row") as change:
        own = {"person_id": who, "name": "Namn", "attends_as": "member", "position": 0}
        change.insert("attendance", meeting_id=meeting, **(own | facts))


def read(database: Database, body: int | None = None) -> list[Held]:
    with database.read() as connection:
        return presence.held(connection, *YEAR, body)


@pytest.fixture
def made(database: Database) -> Minutes:
    return minutes(database, ("Ett", "Två", "Tre"))


def test_a_meeting_at_which_nobody_is_noted_was_not_held(database: Database, made: Minutes) -> None:
    line(database, made.meeting, person(database, "Eva"), stays=[])

    assert read(database) == []


def test_presence_is_derived_from_the_roll(database: Database, made: Minutes) -> None:
    eva, jan = person(database, "Eva"), person(database, "Jan")
    line(database, made.meeting, eva, stays=[{"last_item_id": made.items[1]}])
    line(database, made.meeting, jan, position=1, stays=[])

    [found] = read(database, made.body)

    assert (found.day, found.start, found.body) == (DAY, time(18, 30), made.body)
    assert found.present == {eva}
    [came] = found.came
    assert (came.role, came.partly, came.serves) == (OnRollAs.MEMBER, True, False)


def test_who_changes_the_way_of_taking_part_was_there_all_the_time(database: Database, made: Minutes) -> None:
    second = made.items[1]
    stays = [
        {"last_item_id": second, "went": Moment.BEFORE},
        {"first_item_id": second, "remote": True},
    ]
    line(database, made.meeting, person(database, "Eva"), stays=stays)

    assert not read(database)[0].came[0].partly


def test_an_alternate_who_serves_by_the_order_of_call_is_known(database: Database, made: Minutes) -> None:
    eva, jan, ida = (person(database, name) for name in ("Eva", "Jan", "Ida"))
    line(database, made.meeting, eva, who_party="S", stays=[])
    line(database, made.meeting, jan, who_party="S", role="alternate", position=1)
    line(database, made.meeting, ida, who_party="S", role="alternate", position=2)

    [found] = read(database)

    assert found.present == {jan, ida}
    assert found.served == {jan}
    assert found.sent == {Sent(eva, jan)}


def test_whom_an_organisation_sent_is_there_and_the_member_is_not(database: Database, made: Minutes) -> None:
    eva, lex = person(database, "Eva"), person(database, "Lex")
    line(database, made.meeting, lex, instead_of_person_id=eva, instead_of_name="Eva")

    [found] = read(database)

    assert found.present == {lex}
    assert found.sent == {Sent(eva, lex)}
    assert found.served == frozenset()


def test_rows_of_attendance_are_read_where_no_roll_was_called(database: Database, made: Minutes) -> None:
    eva, jan = person(database, "Eva"), person(database, "Jan")
    row(database, made.meeting, jan, attends_as="alternate", paragraphs=Paragraphs.parse("19"))
    row(
        database,
        made.meeting,
        jan,
        attends_as="serving_alternate",
        serves_for_person_id=eva,
        serves_for_name="Eva",
        paragraphs=Paragraphs.parse("20-21"),
        came_at=time(18, 40),
    )

    [found] = read(database)

    assert found.present == found.served == {jan}
    assert found.sent == {Sent(eva, jan)}
    [came] = found.came
    assert came.serves
    assert came.came_at == time(18, 40)
    assert not came.partly  # the two rows are the whole meeting


def test_a_row_for_some_paragraphs_is_a_part_of_the_meeting(database: Database, made: Minutes) -> None:
    row(database, made.meeting, person(database, "Eva"), paragraphs=Paragraphs.parse("19-20"))

    assert read(database)[0].came[0].partly


def test_only_meetings_of_the_body_and_the_period_are_read(database: Database, made: Minutes) -> None:
    eva = person(database, "Eva")
    row(database, made.meeting, eva)
    with database.change("Other") as change:
        other = change.insert("body", key="tn", name="Tekniska nämnden", kind="committee")
        same_year = change.insert("meeting", body_id=other, date=date(2016, 3, 1), stage="planned")
        later = change.insert("meeting", body_id=made.body, date=date(2017, 3, 1), stage="planned")
    row(database, same_year, eva)
    row(database, later, eva)

    assert [each.body for each in read(database)] == [made.body, other]
    assert [each.day for each in read(database, made.body)] == [DAY]


def test_many_meetings_take_no_more_queries_than_one(database: Database, made: Minutes) -> None:
    def queries() -> int:
        asked: list[str] = []
        with database.read() as connection:
            event.listen(connection, "before_cursor_execute", lambda *args: asked.append(args[2]))
            presence.held(connection, *YEAR)
        return len(asked)

    eva = person(database, "Eva")
    line(database, made.meeting, eva)
    once = queries()
    with database.change("More") as change:
        more = [
            change.insert("meeting", body_id=made.body, date=date(2016, 3, day), stage="planned")
            for day in range(1, 6)
        ]
    for meeting in more:
        line(database, meeting, eva)

    assert len(read(database)) == 6
    assert queries() == once
