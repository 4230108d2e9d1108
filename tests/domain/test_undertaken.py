"""Assignments as lists tell of them: what holds now, for how long nobody answered, who left."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from klubban.domain.assignment import Assignment, AssignmentStatus, AssignmentStep, Report, StepKind
from klubban.domain.body import Named
from klubban.domain.text import from_plain
from klubban.domain.undertaken import Undertaken, by_due, by_owner, left_on, meetings_without_answer

GIVEN, DUE = date(2026, 1, 12), date(2026, 3, 1)
HELD = [date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 13), date(2026, 5, 11)]
ANNA, BO = Named("Anna Berg", person=1), Named("Bo Ek")


def one(due: date | None = DUE, *steps: AssignmentStep, reported: date | None = None) -> Assignment:
    reports = () if reported is None else (Report(id=1, date=reported, text=from_plain("Pågår")),)
    return Assignment(id=1, to=ANNA, text="utreda.", due=due, steps=steps, reports=reports)


def step(kind: StepKind, day: date, due: date | None = None, to: Named | None = None) -> AssignmentStep:
    return AssignmentStep(id=1, kind=kind, day=day, due=due, to=to)


@pytest.mark.parametrize(
    ("of", "count"),
    [
        (one(), 3),
        (one(None), 4),
        (one(reported=date(2026, 3, 2)), 2),
        (one(DUE, step(StepKind.REMINDED, date(2026, 4, 20))), 3),
        (one(DUE, step(StepKind.MOVED, date(2026, 3, 2), date(2026, 5, 1))), 1),
        (one(DUE, step(StepKind.HANDED, date(2026, 4, 13), to=BO)), 1),
    ],
)
def test_meetings_without_an_answer_are_counted_from_its_day_or_from_the_last_word(
    of: Assignment, count: int
) -> None:
    assert meetings_without_answer(of, GIVEN, HELD) == count


def test_of_a_confidential_one_lists_tell_who_has_it_by_when_and_no_word_more() -> None:
    own = one(
        DUE,
        step(StepKind.MOVED, date(2026, 3, 2), date(2026, 5, 1)),
        step(StepKind.HANDED, date(2026, 3, 3), to=BO),
        step(StepKind.STUCK, date(2026, 3, 4)),
        reported=date(2026, 3, 2),
    )
    told = Undertaken(assignment=own, item="Ett barn", confidential=True).shown()

    shown = told.assignment
    assert (shown.to_now, shown.due_now, told.days_late(date(2026, 5, 3))) == (BO, date(2026, 5, 1), 2)
    assert (shown.text, shown.reports, shown.stuck, told.item) == ("", (), None, "")


def test_what_was_told_at_a_confidential_item_is_told_nowhere_else() -> None:
    secret, open_ = (
        Report(id=item, date=date(2026, 3, item), text=from_plain(words), item=item)
        for item, words in ((8, "Hemligt"), (7, "Pågår"))
    )
    done = AssignmentStep(id=1, kind=StepKind.DONE, day=date(2026, 3, 9), reason="Hemligt", item=8)
    own = Assignment(id=1, to=ANNA, text="utreda", reports=(secret, open_), steps=(done,))

    shown = Undertaken(assignment=own, told_in_secret=own.told_at & {8}).shown()

    assert shown.latest == open_
    assert [(each.kind, each.reason) for each in shown.assignment.steps] == [(StepKind.DONE, None)]
    assert own.to_on(DUE) == ANNA


def test_what_is_closed_or_has_no_day_at_all_is_not_counted() -> None:
    done = Assignment(id=1, to=ANNA, text="utreda", due=DUE, status=AssignmentStatus.DONE)

    assert meetings_without_answer(done, GIVEN, HELD) == 0
    assert meetings_without_answer(one(None), None, HELD) == 0


@given(some.lists(some.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=8), some.dates())
@settings(max_examples=50)
def test_an_answer_never_makes_the_silence_longer(held: list[date], answered: date) -> None:
    silent = meetings_without_answer(one(), GIVEN, held)

    assert meetings_without_answer(one(reported=answered), GIVEN, held) <= silent <= len(held)


@pytest.mark.parametrize(
    ("ends", "left"),
    [
        ([], None),
        ([None], None),
        ([date(2025, 6, 30)], date(2025, 6, 30)),
        ([date(2025, 6, 30), None], None),
        ([date(2022, 12, 31), date(2025, 6, 30)], date(2025, 6, 30)),
        ([date(2026, 12, 31)], None),
    ],
)
def test_somebody_left_when_all_their_seats_are_over(ends: list[date | None], left: date | None) -> None:
    assert left_on(ends, GIVEN) == left


def test_lists_go_by_what_holds_now() -> None:
    moved = Undertaken(
        assignment=one(DUE, step(StepKind.MOVED, GIVEN, date(2026, 9, 1))), on=GIVEN, item="moved"
    )
    handed = Undertaken(
        assignment=one(date(2026, 4, 1), step(StepKind.HANDED, GIVEN, to=BO)), on=GIVEN, item="handed"
    )
    other = Undertaken(assignment=one(None), on=GIVEN, item="other")

    assert [each.item for each in by_due((other, moved, handed))] == ["handed", "moved", "other"]
    assert moved.days_late(date(2026, 5, 1)) == 0
    assert handed.days_late(date(2026, 5, 1)) == 30
    found = [(str(who), [each.item for each in mine]) for who, mine in by_owner((other, moved, handed))]
    assert found == [("Anna Berg", ["moved", "other"]), ("Bo Ek", ["handed"])]
    assert handed.assignment.called == "Bo Ek: utreda."
    assert (moved.heard_by, moved.is_unanswered) == (None, False)
    assert moved.assignment.due_now == GIVEN + timedelta(days=232)


def test_a_name_alone_means_the_one_person_of_that_name() -> None:
    def of(who: Named, day: int) -> Undertaken:
        return Undertaken(assignment=Assignment(id=day, to=who, text="utreda", due=date(2026, 1, day)))

    bare, other = Named("Anna Berg"), Named("Anna Berg", person=2)

    together = by_owner((of(bare, 1), of(ANNA, 2), of(BO, 3)))
    assert [(who, len(mine)) for who, mine in together] == [(ANNA, 2), (BO, 1)]
    apart = by_owner((of(bare, 1), of(ANNA, 2), of(other, 3)))
    assert [len(mine) for _who, mine in apart] == [1, 1, 1]
