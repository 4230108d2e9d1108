"""The page of what is sent before one meeting."""

from __future__ import annotations

from klubban.ui.room import Room


class SummonsPage(Room):
    """Being built."""

    def show_for(self, id_: int | None) -> None:
        """Show it."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
