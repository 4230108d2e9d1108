"""Where the lines of a text end: as they fall, or weighed against each other (Knuth and Plass's way)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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


@dataclass(frozen=True, slots=True)
class Widths:
    """Where words or their syllables begin and end, were they all in one line."""

    begins: list[float]
    closes: list[float]
    """With the hyphen that there is when a line ends there."""
    divides: list[bool]
    """A line that ends there ends inside a word."""

    def of(self, first: int, end: int) -> float:
        """Return how wide the line is that begins with one and ends before another."""
        return self.closes[end - 1] - self.begins[first] if end > first else 0.0


def filled(widths: Widths, measure: float) -> list[int]:
    """Return before which words lines end when each takes what it has room for."""
    ends, first = [], 0
    for number, close in enumerate(widths.closes):
        if number > first and close - widths.begins[first] > measure:
            ends.append(number)
            first = number
    return [*ends, len(widths.closes)]


def as_they_fall(widths: Widths, ends: Sequence[int], measure: float) -> bool:
    """Tell whether lines that were only filled are good."""
    return _good(widths, ends, _FULL * measure, _LEAST_LAST * measure)


def as_weighed(widths: Widths, ends: Sequence[int], measure: float) -> bool:
    """Tell whether lines that were weighed are good without divided words."""
    return _good(widths, ends, _FILLED * measure, _LEAST_LAST * measure)


def _good(widths: Widths, ends: Sequence[int], least: float, last: float) -> bool:
    *above, below = [widths.of(first, end) for first, end in zip((0, *ends), ends, strict=False)]
    return below >= last and min(above, default=least) >= least


def weighed(widths: Widths, measure: float, *, even: bool) -> list[int]:
    """Return before which words lines end when all of them together are as even as can be."""
    begins, closes, count = widths.begins, widths.closes, len(widths.closes)
    last_word = max((n for n in range(1, count) if not widths.divides[n - 1]), default=0)
    costs, firsts, hyphens_above = [0.0], [0], [0]
    """Of each place where a line may end: the cost, where the line begins, how many above end in a hyphen."""
    for end, close in enumerate(closes, 1):
        divides, ends = widths.divides[end - 1], end == count
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
