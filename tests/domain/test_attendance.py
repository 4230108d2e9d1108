"""What follows from the roll: who serves for whom at which items, who presides, what is printed of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from evening import (
    AFTER,
    AWAY,
    BEFORE,
    DECIDED,
    DURING,
    WHOLE,
    line,
    presided,
    row,
    rows,
    ruling,
    seats,
    service,
    stay,
)
from klubban.domain.body import Named
from klubban.domain.meeting import Absence
from klubban.domain.roll import Agenda, AgendaItem, Stay
from klubban.domain.rules import BodyKind

ASSEMBLY = BodyKind.ASSEMBLY


def test_who_was_there_all_the_time_needs_no_paragraphs() -> None:
    assert rows(service(seats()), "Eva", "Ester") == ["Eva (S) member", "Ester (M) member"]


def test_an_alternate_serves_for_the_member_who_is_away() -> None:
    found = service(seats(cajsa=AWAY, hans=WHOLE, ida=WHOLE))

    assert rows(found, "Hans", "Ida", "Cajsa") == [
        "Hans (S) serving_alternate for Cajsa (S)",
        "Ida (M) alternate",
    ]


def test_an_alternate_serves_until_the_member_comes() -> None:
    found = service(seats(cajsa=[stay(72)], hans=WHOLE))

    assert rows(found, "Hans", "Cajsa") == [
        "Cajsa (S) member 72-74",
        "Hans (S) serving_alternate for Cajsa (S) 70-71",
        "Hans (S) alternate 72-74",
    ]


def test_an_alternate_serves_for_two_members_in_turn() -> None:
    found = service(seats(cajsa=[stay(last=72)], eva=[stay(72)], hans=WHOLE), returns=True)

    assert rows(found, "Hans") == [
        "Hans (S) serving_alternate for Eva (S) 70-71",
        "Hans (S) serving_alternate for Cajsa (S) 73-74",
        "Hans (S) alternate 72",
    ]


def test_a_vacant_seat_is_served_by_an_alternate_for_nobody() -> None:
    lines = [line(4, "(S)"), *(each for each in seats(hans=WHOLE) if each.id != 4)]
    found = service(lines)

    [hans] = [one for one in found.attendance() if one.who.name == "Hans"]
    assert (row(hans), hans.serves_for) == ("Hans (S) serving_alternate", None)


@pytest.mark.parametrize(
    ("stays", "printed"),
    [
        ([stay(72)], "72-74"),
        ([stay(72, came=DURING)], "72-74 part 72"),
        ([stay(72, came=DECIDED)], "73-74 part 72"),
        ([stay(72, came=AFTER)], "73-74"),
        ([stay(last=72, went=BEFORE)], "70-71"),
        ([stay(last=72, went=DURING)], "70-71 part 72"),
        ([stay(last=72, went=DECIDED)], "70-72 part 72"),
        ([stay(last=72)], "70-72"),
        ([stay(last=70), stay(73)], "70, 73-74"),
        ([stay(last=71, went=DURING), stay(71, came=DURING)], "70-74 part 71"),
        ([stay(72, 72, came=DURING, went=DURING)], "part 72"),
    ],
)
def test_paragraphs_are_those_at_whose_decision_they_were_and_parts_are_told(
    stays: list[Stay], printed: str
) -> None:
    guest = line(30, "Nils", "guest", stays)

    assert rows(service([*seats(), guest]), "Nils") == [f"Nils guest {printed}"]


def test_a_coming_touches_only_the_row_it_is_in() -> None:
    hans = [stay(70, came=DURING)]
    found = service(seats(cajsa=[stay(last=71)], hans=hans))

    assert rows(found, "Hans") == [
        "Hans (S) serving_alternate for Cajsa (S) 72-74",
        "Hans (S) alternate 70-71 part 70",
    ]


def test_anothers_leaving_is_no_part_of_the_row_of_who_steps_in() -> None:
    found = service(seats(cajsa=[stay(last=72, went=DURING)], hans=WHOLE))

    assert rows(found, "Cajsa", "Hans") == [
        "Cajsa (S) member 70-71 part 72",
        "Hans (S) serving_alternate for Cajsa (S) 72-74",
        "Hans (S) alternate 70-71",
    ]


def test_in_the_room_and_remotely_are_two_rows() -> None:
    eva = [stay(last=71, remote=True), stay(72)]

    assert rows(service(seats(eva=eva)), "Eva") == ["Eva (S) member 72-74", "Eva (S) member 70-71 remote"]


def test_who_changes_the_way_of_taking_part_has_not_left() -> None:  # KL 5 kap. 20 §
    eva = [stay(last=72, went=BEFORE), stay(72, remote=True)]

    found = service(seats(eva=eva, hans=WHOLE), kind=ASSEMBLY)

    assert found.served(1, 1) == frozenset(range(5))


def test_who_came_back_in_the_assembly_is_there_and_does_not_serve() -> None:  # KL 5 kap. 20 §
    cajsa = [stay(last=70), stay(73)]
    found = service(seats(cajsa=cajsa, hans=[stay(last=73)]), kind=ASSEMBLY)

    assert rows(found, "Cajsa", "Hans") == [
        "Cajsa (S) member 70",
        "Hans (S) serving_alternate for Cajsa (S) 71-73",
        "Cajsa (S) other 73-74",
        "Hans (S) alternate 70",
    ]
    returning = service(seats(cajsa=cajsa), returns=True)
    assert rows(returning, "Cajsa") == ["Cajsa (S) member 70, 73-74"]


# --- disqualification


def test_in_a_committee_who_is_disqualified_is_in_no_row_of_the_item_and_returns() -> None:  # KL 6 kap. 30 §
    found = service(seats(hans=WHOLE), out={72: "Cajsa"})

    assert rows(found, "Cajsa", "Hans") == [
        "Cajsa (S) member 70-71, 73-74",
        "Hans (S) serving_alternate for Cajsa (S) 72",
        "Hans (S) alternate 70-71, 73-74",
    ]


def test_in_the_assembly_who_is_disqualified_stays_in_the_room() -> None:  # KL 5 kap. 47 §
    found = service(seats(hans=WHOLE), out={72: "Cajsa"}, kind=ASSEMBLY)

    assert rows(found, "Cajsa") == ["Cajsa (S) member 70-71, 73-74", "Cajsa (S) other 72"]
    assert found.served(11, 3) == {2}


def test_officials_and_alternates_who_do_not_serve_can_be_disqualified() -> None:
    lines = [*seats(hans=WHOLE, cajsa=AWAY, kim=WHOLE), line(30, "Nils", "official")]

    found = service(lines, out={71: "Nils Kim", 73: "Hans"})

    assert rows(found, "Nils", "Hans", "Kim") == [
        "Hans (S) serving_alternate for Cajsa (S) 70-72, 74",
        "Kim (S) serving_alternate for Cajsa (S) 73",
        "Kim (S) alternate 70, 72, 74",
        "Nils official 70, 72-74",
    ]


def test_who_came_while_the_item_was_handled_that_they_are_kept_out_of_is_in_no_part_of_it() -> None:
    found = service(seats(cajsa=[stay(72, came=DURING)]), out={72: "Cajsa"})

    assert rows(found, "Cajsa") == ["Cajsa (S) member 73-74"]


def test_who_is_on_the_roll_by_name_alone_is_disqualified_by_it() -> None:
    found = service(seats())
    anonymous = (Named("Cajsa", "S"), Named("Cajsa", "M"), Named("Nobody"))
    agenda = Agenda((AgendaItem(id=70, disqualified=anonymous),))

    assert replace(found, agenda=agenda).kept_out == {3: {0}}


# --- who presides


def test_the_chair_presides_then_the_vice_chairs_then_the_senior_member() -> None:
    evening = seats(
        eva=[stay(last=70)], bo=[stay(last=71)], cajsa=[stay(last=72)], ester=[stay(last=73)], kim=WHOLE
    )

    found = service(evening, returns=True)

    assert presided(found) == ["Eva 70", "Bo 71", "Cajsa 72", "Ester 73", "David 74"]


def test_a_chair_who_is_disqualified_comes_back_to_the_chair() -> None:
    found = service(seats(), out={72: "Eva"})

    assert presided(found) == ["Eva 70-71, 73-74", "Bo 72"]


def test_one_who_presides_all_the_time_needs_no_paragraphs() -> None:
    assert presided(service(seats())) == ["Eva"]
    assert presided(service(seats(eva=AWAY))) == ["Bo"]
    assert presided(service(seats(eva=AWAY, bo=AWAY, cajsa=AWAY))) == ["Ester"]


def test_whoever_was_chosen_presides_as_long_as_they_are_there() -> None:
    found = service(seats(david=[stay(last=72)]), rulings=[ruling(None, 4, 71)], out={72: "David"})

    assert presided(found) == ["Eva 70, 72-74", "David 71"]


def test_nobody_presides_over_an_empty_room() -> None:
    found = service(each if each.id > 10 else replace(each, stays=()) for each in seats())

    assert found.presiding == (None,) * 5
    assert found.presided() == ()


def test_without_a_presidium_nobody_presides_until_it_was_decided() -> None:
    members = [line(1, "Eva (S)"), line(2, "Bo (M)")]

    assert presided(service(members)) == []
    assert presided(service(members, rulings=[ruling(None, 2, 70)])) == ["Bo"]


def test_who_presides_is_the_first_row() -> None:
    assert rows(service(seats(eva=AWAY)))[0] == "Bo (M) member"


# --- what the chair decided


def test_a_decision_holds_only_while_its_person_is_there_and_may_take_part() -> None:
    found = service(
        seats(cajsa=AWAY, hans=WHOLE, kim=[stay(last=73)]), rulings=[ruling(3, 13, 70)], out={71: "Kim"}
    )

    assert [serving.get(13) for serving in found.serving] == [3, None, 3, 3, None]
    assert [serving.get(11) for serving in found.serving] == [None, 3, None, None, 3]


def test_of_two_decisions_about_a_seat_the_later_counts() -> None:
    found = service(
        seats(cajsa=AWAY, hans=WHOLE, kim=WHOLE, ida=WHOLE),
        rulings=[ruling(3, 13, 70), ruling(3, 12, 71, 72), ruling(3, 12, 72, 73)],
    )

    assert [next(line for line, seat in at.items() if seat == 3) for at in found.serving] == [
        13,
        12,
        12,
        12,
        13,
    ]


def test_by_decision_somebody_who_had_left_serves_again() -> None:
    found = service(seats(cajsa=[stay(last=70), stay(73)]), kind=ASSEMBLY, rulings=[ruling(3, 3, 73)])

    assert rows(found, "Cajsa") == ["Cajsa (S) member 70, 73-74"]


# --- what else is printed


def test_items_without_numbers_are_named_instead() -> None:
    found = service(seats(eva=[stay(72)]))
    unnumbered = Agenda(tuple(replace(item, number=None) for item in found.agenda.items))

    eva = next(one for one in replace(found, agenda=unnumbered).attendance() if one.who.name == "Eva")
    assert (eva.paragraphs, eva.items) == (None, (72, 73, 74))


def test_before_there_is_an_agenda_everybody_there_is_there_for_all_of_it() -> None:
    found = service(seats(cajsa=AWAY, hans=WHOLE), items=())

    assert rows(found, "Eva", "Hans") == ["Eva (S) member", "Hans (S) serving_alternate for Cajsa (S)"]
    assert presided(found) == ["Eva"]


def test_a_representative_sent_for_the_day_serves_in_the_seat_and_the_times_are_told() -> None:
    usual = Named("Nils Berg")
    stays = [stay(last=70, came_at=time(10)), stay(72, went_at=time(12))]

    found = service([line(4, "Maj", stays=stays, instead_of=usual)], returns=True)

    [maj] = found.attendance()
    assert (maj.serves_for, maj.came_at, maj.went_at) == (usual, time(10), time(12))


def test_members_who_did_not_come_are_absent_and_who_came_all_the_same_is_not() -> None:
    told = (Absence(id=7, who=Named("Cajsa", "S"), told=True), Absence(id=8, who=Named("Bo", "M"), told=True))
    found = service(seats(cajsa=AWAY, ester=AWAY))

    assert [(each.who.name, each.told) for each in found.absent(told)] == [("Cajsa", True), ("Ester", False)]
    nobody_yet = service(replace(each, stays=()) for each in seats())
    assert nobody_yet.absent(told) == told


def test_the_senior_member_is_by_the_first_day_of_the_unbroken_time() -> None:
    evening = [
        line(9, "(S)", "chair"),
        line(1, "Eva (S)", since=date(2022, 1, 1)),
        line(2, "Bo (M)", since=date(2014, 1, 1)),
        line(3, "Cajsa (S)"),
    ]

    assert presided(service(evening)) == ["Bo"]
