"""Building an agenda, before the meeting and during it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from builders import DAY, Minutes, entries, findings, minutes, rows, snapshot
from called import called
from klubban.domain.agenda import Act, AgendaAct, ItemKind, Origin
from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Outcome, Stage
from klubban.domain.roll import Moment
from klubban.domain.text import from_plain
from klubban.operations import agenda, roll_call, undo
from klubban.store.database import Database, Step

LATER = date(2016, 3, 14)
WHO: dict[str, Any] = {"by": "Eva Asp (S)", "on": DAY, "at": time(18, 45)}


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a planned meeting with four items that have no numbers yet."""
    return minutes(database, ("A", "B", "C", "D"), number=None)


def titles(database: Database, meeting: int = 1) -> list[str]:
    """Return the agenda."""
    return [each.title for each in snapshot(database, meeting).items]


def item(database: Database, id_: int, meeting: int = 1) -> Item:
    """Return an item."""
    return next(each for each in snapshot(database, meeting).items if each.id == id_)


def set_stage(database: Database, stage: Stage, meeting: int = 1) -> None:
    """Let a meeting have come so far."""
    with database.change("Go on") as change:
        change.update("meeting", meeting, stage=stage)


def plan(database: Database, day: date = LATER, **facts: Any) -> int:
    """Plan another meeting of the body."""
    with database.change("Plan") as change:
        return change.insert("meeting", body_id=1, date=day, stage="planned", **facts)


def tell(database: Database, *items: int, meeting: int = 1) -> None:
    """Send the summons."""
    with database.change("Send") as change:
        sending = change.insert("sending", meeting_id=meeting, position=0, number=0, sent_on=DAY)
        for place, each in enumerate(items):
            change.insert(
                "sent_item", sending_id=sending, position=place, item_id=each, number=str(place), title="A"
            )


# --- adding


def test_an_item_goes_last_after_another_or_first(database: Database, ids: Minutes) -> None:
    agenda.add_agenda_item(database, ids.meeting, " Övriga  frågor ")
    agenda.add_agenda_item(database, ids.meeting, "Mellan", after=ids.items[1])
    agenda.add_agenda_item(database, ids.meeting, "Först", after=agenda.FIRST, kind=ItemKind.PROCEDURE)

    assert titles(database) == ["Först", "A", "B", "Mellan", "C", "D", "Övriga frågor"]
    assert snapshot(database).items[0].kind is ItemKind.PROCEDURE
    assert database.undoable == Step("Add {item}", {"item": "Först"}, ("meeting", ids.meeting))
    assert findings(database) == []


def test_an_item_goes_before_what_closes_the_meeting(database: Database, ids: Minutes) -> None:
    with database.change("Close") as change:
        closing = change.insert("standing_item", body_id=ids.body, position=0, title="D", closing=True)
        change.update("item", ids.items[3], standing_item_id=closing)

    agenda.add_agenda_item(database, ids.meeting, "E")

    assert titles(database) == ["A", "B", "C", "E", "D"]


def test_an_item_goes_last_in_its_part_where_information_is_apart(database: Database, ids: Minutes) -> None:
    with database.change("Part") as change:
        change.update("body", ids.body, rules={"information_apart": True})
        change.update("item", ids.item, kind=ItemKind.INFORMATION)

    agenda.add_agenda_item(database, ids.meeting, "Läget", kind=ItemKind.INFORMATION)

    assert titles(database) == ["A", "Läget", "B", "C", "D"]


def test_an_item_that_comes_after_the_summons_is_extra(database: Database, ids: Minutes) -> None:
    planned = agenda.add_agenda_item(database, ids.meeting, "E", **WHO)
    tell(database, *ids.items)

    extra = agenda.add_agenda_item(database, ids.meeting, "F", **WHO)

    [act] = item(database, extra).acts
    assert (act.act, act.by, act.on, act.at) == (Act.ADDED, "Eva Asp (S)", DAY, time(18, 45))
    assert item(database, planned).acts == ()


