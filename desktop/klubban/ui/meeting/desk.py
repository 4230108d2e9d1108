"""The desk: agenda, writing surface and preview side by side; where room is short the preview goes first.

The page can also take the writing surface's place, as large as there is room for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.widgets.basics import Rule, spaced

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from klubban.ui.meeting.agenda_column import AgendaColumn
    from klubban.ui.meeting.preview_pane import PreviewPane
    from klubban.ui.meeting.surface import Surface
    from klubban.ui.meeting.writing_aids import WritingAids

_AGENDA, _AGENDA_LEAST = 264, 248
_SURFACE, _SURFACE_LEAST = 560, 400
_PREVIEW, _PREVIEW_LEAST = 372, 330


class Desk(QWidget):
    """Lays out the three columns."""

    narrowed = Signal(bool)
    """The preview went, or came back."""

    def __init__(self, agenda: AgendaColumn, preview: PreviewPane) -> None:
        super().__init__()
        self._agenda, self._preview, self._rule = agenda, preview, Rule(upright=True)
        self._surface: Surface | None = None
        self.aids: WritingAids | None = None
        """What helps with writing, where there is something that does."""
        self._narrow = self._enlarged = False
        self._row = QHBoxLayout(self)
        spaced(self._row)
        self._row.addWidget(agenda)
        self._row.addWidget(self._rule)
        self._row.addWidget(preview, 371)
        self._lay_out()

    @property
    def narrow(self) -> bool:
        """Tell whether there is no room for the preview beside the writing surface."""
        return self._narrow

    @property
    def enlarged(self) -> bool:
        """Tell whether the page has the writing surface's place."""
        return self._enlarged

    def enlarge(self, *, on: bool) -> None:
        """Lay the page in the writing surface's place, or take it back."""
        self._enlarged = on
        self._preview.enlarge(on=on)
        self._lay_out()
        if on:
            self._preview.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def item_surface(self) -> ItemSurface | None:
        """Return the writing surface, where it is an item's."""
        return self._surface if isinstance(self._surface, ItemSurface) else None

    def put(self, surface: Surface) -> None:
        """Lay another surface in the middle."""
        if self._surface is not None:
            self._row.removeWidget(self._surface)
            self._surface.hide()
            self._surface.deleteLater()
        self._surface = surface
        if self.aids is not None and isinstance(surface, ItemSurface):
            surface.use(self.aids)
        self._row.insertWidget(1, surface, 588)
        surface.setHidden(self._enlarged)

    def minimumSizeHint(self) -> QSize:
        """Count without the preview, so that the window may be made narrow."""
        return QSize(_AGENDA_LEAST + _SURFACE_LEAST, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Keep the preview as long as a full writing surface stands beside it."""
        before, room = self._narrow, self.width()
        spacious = room >= _AGENDA + _SURFACE + _PREVIEW
        narrow = room < _AGENDA_LEAST + _SURFACE + _PREVIEW_LEAST
        self._narrow = narrow
        tight = room < _AGENDA + _SURFACE if narrow else not spacious
        self._agenda.setFixedWidth(_AGENDA_LEAST if tight else _AGENDA)
        self._preview.setMinimumWidth(_PREVIEW if spacious else _PREVIEW_LEAST)
        self._preview.setHidden(narrow and not self._enlarged)
        self._rule.setHidden(narrow or self._enlarged)
        if self._surface is not None:
            self._surface.setHidden(self._enlarged)
        if before != narrow:
            self.narrowed.emit(narrow)
