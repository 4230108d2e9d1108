"""What becomes of the program's sentences in a text that the secretary changed.

A sentence that she left as the program wrote it is written anew from what is recorded now; what she changed,
removed or added is hers for good. Sentences are told apart by the keys of `Said`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klubban.domain.decided import OwnText, Said
from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True)
class Stale:
    """A sentence that she changed or removed, and that the record would write otherwise now."""

    key: str
    was: Blocks
    """What the program said when she changed it."""
    now: Blocks
    """What it would say now; nothing where the record is gone."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A text as it is shown and printed."""

    blocks: Blocks
    by_program: frozenset[int]
    """Indexes of the blocks that are the program's."""
    stale: tuple[Stale, ...] = ()


def merged(said: Sequence[Said], own: OwnText | None, text: Blocks) -> Merged:
    """Return her text with what is said now; `text` is hers, empty where she wrote nothing.

    Text without an OwnText (imported, from an older file) is wholly hers.
    """
    if own is None and text:
        return Merged(text, frozenset())
    blocks = joined(said)
    return Merged(blocks, frozenset(range(len(blocks))))


def joined(said: Iterable[Said]) -> Blocks:
    """Return the sentences as one text."""
    return tuple(block for each in said for block in each.words)
