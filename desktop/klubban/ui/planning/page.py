"""The page of the year of each body, from pattern to dates."""

from __future__ import annotations

from klubban.ui.room import Room


class PlanningPage(Room):
    """Being built."""

    def show_for(self, id_: int | None) -> None:
        """Show it."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
