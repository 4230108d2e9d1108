"""Runs broken into lines: at spaces, at syllables where a line is short, anywhere in a word that is too wide.

Lines are ragged. They are filled one after the other; where one of them turns out much shorter than the rest,
all of the text's lines are weighed against each other, and again with words divided if that is not enough.

Not after hyphens: programs that read pages take one at a line's end for a division, and drop it. Where a word
is divided there is a soft hyphen, which looks like any other and which readers know to drop.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from klubban.documents.gluing import glued
from klubban.documents.pdf import hyphens, weighing
from klubban.documents.pdf.characters import BREAK_HERE, NBSP, SOFT_HYPHEN, clean, dressed, prints
from klubban.documents.pdf.fonts import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.pdf.styles import Style
    from klubban.domain.text import Runs

_PARTS = re.compile(rf"(\n| +|{SOFT_HYPHEN}|{BREAK_HERE})")
_NEWLINE, _SPACE = "\n", " "

Pieces = tuple[tuple[Face, str], ...]


@dataclass(slots=True)
class Word:
    """What does not break inside: pieces in their faces, and what follows (space, soft hyphen, nothing)."""

    pieces: list[tuple[Face, str]] = field(default_factory=list)
    width: float = 0.0
    after: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces of text beside each other."""

    pieces: Pieces = ()
    width: float = 0.0
    joint: str = ""
    """The space that was given up at the line's end; whoever reads the text needs it."""

    @property
    def divided(self) -> bool:
        """Tell whether the line ends inside a word."""
        return bool(self.pieces) and self.pieces[-1][1].endswith(SOFT_HYPHEN)


@lru_cache(maxsize=1 << 13)
def break_runs(runs: Runs, style: Style, measure: float, language: str = "") -> tuple[Line, ...]:
    """Return the lines of a text; at least one, so that an empty text keeps its place.

    Words are divided in styles that say so, and in any where one is wider than the measure. What was broken
    is remembered: a document that is set anew has few new words.
    """
    lines: list[Line] = []
    paragraph: list[Word] = []
    after = ""
    for word in _words(runs, style):
        paragraph.append(word)
        after = word.after
        if after == _NEWLINE:
            lines += _broken(paragraph, style, measure, language)
            paragraph = []
    if paragraph or not lines:
        lines += _broken(paragraph, style, measure, language)
    if after not in (_SPACE, _NEWLINE):
        lines[-1] = replace(lines[-1], joint="")
    return tuple(lines)


def widest_word(runs: Runs, style: Style) -> float:
    """Return how wide the widest word is, or what is kept together as one."""
    return max((word.width for word in _words(runs, style)), default=0.0)


def _broken(words: list[Word], style: Style, measure: float, language: str) -> list[Line]:
    """Return the lines of what stands between two line ends."""
    widths = _widths(words, style)
    ends = weighing.filled(widths, measure)
    if all(word.width <= measure for word in words):
        if len(ends) == 1 or (not style.even and weighing.as_they_fall(widths, ends, measure)):
            return list(_made(words, ends, widths))
        ends = weighing.weighed(widths, measure, even=style.even)
        if not style.divides or weighing.as_weighed(widths, ends, measure):
            return list(_made(words, ends, widths))
    words = list(_divided(words, style, measure, language))
    widths = _widths(words, style)
    return list(_made(words, weighing.weighed(widths, measure, even=style.even), widths))


def _widths(words: Sequence[Word], style: Style) -> weighing.Widths:
    """Return where each word begins and ends, were they all in one line."""
    space, hyphen = width(_SPACE, style.face, style.size), width(SOFT_HYPHEN, style.face, style.size)
    begins, closes, divides, at = [], [], [], 0.0
    for word in words:
        divided = word.after == SOFT_HYPHEN
        begins.append(at)
        closes.append(at + word.width + (hyphen if divided else 0.0))
        divides.append(divided)
        at += word.width + (space if word.after == _SPACE else 0.0)
    return weighing.Widths(begins, closes, divides)


def _divided(words: Sequence[Word], style: Style, measure: float, language: str) -> Iterator[Word]:
    """Walk the words in parts: syllables where they may be divided, and no part wider than the measure."""
    for word in words:
        crammed = word.width > measure
        if not crammed and not style.divides:
            yield word
            continue
        parts = [word]
        if len(word.pieces) == 1:
            ((face, text),) = word.pieces
            if crammed and NBSP in text.strip(NBSP):
                yield from _divided(list(_parted(word, style.size)), style, measure, language)
                continue
            places = hyphens.places(text, language, capitals=crammed)
            texts = [text[start:end] for start, end in zip((0, *places), (*places, len(text)), strict=True)]
            parts = [
                Word([(face, part)], width(part, face, style.size), SOFT_HYPHEN) for part in texts if part
            ]
            parts[-1].after = word.after
        for part in parts:
            yield from _cut(part, style.size, measure) if part.width > measure else (part,)


def _parted(word: Word, size: float) -> Iterator[Word]:
    """Walk what is held together as the words that it is, where a line has no room for all of it."""
    ((face, text),) = word.pieces
    *some, last = text.split(NBSP)
    yield from (Word([(face, each)], width(each, face, size), _SPACE) for each in some if each)
    yield Word([(face, last)], width(last, face, size), word.after)


def _cut(word: Word, size: float, measure: float) -> Iterator[Word]:
    """Walk a word that is wider than a line as so many letters at a time as a line has room for."""
    part = Word()
    for face, text in word.pieces:
        for letter in text:
            wide = width(letter, face, size)
            if part.pieces and part.width + wide > measure:
                yield part
                part = Word()
            _append(part.pieces, face, letter)
            part.width += wide
    part.after = word.after
    yield part


def _made(words: Sequence[Word], ends: Sequence[int], widths: weighing.Widths) -> Iterator[Line]:
    """Walk the lines between their ends."""
    for first, end in zip((0, *ends), ends, strict=False):
        pieces: list[tuple[Face, str]] = []
        after = ""
        for number, word in enumerate(words[first:end], first + 1):
            for face, text in word.pieces:
                _append(pieces, face, text)
            after = word.after
            if number < end and after == _SPACE:
                _append(pieces, pieces[-1][0], _SPACE)
        if after == SOFT_HYPHEN and end < len(words):
            _append(pieces, pieces[-1][0], SOFT_HYPHEN)
        yield Line(tuple(pieces), widths.of(first, end), _SPACE if after in (_SPACE, _NEWLINE) else "")


def _append(pieces: list[tuple[Face, str]], face: Face, text: str) -> None:
    if pieces and pieces[-1][0] is face:
        pieces[-1] = (face, pieces[-1][1] + text)
    else:
        pieces.append((face, text))


def _words(runs: Runs, style: Style) -> Iterator[Word]:
    """Walk the words; one may begin in one run and end in the next."""
    word = Word()
    for run in runs:
        face = style.face_for(bold=run.bold, italic=run.italic)
        text = glued(clean(run.text))
        whole = prints(text, face)
        for number, part in enumerate(_PARTS.split(text)):
            if number % 2:  # what parts words
                if word.pieces or part == _NEWLINE:
                    word.after = part[0]
                    yield word
                    word = Word()
            elif part:
                for used, piece in ((face, part),) if whole else dressed(part, face):
                    word.pieces.append((used, piece))
                    word.width += width(piece, used, style.size)
    if word.pieces:
        yield word