@pytest.mark.parametrize(
    ("stage", "extra"), [("planned", 0), ("summoned", 1), ("in_session", 1), ("closed", 0)]
)
def test_whether_an_item_is_extra_follows_from_where_the_meeting_stands(
    database: Database, ids: Minutes, stage: str, extra: int
) -> None:
    set_stage(database, Stage(stage))

    added = agenda.add_agenda_item(database, ids.meeting, "E")

    assert len(item(database, added).acts) == extra


def test_an_item_put_in_between_leaves_everybody_where_they_were(database: Database) -> None:
    at = called(database)
    eva = at.id("Eva")
    at.present("Eva")
    roll_call.leave(database, eva, at.items[1], Moment.AFTER)
    roll_call.arrive(database, eva, at.items[2], Moment.BEFORE, remote=True)

    agenda.add_agenda_item(database, at.meeting, "Extra", after=at.items[1])

    assert at.service.presence[eva].there - {2} == {0, 1, 3, 4, 5}
    assert findings(database) == []


# --- moving


@pytest.mark.parametrize(
    ("which", "after", "becomes"),
    [(0, 2, "BCAD"), (3, None, "DABC"), (1, 3, "ACDB"), (2, 0, "ACBD"), (2, 1, "ABCD"), (2, 2, "ABCD")],
)
def test_an_item_moves_and_those_outside_keep_their_place(
    database: Database, ids: Minutes, which: int, after: int | None, becomes: str
) -> None:
    before = entries(database)

    agenda.move_item(database, ids.items[which], None if after is None else ids.items[after])

    assert "".join(titles(database)) == becomes
    assert entries(database) == before + (becomes != "ABCD")


def test_a_move_is_undone_in_one_step(database: Database, ids: Minutes) -> None:
    before = rows(database)
    agenda.move_item(database, ids.items[3], ids.items[0])

    undo.undo(database)

    assert rows(database) == before


def test_agenda_numbers_follow_a_move(database: Database, ids: Minutes) -> None:
    agenda.move_item(database, ids.items[3], None)

    assert list(agenda_numbers(snapshot(database).items).values()) == ["1", "2", "3", "4"]
    assert agenda_numbers(snapshot(database).items)[ids.items[3]] == "1"


def test_who_came_before_an_item_comes_before_the_next_when_it_moves(database: Database) -> None:
    at = called(database)
    with database.change("No numbers yet") as change:
        for each in at.items:
            change.update("item", each, number=None)
    roll_call.arrive(database, at.id("Eva"), at.items[2])

    agenda.move_item(database, at.items[2], None)

    [stay] = at.line("Eva").stays
    assert (stay.first, stay.came) == (at.items[3], Moment.BEFORE)
    undo.undo(database)
    assert at.line("Eva").stays[0].first == at.items[2]


def test_a_move_that_would_make_the_roll_false_is_refused_and_changes_nothing(database: Database) -> None:
    at = called(database)
    with database.change("No numbers yet") as change:
        for each in at.items:
            change.update("item", each, number=None)
    roll_call.arrive(database, at.id("Eva"), at.items[2], Moment.DURING)
    before = rows(database)

    with pytest.raises(RuleBroken, match=r"Eva Asp \(S\) came or left at Ärende 3, so it"):
        agenda.move_item(database, at.items[2], None)

    assert rows(database) == before


def test_a_paragraph_does_not_pass_another_but_an_item_without_number_does(database: Database) -> None:
    ids = minutes(database, ("A", "B"), number=19)
    late = agenda.add_agenda_item(database, ids.meeting, "C")

    agenda.move_item(database, late, None)
    with pytest.raises(RuleBroken, match="§ 19 cannot be moved past another paragraph"):
        agenda.move_item(database, ids.item, ids.items[1])

    assert titles(database) == ["C", "A", "B"]


# --- withdrawn, postponed, taken up


def test_a_withdrawn_item_keeps_its_place_with_who_and_when_and_comes_back(
    database: Database, ids: Minutes
) -> None:
    agenda.withdraw_item(database, ids.items[1], **WHO, reason="Underlaget  saknas")
    agenda.restore_item(database, ids.items[1], by=None, on=LATER)

    found = item(database, ids.items[1])
    assert titles(database) == ["A", "B", "C", "D"]
    assert found.outcome is None
    assert found.acts == (
        AgendaAct(
            id=1, act=Act.WITHDRAWN, by="Eva Asp (S)", on=DAY, at=time(18, 45), reason="Underlaget saknas"
        ),
        AgendaAct(id=2, act=Act.RESTORED, on=LATER),
    )
    undo.undo(database)
    assert item(database, ids.items[1]).outcome is Outcome.WITHDRAWN


