"""Small documents of the open format."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

Object: TypeAlias = dict[str, Any]


def as_bytes(document: object) -> bytes:
    return json.dumps(document).encode()


def a_document(**parts: Any) -> Object:
    """Return a document with one body and two people, and what is given."""
    return {
        "format": "klubban-open-1",
        "bodies": [{"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}],
        "people": [{"key": "ek", "name": "Åsa Ek", "party": "S"}, {"key": "al", "name": "Ola Ål"}],
        **parts,
    }


def a_meeting(**parts: Any) -> Object:
    return {"body": "ks", "date": "2016-02-22", **parts}


def with_meeting(**parts: Any) -> Object:
    return a_document(meetings=[a_meeting(**parts)])


def with_item(**parts: Any) -> Object:
    return with_meeting(items=[{"title": "Budget", **parts}])


def at(document: Any, pointer: str) -> Any:
    """Return what a JSON pointer points at."""
    for step in pointer.split("/")[1:]:
        plain = step.replace("~1", "/").replace("~0", "~")
        document = document[int(plain)] if isinstance(document, list) else document[plain]
    return document
