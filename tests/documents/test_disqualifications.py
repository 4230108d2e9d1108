"""What a paragraph says of disqualification and of a lacking quorum."""

from __future__ import annotations

from typing import Any

import pytest

from documents.rolls import ABERG, AL, ALG, ASP, AWAY, BLOM, EK, OMAN, RASK, items, line, out, rolled
from documents.test_presiding import said
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.roll import Deviates, Deviation, RollLine

LINES = (
    line(1, "chair", OMAN),
    line(2, "vice_chair", EK),
    line(3, "member", AL),
    line(4, "member", ASP),
    line(5, "alternate", RASK),
    line(6, "alternate", ABERG),
    line(7, "official", BLOM, title="Politisk sekreterare"),
)


def meeting(lines: tuple[RollLine, ...] = LINES, **item: Any) -> m.Meeting:
    """Return a meeting with something of § 66."""
    return rolled(lines, items(57, 73, _66=item))


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        ({}, ["Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv."]),
        (
            {"raised_by": "Eva Asp (C)"},
            ["Eva Asp (C) anmäler jäv och deltar inte i handläggningen av ärendet."],
        ),
        (
            {"raised_by": "Eva Asp", "ground": "4"},
            [
                "Eva Asp (C) anmäler jäv (6 kap. 28 § 4 kommunallagen) och deltar inte i handläggningen "
                "av ärendet."
            ],
        ),
        (
            {"raised_by": "Britta Ek (M)", "ground": "ägare av grannfastigheten"},
            [
                "Frågan om jäv för Eva Asp (C) väcks av Britta Ek (M).",
                "Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv "
                "(ägare av grannfastigheten).",
            ],
        ),
        (
            {"raised_by": "Kommunstyrelsen"},
            [
                "Frågan om jäv för Eva Asp (C) väcks av kommunstyrelsen.",
                "Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv.",
            ],
        ),
    ],
)
def test_the_paragraph_says_who_raised_it_and_on_what_ground(
    facts: dict[str, str], sentences: list[str]
) -> None:
    held = meeting(disqualifications=out(ASP, **facts))

    assert said(held, 66) == [*sentences, "Jan Rask (C) ersätter Eva Asp (C) under denna paragraf."]
    assert said(held, 65) == said(held, 67) == []


def test_several_alike_stand_in_one_sentence() -> None:
    held = meeting(
        disqualifications=(*out(AL, ASP, ground="1"), m.Disqualification(id=9, who=EK, ground="2"))
    )

    first, second, *_ = said(held, 66)
    assert first == (
        "Cajsa Ål (S) och Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv "
        "(6 kap. 28 § 1 kommunallagen)."
    )
    assert second.startswith("Britta Ek (M) deltar inte")


def test_nobody_is_said_to_have_reported_what_another_reported() -> None:
    held = meeting(disqualifications=(*out(AL, raised_by=str(AL)), *out(ASP), *out(EK, raised_by=str(EK))))

    assert said(held, 66)[:3] == [
        "Cajsa Ål (S) anmäler jäv och deltar inte i handläggningen av ärendet.",
        "Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv.",
        "Britta Ek (M) anmäler jäv och deltar inte i handläggningen av ärendet.",
    ]


def test_who_replaced_a_serving_alternate_is_named_too() -> None:
    lines = (line(1, "chair", OMAN), line(2, "member", AL, AWAY), line(3, "alternate", ABERG))
    other = line(4, "alternate", Named("Siv Ny", "S", 40))
    held = meeting((*lines, other), disqualifications=out(ABERG))

    assert said(held, 66)[1:] == ["Siv Ny (S) ersätter Cajsa Ål (S) under denna paragraf."]


def test_those_who_do_not_decide_are_not_present() -> None:
    held = meeting(disqualifications=out(BLOM, ground="1"))

    assert said(held, 66) == [
        "Tor Blom är inte närvarande under denna paragraf på grund av jäv (6 kap. 28 § 1 kommunallagen)."
    ]


def test_who_took_part_all_the_same_is_not_said_to_have_stayed_away() -> None:
    noted = Deviation(id=1, rule=Deviates.DISQUALIFIED, reason="jävet upptäcktes efteråt", who=ASP)
    held = meeting(disqualifications=out(AL, ASP), deviations=(noted,))

    assert said(held, 66) == [
        "Cajsa Ål (S) deltar inte i handläggningen av ärendet på grund av jäv.",
        "Eva Asp (C) är jävig men deltar ändå i handläggningen av ärendet. Jävet upptäcktes efteråt.",
        "Hans Åberg (S) ersätter Cajsa Ål (S) under denna paragraf.",
    ]


def test_a_lacking_quorum_is_told_with_its_reason_and_other_deviations_are_not() -> None:
    held = meeting(
        deviations=(
            Deviation(id=1, rule=Deviates.QUORUM, reason="ärendet tas upp på nytt den 3 december"),
            Deviation(id=2, rule=Deviates.REMOTE, reason="länken var bruten", who=AL),
            Deviation(id=3, rule=Deviates.RETURN, reason="ordföranden lät det ske", who=ALG),
        )
    )

    assert said(held, 66) == [
        "Kommunstyrelsen saknar beslutförhet.",
        "Ärendet tas upp på nytt den 3 december.",
    ]


def test_without_a_roll_nothing_is_guessed_of_who_stepped_in() -> None:
    plain = m.Item(id=66, title="T", number=66, disqualifications=out(ASP))
    held = rolled((), (plain,))

    assert said(held, 66) == ["Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv."]
