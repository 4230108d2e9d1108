"""The rules of a body in the open format: each is read as the sort of value that it has."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, Field, PlainValidator, WithJsonSchema

from klubban.domain.errors import RuleBroken
from klubban.domain.rules import Right, Rules, plain_rule, rule_value
from klubban.exchange.parts import Part
from klubban.exchange.refused import Misfit
from klubban.exchange.values import Line, Number
from klubban.i18n import N_

RULES = tuple(field.name for field in fields(Rules))


def read_rules(value: Any) -> dict[str, Any]:
    """Return rules by name, in plain values; raises Misfit for what is no rule, or cannot be its value."""
    if not isinstance(value, dict):
        raise Misfit(N_("Expected an object"))
    return {name: _read_rule(name, each) for name, each in value.items()}


def _read_rule(name: str, value: Any) -> object:
    if name not in RULES:
        known = ", ".join(RULES)
        raise Misfit(N_("There is no rule called {name}; there are {known}"), name, name=name, known=known)
    try:
        return plain_rule(rule_value(name, value))
    except RuleBroken:
        raise _expected(name, value) from None


def _expected(name: str, value: object) -> Misfit:
    """Return what is said of a value that a rule cannot have."""
    default = getattr(Rules(), name)
    if isinstance(default, bool):
        return Misfit(N_("Expected true or false"), name)
    if isinstance(default, int):
        if isinstance(value, int) and not isinstance(value, bool):
            return Misfit(N_("Expected a number that is at least {limit}"), name, limit=0)
        return Misfit(N_("Expected a whole number"), name)
    if isinstance(default, tuple):
        return Misfit(N_("Expected a list with any of these words: {words}"), name, words=_words(Right))
    return Misfit(N_("Expected one of these words: {words}"), name, words=_words(type(default)))


def _words(kind: type[StrEnum]) -> str:
    return ", ".join(kind)


def _schema_of(default: object) -> dict[str, Any]:
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, int):
        return {"type": "integer", "minimum": 0}
    if isinstance(default, tuple):
        return {"type": "array", "items": {"enum": list(Right)}}
    assert isinstance(default, StrEnum)  # noqa: S101 - there are no other sorts of rule
    return {"enum": list(type(default))}


_SCHEMA = {
    "type": "object",
    "properties": {name: _schema_of(getattr(Rules(), name)) for name in RULES},
    "additionalProperties": False,
}

OpenRules: TypeAlias = Annotated[dict[str, Any], PlainValidator(read_rules), WithJsonSchema(_SCHEMA)]


def _once(chains: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for party, chain in chains.items():
        if len({party, *chain}) <= len(chain):
            raise Misfit(N_("The chain of {party} names a party twice"), party, party=party)
    return chains


OpenChains: TypeAlias = Annotated[dict[Line, tuple[Line, ...]], AfterValidator(_once)]
"""For each party, the parties whose alternates are called after its own."""


class OpenDayRules(Part):
    """What applied to a body on the day of a meeting, kept when its roll was begun."""

    seats: Number | None = None
    rules: OpenRules = Field(default_factory=dict)
    chains: OpenChains = Field(default_factory=dict)
