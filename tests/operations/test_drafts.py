"""The draft goes to those who sign the protocol, they answer, and verification may be put off."""

from __future__ import annotations

from datetime import date, time
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from builders import Minutes, minutes, snapshot
from klubban.documents.tree import words
from klubban.domain.body import Named
from klubban.domain.decided import OpinionKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.text import from_plain, plain
from klubban.operations import drafts, drafts_mail, meetings, notes_mail, session, undo, verifiers, verifying
from klubban.operations.naming import named_at
from klubban.store.database import Database

EVA, BO = Named(name="Eva Asp", party="S"), Named(name="Bo Ek", party="M")
SENT, UNTIL = date(2016, 2, 23), date(2016, 2, 25)
NEXT = date(2016, 3, 14)


@pytest.fixture
def ids(database: Database) -> Minutes:
    """Return a closed meeting of §§ 1-2, with Eva in the chair, and Bo, who has no address, to verify."""
    found = minutes(database, ("A", "B"), number=None)
    with database.change("Who runs it") as change:
        change.insert("organisation", name="Ekby", language="sv")
        eva = change.insert("person", key="eva", name=EVA.name, party=EVA.party, email="eva@ekby.example")
        who = Named(name=EVA.name, party=EVA.party, person=eva)
        change.update("meeting", found.meeting, **named_at("chair_", who))
    session.open_meeting(database, found.meeting, time(18, 30))
    verifiers.choose_verifiers(database, found.meeting, [BO])
    session.close_meeting(database, found.meeting, time(20))
    return found


@pytest.fixture
def sent(database: Database, ids: Minutes) -> Minutes:
    """Return it when its draft has been sent."""
    drafts.send_draft(database, ids.meeting, on=SENT, comments_by=UNTIL)
    return ids


def dissenting(database: Database, ids: Minutes) -> int:
    """Note that Bo dissents from § 2, and return that."""
    text = from_plain("Det var återremiss som beslutades.")
    return drafts.add_comment(database, ids.meeting, BO, text, on=SENT, item=ids.items[1], dissent=True)


def test_the_draft_is_mailed_to_chair_and_verifiers_marked_on_each_page(
    database: Database, sent: Minutes, tmp_path: Path
) -> None:
    prepared = drafts_mail.prepare_draft_mail(database, sent.meeting)

    written = notes_mail.write_mail(prepared.mail, tmp_path)

    message = message_from_bytes(written.read_bytes(), policy=default)
    assert message["Bcc"] == "Eva Asp <eva@ekby.example>"
    assert prepared.unreachable == ("Bo Ek (M)",)
    assert prepared.mail.document.document.running.draft == "UTKAST"
    [attached] = message.iter_attachments()
    assert attached.get_content_type() == "application/pdf"


def test_comments_come_by_paragraph_and_are_settled_in_words(database: Database, sent: Minutes) -> None:
    comment = dissenting(database, sent)

    drafts.settle(database, comment, "Ordföranden och Bo Ek har gått igenom  ljudupptagningen.")

    [found] = snapshot(database).objections
    assert (found.by, found.item, found.dissent) == (BO, sent.items[1], True)
    assert found.settled == "Ordföranden och Bo Ek har gått igenom ljudupptagningen."
    drafts.settle(database, comment, None)
    assert snapshot(database).objections[0].settled is None


def test_a_dissent_is_noted_in_the_protocol_and_settled_so(database: Database, sent: Minutes) -> None:
    comment = dissenting(database, sent)

    drafts.note_dissent(database, comment, on=UNTIL)

    [opinion] = snapshot(database).items[1].opinions
    assert (opinion.kind, opinion.by) == (OpinionKind.NOTE, (BO,))
    assert plain(opinion.text).endswith("Det var återremiss som beslutades.")
    assert snapshot(database).objections[0].settled is not None
    undo.undo(database)
    assert snapshot(database).items[1].opinions == ()


def test_a_dissent_of_no_paragraph_is_noted_nowhere(database: Database, sent: Minutes) -> None:
    comment = drafts.add_comment(database, sent.meeting, BO, from_plain("Allt."), on=None, dissent=True)

    with pytest.raises(RuleBroken, match=r"which paragraph Bo Ek \(M\) dissents from"):
        drafts.note_dissent(database, comment, on=UNTIL)


def test_a_comment_is_changed_and_taken_back(database: Database, sent: Minutes) -> None:
    comment = dissenting(database, sent)

    drafts.change_comment(database, comment, text=from_plain("Stavfel."), dissent=False, item=None)

    [found] = snapshot(database).objections
    assert (plain(found.text), found.dissent, found.item) == ("Stavfel.", False, None)
    with pytest.raises(RuleBroken, match="nobody answered before"):
        drafts.change_comment(database, comment, on=date(2016, 1, 1))
    drafts.remove_comment(database, comment)
    assert snapshot(database).objections == ()


def test_nobody_comments_on_what_was_not_sent(database: Database, ids: Minutes) -> None:
    with pytest.raises(RuleBroken, match="has not been sent yet"):
        dissenting(database, ids)
    with pytest.raises(RuleBroken, match="Note first when the draft goes out"):
        drafts_mail.prepare_draft_mail(database, ids.meeting)


@pytest.mark.parametrize(
    ("on", "until", "says"),
    [
        (date(2016, 2, 21), UNTIL, "when the meeting is over, on 2016-02-22 or later"),
        (SENT, date(2016, 2, 22), "Comments can come until 2016-02-23"),
    ],
)
def test_days_of_a_draft_that_cannot_be(
    database: Database, ids: Minutes, on: date, until: date, says: str
) -> None:
    with pytest.raises(RuleBroken, match=says):
        drafts.send_draft(database, ids.meeting, on=on, comments_by=until)


def test_a_draft_with_comments_was_sent(database: Database, sent: Minutes) -> None:
    dissenting(database, sent)

    with pytest.raises(RuleBroken, match="There are comments on the draft already"):
        drafts.send_draft(database, sent.meeting, on=None, comments_by=None)


def test_verification_is_put_off_and_comes_on_the_next_agenda_by_itself(
    database: Database, sent: Minutes
) -> None:
    later = meetings.add_meeting(database, sent.body, NEXT, start=time(18, 30))
    verifying.make_ready(database, sent.meeting, today=SENT)
    [verification] = snapshot(database).verifications

    item = drafts.put_off(database, verification.id, "Oense om § 2", today=UNTIL)

    [after] = snapshot(database).verifications
    assert (after.moved_to, after.moved_because, after.ready_on) == (NEXT, "Oense om § 2", None)
    assert snapshot(database).stage is Stage.CLOSED
    [found] = [each for each in snapshot(database, later).items if each.id == item]
    assert "22 februari 2016, §§ 1–2" in found.title


def test_without_a_later_meeting_verification_is_not_put_off(database: Database, sent: Minutes) -> None:
    [verification] = snapshot(database, sent.meeting).verifications

    with pytest.raises(RuleBroken, match="No later meeting of Kommunstyrelsen is planned"):
        drafts.put_off(database, verification.id, "Oense", today=UNTIL)


def test_nothing_confidential_goes_with_the_mail(database: Database, sent: Minutes) -> None:
    with database.change("Secret") as change:
        change.update("item", sent.item, title="Stöd till Nils Nilsson", confidential=True)
        change.update("item", sent.items[1], summary=from_plain("Öppet."))

    mail = drafts_mail.prepare_draft_mail(database, sent.meeting).mail

    told = " ".join(words(mail.document.document))
    assert "Öppet." in told
    assert "Nils" not in told + mail.text + mail.subject
    assert len(mail.text.splitlines()) == 5
