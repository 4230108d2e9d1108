"""Meetings: when and where, who was there, and how the protocol was verified and announced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import AttendsAs, Stage
from klubban.i18n import N_
from klubban.operations.naming import insert_people, named, named_at, one_line
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database


def add_meeting(
    database: Database, body_id: int, day: date, *, start: time | None = None, place: str | None = None
) -> int:
    """Plan a meeting of a body, and return its id; raises RuleBroken when there is one already."""
    place = one_line(place or "") or None
    with database.change(
        N_("Plan a meeting on {date}"), place=("body", body_id), date=day.isoformat()
    ) as change:
        if (day, start) in {(line.date, line.start) for line in reads.meetings(change.connection, body_id)}:
            raise RuleBroken("There is a meeting on {date} at that time already", date=day)
        return change.insert(
            "meeting", **meeting_columns(None, None), body_id=body_id, date=day, starts=start, place=place
        )


def set_meeting_type(database: Database, meeting_id: int, type_id: int | None) -> None:
    """Say which of its body's types of meeting this is, or that it is none; whom a roll begun later invites
    follows from that. Raises RuleBroken for a type of another body, LookupError for no such meeting.
    """  # noqa: D205 - what follows from it belongs to the sentence
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    names = {each.id: each.name for each in meeting.body.meeting_types}
    if type_id is not None and type_id not in names:
        raise RuleBroken("{body} has no such type of meeting", body=meeting.body.name)
    label = N_("Make the meeting on {date} one called {name}") if type_id else N_("Let it have no type")
    day, name = meeting.date.isoformat(), names.get(type_id or 0, "")
    with database.change(label, place=("meeting", meeting_id), date=day, name=name) as change:
        change.update("meeting", meeting_id, meeting_type_id=type_id)


def meeting_columns(
    chair: Named | None, secretary: Named | None, *, stage: Stage = Stage.PLANNED
) -> dict[str, object]:
    """Return the columns that say where a meeting stands and who runs it."""
    return {"stage": stage, **named_at("chair_", chair), **named_at("secretary_", secretary)}


def insert_recess(change: Change, meeting_id: int, starts: time, ends: time | None) -> int:
    """Note a break."""
    return change.insert("recess", meeting_id=meeting_id, starts=starts, ends=ends)


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
