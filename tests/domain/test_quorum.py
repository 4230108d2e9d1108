"""Who takes part in deciding, and whether they are enough: KL 5 kap. 45 §, 6 kap. 27 §."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import evening
from klubban.domain.body import Body, Named, Organisation
from klubban.domain.meeting import Attendee, AttendsAs, Disqualification, Item, Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.quorum import counted, needed, quorate, required, serving, standing, standings
from klubban.domain.roll import RollCall
from klubban.domain.rules import PRESETS, BodyKind, Rules

FIRST, SECOND = Item(id=1, title="Val", number=70), Item(id=2, title="Budget", number=71)


def member(name: str, attends_as: AttendsAs = AttendsAs.MEMBER, **facts: Any) -> Attendee:
    return Attendee(id=len(name), who=Named(name, "S"), attends_as=attends_as, **facts)


def meeting(*attendance: Attendee, items: tuple[Item, ...] = (FIRST, SECOND)) -> Meeting:
    kind = BodyKind.COMMITTEE
    body = Body(id=1, key="ks", name="Kommunstyrelsen", kind=kind, rules=PRESETS[kind], seats=5)
    ekby = Organisation(name="Ekby kommun")
    return Meeting(
        id=1, organisation=ekby, body=body, date=date(2026, 11, 12), items=items, attendance=attendance
    )


def names(people: list[Attendee]) -> list[str]:
    return [one.who.name for one in people]


@pytest.mark.parametrize(("seats", "least"), [(1, 1), (5, 3), (12, 7), (13, 7)])
def test_more_than_half_of_the_seats_are_needed(seats: int, least: int) -> None:
    assert needed(seats) == least
    assert quorate(least, seats)
    assert not quorate(least - 1, seats)


def test_who_is_not_called_to_decide_does_not_serve() -> None:
    found = meeting(member("Ål"), member("Hagman", AttendsAs.ALTERNATE), member("Berg", AttendsAs.OFFICIAL))

    assert names(serving(found, FIRST)) == ["Ål"]


def test_who_came_for_some_paragraphs_serves_at_those() -> None:
    found = meeting(member("Ål"), member("Ek", paragraphs=Paragraphs.parse("71")))

    assert names(serving(found, FIRST)) == ["Ål"]
    assert names(serving(found, SECOND)) == ["Ål", "Ek"]


def test_who_serves_at_a_paragraph_serves_at_no_item_that_has_none_yet() -> None:
    found = meeting(member("Ål"), member("Ek", paragraphs=Paragraphs.parse("70")))

    assert names(serving(found, replace(SECOND, number=None))) == ["Ål"]


def test_before_numbering_the_items_are_named_instead() -> None:
    unnumbered = replace(FIRST, number=None)
    found = meeting(member("Ål", items=(2,)), items=(unnumbered, SECOND))

    assert serving(found, unnumbered) == []
    assert names(serving(found, SECOND)) == ["Ål"]


def test_the_disqualified_do_not_serve_and_namesakes_of_another_party_do() -> None:
    aside = Disqualification(id=1, who=Named("Ål", "S"))
    item = replace(FIRST, disqualifications=(aside,))
    namesake = Attendee(id=9, who=Named("Ål", "M"), attends_as=AttendsAs.MEMBER)

    assert serving(meeting(member("Ål"), namesake), item) == [namesake]


def test_a_meeting_is_counted_from_its_weakest_item_to_its_strongest() -> None:
    found = meeting(member("Ål"), member("Ek", paragraphs=Paragraphs.parse("71")))

    assert counted(found, FIRST) == (1, 1)
    assert counted(found, None) == (1, 2)


def test_without_items_those_present_are_counted() -> None:
    assert counted(meeting(member("Ål"), items=()), None) == (1, 1)


# --- by the roll


def test_a_local_rule_may_set_the_number_or_leave_out_vacant_seats() -> None:
    assert needed(13, Rules(quorum_least=5)) == 5
    assert needed(13, Rules(quorum_vacant=False), vacant=4) == 5
    assert needed(13, Rules(), vacant=4) == 7


def test_each_item_is_counted_after_disqualification_and_who_is_called_in_counts() -> None:
    found = standings(evening.service(evening.seats(hans=evening.WHOLE), out={72: "Eva Bo Cajsa"}))

    assert [each.serving for each in found] == [5, 5, 3, 5, 5]
    assert [each.reached for each in found] == [True] * 5
    assert (found[2].seats, found[2].needed, found[2].stood_aside) == (5, 3, 2)


def test_in_a_committee_too_many_disqualified_leave_it_without_a_quorum() -> None:
    found = standings(evening.service(evening.seats(), out={72: "Eva Bo Cajsa"}))

    assert [each.reached for each in found] == [True, True, False, True, True]


def test_the_assembly_decides_although_disqualification_leaves_too_few() -> None:  # KL 5 kap. 46 §
    kind = BodyKind.ASSEMBLY

    assert standing(evening.service(evening.seats(), out={72: "Eva Bo Cajsa"}, kind=kind), 2).reached
    gone = {name: [evening.stay(last=71), evening.stay(73)] for name in ("eva", "bo", "cajsa")}
    left_for_it = evening.service(evening.seats(**gone), out={72: "Eva Bo Cajsa"}, kind=kind)
    assert standing(left_for_it, 2).reached
    # Three are away and one is disqualified: it is not disqualification that leaves too few.
    away = evening.seats(bo=(), cajsa=(), david=())
    assert not standing(evening.service(away, out={72: "Eva"}, kind=kind), 2).reached


def test_a_disqualified_official_or_alternate_who_does_not_serve_is_no_seat_that_stood_aside() -> None:
    lines = [*evening.seats(hans=evening.WHOLE, cajsa=()), evening.line(30, "Nils", "official")]

    found = standing(evening.service(lines, out={72: "Nils Hans"}), 2)

    assert (found.serving, found.stood_aside) == (4, 1)


def test_eight_disqualified_at_once_of_thirteen() -> None:
    parties = "SSSSSMMMMVVCC"
    members = [evening.line(number, f"M{number} ({party})") for number, party in enumerate(parties, 1)]
    alternates = [
        evening.line(20 + number, f"A{number} ({party})", "alternate")
        for number, party in enumerate("SSMV", 1)
    ]
    out = {72: " ".join(f"M{number}" for number in range(1, 9))}

    found = standings(evening.service([*members, *alternates], out=out, seats=13))

    # Five are left and four are called in by party; the others' places stay empty.
    assert [(each.serving, each.needed, each.reached) for each in found] == [
        (13, 7, True), (13, 7, True), (8, 7, True), (13, 7, True), (13, 7, True),
    ]  # fmt: skip
    alone = standings(evening.service(members, out=out, seats=13))
    assert (alone[2].serving, alone[2].reached) == (5, False)


def test_a_body_without_quorum_or_seats_needs_none() -> None:
    nobody = evening.service(evening.seats(eva=(), bo=(), cajsa=(), david=(), ester=()), quorum=False)
    assert standing(nobody, 0).reached
    assert required(replace(nobody.body, rules=Rules(), seats=None), RollCall()) == 0


def test_without_a_number_of_seats_those_on_the_roll_count() -> None:
    assert standing(evening.service(evening.seats(), seats=None), 0).seats == 5


def test_more_on_the_roll_than_the_seats_that_were_fixed_are_all_counted() -> None:
    assert standing(evening.service(evening.seats(), seats=3), 0).needed == 3


def test_seats_that_nobody_has_count_unless_the_rules_leave_them_out() -> None:
    lines = [each for each in evening.seats() if each.id < 4] + [evening.line(4, "(V)")]

    assert standing(evening.service(lines, seats=7), 0).needed == 4
    assert standing(evening.service(lines, seats=7, quorum_vacant=False), 0).needed == 2
