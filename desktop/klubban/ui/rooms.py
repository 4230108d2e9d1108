"""The rooms beside the desk: planning, matters, summons, the chair's view, and a paper to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.room import Room
    from klubban.ui.typesetter import Typesetter

OF_A_MEETING = ("summons", "after", "chair", "output")
"""The rooms that show one meeting."""
OF_A_THING = ("assignments", "inquiries", "plans", "situations")
"""The rooms that show all there is of something, or one by its id."""


def _room_of(name: str) -> type[Room]:  # noqa: C901, PLR0911, PLR0912 - a room a case
    """Return the page of a room; what it needs is imported when it is first asked for."""
    match name:
        case "planning":
            from klubban.ui.planning.page import PlanningPage

            return PlanningPage
        case "matters":
            from klubban.ui.matters.page import MattersPage

            return MattersPage
        case "summons":
            from klubban.ui.summons.page import SummonsPage

            return SummonsPage
        case "chair":
            from klubban.ui.chair.page import ChairPage

            return ChairPage
        case "review":
            from klubban.ui.chair.review import ReviewPage

            return ReviewPage
        case "paper":
            from klubban.ui.papers.page import PaperPage

            return PaperPage
        case "output":
            from klubban.ui.output.page import OutputPage

            return OutputPage
        case "after":
            from klubban.ui.after.page import AfterPage

            return AfterPage
        case "overview":
            from klubban.ui.overview.page import OverviewPage

            return OverviewPage
        case "assignments":
            from klubban.ui.assignments.page import AssignmentsPage

            return AssignmentsPage
        case "inquiries":
            from klubban.ui.inquiries.page import InquiriesPage

            return InquiriesPage
        case "plans":
            from klubban.ui.plans.page import PlansPage

            return PlansPage
        case "situations":
            from klubban.ui.situations.page import SituationsPage

            return SituationsPage
        case "look":
            from klubban.ui.look.page import LookPage

            return LookPage
    raise LookupError(name)


class Rooms(QObject):
    """Makes the rooms when they are asked for, puts them on the stack, and tells what they tell."""

    saved = Signal()
    failed = Signal(Exception)
    bug = Signal(str)
    meeting_asked = Signal(int, object)
    body_asked = Signal(int)
    made = Signal(object)
    """A room is there that was not."""
    held = Signal(int)
    """A room of a meeting is shown."""
    turned = Signal()
    """Another room is shown, maybe from a room."""

    def __init__(
        self, database: Database, settings: Settings, typesetter: Typesetter, stack: QStackedWidget
    ) -> None:
        super().__init__(stack)
        self._database, self._settings, self._typesetter = database, settings, typesetter
        self._stack = stack
        self._made: dict[str, Room] = {}

    def show(self, name: str, id_: int | None) -> None:
        """Show a room, for a meeting or a paper, or for all that is in the file."""
        room = self._made.get(name) or self._make(name)
        self._stack.setCurrentWidget(room)  # first: what is not on the stack takes no focus
        room.show_for(id_)
        if id_ is not None and name in OF_A_MEETING:
            self.held.emit(id_)
        self.turned.emit()

    def show_matter(self, matter_id: int) -> None:
        """Show a matter among all others."""
        from klubban.ui.matters.page import MattersPage

        self.show("matters", None)
        room = self._made["matters"]
        if isinstance(room, MattersPage):
            room.show_matter(matter_id)

    def show_after(self, meeting_id: int, step: str) -> None:
        """Show a step after a meeting."""
        from klubban.ui.after.page import AfterPage
        from klubban.ui.after.steps import Step

        self.show("after", meeting_id)
        room = self._made["after"]
        if isinstance(room, AfterPage):
            room.show_step(Step(step))

    def _make(self, name: str) -> Room:
        room = _room_of(name)(self._database, self._settings, self._typesetter)
        room.saved.connect(self.saved)
        room.failed.connect(self.failed)
        room.bug.connect(self.bug)
        room.meeting_asked.connect(self.meeting_asked)
        room.body_asked.connect(self.body_asked)
        room.room_asked.connect(self.show)
        room.whole_room_asked.connect(lambda wanted: self.show(wanted, None))
        room.matter_asked.connect(self.show_matter)
        room.after_asked.connect(self.show_after)
        room.paper_asked.connect(lambda id_: self.show("paper", id_))
        self._made[name] = room
        self._stack.addWidget(room)
        self.made.emit(room)
        return room

    def shown(self, at: QWidget | None) -> Room | None:
        """Return the room that is shown, if one is."""
        return next((room for room in self._made.values() if room is at), None)

    def name_of(self, at: QWidget | None) -> str | None:
        """Return the name of the room that is shown."""
        return next((name for name, room in self._made.items() if room is at), None)

    def flush(self) -> bool:
        """Save what is not saved in any of them; tell whether nothing is left."""
        done = [room.flush() for room in self._made.values()]  # each one, whatever fails
        return all(done)

    def end_runs(self) -> None:
        """Let what is typed next in any of them be a step of its own."""
        for room in self._made.values():
            room.end_run()

    def stop(self) -> None:
        """End what goes on in the background in any of them."""
        for room in self._made.values():
            room.stop()
