"""What should be looked at before public versions are published, above the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.operations.publishing import found_in
from klubban.ui.publishing.found_list import FoundList
from klubban.ui.widgets.basics import QUIET, Text, spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.documents.tree import Document
    from klubban.store.database import Database


class FoundPart(QWidget):
    """There where documents are to be public, and not otherwise."""

    opened = Signal(object)
    """An item, or None for what is in none, is to be looked at."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        column, head = QVBoxLayout(self), Text(_("To look at before it is published"), "label", QUIET)
        spaced(column)
        head.setContentsMargins(0, 4, 0, 4)
        self.list = FoundList()
        self.list.opened.connect(self.opened)
        column.addWidget(head)
        column.addWidget(self.list)
        self.hide()

    def look_through(self, meeting_id: int, documents: Sequence[Document]) -> None:
        """Show what is found in documents."""
        self.list.show_found(found_in(self._database, meeting_id, documents))
        self.show()
