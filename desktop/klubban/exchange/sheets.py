"""Rows for a spreadsheet, as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV; nothing as an empty field, and no words that a spreadsheet would calculate."""
    text = StringIO()
    csv.writer(text).writerows([_field(value) for value in row] for row in rows)
    return text.getvalue()


def _field(value: object) -> object:
    """Return a field; words that begin like a formula get an apostrophe, which spreadsheets do not show."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return "" if value is None else value
