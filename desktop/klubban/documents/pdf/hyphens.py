"""Where a word may be divided at a line's end, by the patterns of its language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_LEAST = 3
"""So many letters at least stand on each side."""
_SHORTEST = 8
"""A word of fewer letters is brought to the next line whole."""
_PATTERNS = {"sv": "sv", "en": "en_GB"}
_WORD = re.compile(r"([(\[”»’\"']*)([^\W\d_]+)([)\]”»’\"'.,;:?!…]*)")


@lru_cache(maxsize=1 << 13)
def places(word: str, language: str, *, capitals: bool = False) -> tuple[int, ...]:
    """Return before which characters a word may be divided.

    Names, abbreviations, numbers and addresses never are: only what is written in small letters is, unless
    it is said that capitals are no sign of a name here.
    """
    patterns = _PATTERNS.get(language.partition("-")[0])
    parts = _WORD.fullmatch(word)
    if patterns is None or parts is None:
        return ()
    before, letters, _ = parts.groups()
    ordinary = letters.islower() or (capitals and letters.istitle())
    if not ordinary or len(letters) < _SHORTEST:
        return ()
    found = _dictionary(patterns).positions(letters)
    return tuple(len(before) + int(place) for place in found if place.data is None)


@cache
def _dictionary(name: str) -> Any:
    import pyphen  # type: ignore[import-untyped]  # reads its patterns, and is needed where a word is long

    found = pyphen.Pyphen(lang=name, left=_LEAST, right=_LEAST)
    found.hd.cache = _Forgetful()
    return found


class _Forgetful(dict[str, Any]):
    """What pyphen would remember of each word for ever; `places` remembers the latest."""

    def __setitem__(self, _word: str, _found: Any) -> None:
        """Keep nothing."""
