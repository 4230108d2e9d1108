"""The surface in the middle of the desk: one column of parts that scrolls as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from klubban.ui.widgets.basics import ROLE, Ground, spaced

if TYPE_CHECKING:
    from klubban.ui.widgets.editors import GrowingEditor

_MEASURE = 700  # some 80 characters a line
_AROUND_CARET = 40
_AROUND_FORM = 16
_SETTLED = 400
"""Milliseconds after which a page is laid out, and moves no more by itself."""


class Surface(QScrollArea):
    """Parts go into `column`; what is typed in stays in sight."""

    def __init__(self, name: str, measure: int = _MEASURE) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # else a nameless stop for Tab
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground, inner, across = Ground(ROLE.Base), QWidget(), QHBoxLayout()
        self._ground = ground
        self.column = QVBoxLayout(inner)
        spaced(self.column)
        self._sought: QWidget | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self._end_seeking)
        self.verticalScrollBar().rangeChanged.connect(self._seek)
        inner.setMaximumWidth(measure)
        spaced(across, (24, 16, 24, 24))
        across.addWidget(inner, 1)
        across.addStretch()
        ground.setLayout(across)
        self.setWidget(ground)

    def add(self, widget: QWidget) -> None:
        """Put a part last."""
        self.column.addWidget(widget)

    def end(self) -> None:
        """Leave the rest of the page empty; a stretch deeper down would share it."""
        self.column.addStretch(1)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part; on a new page again as the texts above it find their heights."""
        self._sought = part
        self._seek()
        self._settling.start()

    def show_form(self, form: QWidget) -> None:
        """Scroll to a form, once it has its height."""
        QTimer.singleShot(0, form, lambda: self.ensureWidgetVisible(form, 0, _AROUND_FORM))

    def _seek(self) -> None:
        if self._sought is not None and isValid(self._sought):
            self.ensureWidgetVisible(self._sought, 0, _AROUND_CARET)

    def _end_seeking(self) -> None:
        self._sought = None

    def keep_in_sight(self, editor: GrowingEditor) -> None:
        """Scroll along with an editor's caret: an editor as tall as its text does not do so itself."""

        def follow(caret: QRectF) -> None:
            at = editor.mapTo(self._ground, QPoint(0, 0)) + caret.center().toPoint()
            self.ensureVisible(at.x(), at.y(), 0, _AROUND_CARET)

        editor.caret_moved.connect(follow)
