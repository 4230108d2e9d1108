"""Where a new item's title is typed, in its place on the agenda; Enter adds it and lets the next be typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.widgets.basics import Text, spaced
from klubban.ui.widgets.entry import Entry


class NewItem(QWidget):
    """A line for the title; for what comes after the summons another, for who proposes it."""

    entered = Signal(str, str)
    """The title, and who proposes the item."""
    left = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Entry(_("Title of the new item"), _("New item"))
        self.by = Entry(_("Who proposes the item"), _("Proposed by"))
        self._note = Text("", "tiny", wrap=True)
        self._column = column = QVBoxLayout(self)
        spaced(column, gap=4)
        for widget in (self.title, self.by, self._note):
            column.addWidget(widget)
        for entry in (self.title, self.by):
            entry.entered.connect(self._enter)
        self.by.hide()
        self._note.hide()
        self.setFocusProxy(self.title)

    def event(self, event: QEvent) -> bool:
        """Tell when a title that wraps needs more room, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done

    def sizeHint(self) -> QSize:
        """Follow the height of a title that wraps."""
        return QSize(200, self._column.totalMinimumSize().height())

    def begin(self, *, extra: bool) -> None:
        """Be ready for a title; who proposed the last one stays."""
        self.by.setVisible(extra)
        self.say("")
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, words: str) -> None:
        """Say below the lines why it was not added."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc; what was typed is gone, since nothing was added."""
        if event.key() == Qt.Key.Key_Escape:
            self.title.show_words("")
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def enter_title(self) -> None:
        """Tell what was typed; without a title there is no more to add."""
        if self.title.words():
            self.entered.emit(self.title.words(), "" if self.by.isHidden() else self.by.words())
        else:
            self.left.emit()

    def _enter(self, _words: str) -> None:
        self.enter_title()
