"""The single values of the open format, read strictly into the domain's types."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any, NamedTuple, TypeAlias

from pydantic import (
    AfterValidator,
    Field,
    PlainSerializer,
    PlainValidator,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)

from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import LONGEST_LINE, LONGEST_WORDS
from klubban.domain.years import YEARS
from klubban.exchange.json_bytes import LONGEST_KEY
from klubban.exchange.refused import Misfit
from klubban.exchange.years import in_known_years
from klubban.i18n import N_

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile("[1-9][0-9]{3}")
_CLOCK = re.compile("[0-9]{2}:[0-9]{2}")
_HASH = re.compile("[0-9a-f]{64}")
_LANGUAGE = re.compile("[a-z]{2,3}(-[A-Z]{2})?")
_RANGE = r"\s*[0-9]{1,6}(\s*[-–]\s*[0-9]{1,6})?\s*"


def _visible(text: str) -> str:
    if not text.strip():
        raise Misfit(N_("Expected at least one letter"))
    return text


def _one_line(text: str) -> str:
    if "\n" in text:
        raise Misfit(N_("Expected one line, without line breaks"))
    return _visible(text)


def _no_edges(key: str) -> str:
    if key != key.strip():
        raise Misfit(N_("Expected a key without spaces around it"))
    return _one_line(key)


def _no_folder(name: str) -> str:
    """Refuse a file's name that could lead out of its folder."""
    if "/" in name or "\\" in name or name in (".", ".."):
        raise Misfit(N_("Expected the name of a file, without its folders"))
    return _one_line(name)


def _string(longest: int, pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "maxLength": longest, "pattern": pattern})


Line: TypeAlias = Annotated[
    str,
    StringConstraints(max_length=LONGEST_LINE),
    AfterValidator(_one_line),
    _string(LONGEST_LINE, r"^[^\n]*\S[^\n]*$"),
]
"""A name or a title."""
Words: TypeAlias = Annotated[
    str, StringConstraints(max_length=LONGEST_WORDS), AfterValidator(_visible), _string(LONGEST_WORDS, r"\S")
]
"""Words without styles, on any number of lines."""
Key: TypeAlias = Annotated[
    str,
    StringConstraints(max_length=LONGEST_KEY),
    AfterValidator(_no_edges),
    _string(LONGEST_KEY, r"^\S([^\n]*\S)?$"),
]
"""A name that a document gives to a thing so that others can refer to it."""
FileName: TypeAlias = Annotated[
    str,
    StringConstraints(max_length=LONGEST_LINE),
    AfterValidator(_no_folder),
    _string(LONGEST_LINE, r"^[^\n/\\]*[^\s/\\][^\n/\\]*$"),
]
Number: TypeAlias = Annotated[StrictInt, Field(ge=1, le=999_999)]
Count: TypeAlias = Annotated[StrictInt, Field(ge=0, le=999_999)]
Year: TypeAlias = Annotated[StrictInt, Field(ge=YEARS.start, le=YEARS.stop)]


def _read_hash(value: str) -> str:
    if not _HASH.fullmatch(value):
        raise Misfit(N_("Expected a SHA-256 hash: 64 characters, digits and a to f"))
    return value


def _read_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise Misfit(N_("Expected a language such as sv or en-GB"))
    return value


Hash: TypeAlias = Annotated[
    str,
    AfterValidator(_read_hash),
    WithJsonSchema({"type": "string", "pattern": f"^{_HASH.pattern}$"}),
]
Language: TypeAlias = Annotated[
    str,
    AfterValidator(_read_language),
    WithJsonSchema({"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}),
]


def _read_day(value: Any) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise Misfit(N_("Expected a date such as 2016-02-22"))
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise Misfit(N_("There is no date {date}"), date=value) from None
    return in_known_years(day)


def _read_clock(value: Any) -> time:
    if not isinstance(value, str) or not _CLOCK.fullmatch(value):
        raise Misfit(N_("Expected a time such as 18:30"))
    try:
        return time.fromisoformat(value)
    except ValueError:
        raise Misfit(N_("There is no time {time}"), time=value) from None


def _read_paragraphs(value: Any) -> Paragraphs:
    if not isinstance(value, str) or len(value) > LONGEST_LINE or "\n" in value:
        raise Misfit(N_("Expected paragraphs such as 57-64, 66"))
    try:
        return Paragraphs.parse(value)
    except RuleBroken as error:
        raise Misfit(error.template, **error.facts) from None


Day: TypeAlias = Annotated[
    date,
    PlainValidator(_read_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}),
]
Clock: TypeAlias = Annotated[
    time,
    PlainValidator(_read_clock),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
]
ParagraphSet: TypeAlias = Annotated[
    Paragraphs,
    PlainValidator(_read_paragraphs),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": f"^{_RANGE}(,{_RANGE})*$"}),
]


def _read_year(value: Any) -> int:
    if not isinstance(value, str) or not _YEAR.fullmatch(value):
        raise Misfit(N_("Expected a year such as 2026"))
    return in_known_years(date(int(value), 1, 1)).year


YearText: TypeAlias = Annotated[
    int,
    PlainValidator(_read_year),
    WithJsonSchema({"type": "string", "pattern": f"^{_YEAR.pattern}$"}),
]
"""A year as the key of an object."""


class Moment(NamedTuple):
    """The day of a meeting, with its start where the day has two."""

    date: date
    start: time | None


def _read_moment(value: Any) -> Moment:
    if not isinstance(value, str):
        raise Misfit(N_("Expected the date of a meeting, such as 2016-02-22, or 2016-02-22 18:30"))
    day, space, clock = value.partition(" ")
    return Moment(_read_day(day), _read_clock(clock) if space else None)


def _read_item_name(value: Any) -> str | int:
    if isinstance(value, str):
        return _no_edges(value)
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise Misfit(N_("Expected the key of an item, or the number of its paragraph"))


MomentText: TypeAlias = Annotated[
    Moment,
    PlainValidator(_read_moment),
    WithJsonSchema({"type": "string", "pattern": f"^{_DAY.pattern}( {_CLOCK.pattern})?$"}),
]
ItemName: TypeAlias = Annotated[
    str | int, PlainValidator(_read_item_name), WithJsonSchema({"type": ["string", "integer"]})
]
"""An item of a known meeting: its key or the number of its paragraph."""
