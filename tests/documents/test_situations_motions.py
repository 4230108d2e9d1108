"""What was moved, as protocols say it: records in, sentences out."""

from __future__ import annotations

from typing import Any

import pytest

from documents.meetings import plain_meeting
from documents.situations import AL, ASK, BERG, EK, KD, OFFICE, ORN, PROPOSAL, SD, M, moved, put, says
from klubban.documents.written import written
from klubban.domain import meeting as m
from klubban.domain.decided import Adopted, Asks, Motion, Puts, Written
from klubban.domain.text import points
from klubban.i18n import texts


def motions(*given: Motion, language: str = "sv", **facts: Any) -> list[str]:
    """Return the sentences of motions."""
    return says(Written.MOTIONS, language=language, motions=given, **facts)


def test_a_member_moves_approval_of_the_administrations_proposal() -> None:
    offered = moved(1, Asks.APPROVE, OFFICE, text="Kommunstyrelseförvaltningens förslag")

    assert motions(offered, moved(2, Asks.APPROVE, AL)) == [
        "Cajsa Ål (S) yrkar bifall till kommunstyrelseförvaltningens förslag."
    ]


def test_a_motion_without_words_is_about_the_proposal() -> None:
    assert motions(moved(1, Asks.APPROVE, AL), moved(2, Asks.REJECT, ASK), proposal=PROPOSAL) == [
        "Cajsa Ål (S) yrkar bifall till förslaget.",
        "Finn Ask (SD) yrkar avslag på förslaget.",
    ]


def test_two_members_move_together() -> None:
    assert motions(moved(1, Asks.REJECT, BERG, ORN, text="motionen")) == [
        "Åsa Berg (MP) och David Örn (V) yrkar avslag på motionen."
    ]


def test_the_members_of_two_parties_move() -> None:
    assert motions(moved(1, Asks.POSTPONE, M, KD)) == ["Ledamöterna från M och KD yrkar bordläggning."]


def test_a_member_moves_with_the_members_of_a_party() -> None:
    assert motions(moved(1, Asks.REFER_BACK, ORN, M)) == [
        "David Örn (V) och ledamöterna från M yrkar återremiss."
    ]


def test_the_only_member_of_a_party_is_one() -> None:
    assert motions(moved(1, Asks.REJECT, SD, text="motionen")) == [
        "Ledamoten från SD yrkar avslag på motionen."
    ]


def test_somebody_moves_one_thing_in_the_first_place_and_another_in_the_second() -> None:
    first = moved(1, Asks.REFER_BACK, EK, text="Att ärendet ska återremitteras för en ny kostnadsberäkning")
    second = moved(2, Asks.REJECT, EK, instead_of=1)

    assert motions(first, second, proposal=PROPOSAL) == [
        "Britta Ek (M) yrkar i första hand att ärendet ska återremitteras för en ny kostnadsberäkning "
        "och i andra hand avslag på förslaget."
    ]


def test_others_support_what_is_moved_in_the_second_place_in_a_sentence_of_their_own() -> None:
    first, second = (
        moved(1, Asks.REFER_BACK, EK),
        moved(2, Asks.REJECT, EK, ASK, instead_of=1, text="motionen"),
    )

    assert motions(first, second) == [
        "Britta Ek (M) yrkar i första hand återremiss.",
        "Britta Ek (M) och Finn Ask (SD) yrkar i andra hand avslag på motionen.",
    ]


def test_a_second_motion_stands_alone_when_the_first_is_withdrawn() -> None:
    first = moved(1, Asks.REFER_BACK, EK, withdrawn=True)

    assert motions(first, moved(2, Asks.REJECT, EK, instead_of=1, text="motionen")) == [
        "Britta Ek (M) yrkar avslag på motionen."
    ]