def test_a_postponed_item_comes_on_the_next_meeting_with_all_that_was_prepared(
    database: Database, ids: Minutes
) -> None:
    with database.change("Prepare") as change:
        matter = change.insert("matter", key="m", title="B", registry_number="KS 2015/503")
        change.update(
            "item",
            ids.items[1],
            matter_id=matter,
            proposal=from_plain("Bifalla"),
            presenters=("Anna Berg",),
            minutes=20,
            kind=ItemKind.DECISION,
            confidential=True,
        )
        change.insert(
            "document", item_id=ids.items[1], position=0, title="Skrivelse", sha256="a" * 64, number=1
        )
    plan(database, date(2016, 1, 11))
    cancelled = plan(database, date(2016, 3, 1), cancelled_on=DAY)
    later = plan(database)
    plan(database, date(2016, 4, 11))

    new = agenda.postpone_item(database, ids.items[1], **WHO)

    assert new is not None
    [found] = snapshot(database, later).items
    assert (found.id, found.title, found.origin, found.minutes) == (new, "B", Origin.POSTPONED, 20)
    assert (found.matter, found.presenters, found.confidential) == (
        item(database, ids.items[1]).matter,
        ("Anna Berg",),
        True,
    )
    assert found.proposal == from_plain("Bifalla")
    assert [(each.title, each.sha256, each.number) for each in found.documents] == [
        ("Skrivelse", "a" * 64, 1)
    ]
    assert found.came_from is not None
    assert (found.came_from.item, found.came_from.date) == (ids.items[1], DAY)
    assert snapshot(database, cancelled).items == ()
    assert item(database, ids.items[1]).outcome is Outcome.POSTPONED
    undo.undo(database)
    assert snapshot(database, later).items == ()
    assert item(database, ids.items[1]).outcome is None
    assert findings(database) == []


def test_an_item_is_postponed_to_the_meeting_that_is_named(database: Database, ids: Minutes) -> None:
    plan(database)
    named = plan(database, date(2016, 5, 9))

    agenda.postpone_item(database, ids.item, to=named, **WHO)

    assert titles(database, named) == ["A"]


def test_a_postponed_item_waits_where_no_meeting_is_planned(database: Database, ids: Minutes) -> None:
    assert agenda.postpone_item(database, ids.item, **WHO) is None
    assert item(database, ids.item).outcome is Outcome.POSTPONED


def test_what_is_taken_up_again_leaves_the_later_agenda(database: Database, ids: Minutes) -> None:
    later = plan(database)
    agenda.postpone_item(database, ids.item, **WHO)

    agenda.restore_item(database, ids.item, **WHO)

    assert snapshot(database, later).items == ()
    assert item(database, ids.item).outcome is None


def test_what_was_sent_for_the_later_meeting_is_not_taken_up_before_it_is_withdrawn_there(
    database: Database, ids: Minutes
) -> None:
    later = plan(database)
    new = agenda.postpone_item(database, ids.item, **WHO)
    assert new is not None
    tell(database, new, meeting=later)

    with pytest.raises(RuleBroken, match="A goes on already at the meeting on 2016-03-14; withdraw it there"):
        agenda.restore_item(database, ids.item, **WHO)

    assert item(database, ids.item).outcome is Outcome.POSTPONED


# --- removing


def test_an_item_that_was_only_planned_goes_with_what_was_noted_about_it(
    database: Database, ids: Minutes
) -> None:
    with database.change("Prepare") as change:
        change.insert("paper", item_id=ids.item, position=0, title="Budget")
        change.insert("comment", item_id=ids.item, position=0, author="Eva", text="Kort")
        change.insert("document", item_id=ids.item, position=0, title="Skrivelse")
        change.insert("chair_note", item_id=ids.item, text=from_plain("Fråga"))
        change.insert("speaker", item_id=ids.item, position=0, name="Bo Ek")
        change.insert("delegated", body_id=ids.body, position=0, title="Bygglov", item_id=ids.item)
    before = rows(database)

    agenda.remove_item(database, ids.item)

    assert titles(database) == ["B", "C", "D"]
    assert findings(database) == []
    undo.undo(database)
    assert rows(database) == before


