"""Where a word may be divided at a line's end, by the patterns of its language."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_BEFORE, _AFTER = 3, 4
"""So many letters at least stand on each side: a lone ending is no reason to divide a word."""
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
    return tuple(len(before) + place for place in _allowed(letters.lower(), patterns))


def _allowed(word: str, name: str) -> list[int]:
    """Return where the patterns allow a division: where the largest number of all that fit is odd (Liang)."""
    patterns, longest = _patterns(name)
    inside = f".{word}."
    points = [0] * (len(inside) + 1)
    for start in range(len(inside)):
        for end in range(start + 1, min(start + longest, len(inside)) + 1):
            pattern = patterns.get(inside[start:end])
            if pattern is not None:
                for place, number in _numbers(pattern):
                    points[start + place] = max(points[start + place], number)
    return [place for place in range(_BEFORE, len(word) - _AFTER + 1) if points[place + 1] % 2]


@lru_cache(maxsize=1 << 12)
def _numbers(pattern: str) -> list[tuple[int, int]]:
    """Return the numbers of a pattern, each with how many letters stand before it."""
    found, letters = [], 0
    for each in pattern:
        if each.isdigit():
            found.append((letters, int(each)))
        else:
            letters += 1
    return found


@cache
def _patterns(name: str) -> tuple[dict[str, str], int]:
    """Return a language's patterns by their letters, and how long they are at most.

    pyphen has them, and parses all of them when it begins; few are ever met.
    """
    import pyphen  # type: ignore[import-untyped]  # it has no types

    data = pyphen.LANGUAGES[name].read_bytes()
    encoding = data.partition(b"\n")[0].decode("ascii").strip()
    letters = data.translate(None, b"0123456789").decode(encoding).split("\n")
    found = dict(zip(letters, data.decode(encoding).split("\n"), strict=True))
    return found, max(len(each) for each in letters if not each[:1].isupper())  # else a setting
