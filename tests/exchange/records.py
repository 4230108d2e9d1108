"""Domain records with a value in each field, and the same records with one value changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import count
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from klubban.domain.body import Body, Invited, Named, Organisation, Person, Seat
from klubban.domain.meeting import (
    Assignment,
    Attendee,
    Division,
    Document,
    Item,
    Matter,
    Meeting,
    Proposal,
    Vote,
)
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Moment, OnRollAs, RollCall, RollLine, Ruling, Stay
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.text import Blocks, from_plain

Record = TypeVar("Record")
_NUMBERS = count(1)

REFERENCES = {
    (Named, "person"),
    (Body, "parent"),
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
    (Division, "after"),
    (Proposal, "body_id"),
    (Assignment, "body"),
    (Assignment, "meeting"),
    (Assignment, "item"),
    (Item, "matter"),
    (Meeting, "body"),
    (Meeting, "organisation"),
}
"""What stands for something else; the document says its key."""
FOLLOWS = {(Meeting, "presiding")}
"""What is nowhere recorded."""


def filled(kind: type[Record], /, **given: Any) -> Record:
    """Return a record in which every field that is not given has a value of its own."""
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
        for name, _hint in _fields(type(value)):
            for where, new in changed(getattr(value, name), f"{place}.{name}" if name != "id" else ""):
                yield where, replace(value, **{name: new})
    elif isinstance(value, StrEnum):
        yield place, next(word for word in type(value) if word is not value)
    elif type(value) in _SINGLE:
        yield place, not value if isinstance(value, bool) else _SINGLE[type(value)](1_999)


def _changed_parts(value: dict[Any, Any], place: str) -> Iterator[tuple[str, Any]]:
    yield place, {}
    for key, part in value.items():
        yield from ((where, {**value, key: new}) for where, new in changed(part, place))


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


def a_file(**given: Any) -> dict[str, Any]:
    """Return what `dump` takes: one of each, all fields filled."""
    body = filled(Body, kind=BodyKind.COUNCIL, rules=Rules(), parent=None, rotation_from=2024)
    person = filled(Person)
    matter = filled(Matter)
    division = filled(
        Division, after=None, votes=((filled(Named, person=None), Vote.ABSENT),), casting_vote=Vote.NO
    )
    item = filled(Item, matter=matter, divisions=(division,), documents=(filled(Document, sha256="0f" * 32),))
    facts = {"body": body, "organisation": filled(Organisation)}
    # A meeting has a roll, or else its attendance is noted.
    noted = filled(Meeting, **facts, items=(item,), roll=RollCall())
    called = filled(Meeting, **facts, items=(replace(item, assignments=()),), roll=_roll(item), attendance=())
    return {
        "organisation": filled(Organisation, language="en"),
        "bodies": [body],
        "people": [person],
        "seats": [
            filled(Seat, body=body.id, person=person.id, alternate_for=person.id, stand_ins=(person.id,))
        ],
        "matters": [matter],
        "meetings": [noted, called],
        "assignments": [filled(Assignment, body=body.id, meeting=noted.id)],
        **given,
    }
