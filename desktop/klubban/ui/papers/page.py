"""The page of one paper of the file, to look at."""

from __future__ import annotations

from klubban.ui.room import Room


class PaperPage(Room):
    """Being built."""

    def show_for(self, id_: int | None) -> None:
        """Show it."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
