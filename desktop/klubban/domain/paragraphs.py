"""Sets of paragraph numbers as people write them: `57-64, 66`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klubban.domain.errors import RuleBroken

_PART = re.compile(r"\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?\s*")


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraph numbers as ranges with both ends in them, ascending and apart."""

    ranges: tuple[tuple[int, int], ...]

    @classmethod
    def parse(cls, text: str) -> Paragraphs:
        """Read `57-64, 66`; raises RuleBroken for anything else."""
        ranges: list[tuple[int, int]] = []
        for part in text.split(","):
            found = _PART.fullmatch(part)
            if not found:
                raise RuleBroken("Expected paragraphs such as 57-64, 66, not {text}", text=text)
            first, last = int(found[1]), int(found[2] or found[1])
            if first < 1 or last < first or (ranges and first <= ranges[-1][1]):
                raise RuleBroken("The paragraphs {text} are not in ascending order", text=text)
            ranges.append((first, last))
        return cls(tuple(ranges))

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Paragraphs | None:
        """Return the ranges that cover the numbers, or None for no numbers."""
        ranges: list[tuple[int, int]] = []
        for number in sorted(set(numbers)):
            if ranges and number == ranges[-1][1] + 1:
                ranges[-1] = (ranges[-1][0], number)
            else:
                ranges.append((number, number))
        return cls(tuple(ranges)) if ranges else None

    def __contains__(self, number: int) -> bool:
        """Tell whether a paragraph is among these."""
        return any(first <= number <= last for first, last in self.ranges)

    def __iter__(self) -> Iterator[int]:
        """Walk the numbers."""
        for first, last in self.ranges:
            yield from range(first, last + 1)

    def __str__(self) -> str:
        """Return the form that `parse` reads."""
        return self._joined("-")

    @property
    def printed(self) -> str:
        """Return the printed form: `§ 19`, `§§ 57–64, 66`, with spaces that do not break."""
        return self.signs()

    def signs(self, year: int | None = None) -> str:
        """Return the printed form, with its year where one is given: `§ 63/26`, `§§ 57–64, 66/26`."""
        several = len(self.ranges) > 1 or self.ranges[0][0] != self.ranges[0][1]
        return f"{'§§' if several else '§'}\u00a0{in_year(self._joined('–'), year)}"

    def _joined(self, dash: str) -> str:
        return ", ".join(str(a) if a == b else f"{a}{dash}{b}" for a, b in self.ranges)


def in_year(number: int | str, year: int | None) -> str:
    """Return a number, or several that share their year, as paragraphs have them: `63`, `63/26`."""
    return str(number) if year is None else f"{number}/{year % 100:02}"