def test_a_guest_is_not_left_without_the_item_they_came_for(database: Database) -> None:
    at = called(database)
    extra = agenda.add_agenda_item(database, at.meeting, "Besök", after=at.items[1])
    roll_call.arrive(database, at.id("Eva"), extra, Moment.BEFORE)
    roll_call.leave(database, at.id("Eva"), extra, Moment.AFTER)

    with pytest.raises(RuleBroken, match=r"Eva Asp \(S\) came or left at Besök; change"):
        agenda.remove_item(database, extra)

    assert len(at.service.agenda.items) == 6


RECORDED: dict[str, Callable[[Any, int], object]] = {
    "a decision": lambda change, id_: change.update("item", id_, decision=from_plain("Ja")),
    "a summary": lambda change, id_: change.update("item", id_, summary=from_plain("Ja")),
    "a number": lambda change, id_: change.update("item", id_, number=4),
    "a motion": lambda change, id_: change.insert("motion", item_id=id_, position=0, asks="approve"),
    "an opinion": lambda change, id_: change.insert("opinion", item_id=id_, position=0, kind="note"),
    "a referral": lambda change, id_: change.insert("referral", item_id=id_, due=DAY),
}


@pytest.mark.parametrize("what", RECORDED)
def test_an_item_of_which_something_was_recorded_stays(database: Database, ids: Minutes, what: str) -> None:
    with database.change("Record") as change:
        RECORDED[what](change, ids.item)

    with pytest.raises(RuleBroken, match=r"Something was recorded of (A|§ 4); withdraw it"):
        agenda.remove_item(database, ids.item)


def test_an_item_that_was_sent_can_only_be_withdrawn(database: Database, ids: Minutes) -> None:
    tell(database, ids.item)

    with pytest.raises(RuleBroken, match="A was sent to the members; withdraw it instead"):
        agenda.remove_item(database, ids.item)


def test_an_item_that_goes_on_elsewhere_stays(database: Database, ids: Minutes) -> None:
    plan(database)
    agenda.postpone_item(database, ids.item, **WHO)

    with pytest.raises(RuleBroken, match="A goes on at another meeting; it must stay here"):
        agenda.remove_item(database, ids.item)


# --- facts


def test_the_facts_of_an_item_are_set_one_by_one_and_together(database: Database, ids: Minutes) -> None:
    with database.change("Register") as change:
        matter = change.insert("matter", key="m", title="B")

    agenda.set_item(database, ids.item, kind=ItemKind.REPORT)
    assert database.undoable == Step("Say what {item} is for", {"item": "A"}, ("item", ids.item))
    agenda.set_item(
        database,
        ids.item,
        presenters=[" Anna  Berg ", " "],
        minutes=15,
        start=time(14, 30),
        confidential=True,
        exercise_of_authority=True,
        matter_id=matter,
    )

    found = item(database, ids.item)
    assert (found.kind, found.presenters, found.minutes) == (ItemKind.REPORT, ("Anna Berg",), 15)
    assert (found.start, found.confidential, found.exercise_of_authority) == (time(14, 30), True, True)
    assert found.matter is not None
    assert found.matter.id == matter
    agenda.set_item(database, ids.item, minutes=None, start=None, matter_id=None)
    found = item(database, ids.item)
    assert (found.minutes, found.start, found.matter) == (None, None, None)


@pytest.mark.parametrize("minutes_", [0, -5, 1441])
def test_a_length_that_cannot_be_is_refused(database: Database, ids: Minutes, minutes_: int) -> None:
    with pytest.raises(RuleBroken, match=f"An item takes between 1 and 1440 minutes, not {minutes_}"):
        agenda.set_item(database, ids.item, minutes=minutes_)


