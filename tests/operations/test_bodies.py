"""Bodies: what they are for, the rules that are their own, the meetings they have."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import entries, findings, rows
from klubban.domain.body import Body, Invited, MeetingType, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import FIXED, PRESETS, BodyKind, DayCount, Right, differing, rules_of
from klubban.domain.service import OrderOfCall
from klubban.operations import bodies, people, seats, undo
from klubban.store import reads
from klubban.store.database import Database, Step


@pytest.fixture
def ks(database: Database) -> int:
    return bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE, short="KS", seats=13)


def body(database: Database, id_: int) -> Body:
    with database.read() as read:
        return next(each for each in reads.bodies(read) if each.id == id_)


def own(database: Database, id_: int) -> dict[str, Any]:
    found = body(database, id_)
    return differing(found.kind, found.rules)


def test_bodies_of_the_same_name_have_keys_of_their_own(database: Database) -> None:
    one, other = (bodies.add_body(database, "Valberedningen", BodyKind.GROUP) for _twice in range(2))

    assert body(database, one).key != body(database, other).key


def test_a_body_says_what_it_is_for(database: Database, ks: int) -> None:
    council = bodies.add_body(database, "Brottsförebyggande rådet", BodyKind.COUNCIL, parent=ks)
    bodies.change_body(
        database,
        council,
        short="Brå",
        seats=24,
        purpose="Samverka mot brott.",
        mandate=" Bereder;\nbeslutar inte. ",
        review_date=date(2027, 1, 31),
        rotation=["Kommunen", " ", "Polisen"],
        rotation_from=2025,
        chains={"S": ["MP", "V"], "M": []},
    )

    found = body(database, council)
    assert (found.parent, found.short, found.seats, found.purpose) == (ks, "Brå", 24, "Samverka mot brott.")
    assert (found.mandate, found.review_date) == ("Bereder;\nbeslutar inte.", date(2027, 1, 31))
    assert found.chaired_by(2026) == "Polisen"
    assert found.chains == {"S": ("MP", "V")}
    assert findings(database) == []
    step = Step("Change {name}", {"name": "Brottsförebyggande rådet"}, ("body", council))
    assert undo.undo(database) == step


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"name": " "}, "A name is needed"),
        ({"short": "K" * 1001}, "at most 1000"),
        ({"seats": 0}, "at least one seat"),
        ({"parent": 1}, "cannot belong to itself"),
        ({"rotation": ["Kommunen"]}, "in which year"),
        ({"rotation_from": 25}, "from 1900 to 2200"),
        ({"chains": {"S": ["MP", "S"]}}, "The chain of S names a party twice"),
        ({"chains": {"S": ["MP", "V", "MP"]}}, "The chain of S names a party twice"),
        ({"mandate": "Bereder\0"}, r"U\+0000"),
    ],
)
def test_a_value_that_cannot_be_is_refused(
    database: Database, ks: int, facts: dict[str, Any], expected: str
) -> None:
    before, journal = rows(database), entries(database)

    with pytest.raises(RuleBroken, match=expected):
        bodies.change_body(database, ks, **facts)

    assert (rows(database), entries(database)) == (before, journal)


def test_bodies_do_not_belong_to_one_another_in_a_circle(database: Database, ks: int) -> None:
    au = bodies.add_body(database, "Arbetsutskottet", BodyKind.SUBCOMMITTEE, parent=ks)
    group = bodies.add_body(database, "Arbetsgruppen", BodyKind.GROUP, parent=au)

    with pytest.raises(RuleBroken, match="Kommunstyrelsen cannot belong to itself"):
        bodies.change_body(database, ks, parent=group)

    bodies.change_body(database, group, parent=ks)
    bodies.change_body(database, au, parent=group)
    assert body(database, au).parent == group


def test_a_rule_is_the_body_s_own_until_it_is_the_preset_again(database: Database, ks: int) -> None:
    bodies.set_rule(database, ks, "returns", value=True)
    bodies.set_rule(database, ks, "alternates", OrderOfCall.PERSONAL)
    bodies.set_rule(database, ks, "alternates_may", ["attend", "speak"])
    bodies.set_rule(database, ks, "summons_days", 5)
    bodies.set_rule(database, ks, "summons_count", "working")

    rules = body(database, ks).rules
    assert (rules.returns, rules.alternates) == (True, OrderOfCall.PERSONAL)
    assert rules.alternates_may == (Right.ATTEND, Right.SPEAK)
    assert (rules.summons_days, rules.summons_count) == (5, DayCount.WORKING)

    bodies.set_rule(database, ks, "returns", value=False)
    assert "returns" not in own(database, ks)
    step = Step("Change the rules of {name}", {"name": "Kommunstyrelsen"}, ("body", ks))
    assert undo.undo(database) == step
    assert body(database, ks).rules.returns


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("casting_vote", True, "no rule called casting_vote"),
        ("verifiers", "two", "verifiers cannot be two"),
        ("quorum_least", 14, "No more than the 13"),
        ("quorum_least", 6, "More than half of the 13 seats"),
        ("alternates_may", ["speak"], "Alternates always have the right to attend"),
    ],
)
def test_a_rule_that_cannot_be_is_refused(
    database: Database, ks: int, name: str, value: object, expected: str
) -> None:
    with pytest.raises(RuleBroken, match=expected):
        bodies.set_rule(database, ks, name, value)

    assert own(database, ks) == {}


@pytest.mark.parametrize("name", sorted(FIXED[BodyKind.COMMITTEE]))
def test_nor_is_what_it_settles_for_committees_their_own(database: Database, ks: int, name: str) -> None:
    with pytest.raises(RuleBroken, match=r"KL [46] kap\. \d\d §"):
        bodies.set_rule(database, ks, name, not getattr(PRESETS[BodyKind.COMMITTEE], name))


def test_the_assembly_is_summoned_a_week_before(database: Database) -> None:  # KL 5 kap. 13 §
    kf = bodies.add_body(database, "Kommunfullmäktige", BodyKind.ASSEMBLY)

    bodies.set_rule(database, kf, "summons_days", 10)
    with pytest.raises(RuleBroken, match="at least a week before"):
        bodies.set_rule(database, kf, "summons_days", 5)


@pytest.mark.parametrize("name", sorted(FIXED[BodyKind.ASSEMBLY]))
def test_what_the_law_settles_for_the_assembly_is_refused_with_the_statute(
    database: Database, name: str
) -> None:
    kf = bodies.add_body(database, "Kommunfullmäktige", BodyKind.ASSEMBLY, seats=61)
    value = 31 if name == "quorum_least" else not getattr(PRESETS[BodyKind.ASSEMBLY], name)

    with pytest.raises(RuleBroken, match=r"KL 5 kap\. \d\d §"):
        bodies.set_rule(database, kf, name, value)

    assert own(database, kf) == {}


def test_with_another_kind_the_rules_that_differ_still_do_where_they_may(database: Database, ks: int) -> None:
    for name, value in (("verifiers", 1), ("returns", True), ("remote", True)):
        bodies.set_rule(database, ks, name, value)

    bodies.change_body(database, ks, kind=BodyKind.SUBCOMMITTEE)
    assert own(database, ks) == {"returns": True, "remote": True}, "a subcommittee has one verifier anyhow"

    bodies.change_body(database, ks, kind=BodyKind.ASSEMBLY)
    assert own(database, ks) == {"remote": True}, "return after absence is law there"
    assert body(database, ks).rules == rules_of(BodyKind.ASSEMBLY, {"remote": True})


def test_a_body_that_has_alternates_keeps_their_order(database: Database, ks: int) -> None:
    seats.add_seat(database, ks, SeatRole.ALTERNATE)

    with pytest.raises(RuleBroken, match="Kommunstyrelsen has alternates; end their terms first"):
        bodies.set_rule(database, ks, "alternates", "none")
    bodies.change_body(database, ks, kind=BodyKind.FORUM)
    assert own(database, ks) == {"alternates": "party_chain"}


def test_a_type_of_meeting_has_its_own_group_of_invited(database: Database, ks: int) -> None:
    police = people.add_person(database, "Pia Polis")
    invited = [Invited(id=0, person=police), Invited(id=0, body=ks), Invited(id=0, name=" Kommundirektören ")]

    large = bodies.put_meeting_type(database, ks, None, "Med alla nämnder", 2, invited)
    other = bodies.put_meeting_type(database, ks, None, "Ordinarie", None)

    found = body(database, ks).meeting_types
    assert [(each.id, each.name, each.per_year) for each in found] == [
        (large, "Med alla nämnder", 2),
        (other, "Ordinarie", None),
    ]
    assert [(each.person, each.body, each.name) for each in found[0].invited] == [
        (police, None, None),
        (None, ks, None),
        (None, None, "Kommundirektören"),
    ]

    bodies.put_meeting_type(database, ks, large, "Stora mötet", 1, invited[1:2])
    kept = Invited(id=found[0].invited[0].id, body=ks)
    assert body(database, ks).meeting_types[0].invited == (kept,), "the row that was there is written anew"

    bodies.remove_meeting_type(database, large)
    assert [each.id for each in body(database, ks).meeting_types] == [other]
    assert "invited" not in rows(database)
    undo.undo(database)
    assert body(database, ks).meeting_types[0] == MeetingType(
        id=large, name="Stora mötet", per_year=1, invited=(kept,)
    )
    assert findings(database) == []


@pytest.mark.parametrize(
    ("name", "per_year", "invited", "expected"),
    [
        ("ordinarie", None, (), "has a type of meeting called ordinarie already"),
        (" ", None, (), "A name is needed"),
        ("Stora", 0, (), "at least once a year"),
        ("Stora", 2, (Invited(id=0, name=" "),), "Somebody invited is"),
        ("Stora", 2, (Invited(id=0, person=1, name="Bo"),), "Somebody invited is"),
    ],
)
def test_a_type_of_meeting_that_cannot_be_is_refused(
    database: Database, ks: int, name: str, per_year: int | None, invited: tuple[Invited, ...], expected: str
) -> None:
    bodies.put_meeting_type(database, ks, None, "Ordinarie", None)

    with pytest.raises(RuleBroken, match=expected):
        bodies.put_meeting_type(database, ks, None, name, per_year, invited)

    assert len(body(database, ks).meeting_types) == 1


def test_a_type_that_meetings_have_is_not_removed(database: Database, ks: int) -> None:
    ordinary = bodies.put_meeting_type(database, ks, None, "Ordinarie", None)
    with database.change("Plan") as change:
        change.insert("meeting", body_id=ks, date=date(2026, 2, 9), stage="planned", meeting_type_id=ordinary)

    with pytest.raises(RuleBroken, match="There are meetings called Ordinarie"):
        bodies.remove_meeting_type(database, ordinary)

    with pytest.raises(LookupError):
        bodies.remove_meeting_type(database, ordinary + 1)


def test_a_body_does_not_get_fewer_seats_than_must_serve(database: Database, ks: int) -> None:
    bodies.set_rule(database, ks, "quorum_least", 9)

    with pytest.raises(RuleBroken, match="No more than the 8 who have seats"):
        bodies.change_body(database, ks, seats=8)
