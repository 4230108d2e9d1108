"""A part of a page that says something, and below it asks with a form while something is to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
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

    def _close(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._fit()

    def _fit(self) -> None:
        """Take room only for what is told or asked."""
        self._told.setVisible(self.told)
        self.setVisible(self.told or self.form is not None)
