"""What becomes known of appeals is noted, and the meeting's stage follows."""

from __future__ import annotations

from datetime import date

import pytest

from builders import Minutes, findings, snapshot
from klubban.domain import legal_force
from klubban.domain.afterwards import AppealStep, AppealStepKind
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.legal_force import Standing
from klubban.domain.meeting import Appeal, Stage
from klubban.operations import undo
from klubban.operations.export import prepare
from klubban.operations.legal_force import (
    add_receipt,
    note_step,
    remove_receipt,
    set_appeal,
    take_back_step,
)
from klubban.operations.notices import take_down
from klubban.store.database import Database
from operations.announced import AFTER, LAST, announced

K = AppealStepKind
PARTY = Named("Byggbolaget")


@pytest.fixture
def ids(database: Database) -> Minutes:
    return announced(database)


def step(kind: AppealStepKind, on: date = AFTER, **facts: object) -> AppealStep:
    return AppealStep(id=0, kind=kind, day=on, **facts)  # type: ignore[arg-type]  # facts are columns


def stands(database: Database) -> list[Standing]:
    meeting = snapshot(database)
    return [legal_force.state_of(meeting, each, AFTER).standing for each in meeting.items]


def test_one_answer_is_noted_of_many_paragraphs_at_once(database: Database, ids: Minutes) -> None:
    court = "  Förvaltningsrätten i   Linköping "

    note_step(database, ids.items[:2], step(K.NONE_FILED, court=court), today=AFTER)

    assert stands(database) == [Standing.IN_FORCE, Standing.IN_FORCE, Standing.RUN_OUT]
    assert snapshot(database).stage is Stage.ANNOUNCED
    assert snapshot(database).items[0].appeal_steps[0].court == "Förvaltningsrätten i Linköping"

    note_step(database, ids.items[2:], step(K.NONE_FILED), today=AFTER)

    assert snapshot(database).stage is Stage.IN_FORCE
    [made] = prepare(database, ids.meeting, "force", today=AFTER)
    assert made.stem == "ks-2016-02-22-lagakraftbevis"
    assert findings(database) == []


def test_the_last_is_taken_back_and_undone(database: Database, ids: Minutes) -> None:
    note_step(database, ids.items, step(K.NONE_FILED), today=AFTER)

    take_back_step(database, ids.items[0])

    assert stands(database) == [Standing.RUN_OUT, Standing.IN_FORCE, Standing.IN_FORCE]
    assert snapshot(database).stage is Stage.ANNOUNCED
    undo.undo(database)
    assert snapshot(database).stage is Stage.IN_FORCE
    undo.undo(database)
    with pytest.raises(RuleBroken, match="Nothing is noted"):
        take_back_step(database, ids.items[0])


def test_an_appeal_is_seen_to_its_end(database: Database, ids: Minutes) -> None:
    one = [ids.items[0]]
    note_step(database, one, step(K.FILED, LAST, case_number="1-16"), today=AFTER)

    with pytest.raises(RuleBroken, match="is appealed against; note what became"):
        note_step(database, ids.items, step(K.NONE_FILED), today=AFTER)
    with pytest.raises(RuleBroken, match="with that case number"):
        note_step(database, one, step(K.FILED, case_number="1-16"), today=AFTER)
    note_step(database, one, step(K.FILED, case_number="2-16"), today=AFTER)
    with pytest.raises(RuleBroken, match="say the number of one: 1-16, 2-16"):
        note_step(database, one, step(K.REJECTED, final=True), today=AFTER)
    with pytest.raises(RuleBroken, match="this is later"):
        note_step(database, one, step(K.REJECTED, LAST, case_number="1-16"), today=AFTER)
    for number in ("1-16", "2-16"):
        note_step(database, one, step(K.REJECTED, case_number=number, final=True), today=AFTER)

    assert stands(database)[0] is Standing.IN_FORCE


def test_what_cannot_be_is_refused(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="has not come yet"):
        note_step(database, ids.items, step(K.ASKED, AFTER), today=LAST)
    with pytest.raises(RuleBroken, match="nothing is known of appeals before"):
        note_step(database, ids.items, step(K.ASKED, date(2016, 2, 1)), today=AFTER)
    with pytest.raises(RuleBroken, match="note first who appealed"):
        note_step(database, ids.items, step(K.QUASHED), today=AFTER)
    with pytest.raises(RuleBroken, match="at least one"):
        note_step(database, [], step(K.ASKED), today=AFTER)
    set_appeal(database, ids.items[0], Appeal.NONE)
    with pytest.raises(RuleBroken, match="say first how it can"):
        note_step(database, ids.items, step(K.ASKED), today=AFTER)
    with pytest.raises(RuleBroken, match="cannot be appealed against"):
        prepare(database, ids.meeting, "force", paragraph=1, today=AFTER)


def test_an_appeal_in_time_is_not_said_to_be_too_late(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="to the end of 2016-03-18; what came then is in time"):
        note_step(database, ids.items, step(K.TOO_LATE, LAST), today=AFTER)

    note_step(database, ids.items, step(K.TOO_LATE, AFTER), today=AFTER)
    assert stands(database) == [Standing.RUN_OUT] * 3


def test_the_way_of_appeal_is_said_of_what_is_verified_too(database: Database, ids: Minutes) -> None:
    set_appeal(database, ids.item, Appeal.ADMINISTRATIVE)
    noted = snapshot(database).items[0].appeal
    set_appeal(database, ids.item, Appeal.LEGALITY)  # which follows anyway

    assert noted is Appeal.ADMINISTRATIVE
    assert snapshot(database).items[0].appeal is None
    note_step(database, [ids.item], step(K.ASKED), today=AFTER)
    with pytest.raises(RuleBroken, match="take that back first"):
        set_appeal(database, ids.item, Appeal.NONE)
    assert findings(database) == []


def test_a_party_gets_the_decision_and_its_time_runs(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="does not depend on who got it"):
        add_receipt(database, ids.item, PARTY, LAST, today=AFTER)
    set_appeal(database, ids.item, Appeal.ADMINISTRATIVE)
    assert stands(database)[0] is Standing.NOT_RECEIVED

    got = add_receipt(database, ids.item, PARTY, LAST, today=AFTER, how="delgivningskvitto")

    assert stands(database)[0] is Standing.WAITING
    for who, on, told in (
        (PARTY, LAST, "noted already when Byggbolaget got it"),
        (Named(" "), LAST, "Say who"),
        (Named("Grannen"), date(2016, 2, 1), "nobody got it before"),
        (Named("Grannen"), date(2016, 4, 1), "has not come yet"),
    ):
        with pytest.raises(RuleBroken, match=told):
            add_receipt(database, ids.item, who, on, today=AFTER)
    remove_receipt(database, got)
    assert stands(database)[0] is Standing.NOT_RECEIVED


def test_a_notice_that_came_down_early_takes_legal_force_away(database: Database, ids: Minutes) -> None:
    take_down(database, snapshot(database).notices[0].id, LAST, today=AFTER, because="tavlan låg nere")

    note_step(database, ids.items, step(K.NONE_FILED), today=AFTER)

    assert stands(database) == [Standing.NOT_ANNOUNCED] * 3
    assert snapshot(database).stage is Stage.ANNOUNCED
