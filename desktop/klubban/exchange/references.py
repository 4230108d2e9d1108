"""What refers to what inside one document of the open format, and what it leaves to the file."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from klubban.exchange.follow_up import ROOTS
from klubban.exchange.parts import Who, WhoOrName
from klubban.exchange.plans import OpenItemAt, OpenMeetingAt
from klubban.exchange.refused import Refused
from klubban.exchange.row import Row
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.exchange.items import OpenAssignment
    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenDocument, OpenFreeAssignment, OpenMeeting
    from klubban.exchange.values import Moment


class Unresolved(NamedTuple):
    """A reference to what the document does not hold; `kind` is one of those of `_MISSING`.

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
    "commitment": N_("There is no plan or promise with the key {key}"),
    "inquiry": N_("There is no inquiry with the key {key}"),
    "situation": N_("There is no situation report with the key {key}"),
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
    known |= {kind.TABLE: {each.key for each in getattr(document, name)} for name, kind in ROOTS.items()}
    known["assignment"] = {each.key for each in _assignments(document) if each.key}
    for steps, kind, key in chain(
        _register_keys(document),
        _meeting_keys(document),
        _people(document),
        keys_followed_up(document),
        origins(document),
    ):
        if key is not None and key not in known[kind]:
            yield Unresolved(document.place(*steps), kind, key)
    for place, assignment in enumerate(document.assignments):
        yield from _of_assignment(document, assignment, place)
    for place_of, at in items_elsewhere(document):
        yield from _at(document, place_of, at.body, at.meeting, at.item)
    for place_of, when in meetings_elsewhere(document):
        yield from _at(document, place_of, when.body, when.meeting, None)


_Reference = tuple["Steps", str, str | None]


def _register_keys(document: OpenDocument) -> Iterator[_Reference]:
    for place, body in enumerate(document.bodies):
        yield ("bodies", place, "parent"), "body", body.parent
        yield ("bodies", place, "reports_to"), "body", body.reports_to
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
    for steps, at_meeting in meetings_elsewhere(document):
        yield (*steps, "body"), "body", at_meeting.body


def _people(document: OpenDocument) -> Iterator[_Reference]:
    """Walk everybody who must be a person, wherever in the models they are named."""
    for steps, who in document.held(Who):
        if not isinstance(who, WhoOrName):
            yield steps, "person", who.key


def _of_assignment(
    document: OpenDocument, assignment: OpenFreeAssignment, place: int
) -> Iterator[Unresolved]:
    if assignment.meeting is not None:
        steps = ("assignments", place)
        yield from _at(document, steps, assignment.body, assignment.meeting, assignment.item)


def assignments_placed(document: OpenDocument) -> Iterator[tuple[Steps, OpenAssignment]]:
    """Walk the assignments of items, and then those outside, each with the steps to it."""
    for place, meeting in enumerate(document.meetings):
        for at, item in enumerate(meeting.items):
            for number, each in enumerate(item.assignments):
                yield ("meetings", place, "items", at, "assignments", number), each
    for place, free in enumerate(document.assignments):
        yield ("assignments", place), free


def _assignments(document: OpenDocument) -> Iterator[OpenAssignment]:
    return (each for _steps, each in assignments_placed(document))


def origins(document: OpenDocument) -> Iterator[_Reference]:
    """Walk what items come from: an assignment, a plan or promise, an inquiry."""
    for place, meeting in enumerate(document.meetings):
        for at, item in enumerate(meeting.items):
            for name in ("assignment", "commitment", "inquiry"):
                yield ("meetings", place, "items", at, name), name, getattr(item, name)
    for steps, each in assignments_placed(document):
        yield (*steps, "for_body"), "body", each.for_body


def keys_followed_up(document: OpenDocument) -> Iterator[_Reference]:
    """Walk the keys in what is followed up, by what the models say that they are keys of."""
    for steps, row in document.held(Row):
        for name, sort in row.REFERS.items():
            yield (*steps, name), sort, getattr(row, name)
        for name, (_table, column) in row.SINGLE.items():
            for place, key in enumerate(getattr(row, name) if column.endswith("_id") else ()):
                yield (*steps, name, place), row.TABLE, key


def items_elsewhere(document: OpenDocument) -> Iterator[tuple[Steps, OpenItemAt]]:
    """Walk the references to items of other meetings, each with the steps to it."""
    return document.held(OpenItemAt)


def meetings_elsewhere(document: OpenDocument) -> Iterator[tuple[Steps, OpenMeetingAt]]:
    """Walk the references to meetings alone, each with the steps to it."""
    return document.held(OpenMeetingAt)


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
