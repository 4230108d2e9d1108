"""Columns of numbers, which stand against their right side in every format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIGURES = re.compile(r"[-−–+]?[\d\s.,:%\u00a0]*\d[\d\s.,:%\u00a0]*(?:kr|kronor|%)?")


def are_figures(cells: Iterable[str]) -> bool:
    """Tell whether a column holds numbers alone; cells with nothing, or a dash, are passed over."""
    found = [stripped for cell in cells if (stripped := cell.strip()) not in ("", "–")]
    return bool(found) and all(_FIGURES.fullmatch(each) for each in found)
