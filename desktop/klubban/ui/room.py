"""What every page beside the meeting's has: what it tells, and what the file's page asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.foot import Foot

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class Room(QWidget):
    """A page for one sort of work, made when it is first asked for; it reads its own snapshots."""

    saved = Signal()
    """Something was saved."""
    failed = Signal(Exception)
    """Something could not be saved, or a rule refused it."""
    bug = Signal(str)
    meeting_asked = Signal(int, object)
    """A meeting is wanted, at an item's id, or at None for its first."""
    body_asked = Signal(int)
    """A body's own page is wanted."""
    room_asked = Signal(str, int)
    """Another room is wanted, by its name, for a meeting's id."""
    whole_room_asked = Signal(str)
    """Another room is wanted, for all that is in the file."""
    matter_asked = Signal(int)
    """A matter in the register is wanted, by its id."""
    after_asked = Signal(int, str)
    """A step after a meeting is wanted, by the meeting's id and the step's name."""
    paper_asked = Signal(int)
    """A document is to be looked at, by its id."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__()
        self._database, self._settings, self._typesetter = database, settings, typesetter

    def show_for(self, id_: int | None) -> None:
        """Show what the room is asked for: a meeting, a document, or everything; focus where work begins."""
        raise NotImplementedError

    def reload(self) -> bool:
        """Show what is new; False when what was shown is gone."""
        raise NotImplementedError

    def shows(self, _id: int) -> bool:
        """Tell whether one thing of the room's own is in sight; a room that shows all has it there."""
        return True

    def export_record(self) -> None:
        """Export what the room shows (Ctrl+E); a room that has no document says so at its foot."""
        for foot in self.findChildren(Foot):
            foot.say(_("There is nothing to export here."))

    def attempt(self, act: Callable[[], object], tell: Callable[[str], object]) -> None:
        """Do something and show what is new; why a rule refuses it is told, other trouble fails as usual."""
        try:
            act()
        except RuleBroken as broken:
            tell(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.reload()
            self.saved.emit()

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        return True

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""

    def stop(self) -> None:
        """End what goes on in the background; the file is closed."""

    def step(self, by: int) -> None:
        """Go to the next line, or the one before (Alt+Down, Alt+Up)."""

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self]
