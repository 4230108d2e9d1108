"""What names paragraphs by number when the numbers change: who was there, and what is to be verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.store.change import id_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.numbering import Paragraph
    from klubban.store.change import Change
    from klubban.store.payload import Row


def follow(
    change: Change, meeting_id: int, numbers: Sequence[tuple[Paragraph, int | None]], year: int | None
) -> None:
    """Let attendance by number, and verifications that are to be done, name the same items as before.

    Where the body writes the year with its numbers, it is given, and a refusal tells it.
    Raises RuleBroken where somebody would be there at none, or it is not known whether they were.
    """
    for row in change.rows("attendance", meeting_id=meeting_id):
        told = {name: _read(row, name) for name in ("paragraphs", "partly")}
        wanted = {
            name: _there(each, numbers, str(row["name"]), year, sure=name == "paragraphs")
            for name, each in told.items()
            if each is not None
        }
        change.update("attendance", id_of(row), **wanted)
    for table in ("verification", "notice"):
        for row in change.rows(table, meeting_id=meeting_id):
            told_of = _read(row, "paragraphs")
            signed = table == "verification" and change.rows("signer", verification_id=id_of(row))
            if told_of is not None and not (signed or row.get("withdrawn_on")):
                immediate = bool(row.get("immediate"))
                change.update(
                    table, id_of(row), paragraphs=_verified(told_of, numbers, year, immediate=immediate)
                )


def _read(row: Row, column: str) -> Paragraphs | None:
    words = row[column]
    return Paragraphs.parse(str(words)) if words else None


def _carried(told: Paragraphs, numbers: Sequence[tuple[Paragraph, int | None]]) -> set[int]:
    """Return what the numbers became; those of no item here stay."""
    became = {item.now: number for item, number in numbers if item.now is not None}
    return {number for each in told if (number := became.get(each, each)) is not None}


def _there(
    told: Paragraphs,
    numbers: Sequence[tuple[Paragraph, int | None]],
    name: str,
    year: int | None,
    *,
    sure: bool,
) -> Paragraphs | None:
    found = _carried(told, numbers)
    for place, (item, number) in enumerate(numbers):
        if item.now is None and number is not None:
            beside = _beside(told, numbers, place)
            if sure and len(beside) > 1:
                raise RuleBroken(
                    "{name} is noted as there at {paragraphs}; whether at {item} is not known, if put there",
                    name=name,
                    paragraphs=told.signs(year),
                    item=item.title,
                )
            if beside == {True}:
                found.add(number)
    if sure and not found:
        raise RuleBroken(
            "{name} is noted as there at {paragraphs} alone", name=name, paragraphs=told.signs(year)
        )
    return Paragraphs.of(found)


def _verified(
    told: Paragraphs,
    numbers: Sequence[tuple[Paragraph, int | None]],
    year: int | None,
    *,
    immediate: bool,
) -> Paragraphs:
    """Return the paragraphs that are to be verified; a new one goes with the one before or after it."""
    found = _carried(told, numbers)
    new = [number for item, number in numbers if item.now is None and number is not None]
    if not immediate:
        found |= {number for number in new if {number - 1, number + 1} & found}
    if not found:
        raise RuleBroken(
            "{paragraphs} alone is to be verified apart; change that first", paragraphs=told.signs(year)
        )
    return Paragraphs.of(found) or told


def _beside(told: Paragraphs, numbers: Sequence[tuple[Paragraph, int | None]], place: int) -> set[bool]:
    """Return whether the paragraphs before and after a new one are among those told of."""
    before = next((item.now for item, _new in reversed(numbers[:place]) if item.now is not None), None)
    after = next((item.now for item, _new in numbers[place + 1 :] if item.now is not None), None)
    return {number in told for number in (before, after) if number is not None}
