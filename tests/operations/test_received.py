"""Referrals that others sent here: received, given more time, answered as an item."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import findings, minutes, snapshot
from documents.reading import words
from klubban.domain.agenda import Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.referral import ReceivedReferral
from klubban.domain.text import from_plain, plain
from klubban.operations import inquiries as inquiries_here
from klubban.operations import inquiry_documents, matters, received
from klubban.operations.agenda import postpone_item
from klubban.operations.agenda_from_register import put_matter_on
from klubban.operations.meetings import add_meeting
from klubban.store import inquiries
from klubban.store.database import Database

CAME, DUE = date(2016, 2, 1), date(2016, 3, 1)
SENDER = "Länsstyrelsen"


def read(database: Database) -> ReceivedReferral:
    with database.read() as reading:
        [one] = inquiries.received(reading)
    return one


def came(database: Database) -> int:
    """Receive a referral with two questions, in a file with a meeting to come."""
    body = minutes(database, ("Öppnande",), number=None).body
    with database.change("Own") as change:
        change.insert("organisation", name="Ekby kommun", language="en")
    facts: dict[str, Any] = {
        "due": DUE,
        "their_number": "451-33",
        "questions": ["Delar ni bilden?", "Vad saknas?"],
    }
    return received.receive(
        database, SENDER, CAME, title="Remiss: Regional plan", body_id=body, registry_number="KS 1", **facts
    )


def test_a_referral_is_answered_as_an_item_of_its_matter(database: Database) -> None:
    id_ = came(database)
    with pytest.raises(RuleBroken, match="Put the answer on an agenda first"):
        inquiry_documents.prepare_statement(database, id_)

    item = received.answer_as_item(database, id_, 1, presenters=["Eva Ek"])
    received.write_answer(database, id_, 2, from_plain("Belysning."))
    received.write_answer(database, id_, 1, from_plain("Ja."))

    found = snapshot(database).item_by_id(item)
    assert (found.origin, found.registered_as, found.presenters) == (Origin.REFERRAL, "KS 1", ("Eva Ek",))
    assert "as its answer to the referral from Länsstyrelsen" in plain(found.proposal)
    assert plain(found.summary).split("\n\n") == [
        "1. Delar ni bilden?",
        "Ja.",
        "2. Vad saknas?",
        "Belysning.",
    ]
    with pytest.raises(RuleBroken, match="on that agenda already"):
        received.answer_as_item(database, id_, 1)
    assert findings(database) == []


def test_a_matter_that_is_on_the_agenda_is_answered_there_and_where_it_goes_on(database: Database) -> None:
    id_ = came(database)
    later = add_meeting(database, 1, date(2016, 3, 14))
    there = put_matter_on(database, read(database).matter, 1)

    item = received.answer_as_item(database, id_, 1)
    gone_on = postpone_item(database, item, to=later, by=None, on=None)
    received.write_answer(database, id_, 1, from_plain("Ja."))

    assert item == there
    assert read(database).item == item
    assert "Ja." in plain(snapshot(database, later).item_by_id(gone_on or 0).summary)


def test_the_statement_has_their_number_ours_and_an_answer_to_each_question(database: Database) -> None:
    id_ = came(database)
    item = received.answer_as_item(database, id_, 1)
    asked = words(inquiry_documents.prepare_statement(database, id_).document)
    received.write_answer(database, id_, 1, from_plain("Ja."))

    told = words(inquiry_documents.prepare_statement(database, id_).document)
    with database.change("Decide") as change:
        change.update("item", item, decision=from_plain("Planen tillstyrks."))
    decided = inquiry_documents.prepare_statement(database, id_).document

    assert told[0] == "Statement on Regional plan"
    assert [each for each in told if each in ("451-33", "KS 1", "Ja.")] == ["451-33", "KS 1", "Ja."]
    assert asked[-3:] == ["The sender asks:", "Delar ni bilden?", "Vad saknas?"]
    assert told[-2:] == ["2. Vad saknas?", "Nothing is said of this."]
    assert decided.running.right[0] == "Statement"
    assert "Planen tillstyrks." in words(decided)


def test_more_time_has_a_reason_and_an_answer_a_day(database: Database) -> None:
    id_ = came(database)

    with pytest.raises(RuleBroken, match="Say why"):
        received.extend(database, id_, date(2016, 4, 1), "")
    received.extend(database, id_, date(2016, 4, 1), "Nämnden sammanträder i mars")
    with pytest.raises(RuleBroken, match="cannot have been answered before"):
        received.answered(database, id_, date(2016, 1, 1))
    received.answered(database, id_, date(2016, 3, 24), "E-post")

    assert read(database).due_now == date(2016, 4, 1)
    assert (read(database).answered_on, read(database).answered_how) == (date(2016, 3, 24), "E-post")


def test_a_matter_stays_while_a_referral_is_about_it(database: Database) -> None:
    id_ = came(database)
    matter = read(database).matter

    with pytest.raises(RuleBroken, match="a referral is about it"):
        matters.remove_matter(database, matter)
    received.remove_received(database, id_)
    body = snapshot(database).body.id
    asked = inquiries_here.begin_inquiry(database, body, "Plan", DUE, matter=matter)
    with pytest.raises(RuleBroken, match="a referral is about it"):
        matters.remove_matter(database, matter)
    inquiries_here.remove_inquiry(database, asked)
    matters.remove_matter(database, matter)

    assert findings(database) == []


def test_what_cannot_be_received_is_refused(database: Database) -> None:
    came(database)

    refused: list[tuple[str, dict[str, Any]]] = [
        ("KS 1 is Remiss: Regional plan already", {"title": "Annat", "registry_number": "KS 1"}),
        ("before it came", {"title": "Annat", "due": date(2016, 1, 1)}),
        ("A name is needed", {}),
    ]
    for told, facts in refused:
        with pytest.raises(RuleBroken, match=told):
            received.receive(database, SENDER, CAME, **facts)
