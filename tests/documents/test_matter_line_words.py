"""What happened around a matter beside its meetings: which events there are, and what a list may say."""

from __future__ import annotations

from datetime import date

from klubban.documents import matter_line_words
from klubban.domain.assignment import Assignment, AssignmentStatus, AssignmentStep, Report, StepKind
from klubban.domain.body import Named
from klubban.domain.matter_history import Handled, is_open
from klubban.domain.matter_since import Noted, Since, of_assignment, of_inquiry, of_received
from klubban.domain.meeting import Matter, Outcome
from klubban.domain.referral import Inquiry, InquiryKind, ReceivedReferral, Referee, Reply
from klubban.i18n import texts

GIVEN = date(2026, 3, 2)
MATTER = Matter(id=1, key="m", title="Belysning")


def handled(
    *, confidential: bool = False, outcome: Outcome | None = Outcome.DECIDED, **more: object
) -> Handled:
    facts = {"decision": "Bifall.", "number": 7} | more
    return Handled(
        item=1,
        meeting=1,
        body=1,
        body_name="Kommunstyrelsen",
        date=GIVEN,
        title="Belysning",
        place=1,
        outcome=outcome,
        confidential=confidential,
        **facts,  # type: ignore[arg-type] # the fields of Handled
    )


ASSIGNMENT = Assignment(
    id=1,
    to=Named("Rut"),
    text="ta fram en plan",
    due=date(2026, 5, 1),
    status=AssignmentStatus.DONE,
    reports=(Report(id=4, date=date(2026, 4, 1), text=(), by="Bo"),),
    steps=(
        AssignmentStep(id=1, kind=StepKind.REMINDED, day=date(2026, 4, 20)),
        AssignmentStep(id=2, kind=StepKind.HANDED, day=date(2026, 4, 21), to=Named("Bo")),
        AssignmentStep(
            id=3,
            kind=StepKind.STUCK,
            day=date(2026, 4, 22),
            between=("Polisen", "Bo"),
            aims="trygghet mot budget",
            taken_to=2,
        ),
        AssignmentStep(id=4, kind=StepKind.DONE, day=date(2026, 5, 3)),
    ),
)


def told(found: list[Noted]) -> list[str]:
    english = texts("en")
    return [matter_line_words.told(each, english) for each in found]


def test_an_assignment_is_followed_from_given_to_done_and_no_reminder_is_an_event() -> None:
    found = list(of_assignment(ASSIGNMENT, handled(), {2: "Presidiet"}, {4: "Halvvägs."}))

    assert [each.what for each in found] == [
        Since.GIVEN, Since.REPORTED, Since.HANDED, Since.STUCK, Since.DONE,
    ]  # fmt: skip
    assert told(found) == [
        "Rut is to do by 1 May 2026: ta fram en plan.",
        "Bo reported: Halvvägs.",
        "Handed over to Bo: ta fram en plan.",
        "Got stuck between Polisen and Bo, and taken to presidiet: ta fram en plan (trygghet mot budget).",
        "Done: ta fram en plan.",
    ]


def test_what_came_out_of_a_confidential_item_is_told_without_a_word_of_it() -> None:
    found = list(of_assignment(ASSIGNMENT, handled(confidential=True), {2: "Presidiet"}, {4: "Halvvägs."}))

    said = " ".join(told(found))
    assert "An assignment was given." in said
    assert not any(word in said for word in ("Rut", "Bo", "plan", "Polisen", "budget", "Halvvägs"))


def test_a_referral_is_sent_answered_declined_and_compiled() -> None:
    sent = date(2026, 3, 4)
    inquiry = Inquiry(
        id=1,
        key="i",
        body=1,
        kind=InquiryKind.REFERRAL,
        title="Program",
        due=date(2026, 4, 30),
        closed_on=date(2026, 5, 4),
        referees=(
            Referee(
                id=1, who=Named("Polisen"), sent_on=sent, replies=(Reply(id=9, received_on=date(2026, 4, 2)),)
            ),
            Referee(id=2, who=Named("Bo AB"), sent_on=sent, declined_on=date(2026, 4, 3)),
        ),
    )

    found = list(of_inquiry(inquiry, None, {1: "Kommunstyrelsen"}, {9: "Vi tillstyrker."}))

    assert told(found) == [
        "Sent for comments to Polisen and Bo AB, to be answered by 30 April 2026: Program.",
        "Polisen answered: Vi tillstyrker.",
        "Bo AB will not answer.",
        "The answers of Polisen were put together: Program.",
    ]


def test_a_referral_that_came_here_says_by_when_and_when_it_was_answered() -> None:
    received = ReceivedReferral(
        id=1,
        matter=1,
        sender="Länsstyrelsen",
        received_on=GIVEN,
        due=date(2026, 4, 1),
        extended_to=date(2026, 5, 1),
        extended_because="sommaren",
        answered_on=date(2026, 4, 30),
    )

    assert told(list(of_received(received, handled()))) == [
        "Länsstyrelsen asks for an opinion by 1 May 2026. It was put off: sommaren.",
        "Länsstyrelsen was answered.",
    ]


def test_a_matter_is_open_until_somebody_decided_and_nobody_is_to_go_on() -> None:
    later = date(2026, 6, 1)

    assert is_open(MATTER, (), later)
    assert not is_open(MATTER, (handled(),), later)
    assert is_open(MATTER, (handled(proposes_to=("Kommunfullmäktige",)),), later)
    assert is_open(MATTER, (handled(outcome=Outcome.POSTPONED),), later)
    assert is_open(MATTER, (handled(),), date(2026, 1, 1))  # it is to come
