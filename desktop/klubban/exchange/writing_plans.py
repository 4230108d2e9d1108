"""What is planned and was sent as the open format writes it: patterns, standing items, sendings, papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.agenda import Moves
from klubban.exchange.keys import Keys, Written, clock, kept, text
from klubban.exchange.plans import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from klubban.domain.agenda import Delegated, Pattern, Sending, Speaker, StandingItem
    from klubban.domain.body import Body
    from klubban.domain.meeting import Item, Meeting
    from klubban.exchange.naming_items import ItemNames, Places


def write_pattern(pattern: Pattern, body: Body) -> Written:
    """Return how a body's meetings come again."""
    return kept({
        "weekday": WEEKDAYS[pattern.weekday],
        "nth": pattern.nth,
        "weeks": pattern.weeks,
        "first": pattern.first,
        "months": pattern.months,
        "start": clock(pattern.start),
        "place": pattern.place,
        "moves": None if pattern.moves is Moves.LATER else pattern.moves,
        "type": _type(body, pattern.meeting_type),
    })  # fmt: skip


def write_standing_item(item: StandingItem, body: Body) -> Written:
    """Return what comes by itself on a body's agendas."""
    return kept({
        "title": item.title,
        "kind": item.kind,
        "minutes": item.minutes,
        "presenters": item.presenters,
        "proposal": text(item.proposal),
        "months": item.months,
        "source": item.source,
        "closing": item.closing,
        "type": _type(body, item.meeting_type),
    })  # fmt: skip


def _type(body: Body, id_: int | None) -> str | None:
    return next((each.name for each in body.meeting_types if each.id == id_), None)


def write_delegated(delegated: Delegated, keys: Keys, places: Places) -> Written:
    """Return a decision that was taken by delegation."""
    return kept({
        "body": keys.body(delegated.body),
        "title": delegated.title,
        "registry_number": delegated.registry_number,
        "date": delegated.on,
        "by": delegated.by,
        "basis": delegated.basis,
        "urgent": delegated.urgent,
        "reported": places.item(delegated.item),
    })  # fmt: skip


def write_planning(meeting: Meeting, names: ItemNames) -> Written:
    """Return what of a meeting is planned and was told before it."""
    return {
        "group_meetings": [
            kept({"name": each.name, "date": each.date, "start": clock(each.start), "place": each.place})
            for each in meeting.group_meetings
        ],
        "sendings": [_sending(each, names) for each in meeting.sendings],
        "papers_due": meeting.papers_due,
        "announced_on": meeting.announced_on,
        "cancelled_on": meeting.cancelled_on,
        "cancelled_because": meeting.cancelled_because,
        "calendar": kept({"uid": meeting.calendar_uid, "sequence": meeting.calendar_sequence or None}),
    }


def _sending(sending: Sending, names: ItemNames) -> Written:
    items = [
        kept({
            "item": names.name(each.item), "number": each.number, "title": each.title,
            "withdrawn": each.withdrawn,
        })
        for each in sending.items
    ]  # fmt: skip
    documents = [
        kept({
            "item": names.name(each.item),
            "document": None if each.document is None else names.documents.get(each.document),
            "number": each.number,
            "title": each.title,
            "sha256": each.sha256,
        })
        for each in sending.documents
    ]  # fmt: skip
    return kept({
        "number": sending.number,
        "on": sending.on,
        "at": clock(sending.at),
        "date": sending.meeting_date,
        "start": clock(sending.meeting_start),
        "place": sending.place,
        "late_because": sending.late_because,
        "items": items,
        "documents": documents,
    })  # fmt: skip


def write_preparation(
    item: Item, standing: Mapping[int, int], speakers: Sequence[Speaker], keys: Keys, places: Places
) -> Written:
    """Return what of an item is from before its meeting; `standing` numbers the body's standing items."""
    return {
        "minutes": item.minutes,
        "start": clock(item.start),
        "origin": item.origin,
        "came_from": item.came_from and places.item(item.came_from.item),
        "assignment": places.assignment(item.assignment),
        "standing": None if item.standing is None else standing.get(item.standing),
        "acts": [
            kept({"act": each.act, "by": each.by, "on": each.on, "at": clock(each.at), "reason": each.reason})
            for each in item.acts
        ],
        "papers": [
            kept({
                "title": each.title,
                "from": each.sender,
                "due": each.due,
                "arrived": each.arrived,
                "approved": each.approved,
                "approved_by": each.approved_by,
            })
            for each in item.papers
        ],
        "comments": [kept({"by": each.by, "text": each.text, "on": each.on}) for each in item.comments],
        "speakers": [
            kept({"person": keys.who(each.who), "reply": each.reply, "seconds": each.seconds})
            for each in speakers
        ],
    }  # fmt: skip
