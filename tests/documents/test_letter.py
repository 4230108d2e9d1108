from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.attendance import COUNCIL, DAYS, EKBY, PEOPLE, SECRETARY, year
from documents.reading import missing, page_text, words
from klubban.documents import letter, tree
from klubban.documents.pdf import typeset
from klubban.domain.chronic import Missing

PARISH, BUSINESS = year().missing
SENDER = letter.Sender(
    organisation=replace(EKBY, language="en"),
    body=COUNCIL,
    day=date(2026, 12, 20),
    chair="Åsa Wennergren",
    contact=SECRETARY,
)


def said(of: Missing, **facts: Any) -> list[str]:
    return list(tree.words(letter.build(of, replace(SENDER, **facts))))


def test_an_organisation_is_asked_for_another_representative() -> None:
    text = " | ".join(said(PARISH))

    assert text.startswith(
        "Request for another representative in brottsförebyggande rådet | 20 December 2026"
    )
    assert "Recipient | Ekby församling" in text
    assert "Ekby församling is represented in brottsförebyggande rådet by Eva Torsdotter." in text
    assert "You were represented at 1 of the meetings: 12 February 2026." in text
    assert "appoint another representative" in text


def test_every_meeting_missed_is_named() -> None:
    lines = said(PARISH)

    at = lines.index("Meetings at which you were not represented:")
    assert lines[at + 1 : at + 4] == ["12 May 2026", "12 September 2026", "12 December 2026"]


def test_the_chair_signs_and_the_secretary_answers_questions() -> None:
    lines = said(PARISH)

    assert lines[-2:] == ["Chair", "Åsa Wennergren"]
    assert lines[-3] == "Yours sincerely"
    assert "Disa Qvarnström, disa@ekby.example, 0123-450 14." in lines[-4]


def test_without_a_chair_and_a_secretary_the_line_is_left_to_be_filled_in() -> None:
    lines = said(PARISH, chair="", contact=None)

    assert lines[-2:] == ["Chair", ""]
    assert lines[-4] == "Please answer before the next meeting."


@pytest.mark.parametrize(
    ("meeting", "asked"),
    [
        (date(2027, 2, 12), "Please answer by 29 January 2027, before the next meeting on 12 February 2027."),
        (
            date(2026, 12, 29),
            "Please answer by 28 December 2026, before the next meeting on 29 December 2026.",
        ),
        (date(2026, 12, 21), "Please answer before the next meeting."),
    ],
)
def test_an_answer_is_asked_for_in_time_for_the_next_meeting(meeting: date, asked: str) -> None:
    assert said(PARISH, contact=None, next_meeting=meeting)[-4] == asked


def test_the_sender_has_an_address_where_it_is_known() -> None:
    known = replace(SENDER.organisation, address="Torget 1, Ekby")
    lines = said(PARISH, organisation=known)

    at = lines.index("From")
    assert lines[at + 1 : at + 3] == ["Ekby kommun", "Torget 1, Ekby"]
    assert said(PARISH)[at : at + 2] == ["From", "Ekby kommun"]


@pytest.mark.parametrize(
    ("facts", "party", "signed"),
    [
        ({"party": "S"}, None, "Åsa Wennergren (S)"),
        ({}, "S", "Åsa Wennergren (S)"),
        ({"title": "Kommunpolis"}, None, "Åsa Wennergren, kommunpolis"),
        ({}, None, "Åsa Wennergren"),
    ],
)
def test_the_chair_signs_with_party_or_title(facts: dict[str, str], party: str | None, signed: str) -> None:
    chair = replace(PEOPLE[0], party=None, title=None)

    assert letter.signed_by(replace(chair, **facts), party) == signed  # type: ignore[arg-type] # all are texts


def test_a_member_whose_organisation_sent_others_is_told_so() -> None:
    came = replace(BUSINESS, meetings=((DAYS[0], True), *BUSINESS.meetings[1:]))

    assert any("at others you were represented by somebody else" in line for line in said(came))
    assert any(
        "any of the meetings; you were represented by somebody else" in line for line in said(BUSINESS)
    )
    assert "Meetings missed:" in said(BUSINESS)


@pytest.mark.parametrize(
    ("party", "recipient", "asks", "who"),
    [
        ("C", "The group of C", "take up with the member", "Eva Torsdotter was"),
        (None, "Eva Torsdotter", "tell us whether you can", "You were"),
    ],
)
def test_where_nobody_is_represented_the_party_or_the_member_is_asked(
    party: str | None, recipient: str, asks: str, who: str
) -> None:
    member = Missing(people=(PEOPLE[2],), party=party, meetings=tuple((day, False) for day in DAYS))
    lines = said(member)

    assert lines[lines.index("Recipient") + 1] == recipient
    assert any(asks in line for line in lines)
    assert any(f"{who} not present at any of the meetings." in line for line in lines)


def test_the_page_says_every_word_in_order() -> None:
    document = letter.build(PARISH, SENDER)
    made = typeset(document)

    assert missing(words(document), page_text(made.data, document.running, made.pages)) == []
    assert made.pages == 1
