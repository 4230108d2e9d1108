"""The page of the register of matters, what was raised, and delegated decisions."""

from __future__ import annotations

from klubban.ui.room import Room


class MattersPage(Room):
    """Being built."""

    def show_for(self, id_: int | None) -> None:
        """Show it."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
