"""Column types: a domain value on one side, a plain text or integer in a STRICT table on the other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, Text, TypeDecorator
from sqlalchemy.engine import Dialect

from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Blocks, clean, from_json, tidy, to_json


def compact(value: object) -> str:
    """Return JSON in its one canonical form: sorted keys, no spaces, UTF-8 as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class Words(TypeDecorator[str]):
    """One line or more of plain words, in NFC and without control characters."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | None:
        """Clean what goes in; raises RuleBroken for control characters."""
        return None if value is None else clean(value)


class Day(TypeDecorator[date]):
    """A date as `2016-02-22`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect | None) -> str | None:
        """Write a date."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Read a date."""
        return None if value is None else date.fromisoformat(value)


class Clock(TypeDecorator[time]):
    """A local time of day as `18:30`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect | None) -> str | None:
        """Write a time."""
        return None if value is None else value.isoformat("minutes")

    def process_result_value(self, value: Any, dialect: Dialect) -> time | None:
        """Read a time."""
        return None if value is None else time.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect | None) -> int | None:
        """Write a flag."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Read a flag."""
        return None if value is None else bool(value)


class Choice(TypeDecorator[StrEnum]):
    """One word of a domain enumeration."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        """Take the enumeration that names the words."""
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect | None) -> str | None:
        """Write the word."""
        return None if value is None else str(self.words(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Read the word."""
        return None if value is None else self.words(value)


class BlockText(TypeDecorator[Blocks]):
    """A text in blocks, as JSON; never null, empty when there is none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Blocks | None, dialect: Dialect | None) -> str:
        """Write the blocks, tidied; raises RuleBroken for control characters."""
        return compact(to_json(tidy(value or ())))

    def process_result_value(self, value: Any, dialect: Dialect) -> Blocks:
        """Read the blocks."""
        return from_json(json.loads(value))


class Lines(TypeDecorator[Sequence[str]]):
    """A short list of words as JSON; never null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect | None) -> str:
        """Write the list; raises RuleBroken for control characters."""
        return compact([clean(line) for line in value or ()])

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """Read the list."""
        return tuple(json.loads(value))


class Record(TypeDecorator[dict[str, Any]]):
    """A small JSON object; never null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect | None) -> str:
        """Write the object."""
        return compact(value or {})

    def process_result_value(self, value: Any, dialect: Dialect) -> dict[str, Any]:
        """Read the object."""
        found: dict[str, Any] = json.loads(value)
        return found


class ParagraphSet(TypeDecorator[Paragraphs]):
    """Paragraph numbers as `57-64, 66`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Paragraphs | None, dialect: Dialect | None) -> str | None:
        """Write the ranges."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Paragraphs | None:
        """Read the ranges."""
        return None if value is None else Paragraphs.parse(value)
