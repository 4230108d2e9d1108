"""Whether everybody may listen to a meeting."""

from __future__ import annotations

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Doors
from klubban.i18n import N_
from klubban.operations.meeting_rows import recorded
from klubban.operations.signing_lock import check_meeting_not_out
from klubban.store.database import Database

_SAYING = {
    Doors.OPEN: N_("Open the meeting on {date} to the public"),
    Doors.CLOSED: N_("Hold the meeting on {date} behind closed doors"),
    None: N_("Let the doors be as the rules say on {date}"),
}


def set_doors(database: Database, meeting_id: int, doors: Doors | None) -> None:
    """Say whether a meeting is open to the public; None, or what the body's rules say, is as they say.

    What is against the law is pointed out before the verification, and no reason to say something else than
    what was. Raises RuleBroken when the protocol is verified, LookupError.
    """
    meeting = recorded(database, meeting_id)
    if meeting.protocol_verified:
        raise RuleBroken("The protocol is verified; whether the meeting was public cannot change any more")
    check_meeting_not_out(meeting)
    by_rule = Doors.OPEN if meeting.body.rules.public else Doors.CLOSED
    wanted = None if doors is by_rule else doors
    if wanted is meeting.doors:
        return
    label = _SAYING[doors]
    with database.change(label, place=("meeting", meeting_id), date=meeting.date.isoformat()) as change:
        change.update("meeting", meeting_id, doors=wanted)
