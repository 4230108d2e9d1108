"""What a face can print of a text that may hold anything."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from klubban.documents.characters import LINE_ENDS
from klubban.documents.pdf.fonts import Face, characters

if TYPE_CHECKING:
    from collections.abc import Iterator

NBSP, SOFT_HYPHEN, BREAK_HERE = "\u00a0", "\u00ad", "\u200b"
MISSING = "□"
"""Stands for a character that no face has: visible, and never mistaken for a letter."""

_SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_FIXED_SPACES = re.compile("[\u2007\u202f]")
_PLAIN = re.compile(r"[\n -~\u00a0-\u024f\u2010-\u2027]*")
_KEPT = ("\n", SOFT_HYPHEN, BREAK_HERE)
_NO_LETTERS = frozenset(_KEPT)


def clean(text: str) -> str:
    """Return the text composed, with ordinary spaces and line ends, and without invisible characters.

    Control characters have no glyph, and marks that turn the writing's direction could make a page say
    something else than its text.
    """
    text = unicodedata.normalize("NFC", text)
    if _PLAIN.fullmatch(text):
        return text
    text = LINE_ENDS.sub("\n", text)
    text = _FIXED_SPACES.sub(NBSP, _SPACES.sub(" ", text))
    return "".join(one for one in text if one in _KEPT or unicodedata.category(one) not in ("Cc", "Cf"))


def prints(text: str, face: Face) -> bool:
    """Tell whether a face has every letter of a text, whose line ends and break places are not letters."""
    return characters(face).issuperset(map(ord, set(text) - _NO_LETTERS))


def dressed(text: str, face: Face) -> Iterator[tuple[Face, str]]:
    """Walk the text with the face of each stretch; Sans helps out where Serif lacks a letter."""
    if prints(text, face):
        yield face, text
        return
    for used, group in groupby((_printed(one, face) for one in text), key=lambda pair: pair[0]):
        yield used, "".join(letter for _, letter in group)


def _printed(one: str, face: Face) -> tuple[Face, str]:
    code = ord(one)
    if code in characters(face) or one in _KEPT:
        return face, one
    helper = Face.SANS_STRONG if face in (Face.STRONG, Face.STRONG_ITALIC, Face.SANS_STRONG) else Face.SANS
    return helper, one if code in characters(helper) else MISSING


def visible(text: str) -> str:
    """Return the text as a page shows it, for bookmarks, metadata and comparisons."""
    known = _known()
    kept = clean(text).replace(SOFT_HYPHEN, "").replace(BREAK_HERE, "")
    return "".join(one if one == "\n" or ord(one) in known else MISSING for one in kept)


@cache
def _known() -> frozenset[int]:
    return characters(Face.TEXT) | characters(Face.SANS)
