"""What is secret stays so where it goes on: to later agendas, into decisions, and to other bodies."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import DAY, Minutes, minutes, snapshot
from called import Called, called
from klubban.domain.decided import Adopted, Asks
from klubban.domain.errors import RuleBroken
from klubban.domain.findings import FoundKind
from klubban.domain.meeting import Item
from klubban.domain.text import Blocks, Run, Text, from_plain
from klubban.operations import agenda, motions, outcomes, publishing, questions
from klubban.operations.agenda_from_register import put_matter_on
from klubban.operations.export import Kind, prepare
from klubban.operations.incoming import take_in
from klubban.store.database import Database

LATER = date(2016, 3, 14)
NAME = "Anna Ek"
SECRET: dict[str, Any] = {
    "confidential": True,
    "secrecy": "26 kap. 1 § OSL",
    "public_title": "Ärende om stöd",
    "exercise_of_authority": True,
}


def later(database: Database) -> int:
    with database.change("Plan") as change:
        return change.insert("meeting", body_id=1, date=LATER, stage="planned")


def secret_of(item: Item) -> dict[str, Any]:
    return {name: getattr(item, name) for name in SECRET}


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a meeting with one item, of which the matter is secret too."""
    found = minutes(database, (f"Stöd åt {NAME}",), number=None)
    with database.change("Hide") as change:
        matter = change.insert("matter", key="m", title=f"Stöd åt {NAME}", registry_number="KS 2016/1")
        change.update("item", found.item, matter_id=matter, **SECRET)
    return found


def test_a_postponed_item_is_as_secret_at_the_next_meeting(database: Database, ids: Minutes) -> None:
    new = later(database)

    agenda.postpone_item(database, ids.item, by=None, on=DAY)

    [item] = snapshot(database, new).items
    assert secret_of(item) == SECRET
    assert NAME not in repr(prepare(database, new, Kind.SUMMONS, public=True))


def test_an_assignment_of_a_secret_item_falls_due_as_secretly(database: Database, ids: Minutes) -> None:
    with database.change("Assign") as change:
        change.insert(
            "assignment", item_id=ids.item, position=0, text=f"Hör {NAME}", due=DAY, status="open", name="Bo"
        )
        change.update("meeting", ids.meeting, stage="closed")
    new = later(database)

    take_in(database, new)

    [item] = snapshot(database, new).items
    assert (item.title, item.confidential, item.public_title) == (f"Hör {NAME}", True, "Ärende om stöd")
    assert item.secrecy == "26 kap. 1 § OSL"


def test_a_matter_that_was_secret_comes_back_as_secretly(database: Database, ids: Minutes) -> None:
    with database.change("Decide") as change:
        change.update("item", ids.item, outcome="decided")
        change.update("meeting", ids.meeting, stage="closed")
    new = later(database)

    put_matter_on(database, 1, new)

    [item] = snapshot(database, new).items
    assert secret_of(item) == SECRET
    assert NAME not in repr(prepare(database, new, Kind.SUMMONS, public=True))


# --- masked words


@pytest.fixture
def evening(database: Database) -> Called:
    """Return a meeting at which support for somebody, whose name is masked, was moved and adopted."""
    found = called(database)
    with database.change("Plan") as change:
        change.insert("body", key="kf", name="Kommunfullmäktige", kind="assembly")
    moved: Blocks = (Text((Run("att bidrag beviljas "), Run(NAME, masked=True))),)
    item = found.items[0]
    motion = motions.add_motion(database, item, Asks.OTHER, [found.who("Bo")], text=moved)
    [main] = questions.put_questions(database, item)
    questions.find(database, main, Adopted.MOTION, motion)
    return found


def test_a_decision_made_of_a_masked_motion_is_masked(evening: Called) -> None:
    [item, *_] = snapshot(evening.database, evening.meeting).items

    assert item.decision == (Text((Run("Bidrag beviljas "), Run(NAME, masked=True), Run("."))),)


def test_so_is_what_is_proposed_to_another_body(evening: Called) -> None:
    item = evening.items[0]
    outcomes.propose_to(evening.database, item, 2)
    [main] = snapshot(evening.database, evening.meeting).items[0].puts

    questions.find(evening.database, main.id, None)
    questions.find(evening.database, main.id, Adopted.MOTION, main.motion)

    [proposal] = snapshot(evening.database, evening.meeting).items[0].proposals
    assert proposal.decision == (Text((Run("Bidrag beviljas "), Run(NAME, masked=True), Run("."))),)
    assert NAME not in repr(prepare(evening.database, evening.meeting, Kind.PROTOCOL, public=True))


def test_where_all_is_secret_there_is_no_public_extract(database: Database, ids: Minutes) -> None:
    with database.change("Number") as change:
        change.update("item", ids.item, number=19)

    with pytest.raises(RuleBroken, match="All paragraphs"):
        prepare(database, ids.meeting, Kind.EXTRACT, public=True)


# --- findings


def test_the_title_of_a_secret_item_is_found_where_it_stands_in_another(
    database: Database, ids: Minutes
) -> None:
    with database.change("Write") as change:
        agenda_of = change.insert("item", meeting_id=ids.meeting, position=1, title="Föredragningslista")
        change.update("item", ids.item, number=19)
        told = f"Ärendet stöd åt {NAME.lower()} utgår, dnr KS 2016/1."
        change.update("item", agenda_of, number=20, summary=from_plain(told))

    found = publishing.found(database, ids.meeting)

    assert [(each.kind, each.text) for each in found] == [
        (FoundKind.MASKED_ELSEWHERE, f"Stöd åt {NAME}"),
        (FoundKind.MASKED_ELSEWHERE, NAME),
        (FoundKind.MASKED_ELSEWHERE, "KS 2016/1"),
    ]


def test_that_no_section_of_the_secrecy_act_was_noted_is_found(database: Database, ids: Minutes) -> None:
    with database.change("Forget") as change:
        change.update("item", ids.item, number=19, secrecy=None)

    found = publishing.found(database, ids.meeting)

    assert [(each.kind, each.where, each.item) for each in found] == [
        (FoundKind.NO_SECTION, "§\u00a019", ids.item)
    ]


def test_a_name_that_is_masked_with_more_is_found_where_it_stands_alone(
    database: Database, ids: Minutes
) -> None:
    hidden: Blocks = (Text((Run("Till "), Run(f"{NAME}, Storgatan 3, 811218-9876", masked=True))),)
    with database.change("Write") as change:
        other = change.insert("item", meeting_id=ids.meeting, position=1, title=f"Besök hos {NAME}")
        change.update("item", ids.item, confidential=False, public_title=None, exercise_of_authority=False)
        change.update("item", ids.item, number=19, title="Stöd", summary=hidden)
        change.update("item", other, number=20)

    found = publishing.found(database, ids.meeting)

    assert [(each.kind, each.text, each.item) for each in found] == [
        (FoundKind.MASKED_ELSEWHERE, NAME, other)
    ]
