"""Keys of sentences that the program wrote, between a file and a document.

In a file they name what a sentence was written from by its id (`division 12 result`). A document names it by
its number in the item's list, so that the keys hold in every file; `?1` stands for what is no longer there.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from klubban.domain.decided import OpinionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.meeting import Item

THINGS = ("motion", "put", "division", "election", "candidate", "opinion", "recess")
_NAMED = re.compile(rf"(?<!\S)({'|'.join(THINGS)}) ([0-9]+)(?!\S)")
_GONE = re.compile(rf"(?<!\S)({'|'.join(THINGS)}) \?([0-9]+)(?!\S)")


class Numbers:
    """The numbers of an item's things in the lists of a document; reservations come before statements."""

    def __init__(self, item: Item, recesses: Sequence[int] = ()) -> None:
        """Take an item, and the ids of its meeting's recesses; what else its texts name is gone."""
        opinions = sorted(item.opinions, key=lambda each: each.kind is not OpinionKind.RESERVATION)
        lists: Mapping[str, Sequence[int]] = {
            "motion": [each.id for each in item.motions],
            "put": [each.id for each in item.puts],
            "division": [each.id for each in item.divisions],
            "election": [each.id for each in item.elections],
            "candidate": [each.id for election in item.elections for each in election.candidates],
            "opinion": [each.id for each in opinions],
            "recess": recesses,
        }
        self._numbers = {
            (thing, id_): str(number) for thing, ids in lists.items() for number, id_ in enumerate(ids, 1)
        }
        said = chain.from_iterable(own.said for own in item.own_texts)
        gone = (int(number) for each in said for _, number in _GONE.findall(each.key))
        self._last_gone = max(gone, default=0)

    def written(self, key: str) -> str:
        """Return a key of the file as the document has it."""
        return _NAMED.sub(lambda found: f"{found[1]} {self._number(found[1], int(found[2]))}", key)

    def _number(self, thing: str, id_: int) -> str:
        if (thing, id_) not in self._numbers:
            self._last_gone += 1
            self._numbers[thing, id_] = f"?{self._last_gone}"
        return self._numbers[thing, id_]


def read(key: str, ids: Mapping[str, Sequence[int]]) -> str:
    """Return a key of the document as the file has it; `ids` are those of the item's things, in order."""
    return _NAMED.sub(lambda found: f"{found[1]} {ids[found[1]][int(found[2]) - 1]}", key)


def unknown(key: str, counts: Mapping[str, int]) -> str | None:
    """Return what a key of a document names that the item does not have, if anything."""
    for thing, number in _NAMED.findall(key):
        if not 0 < int(number) <= counts[thing]:
            return f"{thing} {number}"
    return None
