"""What a packet holds of a file, as a document of the open format: items as minuted, and no more around them.

Who is named is named by name: a packet brings nobody into another office's register, but for the members of
a body that are what is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.assignment import AssignmentStatus
from klubban.exchange.keys import Keys, Written, clock, decision, kept, text
from klubban.exchange.writing import FORMAT
from klubban.exchange.writing_registers import write_person, write_seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from klubban.domain.assignment import Assignment, AssignmentStep
    from klubban.domain.body import Body, Named, Organisation, Person, Seat
    from klubban.domain.meeting import Item, Matter, Meeting


_MOST = 80
"""Characters of a title in a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One item that goes into a packet, at its meeting, with the papers that go with it."""

    meeting: Meeting
    item: Item
    place: int
    """Which item of the agenda it is, from 1."""
    papers: Sequence[Written]


def write_packet(
    organisation: Organisation,
    bodies: Iterable[Body],
    matters: Iterable[Matter],
    sent: Sequence[Sent],
    seats: Sequence[Seat] = (),
    people: Sequence[Person] = (),
) -> Written:
    """Return the document; `seats` and `people` are the members that are sent, with how to reach them."""
    bodies = tuple(bodies)
    keys = Keys.of(bodies, people)
    by_meeting: dict[int, list[Sent]] = {}
    for each in sorted(sent, key=lambda one: (one.meeting.date, one.meeting.id, one.place)):
        by_meeting.setdefault(each.meeting.id, []).append(each)
    return kept({
        "format": FORMAT,
        "organisation": kept({"name": organisation.name, "number": organisation.number}),
        "bodies": [_body(each) for each in bodies],
        "people": [write_person(each) for each in people],
        "seats": [write_seat(each, keys) for each in seats],
        "matters": [_matter(each) for each in matters],
        "meetings": [_meeting(group) for group in by_meeting.values()],
    })  # fmt: skip


def item_key(meeting: Meeting, item: Item) -> str:
    """Return what an item is called in packets: its own key, or body, day and paragraph, or title."""
    return item.key or f"{meeting.body.key} {meeting.date.isoformat()} {item.number or item.title[:_MOST]}"


def _body(body: Body) -> Written:
    return kept({
        "key": body.key, "name": body.name, "short": body.short, "kind": body.kind, "purpose": body.purpose,
    })  # fmt: skip


def _matter(matter: Matter) -> Written:
    raised = matter.submission
    return kept({
        "key": matter.key,
        "registry_number": matter.registry_number,
        "title": matter.title,
        "submission": raised
        and kept({
            "kind": raised.kind,
            "by": raised.by,
            "date": raised.date.isoformat() if raised.date else None,
        }),
    })  # fmt: skip


def _meeting(group: Sequence[Sent]) -> Written:
    meeting = group[0].meeting
    return kept({
        "body": meeting.body.key,
        "date": meeting.date.isoformat(),
        "start": clock(meeting.start),
        "end": clock(meeting.end),
        "end_date": meeting.end_date.isoformat() if meeting.end_date else None,
        "place": meeting.place,
        "stage": meeting.stage,
        "items": [_item(each) for each in group],
    })  # fmt: skip


def _item(of: Sent) -> Written:
    item = of.item
    return kept({
        "key": item_key(of.meeting, item),
        "paragraph": item.number,
        "title": item.title,
        "matter": item.matter and item.matter.key,
        "registry_number": item.registry_number,
        "kind": item.kind,
        "presenters": list(item.presenters),
        "proposal": text(item.proposal),
        "documents": list(of.papers),
        "earlier": text(item.earlier),
        "summary": text(item.summary),
        "proceedings": text(item.proceedings),
        "decision": decision(item.decision),
        "proposes_to": [
            kept({"body": {"name": each.body}, "decision": decision(each.decision)})
            for each in item.proposals
        ],
        "assignments": [_assignment(each) for each in item.assignments],
        "dispatch_to": list(item.recipients),
        "outcome": item.outcome,
        "confidential": item.confidential,
        "secrecy": item.secrecy,
        "public_title": item.public_title,
        "exercise_of_authority": item.exercise_of_authority,
    })  # fmt: skip


def _assignment(assignment: Assignment) -> Written:
    return kept({
        "key": assignment.key,
        "to": _who(assignment.to),
        "text": assignment.text,
        "due": assignment.due.isoformat() if assignment.due else None,
        "status": None if assignment.status is AssignmentStatus.OPEN else assignment.status,
        "cost": assignment.cost,
        "reports": [
            kept({"date": each.date.isoformat(), "text": text(each.text) or "–", "by": each.by})
            for each in assignment.reports
        ],
        "steps": [_step(each) for each in assignment.steps],
    })  # fmt: skip


def _step(step: AssignmentStep) -> Mapping[str, object]:
    return kept({
        "kind": step.kind,
        "on": step.day.isoformat(),
        "due": step.due.isoformat() if step.due else None,
        "to": step.to and _who(step.to),
        "reason": step.reason,
        "between": list(step.between),
        "aims": step.aims,
    })  # fmt: skip


def _who(who: Named) -> Written:
    return kept({"name": who.name, "party": who.party})
