"""Notes of a group without a protocol, which were sent round: whether they count as agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.meeting import Meeting


def agreed(meeting: Meeting, today: dt.date) -> bool:
    """Tell whether notes count as agreed: the last day for comments is past, and nobody objected."""
    return answered(meeting, today) and not meeting.objections


def answered(meeting: Meeting, today: dt.date) -> bool:
    """Tell whether notes were sent and the last day for comments on them is past."""
    return meeting.notes_sent is not None and meeting.comments_by is not None and meeting.comments_by < today
