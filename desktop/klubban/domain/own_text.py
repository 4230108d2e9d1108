"""What becomes of the program's sentences in a text that the secretary changed.

A sentence that she left as the program wrote it is written anew from what is recorded now; what she changed,
removed or added is hers for good. Sentences are told apart by the keys of `Said`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from klubban.domain.decided import OwnText, Said, Written
from klubban.domain.likeness import Place, same, where
from klubban.domain.text import Block, Blocks


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some blocks that belong together: a sentence of the program's, one that she changed, or one of hers."""

    key: str | None
    blocks: Blocks
    by_program: bool


def merged(said: Sequence[Said], own: OwnText | None, text: Blocks) -> Merged:
    """Return her text with what is said now; `text` is hers, empty where she wrote nothing.

    Text without an OwnText (imported, from an older file) is wholly hers.
    """
    if own is None and text:
        return Merged(text, frozenset())
    if own is None:
        blocks = joined(said)
        return Merged(blocks, frozenset(range(len(blocks))))
    places = where(own.said, text)
    pieces = _pieces(text, places, {each.key: each.words for each in said})
    known = {each.key for each in own.said}
    for number, each in enumerate(said):
        if each.key not in known:
            at = _place_of_new(pieces, said, number)
            pieces.insert(at, _Piece(each.key, each.words, by_program=True))
    return _put_together(pieces, _stale(said, own, places))


def joined(said: Iterable[Said]) -> Blocks:
    """Return the sentences as one text."""
    return tuple(block for each in said for block in each.words)


def _pieces(text: Blocks, places: Mapping[str, Place], now: Mapping[str, Blocks]) -> list[_Piece]:
    """Return her text in pieces, the sentences that she left alone written anew; gone ones are empty."""
    starts = {place.start: (key, place) for key, place in places.items()}
    pieces, at = [], 0
    while at < len(text):
        key, place = starts.get(at, (None, None))
        end = place.end if place else at + 1
        if place and place.untouched and key is not None:
            pieces.append(_Piece(key, now.get(key, ()), by_program=True))
        else:
            pieces.append(_Piece(key, text[at:end], by_program=False))
        at = end
    return pieces


def _place_of_new(pieces: Sequence[_Piece], said: Sequence[Said], number: int) -> int:
    """Return where a new sentence stands: after the nearest one before it, and what she wrote after that."""
    there = {piece.key: index for index, piece in enumerate(pieces) if piece.key is not None}
    for before in reversed(said[:number]):
        if before.key in there:
            at = there[before.key] + 1
            while at < len(pieces) and pieces[at].key is None:
                at += 1
            return at
    return next((there[after.key] for after in said[number + 1 :] if after.key in there), len(pieces))


def _put_together(pieces: Iterable[_Piece], stale: tuple[Stale, ...]) -> Merged:
    blocks: list[Block] = []
    by_program: set[int] = set()
    for piece in pieces:
        if piece.by_program:
            by_program.update(range(len(blocks), len(blocks) + len(piece.blocks)))
        blocks += piece.blocks
    return Merged(tuple(blocks), frozenset(by_program), stale)


def _stale(said: Sequence[Said], own: OwnText, places: Mapping[str, Place]) -> tuple[Stale, ...]:
    now = {each.key: each.words for each in said}
    found = []
    for each in own.said:
        place, words = places.get(each.key), now.get(each.key, ())
        hers = place is None or not place.untouched
        # What she removed, and whose record is gone, has nothing left to disagree.
        if hers and not same(words, each.words) and (words or place):
            found.append(Stale(each.key, each.words, words))
    return tuple(found)


# --- when she has written


def noted(said: Sequence[Said], own: OwnText | None, text: Blocks, blocks: Blocks) -> tuple[Said, ...]:
    """Return what is to be noted as said when she leaves a text as `blocks`; `text` is how it was before.

    A sentence that she had changed keeps what the program said then, as long as hers stands.
    """
    before = where(own.said, text) if own else {}
    old = {each.key: each.words for each in own.said} if own else {}
    hers = {key for key in old if key not in before or not before[key].untouched}
    now = where(said, blocks)
    made = [
        Said(key=each.key, words=old[each.key])
        if each.key in hers and not (each.key in now and now[each.key].untouched)
        else each
        for each in said
    ]
    there = {each.key for each in said}
    made += [each for each in (own.said if own else ()) if each.key in hers - there and each.key in before]
    return _settled(said, tuple(made), blocks)


def _settled(said: Sequence[Said], made: tuple[Said, ...], blocks: Blocks) -> tuple[Said, ...]:
    """Return what is noted so that the text stays as she left it, also where it repeats what was said."""
    own = OwnText(id=0, part=Written.PROCEEDINGS, said=made)
    return made if same(merged(said, own, blocks).blocks, blocks) else tuple(said)


def taken_in(said: Sequence[Said], own: OwnText, text: Blocks, key: str) -> Blocks:
    """Return the text with what is said now for a key: in place of hers, or where it belongs."""
    now = next((each for each in said if each.key == key), None)
    place = where(own.said, text).get(key)
    if place:
        return (*text[: place.start], *(now.words if now else ()), *text[place.end :])
    forgotten = replace(own, said=tuple(each for each in own.said if each.key != key))
    return merged(said, forgotten, text).blocks


def kept(said: Sequence[Said], own: OwnText, key: str) -> tuple[Said, ...]:
    """Return what is noted as said when hers is to stand against what is said now for a key."""
    now = {each.key: each for each in said}
    told = (now.get(key) if each.key == key else each for each in own.said)
    return tuple(each for each in told if each is not None)
