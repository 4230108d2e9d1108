"""The organisation, bodies, people, seats and matters as the open format writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.habits import plain_habits
from klubban.domain.look import plain_look
from klubban.domain.rules import differing
from klubban.exchange.keys import Keys, Written, kept, text

if TYPE_CHECKING:
    from klubban.domain.body import Body, MeetingType, Organisation, Person, Seat
    from klubban.domain.meeting import Matter
    from klubban.domain.phrases import Phrase


def write_organisation(organisation: Organisation) -> Written:
    """Return whose file it is."""
    return write_names(organisation) | kept({
        "sought": organisation.sought,
        "file_pattern": organisation.file_pattern,
        "time_stamp_server": organisation.time_stamp_server,
    })  # fmt: skip


def write_names(organisation: Organisation) -> Written:
    """Return what papers say of an organisation, and how they look."""
    return kept({
        "name": organisation.name,
        "number": organisation.number,
        "address": organisation.address,
        "website": organisation.website,
        "notice_board": organisation.notice_board,
        "protocol_kept_at": organisation.protocol_kept_at,
        "language": None if organisation.language == "sv" else organisation.language,
        "look": plain_look(organisation.look),
        "arms": organisation.arms and {"sha256": organisation.arms.sha256, "says": organisation.arms.says},
    })  # fmt: skip


def write_body(body: Body, keys: Keys, patterns: list[Written], standing: list[Written]) -> Written:
    """Return a body, with those of its rules that are not its kind's."""
    return kept({
        "key": body.key,
        "name": body.name,
        "short": body.short,
        "kind": body.kind,
        "parent": keys.body(body.parent),
        "seats": body.seats,
        "purpose": body.purpose,
        "mandate": body.mandate,
        "review": body.review_date,
        "rotation": kept({"from": body.rotation_from, "authorities": body.rotation}),
        "rules": differing(body.kind, body.rules),
        "chains": body.chains,
        "meeting_types": [_meeting_type(each, keys) for each in body.meeting_types],
        "absence_to": body.absence_to,
        "distribution": body.distribution,
        "patterns": patterns,
        "standing_items": standing,
        "habits": plain_habits(body.habits),
        "reports_to": keys.body(body.reports_to),
        "scale": body.scale,
        "areas": body.areas,
        "sources": body.sources,
    })  # fmt: skip


def _meeting_type(type_: MeetingType, keys: Keys) -> Written:
    invited = [
        kept({"person": keys.person(each.person), "body": keys.body(each.body), "name": each.name})
        for each in type_.invited
    ]
    return kept({"name": type_.name, "per_year": type_.per_year, "invited": invited})


def write_person(person: Person) -> Written:
    """Return somebody in the register."""
    return kept({
        "key": person.key,
        "name": person.name,
        "party": person.party,
        "organisation": person.organisation,
        "title": person.title,
        "email": person.email,
        "phone": person.phone,
        "address": person.address,
    })  # fmt: skip


def write_seat(seat: Seat, keys: Keys) -> Written:
    """Return a seat."""
    return kept({
        "body": keys.body(seat.body),
        "person": keys.person(seat.person),
        "role": seat.role,
        "party": seat.party,
        "represents": seat.represents,
        "order": seat.order,
        "alternate_for": keys.person(seat.alternate_for),
        "from": seat.from_date,
        "to": seat.to_date,
        "rights": seat.rights,
        "note": seat.note,
        "stand_ins": [keys.person(id_) for id_ in seat.stand_ins],
    })  # fmt: skip


def write_matter(matter: Matter, keys: Keys) -> Written:
    """Return a matter."""
    raised = matter.submission
    return kept({
        "key": matter.key,
        "registry_number": matter.registry_number,
        "title": matter.title,
        "submission": raised and kept({"kind": raised.kind, "by": raised.by, "date": raised.date}),
        "body": keys.body(matter.body),
        "closed": matter.closed,
        "closed_because": matter.closed_because,
    })  # fmt: skip


def write_phrase(phrase: Phrase) -> Written:
    """Return a phrase, whose text stands there even when it is empty."""
    return {"short": phrase.short, "text": text(phrase.text)}
