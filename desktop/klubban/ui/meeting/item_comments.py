"""What was remarked about an item before the meeting; the secretary can remark too. In no document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _, pgettext
from klubban.operations.papers import comment_item
from klubban.ui.meeting import words
from klubban.ui.meeting.item_part import ItemPart
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import emptied
from klubban.ui.widgets.section import Rows, Section

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.agenda import Comment
    from klubban.domain.meeting import Item
    from klubban.store.database import Database


class ItemComments(ItemPart):
    """Shows them while there are any, and the form of a new one while it is asked for."""

    def __init__(self, database: Database, item: Item, today: date) -> None:
        super().__init__(database, item, today)
        self._shown: tuple[Comment, ...] | None = None

    def take(self, item: Item) -> None:
        """Show the comments as they stand now."""
        self._item = item
        if item.comments != self._shown:
            self._shown = item.comments
            emptied(self._told.column)
            if item.comments:
                rows = [(self._by(each), each.text, None) for each in item.comments]
                self._told.column.addWidget(Section(_("Comments"), Rows(rows)))
        self._fit()

    def _by(self, of: Comment) -> str:
        return f"{of.by}, {words.day(of.on, self._today)}" if of.on else of.by

    def ask(self) -> None:
        """Ask for a comment."""
        form = Form(_("Comment"), _("Add"), self._add)
        form.add_line("text", _("Comment"), "", _("for who works with the agenda; in no document"))
        form.add_line("by", pgettext("comment", "By"), self._database.who)
        self._put(form)

    def _add(self) -> None:
        assert self.form is not None  # noqa: S101 - it is the form that asks
        comment_item(
            self._database, self._item.id, self.form.words("by"), self.form.words("text"), self._today
        )
