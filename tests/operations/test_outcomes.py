"""What becomes of an item, what comes on other agendas because of it, and assignments."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from builders import DAY, findings, rows, snapshot
from called import Called, called
from klubban.domain.agenda import Act, Origin
from klubban.domain.body import Named
from klubban.domain.decided import Adopted, Asks
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Outcome
from klubban.domain.public import public
from klubban.domain.text import from_plain, plain
from klubban.operations import agenda, assignments, items, motions, outcomes, questions, undo
from klubban.store.database import Database

LATER = DAY + timedelta(days=28)


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting of two items, with the body's next meeting and one of the assembly planned."""
    found = called(database, items=2)
    found.present()
    with database.change("Plan") as change:
        assembly = change.insert("body", key="kf", name="Kommunfullmäktige", kind="assembly")
        change.insert("meeting", body_id=found.body, date=LATER, stage="planned")
        change.insert("meeting", body_id=assembly, date=LATER, stage="planned")
    items.write_text(database, found.items[0], "proposal", from_plain("Programmet antas."))
    return found


NEXT, ASSEMBLY = 2, 3
"""The ids of the two later meetings; the assembly is the second body."""


def _item(evening: Called) -> Item:
    return snapshot(evening.database, evening.meeting).items[0]


def _come(evening: Called, meeting: int) -> list[tuple[str, Origin | None]]:
    return [(item.title, item.origin) for item in snapshot(evening.database, meeting).items]


def test_what_is_postponed_comes_on_the_next_agenda_and_goes_with_it(evening: Called) -> None:
    before = rows(evening.database)

    made = outcomes.set_outcome(evening.database, evening.items[0], Outcome.POSTPONED, on=DAY)

    assert made == snapshot(evening.database, NEXT).items[0].id
    assert _come(evening, NEXT) == [("Ärende 1", Origin.POSTPONED)]
    assert [(each.act, each.on) for each in _item(evening).acts] == [(Act.POSTPONED, DAY)]
    outcomes.set_outcome(evening.database, evening.items[0], None)
    assert (_item(evening).outcome, _come(evening, NEXT)) == (None, [])
    undo.undo(evening.database)
    undo.undo(evening.database)
    assert rows(evening.database) == before
    assert findings(evening.database) == []


def test_what_the_chair_finds_postponed_comes_there_too(evening: Called) -> None:
    moved = motions.add_motion(evening.database, evening.items[0], Asks.POSTPONE, [evening.who("Bo")])
    formal, _main = questions.put_questions(evening.database, evening.items[0])

    questions.find(evening.database, formal, Adopted.MOTION)

    assert (_item(evening).outcome, _come(evening, NEXT)) == (
        Outcome.POSTPONED,
        [("Ärende 1", Origin.POSTPONED)],
    )
    questions.find(evening.database, formal, Adopted.REJECTED, moved)
    assert (_item(evening).outcome, _come(evening, NEXT)) == (None, [])


def test_what_is_proposed_to_the_assembly_comes_on_its_agenda_once_decided(evening: Called) -> None:
    item = evening.items[0]
    proposed = outcomes.propose_to(evening.database, item, 2, from_plain("Programmet antas."))
    assert _come(evening, ASSEMBLY) == []

    [main] = questions.put_questions(evening.database, item)
    questions.find(evening.database, main, Adopted.PROPOSAL)

    assert _come(evening, ASSEMBLY) == [("Ärende 1", Origin.PROPOSED)]
    assert plain(snapshot(evening.database, ASSEMBLY).items[0].proposal) == "Programmet antas."
    outcomes.change_proposal(evening.database, proposed, from_plain("Programmet antas i sin helhet."))
    assert plain(_item(evening).proposals[0].decision) == "Programmet antas i sin helhet."
    assert _item(evening).decision == ()  # it is the assembly's to decide
    outcomes.change_proposal(evening.database, proposed, from_plain("Medel anslås."))
    assert plain(_item(evening).decision) == "Programmet antas."
    for body, words in ((2, "proposed to Kommunfullmäktige already"), (evening.body, "decides this itself")):
        with pytest.raises(RuleBroken, match=words):
            outcomes.propose_to(evening.database, item, body)
    outcomes.remove_proposal(evening.database, proposed)
    assert (_item(evening).proposals, _come(evening, ASSEMBLY)) == ((), [])


def test_what_the_secretary_says_of_the_outcome_stays(evening: Called) -> None:
    item = evening.items[0]
    [main] = questions.put_questions(evening.database, item)
    questions.find(evening.database, main, Adopted.PROPOSAL)

    outcomes.set_outcome(evening.database, item, Outcome.NOTED)
    reject = motions.add_motion(evening.database, item, Asks.REJECT, [evening.who("Bo")])
    questions.find(evening.database, main, Adopted.MOTION, reject)

    assert _item(evening).outcome is Outcome.NOTED
    outcomes.set_outcome(evening.database, item, Outcome.WITHDRAWN, on=DAY)
    questions.find(evening.database, main, None)
    assert _item(evening).outcome is Outcome.WITHDRAWN


def test_nothing_is_postponed_to_a_meeting_before_it(evening: Called) -> None:
    with evening.database.change("Plan") as change:
        earlier = change.insert(
            "meeting", body_id=evening.body, date=DAY - timedelta(days=7), stage="planned"
        )

    with pytest.raises(RuleBroken, match="to a later meeting only"):
        outcomes.set_outcome(evening.database, evening.items[0], Outcome.POSTPONED, to=earlier)

    assert _item(evening).outcome is None


def test_an_assignment_comes_on_the_agenda_on_which_it_falls_due(evening: Called) -> None:
    database, item = evening.database, evening.items[0]
    given = assignments.add_assignment(
        database, item, Named("Kommundirektören"), " Följa upp  programmet ", due=LATER
    )
    assert [(str(each.to), each.text, each.due) for each in _item(evening).assignments] == [
        ("Kommundirektören", "Följa upp programmet", LATER)
    ]
    assert _come(evening, NEXT) == []

    outcomes.set_outcome(database, item, Outcome.DECIDED)

    assert _come(evening, NEXT) == [("Följa upp programmet", Origin.ASSIGNMENT)]
    with pytest.raises(RuleBroken, match="is on an agenda already"):
        assignments.remove_assignment(database, given)
    second = assignments.add_assignment(database, item, evening.who("Bo"), "Ringa polisen")
    assignments.change_assignment(database, second, text="Ringa polisområdet", to=evening.who("Eva"))
    assert [each.text for each in _item(evening).assignments][1:] == ["Ringa polisområdet"]
    assignments.remove_assignment(database, second)
    for text, due, words in (("", None, "what the assignment is"), ("Ringa", date(2016, 1, 1), "due before")):
        with pytest.raises(RuleBroken, match=words):
            assignments.add_assignment(database, item, evening.who("Bo"), text, due=due)


def test_what_is_given_by_a_confidential_item_is_confidential_where_it_falls_due(evening: Called) -> None:
    agenda.set_item(evening.database, evening.items[0], confidential=True)
    assignments.add_assignment(
        evening.database, evening.items[0], Named("Kommundirektören"), "Anmäla brottet", due=LATER
    )

    outcomes.set_outcome(evening.database, evening.items[0], Outcome.DECIDED)

    later = snapshot(evening.database, NEXT)
    assert _come(evening, NEXT) == [("Anmäla brottet", Origin.ASSIGNMENT)]
    assert public(later).items == ()
