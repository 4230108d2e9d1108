"""The domain's records as one document of the open format: the same records always give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import TYPE_CHECKING

from klubban.domain.afterwards import Addressee
from klubban.domain.agenda import Delegated, Pattern, Speaker, StandingItem
from klubban.domain.attendance import with_roll
from klubban.domain.phrases import Phrase
from klubban.domain.signing import TrustedIssuer
from klubban.exchange.follow_up import OpenCirculated
from klubban.exchange.inquiries import OpenReceivedReferral
from klubban.exchange.keys import Keys, Written, clock, kept
from klubban.exchange.naming_items import ItemNames, Places
from klubban.exchange.writing_follow_up import FollowUp, Tables
from klubban.exchange.writing_items import write_assignment, write_item
from klubban.exchange.writing_minutes import write_notes
from klubban.exchange.writing_plans import (
    write_delegated,
    write_pattern,
    write_planning,
    write_preparation,
    write_standing_item,
)
from klubban.exchange.writing_registers import (
    write_body,
    write_matter,
    write_organisation,
    write_person,
    write_phrase,
    write_seat,
)
from klubban.exchange.writing_rolls import write_roll
from klubban.exchange.writing_verification import write_addressee, write_trusted_issuer, write_verified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.assignment import Assignment
    from klubban.domain.body import Body, Organisation, Person, Seat
    from klubban.domain.meeting import Attendee, Matter, Meeting, Recess

FORMAT = "klubban-open-1"


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What a file holds beside the snapshots of its bodies and meetings: by body, by item, or of all."""

    patterns: Mapping[int, Sequence[Pattern]] = field(default_factory=dict)
    standing_items: Mapping[int, Sequence[StandingItem]] = field(default_factory=dict)
    delegated: Sequence[Delegated] = ()
    speakers: Mapping[int, Sequence[Speaker]] = field(default_factory=dict)
    first_numbers: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """By body and year, the paragraph that the year begins with."""
    phrases: Sequence[Phrase] = ()
    words: Sequence[str] = ()
    addressees: Sequence[Addressee] = ()
    trusted_issuers: Sequence[TrustedIssuer] = ()
    followed: Tables = field(default_factory=dict)
    """The rows of what is followed up, by table."""

    def phrases_of(self, body_id: int | None) -> list[Written]:
        """Return the phrases of a body, or those of all, as they are written."""
        return [write_phrase(each) for each in self.phrases if each.body == body_id]

    def standing_number(self, body_id: int) -> dict[int, int]:
        """Return the numbers, from 1, of a body's standing items in its list."""
        return {each.id: number for number, each in enumerate(self.standing_items.get(body_id, ()), 1)}


_NOTHING = Beside()


def dump(
    organisation: Organisation | None,
    bodies: Iterable[Body],
    people: Iterable[Person],
    seats: Iterable[Seat],
    matters: Iterable[Matter],
    meetings: Iterable[Meeting],
    assignments: Iterable[Assignment] = (),
    beside: Beside = _NOTHING,
) -> bytes:
    """Return everything as one document; `assignments` are those that belong to no item.

    Meetings are given as they were recorded: what follows from a roll is worked out here, and written beside
    it for those who read the format and do not know how. Things stand in the order they came, parents before
    the bodies below them, and meetings by date, so that what is imported from the document and dumped again
    gives the same bytes.
    """
    ordered = _parents_first(bodies)
    keys = Keys.of(ordered, people := sorted(people, key=lambda person: person.id))
    above = {body.id: place for place, body in enumerate(ordered)}
    recorded = sorted(
        meetings, key=lambda each: (each.date, each.start or time.min, above[each.body.id], each.id)
    )
    held = [(meeting, with_roll(meeting)) for meeting in recorded]
    free = tuple(assignments)
    matters = sorted(matters, key=lambda matter: matter.id)
    places = Places([meeting for _, meeting in held], free, beside.delegated, keys, beside.followed)
    follow_up = FollowUp(beside.followed, {each.id: each.key for each in matters}, keys, places)
    content = kept({
        "format": FORMAT,
        "organisation": organisation and write_organisation(organisation),
        "bodies": [_body(body, keys, beside) for body in ordered],
        "people": [write_person(person) for person in people],
        "seats": [write_seat(seat, keys) for seat in sorted(seats, key=lambda seat: above[seat.body])],
        "matters": [
            write_matter(each, keys)
            | kept({"received": follow_up.parts(OpenReceivedReferral, "matter", each.id)})
            for each in matters
        ],
        "meetings": [_meeting(each, meeting, keys, places, beside, follow_up) for each, meeting in held],
        "assignments": [_free_assignment(assignment, keys, places) for assignment in free],
        "delegated": [
            write_delegated(each, keys, places)
            for each in sorted(beside.delegated, key=lambda each: above[each.body])
        ],
        "phrases": beside.phrases_of(None),
        "words": beside.words,
        "addressees": [write_addressee(each, keys) for each in beside.addressees],
        "trusted_issuers": [write_trusted_issuer(each) for each in beside.trusted_issuers],
        **follow_up.roots(),
    })  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=2, default=_plain) + "\n").encode()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def _parents_first(bodies: Iterable[Body]) -> list[Body]:
    by_id = {body.id: body for body in bodies}

    def depth(body: Body) -> int:
        return 0 if body.parent is None else 1 + depth(by_id[body.parent])

    return sorted(by_id.values(), key=lambda body: (depth(body), body.id))


