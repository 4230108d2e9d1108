"""What the room of the look shows: one snapshot of the organisation and its bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.body import Organisation
from klubban.store import reads

if TYPE_CHECKING:
    from klubban.domain.body import Body
    from klubban.domain.look import Look
    from klubban.store.database import Database


@dataclass(frozen=True)
class LookSheet:
    """Whose papers, how they look, and the bodies that keep protocols."""

    organisation: Organisation
    bodies: tuple[Body, ...]
    """All of them."""
    named: bool
    """Somebody has said whose file it is."""

    @classmethod
    def of(cls, database: Database) -> LookSheet:
        """Read it."""
        with database.read() as read:
            found, bodies = reads.organisation(read), reads.bodies(read)
        return cls(found or Organisation(name=""), bodies, found is not None)

    @property
    def look(self) -> Look:
        """Return how papers look now."""
        return self.organisation.look

    @property
    def keeping(self) -> tuple[Body, ...]:
        """Return the bodies that keep protocols."""
        return tuple(body for body in self.bodies if body.rules.protocol)

    def body(self, body_id: int | None) -> Body | None:
        """Return one of those, if it is there."""
        return next((body for body in self.keeping if body.id == body_id), None)
