"""What a protocol still lacks before it is verified: found, led to its place, and said in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from documents.meetings import ASP, EK, OMAN, OSTH, body, plain_meeting, real_meeting
from klubban.documents.checklist_words import place, sentence
from klubban.domain import decided as d
from klubban.domain.agenda import Act, AgendaAct, ItemKind
from klubban.domain.checked_texts import left_over, wrong_days
from klubban.domain.checklist import checklist
from klubban.domain.habits import Part
from klubban.domain.meeting import (
    Attendee,
    AttendsAs,
    Disqualification,
    Item,
    Meeting,
    Outcome,
    Recess,
    Stage,
)
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.points import PointKind
from klubban.domain.roll import Deviates, Deviation
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.domain.verification import Verification
from klubban.i18n import texts

DAY, TODAY = date(2026, 11, 12), date(2026, 11, 13)
FINE = Item(
    id=1,
    title="Budget",
    number=70,
    kind=ItemKind.DECISION,
    outcome=Outcome.DECIDED,
    decision=from_plain("Budgeten antas."),
    recipients=("Ekonomi",),
)
CHOSEN = Verification(id=1, verifiers=(EK, ASP), date=date(2026, 11, 16))
MEETING = replace(
    plain_meeting(),
    body=replace(body(), seats=3),
    stage=Stage.CLOSED,
    opened=time(13),
    end=time(15),
    chair=OMAN,
    attendance=tuple(
        Attendee(id=n, who=who, attends_as=AttendsAs.MEMBER) for n, who in enumerate((OMAN, EK, ASP))
    ),
    items=(FINE,),
    verifications=(CHOSEN,),
)


def with_item(**facts: Any) -> Meeting:
    """Return the meeting with facts of its item."""
    return replace(MEETING, items=(replace(FINE, **facts),))


def said(meeting: Meeting, **facts: Any) -> list[str]:
    """Return the sentences, each with where it leads."""
    english = texts("en")
    lines = [
        f"{place(each, meeting, english)} {each.part or ''}: {sentence(each, meeting, english)}"
        for each in checklist(meeting, TODAY, **facts)
    ]
    return [line.replace("\u00a0", " ") for line in lines]


def motion(asks: d.Asks = d.Asks.REJECT, **facts: Any) -> d.Motion:
    """Return a motion by Ek."""
    return d.Motion(**{"id": 1, "asks": asks, "by": (EK,), **facts})


def vote(*votes: tuple[Any, d.Vote], **facts: Any) -> dict[str, Any]:
    """Return the facts of an item with one vote."""
    return {"divisions": (d.Division(**{"id": 1, "yes": "Bifall", "no": "Avslag", "votes": votes, **facts}),)}


def opinion(**facts: Any) -> dict[str, Any]:
    """Return the facts of an item with a reservation by Ek."""
    told = {"id": 1, "kind": d.OpinionKind.RESERVATION, "by": (EK,), **facts}
    return {"opinions": (d.Opinion(**told),)}


YES, NO = d.Vote.YES, d.Vote.NO
ASSEMBLY = replace(MEETING, body=replace(body(BodyKind.ASSEMBLY, "Kommunfullmäktige"), seats=3))
ADDED = AgendaAct(id=1, act=Act.ADDED, by="Eva Asp (C)")


def elected(**facts: Any) -> dict[str, Any]:
    """Return the facts of an item with a ballot in which Ek was elected, and Asp got three votes."""
    candidates = (
        d.Candidate(id=1, who=EK, elected=True, **facts),
        d.Candidate(id=2, who=ASP, votes=3),
    )
    return {
        "elections": (
            d.Election(id=1, office="revisor", method=d.ElectionMethod.BALLOT, candidates=candidates),
        )
    }


CASES: dict[str, tuple[Meeting, str]] = {
    "the assembly decided what was not announced": (
        replace(ASSEMBLY, items=(replace(FINE, acts=(ADDED,)),)),
        "§ 70 decision: It came after the announcement, and is decided only if all who are present agree "
        "(KL ch. 5 s. 52).",
    ),
    "a minority that says no reasons": (
        replace(
            ASSEMBLY,
            items=(
                replace(
                    FINE,
                    motions=(motion(d.Asks.REFER_BACK),),
                    **vote(
                        (OMAN, d.Vote.YES),
                        (ASP, d.Vote.YES),
                        (EK, d.Vote.NO),
                        question=d.Question.REFER_BACK,
                        no_motion=1,
                        minority=True,
                    ),
                ),
            ),
        ),
        "§ 70 motions: A minority referred it back, and its reasons are not written (KL ch. 5 s. 50).",
    ),
    "authority over somebody, noted when all had voted": (
        with_item(
            exercise_of_authority=True,
            **vote((OMAN, d.Vote.YES), (ASP, d.Vote.YES), (EK, d.Vote.ABSTAINED)),
        ),
        "§ 70 divisions: Britta Ek (M) took no part, and had to: it is exercise of authority "
        "(KL ch. 4 s. 26).",
    ),
    "a motion of somebody disqualified": (
        with_item(
            motions=(motion(d.Asks.OTHER, text=from_plain("att budgeten halveras")),),
            puts=(d.Put(id=1, puts=d.Puts.MAIN, adopted=d.Adopted.MOTION, motion=1),),
            disqualifications=(Disqualification(id=1, who=EK),),
        ),
        "§ 70 motions: Britta Ek (M) made a motion, and took no part in the matter.",
    ),
    "approval of two proposals, put as one": (
        with_item(
            motions=(
                motion(d.Asks.APPROVE, text=from_plain("förvaltningens förslag")),
                motion(d.Asks.APPROVE, id=2, by=(ASP,), text=from_plain("arbetsutskottets förslag")),
            ),
        ),
        "§ 70 motions: Approval is moved of förvaltningens förslag and of arbetsutskottets förslag, which "
        "are put as one; note what is moved against the proposal as a proposal of its own.",
    ),
    "elected with fewer votes": (
        with_item(**elected(votes=2)),
        "§ 70 elections: Britta Ek (M) is elected with fewer votes than somebody who is not.",
    ),
    "elected after a tie without a lot": (
        with_item(**elected(votes=3)),
        "§ 70 elections: Britta Ek (M) is elected with as many votes as somebody who is not, and no lot is "
        "noted (KL ch. 5 s. 56).",
    ),
    "a reservation in favour of what won": (
        with_item(
            motions=(motion(d.Asks.OTHER, text=from_plain("att budgeten halveras")),),
            puts=(d.Put(id=1, puts=d.Puts.MAIN, adopted=d.Adopted.MOTION, motion=1),),
            **opinion(motion=1),
        ),
        "§ 70 opinions: Britta Ek (M) has a reservation in favour of a motion that was approved.",
    ),
    "a ballot that the chair decided": (
        with_item(**vote(ballot=d.Ballot(yes=1, no=1, blank=1), casting_vote=d.Vote.YES)),
        "§ 70 divisions: The tie in the vote is broken by lot after a ballot (KL ch. 5 s. 56).",
    ),
    "an open vote that a lot decided": (
        with_item(**vote((OMAN, d.Vote.YES), (ASP, d.Vote.ABSTAINED), (EK, d.Vote.NO), lot=d.Vote.YES)),
        "§ 70 divisions: Lots are drawn about elections and employment only, after a ballot; the vote was "
        "open (KL ch. 5 s. 54 and 56).",
    ),
    "a member absent in whose seat an alternate voted": (
        replace(
            with_item(**vote((OMAN, d.Vote.YES), (ASP, d.Vote.YES), (OSTH, d.Vote.NO), (EK, d.Vote.ABSENT))),
            attendance=(
                *(one for one in MEETING.attendance if one.who is not EK),
                Attendee(id=9, who=OSTH, attends_as=AttendsAs.SERVING_ALTERNATE, serves_for=EK),
            ),
        ),
        "§ 70 divisions: 4 are counted in the vote, and 3 could vote.",
    ),
    "no outcome": (
        with_item(outcome=None, decision=()),
        "§ 70 decision: It is not noted what became of it.",
    ),
    "no decision": (
        with_item(decision=()),
        "§ 70 decision: It is noted as decided, and the decision is not written.",
    ),
    "no number": (
        replace(MEETING, items=(FINE, replace(FINE, id=2, number=None, title="Upprop"))),
        "Upprop : It has no paragraph number.",
    ),
    "a motion nobody made": (
        with_item(motions=(motion(d.Asks.POSTPONE, by=()),), proceedings=from_plain("Hon frågar.")),
        "§ 70 motions: It is not noted who made a motion.",
    ),
    "a motion without words": (
        with_item(motions=(motion(d.Asks.ADD),), proceedings=from_plain("Hon frågar.")),
        f"§ 70 motions: The motion by {EK} has no words.",
    ),
    "a motion never put": (
        with_item(motions=(motion(by=(EK, ASP)),), proposal=from_plain("Anta.")),
        f"§ 70 motions: The motion by {EK} and 1 more was never put.",
    ),
    "a question nobody answered": (
        with_item(motions=(motion(),), puts=(d.Put(id=1, puts=d.Puts.MAIN),), proposal=from_plain("Anta.")),
        "§ 70 proceedings: It is not noted what the chair found.",
    ),
    "a formal question nobody answered": (
        with_item(motions=(motion(d.Asks.REFER_BACK),), puts=(d.Put(id=1, puts=d.Puts.REFER_BACK),)),
        "§ 70 proceedings: It is not noted what the chair found about the referral back.",
    ),
    "a vote without meaning": (
        with_item(**vote((OMAN, YES), (EK, YES), (ASP, NO), yes=" ")),
        "§ 70 divisions: It is not said what yes and no mean in the vote.",
    ),
    "a vote without answers": (
        with_item(**vote()),
        "§ 70 divisions: No answers are noted in the vote.",
    ),
    "an answer missing": (
        with_item(**vote((OMAN, YES))),
        f"§ 70 divisions: {EK} and 1 more could vote, and has no answer in the vote.",
    ),
    "somebody who did not serve": (
        with_item(**vote((OMAN, YES), (EK, YES), (ASP, NO), (OSTH, NO))),
        f"§ 70 divisions: {OSTH} has a vote, and did not serve.",
    ),
    "somebody twice": (
        with_item(**vote((OMAN, YES), (EK, YES), (ASP, NO), (EK, YES))),
        f"§ 70 divisions: {EK} has two answers in one vote.",
    ),
    "a tie": (
        with_item(**vote((OMAN, YES), (EK, d.Vote.ABSTAINED), (ASP, NO))),
        "§ 70 divisions: There are as many yes as no in the vote.",
    ),
    "more ballots than voters": (
        with_item(**vote(ballot=d.Ballot(yes=3, no=1))),
        "§ 70 divisions: 4 are counted in the vote, and 3 could vote.",
    ),
    "against a rule, with its reason": (
        with_item(deviations=(Deviation(id=1, rule=Deviates.QUORUM, reason="Snöstorm."),)),
        "§ 70 quorum: It was decided without a quorum. Snöstorm.",
    ),
    "too few to decide": (
        replace(MEETING, body=replace(body(), seats=7)),
        "§ 70 quorum: It was decided without a quorum. No reason is noted.",
    ),
    "a reservation by one not deciding": (
        with_item(**opinion(by=(OSTH,))),
        f"§ 70 opinions: {OSTH} has a reservation, and took no part in the decision.",
    ),
    "a late reservation": (
        with_item(**opinion(lodged_on=DAY, lodged_at=time(15, 10))),
        f"§ 70 opinions: The reservation by {EK} was lodged after the meeting (KL ch. 4 s. 27).",
    ),
    "a reservation that never came": (
        with_item(**opinion(awaited=True)),
        f"§ 70 opinions: The reservation by {EK} awaits its written reasons.",
    ),
    "a disqualified verifier": (
        with_item(disqualifications=(Disqualification(id=1, who=EK),)),
        f"§ 70 : {EK} verifies it, and was disqualified.",
    ),
    "no dispatch": (
        with_item(recipients=()),
        "§ 70 recipients: It is not said to whom the decision is sent.",
    ),
    "at once without signature": (
        with_item(verified_immediately=True),
        "§ 70 immediate: It is to be verified at once, and no signature is noted.",
    ),
    "left-over words": (
        with_item(decision=from_plain("<namn> får i uppdrag att …")),
        "§ 70 decision: “<namn>” is left over in the decision.",
    ),
    "a wrong weekday": (
        with_item(summary=from_plain("Mötet hölls fredagen den 12 november 2026.")),
        "§ 70 summary: “fredagen den 12 november 2026” in the summary: that day is a Thursday.",
    ),
    "a day that does not exist": (
        with_item(summary=from_plain("Svar senast den 31 februari.")),
        "§ 70 summary: There is no such day as “31 februari” in the summary.",
    ),
    "no verifiers": (
        replace(MEETING, verifications=()),
        "The meeting : It is not noted who verifies beside the chair.",
    ),
    "too few verifiers": (
        replace(MEETING, verifications=(replace(CHOSEN, verifiers=(EK, OMAN)),)),
        "The meeting : 1 verifies beside the chair; 2 are to.",
    ),
    "an absent verifier": (
        replace(MEETING, verifications=(replace(CHOSEN, verifiers=(EK, OSTH)),)),
        f"The meeting : {OSTH} is to verify § 70, and was not there.",
    ),
    "verified before the meeting": (
        replace(MEETING, verifications=(replace(CHOSEN, date=date(2026, 11, 11)),)),
        "The meeting : The verification is on 11 November 2026, before the meeting ended on"
        " 12 November 2026.",
    ),
    "verified after fourteen days": (
        replace(MEETING, verifications=(replace(CHOSEN, date=date(2026, 11, 27)),)),
        "The meeting : The verification is on 27 November 2026, after 26 November 2026, the last day"
        " (KL ch. 5 s. 69).",
    ),
    "times that run backwards": (
        replace(MEETING, recesses=(Recess(id=1, starts=time(14), ends=time(13, 30)),)),
        "The meeting : The times run backwards: it was 14:00 already, and cannot be 13:30.",
    ),
    "closed before it was opened": (
        replace(MEETING, end=time(12)),
        "The meeting : The times run backwards: it was 13:00 already, and cannot be 12:00.",
    ),
    "not closed": (replace(MEETING, stage=Stage.IN_SESSION), "The meeting : The meeting is not closed yet."),
    "nobody there": (replace(MEETING, attendance=()), "The meeting : Nobody is noted as present."),
    "a number skipped": (
        replace(MEETING, items=(FINE, replace(FINE, id=2, number=72))),
        "The meeting : § 71 is missing in the series.",
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_what_is_lacking_is_said_with_its_place(what: str) -> None:
    meeting, expected = CASES[what]

    assert expected in said(meeting)


def test_a_protocol_that_is_as_it_should_be_has_no_points() -> None:
    assert said(MEETING) == []


def test_scratch_lines_and_stale_texts_are_told_of() -> None:
    assert said(MEETING, scratch={1: 2}, stale={(1, Part.DECISION)}) == [
        "§ 70 decision: What was recorded has changed since the text was written in the decision.",
        "§ 70 : 2 lines wait to be sorted in.",
    ]


def test_what_was_noted_with_a_reason_is_told_of_once() -> None:
    noted = Deviation(id=1, rule=Deviates.OTHER, reason="Ordföranden tillät det.", who=OSTH)

    assert said(with_item(**opinion(by=(OSTH,)), deviations=(noted,))) == [
        f"§ 70 quorum: Something about {OSTH} was against the rules. Ordföranden tillät det."
    ]


def test_notes_of_a_group_need_neither_verifiers_nor_decisions() -> None:
    forum = replace(MEETING, body=body(BodyKind.FORUM, "Chefssamråd"), verifications=())

    assert said(replace(forum, items=(Item(id=1, title="Läget"),))) == []


def test_numbers_that_another_meeting_has_are_not_missing() -> None:
    meeting = replace(MEETING, items=(FINE, replace(FINE, id=2, number=72)))

    assert said(meeting, others={71}) == []


def test_the_verification_of_single_paragraphs_is_asked_of_those_paragraphs() -> None:
    apart = Verification(
        id=2, paragraphs=Paragraphs.parse("70"), verifiers=(EK,), signed_by=(OMAN, EK), immediate=True
    )
    meeting = replace(with_item(verified_immediately=True), verifications=(CHOSEN, apart))

    assert said(meeting) == []


def test_paragraphs_that_nobody_is_to_verify_are_told() -> None:
    two = replace(MEETING, items=(FINE, replace(FINE, id=2, number=71)))
    apart = replace(CHOSEN, paragraphs=Paragraphs.parse("70"))

    assert said(replace(two, verifications=(apart,))) == ["The meeting : Nobody is to verify § 71."]
    assert said(two) == []


def test_a_paragraph_is_verified_by_another_where_its_verifier_was_disqualified() -> None:
    aside = with_item(disqualifications=(Disqualification(id=1, who=EK),))
    apart = Verification(id=2, verifiers=(ASP,), paragraphs=Paragraphs.parse("70"))
    wrong = "§ 70 : Britta Ek (M) verifies it, and was disqualified."

    assert wrong in said(aside)
    assert wrong not in said(replace(aside, verifications=(CHOSEN, apart)))


def test_who_was_chosen_to_verify_and_is_not_among_those_who_signed_is_named() -> None:
    found = checklist(real_meeting(), date(2016, 3, 1))

    unsigned = [each for each in found if each.kind is PointKind.VERIFIER_UNSIGNED]
    told = [sentence(each, real_meeting(), texts("sv")) for each in unsigned]
    assert [line.replace("\u00a0", " ") for line in told] == [
        "Mikael Jämstved (MP) valdes att justera §§ 1–21 och finns inte bland dem som undertecknat."
    ]


def test_the_real_protocol_has_no_texts_to_correct() -> None:
    kinds = {each.kind for each in checklist(real_meeting(), date(2016, 2, 23))}

    assert kinds.isdisjoint({PointKind.LEFT_OVER, PointKind.WRONG_WEEKDAY, PointKind.NO_SUCH_DAY})


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("att XX får i uppdrag", ["XX"]),
        ("NN föredrar ärendet", ["NN"]),
        ("att … ska", ["…"]),
        ("Skriv här", ["Skriv här"]),
        ("Bilaga [datum]", ["[datum]"]),
        ("Svar [...]", ["[...]"]),
        ("Belopp ____ kr", ["____"]),
        ("Att x < y och y > z", []),
        ("Och så vidare…", []),
        ("Ann (S) och xx", []),
        ("Se [1]", []),
    ],
)
def test_what_is_left_of_a_template_is_found(words: str, found: list[str]) -> None:
    assert left_over(words) == found


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("torsdagen den 25 februari 2016", []),
        ("fredagen den 25 februari 2016", [PointKind.WRONG_WEEKDAY]),
        ("torsdag 25 februari", []),
        ("lördagen den 25 februari", [PointKind.WRONG_WEEKDAY]),
        ("onsdagen den 25 januari", []),
        ("Friday, 26 February 2016", []),
        ("den 30 februari 2016", [PointKind.NO_SUCH_DAY]),
        ("den 1 mars till den 3 april", []),
    ],
)
def test_days_in_a_text_are_held_against_the_calendar(words: str, kinds: list[PointKind]) -> None:
    assert [kind for kind, _facts in wrong_days(words, date(2016, 2, 22))] == kinds
