"""A part of an item's page that comes when it has something to tell, or asks for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item
    from klubban.store.database import Database
    from klubban.ui.registers.form import Form

INSET = 6  # of the words of a link


class ItemPart(Column):
    """What is told stands in `_told`, and below it the form while something is asked."""

    saved = Signal()
    failed = Signal(Exception)
    asks = Signal(QWidget)
    """A form is shown."""

    def __init__(self, database: Database, item: Item, today: date) -> None:
        super().__init__()
        self._database, self._item, self._today = database, item, today
        self._told = Column()
        self.form: Form | None = None
        self.column.addWidget(self._told)

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
        told = bool(self._told.column.count())
        self._told.setVisible(told)
        self.setVisible(told or self.form is not None)