@pytest.mark.parametrize("outcome", [Outcome.REFERRED_BACK, Outcome.POSTPONED, Outcome.WITHDRAWN])
@pytest.mark.parametrize("act", [agenda.withdraw_item, agenda.postpone_item])
def test_what_became_of_an_item_is_not_written_over(
    database: Database, ids: Minutes, outcome: Outcome, act: Callable[..., object]
) -> None:
    with database.change("Decide") as change:
        change.update("item", ids.item, outcome=outcome)

    with pytest.raises(RuleBroken):
        act(database, ids.item, **WHO)
    assert item(database, ids.item).outcome is outcome


REFUSED: dict[str, tuple[Callable[[Database, Minutes], object], str]] = {
    "a title that is none": (lambda db, ids: agenda.add_agenda_item(db, ids.meeting, " "), "needs a title"),
    "withdrawing what is decided": (lambda db, ids: agenda.withdraw_item(db, ids.items[0], **WHO), "decided"),
    "postponing what is decided": (lambda db, ids: agenda.postpone_item(db, ids.items[0], **WHO), "decided"),
    "withdrawing twice": (lambda db, ids: agenda.withdraw_item(db, ids.items[1], **WHO), "B is not on the"),
    "taking up what is there": (lambda db, ids: agenda.restore_item(db, ids.items[2], **WHO), "was neither"),
    "postponing to the same day": (
        lambda db, ids: agenda.postpone_item(db, ids.items[2], to=ids.meeting, **WHO),
        "C can be postponed to a later meeting only, not to 2016-02-22",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(database: Database, ids: Minutes, what: str) -> None:
    with database.change("Decide") as change:
        change.update("item", ids.items[0], outcome=Outcome.DECIDED)
        change.update("item", ids.items[1], outcome=Outcome.WITHDRAWN)
    before, (deed, said) = rows(database), REFUSED[what]

    with pytest.raises(RuleBroken, match=said):
        deed(database, ids)

    assert rows(database) == before


DEEDS: dict[str, Callable[[Database, Minutes], object]] = {
    "add": lambda db, ids: agenda.add_agenda_item(db, ids.meeting, "E"),
    "move": lambda db, ids: agenda.move_item(db, ids.item, ids.items[1]),
    "withdraw": lambda db, ids: agenda.withdraw_item(db, ids.item, **WHO),
    "postpone": lambda db, ids: agenda.postpone_item(db, ids.item, **WHO),
    "take up": lambda db, ids: agenda.restore_item(db, ids.item, **WHO),
    "remove": lambda db, ids: agenda.remove_item(db, ids.item),
    "plan": lambda db, ids: agenda.set_item(db, ids.item, minutes=5),
}


@pytest.mark.parametrize("what", DEEDS)
def test_the_agenda_of_a_verified_protocol_is_closed(database: Database, ids: Minutes, what: str) -> None:
    set_stage(database, Stage.VERIFIED)

    with pytest.raises(RuleBroken, match="The protocol is verified; its agenda cannot be changed any more"):
        DEEDS[what](database, ids)


def test_what_is_confidential_is_said_of_a_verified_protocol_too(database: Database, ids: Minutes) -> None:
    set_stage(database, Stage.VERIFIED)

    agenda.set_item(database, ids.item, confidential=True)

    assert item(database, ids.item).confidential


def test_a_paragraph_that_was_verified_at_once_is_not_withdrawn(database: Database) -> None:
    ids = minutes(database, ("A", "B"), number=19)
    with database.change("Verify") as change:
        found = change.insert(
            "verification", meeting_id=ids.meeting, position=0, paragraphs="19", immediate=True
        )
        change.insert("signer", verification_id=found, position=0, name="Eva Asp")

    with pytest.raises(RuleBroken, match="§ 19 is verified already"):
        agenda.withdraw_item(database, ids.item, **WHO)
    agenda.withdraw_item(database, ids.items[1], **WHO)

    assert item(database, ids.items[1]).outcome is Outcome.WITHDRAWN


@pytest.mark.parametrize("what", ["move", "withdraw", "remove", "plan"])
def test_an_item_that_is_not_there_is_looked_up_in_vain(database: Database, ids: Minutes, what: str) -> None:
    with pytest.raises(LookupError):
        DEEDS[what](database, Minutes(ids.body, ids.meeting, (99, 98)))
