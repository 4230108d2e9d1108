"""While a protocol is out to be signed, whatever is tried is refused or changes nothing that is signed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import time, timedelta

import pytest

from builders import DAY, new_file, snapshot
from called import Called, called
from klubban.documents import record
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import SigningWay
from klubban.operations import doors, roll_call, session, verifiers, verifying
from klubban.operations.naming import named_at
from klubban.store.frozen import digest_of_item, digest_of_meeting
from operations.test_minutes_machine import DEEDS, At, Deed
from to_sign import KIM, TODAY, begun

RECORDED = [
    ("move", 0, 1, False), ("move", 0, 4, True), ("put", 0, 0, False), ("find", 0, 0, False),
    ("call", 0, 0, False), ("answer", 0, 3, False), ("elect", 0, 1, False), ("nominate", 0, 2, False),
    ("lodge", 0, 3, True), ("aside", 1, 3, True), ("outcome", 0, 0, False), ("assign", 0, 0, False),
    ("write", 0, 0, True), ("scratch", 0, 0, False),
]  # fmt: skip
MORE: dict[str, Deed] = {
    "leave": lambda at: roll_call.mark_absent(at.database, at.held.id("Bo")),
    "doors": lambda at: doors.set_doors(at.database, at.held.meeting, None),
    "not ready": lambda at: verifying.make_ready(at.database, at.held.meeting, ready=False, today=TODAY),
    "apart": lambda at: verifiers.plan_set(at.database, at.held.meeting, Paragraphs(((1, 1),))),
}
EVERY = DEEDS | MORE


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Called]:
    """Return an evening of which much is recorded, and whose protocol is out to be signed."""
    with closing(new_file(tmp_path_factory.mktemp("out") / "ekby.klubban")) as database:
        found = called(database, items=3, alternates=("Hans Sälg (S)",))
        found.present()
        with database.change("Plan") as change:
            for item in found.items:
                change.update("item", item, number=None)
            change.insert("meeting", body_id=found.body, date=DAY + timedelta(days=28), stage="planned")
            change.update("meeting", found.meeting, **named_at("secretary_", KIM))
        session.open_meeting(database, found.meeting, time(18, 30))
        for what, one, two, flag in RECORDED:
            with suppress(RuleBroken, LookupError):
                DEEDS[what](At(found, one, two, flag))
        verifiers.choose_verifiers(database, found.meeting, [found.who("Bo")])
        session.close_meeting(database, found.meeting, time(21))
        verifying.make_ready(database, found.meeting, today=TODAY)
        begun(database, SigningWay.PEN)
        yield found


def told(held: Called) -> list[str]:
    """Return what is recorded of the meeting and its items, in short."""
    with held.database.read() as read:
        items = [digest_of_item(read, item) for item in held.items]
        return [digest_of_meeting(read, held.meeting), *items]


@pytest.mark.parametrize("what", sorted(EVERY))
def test_nothing_that_is_out_changes(held: Called, what: str) -> None:
    before, printed = told(held), record.build(snapshot(held.database, held.meeting), TODAY)

    for one, two, flag in ((0, 0, False), (0, 3, True), (1, 3, False)):
        with suppress(RuleBroken, LookupError):
            EVERY[what](At(held, one, two, flag))

    assert told(held) == before
    assert record.build(snapshot(held.database, held.meeting), TODAY) == printed
