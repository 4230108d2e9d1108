"""Reservations, statements and notes at a meeting, who takes no part, and elections."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from builders import DAY, findings, snapshot
from called import Called, called
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Election, ElectionMethod, Opinion, OpinionKind, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Outcome, Stage
from klubban.domain.rules import Right
from klubban.domain.text import from_plain, plain
from klubban.operations import (
    disqualifications,
    divisions,
    elections,
    motions,
    opinions,
    roll_call,
    undo,
)
from klubban.store.database import Database, Step

RESERVATION, STATEMENT, NOTE = OpinionKind.RESERVATION, OpinionKind.STATEMENT, OpinionKind.NOTE


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of two items at which all on the roll are present."""
    found = called(database, items=2)
    found.present()
    return found


def _item(evening: Called) -> Item:
    return snapshot(evening.database, evening.meeting).items[0]


def _lodge(evening: Called, *names: str, kind: OpinionKind = RESERVATION, **facts: Any) -> int:
    people = [evening.who(name) for name in names]
    return opinions.lodge(evening.database, evening.items[0], kind, people, **({"on": DAY} | facts))


def _opinion(evening: Called) -> Opinion:
    return _item(evening).opinions[-1]


def test_a_reservation_in_favour_of_a_motion_waits_for_its_reasons(evening: Called) -> None:
    own = motions.add_motion(evening.database, evening.items[0], Asks.REJECT, [evening.who("Bo")])
    lodged = _lodge(evening, "Bo", "Ester", at=time(20, 15), awaited=True, motion=own)

    found = _opinion(evening)

    assert [str(who) for who in found.by] == ["Bo Ek (M)", "Ester Hägg (M)"]
    assert (found.lodged_on, found.lodged_at, found.awaited, found.motion) == (DAY, time(20, 15), True, own)
    assert evening.database.undoable == Step(
        "Note the reservation of {name} at {item}",
        {"name": "Bo Ek (M), Ester Hägg (M)", "item": "§ 70"},
        ("item", evening.items[0]),
    )
    for words in ("Vi", "Vi hade", "Vi hade hellre sett ett avslag."):
        opinions.change_opinion(evening.database, lodged, text=from_plain(words), run="opinion")
    assert (plain(_opinion(evening).text), _opinion(evening).awaited) == (words, False)
    undo.undo(evening.database)
    assert (_opinion(evening).text, _opinion(evening).awaited) == ((), True)
    opinions.set_lapsed(evening.database, lodged, True)
    assert _opinion(evening).lapsed
    assert findings(evening.database) == []


def test_a_reservation_by_one_who_took_no_part_is_refused_by_name(evening: Called) -> None:  # KL 4 kap. 27 §
    disqualifications.disqualify(evening.database, evening.items[0], evening.who("Cajsa"), ground="1")
    roll_call.mark_absent(evening.database, evening.id("David"))
    opinions.set_not_taking_part(evening.database, evening.items[0], [evening.who("Ester")])

    for name, words in (
        ("Cajsa", r"^Cajsa Lund \(S\) was disqualified at § 70, and can make no reservation there$"),
        ("David", r"^David Rönn \(V\) was not there at § 70"),
        ("Ester", r"^Ester Hägg \(M\) took no part in deciding § 70"),
        ("Ida", r"^Ida Tall \(M\) did not serve at § 70"),
    ):
        with pytest.raises(RuleBroken, match=words):
            _lodge(evening, "Bo", name)
    assert _item(evening).opinions == ()

    _lodge(evening, "Ida", reason=" Ordföranden  medgav det ")

    [noted] = _item(evening).deviations
    assert (noted.who, noted.reason) == (evening.who("Ida"), "Ordföranden medgav det")


def test_a_forum_decides_nothing_to_make_a_reservation_against(database: Database) -> None:
    forum = called(database, kind="forum")
    forum.present()
    bo, item = forum.who("Bo"), forum.items[0]

    with pytest.raises(RuleBroken, match=r"^Nothing is decided at .* that Bo"):
        opinions.lodge(database, item, RESERVATION, [bo], on=DAY)

    opinions.lodge(database, item, STATEMENT, [bo], on=DAY)
    assert [each.kind for each in _item(forum).opinions] == [STATEMENT]


def test_a_reservation_after_the_meeting_needs_a_reason(evening: Called) -> None:
    with evening.database.change("Close") as change:
        change.update("meeting", evening.meeting, ends=time(21), stage=Stage.CLOSED)

    for facts in ({"at": time(21, 5)}, {"on": date(2016, 2, 23)}):
        with pytest.raises(RuleBroken, match="after the meeting"):
            _lodge(evening, "Bo", **facts)
    with pytest.raises(RuleBroken, match="nothing was lodged at it before"):
        _lodge(evening, "Bo", on=date(2016, 2, 21))

    _lodge(evening, "Bo", at=time(20, 55))  # typed now, lodged in time
    _lodge(evening, "Ester", on=date(2016, 2, 23), reason="Anmäldes muntligt vid mötet")
    assert [each.who for each in _item(evening).deviations] == [evening.who("Ester")]


def test_what_is_verified_at_once_cannot_wait_for_reasons(evening: Called) -> None:
    with evening.database.change("At once") as change:
        change.update("item", evening.items[0], verified_immediately=True)

    with pytest.raises(RuleBroken, match="verified at once; the reasons must be there"):
        _lodge(evening, "Bo", awaited=True)

    _lodge(evening, "Bo", awaited=True, text=from_plain("Programmet är för dyrt."))
    assert not _opinion(evening).awaited


