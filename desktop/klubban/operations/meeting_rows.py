"""The rows of a meeting: its own, put in on a free day, and who was there and what followed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from klubban.domain.body import Named
from klubban.domain.calendar_entry import calendar_uid, first_uid
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import AttendsAs, Meeting, Stage
from klubban.operations.naming import insert_people, named, named_at
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


def recorded(database: Database, meeting_id: int) -> Meeting:
    """Return a meeting as recorded; raises LookupError."""
    with database.read() as read:
        return reads.recorded(read, meeting_id)


def check_own_item(meeting: Meeting, item_id: int | None) -> None:
    """Raise RuleBroken for an item of another meeting; no item is none."""
    if item_id is not None and all(item.id != item_id for item in meeting.items):
        raise RuleBroken("That item is of another meeting")


def meeting_columns(
    chair: Named | None, secretary: Named | None, *, stage: Stage = Stage.PLANNED
) -> dict[str, object]:
    """Return the columns that say where a meeting stands and who runs it."""
    return {"stage": stage, **named_at("chair_", chair), **named_at("secretary_", secretary)}


def insert_meeting(
    change: Change,
    body_id: int,
    day: date,
    *,
    start: time | None = None,
    place: str | None = None,
    meeting_type: int | None = None,
) -> int:
    """Plan a meeting with no agenda yet; raises RuleBroken when there is one at that time already."""
    check_free(change, body_id, day, start)
    return change.insert(
        "meeting",
        **meeting_columns(None, None),
        body_id=body_id,
        date=day,
        starts=start,
        place=place,
        meeting_type_id=meeting_type,
        calendar_uid=_uid_if_used(change, body_id, day, start),
    )


def check_free(change: Change, body_id: int, day: date, start: time | None, but: int | None = None) -> None:
    """Raise RuleBroken where the body has another meeting on that day at that start."""
    there = (line for line in reads.meetings(change.connection, body_id) if line.id != but)
    if (day, start) in {(line.date, line.start) for line in there}:
        raise RuleBroken("There is a meeting on {date} at that time already", date=day)


def check_day(day: date, today: date | None, *, past: bool) -> None:
    """Raise RuleBroken for a day before today, unless it is said to be meant; no today, no check."""
    if today is not None and day < today and not past:
        raise RuleBroken("{date} is in the past", date=day)


def was_held(meeting: Meeting) -> bool:
    """Tell whether a meeting was begun."""
    return meeting.stage.has_reached(Stage.IN_SESSION)


def told_calendars(meeting: Meeting) -> dict[str, object]:
    """Return the columns that let calendars find a meeting again and see that it changed."""
    return {"calendar_uid": calendar_uid(meeting), "calendar_sequence": meeting.calendar_sequence + 1}


def insert_recess(
    change: Change, meeting_id: int, starts: time, ends: time | None = None, **facts: object
) -> int:
    """Note a break; `facts` are its other columns (adjourned, ends_on, after_item_id)."""
    return change.insert("recess", meeting_id=meeting_id, starts=starts, ends=ends, **facts)


def insert_attendee(
    change: Change,
    meeting_id: int,
    position: int,
    who: Named,
    attends_as: AttendsAs,
    *,
    serves_for: Named | None = None,
    items: Iterable[int] = (),
    **facts: object,
) -> int:
    """Note somebody who is there; `facts` are the other columns (title, paragraphs, remote)."""
    attendance = change.insert(
        "attendance",
        meeting_id=meeting_id,
        position=position,
        attends_as=attends_as,
        **named(who),
        **named_at("serves_for_", serves_for),
        **facts,
    )
    for item_id in items:
        change.insert("attended_item", attendance_id=attendance, item_id=item_id)
    return attendance


def insert_absence(change: Change, meeting_id: int, position: int, who: Named, *, told: bool) -> int:
    """Note somebody who is not there."""
    return change.insert("absence", meeting_id=meeting_id, position=position, told=told, **named(who))


def insert_verification(
    change: Change,
    meeting_id: int,
    position: int,
    *,
    verifiers: Iterable[Named],
    signed_by: Iterable[Named],
    **facts: object,
) -> int:
    """Note a verification; `facts` are its other columns (paragraphs, place, date, time, immediate)."""
    verification = change.insert("verification", meeting_id=meeting_id, position=position, **facts)
    insert_people(change, "verifier", "verification", verification, verifiers)
    insert_people(change, "signer", "verification", verification, signed_by)
    return verification


def insert_notice(
    change: Change, meeting_id: int, position: int, *, signed_by: Named | None, **facts: object
) -> int:
    """Note a notice; `facts` are its other columns (paragraphs, posted, removed, kept_at)."""
    by = named_at("signed_by_", signed_by)
    return change.insert("notice", meeting_id=meeting_id, position=position, **by, **facts)


def _uid_if_used(change: Change, body_id: int, day: date, start: time | None) -> str | None:
    """Return another name for calendars where a meeting that has moved since has the usual one."""
    bodies = {body.id: body for body in reads.bodies(change.connection)}
    organisation = reads.organisation(change.connection)
    used = _used(row["calendar_uid"] for row in change.rows("meeting", body_id=body_id))
    again = 0
    while (found := first_uid(organisation, bodies[body_id], day, start, again)) in used:
        again += 1
    return found if again else None


def _used(uids: Iterable[object]) -> set[str]:
    return {uid for uid in uids if isinstance(uid, str)}
