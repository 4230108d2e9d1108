"""Bodies: what they are called, what they are for, the rules that are their own, the meetings they have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from email.utils import parseaddr
from typing import Any

from klubban.domain.body import Body, Invited, MeetingType
from klubban.domain.errors import RuleBroken
from klubban.domain.roll_up import check_reports_to
from klubban.domain.rules import (
    BodyKind,
    Rules,
    check_own,
    check_value,
    differing,
    plain_rule,
    rule_value,
    rules_of,
)
from klubban.domain.seats import is_alternate_now
from klubban.domain.service import OrderOfCall
from klubban.domain.situation import check_scale, folded
from klubban.i18n import N_
from klubban.operations.lists import put_rows
from klubban.operations.naming import checked_name, line_or_none, new_key, one_line
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


def add_body(
    database: Database,
    name: str,
    kind: BodyKind,
    *,
    short: str | None = None,
    seats: int | None = None,
    parent: int | None = None,
) -> int:
    """Add a body with the rules of its kind, and return its id."""
    name = checked_name(name)
    with database.change(N_("Add {name}"), name=name) as change:
        return insert_body(
            change, new_key(), name, kind, parent=parent, short=line_or_none(short), seats=_seats(seats)
        )


def insert_body(
    change: Change,
    key: str,
    name: str,
    kind: BodyKind,
    *,
    rules: Rules | None = None,
    parent: int | None = None,
    **facts: object,
) -> int:
    """Add a body; `facts` are its other columns (short, seats, purpose, mandate, rotation, chains …)."""
    kept = differing(kind, rules) if rules else {}
    return change.insert("body", key=key, name=name, kind=kind, rules=kept, parent_id=parent, **facts)


def change_body(database: Database, body_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Say anew what a body is: name, short, kind, parent, seats, purpose, mandate, review_date, rotation,
    rotation_from, chains, absence_to, distribution, and of its situation reports reports_to, scale, areas,
    sources. Raises RuleBroken for a value that cannot be, LookupError for no such body.

    With another kind, the rules that differ from the old preset stay, if they still differ and may.
    """  # noqa: D205 - the first sentence is the list
    body, others = _body(database, body_id)
    columns = {name: _CHECKED[name](value) for name, value in facts.items()}
    if "parent" in columns:
        columns["parent_id"] = columns.pop("parent")
        _check_parent(body, columns["parent_id"], others)
    if "reports_to" in columns:
        columns["reports_to_id"] = columns.pop("reports_to")
        check_reports_to(body, columns["reports_to_id"], others)
    if columns.get("rotation", body.rotation) and not columns.get("rotation_from", body.rotation_from):
        raise RuleBroken("Say in which year the first authority chairs")
    seats = columns.get("seats")
    if seats and body.rules.quorum_least > seats:
        raise RuleBroken("No more than the {seats} who have seats can be needed to decide", seats=seats)
    if "kind" in columns:
        columns["rules"] = _carried(body, columns["kind"], alternates=_has_alternates(database, body_id))
    name = columns.get("name", body.name)
    with database.change(N_("Change {name}"), place=("body", body_id), run=run, name=name) as change:
        change.update("body", body_id, **columns)


def set_rule(database: Database, body_id: int, name: str, value: object) -> None:
    """Let a rule of a body have a value, plain or of its own type.

    Raises RuleBroken for an unknown rule, another sort of value, or a rule that is law for the kind.
    """
    body, _others = _body(database, body_id)
    found = rule_value(name, value)
    check_own(body.kind, name)
    if found is OrderOfCall.NONE and _has_alternates(database, body_id):
        raise RuleBroken("{body} has alternates; end their terms first", body=body.name)
    check_value(body.kind, body.seats, name, found)
    kept = {**differing(body.kind, body.rules), name: plain_rule(found)}
    rules = differing(body.kind, rules_of(body.kind, kept))
    with database.change(N_("Change the rules of {name}"), place=("body", body_id), name=body.name) as change:
        change.update("body", body_id, rules=rules)


def put_meeting_type(
    database: Database,
    body_id: int,
    type_id: int | None,
    name: str,
    per_year: int | None,
    invited: Sequence[Invited] = (),
) -> int:
    """Add a type of meeting, or change one, and return its id; the ids of `invited` say nothing.

    Raises RuleBroken for a name that another type has, a number that is none, or an invited who is nobody.
    """
    body, _others = _body(database, body_id)
    name = checked_name(name)
    if any(each.name.casefold() == name.casefold() and each.id != type_id for each in body.meeting_types):
        raise RuleBroken("{body} has a type of meeting called {name} already", body=body.name, name=name)
    if per_year is not None and per_year < 1:
        raise RuleBroken("A type of meeting is held at least once a year")
    rows = [_invited(each) for each in invited]
    with database.change(
        N_("Change the meetings called {name}") if type_id else N_("Add meetings called {name}"),
        place=("body", body_id),
        name=name,
    ) as change:
        if type_id is None:
            place = len(body.meeting_types)
            type_id = change.insert(
                "meeting_type", body_id=body_id, position=place, name=name, per_year=per_year
            )
        else:
            change.update("meeting_type", type_id, name=name, per_year=per_year)
        put_rows(change, "invited", "meeting_type", type_id, rows)
        return type_id


