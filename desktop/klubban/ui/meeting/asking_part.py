"""A part of a page that says something, and below it asks with a form while something is to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from klubban.domain.errors import RuleBroken
from klubban.store.trouble import Trouble
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.registers.form import Form

INSET = 6  # of the words of a link


class AskingPart(Column):
    """What is told stands in `_told`; it comes when it has something to tell, or asks for something."""

    saved = Signal()
    failed = Signal(Exception)
    asks = Signal(QWidget)
    """A form is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._told = Column()
        self.form: Form | None = None
        self.column.addWidget(self._told)

    @property
    def told(self) -> bool:
        """Tell whether the part says anything."""
        return bool(self._told.column.count())

    def _put(self, form: Form, *, ends: bool = True) -> None:
        """Ask with a form, in the place of one that is there; what it does ends it, unless that is said."""
        self._close()
        form.left.connect(self._close)
        if ends:
            form.done.connect(self._done)
        form.failed.connect(self.failed)
        self.form = form
        self.column.addWidget(form)
        self._fit()
        form.enter()
        self.asks.emit(form)

    def _done(self) -> None:
        self._close()
        self.saved.emit()

    def _try(self, act: Callable[[], object]) -> None:
        """Do something that needs no form; the page says why a rule refuses it."""
        try:
            act()
        except (RuleBroken, Trouble) as error:
            self.failed.emit(error)
        else:
            self.saved.emit()

    def _close(self) -> None:
        if self.form is not None:
            now = QApplication.focusWidget()
            held = now is not None and self.form.isAncestorOf(now)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            if held:
                self._take_keyboard()
        self._fit()

    def _take_keyboard(self) -> None:
        """Give the keyboard to the first thing that can be done, once a form is gone that had it."""
        links: list[Link] = self._told.findChildren(Link)
        if links:
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Take room only for what is told or asked."""
        self._told.setVisible(self.told)
        shown = self.told or self.form is not None
        if not shown or self.parentWidget() is not None:  # before, it would be a window of its own
            self.setVisible(shown)
