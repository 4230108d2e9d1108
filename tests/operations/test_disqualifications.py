"""Disqualification at an item, eight at once, and what is noted against a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import entries, findings, rows, snapshot
from called import Called, called
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.quorum import standings
from klubban.domain.roll import Deviates
from klubban.operations import disqualifications, undo
from klubban.store.database import Database, Step


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of five items at which all on the roll are present."""
    found = called(database)
    found.present()
    return found


def test_a_disqualified_member_is_replaced_for_the_item_and_returns(evening: Called) -> None:
    who = evening.who("Cajsa")

    disqualifications.disqualify(evening.database, evening.items[2], who, ground=" 1 ", raised_by="Bo Ek (M)")

    assert [evening.serving(place).get("Hans") for place in range(5)] == [None, None, "Cajsa", None, None]
    [noted] = snapshot(evening.database).items[2].disqualifications
    assert (noted.who, noted.ground, noted.raised_by) == (who, "1", "Bo Ek (M)")
    assert evening.database.undoable == Step(
        "Note that {name} is disqualified at {item}",
        {"name": "Cajsa Lund (S)", "count": 1, "item": "§ 72"},
        ("meeting", evening.meeting),
    )


def test_the_assembly_has_other_grounds(database: Database) -> None:  # KL 5 kap. 47-49 §§
    at = called(database, kind="assembly")

    with pytest.raises(RuleBroken, match="those of KL 5 kap"):
        disqualifications.disqualify(database, at.items[0], at.who("Bo"), ground="1")


def test_a_ground_may_be_told_in_words(evening: Called) -> None:
    words = "Styrelseledamot  i bolaget"

    disqualifications.disqualify(evening.database, evening.items[2], evening.who("Cajsa"), ground=words)

    assert snapshot(evening.database).items[2].disqualifications[0].ground == "Styrelseledamot i bolaget"


def test_eight_are_disqualified_at_once_in_one_step_and_lifted_one_by_one(database: Database) -> None:
    members = tuple(f"{name} Asp ({'SSSSSMMMMVVCC'[place]})" for place, name in enumerate("ABCDEFGHIJKLM"))
    alternates = ("Nils Ek (S)", "Olle Ek (S)", "Pia Ek (M)", "Rut Ek (V)")
    evening = called(database, members=members, alternates=alternates)
    evening.present()
    before = rows(database)
    eight = [evening.who(name) for name in "ABCDEFGH"]

    ids = disqualifications.disqualify_all(database, evening.items[1], eight, ground="2", raised_by=None)

    assert [each.serving for each in standings(evening.service)] == [13, 9, 13, 13, 13]
    assert all(each.reached for each in standings(evening.service))
    disqualifications.lift_disqualification(database, ids[0])
    assert standings(evening.service)[1].serving == 10
    undo.undo(database)
    undo.undo(database)
    assert rows(database) == before
    assert findings(database) == []


def test_who_stayed_all_the_same_takes_part_and_the_reason_is_noted(evening: Called) -> None:
    cajsa, item = evening.who("Cajsa"), evening.items[2]
    disqualifications.disqualify(evening.database, item, cajsa)
    for reason in ("Jävet upptäcktes efteråt", "Jävet upptäcktes först efter sammanträdet"):
        noted = disqualifications.note_deviation(
            evening.database, item, Deviates.DISQUALIFIED, reason, who=cajsa
        )

    assert evening.serving(2)["Cajsa"] == "Cajsa"
    [deviation] = snapshot(evening.database).items[2].deviations
    assert (deviation.id, deviation.reason) == (noted, "Jävet upptäcktes först efter sammanträdet")
    disqualifications.withdraw_deviation(evening.database, noted)
    assert "Cajsa" not in evening.serving(2)


def test_what_concerns_nobody_in_particular_is_noted_too(evening: Called) -> None:
    for reason in ("Ingen kunde kallas in", "Ärendet tålde inget dröjsmål"):
        disqualifications.note_deviation(evening.database, evening.items[0], Deviates.OTHER, reason)
    disqualifications.note_deviation(evening.database, evening.items[0], Deviates.QUORUM, "Brådskande")

    found = snapshot(evening.database).items[0].deviations
    assert [(each.rule.value, each.who) for each in found] == [
        ("other", None),
        ("other", None),
        ("quorum", None),
    ]


REFUSED: dict[str, tuple[Callable[[Called], object], str]] = {
    "twice": (
        lambda at: disqualifications.disqualify(at.database, at.items[0], at.who("Eva")),
        "Eva Asp (S) is noted as disqualified at § 70 already",
    ),
    "twice at once": (
        lambda at: disqualifications.disqualify_all(
            at.database, at.items[1], [at.who("Bo"), at.who("Bo")], ground=None, raised_by=None
        ),
        "Bo Ek (M) is noted as disqualified at § 71 already",
    ),
    "a fifth ground": (
        lambda at: disqualifications.disqualify(at.database, at.items[1], at.who("Bo"), ground="5"),
        "There are four grounds of disqualification (KL 6 kap. 28 §), not number 5",
    ),
    "a deviation without a reason": (
        lambda at: disqualifications.note_deviation(at.database, at.items[1], Deviates.QUORUM, " "),
        "What was done against a rule needs its reason",
    ),
    "a return of nobody": (
        lambda at: disqualifications.note_deviation(at.database, at.items[1], Deviates.RETURN, "X"),
        "Say who it was",
    ),
}


@pytest.mark.parametrize(("do", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_and_changes_nothing(
    evening: Called, do: Callable[[Called], object], said: str
) -> None:
    disqualifications.disqualify(evening.database, evening.items[0], evening.who("Eva"))
    before, journal = rows(evening.database), entries(evening.database)

    with pytest.raises(RuleBroken) as broken:
        do(evening)

    assert str(broken.value) == said
    assert (rows(evening.database), entries(evening.database)) == (before, journal)


def test_a_verified_protocol_takes_no_more_notes(evening: Called) -> None:
    disqualified = disqualifications.disqualify(evening.database, evening.items[0], evening.who("Eva"))
    noted = disqualifications.note_deviation(evening.database, evening.items[0], Deviates.OTHER, "X")
    with evening.database.change("Verify") as change:
        change.update("meeting", evening.meeting, stage="verified")

    for do in (
        lambda: disqualifications.disqualify(evening.database, evening.items[1], Named("Bo Ek", "M")),
        lambda: disqualifications.lift_disqualification(evening.database, disqualified),
        lambda: disqualifications.note_deviation(evening.database, evening.items[1], Deviates.OTHER, "Y"),
        lambda: disqualifications.withdraw_deviation(evening.database, noted),
    ):
        with pytest.raises(RuleBroken, match="The protocol is verified"):
            do()


def test_what_is_not_there_is_a_bug(evening: Called) -> None:
    for do in (
        lambda: disqualifications.disqualify(evening.database, 99, Named("Bo Ek")),
        lambda: disqualifications.lift_disqualification(evening.database, 99),
        lambda: disqualifications.withdraw_deviation(evening.database, 99),
    ):
        with pytest.raises(LookupError):
            do()
