"""Bytes to plain JSON values: every character printable, every key once, nothing too deep or too big."""

from __future__ import annotations

import json
import math
from typing import TypeAlias

from klubban.domain.errors import RuleBroken
from klubban.domain.text import clean
from klubban.exchange.refused import Refused, pointer
from klubban.i18n import N_

LARGEST_BYTES = 64 * 1024 * 1024
DEEPEST = 32
LONGEST_KEY = 200
_LONGEST_NUMBER = 15

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool"
Steps: TypeAlias = tuple[str | int, ...]


class _Pairs(list[tuple[str, object]]):
    """An object as it was written, so that a key written twice is seen."""


class _NoNumber:
    """What stands where JSON would have a number, and is none that can be kept."""


def read_json(data: bytes) -> Json:
    """Return the values; raises Refused for what is not JSON that the open format can hold."""
    if len(data) > LARGEST_BYTES:
        raise Refused(
            "", N_("Expected at most {limit} bytes, not {size}"), limit=LARGEST_BYTES, size=len(data)
        )
    try:
        raw = json.loads(
            _decoded(data),
            object_pairs_hook=_Pairs,
            parse_constant=lambda _name: _NoNumber(),
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        raise Refused(
            "",
            N_("Expected JSON; line {line}, column {column} is not"),
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise _too_deep(()) from None
    return _plain(raw, ())


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused("", N_("Expected UTF-8; line {line} holds other bytes"), line=line) from None


def _float(digits: str) -> float | _NoNumber:
    number = float(digits)
    return number if math.isfinite(number) else _NoNumber()


def _int(digits: str) -> int | _NoNumber:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else _NoNumber()


def _too_deep(steps: Steps) -> Refused:
    return Refused(pointer(steps), N_("Expected at most {limit} levels of nesting"), limit=DEEPEST)


def _plain(value: object, steps: Steps) -> Json:
    """Return the value with clean texts and ordinary objects; raises Refused at the first that has none."""
    if len(steps) > DEEPEST:
        raise _too_deep(steps)
    if isinstance(value, _Pairs):
        return _object(value, steps)
    if isinstance(value, list):
        return [_plain(part, (*steps, place)) for place, part in enumerate(value)]
    if isinstance(value, str):
        return _clean(value, steps)
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, _NoNumber):
        raise Refused(pointer(steps), N_("Expected a number that can be counted with"))
    raise Refused(pointer(steps), N_("Expected a value; what is not known is left out with its key"))


def _object(pairs: _Pairs, steps: Steps) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for raw_key, value in pairs:
        key = _clean(raw_key, steps)
        if len(key) > LONGEST_KEY or "\n" in key:
            raise Refused(
                pointer(steps),
                N_("Expected keys of one line and at most {limit} characters"),
                limit=LONGEST_KEY,
            )
        if key in found:
            raise Refused(pointer((*steps, key)), N_("The key {key} stands here twice"), key=key)
        found[key] = _plain(value, (*steps, key))
    return found


def _clean(text: str, steps: Steps) -> str:
    try:
        return clean(text)
    except RuleBroken as error:
        raise Refused(pointer(steps), error.template, **error.facts) from None
