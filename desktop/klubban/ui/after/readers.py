"""Who has read what was sent after a meeting, as a section of a part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.domain.circulated import reached
from klubban.i18n import _
from klubban.operations.circulated import mark_read
from klubban.store.circulated import circulated
from klubban.ui import clock
from klubban.ui.circulated.read_by import ReadBy

if TYPE_CHECKING:
    from klubban.domain.circulated import Circulates
    from klubban.domain.meeting import Meeting
    from klubban.ui.after.part import Part

_INSET = 6


def add_readers(part: Part, meeting: Meeting, kind: Circulates, unfolded: set[object]) -> None:
    """Add who was sent it, where anybody was; `unfolded` is the part's own, and outlives what is shown."""
    database, attempt = part.context.database, part.context.attempt
    with database.read() as read:
        sent = reached(circulated(read, meeting.id), kind)
    if not sent:
        return
    shown = ReadBy(sent, unfolded, formal=meeting.body.rules.protocol, locked=database.read_only)

    def note(circulated_id: int, on: object) -> None:
        day = clock.today() if on else None
        attempt(partial(mark_read, database, circulated_id, day))

    shown.ticked.connect(note)
    part.add(_("Who has read it"), shown, _INSET)
