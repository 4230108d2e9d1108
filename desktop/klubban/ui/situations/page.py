"""Situation reports: areas by their steps, and what is behind each."""

from __future__ import annotations

from klubban.ui.room import Room


class SituationsPage(Room):
    """What the room shows."""

    def show_for(self, id_: int | None) -> None:
        """Show one of them, or all."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
