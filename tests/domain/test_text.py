from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as some

from klubban.domain import text
from klubban.domain.errors import RuleBroken
from klubban.domain.text import Bullets, Points, Run, Table, Text

letters = some.text(some.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
styled = some.builds(Run, letters, some.booleans(), some.booleans(), some.booleans())
runs = some.lists(styled, max_size=4).map(tuple)
items = some.lists(runs, max_size=3).map(tuple)
blocks = some.lists(
    some.builds(Text, runs)
    | some.builds(Points, items)
    | some.builds(Bullets, items)
    | some.builds(Table, some.lists(items, max_size=3).map(tuple)),
    max_size=4,
).map(tuple)


@given(blocks)
def test_a_tidy_text_comes_back_from_json_as_it_was(written: text.Blocks) -> None:
    tidied = text.tidy(written)

    assert text.from_json(text.to_json(tidied)) == tidied


@given(blocks)
def test_tidying_twice_changes_nothing_more(written: text.Blocks) -> None:
    tidied = text.tidy(written)

    assert text.tidy(tidied) == tidied


@given(blocks)
def test_a_tidy_text_has_no_empty_block_and_no_two_runs_of_one_style(written: text.Blocks) -> None:
    for block in text.tidy(written):
        parts = (
            [block.runs] if isinstance(block, Text) else block.items if not isinstance(block, Table) else ()
        )
        for part in parts:
            assert text.plain_runs(part).strip()
            styles = [(run.bold, run.italic, run.masked) for run in part]
            assert all(one != other for one, other in itertools.pairwise(styles))


def test_blank_lines_part_texts() -> None:
    assert text.from_plain("Ett\nstycke.\n\n \nEtt till.\n") == (
        Text((Run("Ett\nstycke."),)),
        Text((Run("Ett till."),)),
    )


def test_letters_are_composed_and_line_ends_plain() -> None:
    assert text.clean("A\u030ar\r\no\u0308") == "År\nö"


def test_an_accent_that_stood_in_a_run_of_its_own_becomes_one_with_its_letter() -> None:
    apart = Text((Run("A"), Run("\u030a"), Run(" ett\r"), Run("\ntvå"), Run("\u0308", bold=True)))

    assert text.tidy([apart]) == (Text((Run("Å ett\ntvå"), Run("\u0308", bold=True))),)


@pytest.mark.parametrize("code", ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\uffff"])
def test_a_character_that_cannot_be_printed_is_refused_with_its_place(code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        text.clean(f"abc{code}")

    assert refused.value.facts == {"code": f"U+{ord(code):04X}", "position": 4}


def test_markup_is_only_characters() -> None:
    (block,) = text.from_plain("<b>&amp;</b>")

    assert text.lines((block,)) == ["<b>&amp;</b>"]


@pytest.mark.parametrize("shape", [{}, {"p": 1}, {"points": "a"}, {"p": "a", "points": []}, {"h": "a"}])
def test_another_shape_is_no_block(shape: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        text.from_json([shape])
