"""Extracts are made for each recipient, written, noted for good, and arrive at other bodies."""

from __future__ import annotations

from datetime import date, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from builders import findings, freeze_as_it_is, snapshot
from canaries import CANARY
from documents.reading import words
from extracts import meeting_to_dispatch
from klubban.domain.afterwards import DispatchWay
from klubban.domain.circulated import Circulates
from klubban.domain.dispatching import Plan
from klubban.domain.errors import RuleBroken
from klubban.domain.text import from_plain, plain
from klubban.operations import addressees, dispatch, incoming, undo
from klubban.operations.export import Kind, prepare
from klubban.store import attachments
from klubban.store.change import id_of
from klubban.store.circulated import circulated
from klubban.store.database import Database
from klubban.store.waiting import waiting

NOW = datetime(2026, 11, 20, 9, 10)  # noqa: DTZ001 - the clerk's own clock
BY = "Helena Sävborg"


@pytest.fixture
def meeting(database: Database) -> int:
    """Return a verified meeting with three paragraphs, and one to come of another body."""
    return meeting_to_dispatch(database)


def plan(database: Database, meeting: int) -> Plan:
    return dispatch.plan_of(database, meeting)


def send(database: Database, meeting: int, folder: Path, **facts: str) -> list[str]:
    lines = plan(database, meeting).to_send
    paths = dispatch.dispatch(database, meeting, lines, folder, by=BY, now=NOW, **facts)
    return [path.name for path in paths]


def test_each_recipient_gets_one_file_and_who_has_mail_a_draft_with_it(
    database: Database, meeting: int, tmp_path: Path
) -> None:
    written = send(database, meeting, tmp_path / "ut")

    assert written == [
        "KS 2026-11-16 §§ 151–152 Tekniska nämnden.pdf",
        "KS 2026-11-16 §§ 151–152 Idrottsalliansen.pdf",
        "KS 2026-11-16 §§ 151–152 Idrottsalliansen.eml",
    ]
    mail = message_from_bytes((tmp_path / "ut" / written[2]).read_bytes(), policy=policy.default)
    [attached] = mail.iter_attachments()
    assert mail["To"] == "Idrottsalliansen <kansli@alliansen.example>"
    assert attached.get_content() == (tmp_path / "ut" / written[1]).read_bytes()
    [body] = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
    assert "§ 151 Vinterväghållning" in body.get_content().replace("\u00a0", " ")
    assert "Tillsyn" not in body.get_content()
    with database.read() as read:
        noted = [(each.who.name, each.email, each.what) for each in circulated(read, meeting)]
    assert noted == [("Idrottsalliansen", "kansli@alliansen.example", Circulates.PROTOCOL)]


def test_what_was_sent_is_kept_cannot_be_undone_and_is_not_sent_twice(
    database: Database, meeting: int, tmp_path: Path
) -> None:
    freeze_as_it_is(database, meeting)
    send(database, meeting, tmp_path)

    [first, second] = snapshot(database, meeting).items[0].dispatches
    assert (first.way, second.way, second.by) == (DispatchWay.INTERNAL, DispatchWay.MAIL, BY)
    with database.read() as read:
        kept = attachments.content(read, second.sha256 or "")
    assert kept == (tmp_path / "KS 2026-11-16 §§ 151–152 Idrottsalliansen.pdf").read_bytes()
    assert plan(database, meeting).to_send == ()
    assert undo.undo(database) is None
    assert findings(database) == []


def test_what_came_back_is_to_be_sent_again(database: Database, meeting: int, tmp_path: Path) -> None:
    send(database, meeting, tmp_path)
    sent = [each.dispatches[1].id for each in snapshot(database, meeting).items[:2]]

    dispatch.note_return(database, sent, on=date(2026, 11, 24), note="Adressen är okänd")

    [line] = plan(database, meeting).to_send
    assert line.recipient.name == "Idrottsalliansen"
    assert all(each.came_back for each in line.parts)
    with pytest.raises(RuleBroken, match="2026-11-20"):
        dispatch.note_return(database, sent, on=date(2026, 11, 19))


def test_nothing_is_mailed_that_is_confidential_without_a_reason(database: Database, meeting: int) -> None:
    line = plan(database, meeting).lines[1]
    wanted = [line.with_parts(each.item for each in line.held_back)]

    with pytest.raises(RuleBroken, match="§ 153 is confidential"):
        dispatch.prepare(database, meeting, wanted, by=BY, today=NOW.date())

    [ready] = dispatch.prepare(database, meeting, wanted, by=BY, today=NOW.date(), reason="Krypterad post")
    assert ready.note == "Krypterad post"
    assert "Tillsyn" not in ready.letter


def test_neither_file_nor_mail_is_named_by_what_is_kept_from_the_public(
    database: Database, meeting: int
) -> None:
    with database.change("Hide") as change:
        for item in change.rows("item", meeting_id=meeting):
            facts = {"registry_number": CANARY} if item["confidential"] else {"public_title": "Öppet"}
            title = item["title"] if item["confidential"] else CANARY
            change.update("item", id_of(item), title=title, **facts)
        change.update("organisation", 1, file_pattern="{dnr} {paragraf} {mottagare}")
    line = plan(database, meeting).lines[1]
    wanted = [line.with_parts(each.id for each in snapshot(database, meeting).items)]

    [ready] = dispatch.prepare(database, meeting, wanted, by=BY, today=NOW.date(), reason="Krypterad post")

    assert "Öppet" in ready.letter
    assert CANARY not in ready.name + ready.subject + ready.letter


