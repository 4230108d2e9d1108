"""Plans and promises: what was agreed and promised, and how it is followed up."""

from __future__ import annotations

from klubban.ui.room import Room


class PlansPage(Room):
    """What the room shows."""

    def show_for(self, id_: int | None) -> None:
        """Show one of them, or all."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
