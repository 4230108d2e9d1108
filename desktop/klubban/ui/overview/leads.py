"""Where a duty is done: the room, and what it is shown for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.duty import Followed, Wanted

if TYPE_CHECKING:
    from klubban.domain.duty import Duty
    from klubban.ui.room import Room

_IN_SUMMONS = (Wanted.PAPERS, Wanted.ANNOUNCEMENT, Wanted.SUMMONS)
_STEPS = {
    Wanted.DRAFT: "draft",
    Wanted.NOTICE: "notice",
    Wanted.NOTICE_ANEW: "notice",
    Wanted.NOTICE_DOWN: "notice",
    Wanted.APPEAL: "force",
    Wanted.ASK: "force",
    Wanted.ANSWER: "force",
}
"""The steps after a meeting that a duty belongs to; to be verified is where its meeting has come to."""
_AT_DESK = (Wanted.HELD, Wanted.COMMENTS, Wanted.REASONS)
_ROOMS = {
    Followed.ASSIGNMENT: "assignments",
    Followed.INQUIRY: "inquiries",
    Followed.COMMITMENT: "plans",
}


def lead(room: Room, duty: Duty) -> None:
    """Go where a duty is done."""
    if duty.follows in _ROOMS and duty.id is not None:
        room.room_asked.emit(_ROOMS[duty.follows], duty.id)
    elif duty.what is Wanted.SITUATION:
        room.whole_room_asked.emit("situations")
    elif duty.what in (Wanted.OBLIGATION, Wanted.MEETINGS):
        room.whole_room_asked.emit("planning")
    elif duty.matter is not None:
        room.matter_asked.emit(duty.matter)
    elif duty.meeting is None:
        return
    elif duty.item is not None or duty.what in _AT_DESK:
        room.meeting_asked.emit(duty.meeting, duty.item)
    elif duty.what in _STEPS:
        room.after_asked.emit(duty.meeting, _STEPS[duty.what])
    else:
        room.room_asked.emit("summons" if duty.what in _IN_SUMMONS else "after", duty.meeting)
