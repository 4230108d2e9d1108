"""What was against a rule is found, or noted, with its reason."""

from __future__ import annotations

from typing import Any

from evening import AWAY, BEFORE, ITEMS, ruling, seats, service, stay
from klubban.domain.attendance import Service
from klubban.domain.body import Named
from klubban.domain.deviations import findings
from klubban.domain.meeting import Disqualification, Item
from klubban.domain.roll import Deviates, Deviation
from klubban.domain.rules import BodyKind

ASSEMBLY = BodyKind.ASSEMBLY
CAJSA = Named("Cajsa", "S", 3)


def found(of: Service, *items: Item) -> list[tuple[int, str, str | None, str | None]]:
    """Return the findings; items not given have nothing noted."""
    given = {item.id: item for item in items}
    agenda = [given.get(number, Item(id=number, title="", number=number)) for number in ITEMS]
    return [
        (each.item, each.rule.value, each.who.name if each.who else None, each.reason)
        for each in findings(of, agenda)
    ]


def item(number: int, rule: Deviates, who: Named | None = None, **facts: Any) -> Item:
    note = Deviation(id=1, rule=rule, reason="Skäl", who=who)
    return Item(id=number, title="", number=number, deviations=(note,), **facts)


def test_nothing_is_found_where_all_was_in_order_or_nobody_is_there_yet() -> None:
    assert found(service(seats())) == []
    nobody = dict.fromkeys(("eva", "bo", "cajsa", "david", "ester"), AWAY)
    assert found(service(seats(**nobody))) == []


def test_items_without_a_quorum_are_found_and_the_reason_stands_with_each() -> None:
    few = service(seats(eva=[stay(last=71)], bo=AWAY, cajsa=AWAY))

    assert found(few) == [(number, "quorum", None, None) for number in (72, 73, 74)]
    assert found(few, item(73, Deviates.QUORUM))[1] == (73, "quorum", None, "Skäl")


def test_a_body_without_quorum_has_nothing_to_find() -> None:
    assert found(service(seats(eva=AWAY, bo=AWAY, cajsa=AWAY), quorum=False)) == []


def test_somebody_disqualified_who_took_part_is_found_with_the_reason_noted() -> None:
    stayed = item(72, Deviates.DISQUALIFIED, CAJSA, disqualifications=(Disqualification(id=1, who=CAJSA),))

    assert stayed.kept_out == ()
    assert found(service(seats()), stayed) == [(72, "disqualified", "Cajsa", "Skäl")]


def test_who_served_again_by_decision_is_found_with_the_decisions_reason() -> None:  # KL 5 kap. 20 §
    back = service(seats(cajsa=[stay(last=70), stay(73)]), kind=ASSEMBLY, rulings=[ruling(3, 3, 73)])

    assert found(back) == [(73, "return", "Cajsa", "Överenskommet")]
    assert found(back, item(73, Deviates.RETURN, CAJSA)) == [(73, "return", "Cajsa", "Skäl")]


def test_who_only_stood_aside_has_not_returned() -> None:
    aside = service(seats(), kind=ASSEMBLY, rulings=[ruling(3, 3, 73)], out={72: "Cajsa"})

    assert found(aside) == []


def test_who_decides_remotely_without_leave_is_found_each_time_they_begin() -> None:
    cajsa = [stay(last=71, went=BEFORE, remote=True), stay(71, last=73, went=BEFORE), stay(73, remote=True)]

    assert found(service(seats(cajsa=cajsa))) == [
        (70, "remote", "Cajsa", None),
        (73, "remote", "Cajsa", None),
    ]
    assert found(service(seats(cajsa=cajsa), remote=True)) == []
    assert found(service(seats(hans=[stay(remote=True)]))) == []


def test_decisions_about_a_seat_that_do_not_agree_are_found() -> None:
    both = service(
        seats(cajsa=AWAY, hans=[stay()], kim=[stay()]), rulings=[ruling(3, 11, 70, 72), ruling(3, 13, 72)]
    )

    assert found(both) == [(72, "other", "Cajsa", None)]


def test_what_was_noted_otherwise_is_pointed_out_too() -> None:
    assert found(service(seats()), item(71, Deviates.OTHER)) == [(71, "other", None, "Skäl")]
