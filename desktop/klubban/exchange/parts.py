"""What the models of the open format share: no unknown keys, one or a list, and how it says who."""

from __future__ import annotations

import difflib
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import core_schema

from klubban.domain.text import LONGEST_LINE
from klubban.exchange.refused import Misfit
from klubban.exchange.values import Line
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.json_schema import JsonSchemaValue

Some = TypeVar("Some")


class Part(BaseModel):
    """An object of the open format; frozen, and refused when it holds an unknown key."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _only_known_keys(cls, value: Any) -> Any:
        known = _known(cls)
        for key in value if isinstance(value, dict) else ():
            if key not in known:
                raise _unknown(key, known)
        return value


@cache
def _known(kind: type[Part]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in kind.model_fields.items())


def _unknown(key: str, known: tuple[str, ...]) -> Misfit:
    nearest = difflib.get_close_matches(key, known, 1)
    if nearest:
        template = N_("The key {key} is unknown here; perhaps {nearest} is meant")
        return Misfit(template, key, key=key, nearest=nearest[0])
    return Misfit(
        N_("The key {key} is unknown here; known are {known}"), key, key=key, known=", ".join(known)
    )


class Shorthand:
    """Lets something shorter stand for what a model says at length, in what is read and in the schema."""

    def __init__(
        self, at_length: Callable[[Any], Any], short: Callable[[JsonSchemaValue], JsonSchemaValue]
    ) -> None:
        """Take what writes a value at length, and what makes the schema of the short form out of the long."""
        self._at_length = at_length
        self._short = short

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self._at_length, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        long = handler(schema)
        return {"anyOf": [self._short(long), long]}


def as_string(at_length: Callable[[Any], Any]) -> Shorthand:
    """Let a string stand for an object."""
    return Shorthand(at_length, lambda _long: {"type": "string", "maxLength": LONGEST_LINE, "pattern": r"\S"})


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


OneOrMany: TypeAlias = Annotated[tuple[Some, ...], Shorthand(_listed, lambda many: many["items"])]
"""One, written without a list, or a list."""


class Who(Part):
    """Somebody: the key of a person, as a string.

    An addition to the core of the format: where somebody was called otherwise on that day, or is no person in
    the register, an object stands in place of the string: `{"key": "berg", "name": "Anna Ek", "party": "M"}`
    or `{"name": "Olof Ek"}`. An object without `party` says that there was none that day.
    """

    model_config = ConfigDict(json_schema_extra={"required": ["name"]})

    key: Line | None = None
    name: Line | None = None
    party: Line | None = None


class WhoOrName(Who):
    """Somebody who need not be a person: when `key` is nobody's key, it is the name itself."""


class Mover(Who):
    """Who moved something: a person, or a party, as `{"party": "M"}`."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["name"]}, {"required": ["party"], "maxProperties": 1}]}
    )


def _who(value: Any) -> Any:
    if isinstance(value, str):
        return {"key": value}
    if not isinstance(value, dict):
        raise Misfit(N_("Expected the key of a person, or an object with a name"))
    if "name" not in value:
        raise Misfit(N_("Expected the key {key} here"), key="name")
    return value


def _mover(value: Any) -> Any:
    if isinstance(value, dict) and set(value) == {"party"} and isinstance(value["party"], str):
        return {"name": value["party"], "party": value["party"]}
    return _who(value)


def _freely(who: Who) -> Who:
    return WhoOrName(key=who.key) if who.name is None else who


def _movers(value: Any, handler: ValidatorFunctionWrapHandler) -> tuple[Who, ...]:
    if isinstance(value, list):
        return tuple(handler(value))
    return tuple(_freely(who) for who in handler([value]))


Somebody: TypeAlias = Annotated[Who, as_string(_who)]
SomebodyOrName: TypeAlias = Annotated[Somebody, AfterValidator(_freely)]
Movers: TypeAlias = Annotated[OneOrMany[Annotated[Mover, as_string(_mover)]], WrapValidator(_movers)]
"""One person or party, a list of them, or one name that is no person."""
