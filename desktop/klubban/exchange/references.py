"""What refers to what inside one document of the open format, and what it leaves to the file."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from klubban.exchange.parts import Who, WhoOrName
from klubban.exchange.refused import Refused
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenDocument, OpenFreeAssignment, OpenMeeting


class Unresolved(NamedTuple):
    """A reference to what the document does not hold: a person, body, matter, meeting or item by its key.

    The key of a meeting is its body's with date and start, as in `ks 2016-02-22 18:30`.
    """

    place: str
    kind: str
    key: str


_MISSING = {
    "person": N_("There is no person with the key {key}"),
    "body": N_("There is no body with the key {key}"),
    "matter": N_("There is no matter with the key {key}"),
    "meeting": N_("There is no meeting {key}"),
    "item": N_("The meeting has no item with the key or paragraph {key}"),
}


def refusal(missing: Unresolved) -> Refused:
    """Return what is said of a reference that the file does not know either."""
    return Refused(missing.place, _MISSING[missing.kind], key=missing.key)


def unresolved(document: OpenDocument) -> Iterator[Unresolved]:
    """Walk the references that only the file can resolve, in the order of the document's lists."""
    known = {
        "body": {body.key for body in document.bodies},
        "person": {person.key for person in document.people},
        "matter": {matter.key for matter in document.matters},
    }
    for steps, kind, key in chain(_register_keys(document), _meeting_keys(document), _people(document, ())):
        if key is not None and key not in known[kind]:
            yield Unresolved(document.place(*steps), kind, key)
    for place, assignment in enumerate(document.assignments):
        yield from _of_assignment(document, assignment, place)


_Reference = tuple["Steps", str, str | None]


def _register_keys(document: OpenDocument) -> Iterator[_Reference]:
    for place, body in enumerate(document.bodies):
        yield ("bodies", place, "parent"), "body", body.parent
        for at, kind in enumerate(body.meeting_types):
            for number, invited in enumerate(kind.invited):
                steps = ("bodies", place, "meeting_types", at, "invited", number)
                yield (*steps, "person"), "person", invited.person
                yield (*steps, "body"), "body", invited.body
    for place, seat in enumerate(document.seats):
        yield ("seats", place, "body"), "body", seat.body
        yield ("seats", place, "person"), "person", seat.person
        yield ("seats", place, "alternate_for"), "person", seat.alternate_for
        for at, key in enumerate(seat.stand_ins):
            yield ("seats", place, "stand_ins", at), "person", key


def _meeting_keys(document: OpenDocument) -> Iterator[_Reference]:
    for place, meeting in enumerate(document.meetings):
        yield ("meetings", place, "body"), "body", meeting.body
        for at, item in enumerate(meeting.items):
            yield ("meetings", place, "items", at, "matter"), "matter", item.matter
    for place, assignment in enumerate(document.assignments):
        yield ("assignments", place, "body"), "body", assignment.body


def _people(value: object, steps: Steps) -> Iterator[_Reference]:
    """Walk everybody who must be a person, wherever in the models they are named."""
    if isinstance(value, Who):
        if not isinstance(value, WhoOrName):
            yield steps, "person", value.key
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _people(getattr(value, name), (*steps, field.alias or name))
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _people(part, (*steps, place))


def _of_assignment(
    document: OpenDocument, assignment: OpenFreeAssignment, place: int
) -> Iterator[Unresolved]:
    if assignment.meeting is None:
        return
    meetings = meetings_meant(document, assignment)
    if not meetings:
        day, start = assignment.meeting
        key = f"{assignment.body} {day}" + (f" {start:%H:%M}" if start else "")
        yield Unresolved(document.place("assignments", place, "meeting"), "meeting", key)
    items = {name for meeting in meetings for item in meeting.items for name in (item.key, item.paragraph)}
    if assignment.item is not None and assignment.item not in items:
        yield Unresolved(document.place("assignments", place, "item"), "item", str(assignment.item))


def meetings_meant(document: OpenDocument, assignment: OpenFreeAssignment) -> list[OpenMeeting]:
    """Return the meetings in the document that an assignment may mean: those of its day, or of its start."""
    if assignment.meeting is None:
        return []
    day, start = assignment.meeting
    return [
        meeting
        for meeting in document.meetings
        if (meeting.body, meeting.date) == (assignment.body, day) and start in (None, meeting.start)
    ]
