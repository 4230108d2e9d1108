from __future__ import annotations

from datetime import date, time

import pytest

from builders import Minutes, minutes
from klubban.documents import tree
from klubban.domain.roll import Moment
from klubban.operations.file_names import days_of, slug
from klubban.operations.remuneration import CSV, EXCEL, prepare_remuneration, remuneration
from klubban.operations.statistics import attendance, prepare_letter, prepare_statistics, term
from klubban.store.database import Database

YEAR = date(2016, 1, 1), date(2016, 12, 31)


@pytest.fixture
def made(database: Database) -> Minutes:
    """Return a committee of three that met thrice, at which one member never was."""
    found = minutes(database)
    with database.change("People") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        change.update("meeting", found.meeting, ends=time(19, 40))
        meetings = [found.meeting] + [
            change.insert("meeting", body_id=found.body, date=date(2016, month, 7), stage="closed")
            for month in (3, 4)
        ]
        terms = {"from_date": date(2015, 1, 1), "to_date": date(2018, 12, 31)}
        for place, (name, role) in enumerate(
            (("Åsa Ek", "chair"), ("Eva Asp", "member"), ("Jan Rask", "member"), ("Siv Lind", "secretary"))
        ):
            person = change.insert("person", key=name, name=name, party="C")
            change.insert("seat", body_id=found.body, position=place, person_id=person, role=role, **terms)
            for meeting in meetings if name != "Jan Rask" else ():
                line = change.insert(
                    "roll_line",
                    meeting_id=meeting,
                    position=place,
                    role="official" if role == "secretary" else role,
                    who_person_id=person,
                    who_name=name,
                    who_party="C",
                )
                change.insert("stay", roll_line_id=line, position=0, came=Moment.BEFORE, went=Moment.AFTER)
    return found


def test_attendance_is_counted_from_the_rolls(database: Database, made: Minutes) -> None:
    found = attendance(database, made.body, *YEAR)

    assert found.average
    assert (found.average.meetings, found.average.present, found.average.members) == (3, 2, 3)
    assert [(each.person.name, each.present, each.held) for each in found.members] == [
        ("Åsa Ek", 3, 3),
        ("Eva Asp", 3, 3),
        ("Jan Rask", 0, 3),
    ]
    assert [each.people[0].name for each in found.missing] == ["Jan Rask"]


def test_a_body_that_is_not_there_cannot_be_counted(database: Database) -> None:
    with pytest.raises(LookupError):
        attendance(database, 999, *YEAR)


def test_the_term_is_that_of_most_who_have_seats_on_the_day(database: Database, made: Minutes) -> None:
    assert term(database, made.body, date(2016, 3, 1)) == (date(2015, 1, 1), date(2018, 12, 31))
    assert term(database, made.body, date(2020, 3, 1)) is None


def test_the_statistics_are_a_document_named_by_body_and_year(database: Database, made: Minutes) -> None:
    prepared = prepare_statistics(database, attendance(database, made.body, *YEAR))

    assert prepared.stem == "ks-2016-attendance-statistics"
    assert "Jan Rask" in " ".join(tree.words(prepared.document))


def test_a_letter_is_signed_by_the_chair_of_its_day_and_names_the_secretary(
    database: Database, made: Minutes
) -> None:
    found = attendance(database, made.body, *YEAR)

    prepared = prepare_letter(database, found.body, found.missing[0], date(2016, 5, 2))
    late = prepare_letter(database, found.body, found.missing[0], date(2020, 5, 2))

    assert prepared.stem == "ks-2016-05-02-letter-the-group-of-c"
    assert [*tree.words(prepared.document)][-2:] == ["Chair", "Åsa Ek (C)"]
    assert any("Siv Lind" in line for line in tree.words(prepared.document))
    assert [*tree.words(late.document)][-2:] == ["Chair", ""]


def test_a_letter_asks_for_an_answer_before_the_next_meeting_of_the_body(
    database: Database, made: Minutes
) -> None:
    found = attendance(database, made.body, *YEAR)
    with database.change("Two more") as change:
        for day in (date(2016, 9, 30), date(2016, 8, 30)):
            change.insert("meeting", body_id=made.body, date=day, stage="planned")

    prepared = prepare_letter(database, found.body, found.missing[0], date(2016, 6, 2))

    said = " ".join(tree.words(prepared.document))
    assert "Please answer by 16 August 2016, before the next meeting on 30 August 2016." in said


def test_remuneration_has_unknown_hours_where_the_end_was_not_noted(
    database: Database, made: Minutes
) -> None:
    found = remuneration(database, *YEAR, made.body)

    assert [(each.who.name, each.meetings, each.hours, each.unknown) for each in found] == [
        ("Eva Asp", 3, 2, 2),
        ("Åsa Ek", 3, 2, 2),
    ]


def test_a_file_for_remuneration_is_named_by_what_is_in_it(database: Database, made: Minutes) -> None:
    of_one = prepare_remuneration(database, *YEAR, made.body, ending=CSV)
    of_all = prepare_remuneration(database, date(2016, 2, 1), date(2016, 3, 31), ending=EXCEL)

    assert of_one.name == "ks-2016-remuneration.csv"
    assert of_all.name == "all-bodies-2016-02-01--2016-03-31-remuneration.xlsx"
    assert [len(sheet.rows) for sheet in of_all.sheets] == [3, 5]
    assert "the times are not known" in of_all.sheets[1].rows[2]


def test_names_of_files_have_no_signs_that_a_system_refuses() -> None:
    assert slug("Mark & Hus i Ekby AB / a:b") == "mark-hus-i-ekby-ab-a-b"
    assert len(slug("x" * 500)) == 80
    assert days_of(date.min, date(2016, 3, 1)) == "--2016-03-01"
