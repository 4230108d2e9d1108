"""Masks that stay on words which the program takes over into sentences and decisions of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.masking import each_of, masked_words
from klubban.domain.stances import without_besides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.text import Blocks, Run, Runs


def masked_as(blocks: Blocks, source: object) -> Blocks:
    """Return a text with those words masked that are masked in what it was made of, a record or a text."""
    sought = _sought_in(source)
    return tuple(each_of(block, lambda runs: _runs(runs, sought)) for block in blocks) if sought else blocks


def without_words(text: str, source: object, sign: str) -> str:
    """Return a line with a sign for each of the words that are masked in what it was made of."""
    sought = _sought_in(source)
    return sought.sub(lambda _found: sign, text) if sought else text


def _sought_in(source: object) -> re.Pattern[str] | None:
    words = {each for masked in masked_words(source) for each in _said_as(masked)}
    longest_first = sorted(words, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(_sought, longest_first)), re.IGNORECASE) if words else None


def _said_as(masked: str) -> Iterator[str]:
    """Walk how masked words may be taken over: without marks around them, or a little word before."""
    for words in {_bare(masked), _bare(without_besides(masked))} - {""}:
        yield words
        first, _space, rest = words.partition(" ")
        if first.islower() and rest[:1].isupper():
            yield rest


def _bare(words: str) -> str:
    return words.strip(" .,;:!?\n\u00a0")


def _sought(words: str) -> str:
    """Return what finds words as they stand alone; a sentence may have made other spaces of theirs."""
    parts = r"\s+".join(map(re.escape, words.split()))
    return rf"(?<!\w){parts}(?!\w)" if words[0].isalnum() and words[-1].isalnum() else parts


def _runs(runs: Runs, sought: re.Pattern[str]) -> Runs:
    return tuple(part for run in runs for part in ([run] if run.masked else _parts(run, sought)))


def _parts(run: Run, sought: re.Pattern[str]) -> Iterator[Run]:
    at = 0
    for found in sought.finditer(run.text):
        if found.start() > at:
            yield run.saying(run.text[at : found.start()])
        yield replace(run.saying(found.group()), masked=True)
        at = found.end()
    if at < len(run.text):
        yield run.saying(run.text[at:])
