"""What the foot says was done last, and which key takes it back or brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from klubban.i18n import _
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from datetime import datetime

    from klubban.store.database import Database, Step

Way = Literal["undo", "redo"]


class LastStep:
    """Follows one database. After an undo it offers the redo, for as long as nothing else happens."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told = ""
        self._way: Way | None = None
        self._after = self._standing()

    def saved(self, moment: datetime) -> None:
        """Note that something typed was saved."""
        self._told, self._way = _("Saved {time}").format(time=f"{moment:%H:%M:%S}"), None

    def replayed(self, way: Way, step: Step | None) -> None:
        """Note that a step was undone or done again, or that there was none."""
        undone = way == "undo"
        nothing = _("There is nothing to undo") if undone else _("There is nothing to do again")
        done = _("Undone: {step}") if undone else _("Done again: {step}")
        self._told = done.format(step=_name(step)) if step else nothing
        self._way, self._after = way, self._standing()

    def shown(self) -> None:
        """Note that the place of a step is shown before it changes."""
        self._told = _("This is what changes")

    def words(self) -> tuple[str, str]:
        """Return a sentence, and the name of the key that it ends with."""
        if self._way and self._after != self._standing():
            self._told, self._way = "", None
        undone = self._way == "undo"
        step = self._database.redoable if undone else self._database.undoable
        if step is None or self._database.read_only:
            return self._told, ""
        if self._way:
            offer = _("Do again") if undone else _("Undo")
        else:
            offer = _("Undo: {step}").format(step=_name(step))
        return " · ".join(filter(None, (self._told, offer))), "Ctrl+Y" if undone else "Ctrl+Z"

    def _standing(self) -> tuple[Step | None, Step | None]:
        return self._database.undoable, self._database.redoable


def _name(step: Step) -> str:
    """Return what a step did, as it stands inside a sentence."""
    return words.small(_(step.label).format(**step.facts))