def test_before_verification_it_needs_a_reason(database: Database, meeting: int) -> None:
    with database.change("Not verified") as change:
        change.delete_whole("verification", 1)
    found = plan(database, meeting)

    assert found.to_send == ()
    with pytest.raises(RuleBroken, match="is not verified"):
        dispatch.prepare(database, meeting, found.lines[:1], by=BY, today=NOW.date())


def test_who_has_no_address_is_refused_by_name_but_may_have_it_by_hand(
    database: Database, meeting: int
) -> None:
    line = plan(database, meeting).lines[2].with_parts([1])

    with pytest.raises(RuleBroken, match="Säljaren has no address"):
        dispatch.prepare(database, meeting, [line], by=BY, today=NOW.date())

    [ready] = dispatch.prepare(database, meeting, [line.by(DispatchWay.HANDED)], by=BY, today=NOW.date())
    said = list(words(ready.document))
    assert "Rätt utdraget intygas" in said
    assert any(BY in each for each in said)


def test_a_paragraph_that_was_sent_over_waits_with_its_extract_and_decision(
    database: Database, meeting: int, tmp_path: Path
) -> None:
    send(database, meeting, tmp_path)
    with database.read() as read:
        found = waiting(read, 2, NOW.date())

    [item, _other] = incoming.take_in(database, 2, found, on=NOW.date())

    assert [each.told for each in found] == [
        "Översänt från Kommunstyrelsen den 16 november 2026, § 151",
        "Översänt från Kommunstyrelsen den 16 november 2026, § 152",
    ]
    came = snapshot(database, 2).item_by_id(item)
    assert came.came_from
    assert (came.came_from.number, came.title) == (151, "Vinterväghållning")
    [paper] = came.documents
    assert paper.title == "Protokollsutdrag KS 2026-11-16 §§\u00a0151–152"
    assert paper.size
    assert "Förslaget antas." in plain(came.earlier)
    with database.read() as read:
        assert waiting(read, 2, NOW.date()) == ()


def test_what_is_proposed_to_a_body_is_not_offered_a_second_time(
    database: Database, meeting: int, tmp_path: Path
) -> None:
    with database.change("Propose") as change:
        change.insert(
            "proposal", item_id=1, position=0, body_id=2, body_name="TN", decision=from_plain("Planen antas.")
        )
    send(database, meeting, tmp_path)

    with database.read() as read:
        found = waiting(read, 2, NOW.date())

    assert [each.dispatched for each in found] == [False, True]


def test_a_file_of_the_same_name_is_not_written_over(
    database: Database, meeting: int, tmp_path: Path
) -> None:
    (tmp_path / "KS 2026-11-16 §§ 151–152 Tekniska nämnden.pdf").write_bytes(b"mine")

    assert send(database, meeting, tmp_path)[0] == "KS 2026-11-16 §§ 151–152 Tekniska nämnden (2).pdf"


def test_a_pattern_names_the_files_and_says_what_it_does_not_know(database: Database, meeting: int) -> None:
    addressees.set_file_pattern(database, "Utdrag {mottagare}")
    lines = plan(database, meeting).to_send

    named = [each.name for each in dispatch.prepare(database, meeting, lines, by=BY, today=NOW.date())]

    assert named == ["Utdrag Tekniska nämnden.pdf", "Utdrag Idrottsalliansen.pdf"]
    with pytest.raises(RuleBroken, match=r"\{datum\}"):
        addressees.set_file_pattern(database, "{dag}")


def test_the_dispatch_note_tells_who_got_what_and_who_waits(
    database: Database, meeting: int, tmp_path: Path
) -> None:
    send(database, meeting, tmp_path)

    [note] = prepare(database, meeting, Kind.DISPATCH)

    said = list(words(note.document))
    start = said.index("Idrottsalliansen")
    assert said[start + 2] == "Med e-post\nkansli@alliansen.example"
    assert said[said.index("Säljaren") + 2] == "Adress saknas"


@pytest.mark.usefixtures("meeting")
def test_the_address_list_refuses_what_leads_nowhere(database: Database) -> None:
    addressees.put_addressee(database, None, name="Nämnder", members=("TN", "Alla"))

    for facts, told in (
        ({"name": "akten"}, "the file itself"),
        ({"name": "idrottsalliansen"}, "already"),
        ({"name": "B", "email": "b ekby.example"}, "no e-mail address"),
        ({"name": "Alla", "members": ("nämnder",)}, "hold itself"),
    ):
        with pytest.raises(RuleBroken, match=told):
            addressees.put_addressee(database, None, **facts)
    assert addressees.unlisted(database) == ("Säljaren",)
    assert undo.undo(database)
    assert len(addressees.book(database).addressees) == 1
