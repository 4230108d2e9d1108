"""Assignments and walks: what was undertaken, by whom, and how it stands."""

from __future__ import annotations

from klubban.ui.room import Room


class AssignmentsPage(Room):
    """What the room shows."""

    def show_for(self, id_: int | None) -> None:
        """Show one of them, or all."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
