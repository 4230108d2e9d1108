"""One thing that the chair wants, done on the agenda in a change that is open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from klubban.domain.agenda import Act, Origin
from klubban.domain.chairs_copy import Does, Move
from klubban.domain.meeting import Meeting
from klubban.domain.merging import Judged, Status
from klubban.operations.agenda_rows import (
    FIRST,
    Proposed,
    move,
    open_agenda,
    put_in,
    put_off,
    take_up,
)
from klubban.operations.lists import last_place
from klubban.store.change import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposer:
    """Who proposed it, and when it was taken."""

    name: str
    on: dt.date
    at: dt.time | None = None

    def proposed(self, reason: str) -> Proposed:
        """Return what an agenda keeps of it."""
        return Proposed(by=self.name, on=self.on, at=self.at, reason=reason or None)


def do_move(change: Change, meeting_id: int, judged: Judged, proposer: Proposer) -> None:
    """Do what a move wants; nothing where it is so already. Raises RuleBroken where a rule says no."""
    if judged.status is Status.ALREADY:
        return
    meeting = open_agenda(change, meeting_id)
    wanted = judged.move
    after = None if judged.goes_after is None else _id_of(meeting, judged.goes_after)
    if wanted.does is Does.ADD:
        _add(change, meeting, wanted, FIRST if after is None else after, proposer)
        return
    item_id = _id_of(meeting, wanted.item)
    match wanted.does:
        case Does.MOVE:
            move(change, meeting, item_id, after)
        case Does.WITHDRAW:
            item = meeting.item_by_id(item_id)
            put_off(change, meeting, item, Act.WITHDRAWN, proposer.proposed(wanted.text))
        case Does.RESTORE:
            take_up(change, meeting, meeting.item_by_id(item_id), proposer.proposed(wanted.text))
        case Does.TIME:
            change.update("item", item_id, minutes=wanted.minutes, starts=wanted.start)
        case Does.COMMENT:
            _comment(change, item_id, wanted.text, proposer)


def _add(change: Change, meeting: Meeting, wanted: Move, after: int, proposer: Proposer) -> None:
    """Put on the agenda what the chair added; its key tells later moves what they are about."""
    item_id = put_in(
        change,
        meeting,
        wanted.title,
        after=after,
        proposed=proposer.proposed(wanted.text),
        key=wanted.id,
        origin=Origin.CHAIR,
        minutes=wanted.minutes,
        starts=wanted.start,
    )
    if wanted.text:
        _comment(change, item_id, wanted.text, proposer)


def _comment(change: Change, item_id: int, words: str, proposer: Proposer) -> None:
    change.insert(
        "comment",
        item_id=item_id,
        position=last_place(change, "comment", item_id=item_id),
        author=proposer.name,
        text=words,
        made_on=proposer.on,
    )


def _id_of(meeting: Meeting, key: str) -> int:
    """Return the id behind a key of a copy: of an item that a move added, or that was lent."""
    return next((item.id for item in meeting.items if item.key == key), None) or int(key)
