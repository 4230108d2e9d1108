"""Address labels for those who are called to a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.documents import labels
from klubban.documents.tree import LABELS_A_SHEET, Document
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting
from klubban.i18n import name_key
from klubban.operations.mail import called
from klubban.store import reads
from klubban.store.database import Database


@dataclass(frozen=True, slots=True)
class Labels:
    """The sheets, and those who are not on them."""

    meeting: Meeting
    document: Document
    lacking: tuple[str, ...]
    """Those called who have no postal address, by name."""


def labels_of(database: Database, meeting_id: int, *, first: int = 1) -> Labels:
    """Return labels for everybody called to a meeting who has an address; `first` is where a sheet begins.

    Raises RuleBroken when nobody has one, or no sheet has such a label; LookupError.
    """
    if not 1 <= first <= LABELS_A_SHEET:
        raise RuleBroken("A sheet has labels 1 to {most}, and not {first}", most=LABELS_A_SHEET, first=first)
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        people = {person.id: person for person in reads.people(read)}
        asked = [people[id_] for id_ in dict.fromkeys(called(meeting, reads.seats(read)))]
    if not any(person.address for person in asked):
        raise RuleBroken("Nobody who is called to the meeting has a postal address")
    return Labels(
        meeting,
        labels.build(meeting, asked, first=first, language=meeting.organisation.language),
        tuple(sorted((person.name for person in asked if not person.address), key=name_key)),
    )
