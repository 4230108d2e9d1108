from __future__ import annotations

import json
from pathlib import Path

import pytest

from klubban import paths
from klubban.exchange.open_format import schema

COMMITTED = paths.resources() / "klubban-open-1.schema.json"
WHOLE = [
    paths.resources() / "sample.json",
    Path(__file__).parents[1] / "data" / "jarfalla-ks-2016-02-22.json",
]


def test_the_published_schema_is_that_of_the_models() -> None:
    assert COMMITTED.read_bytes() == schema()


def test_the_schema_refuses_unknown_keys_everywhere() -> None:
    published = json.loads(COMMITTED.read_bytes())

    objects = [each for each in published["$defs"].values() if each.get("type") == "object"]
    assert objects
    assert all(each["additionalProperties"] is False for each in [published, *objects])


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    text = COMMITTED.read_text("utf-8")
    known = json.loads(text)["$defs"]

    named = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert named <= set(known)


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_whole_documents_are_valid(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not among the tools of this project")

    jsonschema.Draft202012Validator(json.loads(COMMITTED.read_bytes())).validate(
        json.loads(path.read_bytes())
    )
