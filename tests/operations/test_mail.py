"""Everybody who is called to a meeting is in the draft, and who cannot be reached is named."""

from __future__ import annotations

from datetime import date, time
from email import message_from_bytes, policy

import pytest

from klubban.domain.body import Invited, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.exchange.mail import Attached
from klubban.operations import bodies, mail, people, seats
from klubban.operations.meetings import add_meeting, set_end, set_meeting_type
from klubban.store.database import Database


def committee(database: Database) -> tuple[int, int]:
    """Return a committee with members, an alternate, one whose term is over, and a meeting of a type."""
    body = bodies.add_body(database, "Brottsförebyggande rådet", BodyKind.COMMITTEE, short="Brå", seats=5)
    for name, role, email, to in (
        ("Åsa Öberg", SeatRole.MEMBER, "asa@ekby.example", None),
        ("Bo Ek", SeatRole.ALTERNATE, "bo@ekby.example", None),
        ("Cia Alm", SeatRole.MEMBER, "cia@ekby.example", date(2025, 12, 31)),
        ("Dan Ås", SeatRole.MEMBER, None, None),
    ):
        person = people.add_person(database, name, email=email)
        seats.add_seat(database, body, role, person_id=person, to_date=to)
    wide = bodies.put_meeting_type(
        database, body, None, "Stormöte", 1, [Invited(id=0, name="Länsstyrelsens samordnare")]
    )
    bodies.change_body(database, body, distribution=["Registrator <registrator@ekby.example>"])
    meeting = add_meeting(database, body, date(2026, 12, 3), start=time(9), place="Rådssalen")
    set_meeting_type(database, meeting, wide)
    return body, meeting


def test_those_with_seats_that_day_alternates_too_and_those_called_besides(database: Database) -> None:
    _body, meeting = committee(database)

    called = mail.distribution(database, meeting)

    assert [each.address for each in called.recipients] == [
        "asa@ekby.example",
        "bo@ekby.example",
        "registrator@ekby.example",
    ]
    assert called.unreachable == ("Dan Ås", "Länsstyrelsens samordnare")


def test_the_draft_says_when_and_where(database: Database) -> None:
    _body, meeting = committee(database)

    found = message_from_bytes(mail.draft(database, meeting, []), policy=policy.default)

    assert found["Subject"] == "Kallelse: Brottsförebyggande rådet, 3 december 2026"
    assert "Rådssalen" in found.get_content()


def test_what_is_too_large_to_be_mailed_is_refused_with_its_size(database: Database) -> None:
    _body, meeting = committee(database)
    large = Attached("a.pdf", "application/pdf", bytes(mail.LARGEST + 1))

    with pytest.raises(RuleBroken) as refused:
        mail.draft(database, meeting, [large])

    assert refused.value.facts == {"size": 26, "limit": 25}


def test_a_body_whose_members_have_no_addresses_gives_no_draft(database: Database) -> None:
    body = bodies.add_body(database, "Nätverket", BodyKind.FORUM)
    meeting = add_meeting(database, body, date(2026, 12, 3))

    with pytest.raises(RuleBroken):
        mail.draft(database, meeting, [])


def test_a_forum_is_invited_and_not_called(database: Database) -> None:
    body = bodies.add_body(database, "Chefssamrådet", BodyKind.FORUM)
    bodies.change_body(database, body, distribution=["Registrator <registrator@ekby.example>"])
    meeting = add_meeting(database, body, date(2026, 12, 3))

    found = message_from_bytes(mail.draft(database, meeting, []), policy=policy.default)

    assert found["Subject"].endswith(": Chefssamrådet, 3 december 2026")
    assert "Kallelse" not in found["Subject"]
    assert "kallas" not in found.get_content()


def test_a_meeting_of_two_days_names_both(database: Database) -> None:
    _body, meeting = committee(database)
    set_end(database, meeting, end=None, end_date=date(2026, 12, 4))

    found = message_from_bytes(mail.draft(database, meeting, []), policy=policy.default)

    assert "torsdag 3 december 2026 – fredag 4 december 2026" in found.get_content()
