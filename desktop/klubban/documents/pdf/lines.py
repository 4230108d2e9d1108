"""Runs broken into lines: at spaces, and anywhere in a word that is wider than its line.

Not after hyphens: programs that read pages take one at a line's end for a division, and drop it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klubban.documents.pdf.characters import BREAK_HERE, SOFT_HYPHEN, clean, dressed, glued
from klubban.documents.pdf.fonts import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.pdf.styles import Style
    from klubban.domain.text import Runs

_PARTS = re.compile(rf"(\n| +|{SOFT_HYPHEN}|{BREAK_HERE})")
_NEWLINE, _SPACE = "\n", " "


@dataclass(slots=True)
class Word:
    """What does not break inside: pieces in their faces, and what follows (space, soft hyphen, nothing)."""

    pieces: list[tuple[Face, str]] = field(default_factory=list)
    width: float = 0.0
    after: str = ""

    def add(self, face: Face, text: str, size: float) -> None:
        """Append a piece."""
        self.pieces.append((face, text))
        self.width += width(text, face, size)


@dataclass(slots=True)
class Line:
    """Pieces of text beside each other."""

    pieces: list[tuple[Face, str]] = field(default_factory=list)
    width: float = 0.0
    joint: str = ""
    """The space that was given up at the line's end; whoever reads the text needs it."""


def break_runs(runs: Runs, style: Style, measure: float) -> list[Line]:
    """Return the lines of a text; at least one, so that an empty text keeps its place."""
    lines = [Line()]
    before = ""
    for word in _words(runs, style):
        line = lines[-1]
        space = width(_SPACE, style.face, style.size) if before == _SPACE and line.pieces else 0.0
        if before == _NEWLINE or (line.pieces and line.width + space + _need(word, style) > measure):
            _end(line, before, style)
            line, space = Line(), 0.0
            lines.append(line)
        if space:
            _append(line, [(line.pieces[-1][0], _SPACE)], space)
        if word.width > measure:
            lines += _crammed(line, word, style.size, measure)
        else:
            _append(line, word.pieces, word.width)
        before = word.after
    lines[-1].joint = _SPACE if before in (_SPACE, _NEWLINE) else ""
    return lines


def _need(word: Word, style: Style) -> float:
    hyphen = width("-", style.face, style.size) if word.after == SOFT_HYPHEN else 0.0
    return word.width + hyphen


def _end(line: Line, after: str, style: Style) -> None:
    if after == SOFT_HYPHEN:
        _append(line, [(style.face, "-")], width("-", style.face, style.size))
    line.joint = _SPACE if after in (_SPACE, _NEWLINE) else ""


def _append(line: Line, pieces: list[tuple[Face, str]], wide: float) -> None:
    for face, text in pieces:
        if line.pieces and line.pieces[-1][0] is face:
            line.pieces[-1] = (face, line.pieces[-1][1] + text)
        else:
            line.pieces.append((face, text))
    line.width += wide


def _crammed(line: Line, word: Word, size: float, measure: float) -> list[Line]:
    """Fill the line and as many more as a word needs that is wider than all of them; return the new ones."""
    made = []
    for face, text in word.pieces:
        for letter in text:
            wide = width(letter, face, size)
            if line.pieces and line.width + wide > measure:
                line = Line()
                made.append(line)
            _append(line, [(face, letter)], wide)
    return made


def _words(runs: Runs, style: Style) -> Iterator[Word]:
    """Walk the words; one may begin in one run and end in the next."""
    word = Word()
    for run in runs:
        face = style.face_for(bold=run.bold, italic=run.italic)
        for number, part in enumerate(_PARTS.split(glued(clean(run.text)))):
            if number % 2:  # what parts words
                if word.pieces or part == _NEWLINE:
                    word.after = part[0]
                    yield word
                    word = Word()
                continue
            _put(word, part, face, style.size)
    if word.pieces:
        yield word


def _put(word: Word, text: str, face: Face, size: float) -> None:
    for used, piece in dressed(text, face) if text else ():
        word.add(used, piece, size)
