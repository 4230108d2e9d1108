"""Changing a plan or promise as it is now, and who is responsible for one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from klubban.domain.body import Named
from klubban.domain.commitment import Commitment
from klubban.operations.minuting import checked_people
from klubban.operations.naming import named_at
from klubban.store import commitments
from klubban.store.change import Change
from klubban.store.database import Database


@contextmanager
def changing(
    database: Database, label: str, commitment_id: int, *, run: str | None = None, **facts: Any
) -> Iterator[tuple[Change, Commitment]]:
    """Change a plan as it is now; raises LookupError for an unknown one."""
    with database.read() as read:
        before = commitments.commitment(read, commitment_id)
    place = ("commitment", commitment_id)
    with database.change(label, place=place, run=run, name=before.title, **facts) as change:
        yield change, before


def who_is_responsible(who: Named | None) -> dict[str, Any]:
    """Return the columns that name who is responsible, or nobody."""
    return named_at("responsible_", checked_people([who])[0] if who else None)
