"""What a packet may hold: less than the open format, since it is from another office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from klubban.exchange.refused import Refused
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_A_MEETING = frozenset({"body", "date", "start", "end", "end_date", "place", "stage", "items"})
_OF_AN_ITEM = frozenset({
    "key", "paragraph", "title", "matter", "registry_number", "kind", "presenters", "proposal", "documents",
    "earlier", "summary", "proceedings", "decision", "proposes_to", "assignments", "dispatch_to", "outcome",
    "confidential", "secrecy", "public_title", "exercise_of_authority",
})  # fmt: skip


def check_shape(document: Mapping[str, Any]) -> None:
    """Refuse a document that is no packet's, before anything of it is used: then it can be walked."""
    from klubban.exchange import open_format

    allowed = {"format", "organisation", "bodies", "people", "seats", "matters", "meetings"}
    strange = sorted(set(document) - allowed)
    if strange:
        raise Refused("", N_("A packet holds nothing such as {name}"), name=strange[0][:80])
    open_format.parse(json.dumps(document, ensure_ascii=False).encode())
    for place, meeting in enumerate(document.get("meetings", ())):
        _refuse_others(meeting, _OF_A_MEETING, f"/meetings/{place}")
        for at, item in enumerate(meeting.get("items", ())):
            where = f"/meetings/{place}/items/{at}"
            _refuse_others(item, _OF_AN_ITEM, where)
            if "key" not in item:
                raise Refused(where, N_("Expected the key {key} here"), key="key")


def _refuse_others(part: Mapping[str, Any], allowed: frozenset[str], where: str) -> None:
    found = sorted(set(part) - allowed)
    if found:
        raise Refused(where, N_("A packet holds nothing such as {name}"), name=found[0])
