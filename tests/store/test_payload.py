"""What an entry says: differences that can be applied, taken back, written down and read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klubban.store.payload import LONG, Payload, Row, RowChange, digest, updated

WORDS = st.text(alphabet="abå𝄞ö \n", max_size=200)
VALUES = st.one_of(st.none(), st.integers(-5, 5), WORDS)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text and what somebody made of it by writing over a stretch."""
    before = draw(WORDS)
    start = draw(st.integers(0, len(before)))
    end = draw(st.integers(start, len(before)))
    return before, before[:start] + draw(WORDS) + before[end:]


@given(edits())
def test_a_difference_leads_from_before_to_after_and_back(edit: tuple[str, str]) -> None:
    before, after = edit

    change = updated("item", 1, {"text": before}, {"text": after})

    if before == after:
        assert not change.cells
    else:
        assert change.applied({"text": before}) == {"text": after}
        assert change.reversed().applied({"text": after}) == {"text": before}
        assert change.reversed().reversed() == change


@given(st.dictionaries(st.sampled_from("abcd"), VALUES), st.data())
def test_a_change_of_any_columns_leads_there_and_back(before: Row, data: st.DataObject) -> None:
    after = {name: data.draw(VALUES) for name in before}

    change = updated("item", 1, before, after)

    assert set(change.cells) == {name for name in before if before[name] != after[name]}
    assert before | change.applied(before) == after
    assert after | change.reversed().applied(after) == before


@given(st.lists(edits(), max_size=3), st.text(), st.one_of(st.none(), st.just(("item", 3))))
def test_what_is_written_is_read(
    made: list[tuple[str, str]], words: str, place: tuple[str, int] | None
) -> None:
    rows = tuple(updated("item", 1, {"text": one}, {"text": other}) for one, other in made)
    added = RowChange("+", "person", 7, {"id": 7, "name": "Bo Ek", "party": None})
    payload = Payload({"item": words.encode("utf-8", "replace").decode()}, place, (*rows, added))

    text = payload.text()

    assert Payload.read(text) == payload
    assert Payload.read(text).text() == text
    assert len(digest(text)) == 32


def test_adding_and_taking_out_are_each_others_reverse() -> None:
    added = RowChange("+", "person", 7, {"id": 7, "name": "Bo Ek"})

    assert added.reversed() == RowChange("-", "person", 7, {"id": 7, "name": "Bo Ek"})
    assert added.reversed().reversed() == added


def test_short_values_are_kept_whole_and_long_ones_as_what_differs() -> None:
    short = updated("item", 1, {"title": "Trygghet"}, {"title": "Otrygghet"})
    long = updated("item", 1, {"text": "a" * LONG}, {"text": "a" * LONG + "b"})

    assert short.cells == {"title": ["Trygghet", "Otrygghet"]}
    assert long.cells == {"text": {"at": LONG, "out": "", "in": "b"}}


@pytest.mark.parametrize(
    "now", [None, 3, "", "a" * LONG, "b" + "a" * LONG], ids=["nothing", "a number", "empty", "short", "other"]
)
def test_a_difference_is_not_applied_to_another_text(now: object) -> None:
    change = updated("item", 1, {"text": "a" * LONG + "slut"}, {"text": "a" * LONG + "början"})

    with pytest.raises(ValueError):  # noqa: PT011 - it says which value
        change.applied({"text": now})  # type: ignore[dict-item] # the point of it


def test_a_value_is_not_set_over_another_than_it_was() -> None:
    change = updated("item", 1, {"number": 19}, {"number": 20})

    with pytest.raises(ValueError, match="21"):
        change.applied({"number": 21})
