"""What waits for a meeting's agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from klubban.domain.agenda import Delegated
    from klubban.domain.incoming import Incoming


def waiting(read: Connection, meeting_id: int) -> tuple[Incoming, ...]:
    """Return what should be on a meeting's agenda and is not; nothing for one that is over or cancelled.

    Raises LookupError for no such meeting.
    """
    raise NotImplementedError


def unreported_urgent(read: Connection, meeting_id: int) -> tuple[Delegated, ...]:
    """Return the urgent decisions that no agenda reports though they must be on this one (KL 6 kap. 40 §)."""
    raise NotImplementedError
