"""Referrals and rounds of reports: begun, sent, reminded of, answered, compiled for an item."""

from __future__ import annotations

import email
import email.policy
from datetime import date
from pathlib import Path

import pytest

from asked import ASKED, DUE, POLICE, QUESTIONS, SENT, TITLE, begun, decided, paper, read, sent
from builders import findings, minutes, rows, snapshot
from documents.reading import words
from filled_forms import filled_form, saved_form
from klubban.domain.agenda import Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.inquiries_due import InquiryDue, InquiryWants, due
from klubban.domain.referral import InquiryKind
from klubban.domain.text import from_plain, plain
from klubban.operations import (
    compiling,
    inquiries,
    inquiry_documents,
    inquiry_mail,
    inquiry_replies,
    referees,
    undo,
)
from klubban.operations.inquiry_replies import NotAsked
from klubban.store import attachments
from klubban.store import inquiries as store
from klubban.store.database import Database

CAME = date(2016, 4, 20)


def watched(database: Database) -> tuple[InquiryDue, ...]:
    """Return what is wanted of the file's inquiries when they are sent."""
    with database.read() as reading:
        return due(store.due(reading), SENT)


def test_what_an_item_decided_is_asked_as_it_was_minuted(database: Database) -> None:
    inquiry = read(database, begun(database))

    assert (inquiry.title, inquiry.due, inquiry.registry_number) == (TITLE, DUE, "Kst 2015/503")
    assert tuple(each.text for each in inquiry.questions) == QUESTIONS
    assert tuple(str(each.who) for each in inquiry.referees) == ASKED
    with pytest.raises(RuleBroken, match="begun from this item already"):
        inquiries.begin_from_item(database, inquiry.item or 0)


def test_what_was_decided_and_not_begun_is_watched_until_it_is(database: Database) -> None:
    item = decided(database).item

    assert [(each.item, each.title, each.wants) for each in watched(database)] == [
        (item, TITLE, InquiryWants.SEND)
    ]
    inquiries.begin_from_item(database, item)
    assert [(each.item, each.inquiry) for each in watched(database)] == [(None, 1)]


def test_answers_are_never_due_before_the_meeting_that_asked(database: Database) -> None:
    ids = decided(database)

    with pytest.raises(RuleBroken, match="before the meeting on 2016-02-22"):
        inquiries.begin_from_item(database, ids.item, due=date(2016, 2, 1))


def test_a_group_on_the_address_list_stands_for_its_members(database: Database) -> None:
    ids = decided(database)
    with database.change("List") as change:
        change.insert(
            "addressee", organisation_id=1, position=0, name="Nämnderna", members=("Kultur", "Bygg")
        )
    id_ = inquiries.begin_inquiry(database, ids.body, "Mål 2017", DUE, referees=["Nämnderna", "KS"])

    found = read(database, id_).referees

    assert [(each.who.name, each.body) for each in found] == [("Kultur", None), ("Bygg", None), ("KS", 1)]
    with pytest.raises(RuleBroken, match="Kultur is asked already"):
        referees.add_referee(database, id_, "kultur")


def test_a_yearly_round_asks_what_the_last_one_asked(database: Database) -> None:
    first = inquiries.begin_inquiry(
        database,
        minutes(database).body,
        "Rapporter 2016",
        DUE,
        kind=InquiryKind.REPORTS,
        questions=QUESTIONS,
        referees=ASKED,
    )

    again = read(database, inquiries.begin_as_before(database, first, date(2017, 4, 30)))

    assert (again.title, again.kind, again.sent_on) == ("Rapporter 2017", InquiryKind.REPORTS, None)
    assert tuple(each.text for each in again.questions) == QUESTIONS
    assert len(again.referees) == len(ASKED)


