"""Sending the summons and its supplements: what is told is kept as it was told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.circulated import Circulates
from klubban.domain.errors import RuleBroken
from klubban.domain.lead_times import dates_of, weekday_before
from klubban.domain.meeting import Stage
from klubban.domain.rules import BodyKind
from klubban.domain.sendings import News, calls_anew, news, taken_off
from klubban.i18n import N_
from klubban.operations.circulated_rows import called_readers, note_sent
from klubban.operations.naming import line_or_none
from klubban.store import reads, waiting

if TYPE_CHECKING:
    from klubban.domain.meeting import Item, Meeting
    from klubban.store.change import Change
    from klubban.store.database import Database


def send(
    database: Database, meeting_id: int, *, on: date, at: time | None = None, late_because: str | None = None
) -> int:
    """Keep what is told now, of the summons all and of a supplement what is new; return the sending's id.

    It cannot be undone. Raises RuleBroken where there is nothing to tell, and where it is late, or an urgent
    decision is not reported, without a reason; the reason is kept.
    """
    reason = line_or_none(late_because)
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
        unreported = waiting.unreported_urgent(read, meeting_id)
        readers = called_readers(read, meeting)
    told = news(meeting)
    _check(meeting, told, on)
    if reason is None:
        _check_in_time(meeting, told, on)
        if unreported:
            titles = ", ".join(each.title for each in unreported)
            raise RuleBroken(
                "An urgent decision is to be reported at this meeting and is not on its agenda: {titles}"
                " (KL 6 kap. 40 §). Put it there, or say why not",
                titles=titles,
            )
    kept = reason if unreported or _is_late(meeting, told, on) else None
    label = N_("Send the summons") if told.first else N_("Send supplement {number}")
    with database.change(label, place=("meeting", meeting_id), barrier=True, number=told.number) as change:
        what = Circulates.SUPPLEMENT if told.number else Circulates.SUMMONS
        note_sent(change, meeting_id, what, on, readers)
        return insert_sending(change, meeting, told, on, at, kept)


def insert_sending(
    change: Change, meeting: Meeting, told: News, on: date, at: time | None, late_because: str | None
) -> int:
    """Keep what is told, and let the meeting be one that was summoned to."""
    id_ = change.insert(
        "sending",
        meeting_id=meeting.id,
        position=len(meeting.sendings),
        number=told.number,
        sent_on=on,
        sent_at=at,
        meeting_date=meeting.date,
        meeting_starts=meeting.start,
        place=meeting.place,
        late_because=late_because,
    )
    numbers = agenda_numbers(meeting.items)
    for place, item in enumerate(_told_items(meeting, told)):
        change.insert(
            "sent_item",
            sending_id=id_,
            position=place,
            item_id=item.id,
            number=numbers[item.id],
            title=item.title,
            withdrawn=taken_off(item) is not None,
        )
    standing = [each for each in told.documents if not taken_off(each.item)]
    for place, new in enumerate(standing):
        change.insert(
            "sent_document",
            sending_id=id_,
            position=place,
            item_id=new.item.id,
            document_id=new.document.id,
            number=new.number,
            title=new.document.title,
            sha256=new.document.sha256,
        )
    if meeting.stage is Stage.PLANNED:
        change.update("meeting", meeting.id, stage=Stage.SUMMONED)
    return id_


def set_announced(database: Database, meeting_id: int, on: date | None) -> None:
    """Note when the meeting was announced on the notice board (KL 5 kap. 13 §), or that it was not.

    Raises RuleBroken for a body that announces nothing, a day after the meeting, or a verified protocol.
    """
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    if meeting.verified:
        raise RuleBroken("The protocol is verified; when the meeting was announced cannot change any more")
    if not meeting.body.rules.announced:
        raise RuleBroken("{body} does not announce its meetings", body=meeting.body.name)
    if on and on > meeting.date:
        raise RuleBroken("The meeting on {date} cannot be announced after it", date=meeting.date)
    label = N_("Note that the meeting was announced on {date}") if on else N_("Take the announcement back")
    day = on.isoformat() if on else ""
    with database.change(label, place=("meeting", meeting_id), date=day) as change:
        change.update("meeting", meeting_id, announced_on=on)


def last_day(meeting: Meeting) -> date | None:
    """Return the last day for what is sent next, by law or the body's rules; None where there is none."""
    if calls_anew(meeting):
        return dates_of(meeting.body, meeting.date, papers_due=meeting.papers_due).summons
    # Later matters of the assembly are urgent ones (KL 5 kap. 14–15 §§); for others the law has no limit.
    return weekday_before(meeting.date) if meeting.body.kind is BodyKind.ASSEMBLY else None


def _told_items(meeting: Meeting, told: News) -> Iterator[Item]:
    """Walk the items that are told of, in the agenda's order."""
    chosen = {item.id for item in (*told.items, *told.withdrawn)} | {each.item.id for each in told.changed}
    yield from (item for item in meeting.items if item.id in chosen)


def _is_late(meeting: Meeting, told: News, on: date) -> bool:
    last = last_day(meeting)
    return last is not None and on > last and not told.nothing


def _check(meeting: Meeting, told: News, on: date) -> None:
    if meeting.cancelled_on:
        raise RuleBroken("The meeting on {date} is cancelled", date=meeting.date)
    if told.first and not meeting.items:
        raise RuleBroken("There is nothing on the agenda to summon to")
    if told.nothing:
        raise RuleBroken("Nothing is new since the last sending")
    if on > meeting.last_day:
        raise RuleBroken("The meeting was on {date}; nothing is sent after it", date=meeting.date)
    if meeting.body.kind is BodyKind.ASSEMBLY and not (meeting.start and meeting.place):
        raise RuleBroken("The summons of the assembly says time and place (KL 5 kap. 15 §)")
    if any(on < each.on for each in meeting.sendings):
        last = max(each.on for each in meeting.sendings)
        raise RuleBroken("The last sending was on {date}, which is later", date=last)


def _check_in_time(meeting: Meeting, told: News, on: date) -> None:
    if not _is_late(meeting, told, on):
        return
    last = last_day(meeting)
    if meeting.body.kind is BodyKind.ASSEMBLY and told.first:
        raise RuleBroken(
            "The summons should be out by {date}, a week before (KL 5 kap. 15 §). Say why it is late",
            date=last,
        )
    if meeting.body.kind is BodyKind.ASSEMBLY and calls_anew(meeting):
        raise RuleBroken(
            "That the meeting is moved should be told by {date}, a week before (KL 5 kap. 13 and 15 §§)."
            " Say why it is late",
            date=last,
        )
    if meeting.body.kind is BodyKind.ASSEMBLY:
        raise RuleBroken(
            "What is urgent should be out by {date}, the weekday before (KL 5 kap. 15 §). Say why it is late",
            date=last,
        )
    if not told.first:
        raise RuleBroken(
            "That the meeting is moved should be told by {date}, by the rules of {body}. Say why it is late",
            date=last,
            body=meeting.body.name,
        )
    raise RuleBroken(
        "The summons should be out by {date}, by the rules of {body}. Say why it is late",
        date=last,
        body=meeting.body.name,
    )
