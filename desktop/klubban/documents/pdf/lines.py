"""Runs broken into lines: at spaces, at syllables where a line is short, anywhere in a word that is too wide.

Lines are ragged. They are filled one after the other; where one of them turns out much shorter than the rest,
all of the text's lines are weighed against each other instead, with words divided (Knuth and Plass's way).

Not after hyphens: programs that read pages take one at a line's end for a division, and drop it. Where a word
is divided there is a soft hyphen, which looks like any other and which readers know to drop.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING

from klubban.documents.gluing import glued
from klubban.documents.pdf import hyphens
from klubban.documents.pdf.characters import BREAK_HERE, SOFT_HYPHEN, clean, dressed, prints
from klubban.documents.pdf.fonts import Face, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.documents.pdf.styles import Style
    from klubban.domain.text import Runs

_PARTS = re.compile(rf"(\n| +|{SOFT_HYPHEN}|{BREAK_HERE})")
_NEWLINE, _SPACE = "\n", " "
_MOST_IN_A_ROW = 2
"""So many lines below each other may end in a hyphen."""
_FULL, _FILLED, _LEAST_LAST = 0.85, 0.8, 0.12
"""How far lines are filled that are good as they fall; when they are weighed; and the last one."""
_NEVER_LESS = 0.7
"""Of lines that are less full only the fullest are thought of."""
_HYPHEN, _ANOTHER, _LONELY, _LINE = 0.04, 0.04, 0.05, 0.1
"""What a hyphen costs, one more below it, a short last line, each line; one four fifths full costs 0.04."""
_REST = 0.3
"""What it costs that nothing but the end of a divided word is left for the last line."""
_EVEN = 0.5
"""What the last line of a heading counts of any other's."""

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


def _broken(words: list[Word], style: Style, measure: float, language: str) -> list[Line]:
    """Return the lines of what stands between two line ends."""
    space, hyphen = width(_SPACE, style.face, style.size), width(SOFT_HYPHEN, style.face, style.size)
    ends = _filled(words, space, hyphen, measure)
    if len(ends) == 1 and all(word.width <= measure for word in words):
        return list(_made(words, ends, style))
    crammed = any(word.width > measure for word in words)
    if not crammed:
        lines = list(_made(words, ends, style))
        if not style.even and _good(lines, _FULL, measure):
            return lines
        lines = list(_made(words, _weighed(words, space, hyphen, measure, even=style.even), style))
        if not style.divides or _good(lines, _FILLED, measure):
            return lines
    words = list(_divided(words, style, measure, language))
    return list(_made(words, _weighed(words, space, hyphen, measure, even=style.even), style))


def _good(lines: Sequence[Line], share: float, measure: float) -> bool:
    """Tell whether each line is filled so far, and the last has more than a syllable."""
    return lines[-1].width >= _LEAST_LAST * measure and all(
        line.width >= share * measure for line in lines[:-1]
    )


def _filled(words: Sequence[Word], space: float, hyphen: float, measure: float) -> list[int]:
    """Return before which words lines end when each takes what it has room for."""
    ends = []
    wide, first, gap = 0.0, 0, 0.0
    for number, word in enumerate(words):
        need = word.width + (hyphen if word.after == SOFT_HYPHEN else 0.0)
        if number > first and wide + gap + need > measure:
            ends.append(number)
            wide, first, gap = 0.0, number, 0.0
        wide += gap + word.width
        gap = space if word.after == _SPACE else 0.0
    return [*ends, len(words)]


def _weighed(words: Sequence[Word], space: float, hyphen: float, measure: float, *, even: bool) -> list[int]:
    """Return before which words lines end when all of them together are as even as can be."""
    begins, closes, at = [], [], 0.0
    for word in words:
        begins.append(at)
        closes.append(at + word.width + (hyphen if word.after == SOFT_HYPHEN else 0.0))
        at += word.width + (space if word.after == _SPACE else 0.0)
    count = len(words)
    last_word = max((n for n in range(1, count) if words[n - 1].after != SOFT_HYPHEN), default=0)
    costs, firsts, hyphens_above = [0.0], [0], [0]
    """Of each place where a line may end: the cost, where the line begins, how many above end in a hyphen."""
    for end, close in enumerate(closes, 1):
        divides, ends = words[end - 1].after == SOFT_HYPHEN, end == count
        least = min(bisect_left(begins, close - measure), end - 1)
        most = (
            end if ends else max(bisect_right(begins, close - _NEVER_LESS * measure, least, end), least + 1)
        )
        best, best_first = inf, least
        for first in range(least, most):
            slack = 1 - (close - begins[first]) / measure
            above = hyphens_above[first]
            cost = costs[first] + _LINE
            if divides:
                cost += _HYPHEN + (_ANOTHER if above else 0)
                if above >= _MOST_IN_A_ROW:
                    cost += count  # only where there is no other way
            cost += _last(slack, rest=first > last_word, even=even) if ends else slack * slack
            if cost < best:
                best, best_first = cost, first
        costs.append(best)
        firsts.append(best_first)
        hyphens_above.append(hyphens_above[best_first] + 1 if divides else 0)
    found = [count]
    while firsts[found[-1]]:
        found.append(firsts[found[-1]])
    return found[::-1]


def _last(slack: float, *, rest: bool, even: bool) -> float:
    """Return what a last line costs, which may be the rest of a word."""
    lonely = _LONELY if slack > 1 - _LEAST_LAST else 0.0
    return (_EVEN * slack * slack if even else 0.0) + (_REST if rest else lonely)


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
            places = hyphens.places(text, language, capitals=crammed)
            texts = [text[start:end] for start, end in zip((0, *places), (*places, len(text)), strict=True)]
            parts = [
                Word([(face, part)], width(part, face, style.size), SOFT_HYPHEN) for part in texts if part
            ]
            parts[-1].after = word.after
        for part in parts:
            yield from _cut(part, style.size, measure) if part.width > measure else (part,)


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


def _made(words: Sequence[Word], ends: Sequence[int], style: Style) -> Iterator[Line]:
    """Walk the lines between their ends."""
    for first, end in zip((0, *ends), ends, strict=False):
        pieces: list[tuple[Face, str]] = []
        wide, before = 0.0, ""
        for word in words[first:end]:
            if before == _SPACE and pieces:
                _append(pieces, pieces[-1][0], _SPACE)
                wide += width(_SPACE, style.face, style.size)
            for face, text in word.pieces:
                _append(pieces, face, text)
            wide += word.width
            before = word.after
        if before == SOFT_HYPHEN and end < len(words):
            _append(pieces, pieces[-1][0], SOFT_HYPHEN)
            wide += width(SOFT_HYPHEN, style.face, style.size)
        yield Line(tuple(pieces), wide, _SPACE if before in (_SPACE, _NEWLINE) else "")


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
