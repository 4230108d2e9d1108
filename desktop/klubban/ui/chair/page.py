"""The page of the agenda of one meeting, large and calm."""

from __future__ import annotations

from klubban.ui.room import Room


class ChairPage(Room):
    """Being built."""

    def show_for(self, id_: int | None) -> None:
        """Show it."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
