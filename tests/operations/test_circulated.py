"""Who was sent what is noted with it; who has read it is told, and a mail asks for a receipt."""

from __future__ import annotations

from datetime import date, time
from email import message_from_bytes, policy

import pytest

from klubban.domain.body import Named, SeatRole
from klubban.domain.circulated import Circulates, Reached, reached
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.i18n import use
from klubban.operations import agenda, bodies, mail, notes, people, seats, sendings, undo
from klubban.operations.circulated import mark_read, note_circulated
from klubban.operations.meetings import add_meeting, set_place
from klubban.store.circulated import circulated
from klubban.store.database import Database
from klubban.ui.circulated import words

SENT, HELD = date(2026, 11, 20), date(2026, 12, 3)


def forum(database: Database) -> int:
    """Return a meeting of a forum with two members and a secretary, and something on its agenda."""
    body = bodies.add_body(database, "Chefssamrådet", BodyKind.FORUM, short="CS")
    for name, role in (
        ("Åsa Öberg", SeatRole.MEMBER),
        ("Bo Ek", SeatRole.MEMBER),
        ("Eva Asp", SeatRole.SECRETARY),
    ):
        email = f"{name.split()[1].casefold().replace('ö', 'o')}@ekby.example"
        person = people.add_person(database, name, email=email)
        seats.add_seat(database, body, role, person_id=person)
    meeting = add_meeting(database, body, HELD, start=time(9))
    set_place(database, meeting, "Polishuset")
    agenda.add_agenda_item(database, meeting, "Lägesrapport")
    return meeting


def sent(database: Database, meeting: int, *kinds: Circulates) -> tuple[Reached, ...]:
    with database.read() as read:
        return reached(circulated(read, meeting), *kinds)


def test_a_summons_notes_all_who_are_called_but_not_the_secretary(database: Database) -> None:
    meeting = forum(database)

    sendings.send(database, meeting, on=SENT)

    [found] = sent(database, meeting)
    assert (found.what, found.sent_on) == (Circulates.SUMMONS, SENT)
    assert [(each.who.name, each.email) for each in found.to] == [
        ("Åsa Öberg", "oberg@ekby.example"),
        ("Bo Ek", "ek@ekby.example"),
    ]


def test_a_supplement_has_readers_of_its_own(database: Database) -> None:
    meeting = forum(database)
    sendings.send(database, meeting, on=SENT)
    agenda.add_agenda_item(database, meeting, "Nytt ärende")

    sendings.send(database, meeting, on=date(2026, 11, 24))

    assert [each.what for each in sent(database, meeting)] == [Circulates.SUPPLEMENT, Circulates.SUMMONS]


def test_who_has_read_it_is_told_and_can_be_taken_back(database: Database) -> None:
    use("en")
    meeting = forum(database)
    sendings.send(database, meeting, on=SENT)
    first = sent(database, meeting)[0].to[0]

    mark_read(database, first.id, date(2026, 11, 21), " läskvitto ")

    [found] = sent(database, meeting)
    assert words.summary(found, formal=False) == "1 of 2 have read the invitation; Bo Ek not yet."
    assert found.read[0].read_how == "läskvitto"
    mark_read(database, first.id, None)
    assert not sent(database, meeting)[0].read
    with pytest.raises(RuleBroken, match="cannot have been read before"):
        mark_read(database, first.id, date(2026, 11, 19))


def test_notes_that_go_out_again_keep_who_has_read_them_and_are_taken_back_whole(
    database: Database,
) -> None:
    meeting = forum(database)
    notes.send_notes(database, meeting, on=date(2026, 12, 4), comments_by=None)
    mark_read(database, sent(database, meeting)[0].to[0].id, date(2026, 12, 7))

    notes.send_notes(database, meeting, on=date(2026, 12, 5), comments_by=None)

    [found] = sent(database, meeting, Circulates.NOTES)
    assert (found.sent_on, len(found.read), len(found.to)) == (date(2026, 12, 5), 1, 2)
    notes.send_notes(database, meeting, on=None, comments_by=None)
    assert not sent(database, meeting)
    undo.undo(database)
    assert len(sent(database, meeting)[0].read) == 1


def test_anything_else_can_be_noted_for_some(database: Database) -> None:
    meeting = forum(database)

    note_circulated(database, meeting, Circulates.ASSIGNMENTS, on=HELD, to=[Named("Bo Ek")])

    [found] = sent(database, meeting)
    assert [(each.who.name, each.email) for each in found.to] == [("Bo Ek", "ek@ekby.example")]
    for nobody, told in (([], "Say who"), ([Named(" \n")], "A name is needed")):
        with pytest.raises(RuleBroken, match=told):
            note_circulated(database, meeting, Circulates.ASSIGNMENTS, on=HELD, to=nobody)


def test_a_mail_asks_that_the_secretary_is_told_when_it_was_read(database: Database) -> None:
    meeting = forum(database)

    found = message_from_bytes(mail.draft(database, meeting, []), policy=policy.default)

    assert found["Disposition-Notification-To"] == "Eva Asp <asp@ekby.example>"
