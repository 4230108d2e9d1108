"""What must hold inside one document of the open format: nothing twice, no reference to nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.roll import check_times
from klubban.domain.seats import check_term
from klubban.exchange.checking_agendas import (
    NO_ITEM,
    check_elsewhere,
    check_patterns,
    check_sendings,
    check_standing,
)
from klubban.exchange.checking_follow_up import check_follow_up
from klubban.exchange.checking_minutes import check_minutes
from klubban.exchange.checking_rolls import RollCheck
from klubban.exchange.once import KEY_TAKEN, PERSON_TWICE, once
from klubban.exchange.references import assignments_placed, meetings_meant
from klubban.exchange.refused import Refused, refusing
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Hashable

    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenAttendee, OpenDocument, OpenMeeting
    from klubban.exchange.phrases import OpenPhrase


def check(document: OpenDocument) -> None:
    """Raise Refused at the first thing that stands twice, or refers to what no file could hold."""
    for name in ("bodies", "people", "matters"):
        keys = (((name, at, "key"), part.key) for at, part in enumerate(getattr(document, name)))
        once(document, keys, KEY_TAKEN)
    _no_circles(document)
    _check_meeting_types(document)
    _check_terms(document)
    check_patterns(document)
    _check_phrases(document)
    meetings = (
        (("meetings", at), (meeting.body, meeting.date, meeting.start))
        for at, meeting in enumerate(document.meetings)
    )
    once(document, meetings, N_("The meeting at {first} has the same body, date and start"))
    for at, meeting in enumerate(document.meetings):
        _check_meeting(document, meeting, ("meetings", at))
    once(document, (((*steps, "key"), each.key) for steps, each in assignments_placed(document)), KEY_TAKEN)
    _check_assignments(document)
    check_standing(document)
    check_elsewhere(document)
    check_follow_up(document)


def _no_circles(document: OpenDocument) -> None:
    parents = {body.key: body.parent for body in document.bodies}
    for place, body in enumerate(document.bodies):
        above, climbed = body.parent, 0
        while above is not None and climbed <= len(parents):
            above, climbed = parents.get(above), climbed + 1
        if above is not None:
            raise Refused(
                document.place("bodies", place, "parent"), N_("The body {key} is above itself"), key=body.key
            )


def _check_meeting_types(document: OpenDocument) -> None:
    for place, body in enumerate(document.bodies):
        names = (
            (("bodies", place, "meeting_types", at, "name"), each.name.casefold())
            for at, each in enumerate(body.meeting_types)
        )
        once(document, names, N_("The body has meetings called so already, at {first}"))


def _check_phrases(document: OpenDocument) -> None:
    held: list[tuple[Steps, tuple[OpenPhrase, ...]]] = [((), document.phrases)]
    held += [(("bodies", at), body.phrases) for at, body in enumerate(document.bodies)]
    for steps, phrases in held:
        shorts = (((*steps, "phrases", at, "short"), each.short) for at, each in enumerate(phrases))
        once(document, shorts, N_("The phrase {what} stands first at {first}"))
    words = ((("words", at), word) for at, word in enumerate(document.words))
    once(document, words, N_("The word {what} stands first at {first}"))


def _check_items_named(document: OpenDocument, meeting: OpenMeeting, steps: Steps) -> None:
    """Refuse a break after, or an objection to, what is no item of the meeting."""
    known = {name for item in meeting.items for name in (item.key, item.paragraph)} | {None}
    named: list[tuple[Steps, str | int | None]] = [
        (("recesses", at, "after"), each.after) for at, each in enumerate(meeting.recesses)
    ]
    named += [(("objections", at, "item"), each.item) for at, each in enumerate(meeting.objections)]
    named += [(("corrections", at, "item"), each.item) for at, each in enumerate(meeting.corrections)]
    for inside, name in named:
        if name not in known:
            raise Refused(document.place(*steps, *inside), NO_ITEM, key=name)


def _check_terms(document: OpenDocument) -> None:
    for place, seat in enumerate(document.seats):
        with refusing(document.place("seats", place, "to")):
            check_term(seat.from_date, seat.to_date)


def _check_meeting(document: OpenDocument, meeting: OpenMeeting, steps: Steps) -> None:
    keys = (((*steps, "items", at, "key"), item.key) for at, item in enumerate(meeting.items))
    once(document, keys, KEY_TAKEN)
    numbers = (((*steps, "items", at, "paragraph"), item.paragraph) for at, item in enumerate(meeting.items))
    once(document, numbers, N_("Paragraph {what} stands first at {first}"))
    absent = (((*steps, "absent", at, "person"), part.person.key) for at, part in enumerate(meeting.absent))
    once(document, absent, PERSON_TWICE)
    _check_attended(document, meeting, steps)
    roll = RollCheck(document, meeting, steps)
    once(document, roll.people(), N_("Somebody is on the roll twice, first at {first}"))
    roll.run()
    for at, item in enumerate(meeting.items):
        check_minutes(document, item, (*steps, "items", at), len(meeting.recesses))
    numbers = (((*steps, "sendings", at, "number"), each.number) for at, each in enumerate(meeting.sendings))
    once(document, numbers, N_("The sending {what} stands first at {first}"))
    check_sendings(document, meeting, steps)
    _check_notices(document, meeting, steps)
    _check_items_named(document, meeting, steps)


def _check_notices(document: OpenDocument, meeting: OpenMeeting, steps: Steps) -> None:
    """Refuse a notice of a verification that is not there, or in place of one that is not before it."""
    for at, each in enumerate(meeting.notice):
        if each.verification is not None and each.verification > len(meeting.verification):
            where = document.place(*steps, "notice", at, "verification")
            raise Refused(where, N_("The meeting has no verification {number}"), number=each.verification)
        if each.replaces is not None and each.replaces > at:
            where = document.place(*steps, "notice", at, "replaces")
            raise Refused(where, N_("There is no notice {number} before this one"), number=each.replaces)


def _check_attended(document: OpenDocument, meeting: OpenMeeting, steps: Steps) -> None:
    # One may serve for two members in turn; only the same thing said twice is a slip.
    told = (
        ((*steps, "attendance", at, "person"), _attended(attendee))
        for at, attendee in enumerate(meeting.attendance)
    )
    once(document, told, N_("The same attendance stands first at {first}"))
    known = {item.key for item in meeting.items}
    for at, attendee in enumerate(meeting.attendance):
        with refusing(document.place(*steps, "attendance", at, "went_at")):
            check_times(attendee.came_at, attendee.went_at)
        for place, key in enumerate(attendee.items):
            if key not in known:
                where = document.place(*steps, "attendance", at, "items", place)
                raise Refused(where, N_("The meeting has no item with the key {key}"), key=key)


def _attended(attendee: OpenAttendee) -> Hashable:
    person, served = attendee.person.key, attendee.serves_for
    where = (attendee.paragraphs, attendee.items, attendee.remote)
    return person and (person, attendee.attends_as, served, *where)


def _check_assignments(document: OpenDocument) -> None:
    for place, assignment in enumerate(document.assignments):
        where = document.place("assignments", place)
        if assignment.meeting is not None and assignment.body is None:
            raise Refused(where, N_("Expected the key {key} here"), key="body")
        if assignment.item is not None and assignment.meeting is None:
            raise Refused(where, N_("Expected the key {key} here"), key="meeting")
        if len(meetings_meant(document, assignment)) > 1:
            raise Refused(
                f"{where}/meeting", N_("Expected the start too, since there are several meetings that day")
            )
