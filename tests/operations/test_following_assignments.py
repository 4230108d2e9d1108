"""What happens to an assignment after it was given, and what agendas tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from builders import DAY, Minutes, minutes, rows, snapshot
from klubban import i18n
from klubban.domain.assignment import AssignmentStatus, StepKind
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome
from klubban.domain.points import PointKind
from klubban.domain.text import from_plain, plain
from klubban.domain.undertaken import Undertaken
from klubban.operations import following_assignments as follow
from klubban.operations import undo, verifiers, verifying
from klubban.operations.agenda import set_item
from klubban.operations.assignments import (
    add_assignment,
    change_assignment,
    from_scratch,
    remove_assignment,
    undertake,
)
from klubban.operations.checklist import points
from klubban.operations.incoming import fill, take_apart
from klubban.operations.items import write_text
from klubban.operations.outcomes import set_outcome
from klubban.operations.scratch import add_scratch
from klubban.store.assigned import everything, one_undertaken
from klubban.store.database import Database
from klubban.store.waiting import waiting

ANNA = Named("Anna Berg")
MARCH, APRIL, MAY = date(2016, 3, 21), date(2016, 4, 18), date(2016, 5, 16)


@dataclass
class Kept:
    """A committee that met in February, with a council that it can take things to."""

    database: Database
    ids: Minutes
    council: int

    def given(self, text: str = "utreda belysningen", due: date | None = date(2016, 3, 1)) -> int:
        """Give Anna Berg something by the first item."""
        return add_assignment(self.database, self.ids.item, ANNA, text, due=due)

    def meeting(self, day: date, *, body: int | None = None, stage: str = "planned") -> int:
        """Add a meeting."""
        with self.database.change("Add") as change:
            return change.insert("meeting", body_id=body or self.ids.body, date=day, stage=stage)

    def hold(self, meeting: int) -> None:
        """Let a meeting be over."""
        with self.database.change("Hold") as change:
            change.update("meeting", meeting, stage="closed")

    def fill(self, meeting: int) -> list[int]:
        """Put on an agenda what comes by itself."""
        with self.database.change("Fill") as change:
            return fill(change, meeting)

    def told(self, meeting: int) -> list[tuple[str, str]]:
        """Return what waits for a meeting, in words."""
        with self.database.read() as read:
            return [(each.title, each.told) for each in waiting(read, meeting)]

    def one(self, assignment: int) -> Undertaken:
        """Return an assignment as it stands."""
        with self.database.read() as read:
            return one_undertaken(read, assignment)


@pytest.fixture
def kept(database: Database) -> Iterator[Kept]:
    """Return a meeting that was held, in English."""
    before = i18n.current().language
    i18n.use("en")
    ids = minutes(database, ("Trygghet", "Budget"))
    with database.change("More") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
        change.update("meeting", ids.meeting, stage="closed")
        for item in ids.items:
            change.update("item", item, outcome="decided")
        council = change.insert("body", key="bra", name="Trygghetsrådet", kind="council", seats=9)
    yield Kept(database, ids, council)
    i18n.use(before)


def test_what_was_minuted_stays_and_what_happened_since_stands_beside_it(kept: Kept) -> None:
    one = kept.given()
    follow.move(kept.database, one, due=APRIL, reason="Underlag saknas", day=date(2016, 3, 2))
    follow.hand_over(kept.database, one, to=Named("Bo Ek"), reason="Ny tjänst", day=date(2016, 3, 3))
    follow.stick(
        kept.database, one, between=["Parken", "Gatan"], aims="Ljus mot mörker", day=date(2016, 3, 4)
    )
    follow.report_on(
        kept.database, one, from_plain("Pågår."), by="Bo Ek", item=kept.ids.item, day=date(2016, 3, 5)
    )
    found = kept.one(one)

    assert (found.assignment.due, str(found.assignment.to)) == (date(2016, 3, 1), "Anna Berg")
    assert (found.assignment.due_now, str(found.assignment.to_now)) == (APRIL, "Bo Ek")
    assert found.assignment.stuck is not None
    assert found.assignment.stuck.between == ("Parken", "Gatan")
    assert found.latest is not None
    assert (plain(found.latest.text), found.latest.by) == ("Pågår.", "Bo Ek")

    follow.free(kept.database, one, day=APRIL)
    follow.finish(kept.database, one, day=APRIL, item=kept.ids.item)
    assert kept.one(one).assignment.status is AssignmentStatus.DONE
    follow.reopen(kept.database, one, reason="Lampan är trasig", day=MAY)
    follow.cancel(kept.database, one, reason="Parken stängs", day=MAY)
    closed = kept.one(one).assignment
    assert (closed.status, closed.stuck, closed.steps[-1].reason) == (
        AssignmentStatus.CANCELLED,
        None,
        "Parken stängs",
    )
    for _step in range(8):
        undo.undo(kept.database)
    anew = kept.one(one).assignment
    assert (anew.steps, anew.reports) == ((), ())


def test_it_is_followed_up_though_the_paragraph_is_verified(kept: Kept) -> None:
    one = kept.given()
    eva = Named("Eva Asp", "S")
    verifiers.choose_verifiers(kept.database, kept.ids.meeting, [eva])
    verifying.make_ready(kept.database, kept.ids.meeting, today=DAY)
    meeting = snapshot(kept.database)
    with kept.database.change("Sign", barrier=True) as change:
        verifying.complete(change, meeting, meeting.verifications[0].id, [eva], DAY, today=DAY)

    follow.move(kept.database, one, due=APRIL, reason="Sjukdom", day=MARCH)
    change_assignment(kept.database, one, cost="Tekniska nämnden", for_body=kept.council)
    follow.finish(kept.database, one, day=MARCH)

    with pytest.raises(RuleBroken, match="verified"):
        change_assignment(kept.database, one, text="något annat")
    with pytest.raises(RuleBroken, match="verified"):
        follow.declare_fulfilled(kept.database, kept.ids.item, [one])
    found = kept.one(one)
    assert (found.assignment.cost, found.heard_by) == ("Tekniska nämnden", kept.council)
    assert found.assignment.status is AssignmentStatus.DONE


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("report_on", {"text": from_plain("Klart"), "day": date(2016, 2, 1)}, "the assignment was given on"),
    ("report_on", {"text": (), "day": MARCH}, "Say what was answered"),
    ("move", {"due": APRIL, "reason": " ", "day": MARCH}, "Say why"),
    ("move", {"due": date(2016, 1, 1), "reason": "Fel", "day": MARCH}, "Done by 2016-01-01 is before"),
    ("move", {"due": date(2016, 3, 1), "reason": "Fel", "day": MARCH}, "has that day already"),
    ("hand_over", {"to": Named("Bo Ek"), "reason": "", "day": MARCH}, "Say why"),
    ("hand_over", {"to": ANNA, "reason": "Igen", "day": MARCH}, "has the assignment already"),
    ("stick", {"between": ["  "], "day": MARCH}, "between whom it is stuck, or which aims"),
    ("free", {"day": MARCH}, "is not stuck"),
    ("cancel", {"reason": "", "day": MARCH}, "Say why"),
    ("reopen", {"reason": "Igen", "day": MARCH}, "is open"),
]


@pytest.mark.parametrize(("name", "facts", "told"), REFUSED)
def test_bad_input_is_told_and_nothing_is_changed(
    kept: Kept, name: str, facts: dict[str, Any], told: str
) -> None:
    one = kept.given()
    before = rows(kept.database)

    with pytest.raises(RuleBroken, match=told):
        getattr(follow, name)(kept.database, one, **facts)

    assert rows(kept.database) == before


def test_a_body_that_is_not_there_is_no_place_to_take_it_to(kept: Kept) -> None:
    one = kept.given()

    with pytest.raises(LookupError):
        follow.stick(kept.database, one, aims="Ljus mot mörker", taken_to=999, day=MARCH)


def test_somebody_who_left_the_body_can_have_it_and_that_is_told(kept: Kept) -> None:
    with kept.database.change("People") as change:
        person = change.insert("person", key="siv", name="Siv Lind")
        change.insert(
            "seat",
            body_id=kept.ids.body,
            position=0,
            role="member",
            person_id=person,
            to_date=date(2015, 6, 30),
        )
    siv = Named("Siv Lind", person=person)

    given = undertake(kept.database, kept.ids.body, siv, "Ring polisen", given_on=MARCH)

    assert [(str(each.who), each.on) for each in given.remarks] == [("Siv Lind", date(2015, 6, 30))]
    assert kept.one(given.id).owner_left == date(2015, 6, 30)
    one = kept.given()
    assert follow.hand_over(kept.database, one, to=siv, reason="Tar över", day=MARCH) == given.remarks


def test_what_is_due_before_it_was_given_is_refused(kept: Kept) -> None:
    with pytest.raises(RuleBroken, match="Done by 2016-03-20 is before the assignment was given"):
        undertake(kept.database, kept.ids.body, ANNA, "Ring polisen", due=date(2016, 3, 20), given_on=MARCH)


def test_out_of_the_air_for_another_body_it_comes_on_that_bodys_agenda(kept: Kept) -> None:
    there = kept.meeting(MARCH, body=kept.council)

    given = undertake(
        kept.database,
        kept.ids.body,
        ANNA,
        "Ring polisen",
        due=date(2016, 3, 1),
        cost="Räddningstjänsten",
        for_body=kept.council,
        given_on=date(2016, 2, 24),
    )

    [item] = snapshot(kept.database, there).items
    assert (item.title, item.assignment) == ("Ring polisen", given.id)
    assert plain(item.earlier) == (
        "Assigned to Anna Berg. Given on 24\u00a0February\u00a02016, to be done by 1\u00a0March\u00a02016."
    )
    with pytest.raises(RuleBroken, match="on an agenda"):
        remove_assignment(kept.database, given.id)


def test_a_line_that_there_was_no_time_to_sort_becomes_an_assignment(kept: Kept) -> None:
    line = add_scratch(kept.database, kept.ids.item, "Anna ringer polisen", None)

    one = from_scratch(kept.database, line, ANNA, due=APRIL)

    assert kept.one(one).assignment.text == "Anna ringer polisen"
    assert dict(enumerate(rows(kept.database)["scratch"][0]))[0] == line


def test_nobody_answers_for_two_meetings_and_that_is_said(kept: Kept) -> None:
    one = kept.given()
    first, second, third = kept.meeting(MARCH), kept.meeting(APRIL), kept.meeting(MAY)
    assert kept.told(first) == [("utreda belysningen", "Assigned to Anna Berg, due 1 March 2016")]

    kept.fill(first)
    kept.hold(first)
    assert kept.told(second) == [("utreda belysningen", "Assigned to Anna Berg, due 1 March 2016")]
    kept.fill(second)
    kept.hold(second)

    told = "Assigned to Anna Berg, due 1 March 2016; no answer at 2 meetings"
    assert kept.told(third) == [("utreda belysningen", told)]
    assert (kept.one(one).meetings_without_answer, kept.one(one).is_unanswered) == (2, True)
    [item] = kept.fill(third)
    assert plain(snapshot(kept.database, third).items[0].earlier).endswith(" No answer at 2 meetings.")
    late = kept.meeting(date(2016, 4, 25))
    kept.hold(late)
    follow.move(kept.database, one, due=MAY, reason="Sjukdom", day=date(2016, 4, 25))
    assert plain(snapshot(kept.database, third).items[0].earlier).endswith(": Sjukdom.")
    follow.move(kept.database, one, due=date(2016, 9, 1), reason="Sjukdom", day=date(2016, 4, 25))
    assert snapshot(kept.database, third).items == ()
    assert item
    undo.undo(kept.database)
    undo.undo(kept.database)
    follow.report_on(kept.database, one, from_plain("Pågår"), day=date(2016, 4, 25))
    assert kept.told(third) == []
    assert kept.one(one).meetings_without_answer == 0


def test_what_is_moved_or_done_leaves_agendas_and_comes_when_it_is_due(kept: Kept) -> None:
    march, april = kept.meeting(MARCH), kept.meeting(APRIL)
    one = kept.given()
    assert [item.assignment for item in snapshot(kept.database, march).items] == [one]

    follow.move(kept.database, one, due=date(2016, 4, 1), reason="Underlag saknas", day=date(2016, 3, 1))

    assert snapshot(kept.database, march).items == ()
    [item] = snapshot(kept.database, april).items
    assert plain(item.earlier).endswith(
        "Moved on 1\u00a0March\u00a02016 to 1\u00a0April\u00a02016: Underlag saknas."
    )
    follow.finish(kept.database, one, day=MARCH)
    assert snapshot(kept.database, april).items == ()
    undo.undo(kept.database)
    assert [item.assignment for item in snapshot(kept.database, april).items] == [one]


def test_many_that_fall_due_are_followed_up_as_one_item(kept: Kept) -> None:
    ids = [kept.given(f"utreda fråga {number}") for number in range(5)]
    march, april = kept.meeting(MARCH), kept.meeting(APRIL)
    assert kept.told(march) == [("Follow-up of assignments", "5 assignments fall due")]

    [item] = kept.fill(march)
    follow.finish(kept.database, ids[1], day=date(2016, 3, 2))
    sixth = kept.given("utreda mer")

    [found] = snapshot(kept.database, march).items
    lines = plain(found.earlier).split("\n")
    assert (found.id, len(lines)) == (item, 5)
    assert [line.split(". ")[0] for line in lines] == [
        "Anna Berg: utreda fråga 0",
        "Anna Berg: utreda fråga 2",
        "Anna Berg: utreda fråga 3",
        "Anna Berg: utreda fråga 4",
        "Anna Berg: utreda mer",
    ]
    assert kept.told(march) == kept.told(april) == []
    kept.hold(march)
    follow.report_on(kept.database, sixth, from_plain("Pågår"), day=MARCH)
    assert kept.told(april) == [("Follow-up of assignments", "4 assignments fall due")]


def test_what_is_postponed_or_on_a_cancelled_agenda_waits_once(kept: Kept) -> None:
    ids = [kept.given(f"utreda fråga {number}") for number in range(5)]
    march, april, may = (kept.meeting(day) for day in (MARCH, APRIL, MAY))
    [listing] = kept.fill(march)

    later = set_outcome(kept.database, listing, Outcome.POSTPONED, on=MARCH)
    kept.hold(march)

    assert later is not None
    [item] = snapshot(kept.database, april).items
    assert (item.id, len(plain(item.earlier).split("\n"))) == (later, 5)
    assert kept.told(april) == kept.told(may) == []
    follow.finish(kept.database, ids[0], day=MARCH)
    assert len(plain(snapshot(kept.database, april).items[0].earlier).split("\n")) == 4
    with kept.database.change("Cancel") as change:
        change.update("meeting", april, cancelled_on=MARCH)
    [(title, _why)] = kept.told(may)
    assert title == "Follow-up of assignments"
    kept.fill(may)
    assert len(plain(snapshot(kept.database, may).items[0].earlier).split("\n")) == 4
    assert kept.told(may) == []


def test_one_that_is_stuck_is_taken_to_the_body_that_says_how_it_goes_on(kept: Kept) -> None:
    one = kept.given(due=None)
    there = kept.meeting(MARCH, body=kept.council)

    follow.stick(
        kept.database,
        one,
        between=["Parken", "Gatan"],
        aims="ljus mot mörker",
        taken_to=kept.council,
        day=date(2016, 3, 1),
    )

    [item] = snapshot(kept.database, there).items
    assert plain(item.earlier).endswith(
        "1\u00a0March\u00a02016: stuck between Parken and Gatan: ljus mot mörker. Taken to trygghetsrådet."
    )
    follow.free(kept.database, one, day=date(2016, 3, 2))
    assert snapshot(kept.database, there).items == ()


def test_reminders_are_noted_for_what_is_open_and_are_no_answer(kept: Kept) -> None:
    ids = [kept.given(f"utreda fråga {number}", None) for number in range(2)]
    follow.finish(kept.database, ids[1], day=DAY)

    steps = follow.remind(kept.database, ids, APRIL)

    assert len(steps) == 1
    kept.hold(kept.meeting(MARCH))
    kept.hold(kept.meeting(MAY))
    with kept.database.read() as read:
        first, second = everything(read, kept.ids.body)
    assert (first.meetings_without_answer, second.meetings_without_answer) == (2, 0)
    assert first.assignment.steps[-1].kind is StepKind.REMINDED


def test_a_decision_and_what_it_declares_fulfilled_are_one_act(kept: Kept) -> None:
    ids = [kept.given(), kept.given("att ordna bänkar")]
    march = kept.meeting(MARCH)
    with kept.database.change("Item") as change:
        item = change.insert("item", meeting_id=march, position=0, title="Uppföljning")
        change.update("item", item, decision=from_plain("Informationen antecknas."))
    before = rows(kept.database)

    follow.declare_fulfilled(kept.database, item, ids)

    [found] = [each for each in snapshot(kept.database, march).items if each.id == item]
    assert plain(found.decision).split("\n") == [
        "Informationen antecknas.",
        "The assignment of Anna Berg to utreda belysningen is noted and declared fulfilled.",
        "The assignment of Anna Berg to att ordna bänkar is noted and declared fulfilled.",
    ]
    done = kept.one(ids[0]).assignment
    assert (done.status, done.steps[-1].item, done.steps[-1].day) == (AssignmentStatus.DONE, item, MARCH)
    undo.undo(kept.database)
    assert rows(kept.database) == before


def test_a_decision_that_no_longer_says_it_is_pointed_out(kept: Kept) -> None:
    one = kept.given()
    march = kept.meeting(MARCH, stage="closed")
    with kept.database.change("Item") as change:
        item = change.insert("item", meeting_id=march, position=0, title="Uppföljning", outcome="noted")
    follow.declare_fulfilled(kept.database, item, [one])

    def pointed_out() -> list[PointKind]:
        _meeting, found = points(kept.database, march, today=MARCH)
        return [each.kind for each in found if each.kind is PointKind.NOT_SAID_DONE]

    assert pointed_out() == []
    write_text(kept.database, item, "decision", from_plain("Informationen antecknas."))
    assert pointed_out() == [PointKind.NOT_SAID_DONE]
    follow.reopen(kept.database, one, reason="Fel", day=MARCH)
    assert pointed_out() == []


def test_one_of_many_can_have_an_item_of_its_own(kept: Kept) -> None:
    ids = [kept.given(f"utreda fråga {number}") for number in range(5)]
    march = kept.meeting(MARCH)
    [listing] = kept.fill(march)

    own = take_apart(kept.database, listing, ids[2])

    items = {each.id: each for each in snapshot(kept.database, march).items}
    assert items[own].assignment == ids[2]
    assert "fråga 2" not in plain(items[listing].earlier)
    assert kept.told(march) == []
    with pytest.raises(RuleBroken, match="does not follow up"):
        take_apart(kept.database, listing, ids[2])


def test_what_becomes_confidential_leaves_the_list_and_has_a_secret_item_of_its_own(kept: Kept) -> None:
    for number in range(4):
        kept.given(f"utreda fråga {number}")
    secret = add_assignment(
        kept.database, kept.ids.items[1], ANNA, "ring vårdnadshavaren", due=date(2016, 3, 1)
    )
    march = kept.meeting(MARCH)
    [listing] = kept.fill(march)

    set_item(kept.database, kept.ids.items[1], confidential=True, public_title="Ett barn")

    items = {each.id: each for each in snapshot(kept.database, march).items}
    assert "vårdnadshavaren" not in plain(items.pop(listing).earlier)
    [own] = items.values()
    assert (own.assignment, own.confidential, own.public_title) == (secret, True, "Ett barn")


def test_agendas_follow_when_what_was_given_is_changed_before_the_verification(kept: Kept) -> None:
    ids = [kept.given(f"utreda fråga {number}") for number in range(4)]
    march = kept.meeting(MARCH)
    kept.fill(march)

    change_assignment(kept.database, ids[0], text="utreda fråga noll", to=Named("Bo Ek"))
    change_assignment(kept.database, ids[1], due=date(2016, 12, 1))

    [item] = snapshot(kept.database, march).items
    assert [line.split(". ")[0] for line in plain(item.earlier).split("\n")] == [
        "Bo Ek: utreda fråga noll",
        "Anna Berg: utreda fråga 2",
        "Anna Berg: utreda fråga 3",
    ]
    assert kept.told(march) == []
