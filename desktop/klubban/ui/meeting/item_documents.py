"""An item's documents on its surface: titles that are typed, or the papers that took their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.ui.papers.documents_list import INSET
from klubban.ui.papers.documents_part import DocumentsPart
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database


class ItemDocuments(Column):
    """Shows the one or the other."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        super().__init__()
        self.part = DocumentsPart(database, meeting, item)
        self.column.setSpacing(6)
        self.column.addWidget(self.part)
        self._titles: QWidget | None = None

    def put_titles(self, titles: QWidget) -> None:
        """Lay what titles are typed in above the papers."""
        self._titles = titles
        titles.setContentsMargins(INSET, 0, 0, 0)
        self.column.insertWidget(0, titles)
        titles.setHidden(self.part.has_papers)

    def take(self, meeting: Meeting, item: Item) -> bool:
        """Show the papers as they stand now; tell whether there are any."""
        self.part.take(meeting, item)
        if self._titles is not None:
            self._titles.setHidden(self.part.has_papers)
        return self.part.has_papers
