"""The rows of who was sent what around a meeting: they follow from who is called, or who signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.body import Named, SeatRole
from klubban.exchange import mail
from klubban.operations.lists import last_place
from klubban.operations.mail import called, offices
from klubban.operations.naming import named
from klubban.store import reads
from klubban.store.change import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klubban.domain.body import Person
    from klubban.domain.circulated import Circulates
    from klubban.domain.meeting import Meeting
    from klubban.store.change import Change
    from klubban.store.reading import Read


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is sent something, with the address that a mail goes to."""

    who: Named
    email: str | None = None


def called_readers(read: Read, meeting: Meeting) -> tuple[Reader, ...]:
    """Return who is called to a meeting, but for the secretary, who calls."""
    people = {person.id: person for person in reads.people(read)}
    seats = tuple(each for each in reads.seats(read) if each.role is not SeatRole.SECRETARY)
    found = [_reader(people[id_]) for id_ in dict.fromkeys(called(meeting, seats))]
    for words in (*offices(meeting), *meeting.body.distribution):
        known = mail.recipient(words)
        found.append(
            Reader(Named(known.name or known.address), known.address) if known else Reader(Named(words))
        )
    return tuple(found)


def readers_named(read: Read, who: Iterable[Named]) -> tuple[Reader, ...]:
    """Return people with the addresses that the register has."""
    people = reads.people(read)
    return tuple(Reader(each, next((one.email for one in people if _is(one, each)), None)) for each in who)


def _reader(person: Person) -> Reader:
    return Reader(Named(person.name, person.party, person.id), person.email)


def _is(person: Person, who: Named) -> bool:
    if who.person is not None:
        return person.id == who.person
    return person.name == who.name and who.party in (None, person.party)


def note_sent(change: Change, meeting_id: int, what: Circulates, on: date, readers: Iterable[Reader]) -> None:
    """Note that something was sent; each sending has rows of its own."""
    place = last_place(change, "circulated", meeting_id=meeting_id)
    for position, each in enumerate(readers, place):
        change.insert(
            "circulated",
            meeting_id=meeting_id,
            position=position,
            **named(each.who),
            email=each.email,
            what=what,
            sent_on=on,
        )


def note_again(
    change: Change, meeting_id: int, what: Circulates, on: date | None, readers: Iterable[Reader]
) -> None:
    """Note anew on which day the one thing of a kind was sent, or that it was not.

    Who said that they read it stays so.
    """
    there = change.rows("circulated", meeting_id=meeting_id, what=what.value)
    if on is None:
        for row in there:
            change.delete("circulated", id_of(row))
        return
    for row in there:
        change.update("circulated", id_of(row), sent_on=on)
    known = [Named(str(row["name"]), _word(row["party"]), _id(row["person_id"])) for row in there]
    new = [each for each in readers if not any(each.who.is_same(one) for one in known)]
    note_sent(change, meeting_id, what, on, new)


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _id(value: object) -> int | None:
    return value if isinstance(value, int) else None
