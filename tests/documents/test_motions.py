"""What was moved, as sentences."""

from __future__ import annotations

import pytest

from documents.meetings import AL, EK
from klubban.documents.motions import is_proposal, motion_blocks, proposal_blocks
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Motion
from klubban.domain.text import from_plain, lines, points
from klubban.i18n import texts

SV, EN = texts("sv"), texts("en")


def sentence(asks: str, text: str, *by: Named) -> str:
    """Return the Swedish sentence of a motion."""
    motion = Motion(id=1, asks=Asks(asks), by=by or (AL,), text=from_plain(text))
    (only,) = lines(motion_blocks(motion, SV))
    return only


@pytest.mark.parametrize(
    ("asks", "text", "said"),
    [
        ("approve", "", "Cajsa Ål (S) yrkar bifall."),
        ("approve", "förvaltningens förslag", "Cajsa Ål (S) yrkar bifall till förvaltningens förslag."),
        ("approve", "förvaltningens förslag.", "Cajsa Ål (S) yrkar bifall till förvaltningens förslag."),
        ("approve", "till förslaget", "Cajsa Ål (S) yrkar bifall till förslaget."),
        ("approve", "Bifall till förslaget", "Cajsa Ål (S) yrkar bifall till förslaget."),
        ("reject", "motionen", "Cajsa Ål (S) yrkar avslag på motionen."),
        ("reject", "Avslag på motionen", "Cajsa Ål (S) yrkar avslag på motionen."),
        ("refer_back", "", "Cajsa Ål (S) yrkar återremiss."),
        ("refer_back", "för ny kostnadsberäkning", "Cajsa Ål (S) yrkar återremiss för ny kostnadsberäkning."),
        ("postpone", "till den 3 december", "Cajsa Ål (S) yrkar bordläggning till den 3 december."),
        ("adjourn", "i tio minuter", "Cajsa Ål (S) yrkar ajournering i tio minuter."),
        ("other", "Att frågan utreds", "Cajsa Ål (S) yrkar att frågan utreds."),
        ("add", "att ungdomsrådet hörs", "Cajsa Ål (S) yrkar tillägg: att ungdomsrådet hörs."),
        ("amend", "300 kronor", "Cajsa Ål (S) yrkar ändring: 300 kronor."),
    ],
)
def test_a_motion_is_a_sentence_about_who_asks_what(asks: str, text: str, said: str) -> None:
    assert sentence(asks, text) == said


def test_several_movers_move_together() -> None:
    assert sentence("reject", "", AL, EK) == "Cajsa Ål (S) och Britta Ek (M) yrkar avslag."


def test_a_mover_who_is_not_known_yet_is_missed_visibly() -> None:
    motion = Motion(id=1, asks=Asks.APPROVE)

    assert lines(motion_blocks(motion, SV)) == ["N.N. yrkar bifall."]


def test_a_motion_of_several_points_follows_its_lead() -> None:
    motion = Motion(id=1, asks=Asks.AMEND, by=(AL,), text=points(["Taxan sänks.", "Den gäller i två år."]))

    assert lines(motion_blocks(motion, SV)) == [
        "Cajsa Ål (S) yrkar ändring:",
        "Taxan sänks.",
        "Den gäller i två år.",
    ]


def test_braces_in_a_text_are_only_braces() -> None:
    assert sentence("approve", "{who} och {x}") == "Cajsa Ål (S) yrkar bifall till {who} och {x}."


def test_an_administration_proposes_and_moves_nothing() -> None:
    administration = Named("Kommunstyrelseförvaltningen")
    named = Motion(
        id=1, asks=Asks.APPROVE, by=(administration,), text=from_plain("Kommunstyrelseförvaltningens förslag")
    )
    worded = Motion(
        id=2, asks=Asks.APPROVE, by=(administration,), text=points(["Taxan höjs.", "Den ses över."])
    )

    assert is_proposal(named)
    assert lines(proposal_blocks(named, SV)) == ["Kommunstyrelseförvaltningens förslag."]
    assert lines(proposal_blocks(worded, SV)) == [
        "Kommunstyrelseförvaltningen föreslår:",
        "Taxan höjs.",
        "Den ses över.",
    ]


def test_a_member_of_a_party_moves_though_nobody_knows_the_person() -> None:
    assert not is_proposal(Motion(id=1, asks=Asks.APPROVE, by=(Named("Någon Annan", "M"),)))


def test_english_documents_move_in_english() -> None:
    motion = Motion(id=1, asks=Asks.REJECT, by=(AL,), text=from_plain("the proposal"))

    assert lines(motion_blocks(motion, EN)) == ["Cajsa Ål (S) moves rejection of the proposal."]
