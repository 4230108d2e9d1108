"""Domain records with a value in each field, and the same records with one value changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import count
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from klubban.domain.afterwards import Addressee, Archived, Dispatch
from klubban.domain.agenda import (
    CameFrom,
    Delegated,
    Moves,
    Pattern,
    Sending,
    SentDocument,
    SentItem,
    Speaker,
    StandingItem,
)
from klubban.domain.assignment import Assignment, AssignmentStep, Report
from klubban.domain.body import Body, Invited, Named, Organisation, Person, Seat
from klubban.domain.decided import Division, Motion, Objection, Opinion, Proposal, Put, Vote
from klubban.domain.look import Arms, Look
from klubban.domain.meeting import Attendee, Document, Item, Matter, Meeting, Recess
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.phrases import Phrase
from klubban.domain.roll import Moment, OnRollAs, RollCall, RollLine, Ruling, Stay
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.signing import Signature, Signing, TrustedIssuer, Withdrawal
from klubban.domain.text import Blocks, from_plain
from klubban.domain.verification import Correction, Notice
from klubban.exchange.open_format import Beside

Record = TypeVar("Record")
_NUMBERS = count(1)

REFERENCES = {
    (Named, "person"),
    (Body, "parent"),
    (Body, "reports_to"),
    (Seat, "body"),
    (Seat, "person"),
    (Seat, "alternate_for"),
    (Seat, "stand_ins"),
    (Invited, "person"),
    (Invited, "body"),
    (RollLine, "personal_for"),
    (RollLine, "stand_ins"),
    (Stay, "first"),
    (Stay, "last"),
    (Ruling, "place"),
    (Ruling, "serves"),
    (Ruling, "first"),
    (Ruling, "last"),
    (Attendee, "items"),
    (Motion, "instead_of"),
    (Put, "motion"),
    (Division, "after"),
    (Division, "put"),
    (Division, "yes_motion"),
    (Division, "no_motion"),
    (Opinion, "motion"),
    (Recess, "after"),
    (Objection, "item"),
    (Phrase, "body"),
    (Proposal, "body_id"),
    (Assignment, "body"),
    (Assignment, "for_body"),
    (Report, "item"),
    (AssignmentStep, "taken_to"),
    (AssignmentStep, "item"),
    (Assignment, "meeting"),
    (Assignment, "item"),
    (Item, "matter"),
    (Item, "came_from"),
    (Item, "assignment"),
    (Item, "standing"),
    (Item, "commitment"),
    (Item, "inquiry"),
    (Matter, "body"),
    (SentItem, "item"),
    (SentDocument, "item"),
    (SentDocument, "document"),
    (StandingItem, "meeting_type"),
    (Pattern, "meeting_type"),
    (Delegated, "body"),
    (Delegated, "item"),
    (Meeting, "body"),
    (Meeting, "organisation"),
    (Notice, "verification"),
    (Notice, "replaces"),
    (Correction, "item"),
    (Dispatch, "body"),
    (Addressee, "body"),
}
"""What stands for something else; the document says its key."""
LIMITED: dict[tuple[type, str], Any] = {
    (Pattern, "weekday"): 4,
    (Look, "colour"): "#17616b",
    (Look, "margin"): 24,
}
"""Another value of what does not take any of its type."""
GIVEN: dict[type, dict[str, Any]] = {
    Body: {"scale": ("Grönt", "Gult", "Orange", "Rött", "Svart")},
    Look: {"colour": "#8a2b0e", "margin": 22},
    Arms: {"sha256": "a" * 64},
    Signing: {"original": "b" * 64, "returned": "c" * 64},
    Signature: {"fingerprint": "d" * 64},
    Dispatch: {"sha256": "e" * 64},
    Archived: {"manifest": "f" * 64},
    TrustedIssuer: {"sha256": "1" * 64},
    Withdrawal: {"by": "Tor Blom", "and_by": "Britta Ek"},
}
"""Values of what does not take any of its type."""
FOLLOWS = {
    (Beside, "followed"),
    (Meeting, "presiding"),
    (Document, "size"),
    (Arms, "picture"),
    (Item, "worded"),
}
"""What is nowhere recorded, or not in this document."""


def filled(kind: type[Record], /, **given: Any) -> Record:
    """Return a record in which every field that is not given has a value of its own."""
    given = GIVEN.get(kind, {}) | given
    return kind(**{name: _value(hint) for name, hint in _fields(kind) if name not in given}, **given)


def _fields(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [
        (field.name, hints[field.name])
        for field in fields(kind)
        if (kind, field.name) not in REFERENCES | FOLLOWS
    ]


def _value(hint: Any) -> Any:
    number = next(_NUMBERS)
    if hint == Blocks:
        return from_plain(f"text {number}")
    if get_origin(hint) is Mapping:
        key, value = get_args(hint)
        return {_value(key): _value(value)}
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        return (_value(parts[0]),) if parts[-1] is ... else tuple(_value(part) for part in parts)
    if type(None) in get_args(hint):
        return _value(get_args(hint)[0])
    if issubclass(hint, StrEnum):
        return list(hint)[-1]
    return _SINGLE[hint](number) if hint in _SINGLE else filled(hint)


_SINGLE: dict[type, Any] = {
    str: lambda number: f"words {number}",
    int: int,
    bool: lambda _number: True,
    date: lambda number: date(2000, 1, 1) + timedelta(days=number),
    time: lambda number: time(number % 24, number % 60),
    Paragraphs: lambda number: Paragraphs(((number, number),)),
}


def changed(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Walk the values in a record: the place of each, and the record with another value there."""
    if isinstance(value, tuple):
        if _can_be_empty(value):
            yield place, ()
        for at, part in enumerate(value):
            yield from ((where, (*value[:at], new, *value[at + 1 :])) for where, new in changed(part, place))
    elif isinstance(value, dict):
        yield from _changed_parts(value, place)
    elif is_dataclass(value) and not isinstance(value, type | Paragraphs):
        yield from _changed_fields(value, place)
    elif isinstance(value, StrEnum):
        yield place, next(word for word in type(value) if word is not value)
    elif type(value) in _SINGLE:
        others = (not value,) if isinstance(value, bool) else map(_SINGLE[type(value)], (1_999, 2_000))
        yield place, next(other for other in others if other != value)


