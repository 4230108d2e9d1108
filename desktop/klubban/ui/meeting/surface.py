"""The surface in the middle of the desk: one column of parts that scrolls as a page."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from klubban.ui.widgets.basics import ROLE, Ground, spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.ui.widgets.editors import GrowingEditor

_MEASURE = 700  # some 80 characters a line
_SIDE = 24
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
        spaced(across, (_SIDE, 16, _SIDE, 24))
        self._across = across
        self.verticalScrollBar().rangeChanged.connect(self._keep_measure)
        self.horizontalScrollBar().valueChanged.connect(self._stay)
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

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Keep the part that has the keyboard where it is seen, whatever comes or goes above it."""
        part = self._part_in_hand()
        before = part.mapTo(self.viewport(), QPoint(0, 0)).y() if part is not None else 0
        yield
        if part is None or not isValid(part) or not self.isVisible():
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        moved = part.mapTo(self.viewport(), QPoint(0, 0)).y() - before
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _part_in_hand(self) -> QWidget | None:
        part, inner = QApplication.focusWidget(), self.column.parentWidget()
        while part is not None and part.parentWidget() is not inner:
            part = part.parentWidget()
        return part

    def _keep_measure(self, least: int, most: int) -> None:
        """Let no line be wrapped anew because a scroll bar comes or goes."""
        room = self.verticalScrollBar().sizeHint().width() if most > least else 0
        self._across.setContentsMargins(_SIDE, 16, _SIDE - room, 24)

    def _stay(self, across: int) -> None:
        """Scroll down and up only, also to what is wider than the page."""
        if across:
            self.horizontalScrollBar().setValue(0)

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to a part; on a new page again as the texts above it find their heights."""
        self._sought = part
        self._seek()
        self._settling.start()

    def show_form(self, form: QWidget) -> None:
        """Scroll to a form, once it has its height."""

        def seek() -> None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            self.ensureWidgetVisible(form, 0, _AROUND_FORM)

        QTimer.singleShot(0, form, seek)

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