def _body(body: Body, keys: Keys, beside: Beside) -> Written:
    patterns = [write_pattern(each, body) for each in beside.patterns.get(body.id, ())]
    standing = [write_standing_item(each, body) for each in beside.standing_items.get(body.id, ())]
    numbers = beside.first_numbers.get(body.id, {})
    return write_body(body, keys, patterns, standing) | kept({
        "first_numbers": {str(year): numbers[year] for year in sorted(numbers)},
        "phrases": beside.phrases_of(body.id),
    })  # fmt: skip


def _meeting(
    recorded: Meeting,
    meeting: Meeting,
    keys: Keys,
    places: Places,
    beside: Beside,
    follow_up: FollowUp,
) -> Written:
    names = places.names[meeting.id]
    standing = beside.standing_number(meeting.body.id)
    return kept({
        "body": meeting.body.key,
        "type": meeting.type,
        "date": meeting.date,
        "start": clock(meeting.start),
        "opened": clock(meeting.opened),
        "end": clock(meeting.end),
        "end_date": meeting.end_date,
        "place": meeting.place,
        "stage": meeting.stage,
        "recesses": [_recess(each, names) for each in meeting.recesses],
        "chair": keys.who(recorded.chair),
        "secretary": keys.who(meeting.secretary),
        "paragraphs": meeting.minuted and str(meeting.minuted),
        **write_roll(meeting, names, keys),
        "attendance": [_attendee(attendee, names, keys) for attendee in meeting.attendance],
        "absent": [kept({"person": keys.who(each.who), "told": each.told}) for each in recorded.absent],
        "items": [
            write_item(
                item,
                names.keys[item.id],
                keys,
                places,
                write_preparation(item, standing, beside.speakers.get(item.id, ()), keys, places)
                | {
                    "commitment": follow_up.name("commitment", item.commitment),
                    "inquiry": follow_up.name("inquiry", item.inquiry),
                },
            )
            for item in meeting.items
        ],
        **write_verified(meeting, names, keys),
        **write_planning(meeting, names),
        **write_notes(meeting, names, keys),
        "circulated": follow_up.parts(OpenCirculated, "meeting", meeting.id),
    })  # fmt: skip


def _recess(recess: Recess, names: ItemNames) -> Written:
    return kept({
        "from": clock(recess.starts),
        "to": clock(recess.ends),
        "adjourned": recess.adjourned,
        "ends_on": recess.ends_on,
        "after": names.name(recess.after),
    })  # fmt: skip


def _attendee(attendee: Attendee, names: ItemNames, keys: Keys) -> Written:
    return kept({
        "person": keys.who(attendee.who),
        "as": attendee.attends_as,
        "for": keys.who(attendee.serves_for),
        "title": attendee.title,
        "paragraphs": attendee.paragraphs and str(attendee.paragraphs),
        "items": [names.keys[id_] for id_ in attendee.items],
        "partly": attendee.partly and str(attendee.partly),
        "remote": attendee.remote,
        "came_at": clock(attendee.came_at),
        "went_at": clock(attendee.went_at),
    })  # fmt: skip


def _free_assignment(assignment: Assignment, keys: Keys, places: Places) -> Written:
    held_at = places.meeting(assignment.meeting)
    if held_at is None:
        return write_assignment(assignment, keys, places, body=keys.body(assignment.body))
    body, meeting = held_at
    return write_assignment(assignment, keys, places, body=body, meeting=meeting)
