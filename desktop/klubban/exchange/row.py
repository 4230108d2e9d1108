"""Objects of the open format that are each one row of a table, and the numbers that stand in them.

`writing_follow_up` and `operations.import_follow_up` go by the table that each names, field by field, so that
a column is named in its model and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import Field, PlainSerializer, PlainValidator, StrictInt, WithJsonSchema

from klubban.domain.index import LONGEST_VALUE
from klubban.exchange.parts import Part
from klubban.exchange.refused import Misfit
from klubban.i18n import N_


def _read_amount(value: Any) -> Decimal:
    try:
        found = Decimal(value) if isinstance(value, str) and len(value) <= LONGEST_VALUE else None
    except InvalidOperation:
        found = None
    if found is None or not found.is_finite() or f"{found:f}" != value:
        raise Misfit(N_("Expected a number as digits, such as 12.5"))
    return found


Amount: TypeAlias = Annotated[
    Decimal,
    PlainValidator(_read_amount),
    PlainSerializer(lambda amount: f"{amount:f}"),
    WithJsonSchema({"type": "string", "maxLength": LONGEST_VALUE, "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
]
Percent: TypeAlias = Annotated[StrictInt, Field(ge=0, le=100)]

_NONE: Mapping[str, Any] = MappingProxyType({})


class Row(Part):
    """An object that is one row of a table: a field is the column of its name, unless it is named below."""

    TABLE: ClassVar[str]
    NAMED: ClassVar[Mapping[str, str]] = _NONE
    """Fields that say who, with what the names of their columns begin with."""
    REFERS: ClassVar[Mapping[str, str]] = _NONE
    """Fields that hold the key of something, with its sort: `body` for the column `body_id`."""
    CHILDREN: ClassVar[Mapping[str, type[Row]]] = _NONE
    """Fields that list the rows that are part of this one."""
    SINGLE: ClassVar[Mapping[str, tuple[str, str]]] = _NONE
    """Fields that list the one column of such rows: the table and the column."""
