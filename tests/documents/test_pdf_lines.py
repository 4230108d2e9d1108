"""Lines, and the characters in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klubban.documents.gluing import glued
from klubban.documents.pdf.characters import clean, visible
from klubban.documents.pdf.lines import break_runs
from klubban.documents.pdf.styles import BODY_TEXT
from klubban.domain.text import Run, runs_of

NB = "\u00a0"


def broken(text: str, measure: float) -> list[str]:
    """Return the lines of a plain text."""
    return [
        "".join(piece for _, piece in line.pieces) for line in break_runs(runs_of(text), BODY_TEXT, measure)
    ]


def test_lines_are_broken_at_spaces() -> None:
    assert broken("Kommunstyrelsen godkänner förslaget.", 130) == ["Kommunstyrelsen", "godkänner förslaget."]


def test_a_line_end_in_the_text_is_a_line_end_on_the_page() -> None:
    assert broken("ett\ntvå\n\ntre", 400) == ["ett", "två", "", "tre"]


def test_several_spaces_are_one() -> None:
    assert broken("  ett   två  ", 400) == ["ett två"]


def test_a_word_may_change_its_face_inside() -> None:
    (line,) = break_runs((Run("av"), Run("gifts", italic=True), Run("fri")), BODY_TEXT, 400)

    assert [text for _, text in line.pieces] == ["av", "gifts", "fri"]


def test_a_word_wider_than_the_line_is_broken_anywhere() -> None:
    lines = broken("x" * 100, 60)

    assert "".join(lines) == "x" * 100
    assert len(lines) > 5


def test_a_date_that_has_no_room_is_broken_between_its_words() -> None:
    assert broken("18 december 2026", 80) == ["18 december", "2026"]


def test_a_soft_hyphen_shows_only_where_a_line_ends() -> None:
    assert broken("fastighets\u00adskatt", 400) == ["fastighetsskatt"]
    assert broken("fastighets\u00adskatt", 60) == ["fastighets\u00ad", "skatt"]


def test_a_line_remembers_the_space_that_it_gave_up() -> None:
    joints = [line.joint for line in break_runs(runs_of("ett två\ntre " + "x" * 40), BODY_TEXT, 40)]

    assert joints[:2] == [" ", " "]
    assert set(joints[2:]) == {""}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.floats(1, 300))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, measure: float) -> None:
    lines = break_runs(runs_of(text), BODY_TEXT, measure)

    kept = "".join(piece for line in lines for _, piece in line.pieces).replace("\u00ad", "")
    assert "".join(kept.split()) == "".join(visible(text).split())
    for line in lines:
        letters = sum(len(piece) for _, piece in line.pieces)
        assert line.width <= measure + 0.01 or letters <= 2


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("se § 19", f"se §{NB}19"),
        ("§§ 57–64", f"§§{NB}57–64"),
        ("kl. 18.30", f"kl.{NB}18.30"),
        ("röstar ja (7).", f"röstar ja{NB}(7)."),
        ("klockan 15.00 på", f"klockan{NB}15.00 på"),
        ("(bilaga 2)", f"(bilaga{NB}2)"),
        ("den 30 april 2016", f"den 30{NB}april{NB}2016"),
        ("6 kap. 28 § 1", f"6{NB}kap.{NB}28{NB}§{NB}1"),
        ("1 250 000 kronor", f"1{NB}250{NB}000{NB}kronor"),
        ("12 månader", f"12{NB}månader"),
        ("Aras Naile (V)", f"Aras Naile{NB}(V)"),
        ("Mats O Johansson", f"Mats O{NB}Johansson"),
        ("mål- och budget", f"mål-{NB}och budget"),
        ("5 av 13", "5 av 13"),
        ("(se bilaga)", "(se bilaga)"),
    ],
)
def test_what_a_reader_reads_in_one_breath_is_not_parted(text: str, held: str) -> None:
    assert glued(text) == held


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\u202fb\u2007c", f"a{NB}b{NB}c"),
        ("a\x00\x1b\u202e\u2066\ufeffb", "ab"),
        ("e\u0301", "é"),
        ("fast\u00adighet", "fast\u00adighet"),
    ],
)
def test_texts_are_cleaned_of_what_cannot_be_seen(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
