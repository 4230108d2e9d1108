"""The chair's view of one meeting in the file (F11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.operations.export_script import prepare_script
from klubban.ui.chair.source import InFile
from klubban.ui.chair.view import ChairView
from klubban.ui.clock import now
from klubban.ui.meeting.export import Exporter
from klubban.ui.room import Room
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import Button, Link

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class ChairPage(Room):
    """Holds the view, and knows which meeting it shows."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        typesetter: Typesetter,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__(database, settings, typesetter)
        self._clock = clock
        self._meeting_id: int | None = None
        self.copy = Link(_("The chair's copy"))
        self.script = Button(_("Script"))
        self.view = ChairView(clock, [self.copy, self.script])
        self._exporter = Exporter(database, settings, typesetter, self.view.foot)
        column = QVBoxLayout(self)
        spaced(column)
        column.addWidget(self.view)
        self.copy.clicked.connect(self._ask_for_copy)
        self.script.setToolTip("Ctrl+P")
        self.script.clicked.connect(self.export_script)
        printing = QShortcut(QKeySequence.StandardKey.Print, self)
        printing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self.export_script)
        self._exporter.bug.connect(self.bug)
        self.view.saved.connect(self.saved)
        self.view.failed.connect(self.failed)
        self.view.paper_asked.connect(self.paper_asked)
        self.view.left.connect(self._leave)
        self.view.back.setText("\u2039 " + _("The meeting"))
        self.view.back.show()

    def show_for(self, id_: int | None) -> None:
        """Show the agenda of a meeting; the one that was shown stays as it was left."""
        if id_ is not None and id_ != self._meeting_id:
            self._meeting_id = id_
            self.view.show_source(InFile(self._database, id_, self._clock))
        else:
            self.view.reload()
        self.view.enter()

    def reload(self) -> bool:
        """Show what is new; False when the meeting is gone."""
        return self.view.reload()

    def flush(self) -> bool:
        """Save the note that is being typed."""
        return self.view.flush()

    def step(self, by: int) -> None:
        """Take the next item in hand, or the one before."""
        self.view.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        opened = self.view.opened
        found: list[QWidget] = [self.view.rows[0]] if self.view.rows else [self.view]
        hand = next((row for row in self.view.rows if row.hasFocus()), None)
        first = [hand] if hand is not None else found
        return [*first, *([opened.note] if opened is not None else [])]

    def export_record(self) -> None:
        """Write the script."""
        self.export_script()

    def export_script(self) -> None:
        """Write what the chair says at each item, as a document."""
        meeting = self._meeting_id
        if meeting is not None and self.flush():
            self._exporter.write(self, lambda: [prepare_script(self._database, meeting)])

    def _ask_for_copy(self) -> None:
        if self._meeting_id is not None and self.flush():
            self.room_asked.emit("review", self._meeting_id)

    def _leave(self) -> None:
        if self._meeting_id is not None and self.flush():
            self.meeting_asked.emit(self._meeting_id, self.view.in_hand.id if self.view.in_hand else None)