def test_what_is_sent_stands_and_only_grows(database: Database) -> None:
    inquiry = sent(database)
    first = inquiry.referees[0]

    for refused in (
        lambda: inquiries.change_question(database, inquiry.questions[0].id, "Annat?"),
        lambda: inquiries.add_question(database, inquiry.id, "Mer?"),
        lambda: inquiries.change_inquiry(database, inquiry.id, title="Annat"),
        lambda: inquiries.remove_inquiry(database, inquiry.id),
        lambda: referees.remove_referee(database, first.id),
        lambda: referees.send(database, inquiry.id, SENT),
    ):
        with pytest.raises(RuleBroken):
            refused()
    inquiries.withdraw_question(database, inquiry.questions[1].id, date(2016, 3, 15), "Utreds")
    referees.add_referee(database, inquiry.id, "Hyresgästföreningen", email="hgf@ekby.example")
    referees.extend(database, inquiry.id, [first.id], date(2016, 5, 31), "Sammanträder sent")
    referees.decline(database, inquiry.referees[2].id, date(2016, 3, 1), "Inga synpunkter")

    now = read(database, inquiry.id)
    assert now.questions[1].withdrawn_because == "Utreds"
    assert now.due_of(now.referees[0]) == date(2016, 5, 31)
    assert [each.is_awaited for each in now.referees] == [True, True, False, False]
    with pytest.raises(RuleBroken, match="has until 2016-05-31 already"):
        referees.extend(database, inquiry.id, [first.id], date(2016, 5, 1), "Igen")


def test_papers_go_out_with_a_draft_for_who_is_reached_by_mail(database: Database, tmp_path: Path) -> None:
    id_ = begun(database)
    inquiry = read(database, id_)
    referees.change_referee(database, inquiry.referees[1].id, email=POLICE)

    gone = inquiry_mail.send_papers(database, id_, tmp_path, SENT)

    assert gone.by_hand == ("Socialnämnden", "Brandkåren Attunda")
    assert (
        sorted(path.suffix for path in gone.paths) == [".docx"] * 3 + [".eml"] + [".html"] * 3 + [".pdf"] * 3
    )
    [draft] = (path for path in gone.paths if path.suffix == ".eml")
    mail = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert mail["To"] == f"Polismyndigheten <{POLICE}>"
    assert [each.get_content_type().rpartition("/")[2] for each in mail.iter_attachments()] == [
        "pdf",
        "vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html",
    ]
    assert {each.sent_on for each in read(database, id_).referees} == {SENT}


def test_a_body_is_reached_at_its_secretary_and_others_by_the_address_list(database: Database) -> None:
    ids = decided(database)
    with database.change("List") as change:
        change.insert("addressee", organisation_id=1, position=0, name="Skolan", email="skolan@ekby.example")
    id_ = inquiries.begin_inquiry(database, ids.body, "Mål", DUE, referees=["KS", "Skolan", "Okänd"])

    assert inquiry_mail.reached(database, read(database, id_), SENT) == {
        1: "helena.savborg@ekby.example",
        2: "skolan@ekby.example",
    }


def test_the_papers_of_the_item_go_along_but_for_what_is_confidential(
    database: Database, tmp_path: Path
) -> None:
    id_ = begun(database)
    for place, title in enumerate(("Program", "Hemlig bilaga")):
        with database.change("Add") as change:
            sha256 = attachments.keep(change, title.encode())
            facts = {"sha256": sha256, "media_type": "application/pdf", "confidential": bool(place)}
            change.insert("document", item_id=1, position=place, number=place + 1, title=title, **facts)
    referees.change_referee(database, read(database, id_).referees[1].id, email=POLICE)

    gone = inquiry_mail.send_papers(database, id_, tmp_path, SENT)

    assert (tmp_path / "Program.pdf").read_bytes() == b"Program"
    assert not [path for path in gone.paths if "emlig" in path.name]
    [draft] = (path for path in gone.paths if path.suffix == ".eml")
    mail = email.message_from_bytes(draft.read_bytes(), policy=email.policy.default)
    assert [each.get_filename() for each in mail.iter_attachments()][-1] == "Program.pdf"


def test_what_is_confidential_goes_by_no_mail_and_has_no_public_version(database: Database) -> None:
    id_ = begun(database, confidential=True)
    referees.change_referee(database, read(database, id_).referees[1].id, email=POLICE)

    ready = inquiry_mail.prepare_papers(database, id_, SENT)

    assert [each.email for each in ready] == [None, None, None]
    with pytest.raises(RuleBroken, match="no public version"):
        inquiry_documents.prepare_compilation(database, id_, SENT, public=True)


def test_who_has_not_answered_is_reminded(database: Database, tmp_path: Path) -> None:
    inquiry = sent(database)
    referees.change_referee(database, inquiry.referees[1].id, email=POLICE)
    inquiry_replies.register_reply(database, inquiry.referees[0].id, day=CAME, texts={1: from_plain("Ja")})

    gone = inquiry_mail.send_reminders(database, inquiry.id, tmp_path, DUE, [inquiry.referees[1].id])

    assert read(database).referees[1].reminders == (DUE,)
    assert sorted(path.suffix for path in gone.paths) == [".docx", ".eml", ".html"]
    with pytest.raises(RuleBroken, match="No answer of Socialnämnden is awaited"):
        referees.remind(database, inquiry.id, [inquiry.referees[0].id], DUE)


