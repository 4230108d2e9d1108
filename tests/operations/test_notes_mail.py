"""Notes go out by a mail that says until when comments can come; nothing confidential goes with it."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from documents.reading import words
from klubban.domain.body import SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.operations import agenda, bodies, items, notes, people, seats
from klubban.operations.meetings import add_meeting
from klubban.operations.notes_mail import prepare_notes_mail, write_mail
from klubban.store.database import Database


def forum(database: Database) -> int:
    """Return a meeting of a forum with an open item and a confidential one."""
    body = bodies.add_body(database, "Chefssamrådet", BodyKind.FORUM, short="CS")
    person = people.add_person(database, "Åsa Öberg", email="asa@ekby.example")
    seats.add_seat(database, body, SeatRole.MEMBER, person_id=person)
    meeting = add_meeting(database, body, date(2026, 12, 3))
    seen = agenda.add_agenda_item(database, meeting, "Lägesrapport")
    items.write_text(database, seen, "decision", from_plain("Patrullering i centrum."))
    hidden = agenda.add_agenda_item(database, meeting, "Kanariefågel")
    agenda.set_item(database, hidden, confidential=True)
    return meeting


def test_the_mail_has_the_notes_and_the_last_day(database: Database, tmp_path: Path) -> None:
    meeting = forum(database)
    notes.send_notes(database, meeting, on=date(2026, 12, 4), comments_by=date(2026, 12, 11))

    prepared = prepare_notes_mail(database, meeting, today=date(2026, 12, 4))
    mail = message_from_bytes(write_mail(prepared, tmp_path).read_bytes(), policy=policy.default)

    assert mail["Bcc"] == "Åsa Öberg <asa@ekby.example>"
    assert mail["Subject"] == "Anteckningar: Chefssamrådet, 3 december 2026"
    assert "fredagen den 11 december 2026" in str(mail.get_body()).replace("=C2=A0", " ")
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]
    said = " ".join(words(prepared.document.document))
    assert "Patrullering i centrum." in said
    assert "Kanariefågel" not in said


def test_items_keep_their_numbers_beside_one_that_is_left_out(database: Database) -> None:
    meeting = forum(database)
    last = agenda.add_agenda_item(database, meeting, "Nästa möte")
    items.write_text(database, last, "decision", from_plain("Den 4 mars."))
    notes.send_notes(database, meeting, on=date(2026, 12, 4), comments_by=date(2026, 12, 11))

    prepared = prepare_notes_mail(database, meeting, today=date(2026, 12, 4))

    said = list(words(prepared.document.document))
    assert "2. Ärende som omfattas av sekretess" in said
    assert "3. Nästa möte" in said


def test_notes_that_were_not_sent_are_not_mailed(database: Database) -> None:
    meeting = forum(database)

    with pytest.raises(RuleBroken, match="when the notes go out"):
        prepare_notes_mail(database, meeting)
