"""Column types: a domain value on one side, a plain text or integer in a STRICT table on the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import Integer, Text, TypeDecorator
from sqlalchemy.engine import Dialect

from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import Blocks, clean, from_json, tidy, to_json


def compact(value: object) -> str:
    """Return JSON in its one canonical form: sorted keys, no spaces, UTF-8 as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


class Unreadable(Exception):
    """A cell holds what was never written there: the file is damaged, or something else wrote in it."""


T = TypeVar("T")


class Kept(TypeDecorator[T]):
    """A type whose values are read out of what SQLite keeps; `read` raises for what cannot be one."""

    __abstract__ = True

    def read(self, value: Any) -> T:
        """Read a value that is not null."""
        raise NotImplementedError

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], T | None]:
        """Return what reads a value or raises Unreadable: a call for each cell, where there were two."""
        read = self.read

        def read_cell(value: Any) -> T | None:
            try:
                return None if value is None else read(value)
            except (ValueError, TypeError, AttributeError, ArithmeticError, RuleBroken) as error:
                raise Unreadable(value) from error

        return read_cell


class Words(TypeDecorator[str]):
    """One line or more of plain words, in NFC and without control characters."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect | None) -> str | None:
        """Clean what goes in; raises RuleBroken for control characters."""
        return None if value is None else clean(value)


class Day(Kept[date]):
    """A date as `2016-02-22`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect | None) -> str | None:
        """Write a date."""
        return None if value is None else value.isoformat()

    def read(self, value: Any) -> date:
        """Read a date."""
        return date.fromisoformat(value)


class Clock(Kept[time]):
    """A local time of day as `18:30`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect | None) -> str | None:
        """Write a time."""
        return None if value is None else value.isoformat("minutes")

    def read(self, value: Any) -> time:
        """Read a time."""
        return time.fromisoformat(value)


class Amount(Kept[Decimal]):
    """A decimal number as its digits: `12.5`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect | None) -> str | None:
        """Write the digits, without an exponent."""
        return None if value is None else f"{value:f}"

    def read(self, value: Any) -> Decimal:
        """Read the number."""
        return Decimal(value)


class Flag(Kept[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect | None) -> int | None:
        """Write a flag."""
        return None if value is None else int(value)

    def read(self, value: Any) -> bool:
        """Read a flag."""
        return bool(value)


class Choice(Kept[StrEnum]):
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

    def read(self, value: Any) -> StrEnum:
        """Read the word."""
        return self.words(value)


class BlockText(Kept[Blocks]):
    """A text in blocks, as JSON; never null, empty when there is none."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Blocks | None, dialect: Dialect | None) -> str:
        """Write the blocks, tidied; raises RuleBroken for control characters."""
        return compact(to_json(tidy(value or ())))

    def read(self, value: Any) -> Blocks:
        """Read the blocks."""
        return from_json(json.loads(value))


class Lines(Kept[Sequence[str]]):
    """A short list of words as JSON; never null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect | None) -> str:
        """Write the list; raises RuleBroken for control characters."""
        return compact([clean(line) for line in value or ()])

    def read(self, value: Any) -> tuple[str, ...]:
        """Read the list."""
        return tuple(json.loads(value))


class Numbers(Kept[Sequence[int]]):
    """A short list of whole numbers as JSON; never null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect | None) -> str | None:
        """Write the list."""
        return compact([int(number) for number in value or ()])

    def read(self, value: Any) -> tuple[int, ...]:
        """Read the list."""
        return tuple(json.loads(value))


class Record(Kept[dict[str, Any]]):
    """A small JSON object; never null."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, Any] | None, dialect: Dialect | None) -> str:
        """Write the object."""
        return compact(value or {})

    def read(self, value: Any) -> dict[str, Any]:
        """Read the object."""
        found: dict[str, Any] = json.loads(value)
        return found


class ParagraphSet(Kept[Paragraphs]):
    """Paragraph numbers as `57-64, 66`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Paragraphs | None, dialect: Dialect | None) -> str | None:
        """Write the ranges."""
        return None if value is None else str(value)

    def read(self, value: Any) -> Paragraphs:
        """Read the ranges."""
        return Paragraphs.parse(value)
