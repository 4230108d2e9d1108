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
    from klubban.exchange.plans import OpenItemAt
    from klubban.exchange.values import Moment


class Unresolved(NamedTuple):
    """A reference to what the document does not hold: a person, body, matter, meeting, item or assignment.

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
    "assignment": N_("There is no assignment with the key {key}"),
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
    yield from _assignments_due(document)
    for place_of, at in items_elsewhere(document):
        yield from _at(document, place_of, at.body, at.meeting, at.item)


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
    for place, matter in enumerate(document.matters):
        yield ("matters", place, "body"), "body", matter.body
    for place, each in enumerate(document.delegated):
        yield ("delegated", place, "body"), "body", each.body
    for place, addressee in enumerate(document.addressees):
        yield ("addressees", place, "body"), "body", addressee.body


def _meeting_keys(document: OpenDocument) -> Iterator[_Reference]:
    for place, meeting in enumerate(document.meetings):
        yield ("meetings", place, "body"), "body", meeting.body
        for at, item in enumerate(meeting.items):
            yield ("meetings", place, "items", at, "matter"), "matter", item.matter
            for number, sent in enumerate(item.dispatches):
                yield ("meetings", place, "items", at, "dispatches", number, "body"), "body", sent.body
    for place, assignment in enumerate(document.assignments):
        yield ("assignments", place, "body"), "body", assignment.body
    for steps, at_item in items_elsewhere(document):
        yield (*steps, "body"), "body", at_item.body


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
    if assignment.meeting is not None:
        steps = ("assignments", place)
        yield from _at(document, steps, assignment.body, assignment.meeting, assignment.item)


def _assignments_due(document: OpenDocument) -> Iterator[Unresolved]:
    """Walk the assignments that fall due at items and are not in the document."""
    items = [item for meeting in document.meetings for item in meeting.items]
    known = {each.key for item in items for each in item.assignments}
    known |= {each.key for each in document.assignments}
    for place, meeting in enumerate(document.meetings):
        for at, item in enumerate(meeting.items):
            if item.assignment is not None and item.assignment not in known:
                where = document.place("meetings", place, "items", at, "assignment")
                yield Unresolved(where, "assignment", item.assignment)


def items_elsewhere(document: OpenDocument) -> Iterator[tuple[Steps, OpenItemAt]]:
    """Walk the references to items of other meetings, each with the steps to it."""
    for place, meeting in enumerate(document.meetings):
        for at, item in enumerate(meeting.items):
            if item.came_from:
                yield ("meetings", place, "items", at, "came_from"), item.came_from
    for place, each in enumerate(document.delegated):
        if each.reported:
            yield ("delegated", place, "reported"), each.reported


def _at(
    document: OpenDocument, steps: Steps, body: str | None, moment: Moment, item: str | int | None
) -> Iterator[Unresolved]:
    meetings = meetings_at(document, body, moment)
    if not meetings:
        yield Unresolved(document.place(*steps, "meeting"), "meeting", meeting_name(body, moment))
    items = {name for meeting in meetings for each in meeting.items for name in (each.key, each.paragraph)}
    if item is not None and item not in items:
        yield Unresolved(document.place(*steps, "item"), "item", str(item))


def meeting_name(body: str | None, moment: Moment) -> str:
    """Return a meeting as it is called when it is not there: `ks 2016-02-22 18:30`."""
    return f"{body} {moment.date}" + (f" {moment.start:%H:%M}" if moment.start else "")


def meetings_meant(document: OpenDocument, assignment: OpenFreeAssignment) -> list[OpenMeeting]:
    """Return the meetings in the document that an assignment may mean."""
    if assignment.meeting is None:
        return []
    return meetings_at(document, assignment.body, assignment.meeting)


def meetings_at(document: OpenDocument, body: str | None, moment: Moment) -> list[OpenMeeting]:
    """Return a body's meetings in the document: the one with this very start, or else those of the day."""
    same_day = [each for each in document.meetings if (each.body, each.date) == (body, moment.date)]
    exact = [each for each in same_day if each.start == moment.start]
    return exact or (same_day if moment.start is None else [])
