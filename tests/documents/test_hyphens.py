"""Words divided at lines' ends, and read whole again."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.reading import folded, page_text, structure_text
from klubban.documents import tree
from klubban.documents.pdf import typeset
from klubban.documents.pdf.blocks import LineBlock
from klubban.documents.pdf.hyphens import places
from klubban.documents.pdf.lines import break_runs
from klubban.documents.pdf.styles import BODY_TEXT, HEADING, SMALL, TEXT, Style
from klubban.documents.pdf.tags import Element
from klubban.domain import text
from klubban.domain.text import runs_of

HYPHEN = "\u00ad"
WORDS = [
    *("samhällsbyggnadsförvaltningen", "trafiksäkerhetsåtgärderna", "i", "kommunstyrelsens", "och", "om"),
    *("budgetuppföljning", "tjänsteskrivelsen", "fastighetsförsäljningarna", "vid", "Blomstrandsson", "på"),
]


def parted(word: str, language: str = "sv-SE") -> str:
    """Return a word with a hyphen wherever it may be divided."""
    found = (0, *places(word, language), len(word))
    return "-".join(word[start:end] for start, end in pairwise(found))


def broken(words: str, measure: float, style: Style = BODY_TEXT) -> list[str]:
    """Return the lines of a Swedish text."""
    lines = break_runs(runs_of(words), style, measure, "sv-SE")
    return ["".join(piece for _, piece in line.pieces) for line in lines]


def test_a_last_line_is_never_only_the_end_of_a_word() -> None:
    assert broken("frånvarande, anmält förhinder", 130) == ["frånvarande, anmält", "förhinder"]
    assert broken("Ordföranden antecknar förslaget som ja-proposition i huvudvoteringen.", TEXT) == [
        "Ordföranden antecknar förslaget som ja-proposition i",
        "huvudvoteringen.",
    ]


@pytest.mark.parametrize(
    "word",
    [
        "Blomstrandsson",
        "KS",
        "fr.o.m.",
        "2026-11-12",
        "KS/2026",
        "anna.lind@ekby.se",
        "https://www.ekby.se/protokoll",
        "mål-\u00a0och",
        "§\u00a019",
        "a1bcdefghij",
        "ord",
        "",
    ],
)
def test_names_numbers_abbreviations_and_addresses_are_not_divided(word: str) -> None:
    assert places(word, "sv-SE") == ()


def test_ordinary_words_are_divided_by_the_patterns_of_their_language() -> None:
    assert parted("fastighetsskatt") == "fas-tig-hets-skatt"
    assert parted("(samhällsbyggnad),") == "(sam-hälls-byggnad),"
    assert parted("development", "en-GB") == "devel-op-ment"
    assert parted("fastighetsskatt", "fi") == "fastighetsskatt"


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="abdefgiklmnoprstuvåäö", min_size=1, max_size=25))
def test_three_letters_at_least_stand_before_a_hyphen_and_four_after(word: str) -> None:
    assert all(3 <= place <= len(word) - 4 for place in places(word, "sv-SE"))


def test_a_line_that_is_full_without_it_has_no_hyphen() -> None:
    assert broken("Förvaltningen har lämnat sitt förslag till nämnden i dag.", 195) == [
        "Förvaltningen har lämnat sitt förslag",
        "till nämnden i dag.",
    ]


def test_a_word_is_divided_where_the_line_before_it_would_be_short() -> None:
    lines = broken("Nämnden tar upp samhällsbyggnadsförvaltningens förslag nu.", 190)

    assert lines[0].startswith("Nämnden tar upp samhälls")
    assert lines[0].endswith(HYPHEN)


def test_headings_are_not_divided_unless_a_word_is_wider_than_the_column() -> None:
    assert HYPHEN not in "".join(broken("Om samhällsbyggnadsförvaltningens förslag", 190, HEADING))
    assert broken("Kommunstyrelseförvaltningen", 100, SMALL)[0].endswith(HYPHEN)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40), st.floats(90, 350))
def test_at_most_two_lines_in_a_row_end_in_a_hyphen_and_none_is_too_wide(
    chosen: list[str], measure: float
) -> None:
    lines = break_runs(runs_of(" ".join(chosen)), BODY_TEXT, measure, "sv-SE")

    ends = "".join("-" if line.divided else "." for line in lines)
    assert "---" not in ends or measure < 150
    assert all(line.width <= measure + 0.01 for line in lines)
    assert not lines[-1].divided


def document(words: str) -> tree.Document:
    """Return a document of one text."""
    return tree.Document(
        title="Prov",
        author="Ekby",
        language="sv-SE",
        running=tree.Running(left=("Ekby", "KS"), right=("Prov", "2026")),
        nodes=(tree.Heading(1, "Prov"), tree.Separator(), text.Text(runs_of(words))),
    )


def test_a_divided_word_is_whole_for_those_who_read_the_file() -> None:
    words = " ".join(["fastighetsförsäljningarna"] * 40)
    made = typeset(document(words))

    assert any(line.divided for line in break_runs(runs_of(words), BODY_TEXT, TEXT, "sv-SE"))
    assert folded(words) in page_text(made.data, document(words).running, made.pages)
    assert words in " ".join(structure_text(made.data).split())


def test_no_page_ends_inside_a_word() -> None:
    lines = break_runs(runs_of(" ".join(WORDS * 4)), BODY_TEXT, 200, "sv-SE")
    block = LineBlock(lines, BODY_TEXT, Element("P"))
    divided = [number for number, line in enumerate(lines, 1) if line.divided]

    assert len(divided) > 3
    for number in divided[1:-1]:
        first, _rest = block.part(200, number * BODY_TEXT.leading) or (block, None)
        assert isinstance(first, LineBlock)
        assert len(first.lines) < number
        assert not first.lines[-1].divided
