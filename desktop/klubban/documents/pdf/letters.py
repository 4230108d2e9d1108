"""Texts as the codes that a file's own subsets of the faces have for their letters.

ReportLab does this letter by letter for each text. Here what one letter became is remembered for the file,
and a text is translated at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.lib.rl_accel import fp_str

from klubban.documents.pdf.fonts import Face, font
from klubban.documents.pdf.styles import PAGE_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.pdf.lines import Line
    from klubban.documents.pdf.styles import Colour, Style

_ESCAPED = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)"}
_PRINTABLE = range(0x20, 0x7F)
_FIRST = 0


class Alphabet(dict[int, str]):
    """What each letter of a face is in the file's first subset of it; more subsets hold what is rare."""

    def __init__(self, face: Face, document: Any) -> None:
        """Begin with no letter used."""
        self._font = font(face)
        self._document = document
        self._rare: dict[str, tuple[int, str]] = {}
        self._names: dict[int, str] = {}

    def __missing__(self, letter: int) -> str:
        """Give the letter its code."""
        ((subset, codes),) = self._font.splitString(chr(letter), self._document)
        shown = "".join(map(_shown, codes))
        if subset != _FIRST:
            self._rare[chr(letter)] = subset, shown
        self[letter] = shown
        return shown

    def codes(self, text: str) -> Iterator[tuple[str, str]]:
        """Walk the text in parts, each with the name of its subset."""
        whole = text.translate(self)
        if self._rare.keys().isdisjoint(text):
            yield self._name(_FIRST), whole
            return
        for letter in text:
            subset, shown = self._rare.get(letter, (_FIRST, self[ord(letter)]))
            yield self._name(subset), shown

    def _name(self, subset: int) -> str:
        if subset not in self._names:
            self._names[subset] = self._font.getSubsetInternalName(subset, self._document)
        return self._names[subset]


class Letters:
    """All faces' letters in one file."""

    def __init__(self, document: Any) -> None:
        """Take ReportLab's document, which the subsets belong to."""
        self._document = document
        self._alphabets: dict[Face, Alphabet] = {}

    def code(self, lines: Sequence[Line], style: Style, x: float, top: float) -> str:
        """Return what draws lines below each other, each with the space that it gave up at its end."""
        foot = PAGE_HEIGHT - top - style.baseline
        code = [f"{_colour(style.colour)} BT 1 0 0 1 {x:.2f} {foot:.2f} Tm"]
        used = ""
        for number, line in enumerate(lines):
            if number:
                code.append(f"0 {-style.leading:g} Td")
            last = len(line.pieces) - 1
            for place, (face, text) in enumerate(line.pieces):
                for name, shown in self._alphabet(face).codes(text + line.joint if place == last else text):
                    if name != used:
                        code.append(f"{name} {style.size:g} Tf")
                        used = name
                    code.append(f"({shown}) Tj")
        code.append("ET")
        return " ".join(code)

    def _alphabet(self, face: Face) -> Alphabet:
        if face not in self._alphabets:
            self._alphabets[face] = Alphabet(face, self._document)
        return self._alphabets[face]


def _shown(code: int) -> str:
    return _ESCAPED.get(code) or (chr(code) if code in _PRINTABLE else f"\\{code:03o}")


@lru_cache(maxsize=64)
def _colour(colour: Colour) -> str:
    return " ".join((*map(fp_str, colour), "rg"))
