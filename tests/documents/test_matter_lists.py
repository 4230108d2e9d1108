"""The list of what is unanswered, and that of delegated decisions: what they say, on a page too."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from documents.reading import folded, missing, page_text, words
from klubban.documents import delegated, matter_words, submissions, tree
from klubban.documents.pdf import typeset
from klubban.domain.agenda import Delegated
from klubban.domain.body import Body, Organisation
from klubban.domain.matter_history import Handled
from klubban.domain.meeting import Matter, Outcome, Submission, SubmissionKind
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.submissions import Raised
from klubban.i18n import texts

DAY = date(2026, 11, 22)
EKBY = Organisation(name="Ekby kommun", language="en")
KS = Body(id=2, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=PRESETS[BodyKind.COMMITTEE])
PROPOSED = Handled(
    item=1,
    meeting=1,
    body=2,
    body_name="Kommunstyrelsen",
    date=date(2026, 11, 16),
    title="Motion om bussresor",
    number=149,
    place=7,
    outcome=Outcome.DECIDED,
    proposes_to=("Kommunfullmäktige",),
)


def one(id_: int, kind: SubmissionKind, day: date, *handled: Handled, **facts: Any) -> Raised:
    submission = Submission(kind=kind, by="Rut Almåker (KD)", date=day)
    matter = Matter(id=id_, key=str(id_), title=f"Ärende {id_}", submission=submission, **facts)
    return Raised(matter, submission, handled)


def listed(*raised: Raised) -> tree.Document:
    return submissions.build(submissions.Waiting(organisation=EKBY, raised=raised, assemblies=(1,), day=DAY))


def said(document: tree.Document) -> str:
    return " | ".join(tree.words(document))


LATE = one(1, SubmissionKind.MEMBER_MOTION, date(2025, 9, 3), registry_number="KS 2025/288")
WAITS = one(2, SubmissionKind.MEMBER_MOTION, date(2026, 2, 9), PROPOSED)
LEFT = one(3, SubmissionKind.CITIZEN_PROPOSAL, date(2026, 3, 3), body=2)
GIVEN = one(4, SubmissionKind.CITIZEN_PROPOSAL, date(2026, 1, 3), closed=date(2026, 5, 4), body=2)
ASKED = one(5, SubmissionKind.INTERPELLATION, date(2026, 10, 3))


def test_what_is_late_is_counted_first_and_each_says_where_it_is() -> None:
    words_ = said(listed(LATE, WAITS, ASKED))

    assert "2 wait for an answer; 1 of them for more than a year." in words_
    told = words_.replace("\u00a0", " ")
    assert (
        "raised on 3 September 2025 | not on any agenda yet | 3 September 2026\n2 months too late"
    ) in told
    assert (
        "Kommunstyrelsen 16 November 2026, § 149: proposed to kommunfullmäktige"
        " | 9 February 2027\n2 months left"
    ) in told
    assert words_.index("Members’ motions") < words_.index("Interpellations")


def test_what_is_answered_is_not_in_the_list() -> None:
    answered = one(6, SubmissionKind.MEMBER_MOTION, date(2026, 2, 9), closed=date(2026, 4, 1))

    words_ = said(listed(answered))

    assert "None waits for an answer." in words_
    assert "Ärende 6" not in words_


def test_what_committees_decide_stands_apart_with_what_they_decided_in_the_last_year() -> None:
    old = one(7, SubmissionKind.CITIZEN_PROPOSAL, date(2024, 1, 3), closed=date(2025, 5, 4), body=2)

    words_ = said(listed(LEFT, GIVEN, old))

    assert "None waits for an answer." in words_
    assert words_.index("Not yet decided") < words_.index("Ärende 3") < words_.index("Ärende 4")
    assert "Ärende 7" not in words_


def test_a_page_shows_all_that_the_list_says() -> None:
    document = listed(LATE, WAITS, LEFT, GIVEN, ASKED)

    made = typeset(document)

    assert missing(words(document), page_text(made.data, document.running, made.pages)) == []


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "the last day is today"),
        (1, "1 day left"),
        (-1, "1 day too late"),
        (13, "13 days left"),
        (14, "2 weeks left"),
        (-60, "8 weeks too late"),
        (61, "2 months left"),
        (365, "12 months left"),
        (-400, "13 months too late"),
    ],
)
def test_time_is_told_in_words_that_fit_its_length(days: int, told: str) -> None:
    assert matter_words.time_left(days, texts("en")) == told


def decided(id_: int, day: date | None, **facts: Any) -> Delegated:
    return Delegated(id=id_, body=2, title=f"Beslut {id_}", on=day, by="Planchefen", **facts)


def decisions(*found: Delegated, **facts: Any) -> tree.Document:
    return delegated.build(delegated.Reported(organisation=EKBY, body=KS, decisions=found, day=DAY, **facts))


def test_the_urgent_ones_come_first_and_the_others_by_day() -> None:
    document = decisions(
        decided(1, date(2026, 11, 12), basis="A 1.2"),
        decided(2, None),
        decided(3, date(2026, 11, 3)),
        decided(4, date(2026, 11, 20), urgent=True),
    )

    words_ = said(document)

    places = [
        words_.index(each)
        for each in ("Urgent decisions", "Beslut 4", "Other", "Beslut 3", "Beslut 1", "Beslut 2")
    ]
    assert places == sorted(places)
    assert "4 decisions, taken 3–20\u00a0November\u00a02026." in words_
    made = typeset(document)
    assert folded("A 1.2") in page_text(made.data, document.running, made.pages)


def test_an_empty_list_says_so() -> None:
    assert "No delegated decisions to report." in said(decisions())


def test_the_list_says_to_whom_and_when_it_is_reported() -> None:
    assert "Reported to kommunstyrelsen on 22 November 2026" in said(decisions(at_meeting=True))