def test_an_answer_to_a_withdrawn_question_is_kept_beside_the_others(database: Database) -> None:
    inquiry = sent(database)
    inquiries.withdraw_question(database, inquiry.questions[1].id, date(2016, 3, 15), "Utreds")

    inquiry_replies.register_reply(
        database,
        inquiry.referees[0].id,
        day=CAME,
        by="Eva Ek",
        texts={1: from_plain("Ja"), 2: from_plain("Fältarbete")},
    )

    reply = read(database).referees[0].reply
    assert reply is not None
    assert [(each.number, plain(each.text)) for each in reply.texts] == [(1, "Ja")]
    assert "question 2, which was withdrawn on 15 March 2016" in plain(reply.text)
    assert plain(reply.text).endswith("Fältarbete")


def test_an_answer_needs_words_a_question_and_a_day_on_which_it_can_have_come(database: Database) -> None:
    referee = sent(database).referees[0].id

    for told, facts in (
        ("Write what Socialnämnden answered", {"day": CAME}),
        ("no question 4", {"day": CAME, "texts": {4: from_plain("Ja")}}),
        ("cannot have been answered before", {"day": date(2016, 2, 1), "texts": {1: from_plain("Ja")}}),
    ):
        with pytest.raises(RuleBroken, match=told):
            inquiry_replies.register_reply(database, referee, **facts)


@pytest.mark.parametrize("ending", ["docx", "json"])
def test_a_form_comes_back_as_it_was_filled_in(database: Database, tmp_path: Path, ending: str) -> None:
    inquiry = sent(database)
    form = inquiry_documents.prepare_form(database, inquiry.id, SENT, inquiry.referees[1].id).document
    inquiries.withdraw_question(database, inquiry.questions[1].id, date(2016, 3, 15), "Utreds")
    answers = {"q1": "Ja.\n\nI stort.", "q2": "Fältarbete", "beside": "Tack", "by": "Nils, kommunpolis"}
    fill = filled_form if ending == "docx" else saved_form
    data = fill(form, answers)

    inquiry_replies.import_form(database, inquiry.id, paper(tmp_path, f"svar.{ending}", data), day=CAME)

    reply = read(database).referees[1].reply
    assert reply is not None
    assert (reply.by, reply.from_form, reply.received_on) == ("Nils, kommunpolis", True, CAME)
    assert [(each.number, plain(each.text)) for each in reply.texts] == [(1, "Ja.\n\nI stort.")]
    assert plain(reply.text).startswith("Tack")
    assert plain(reply.text).endswith("Fältarbete")
    with database.read() as reading:
        assert attachments.content(reading, reply.sha256 or "") == data
    with pytest.raises(RuleBroken, match="registered already, as the answer of Polismyndigheten"):
        inquiry_replies.import_form(database, inquiry.id, tmp_path / f"svar.{ending}", day=CAME)
    assert findings(database) == []


def test_a_later_form_stands_for_the_earlier_and_both_are_kept(database: Database, tmp_path: Path) -> None:
    inquiry = sent(database)
    document = inquiry_documents.prepare_form(database, inquiry.id, SENT, inquiry.referees[1].id).document
    for day, words_ in ((CAME, "Ja"), (DUE, "Nej")):
        came = paper(tmp_path, f"{words_}.json", saved_form(document, {"q1": words_}))
        inquiry_replies.import_form(database, inquiry.id, came, day=day)

    [_socialt, police, _fire] = read(database).referees

    assert len(police.replies) == 2
    assert police.reply is not None
    assert plain(police.reply.texts[0].text) == "Nej"


