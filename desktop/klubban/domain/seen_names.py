"""Names in running text beside those of a record: spelt as there, almost so, or with another party."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.domain.body import Named

_WORD = r"[A-ZÅÄÖÉÜØÆ][\w’'-]+"
_NAME = re.compile(rf"(?<![\w-]){_WORD}(?: (?:{_WORD}|von|af|de))* {_WORD}")
_PARTY = re.compile(r" ?\((?P<party>[A-ZÅÄÖ][\w-]{0,7})\)")
_ALIKE = 0.84
"""So much of two names is the same when one is the other, misspelt."""
_LEAST = 2


class NameSeen(StrEnum):
    """How a name stands beside the record's."""

    RIGHT = "right"
    OTHERWISE = "otherwise"
    OTHER_PARTY = "other_party"
    NOBODY = "nobody"


def names_seen(text: str, known: Sequence[Named]) -> Iterator[tuple[str, NameSeen, Named | None]]:
    """Walk the names of a text on one line, each with how it stands and who is meant by the record.

    What has no party, and is like nobody's name, is passed over: places and companies have capitals too.
    """
    people = [each for each in known if not each.is_party and " " in each.name]
    for found in _NAME.finditer(text):
        party = _PARTY.match(text, found.end())
        yield from _one(found.group(), party["party"] if party else None, people)


def _one(
    words: str, party: str | None, people: Sequence[Named]
) -> Iterator[tuple[str, NameSeen, Named | None]]:
    told = f" ({party})" if party else ""
    rest = words
    while rest:
        parts = rest.split()
        exact = _exact(parts, people)
        if exact is None:
            break
        name, right = exact
        rest = rest.partition(name)[2].removeprefix("s").strip()
        last = party if not rest else None
        own = [each for each in right if last is None or each.party in (None, last)]
        kind = NameSeen.RIGHT if own else NameSeen.OTHER_PARTY
        yield f"{name} ({last})" if last else name, kind, (own or right)[0]
    if rest != words:
        return
    near = _nearest(words.split(), people)
    if near is not None:
        name, who = near
        yield f"{name}{told}", NameSeen.OTHERWISE, who
    elif party:
        yield f"{words}{told}", NameSeen.NOBODY, None


def _exact(parts: Sequence[str], people: Sequence[Named]) -> tuple[str, list[Named]] | None:
    """Return the first stretch of words that is somebody's name, be it in the genitive."""
    for start in range(len(parts) - 1):
        for end in range(len(parts), start + 1, -1):
            words = " ".join(parts[start:end])
            for name in (words, words.removesuffix("s")):
                found = [each for each in people if each.name == name]
                if found:
                    return name, found
    return None


def _nearest(parts: Sequence[str], people: Sequence[Named]) -> tuple[str, Named] | None:
    """Return the stretch of words that is most like somebody's name, and could be it misspelt."""
    best, found = _ALIKE, None
    for start in range(len(parts) - 1):
        for end in range(start + _LEAST, len(parts) + 1):
            words = " ".join(parts[start:end])
            for each in people:
                likeness = _likeness(words, each.name, best)
                if likeness > best:
                    best, found = likeness, (words, each)
    return found


def _likeness(words: str, name: str, least: float) -> float:
    """Return how much of two names is the same; of names whose first and last words differ, nothing."""
    (one, first, last), (other, others_first, others_last) = _folded(words), _folded(name)
    if one == other:
        return 1.0
    if not (first == others_first or last in (others_last, f"{others_last}s")):
        return 0.0
    if 2 * min(len(one), len(other)) <= least * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > least else 0.0


@lru_cache(maxsize=4096)  # everybody's name is held against each that is written
def _folded(name: str) -> tuple[str, str, str]:
    """Return a name without case and accents, and its first and last word."""
    parted = unicodedata.normalize("NFKD", name.casefold())
    folded = "".join(each for each in parted if not unicodedata.combining(each))
    words = folded.split() or [folded]
    return folded, words[0], words[-1]
