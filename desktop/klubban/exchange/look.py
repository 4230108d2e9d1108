"""How an organisation's papers look, in the open format."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, TypeAlias

from pydantic import PlainValidator, WithJsonSchema

from klubban.domain.errors import RuleBroken
from klubban.domain.look import CUSTOMARY, NARROWEST, WIDEST, Look, ServiceStyle, look_of, plain_look
from klubban.exchange.parts import Part
from klubban.exchange.refused import Misfit
from klubban.exchange.values import Hash, Line
from klubban.i18n import N_


class OpenArms(Part):
    """A coat of arms: the picture by its hash, and what is said in its place to those who do not see it."""

    sha256: Hash
    says: Line


def read_look(value: Any) -> dict[str, Any]:
    """Return what differs from the custom, in plain values; raises Misfit."""
    if not isinstance(value, dict):
        raise Misfit(N_("Expected an object"))
    for name, each in value.items():
        if not _is_like(name, each):
            raise Misfit(N_("Papers cannot look so: {name}, {value}"), name, name=name, value=each)
    try:
        return plain_look(look_of(value))
    except RuleBroken as broken:
        raise Misfit(broken.template, **broken.facts) from None


def _is_like(name: str, value: object) -> bool:
    """Tell whether a value is of the sort that is customary for it."""
    if name not in _NAMES:
        return False
    default = getattr(CUSTOMARY, name)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    return isinstance(value, int if isinstance(default, int) else str)


_NAMES = tuple(field.name for field in fields(Look))
_SCHEMA = {
    "type": "object",
    "properties": {
        "colour": {"type": "string", "pattern": "^#[0-9a-f]{6}$"},
        "name": {"type": "string"},
        "foot": {"type": "string"},
        "margin": {"type": "integer", "minimum": NARROWEST, "maximum": WIDEST},
        "mirrored": {"type": "boolean"},
        "service": {"enum": list(ServiceStyle)},
        "party_first": {"type": "boolean"},
        "by_link": {"type": "boolean"},
    },
    "additionalProperties": False,
}
OpenLook: TypeAlias = Annotated[dict[str, Any], PlainValidator(read_look), WithJsonSchema(_SCHEMA)]
