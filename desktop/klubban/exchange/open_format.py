"""The open format `klubban-open-1`: a file's content as one JSON document, read and written.

Importing this costs what pydantic costs; whoever may not need it imports it late.
"""

from __future__ import annotations

from klubban.exchange.meetings import OpenDocument
from klubban.exchange.reading import parse
from klubban.exchange.references import Unresolved, meetings_meant, refusal, unresolved
from klubban.exchange.refused import Refused, refusing
from klubban.exchange.schema import schema
from klubban.exchange.writing import Beside, dump

__all__ = [
    "Beside",
    "OpenDocument",
    "Refused",
    "Unresolved",
    "dump",
    "meetings_meant",
    "parse",
    "refusal",
    "refusing",
    "schema",
    "unresolved",
]
