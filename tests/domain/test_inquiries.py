"""What inquiries want done and by when; where answers belong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.inquiries_due import Decided, InquiryWants, Place, Watched, due, to_remind
from klubban.domain.inquiry_replies import Stood, days_late, placed, stood
from klubban.domain.received_answers import joined, parted
from klubban.domain.referral import Inquiry, InquiryKind, Question, ReceivedReferral, Referee, Reply
from klubban.domain.text import from_plain, plain

SENT, DUE = date(2016, 2, 29), date(2016, 4, 30)
REPLY = Reply(id=1, received_on=date(2016, 5, 4), text=from_plain("Ja"))


def referee(number: int, **facts: object) -> Referee:
    """Return one who was sent the inquiry."""
    return Referee(**{"id": number, "who": Named(f"Nämnd {number}"), "sent_on": SENT, **facts})  # type: ignore[arg-type] # fields


def inquiry(*referees: Referee, **facts: object) -> Inquiry:
    """Return an inquiry that was sent."""
    return Inquiry(
        **{  # type: ignore[arg-type] # the fields of Inquiry
            "id": 1,
            "key": "k",
            "body": 1,
            "kind": InquiryKind.REFERRAL,
            "title": "Trygghet",
            "due": DUE,
            "sent_on": SENT,
            "referees": referees,
            **facts,
        }
    )


def wanted(one: Inquiry, today: date, **facts: object) -> list[tuple[InquiryWants, date, tuple[str, ...]]]:
    """Return what is wanted of one inquiry."""
    watched = Watched(inquiries=(one,), **facts)  # type: ignore[arg-type] # the fields of Watched
    return [(each.wants, each.day, each.who) for each in due(watched, today)]


def test_an_inquiry_is_sent_answered_reminded_of_and_compiled() -> None:
    later = date(2016, 5, 31)
    asked = (referee(1), referee(2, due=later), referee(3, replies=(REPLY,)))

    assert wanted(inquiry(referee(1), sent_on=None), SENT) == [(InquiryWants.SEND, date(2016, 4, 9), ())]
    assert wanted(inquiry(*asked), DUE) == [
        (InquiryWants.ANSWERS, DUE, ("Nämnd 1",)),
        (InquiryWants.ANSWERS, later, ("Nämnd 2",)),
    ]
    assert wanted(inquiry(*asked), date(2016, 5, 1))[0] == (InquiryWants.REMIND, DUE, ("Nämnd 1",))
    late = wanted(inquiry(*asked), date(2016, 6, 1))
    assert [each[0] for each in late] == [InquiryWants.REMIND, InquiryWants.COMPILE, InquiryWants.REMIND]
    assert wanted(inquiry(*asked, closed_on=later), later) == []


def test_a_referral_that_was_decided_is_to_be_begun_while_there_is_time() -> None:
    one = Decided(item=3, meeting=2, body=1, held=date(2016, 2, 22), title="Trygghet", due=DUE, number=19)

    [wants] = due(Watched(decided=(one,)), SENT)

    assert (wants.wants, wants.day, wants.item) == (InquiryWants.SEND, date(2016, 4, 9), 3)
    assert due(Watched(decided=(one,)), DUE + timedelta(days=1)) == ()


def test_answers_are_compiled_in_time_for_their_meeting() -> None:
    one = inquiry(referee(1, replies=(REPLY,)), meeting=5)

    assert wanted(one, DUE) == [(InquiryWants.COMPILE, DUE, ())]
    assert wanted(one, DUE, meetings={5: date(2016, 6, 13)}) == [
        (InquiryWants.COMPILE, date(2016, 5, 30), ())
    ]


def test_what_is_confidential_says_neither_title_nor_names() -> None:
    came = ReceivedReferral(id=1, matter=4, sender="Länsstyrelsen", received_on=SENT, due=DUE)
    watched = Watched(
        inquiries=(inquiry(referee(1)),),
        received=(came,),
        confidential=frozenset({1}),
        matters={4: Place(title="Hemligt", body=1, confidential=True)},
    )

    assert [(each.wants, each.title, each.who) for each in due(watched, DUE)] == [
        (InquiryWants.ANSWER, "", ()),
        (InquiryWants.ANSWERS, "", ()),
    ]


def test_nobody_is_reminded_twice_in_a_week() -> None:
    one = inquiry(referee(1), referee(2, reminders=(DUE,)), referee(3, declined_on=DUE), referee(4, due=DUE))

    assert [each.id for each in to_remind(one, DUE + timedelta(days=6))] == [1, 4]
    assert [each.id for each in to_remind(one, DUE + timedelta(days=7))] == [1, 2, 4]
    assert to_remind(one, DUE - timedelta(days=3)) == ()
    near = to_remind(one, DUE - timedelta(days=3), before=timedelta(days=5))
    assert [each.id for each in near] == [1, 4]


def test_how_a_referee_stands() -> None:
    one = inquiry()
    after = DUE + timedelta(days=3)

    assert stood(one, referee(1), DUE) is Stood.AWAITED
    assert (stood(one, referee(1), after), days_late(one, referee(1), after)) == (Stood.LATE, 3)
    assert stood(one, referee(1, declined_on=SENT), after) is Stood.DECLINED
    assert stood(one, referee(1, sent_on=None), after) is Stood.NOT_SENT
    answered = referee(1, declined_on=SENT, replies=(REPLY,))
    assert (stood(one, answered, after), days_late(one, answered, after)) == (Stood.ANSWERED, 4)


def test_answers_go_below_the_questions_that_stand() -> None:
    questions = (Question(id=1, text="A?"), Question(id=2, text="B?", withdrawn_on=DUE))
    one = inquiry(questions=questions)

    found = placed(one, {2: from_plain("b"), 1: from_plain("a")})

    assert [number for number, _text in found.texts] == [1]
    assert [(number, question.text) for number, question, _text in found.withdrawn] == [(2, "B?")]
    with pytest.raises(RuleBroken, match="no question 3; Trygghet has 2"):
        placed(one, {3: from_plain("c")})


TEXTS = st.lists(st.sampled_from(["Ja.", "Nej.", "I stort sett"]), max_size=2).map(
    lambda said: from_plain("\n\n".join(said))
)


@settings(max_examples=50)
@given(TEXTS, st.lists(TEXTS, min_size=3, max_size=3))
def test_what_is_joined_is_parted_again(lead: tuple[object, ...], answers: list[tuple[object, ...]]) -> None:
    questions = ("Delar ni bilden?", "Vad saknas?", "Vad mer?")

    found = parted(joined(lead, questions, dict(enumerate(answers, 1))), questions)  # type: ignore[arg-type] # blocks

    assert (found.lead, found.texts) == (lead, tuple(answers))
    assert found.answered == sum(map(bool, answers))


def test_a_question_is_known_by_its_words_however_they_are_spaced() -> None:
    found = parted(from_plain("Kort.\n\n2.  vad saknas?\n\nBelysning."), ("Delar ni?", "Vad saknas?"))

    assert (plain(found.lead), plain(found.texts[0]), plain(found.texts[1])) == ("Kort.", "", "Belysning.")
