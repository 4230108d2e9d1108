"""A closed meeting whose protocol is ready to be signed: §§ 1-3, by a secretary, a chair and a verifier."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, time, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from builders import minutes, new_file, snapshot
from klubban.documents import tree
from klubban.documents.forms import Form, made
from klubban.domain.body import Named
from klubban.domain.signing import Signing, SigningWay
from klubban.operations import session, signing, verifiers, verifying
from klubban.operations.naming import named_at
from klubban.store.database import Database

EVA, BO, KIM = Named(name="Eva Asp", party="S"), Named(name="Bo Ek", party="M"), Named(name="Kim Lind")
NOW = datetime(2016, 2, 25, 14, 30, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


@cache
def file_of_it() -> bytes:
    """Return a file that holds it; made once, as are the documents below."""
    with TemporaryDirectory() as folder, closing(new_file(Path(folder) / "ekby.klubban")) as database:
        _ready(database)
        database.close()
        return (Path(folder) / "ekby.klubban").read_bytes()


@cache
def _set(document: tree.Document) -> bytes:
    return made(document, Form.PDF)


def begun(database: Database, way: SigningWay, verification_id: int | None = None) -> signing.Begun:
    """Let a protocol go out to be signed."""
    id_ = verification_id or verification(database)
    prepared = signing.prepare(database, id_, way, today=TODAY)
    done = signing.Made(prepared, _set(prepared.document))
    return signing.begin(database, id_, way, NOW, ready=done)


def _ready(database: Database) -> None:
    """Make the meeting: Eva in the chair, Kim at the table, and Bo to verify."""
    found = minutes(database, ("A", "B", "C"), number=None)
    with database.change("Who runs it") as change:
        change.insert("organisation", name="Ekby", language="sv")
        change.update("meeting", found.meeting, **named_at("chair_", EVA), **named_at("secretary_", KIM))
    session.open_meeting(database, found.meeting, time(18, 30))
    verifiers.choose_verifiers(database, found.meeting, [BO])
    session.close_meeting(database, found.meeting, time(20))
    verifying.make_ready(database, found.meeting, today=TODAY)


def verification(database: Database, meeting: int = 1) -> int:
    """Return the verification of a meeting's protocol."""
    return snapshot(database, meeting).verifications[0].id


def signed(database: Database, meeting: int = 1) -> Signing:
    """Return the last signing of it."""
    return snapshot(database, meeting).verifications[0].signings[-1]
