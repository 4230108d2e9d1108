"""Who works with the file, by name, and which bodies they are secretary or chair of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, select

from klubban.domain.body import Person, Seat
from klubban.domain.scope import WORKS, Mine, folded, mine, who_may_sit_here
from klubban.store import tables as t
from klubban.store.rows import kept, rows


def sitting(read: Connection, name: str, today: date) -> Mine | None:
    """Return who somebody is by name; None for nobody in the register."""
    wanted, own = folded(name), t.person.c
    ids = [row.id for row in read.execute(select(own.id, own.name)) if folded(row.name) == wanted]
    return mine(name, _people(read, ids), _seats(read, ids), today) if ids else None


def who_may(read: Connection, today: date) -> tuple[Person, ...]:
    """Return those who are a body's secretary or chair on a day."""
    seats = _seats(read)
    return who_may_sit_here(_people(read, {each.person for each in seats if each.person}), seats, today)


def _people(read: Connection, ids: Collection[int]) -> tuple[Person, ...]:
    found = rows(read, select(t.person).where(t.person.c.id.in_(ids)).order_by(t.person.c.id))
    return tuple(Person(**row) for row in found)


def _seats(read: Connection, people: Collection[int] | None = None) -> tuple[Seat, ...]:
    """Return the seats of those who keep or lead: as much of them as says whose they are, and when."""
    own = t.seat.c
    wanted = select(own.id, own.body_id, own.person_id, own.role, own.from_date, own.to_date)
    wanted = wanted.where(own.role.in_(WORKS), own.person_id.is_not(None))
    if people is not None:
        wanted = wanted.where(own.person_id.in_(people))
    return tuple(
        Seat(**kept(row, "id", "role", "from_date", "to_date"), body=row["body_id"], person=row["person_id"])
        for row in rows(read, wanted)
    )
