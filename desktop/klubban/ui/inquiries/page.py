"""Referrals and rounds of reports: who was asked what, and what they answered."""

from __future__ import annotations

from klubban.ui.room import Room


class InquiriesPage(Room):
    """What the room shows."""

    def show_for(self, id_: int | None) -> None:
        """Show one of them, or all."""

    def reload(self) -> bool:
        """Show what is new."""
        return True
