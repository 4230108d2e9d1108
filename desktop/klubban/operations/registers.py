"""The organisation, its bodies and people, their seats, and the register of matters."""

from __future__ import annotations

from klubban.domain.body import SeatRole
from klubban.domain.meeting import Submission
from klubban.domain.rules import BodyKind, Rules, differing
from klubban.i18n import N_
from klubban.operations.naming import checked_name, new_key
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database

ORGANISATION = 1
"""A file holds one organisation."""


def name_organisation(database: Database, name: str, **facts: str | None) -> None:
    """Say whose file this is; `facts` are the other columns of the organisation."""
    name = checked_name(name)
    with database.change(
        N_("Name the organisation {name}"), place=("organisation", ORGANISATION), name=name
    ) as change:
        put_organisation(change, name=name, **facts)


def put_organisation(change: Change, **facts: str | None) -> None:
    """Write what is known of the organisation, for the first time or anew."""
    if reads.organisation(change.connection) is None:
        change.insert("organisation", id=ORGANISATION, **facts)
    else:
        change.update("organisation", ORGANISATION, **facts)


def add_body(
    database: Database, name: str, kind: BodyKind, *, short: str | None = None, seats: int | None = None
) -> int:
    """Add a body with the rules of its kind, and return its id."""
    name = checked_name(name)
    with database.change(N_("Add {name}"), name=name) as change:
        return insert_body(change, new_key(), name, kind, short=short, seats=seats)


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
    """Add a body; `facts` are its other columns (short, seats, purpose)."""
    kept = differing(kind, rules) if rules else {}
    return change.insert("body", key=key, name=name, kind=kind, rules=kept, parent_id=parent, **facts)


def add_person(database: Database, name: str, *, party: str | None = None, title: str | None = None) -> int:
    """Add somebody to the register and return the id."""
    name = checked_name(name)
    with database.change(N_("Add {name}"), name=name) as change:
        return change.insert("person", key=new_key(), name=name, party=party, title=title)


def add_seat(database: Database, body_id: int, role: SeatRole, *, person_id: int | None = None) -> int:
    """Add a seat to a body, after its others, and return its id; without a person it is vacant."""
    with database.change(N_("Add a seat"), place=("body", body_id)) as change:
        taken = [seat for seat in reads.seats(change.connection) if seat.body == body_id]
        return insert_seat(change, body_id, len(taken), role, person=person_id)


def insert_seat(
    change: Change,
    body_id: int,
    position: int,
    role: SeatRole,
    *,
    person: int | None = None,
    alternate_for: int | None = None,
    **facts: object,
) -> int:
    """Add a seat; `facts` are its other columns (party, represents, call_order, from_date, to_date)."""
    return change.insert(
        "seat",
        body_id=body_id,
        position=position,
        role=role,
        person_id=person,
        alternate_for_id=alternate_for,
        **facts,
    )


def matter_columns(
    title: str, registry_number: str | None, submission: Submission | None
) -> dict[str, object]:
    """Return a matter's columns."""
    return {
        "title": title,
        "registry_number": registry_number,
        "submission_kind": submission and submission.kind,
        "submission_by": submission and submission.by,
        "submission_date": submission and submission.date,
    }
