"""Which pages a job of printing puts on paper, in which order, and on how many sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RANGE = re.compile(r"(\d{1,4})?(?:\s*([-–])\s*(\d{1,4})?)?")
_MOST_COPIES = 200

Range: TypeAlias = tuple[int, int | None]
"""The first page, and the last one, or None for all that follow."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: a page of a document, or nothing where the next document begins a new sheet."""

    document: int
    page: int | None


def read_pages(typed: str) -> tuple[Range, ...]:
    """Return the pages that are typed, as `1–4, 6, 9–`; nothing typed means all of them.

    Raises RuleBroken for anything else.
    """
    found = []
    for part in filter(None, (each.strip() for each in typed.split(","))):
        match = _RANGE.fullmatch(part)
        first, dash, last = match.groups() if match else (None, None, None)
        if match is None or not (first or last):
            raise RuleBroken(N_("{typed} names no pages; write them as in {example}"), **_told(part))
        begins = int(first or 1)
        ends = (int(last) if last else None) if dash else begins
        if not begins or (ends is not None and ends < begins):
            raise RuleBroken(N_("{typed} names no pages; write them as in {example}"), **_told(part))
        found.append((begins, ends))
    return tuple(found)


def _told(part: str) -> dict[str, object]:
    return {"typed": f"”{part}”", "example": "1–4, 6"}


def pages_told(ranges: Sequence[Range]) -> str:
    """Return ranges as they are typed."""
    return ", ".join(_range_told(*each) for each in ranges)


def _range_told(first: int, last: int | None) -> str:
    return str(first) if first == last else f"{first}–{'' if last is None else last}"


def read_copies(typed: str) -> int:
    """Return how many copies are typed; raises RuleBroken for none, or too many."""
    typed = typed.strip() or "1"
    if not typed.isdecimal() or not 1 <= int(typed) <= _MOST_COPIES:
        raise RuleBroken(N_("There can be 1 to {most} copies"), most=_MOST_COPIES)
    return int(typed)


def sides(
    counts: Sequence[int], ranges: Sequence[Range], *, duplex: bool, copies: int = 1
) -> tuple[Side, ...]:
    """Return the sides in their order: each copy whole, each document on sheets of its own.

    `counts` has the pages of each document; `ranges` are pages of each of them.
    """
    once = [
        (place, [page for page in range(1, count + 1) if _wanted(page, ranges)])
        for place, count in enumerate(counts)
    ]
    laid = [side for _copy in range(copies) for side in _once(once, duplex=duplex)]
    while laid and laid[-1].page is None:  # nothing follows
        laid.pop()
    return tuple(laid)


def _once(documents: Sequence[tuple[int, Sequence[int]]], *, duplex: bool) -> Iterator[Side]:
    for place, pages in documents:
        yield from (Side(place, page) for page in pages)
        if duplex and len(pages) % 2:
            yield Side(place, None)


def _wanted(page: int, ranges: Sequence[Range]) -> bool:
    return not ranges or any(first <= page and (last is None or page <= last) for first, last in ranges)


def sheets(count: int, *, duplex: bool) -> int:
    """Return how many sheets of paper so many sides take."""
    return -(-count // 2) if duplex else count
