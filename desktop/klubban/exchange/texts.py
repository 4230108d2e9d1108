"""Texts of the open format, read into the domain's blocks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import PlainValidator, WithJsonSchema

from klubban.domain.text import (
    STYLES,
    Block,
    Blocks,
    Bullets,
    Points,
    Run,
    Runs,
    Table,
    Text,
    from_plain,
    tidy,
)
from klubban.exchange.refused import Misfit
from klubban.i18n import N_

_BLOCKS = ("p", "points", "bullets", "table")

Steps: TypeAlias = tuple[str | int, ...]
Read = TypeVar("Read")


def read_text(value: Any) -> Blocks:
    """Return the blocks of a string, whose blank lines part its texts, or of a list of blocks."""
    if isinstance(value, str):
        return tidy(from_plain(value))
    if not isinstance(value, list):
        raise Misfit(N_("Expected a text in quotation marks, or a list of blocks"))
    return tidy(_block(block, (place,)) for place, block in enumerate(value))


def read_decision(value: Any) -> Blocks:
    """Return the points of a decision, or what a text would give: running text, bullets and tables."""
    if isinstance(value, list) and not any(_is_block(part) for part in value):
        return tidy([Points(_each(value, (), _runs))])
    return read_text(value)


def _is_block(value: object) -> bool:
    return isinstance(value, dict) and any(name in value for name in _BLOCKS)


def _block(value: object, steps: Steps) -> Block:
    if not isinstance(value, dict) or len(value) != 1:
        raise Misfit(
            N_("Expected a block: an object with one of the keys {known}"), *steps, known=", ".join(_BLOCKS)
        )
    [(name, content)] = value.items()
    inside = (*steps, name)
    match name:
        case "p":
            return Text(_runs(content, inside))
        case "points":
            return Points(_each(content, inside, _runs))
        case "bullets":
            return Bullets(_each(content, inside, _runs))
        case "table":
            return Table(_each(content, inside, _row))
    raise Misfit(
        N_("Expected a block: an object with one of the keys {known}"), *steps, known=", ".join(_BLOCKS)
    )


def _each(value: object, steps: Steps, read: Callable[[object, Steps], Read]) -> tuple[Read, ...]:
    if not isinstance(value, list):
        raise Misfit(N_("Expected a list"), *steps)
    return tuple(read(part, (*steps, place)) for place, part in enumerate(value))


def _row(value: object, steps: Steps) -> tuple[Runs, ...]:
    return _each(value, steps, _runs)


def _runs(value: object, steps: Steps) -> Runs:
    if isinstance(value, list):
        return tuple(_run(part, (*steps, place)) for place, part in enumerate(value))
    return (_run(value, steps),)


def _run(value: object, steps: Steps) -> Run:
    styles: set[str] = set()
    while isinstance(value, dict) and len(value) == 1:
        [(style, value)] = value.items()
        if style not in STYLES or style in styles:
            break
        styles.add(style)
    else:
        if isinstance(value, str):
            return Run(value, **{STYLES[style]: True for style in styles})
    raise Misfit(
        N_('Expected a text in quotation marks, or {{"b": …}}, {{"i": …}} or {{"m": …}} around one'), *steps
    )


TextBlocks: TypeAlias = Annotated[Blocks, PlainValidator(read_text), WithJsonSchema({"defined": "text"})]
DecisionBlocks: TypeAlias = Annotated[
    Blocks, PlainValidator(read_decision), WithJsonSchema({"defined": "decision"})
]
