"""An import's bodies: what they are for, their rules and chains, the types of meeting that they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from klubban.exchange.registers import OpenBody
from klubban.operations.naming import id_or_none
from klubban.operations.renewal import Renewal
from klubban.store.change import Change, id_of


def body_facts(given: OpenBody) -> dict[str, Any]:
    """Return the columns of a body that a document says something of, but for key, kind, parent and rules."""
    rotation = given.rotation
    facts = {
        "name": given.name,
        "short": given.short,
        "seats": given.seats,
        "purpose": given.purpose,
        "mandate": given.mandate,
        "review_date": given.review,
        "rotation": rotation and rotation.authorities,
        "rotation_from": rotation and rotation.first_year,
        "chains": given.chains or None,
        "absence_to": given.absence_to,
        "distribution": given.distribution or None,
        "habits": given.habits.plain if given.habits else None,
        "scale": given.scale or None,
        "areas": given.areas or None,
        "sources": given.sources or None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def put_meeting_types(
    change: Change, body_id: int, given: OpenBody, bodies: Mapping[str, int], people: Mapping[str, int]
) -> None:
    """Write the types of meeting that a document gives to a body; others stay."""
    there = [id_of(row) for row in change.rows("meeting_type", body_id=body_id)]
    renewal = Renewal(change, in_order=("meeting_type",))
    renewal.renew(("body", body_id), "meeting_type")
    written = []
    for place, each in enumerate(given.meeting_types):
        id_ = renewal.insert(
            "meeting_type", body_id=body_id, position=place, name=each.name, per_year=each.per_year
        )
        for at, invited in enumerate(each.invited):
            renewal.insert(
                "invited",
                meeting_type_id=id_,
                position=at,
                person_id=id_or_none(people, invited.person),
                body_id=id_or_none(bodies, invited.body),
                name=invited.name,
            )
        written.append(id_)
    renewal.finish(but="meeting_type")
    renewal.arrange("meeting_type", there, written)
