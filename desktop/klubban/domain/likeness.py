"""Where sentences stand in a text that somebody may have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from klubban.domain.decided import Said
from klubban.domain.text import Block, Blocks, Points, Runs, Table, Text, plain

_ALIKE = 0.6
"""So much of two sentences is the same when one is the other, changed."""
_SOMEWHAT = 0.4
"""As much where it stands in the place of the other."""
_LONGEST = 2_000
"""Nobody changes a sentence of the program's into one that is longer."""

Form: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """From which block of a text to which a sentence stands."""

    start: int
    end: int
    untouched: bool = True
    """It stands as it was said; else it was changed."""


def same(some: Blocks, others: Blocks) -> bool:
    """Tell whether two texts say the same; an editor may have made plain spaces of no-break ones."""
    return _forms(some) == _forms(others)


def where(said: Sequence[Said], text: Blocks) -> dict[str, Place]:
    """Return by key where sentences stand: word for word, or else what is most like them."""
    found = _in_order(said, text)
    for each in said:
        if each.key not in found and (place := _word_for_word(each.words, text, found)):
            found[each.key] = place
    for each in said:
        if each.key not in found and (place := _most_alike(each.words, text, found, _ALIKE)):
            found[each.key] = place
    for number, each in enumerate(said):
        if each.key not in found:
            between = _between(said, number, found, len(text))
            if place := _most_alike(each.words, text, found, _SOMEWHAT, between):
                found[each.key] = place
    return found


def _between(said: Sequence[Said], number: int, found: dict[str, Place], end: int) -> range:
    """Return where a sentence would stand: between those found that come before and after it."""
    before = next((found[each.key].end for each in reversed(said[:number]) if each.key in found), 0)
    after = next((found[each.key].start for each in said[number + 1 :] if each.key in found), end)
    return range(before, after)


def _in_order(said: Sequence[Said], text: Blocks) -> dict[str, Place]:
    """Return where sentences stand word for word, in their order; those around tell equal ones apart."""
    forms = [form for each in said for form in _forms(each.words)]
    at = {
        match.a + step: match.b + step
        for match in SequenceMatcher(None, forms, _forms(text), autojunk=False).get_matching_blocks()
        for step in range(match.size)
    }
    found, begin = {}, 0
    for each in said:
        count = len(each.words)
        places = [at.get(begin + step) for step in range(count)]
        first = places[0] if places else None
        if first is not None and places == list(range(first, first + count)):
            found[each.key] = Place(first, first + count)
        begin += count
    return found


def _word_for_word(words: Blocks, text: Blocks, found: dict[str, Place]) -> Place | None:
    free = _free(text, len(words), found)
    return next((place for place in free if same(text[place.start : place.end], words)), None)


def _most_alike(
    words: Blocks, text: Blocks, found: dict[str, Place], least: float, within: range | None = None
) -> Place | None:
    """Return where something stands that is much like some words, and was likely made of them."""
    was = plain(words)
    best, place = least, None
    for count in sorted({len(words), 1}, reverse=True):
        for free in _free(text, count, found):
            if within is not None and not (within.start <= free.start and free.end <= within.stop):
                continue
            likeness = _likeness(was, plain(text[free.start : free.end]), best)
            if likeness > best:
                best, place = likeness, Place(free.start, free.end, untouched=False)
    return place


def _likeness(some: str, other: str, least: float) -> float:
    """Return how much of the words of two texts is the same, where that is more than the least."""
    if not some or not other or len(other) > _LONGEST or len(some) > _LONGEST:
        return 0
    matcher = SequenceMatcher(None, some.split(), other.split(), autojunk=False)
    if matcher.real_quick_ratio() <= least or matcher.quick_ratio() <= least:
        return 0
    return matcher.ratio()


def _free(text: Blocks, count: int, found: dict[str, Place]) -> Iterator[Place]:
    """Walk the stretches of so many blocks that no sentence is found in."""
    taken = {at for place in found.values() for at in range(place.start, place.end)}
    for start in range(len(text) - count + 1):
        if count and taken.isdisjoint(range(start, start + count)):
            yield Place(start, start + count)


def _forms(blocks: Blocks) -> list[Form]:
    return [_form(block) for block in blocks]


def _form(block: Block) -> Form:
    """Return what is compared of a block."""
    match block:
        case Text(runs):
            return ("text", _loose(runs))
        case Table(rows):
            return ("table", *(tuple(map(_loose, row)) for row in rows))
        case _:
            return ("points" if isinstance(block, Points) else "bullets", *map(_loose, block.items))


def _loose(runs: Runs) -> Form:
    return tuple((run.text.replace("\u00a0", " "), run.bold, run.italic, run.masked) for run in runs)
