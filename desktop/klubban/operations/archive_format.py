"""The open format of some meetings alone, with what they refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass

from klubban.domain.body import Named
from klubban.exchange import open_format as exchange
from klubban.store import agendas, minutes, reads
from klubban.store.database import Database


def dump_meetings(database: Database, meeting_ids: Collection[int]) -> bytes:
    """Return meetings as a document of the open format, which can be taken into an empty file.

    With them come the bodies, their seats, and of people and matters those that are named there; of
    assignments and delegated decisions those that the meetings gave or were told of.
    """
    with database.read() as read:
        meetings = [reads.recorded(read, id_) for id_ in meeting_ids]
        bodies = reads.bodies(read)
        held = {meeting.body.id for meeting in meetings}
        items = {item.id for meeting in meetings for item in meeting.items}
        seats = [each for body in sorted(held) for each in reads.seats(read, body)]
        assignments = [each for each in reads.assignments(read) if each.meeting in set(meeting_ids)]
        delegated = [
            each for body in sorted(held) for each in agendas.delegated(read, body) if each.item in items
        ]
        named = {
            *_people(meetings),
            *_people(assignments),
            *_people(delegated),
            *_people(seats),
            *_people(bodies),
        }
        matters = {item.matter.id for meeting in meetings for item in meeting.items if item.matter}
        return exchange.dump(
            organisation=reads.organisation(read),
            bodies=bodies,
            people=[each for each in reads.people(read) if each.id in named],
            seats=seats,
            matters=[each for each in reads.matters(read) if each.id in matters],
            meetings=meetings,
            assignments=assignments,
            beside=exchange.Beside(
                standing_items={body: agendas.standing_items(read, body) for body in held},
                delegated=delegated,
                speakers=agendas.all_speakers(read),
                first_numbers={
                    body: {year: each for year, (_, each) in minutes.first_numbers(read, body).items()}
                    for body in held
                },
            ),
        )


_OF_PEOPLE = ("person", "alternate_for", "stand_ins")


def _people(value: object) -> Iterator[int]:
    """Walk the ids of all people who are named in a record, or in what it is made of."""
    if isinstance(value, Named):
        if value.person is not None:
            yield value.person
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _people(each)
    elif is_dataclass(value):
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name in _OF_PEOPLE:
                yield from _ids(inner)
            else:
                yield from _people(inner)


def _ids(value: object) -> Iterable[int]:
    if isinstance(value, int):
        return (value,)
    return tuple(each for each in value if isinstance(each, int)) if isinstance(value, tuple) else ()
