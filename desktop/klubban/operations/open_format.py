"""The open format, into the file and out of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from klubban.exchange import open_format as exchange
from klubban.exchange.open_format import OpenDocument
from klubban.operations.import_assignments import AssignmentsImport
from klubban.operations.import_follow_up import FollowUpImport
from klubban.operations.import_meeting import MeetingImport
from klubban.operations.import_phrases import put_phrases
from klubban.operations.import_plans import PlansImport, put_delegated
from klubban.operations.import_references import References
from klubban.operations.import_register import RegisterImport
from klubban.operations.import_verification import put_addressees
from klubban.store import agendas, followed, journal, minutes, reads, verifications
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.store.reading import Read


@dataclass(frozen=True, slots=True)
class Imported:
    """What a document brought."""

    meetings: tuple[int, ...]
    """Ids of the meetings that were in the document, in its order."""
    changed: bool


def import_document(database: Database, data: bytes) -> Imported:
    """Take a document of the open format into the file, in one change; all of it or nothing.

    What the file has already is recognised and brought up to date, never doubled; what the document does
    not mention is left as it is. Raises Refused, with the place, for a document that does not fit, for what
    may be one of several in the file, and for a verified meeting that would be changed.
    """
    document = exchange.parse(data)
    with database.change(journal.IMPORT) as change:
        return bring_in(change, document)


def bring_in(change: Change, document: OpenDocument) -> Imported:
    """Take a document that was read into the file, in a change that is open; raises Refused."""
    register = RegisterImport(change, document)
    register.run()
    PlansImport(register).run()
    put_phrases(register)
    put_addressees(register)
    imports = [MeetingImport(register, place) for place in range(len(document.meetings))]
    meetings = tuple(each.run() for each in imports)
    AssignmentsImport(register).run()
    references = References(register)
    for each in imports:
        each.link(references)
    put_delegated(register)
    follow_up = FollowUpImport(register, references)
    follow_up.run()
    for each in imports:
        each.link_to_follow_up(follow_up)
    for each in imports:
        each.freeze()
    return Imported(meetings, changed=bool(change.done))


def dump_file(database: Database) -> bytes:
    """Return what the file holds as a document of the open format."""
    with database.read() as read:
        return dumped(read)


def dumped(read: Read) -> bytes:
    """Return what the file holds, as it is read."""
    meetings: Iterable[int] = (line.id for line in reads.meetings(read))
    bodies = reads.bodies(read)
    return exchange.dump(
        organisation=reads.organisation(read),
        bodies=bodies,
        people=reads.people(read),
        seats=reads.seats(read),
        matters=reads.matters(read),
        meetings=[reads.recorded(read, id_) for id_ in meetings],
        assignments=reads.assignments(read),
        beside=exchange.Beside(
            patterns={body.id: agendas.patterns(read, body.id) for body in bodies},
            standing_items={body.id: agendas.standing_items(read, body.id) for body in bodies},
            delegated=[each for body in bodies for each in agendas.delegated(read, body.id)],
            speakers=agendas.all_speakers(read),
            first_numbers={
                body.id: {year: each for year, (_, each) in minutes.first_numbers(read, body.id).items()}
                for body in bodies
            },
            phrases=minutes.phrases(read),
            addressees=verifications.addressees(read),
            trusted_issuers=verifications.trusted_issuers(read),
            followed=followed.tables(read),
            words=[word for _, word in minutes.own_words(read)],
        ),
    )


__all__ = ["Imported", "OpenDocument", "dump_file", "import_document"]