def test_who_does_not_serve_has_an_opinion_noted_by_right_or_with_a_reason(evening: Called) -> None:
    with pytest.raises(RuleBroken, match="no right to have an opinion noted at § 70"):
        _lodge(evening, "Ida", kind=NOTE)
    _lodge(evening, "Ida", kind=STATEMENT, reason="Ordföranden medgav det")
    _lodge(evening, "Bo", kind=NOTE)

    assert [each.kind for each in _item(evening).opinions] == [STATEMENT, NOTE]
    line = evening.id("Kim")
    with evening.database.change("Rights") as change:
        change.update("roll_line", line, rights=[Right.ATTEND, Right.NOTE])
    _lodge(evening, "Kim", kind=NOTE)
    assert len(_item(evening).deviations) == 1


def test_a_party_lodges_where_one_of_it_took_part(evening: Called) -> None:
    opinions.lodge(evening.database, evening.items[0], RESERVATION, [Named("M", "M")], on=DAY)

    with pytest.raises(RuleBroken, match=r"^KD did not serve"):
        opinions.lodge(evening.database, evening.items[0], RESERVATION, [Named("KD", "KD")], on=DAY)
    with pytest.raises(RuleBroken, match="whose opinion"):
        opinions.lodge(evening.database, evening.items[0], NOTE, [], on=DAY)


def test_other_facts_of_an_opinion_can_be_put_right(evening: Called) -> None:
    lodged = _lodge(evening, "Bo")

    opinions.change_opinion(
        evening.database, lodged, kind=STATEMENT, by=[evening.who("Ester")], appendix=True, at=time(20)
    )

    found = _opinion(evening)
    assert (found.kind, found.by, found.appendix, found.lodged_at) == (
        STATEMENT, (evening.who("Ester"),), True, time(20),
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="Jan Lind"):
        opinions.change_opinion(evening.database, lodged, kind=RESERVATION, by=[evening.who("Jan")])
    opinions.remove_opinion(evening.database, lodged)
    assert _item(evening).opinions == ()


def test_who_reserved_or_voted_took_part_and_stays_on_the_roll(evening: Called) -> None:
    vote = divisions.call_division(evening.database, evening.items[0], yes="bifall", no="avslag")
    divisions.answer(evening.database, vote, evening.who("Bo"), Vote.YES)
    _lodge(evening, "Ester")

    for name, words in (("Bo", "answered in the vote of § 70"), ("Ester", "made a reservation at § 70")):
        with pytest.raises(RuleBroken, match=words):
            opinions.set_not_taking_part(evening.database, evening.items[0], [evening.who(name)])
        with pytest.raises(RuleBroken, match=words):
            roll_call.mark_absent(evening.database, evening.id(name))
    with pytest.raises(RuleBroken, match="made a reservation at § 70; change that first"):
        divisions.answer(evening.database, vote, evening.who("Ester"), Vote.NOT_TAKING_PART)
    with pytest.raises(RuleBroken, match="does not decide § 70"):
        opinions.set_not_taking_part(evening.database, evening.items[0], [evening.who("Ida")])


# --- elections


def _election(evening: Called) -> Election:
    return _item(evening).elections[0]


def test_an_election_by_acclamation_decides_the_item(evening: Called) -> None:
    database = evening.database
    held = elections.add_election(database, evening.items[0], "ersättare i  miljönämnden till 2018")
    one, other = (elections.nominate(database, held, Named(name, "S")) for name in ("Per Ek", "Siv Ås"))

    elections.set_elected(database, one, True)

    assert (_election(evening).office, _item(evening).outcome) == (
        "ersättare i miljönämnden till 2018",
        Outcome.DECIDED,
    )
    for refused, words in (
        (lambda: elections.set_elected(database, other, True), "2 are elected, and there are only 1 seats"),
        (lambda: elections.nominate(database, held, Named("Per Ek", "S")), "nominated already"),
        (lambda: elections.set_votes(database, one, 3), "Without a vote"),
        (lambda: elections.set_elected(database, one, True, by_lot=True), "after a tie"),
        (lambda: elections.add_election(database, evening.items[0], " "), "what the election is to"),
        (lambda: elections.change_election(database, held, seats=0), "at least one seat, not 0"),
    ):
        with pytest.raises(RuleBroken, match=words):
            refused()
    elections.set_elected(database, one, False)
    assert _item(evening).outcome is None
    elections.remove_candidate(database, one)
    elections.remove_election(database, held)
    assert _item(evening).elections == ()


def test_the_lot_falls_after_a_ballot_with_a_tie(evening: Called) -> None:  # KL 5 kap. 56 §
    database = evening.database
    held = elections.add_election(database, evening.items[0], "ordförande", method=ElectionMethod.BALLOT)
    one, other, third = (elections.nominate(database, held, Named(name)) for name in "ABC")
    for candidate, votes in ((one, 2), (other, 2), (third, 1)):
        elections.set_votes(database, candidate, votes)
    elections.change_election(database, held, blank=0, invalid=0)

    with pytest.raises(RuleBroken, match="Nobody else has as many votes as C"):
        elections.set_elected(database, third, True, by_lot=True)
    with pytest.raises(RuleBroken, match="cannot be -1"):
        elections.set_votes(database, one, -1)
    elections.set_elected(database, other, True, by_lot=True)

    assert [(each.votes, each.elected, each.by_lot) for each in _election(evening).candidates] == [
        (2, False, False),
        (2, True, True),
        (1, False, False),
    ]
    with pytest.raises(RuleBroken, match="Without a vote"):
        elections.change_election(database, held, method=ElectionMethod.ACCLAMATION)
    assert findings(database) == []
