"""The head of an item's page: its title, and below it the registry number and what else there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.meeting import item_fields
from klubban.ui.theme import font
from klubban.ui.widgets.basics import QUIET, TOP, Short, Text, spaced
from klubban.ui.widgets.section import Column, Noted

if TYPE_CHECKING:
    from klubban.domain.meeting import Item
    from klubban.store.database import Database
    from klubban.ui.autosave import Pace
    from klubban.ui.meeting.item_text_fields import TextFields

_WIDEST = 320


class ItemHead(Column):
    """Both are typed in place; the line below the title reads on after the number."""

    def __init__(self, database: Database, item: Item, fields: TextFields, pace: Pace | None) -> None:
        super().__init__()
        title = item_fields.title(database, item, _("Title"), pace)
        number = item_fields.registry_number(database, item, _("Registry number"), pace)
        self._number = number.editor
        title.editor.setPlaceholderText(_("Title"))
        number.editor.setPlaceholderText(_("none"))
        above, beside = Noted(title.editor), Noted(number.editor)
        fields.tie("title", title, above)
        fields.tie("registry_number", number, beside)
        below, row = QWidget(), QHBoxLayout()
        spaced(row, (0, 2, 0, 12))
        row.addWidget(Text(_("Reg. no.") + " ", "item", QUIET), 0, TOP)
        row.addWidget(beside, 0, TOP)
        self._about = Short("", "item", QUIET)
        row.addWidget(self._about, 1, TOP)
        below.setLayout(row)
        self.column.addWidget(above)
        self.column.addWidget(below)
        number.editor.textChanged.connect(self._fit_number)
        self._fit_number()

    def say(self, about: str) -> None:
        """Say something after the number, after a dot."""
        self._about.setText(f"· {about}" if about else "")

    @property
    def said(self) -> str:
        """Return what is said there."""
        return self._about.text()

    def _fit_number(self) -> None:
        """Make the registry number as wide as its words, so that the line reads on after it."""
        shown = self._number.toPlainText() or self._number.placeholderText()
        self._number.setFixedWidth(min(QFontMetrics(font("item")).horizontalAdvance(shown) + 5, _WIDEST))
