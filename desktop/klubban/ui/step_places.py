"""Whether the place that a step changes is in sight, and the way there where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.store import rolls

if TYPE_CHECKING:
    from klubban.store.database import Database, Step
    from klubban.ui.file_page import FilePage

_ROOMS = {"inquiry": "inquiries", "commitment": "plans", "situation": "situations"}
"""The rooms in which things are changed that stand on no agenda."""
_WHOLE_ROOMS = {"organisation": "look", "goal": "plans"}
"""Those that are shown as they were left."""


class StepPlaces:
    """Knows the page of an open file."""

    def __init__(self, database: Database, page: FilePage) -> None:
        """Look at one page."""
        self._database, self._page = database, page

    def bring_into_sight(self, step: Step) -> bool:
        """Show what a step changes: an item, a meeting, how papers look; False when it was in sight already.

        What is not there yet, since the step brings it back, cannot be shown before.
        """
        kind, id_ = step.place or ("", 0)
        if kind == "item":
            return self._show_item(id_, step.label)
        if kind == "meeting" and self._exists("meeting", id_):
            return self._show_meeting(id_, None)
        room = _ROOMS.get(kind)
        if room is not None and not self._page.shows(room, id_) and self._exists(kind, id_):
            self._page.show_room(room, id_)
            return True
        whole = _WHOLE_ROOMS.get(kind)
        if whole is not None and self._page.room != whole:
            self._page.show_room(whole)
            return True
        return False

    def _show_item(self, item: int, label: str) -> bool:
        with self._database.read() as read:
            try:
                meeting = int(rolls.row_of(read, "item", item)["meeting_id"])
            except LookupError:
                return False
        desk = self._page.meeting.desk
        if self._show_meeting(meeting, item):
            shown = True
        elif not self._page.meeting.isVisible():
            return False  # in a room of the meeting, which shows what it does
        elif desk.item_surface is None or desk.item_surface.item != item:
            self._page.meeting.agenda.list.choose(item)
            shown = True
        else:
            return desk.item_surface.show_step(label)
        if desk.item_surface is not None:
            desk.item_surface.point_out(label)
        return shown

    def _show_meeting(self, meeting: int, item: int | None) -> bool:
        at_desk = self._page.desk is self._page.meeting
        if meeting == self._page.meeting.meeting_id and at_desk:
            return False
        self._page.show_meeting(meeting, item)
        return True

    def _exists(self, table: str, id_: int) -> bool:
        with self._database.read() as read:
            try:
                rolls.row_of(read, table, id_)
            except LookupError:
                return False
        return True
