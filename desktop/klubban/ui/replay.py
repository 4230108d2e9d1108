"""Undo and redo of the file: the place that a step concerns is shown, and the step is replayed.

Where the place is out of sight, the first press only shows it, and the same key again does the step: so
nothing changes where nobody looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.operations import undo
from klubban.store.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Changed, Database, Step
    from klubban.ui.last_step import Way
    from klubban.ui.telling import Telling


class Replay:
    """Takes back the last step, and does it again; where to go waits until the pages know of the change."""

    def __init__(
        self,
        database: Database,
        telling: Telling,
        flush: Callable[[], bool],
        end_runs: Callable[[], object],
        go: Callable[[Step, Changed], object],
        show: Callable[[Step], bool] = lambda _step: False,
    ) -> None:
        """Replay steps of a database.

        `flush` saves what is typed, `end_runs` lets what is typed next be a step of its own, `go` shows the
        place of a step that was replayed, and `show` that of one that is to be, if it is out of sight.
        """
        self._database, self._telling = database, telling
        self._flush, self._end_runs, self._go, self._show = flush, end_runs, go, show
        self._going: Step | None = None

    def undo(self) -> None:
        """Take back the last step, and say what was done."""
        self._replay(undo.undo, "undo")

    def redo(self) -> None:
        """Do again what was undone."""
        self._replay(undo.redo, "redo")

    def _replay(self, act: Callable[[Database], Step | None], way: Way) -> None:
        if self._database.read_only or not self._flush():
            return
        waits = self._database.undoable if way == "undo" else self._database.redoable
        if waits is not None and self._show(waits):
            self._telling.shown()
            return
        try:
            step = act(self._database)
        except Trouble as trouble:
            self._telling.failure(trouble)
            return
        self._end_runs()
        self._going = step
        self._telling.replayed(way, step)

    def follow(self, changed: Changed) -> None:
        """Go where the step was that has just been replayed, if one was."""
        step, self._going = self._going, None
        if step is not None and step.place is not None:
            self._go(step, changed)
