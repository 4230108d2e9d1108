"""What leaves the file of a verified meeting is looked at first: it must be as it was verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.store import frozen

if TYPE_CHECKING:
    from klubban.store.database import Database


def check_as_verified(database: Database, meeting_id: int) -> None:
    """Raise RuleBroken, naming the paragraph, where what is verified was changed outside Klubban."""
    with database.read() as read:
        found = next(frozen.unlike(read, meeting_id), None)
    if found is not None:
        raise RuleBroken(
            "{where} is not as it was verified: something else than Klubban has changed it, or the disk is"
            " failing. Open a backup of the file, and run klubban check on this one",
            where=found.facts["where"],
        )
