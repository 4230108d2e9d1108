"""Values of the open format, made up by Hypothesis as `dump` would write them."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any, TypeAlias

from hypothesis import strategies as st

from klubban.domain.text import Bullets, Points, Run, Table, Text, tidy
from klubban.exchange import keys

Object: TypeAlias = dict[str, Any]

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


WORDS = (
    st.text(LETTERS, min_size=1, max_size=30).map(_plain).filter(lambda text: bool(text) and "\n" not in text)
)
TITLES = WORDS.map(lambda text: " ".join(text.split()))
DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31)).map(date.isoformat)
CLOCKS = st.times().map(lambda moment: f"{moment:%H:%M}")
NUMBERS = st.integers(1, 999_999)
RANGES = st.sampled_from(["1", "1-21", "57-64, 66", "3, 5, 7-9"])

_LINES = st.one_of(WORDS, st.sampled_from(["två\nrader", "ett\n\nhål", " luft "]))
_RUNS = st.lists(st.builds(Run, _LINES, st.booleans(), st.booleans()), max_size=3).map(tuple)
_ROWS = st.lists(st.lists(_RUNS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)
_BLOCKS = st.lists(
    st.one_of(
        st.builds(Text, _RUNS),
        st.builds(Points, st.lists(_RUNS, max_size=3).map(tuple)),
        st.builds(Bullets, st.lists(_RUNS, max_size=3).map(tuple)),
        st.builds(Table, _ROWS),
    ),
    max_size=3,
)
TEXTS = _BLOCKS.map(lambda blocks: keys.text(tidy(blocks)))
DECISIONS = _BLOCKS.map(lambda blocks: keys.decision(tidy(blocks)))


def words_of(kind: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([word.value for word in kind])


def an_object(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Object]:
    """Return objects without keys that have nothing to say, as `dump` leaves them out."""
    made = st.fixed_dictionaries(required, optional=optional)
    return made.map(
        lambda found: {key: part for key, part in found.items() if key in required or _says(part)}
    )


def _says(part: Any) -> bool:
    return part is not False and part not in ("", [], {})


def some(of: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[list[Any]]:
    return st.lists(of, max_size=most)


def one_or_many(of: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return one, or at least two: a list of one is written without its list."""
    return st.lists(of, min_size=1, max_size=3).map(
        lambda found: found[0] if len(found) == 1 and found[0] else found
    )


def keyed(things: list[Object], prefix: str) -> list[Object]:
    """Give things keys of their own."""
    return [{"key": f"{prefix}{place}", **thing} for place, thing in enumerate(things)]
