"""Who has what: one owner's list as it will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from klubban.i18n import _
from klubban.ui.assignments import rows
from klubban.ui.assignments.view import View
from klubban.ui.summons.preview import TreePreview

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtWidgets import QWidget

    from klubban.domain.body import Named
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class OwnersView(View):
    """The owners, those who are late first, and beside them the list of the one who is chosen."""

    assignment_asked = Signal(int)

    def __init__(self, database: Database, typesetter: Typesetter) -> None:
        super().__init__(database, _("Owners"), _("Search by name"))
        self._owners: dict[Hashable, Named] = {}
        self._chosen: Hashable | None = None
        self.preview = TreePreview(typesetter)
        self.row.addWidget(self.preview, 1)

    @property
    def owner(self) -> Named | None:
        """Return who is chosen."""
        return self._owners.get(self._chosen)

    @property
    def has_late(self) -> bool:
        """Tell whether anybody is late."""
        book = self.book
        return book is not None and any(one.days_late(book.today) for one in book.of_body(self.body))

    def show_list(self) -> None:
        """Show the owners anew."""
        if self.book is None:
            return
        search = self.column.search.words()
        found = list(rows.owners(self.book, self.body, search))
        self._owners = {key: who for key, who, _row in found}
        if self._chosen not in self._owners:
            self._chosen = next(iter(self._owners), None)
        self.column.take([row for _key, _who, row in found] or rows.nothing_found(search), self._chosen)
        self.changed.emit()

    def choose(self, what: object) -> None:
        """Show somebody's list."""
        self._chosen = what
        self.changed.emit()

    def mail(self, parent: QWidget) -> None:
        """Draft the mail to the owner who is chosen."""

    def remind_late(self, parent: QWidget) -> None:
        """Draft the mails to all who are late."""
