"""The panel beside the roll: how the meeting stands, what is asked, what to look at before verification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.roll.standing import StandingHead
from klubban.ui.widgets.basics import ROLE, Ground, Text, emptied, spaced
from klubban.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.roll.standing import Standing

WIDE, LEAST = 328, 276


class Panel(QScrollArea):
    """A column that scrolls; a part is only laid anew when what it says is other than before."""

    replaced = Signal(QWidget)
    """A part goes, for another one or for none."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What is asked"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = Ground(ROLE.Window)
        column = QVBoxLayout(ground)
        spaced(column, (20, 16, 28, 18), 14)
        self.standing = StandingHead()
        self._note = Text("", "body", wrap=True)
        self.begin = Button(_("Begin the roll call"), chief=True)
        self._slots = {name: QVBoxLayout() for name in ("part", "findings")}
        self._keys: dict[str, object] = {}
        self._parts: dict[str, QWidget] = {}
        for widget in (self.standing, self._note, self.begin):
            column.addWidget(widget)
        for slot in self._slots.values():
            spaced(slot)
            column.addLayout(slot)
        column.addStretch(1)
        self.setWidget(ground)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight, once it has found its place."""
        if now is not None and self.isAncestorOf(now):
            QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 24)

    def show_standing(self, of: Standing | None, note: str, *, begin: bool) -> None:
        """Show how it stands; before the roll is begun what to do."""
        self.standing.setVisible(of is not None)
        if of is not None:
            self.standing.show_standing(of)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.begin.setVisible(begin)

    def lay(self, slot: str, key: object, make: Callable[[], QWidget | None]) -> None:
        """Lay a part in a slot, unless the one that says the same is there."""
        if self._keys.get(slot) == key and slot in self._keys:
            return
        self._keys[slot] = key
        before = self._parts.pop(slot, None)
        if before is not None:
            self.replaced.emit(before)
        emptied(self._slots[slot])
        part = make()
        if part is not None:
            self._parts[slot] = part
            self._slots[slot].addWidget(part)

    def part(self, slot: str = "part") -> QWidget | None:
        """Return what is laid in a slot."""
        return self._parts.get(slot)

    def clear(self, slot: str) -> None:
        """Take a part out."""
        self.forget(slot)
        self.lay(slot, None, lambda: None)
        self.forget(slot)

    def forget(self, slot: str = "part") -> None:
        """Let the next part be laid anew, whatever it says."""
        self._keys.pop(slot, None)
