"""Which words of a text are looked up, and where they stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"(?<![\w@./\\-])[^\W\d_]+(?:[-’'][^\W\d_]+)*(?![\w@\\]|\.\w)")
_ABBREVIATION = 6
"""Capitals alone, no longer than this, are an abbreviation: SKR, KSAU, KD."""
_LEAST = 2
_SLOT = re.compile(r"<[^<>\n]*>")


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """Walk the words that can be looked up, with their places: no number, address, abbreviation, slot."""
    slots = [found.span() for found in _SLOT.finditer(text)] if "<" in text else []
    for found in _WORD.finditer(text):
        word = found.group()
        if len(word) < _LEAST or (word.isupper() and len(word) <= _ABBREVIATION):
            continue
        if not any(start <= found.start() < end for start, end in slots):
            yield found.start(), word


def parts_of(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names, folded, each alone and as it is written with hyphens."""
    found: set[str] = set()
    for name in names:
        for word in name.replace("–", " ").split():
            bare = word.strip(".,;:()[]”“\"'")
            found |= {bare.casefold(), *bare.casefold().split("-")}
    return frozenset(filter(None, found))


def is_name(word: str, names: frozenset[str]) -> bool:
    """Tell whether a word is one of these, also in the genitive: Åbergs, Klubbans."""
    folded = word.casefold()
    if folded in names or (folded.endswith("s") and folded.removesuffix("s") in names):
        return True
    return "-" in folded and all(is_name(part, names) for part in folded.split("-"))
