"""What may be changed at each stage: the operations refuse and allow what the table says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest

from builders import DAY, Minutes, findings, minutes, snapshot
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.stage_acts import CHANGEABLE, Changeable
from klubban.domain.text import Run, Text, from_plain
from klubban.operations import agenda, corrections, items, notices, session, verifiers, verifying
from klubban.operations.items import ItemText
from klubban.operations.notices import Posting
from klubban.store.database import Database

EVA, BO = Named(name="Eva Asp", party="S"), Named(name="Bo Ek", party="M")
LATER = date(2016, 2, 25)
MASKED = (Text((Run("Ett "), Run("namn", masked=True))),)


def brought(database: Database, stage: Stage) -> Minutes:
    """Return a meeting that has come as far as a stage."""
    ids = minutes(database, ("A", "B"), number=None)
    items.write_text(database, ids.item, ItemText.SUMMARY, from_plain("Ett namn"))
    verifiers.choose_verifiers(database, ids.meeting, [EVA])
    session.open_meeting(database, ids.meeting, time(18, 30))
    steps: dict[Stage, Callable[[], object]] = {
        Stage.CLOSED: lambda: session.close_meeting(database, ids.meeting, time(20)),
        Stage.READY: lambda: verifying.make_ready(database, ids.meeting, today=DAY),
        Stage.VERIFIED: lambda: _sign(database),
        Stage.ANNOUNCED: lambda: _post(database),
    }
    for each, step in steps.items():
        if list(Stage).index(each) <= list(Stage).index(stage):
            step()
    assert snapshot(database).stage is stage
    return ids


def _sign(database: Database) -> None:
    meeting = snapshot(database)
    with database.change("Sign", barrier=True) as change:
        verifying.complete(change, meeting, meeting.verifications[0].id, [EVA], LATER)


def _post(database: Database) -> None:
    done = snapshot(database).verifications[0].id
    notices.post(database, done, LATER, today=LATER, posting=Posting(kept_at="Kommunhuset"))


CHANGES: dict[Changeable, Callable[[Database, Minutes], object]] = {
    Changeable.AGENDA: lambda file, ids: agenda.add_agenda_item(file, ids.meeting, "C"),
    Changeable.ROLL: lambda file, ids: session.set_times(file, ids.meeting, opened=time(18)),
    Changeable.TEXTS: lambda file, ids: items.write_text(
        file, ids.item, ItemText.SUMMARY, from_plain("Annat")
    ),
    Changeable.VERIFIERS: lambda file, ids: verifiers.choose_verifiers(file, ids.meeting, [BO]),
    Changeable.MASKS: lambda file, ids: items.write_text(file, ids.item, ItemText.SUMMARY, MASKED),
    Changeable.CORRECTIONS: lambda file, ids: corrections.add_correction(
        file, ids.meeting, from_plain("Rätt"), "Fel", item=ids.item, made_on=LATER
    ),
}


@pytest.mark.parametrize(
    "stage", [Stage.IN_SESSION, Stage.CLOSED, Stage.READY, Stage.VERIFIED, Stage.ANNOUNCED]
)
def test_operations_keep_to_the_table(database: Database, stage: Stage) -> None:
    ids = brought(database, stage)
    allowed = set()

    for what, change in CHANGES.items():
        try:
            change(database, ids)
        except RuleBroken:
            continue
        allowed.add(what)

    assert allowed == CHANGEABLE[stage]
    assert findings(database) == []