def test_a_withdrawn_motion_that_is_kept_says_so() -> None:
    assert motions(moved(1, Asks.REJECT, EK, text="motionen", withdrawn=True, kept=True)) == [
        "Britta Ek (M) yrkar avslag på motionen.",
        "Yrkandet återtas senare.",
    ]


def test_a_motion_without_a_mover_is_missed_visibly() -> None:
    assert motions(moved(1, Asks.REFER_BACK)) == ["N.N. yrkar återremiss."]


def test_an_addition_of_several_points_follows_its_lead() -> None:
    added = Motion(id=1, asks=Asks.ADD, by=(ORN,), text=points(["Planen följs upp.", "Ungdomar hörs."]))

    assert motions(added) == ["David Örn (V) yrkar tillägg:", "Planen följs upp.", "Ungdomar hörs."]


def test_a_motion_in_writing_is_an_appendix() -> None:
    long = Motion(
        id=1,
        asks=Asks.OTHER,
        by=(ORN,),
        text=points(["Planen följs upp.", "Ungdomar hörs."]),
        in_writing=True,
    )
    short = moved(2, Asks.REJECT, EK, text="motionen", in_writing=True)

    assert motions(long, short) == [
        "David Örn (V) yrkar enligt skriftligt yrkande (bilaga 1).",
        "Britta Ek (M) yrkar avslag på motionen (bilaga 2).",
    ]


def test_what_an_administration_proposes_is_not_moved() -> None:
    assert motions(moved(1, Asks.APPROVE, OFFICE)) == []


def test_english_protocols_move_in_english() -> None:
    moves = (moved(1, Asks.APPROVE, AL), moved(2, Asks.REJECT, M, KD))

    assert motions(*moves, language="en", proposal=PROPOSAL) == [
        "Cajsa Ål (S) moves approval of the proposal.",
        "The members of M and KD move rejection of the proposal.",
    ]


def test_every_sentence_has_the_key_of_its_motion() -> None:
    item = m.Item(id=1, title="A", motions=(moved(12, Asks.APPROVE, AL), moved(14, Asks.REJECT, EK)))

    told = written(plain_meeting(items=(item,)), item, Written.MOTIONS, texts("sv"))

    assert [each.key for each in told] == ["motion 12", "motion 14"]


def test_reasons_alone_do_not_hide_that_it_is_a_referral_back() -> None:
    back = moved(5, Asks.REFER_BACK, EK, text="that the costs are told")

    assert says(Written.MOTIONS, None, "en", motions=(back,)) == [
        "Britta Ek (M) moves referral back for the reason that the costs are told."
    ]


@pytest.mark.parametrize(
    ("words", "decision"),
    [
        ("för att kostnaderna redovisas", ["Ärendet återremitteras för att kostnaderna redovisas."]),
        ("återremiss för ny beräkning", ["Ärendet återremitteras för ny beräkning."]),
        ("återremiss", ["Ärendet återremitteras."]),
        ("att ärendet återremitteras till förvaltningen", ["Ärendet återremitteras till förvaltningen."]),
        (
            "att kostnaderna redovisas",
            ["Ärendet återremitteras med följande motivering:", "att kostnaderna redovisas"],
        ),
        (
            "Kostnaderna saknas.",
            ["Ärendet återremitteras med följande motivering:", "Kostnaderna saknas."],
        ),
    ],
)
def test_a_referral_back_is_decided_with_its_reasons(words: str, decision: list[str]) -> None:
    facts: dict[str, Any] = {
        "motions": (moved(5, Asks.REFER_BACK, EK, text=words),),
        "puts": (put(1, Puts.REFER_BACK, Adopted.MOTION, 5),),
    }

    assert says(Written.DECISION, **facts) == decision


def test_a_motion_that_is_a_sentence_is_told_after_a_colon() -> None:
    own = moved(3, Asks.OTHER, EK, text="The plan is made anew.")

    assert says(Written.MOTIONS, None, "en", motions=(own,)) == [
        "Britta Ek (M) moves the following: The plan is made anew."
    ]
