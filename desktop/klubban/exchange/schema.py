"""The open format's JSON Schema, generated from the models and published with the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from klubban.domain.text import STYLES
from klubban.exchange.meetings import OpenDocument

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema


_LETTERS = {"type": "string"}
_ONE_OF_THE_BLOCKS = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False}
_ROWS = {"type": "array", "items": {"type": "array", "items": {"$ref": "#/$defs/runs"}}}
_POINTS = {"type": "array", "items": {"$ref": "#/$defs/runs"}}


def _run(styles: Collection[str]) -> dict[str, Any]:
    """Return the schema of letters in some of the styles, each of them once, in any order."""
    inside = {style: _run([other for other in styles if other != style]) for style in styles}
    wrapped = [
        {"type": "object", "properties": {style: of}, "required": [style], "additionalProperties": False}
        for style, of in inside.items()
    ]
    return {"anyOf": [_LETTERS, *wrapped]} if wrapped else _LETTERS


_TEXTS = {
    "run": _run(STYLES),
    "runs": {"anyOf": [{"$ref": "#/$defs/run"}, {"type": "array", "items": {"$ref": "#/$defs/run"}}]},
    "block": _ONE_OF_THE_BLOCKS
    | {"properties": {"p": {"$ref": "#/$defs/runs"}, "points": _POINTS, "bullets": _POINTS, "table": _ROWS}},
    "text": {"anyOf": [_LETTERS, {"type": "array", "items": {"$ref": "#/$defs/block"}}]},
    "decision": {"anyOf": [_POINTS, {"$ref": "#/$defs/text"}]},
}


class _Plain(GenerateJsonSchema):
    """Leaves out what says nothing here: that an optional key may be null (it may not), defaults, titles."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:
        del schema
        return False


def schema() -> bytes:
    """Return the schema (JSON Schema 2020-12) of the documents that `parse` may take.

    Some rules cannot be said in it: that what is referred to exists, and that nothing stands twice.
    """
    made = OpenDocument.model_json_schema(schema_generator=_Plain)
    definitions = made.pop("$defs") | _TEXTS
    content = {
        "$schema": _Plain.schema_dialect,
        "title": "klubban-open-1",
        **_tidied(made),
        "$defs": {name: _tidied(definition) for name, definition in sorted(definitions.items())},
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _tidied(value: object) -> Any:
    """Return a schema with its texts referred to, no names of classes, and descriptions on one line."""
    if isinstance(value, list):
        return [_tidied(part) for part in value]
    if not isinstance(value, dict):
        return value
    if "defined" in value:
        return {"$ref": f"#/$defs/{value['defined']}"}
    return {
        key: " ".join(part.split()) if key == "description" and isinstance(part, str) else _tidied(part)
        for key, part in value.items()
        if not (key == "title" and isinstance(part, str))
    }
