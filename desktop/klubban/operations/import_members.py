"""Members of a body out of a CSV file or a workbook: first what would be done, then all in one step."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from klubban.domain.body import Person
from klubban.domain.errors import RuleBroken
from klubban.exchange.members import MemberList, read_members
from klubban.i18n import N_
from klubban.operations.member_drafts import Does, Planned
from klubban.operations.member_plan import ended, plan, plan_good
from klubban.operations.naming import new_key
from klubban.operations.seat_rows import Register, columns, insert, last_place, place_of
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do to a body, line by line; the headings not understood are told of, not refused."""

    body: int
    members: MemberList
    lines: tuple[Planned, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the headings that were not understood; what stands under them is left out."""
        return self.members.unknown

    @property
    def faulty(self) -> tuple[Planned, ...]:
        """Return the lines with something wrong on them."""
        return tuple(line for line in self.lines if line.faults)

    def count(self, *does: Does) -> int:
        """Return how many lines do any of these."""
        return sum(line.does in does for line in self.lines)


@dataclass(frozen=True, slots=True)
class Imported:
    """How much was done; who is new counts among the people, and their seats among the seats."""

    people: int
    seats: int
    changed: int
    unchanged: int
    skipped: int


def preview_members(database: Database, body_id: int, data: bytes, name: str) -> Preview:
    """Tell what a file would do to a body; `name` is the file's, for messages.

    Raises Refused for a file that is no list of members, LookupError for no such body.
    """
    members = read_members(data, name)
    return Preview(body_id, members, plan(*_known(database, body_id), members))


def import_members(
    database: Database, body_id: int, preview: Preview, *, skip_faulty: bool = False
) -> Imported:
    """Do what a preview told of, in one step; with `skip_faulty` without the lines that do not fit.

    Raises RuleBroken when there are such lines otherwise, and when the register is no longer as it was.
    """
    register, people = _known(database, body_id)
    if (body_id, plan(register, people, preview.members)) != (preview.body, preview.lines):
        raise RuleBroken("The register has changed since; look at the list again")
    if preview.faulty and not skip_faulty:
        faulty = len(preview.faulty)
        raise RuleBroken("Lines that do not fit: {count}; nothing was imported", count=faulty)
    lines = plan_good(register, people, preview.members)
    with database.change(
        N_("Import members to {body}"), place=("body", body_id), body=register.body.name
    ) as change:
        added = _put_people(change, lines)
        _put_seats(change, lines, added)
    does = Counter(line.does for line in lines)
    return Imported(
        people=len(added),
        seats=does[Does.NEW_PERSON] + does[Does.NEW_SEAT] + does[Does.VACANT_SEAT],
        changed=does[Does.CHANGES],
        unchanged=does[Does.NOTHING],
        skipped=len(preview.lines) - len(lines),
    )


def _known(database: Database, body_id: int) -> tuple[Register, tuple[Person, ...]]:
    register = Register.of(database, body_id)
    with database.read() as read:
        return register, reads.people(read)


def _put_people(change: Change, lines: tuple[Planned, ...]) -> dict[int | None, int]:
    """Add who is new, write what was said of people, and return the new ids by the planned ones."""
    last = {line.person.id: line.person for line in lines if line.person}
    added: dict[int | None, int] = {}
    for id_, person in last.items():
        if id_ < 0:
            added[id_] = change.insert("person", key=new_key(), **_facts(person))
        else:
            change.update("person", id_, **_facts(person))
    return added


def _facts(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in ("name", "party", "title", "email", "phone", "address")}


def _put_seats(change: Change, lines: tuple[Planned, ...], people: dict[int | None, int]) -> None:
    """Add and change seats; who follows in a seat has its place in the list, and new seats come last."""
    place = last_place(change, lines[0].seat.body) if lines and lines[0].seat else -1
    for line in lines:
        if line.seat is None:
            continue
        seat = replace(
            line.seat,
            person=people.get(line.seat.person, line.seat.person),
            alternate_for=people.get(line.seat.alternate_for, line.seat.alternate_for),
        )
        before, old = line.before, ended(line)
        if before and old:
            change.update("seat", before.id, to_date=old.to_date)
            insert(change, seat, place_of(change, before))
        elif before:
            change.update("seat", seat.id, **columns(seat))
        else:
            place += 1
            insert(change, seat, place)