def _changed_parts(value: dict[Any, Any], place: str) -> Iterator[tuple[str, Any]]:
    yield place, {}
    for key, part in value.items():
        yield from ((where, {**value, key: new}) for where, new in changed(part, place))


def _changed_fields(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    for name, _hint in _fields(type(value)):
        if (type(value), name) in LIMITED:
            yield f"{place}.{name}", replace(value, **{name: LIMITED[type(value), name]})
            continue
        for where, new in changed(getattr(value, name), f"{place}.{name}" if name != "id" else ""):
            yield where, replace(value, **{name: new})


def _can_be_empty(value: tuple[Any, ...]) -> bool:
    """Tell whether a list may be empty: a pair cannot, nor can what a roll refers to."""
    kinds = {type(part) for part in value}
    return len(kinds) == 1 and not kinds & {RollLine, Item}


def _roll(item: Item) -> RollCall:
    """Return a roll with a member, and the member's own alternate, all fields filled."""
    stay = filled(
        Stay, first=item.id, came=Moment.DURING, last=item.id, came_at=time(9, 5), went_at=time(10, 15)
    )
    seat = filled(RollLine, id=1, role=OnRollAs.MEMBER, stays=(stay,), stand_ins=(2,), personal_for=None)
    alternate = filled(RollLine, id=2, role=OnRollAs.ALTERNATE, stays=(), stand_ins=(), personal_for=1)
    ruling = filled(Ruling, place=1, serves=2, first=item.id, last=item.id)
    return RollCall(lines=(seat, alternate), rulings=(ruling,))


def _came_from(item: Item, meeting: Meeting) -> CameFrom:
    body = meeting.body.name
    return CameFrom(item=item.id, meeting=meeting.id, body=body, date=meeting.date, number=item.number)


def _plans(body: Body, item: Item) -> Beside:
    """Return what a file holds beside its bodies and meetings, one of each."""
    type_ = body.meeting_types[0].id
    facts = {"weekday": 2, "months": (5,), "moves": Moves.SKIP, "meeting_type": type_}
    third = filled(Pattern, weeks=None, nth=(3,), **facts)
    each_week = filled(Pattern, nth=(), first=date(2027, 1, 6), **facts)
    return Beside(
        patterns={body.id: (third, each_week)},
        standing_items={body.id: (filled(StandingItem, id=item.standing, months=(5,), meeting_type=type_),)},
        delegated=(filled(Delegated, body=body.id, item=item.id),),
        speakers={item.id: (filled(Speaker),)},
        first_numbers={body.id: {2026: 57}},
        phrases=(filled(Phrase, body=body.id), filled(Phrase)),
        words=("Ekbybostäder",),
        addressees=(filled(Addressee, body=body.id),),
        trusted_issuers=(filled(TrustedIssuer),),
    )


def a_file(**given: Any) -> dict[str, Any]:
    """Return what `dump` takes: one of each, all fields filled."""
    body = filled(Body, kind=BodyKind.COUNCIL, rules=Rules(), parent=None, rotation_from=2024)
    person = filled(Person)
    matter = filled(Matter, body=body.id)
    division = filled(
        Division,
        votes=((filled(Named, person=None), Vote.ABSENT),),
        casting_vote=Vote.NO,
        lot=Vote.YES,
    )
    document = filled(Document, sha256="0f" * 32)
    item = filled(Item, matter=matter, divisions=(division,), documents=(document,))
    item = replace(item, assignment=item.assignments[0].id, standing=next(_NUMBERS))
    facts = {"body": body, "organisation": filled(Organisation, language="en")}
    sent = filled(SentDocument, item=item.id, document=document.id, sha256="0f" * 32)
    sending = filled(Sending, items=(filled(SentItem, item=item.id),), documents=(sent,))
    # A meeting has a roll, or else its attendance is noted.
    noted = filled(Meeting, **facts, items=(), roll=RollCall(), sendings=(sending,))
    given_there = tuple(replace(each, due=noted.date) for each in item.assignments)  # nothing is due before
    item = replace(item, assignments=given_there)
    noted = replace(noted, items=(item,))
    again = replace(item, id=next(_NUMBERS), assignments=(), came_from=_came_from(item, noted))
    called = filled(Meeting, **facts, items=(again,), roll=_roll(again), attendance=(), sendings=())
    return {
        "organisation": filled(Organisation, language="en"),
        "bodies": [body],
        "people": [person],
        "seats": [
            filled(Seat, body=body.id, person=person.id, alternate_for=person.id, stand_ins=(person.id,))
        ],
        "matters": [matter],
        "meetings": [noted, called],
        "assignments": [filled(Assignment, body=body.id, meeting=noted.id, given_on=noted.date)],
        "beside": _plans(body, item),
        **given,
    }