def remove_meeting_type(database: Database, type_id: int) -> None:
    """Take a type of meeting away; raises RuleBroken when there are meetings, items or plans of it."""
    body, found = _meeting_type(database, type_id)
    with database.change(
        N_("Remove the meetings called {name}"), place=("body", body.id), name=found.name
    ) as change:
        if change.rows("meeting", meeting_type_id=type_id):
            raise RuleBroken("There are meetings called {name}; they keep their type", name=found.name)
        if any(change.rows(table, meeting_type_id=type_id) for table in ("standing_item", "meeting_pattern")):
            raise RuleBroken(
                "Items or plans belong to the meetings called {name}; take them away first", name=found.name
            )
        change.delete_whole("meeting_type", type_id)


def _body(database: Database, body_id: int) -> tuple[Body, tuple[Body, ...]]:
    with database.read() as read:
        bodies = reads.bodies(read)
    for body in bodies:
        if body.id == body_id:
            return body, bodies
    raise LookupError(body_id)


def _meeting_type(database: Database, type_id: int) -> tuple[Body, MeetingType]:
    with database.read() as read:
        for body in reads.bodies(read):
            for each in body.meeting_types:
                if each.id == type_id:
                    return body, each
    raise LookupError(type_id)


def _check_parent(body: Body, parent: int | None, bodies: Sequence[Body]) -> None:
    above = {each.id: each.parent for each in bodies}
    while parent is not None:
        if parent == body.id:
            raise RuleBroken("{name} cannot belong to itself, or to what belongs to it", name=body.name)
        parent = above[parent]


def _has_alternates(database: Database, body_id: int) -> bool:
    with database.read() as read:
        seats = reads.seats(read, body_id)
    return any(is_alternate_now(seat, seats) for seat in seats)


def _carried(body: Body, kind: BodyKind, *, alternates: bool) -> dict[str, Any]:
    """Return what differs from another kind's rules; a body that has alternates keeps their order."""
    own = differing(body.kind, body.rules)
    if alternates:
        own["alternates"] = plain_rule(body.rules.alternates)
    kept: dict[str, Any] = {}
    for name, value in own.items():
        try:
            check_own(kind, name)
        except RuleBroken:
            continue
        kept[name] = value
    return differing(kind, rules_of(kind, kept))


def _invited(each: Invited) -> dict[str, Any]:
    name = line_or_none(each.name)
    if sum(value is not None for value in (each.person, each.body, name)) != 1:
        raise RuleBroken("Somebody invited is a person, a body, or an office by its name")
    return {"person_id": each.person, "body_id": each.body, "name": name}


def _text(words: str | None) -> str | None:
    return (words or "").strip() or None


def _seats(seats: int | None) -> int | None:
    if seats is not None and seats < 1:
        raise RuleBroken("A body has at least one seat, or its number of seats is left open")
    return seats


def _rotation(authorities: Sequence[str]) -> list[str]:
    return [words for each in authorities if (words := one_line(each))]


_EARLIEST, _LATEST = 1900, 2200


def _year(year: int | None) -> int | None:
    if year is not None and not _EARLIEST <= year <= _LATEST:
        raise RuleBroken("Expected a year from {first} to {last}", first=_EARLIEST, last=_LATEST)
    return year


def _chains(chains: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    kept: dict[str, list[str]] = {}
    for party, chain in chains.items():
        words = [found for each in chain if (found := one_line(each))]
        if party in words or len(set(words)) < len(words):
            raise RuleBroken("The chain of {party} names a party twice", party=party)
        if words:
            kept[checked_name(party)] = words
    return kept


def _distribution(lines: Sequence[str]) -> list[str]:
    kept = [words for each in lines if (words := one_line(each))]
    for words in kept:
        _name, address = parseaddr(words)
        if "@" not in address.strip("@"):
            raise RuleBroken(
                "{line} has no address; write it as Registrator <registrator@ekby.example>", line=words
            )
    return kept


def _scale(names: Sequence[str]) -> list[str]:
    """Return the names of five steps, or none for the program's own."""
    lines = [one_line(each) for each in names]
    if any(lines):
        check_scale(lines)
    return lines if any(lines) else []


def _each_once(names: Sequence[str]) -> list[str]:
    known: dict[str, str] = {}
    for each in names:
        if words := one_line(each):
            known.setdefault(folded(words), words)
    return list(known.values())


def _same(value: date | int | None) -> date | int | None:
    return value


_CHECKED: Mapping[str, Callable[[Any], Any]] = {
    "name": checked_name,
    "short": line_or_none,
    "kind": BodyKind,
    "parent": _same,
    "seats": _seats,
    "purpose": _text,
    "mandate": _text,
    "review_date": _same,
    "rotation": _rotation,
    "rotation_from": _year,
    "chains": _chains,
    "absence_to": line_or_none,
    "distribution": _distribution,
    "reports_to": _same,
    "scale": _scale,
    "areas": _each_once,
    "sources": _each_once,
}
