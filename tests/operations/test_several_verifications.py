"""Several verifications of one protocol, each with its paragraphs and people."""

from __future__ import annotations

from datetime import date, time

import pytest

from builders import Minutes, findings, minutes, snapshot
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.operations import agenda, numbering, session, verifiers, verifying
from klubban.store.database import Database

EVA, BO = Named(name="Eva Asp", party="S"), Named(name="Bo Ek", party="M")
LATER = date(2016, 2, 25)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a closed meeting with §§ 1–3, of which Eva verifies all."""
    found = minutes(database, ("A", "B", "C"), number=None)
    session.open_meeting(database, found.meeting, time(18, 30))
    session.close_meeting(database, found.meeting, time(20))
    verifiers.choose_verifiers(database, found.meeting, [EVA])
    return found


def told(database: Database) -> list[tuple[str, tuple[Named, ...]]]:
    """Return the verifications in short."""
    return [(str(each.paragraphs or ""), each.verifiers) for each in snapshot(database).verifications]


def sign(database: Database, verification: int) -> None:
    """Complete a verification."""
    meeting = snapshot(database)
    with database.change("Sign", barrier=True) as change:
        verifying.complete(change, meeting, verification, [EVA], LATER)


def test_a_paragraph_is_verified_apart_by_the_usual_people_or_by_others(
    database: Database, ids: Minutes
) -> None:
    verifiers.plan_set(database, ids.meeting, Paragraphs.parse("2"), immediate=True)
    verifiers.plan_set(database, ids.meeting, Paragraphs.parse("3"), people=[BO], place="Rådhuset")

    assert told(database) == [("", (EVA,)), ("2", (EVA,)), ("3", (BO,))]


def test_paragraphs_leave_the_verification_that_they_are_taken_out_of(
    database: Database, ids: Minutes
) -> None:
    first = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("1-2"))
    verifiers.plan_set(database, ids.meeting, Paragraphs.parse("2"), people=[BO], out_of=first)

    assert told(database) == [("", (EVA,)), ("1", (EVA,)), ("2", (BO,))]
    with pytest.raises(RuleBroken, match="is in another verification already"):
        verifiers.plan_set(database, ids.meeting, Paragraphs.parse("1"), out_of=first)


def test_no_paragraph_is_verified_twice_whoever_is_chosen(database: Database, ids: Minutes) -> None:
    made = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("2"), immediate=True)

    with pytest.raises(RuleBroken, match="is in another verification already"):
        verifiers.choose_verifiers(database, ids.meeting, [BO], paragraphs=Paragraphs.parse("1-2"))
    with pytest.raises(RuleBroken, match="Another verification has the rest of the protocol"):
        verifiers.change_set(database, made, paragraphs=None)
    sign(database, made)
    with pytest.raises(RuleBroken, match="is in another verification already"):
        verifiers.choose_verifiers(database, ids.meeting, [BO], paragraphs=Paragraphs.parse("2"))
    assert told(database) == [("", (EVA,)), ("2", (EVA,))]


def test_a_set_is_changed_and_taken_back(database: Database, ids: Minutes) -> None:
    made = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("3"), people=[BO])

    verifiers.change_set(database, made, paragraphs=Paragraphs.parse("2-3"), people=[EVA, BO], day=LATER)

    changed = told(database)
    verifiers.remove_set(database, made)
    assert changed == [("", (EVA,)), ("2-3", (EVA, BO))]
    assert told(database) == [("", (EVA,))]
    assert findings(database) == []


@pytest.mark.parametrize(
    ("paragraphs", "sentence"),
    [("3-5", "There is no §§ 4–5 in the protocol"), ("1-2", "§ 2 is in another verification already")],
)
def test_paragraphs_that_cannot_be_a_set_are_named(
    database: Database, ids: Minutes, paragraphs: str, sentence: str
) -> None:
    verifiers.plan_set(database, ids.meeting, Paragraphs.parse("2"), immediate=True)

    with pytest.raises(RuleBroken) as refused:
        verifiers.plan_set(database, ids.meeting, Paragraphs.parse(paragraphs))

    assert sentence in str(refused.value).replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_verified_is_no_set_to_change(database: Database, ids: Minutes) -> None:
    made = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("2"), immediate=True)
    sign(database, made)

    with pytest.raises(RuleBroken, match="is verified already"):
        verifiers.change_set(database, made, people=[BO])
    with pytest.raises(RuleBroken, match="is verified already"):
        verifiers.remove_set(database, made)


def test_who_shares_the_protocol_signs_in_turn_and_one_may_be_withdrawn(
    database: Database, ids: Minutes
) -> None:
    second = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("3"), people=[BO])
    first = snapshot(database).verifications[0].id

    sign(database, first)
    between = snapshot(database)
    sign(database, second)
    both = snapshot(database)
    verifying.withdraw(database, first, "Anna Berg", "Kari Lund", "Fel", LATER)

    left = snapshot(database)
    assert [[each.is_fixed(item) for item in each.items] for each in (between, both, left)] == [
        [True, True, False],
        [True, True, True],
        [False, False, True],
    ]
    assert [each.stage.value for each in (between, both, left)] == ["closed", "verified", "closed"]
    assert left.as_verified
    with pytest.raises(RuleBroken):
        session.set_times(database, ids.meeting, opened=time(18))
    assert findings(database) == []


def test_a_withdrawn_verification_keeps_the_numbers_it_was_of(database: Database, ids: Minutes) -> None:
    made = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("3"))
    sign(database, made)
    verifying.withdraw(database, made, "Anna Berg", "Kari Lund", "Fel", LATER)

    numbering.set_unnumbered(database, ids.items[0], unnumbered=True)

    assert [str(each.paragraphs) for each in snapshot(database).withdrawn] == ["3"]
    assert told(database)[-1][0] == "2"


def test_a_confidential_paragraph_that_is_verified_leaves_the_protocol_open(
    database: Database, ids: Minutes
) -> None:
    agenda.set_item(database, ids.items[2], confidential=True)
    made = verifiers.plan_set(database, ids.meeting, Paragraphs.parse("3"), people=[BO])

    sign(database, made)

    session.set_times(database, ids.meeting, opened=time(18))
    verifiers.choose_verifiers(database, ids.meeting, [BO])
    meeting = snapshot(database)
    assert (meeting.opened, meeting.stage.value, told(database)[0]) == (time(18), "closed", ("", (BO,)))
    assert [meeting.is_fixed(item) for item in meeting.items] == [False, False, True]
    assert findings(database) == []