def test_a_form_of_another_inquiry_or_an_empty_one_is_refused_by_name(
    database: Database, tmp_path: Path
) -> None:
    inquiry = sent(database)
    other = inquiries.begin_inquiry(database, inquiry.body, "Mål 2017", DUE, referees=["Kultur"])
    form = inquiry_documents.prepare_form(database, other, SENT).document
    own = inquiry_documents.prepare_form(database, inquiry.id, SENT, inquiry.referees[0].id).document

    wrong = paper(tmp_path, "fel.json", saved_form(form, {"beside": "Hej"}))
    empty = paper(tmp_path, "tom.docx", filled_form(own, {}))

    with pytest.raises(RuleBroken, match="answers Mål 2017, and not Trygghetsskapande program"):
        inquiry_replies.import_form(database, inquiry.id, wrong, day=CAME)
    with pytest.raises(RuleBroken, match="is empty: nobody has written"):
        inquiry_replies.import_form(database, inquiry.id, empty, day=CAME)


def test_somebody_who_was_not_asked_is_offered_and_added(database: Database, tmp_path: Path) -> None:
    inquiry = sent(database)
    form = inquiry_documents.prepare_form(database, inquiry.id, SENT).document
    came = paper(tmp_path, "svar.json", saved_form(form, {"who": "Villaägarna", "q3": "Belysning"}))

    with pytest.raises(NotAsked, match="Villaägarna was not asked"):
        inquiry_replies.import_form(database, inquiry.id, came, day=CAME)
    inquiry_replies.import_form(database, inquiry.id, came, day=CAME, adding="Villaägarna")

    assert str(read(database).referees[-1].who) == "Villaägarna"
    assert read(database).referees[-1].reply is not None


def test_who_stands_before_a_form_that_is_out_stays_in_the_list(database: Database) -> None:
    id_ = begun(database)
    first, second, last = (each.id for each in read(database, id_).referees)
    referees.send(database, id_, SENT, [second])

    with pytest.raises(RuleBroken, match="counts its place"):
        referees.remove_referee(database, first)
    referees.remove_referee(database, last)

    assert [each.id for each in read(database, id_).referees] == [first, second]


def test_answers_become_a_document_of_the_item_that_presents_them(database: Database) -> None:
    inquiry = sent(database)
    with database.change("Plan") as change:
        item = change.insert("item", meeting_id=1, position=1, title="Svar på remissen")
    with pytest.raises(RuleBroken, match="Nobody has answered"):
        compiling.compile_for_item(database, inquiry.id, item, DUE)
    inquiry_replies.register_reply(database, inquiry.referees[0].id, day=CAME, texts={1: from_plain("Ja")})
    before = rows(database)

    made = compiling.compile_for_item(database, inquiry.id, item, DUE, close=False)
    inquiry_replies.register_reply(database, inquiry.referees[1].id, day=DUE, texts={1: from_plain("Nej")})
    again = compiling.compile_for_item(database, inquiry.id, item, DUE)

    [document] = snapshot(database).item_by_id(item).documents
    assert made == again == document.id
    assert (document.media_type, document.number) == ("application/pdf", 1)
    assert snapshot(database).item_by_id(item).inquiry == inquiry.id
    assert snapshot(database).item_by_id(item).origin is Origin.REFERRAL
    assert (read(database).meeting, read(database).closed_on) == (1, DUE)
    for _step in range(3):
        undo.undo(database)
    assert rows(database) == before


def test_answers_come_on_the_agenda_that_is_to_have_them(database: Database) -> None:
    inquiry = sent(database)
    inquiry_replies.register_reply(database, inquiry.referees[0].id, day=CAME, texts={1: from_plain("Ja")})

    item = compiling.compile_for_meeting(database, inquiry.id, 1, DUE, close=False)
    again = compiling.compile_for_meeting(database, inquiry.id, 1, DUE)

    found = snapshot(database).item_by_id(item)
    assert again == item
    assert (found.title, found.inquiry, found.origin) == (TITLE, inquiry.id, Origin.REFERRAL)
    assert [each.number for each in found.documents] == [1]


def test_reports_are_merged_by_unit(database: Database) -> None:
    id_ = inquiries.begin_inquiry(
        database,
        decided(database).body,
        "Verksamhetsrapporter",
        DUE,
        kind=InquiryKind.REPORTS,
        questions=["Vad har hänt?"],
        referees=["Fritid", "Skola"],
    )
    referees.send(database, id_, SENT)
    for each in read(database, id_).referees:
        inquiry_replies.register_reply(
            database, each.id, day=CAME, texts={1: from_plain(f"{each.who} lugnt")}
        )

    merged = words(inquiry_documents.prepare_compilation(database, id_, DUE).document)

    assert merged[0] == "Collected report"
    assert merged.index("Fritid lugnt") < merged.index("Skola lugnt")
    assert "Unit" in merged
