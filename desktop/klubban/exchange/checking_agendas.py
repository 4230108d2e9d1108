"""What must hold in the agendas of a document: what was sent, came from elsewhere, or comes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.planning import check_pattern
from klubban.exchange.references import items_elsewhere, meetings_at
from klubban.exchange.refused import Refused, refusing
from klubban.i18n import N_

if TYPE_CHECKING:
    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenDocument, OpenMeeting

NO_ITEM = N_("The meeting has no item with the key or paragraph {key}")
NO_STANDING_ITEM = N_("The body has no standing item {number}")


def check_sendings(document: OpenDocument, meeting: OpenMeeting, steps: Steps) -> None:
    """Raise Refused for a sending that tells of what the meeting does not have."""
    items = {name: item for item in meeting.items for name in (item.key, item.paragraph) if name is not None}
    for at, sending in enumerate(meeting.sendings):
        inside = (*steps, "sendings", at)
        told = [(("items", place), each.item) for place, each in enumerate(sending.items)]
        told += [(("documents", place), each.item) for place, each in enumerate(sending.documents)]
        for where, name in told:
            if name not in items:
                raise Refused(document.place(*inside, *where, "item"), NO_ITEM, key=name)
        for place, each in enumerate(sending.documents):
            if each.document is not None and each.document > len(items[each.item].documents):
                raise Refused(
                    document.place(*inside, "documents", place, "document"),
                    N_("The item has no document {number}"),
                    number=each.document,
                )


def check_patterns(document: OpenDocument) -> None:
    """Raise Refused for a pattern that gives no days."""
    for place, body in enumerate(document.bodies):
        for at, each in enumerate(body.patterns):
            with refusing(document.place("bodies", place, "patterns", at)):
                check_pattern(each.pattern)


def check_standing(document: OpenDocument) -> None:
    """Raise Refused for an item that is a standing item its body does not have, as far as this is here."""
    count = {body.key: len(body.standing_items) for body in document.bodies if body.standing_items}
    for place, meeting in enumerate(document.meetings):
        for at, item in enumerate(meeting.items):
            known = count.get(meeting.body)
            if item.standing is not None and known is not None and item.standing > known:
                where = document.place("meetings", place, "items", at, "standing")
                raise Refused(where, NO_STANDING_ITEM, number=item.standing)


def check_elsewhere(document: OpenDocument) -> None:
    """Raise Refused for a reference to an item that may mean one of several meetings."""
    for steps, at in items_elsewhere(document):
        if len(meetings_at(document, at.body, at.meeting)) > 1:
            raise Refused(
                document.place(*steps, "meeting"),
                N_("Expected the start too, since there are several meetings that day"),
            )
