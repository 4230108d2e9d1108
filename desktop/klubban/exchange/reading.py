"""One document of the open format, from bytes to models; refused whole at the first misfit."""

from __future__ import annotations

from pydantic import ValidationError

from klubban.exchange.checking import check
from klubban.exchange.json_bytes import read_json
from klubban.exchange.meetings import OpenDocument
from klubban.exchange.saying import said


def parse(data: bytes) -> OpenDocument:
    """Return the document; raises Refused with the place and what was expected there.

    What it refers to may be in the file that it is imported into: `unresolved` lists that.
    """
    raw = read_json(data)
    try:
        document = OpenDocument.read(raw)
    except ValidationError as error:
        raise said(error.errors(include_url=False)[0], raw) from None
    check(document)
    return document
