"""What was moved, as sentences."""

from __future__ import annotations

import pytest

from documents.meetings import AL, EK, plain_meeting
from klubban.documents import motions
from klubban.documents.motions import proposal_blocks
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Motion
from klubban.domain.meeting import Item
from klubban.domain.text import from_plain, lines, points
from klubban.i18n import Texts, texts

SV, EN = texts("sv"), texts("en")


def sentence(asks: str, text: str, *by: Named) -> str:
    """Return the Swedish sentence of a motion."""
    (only,) = told(Motion(id=1, asks=Asks(asks), by=by or (AL,), text=from_plain(text)))
    return only


def told(motion: Motion, texts: Texts = SV) -> list[str]:
    """Return the lines that tell a motion, the only one of its item."""
    item = Item(id=1, title="Taxan", motions=(motion,))
    [said] = motions.sentences(plain_meeting(), item, texts)
    return lines(said.words)


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

    assert told(motion) == ["N.N. yrkar bifall."]


def test_a_motion_of_several_points_follows_its_lead() -> None:
    motion = Motion(id=1, asks=Asks.AMEND, by=(AL,), text=points(["Taxan sänks.", "Den gäller i två år."]))

    assert told(motion) == [
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

    assert named.from_body
    assert lines(proposal_blocks(named, SV)) == ["Kommunstyrelseförvaltningens förslag."]
    assert lines(proposal_blocks(worded, SV)) == [
        "Kommunstyrelseförvaltningen föreslår:",
        "Taxan höjs.",
        "Den ses över.",
    ]


def test_a_member_of_a_party_moves_though_nobody_knows_the_person() -> None:
    assert not Motion(id=1, asks=Asks.APPROVE, by=(Named("Någon Annan", "M"),)).from_body


def test_english_documents_move_in_english() -> None:
    motion = Motion(id=1, asks=Asks.REJECT, by=(AL,), text=from_plain("the proposal"))

    assert told(motion, EN) == ["Cajsa Ål (S) moves rejection of the proposal."]
