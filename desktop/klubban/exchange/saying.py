"""What pydantic found, as a refusal: the place, and what was expected there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.exchange.refused import Misfit, Refused, place, pointer
from klubban.i18n import N_

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from klubban.exchange.json_bytes import Json


def said(error: ErrorDetails, raw: Json) -> Refused:
    """Return the refusal that says what pydantic found."""
    loc, kind, facts = error["loc"], error["type"], error.get("ctx", {})
    match kind:
        case "missing":
            return Refused(place(loc[:-1], raw), N_("Expected the key {key} here"), key=loc[-1])
        case "value_error" if isinstance(misfit := facts["error"], Misfit):
            return Refused(place(loc, raw) + pointer(misfit.steps), misfit.expected, **misfit.facts)
        case "enum" | "literal_error":
            words = ", ".join(re.findall("'([^']*)'", facts["expected"]))
            return Refused(place(loc, raw), N_("Expected one of these words: {words}"), words=words)
        case "string_too_long":
            template = N_("Expected at most {limit} characters, not {length}")
            return Refused(place(loc, raw), template, limit=facts["max_length"], length=len(error["input"]))
    limit = facts.get("ge", facts.get("le"))
    return Refused(place(loc, raw), _EXPECTED.get(kind, N_("Expected something else here")), limit=limit)


_EXPECTED = {
    "model_type": N_("Expected an object"),
    "dict_type": N_("Expected an object"),
    "tuple_type": N_("Expected a list"),
    "string_type": N_("Expected a text in quotation marks"),
    "int_type": N_("Expected a whole number"),
    "bool_type": N_("Expected true or false"),
    "greater_than_equal": N_("Expected a number that is at least {limit}"),
    "less_than_equal": N_("Expected a number that is at most {limit}"),
}
