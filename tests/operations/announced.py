"""A committee's meeting of 22 February 2016 with three decisions, verified on the 25th."""

from __future__ import annotations

from datetime import date, time

from builders import Minutes, minutes, snapshot
from klubban.domain.body import Named
from klubban.domain.text import from_plain
from klubban.operations import session, verifiers, verifying
from klubban.operations.notices import Posting, post
from klubban.store.database import Database

EVA = Named(name="Eva Asp", party="S")
VERIFIED, POSTED, LAST, AFTER = date(2016, 2, 25), date(2016, 2, 26), date(2016, 3, 18), date(2016, 3, 21)
REGISTRAR = Posting(kept_at="registrator", board="ekby.se/anslagstavla", by=Named("Ida Ek"))


def verified(database: Database) -> Minutes:
    """Return a meeting that was closed and signed, §§ 1–3; an organisation keeps its protocol nowhere yet."""
    ids = minutes(database, ("A", "B", "C"), number=None)
    with database.change("Decide") as change:
        for item in ids.items:
            change.update("item", item, kind="decision", decision=from_plain("Planen antas."))
    session.open_meeting(database, ids.meeting, time(18, 30))
    verifiers.choose_verifiers(database, ids.meeting, [EVA])
    session.close_meeting(database, ids.meeting, time(20))
    verifying.make_ready(database, ids.meeting, today=VERIFIED)
    meeting = snapshot(database)
    with database.change("Sign", barrier=True) as change:
        verifying.complete(change, meeting, meeting.verifications[0].id, [EVA], VERIFIED, today=VERIFIED)
    return ids


def announced(database: Database, on: date = POSTED) -> Minutes:
    """Return it announced."""
    ids = verified(database)
    post(database, snapshot(database).verifications[0].id, on, today=AFTER, posting=REGISTRAR)
    return ids
