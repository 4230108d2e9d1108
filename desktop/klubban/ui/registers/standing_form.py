"""The form of a standing item: what it is, and when it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, pgettext
from klubban.operations.standing_items import put_standing_item
from klubban.ui.meeting import words
from klubban.ui.registers.form import Form
from klubban.ui.registers.standing_words import month
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.chips import OneOf, SomeOf
from klubban.ui.widgets.editors import LinesEditor

if TYPE_CHECKING:
    from klubban.domain.agenda import StandingItem
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet


class StandingForm(Form):
    """What one standing item is, and when it comes."""

    moved = Signal(int, int)
    """The item, and a step up or down."""

    def __init__(self, database: Database, sheet: Sheet, one: StandingItem | None) -> None:
        title = one.title if one else _("New standing item")
        super().__init__(title, _("Save") if one else _("Add"), self._put)
        self._database, self._sheet, self._one = database, sheet, one
        self.add_line("title", _("Title"), one.title if one else "")
        kinds = [(None, _("not said")), *((kind, words.kind(kind)) for kind in ItemKind)]
        self.kind = OneOf(_("Kind"), kinds, one.kind if one else None)
        self.add(_("Kind"), self.kind)
        minutes = str(one.minutes) if one and one.minutes else ""
        self.add_line("minutes", _("Minutes"), minutes, _("how long it takes, if that is usual"))
        self._add_texts()
        self._add_months()
        self._add_type()
        ends = [(False, _("in this order")), (True, _("last, when the meeting closes"))]
        self.closing = OneOf(_("Place"), ends, one.closing if one else False)
        self.add(_("Place"), self.closing)
        self.add_line("source", _("Laid down in"), (one.source or "") if one else "", "KL 11 kap. 20 §")
        if one:
            self._add_order(one)

    def _add_texts(self) -> None:
        """Add who presents it, one a line, and what is usually proposed."""
        one = self._one
        self.presenters = LinesEditor(_("Presented by"))
        self.presenters.setPlaceholderText(_("one a line"))
        self.proposal = BlockEditor(_("Proposed decision"))
        if one:
            self.presenters.show_items(one.presenters)
            self.proposal.show_blocks(one.proposal)
        for editor in (self.presenters, self.proposal):
            self.add(editor.accessibleName(), editor)

    def _add_months(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=6)
        months = [(number, month(number, short=True)) for number in range(1, 13)]
        self.months = SomeOf(_("Months"), months, self._one.months if self._one else ())
        column.addWidget(self.months)
        follows = _(
            "None chosen: at each meeting. In a month without a meeting it comes at the first one after."
        )
        column.addWidget(Text(follows, "small", QUIET, wrap=True))
        self.add(_("Months"), whole)

    def _add_type(self) -> None:
        own = self._sheet.body.meeting_types
        types = [(None, _("all meetings")), *((each.id, each.name) for each in own)]
        self.type = OneOf(_("Sort of meeting"), types, self._one.meeting_type if self._one else None)
        if own:
            self.add(_("Sort of meeting"), self.type)
        else:
            self.type.setParent(self)
            self.type.hide()

    def _add_order(self, one: StandingItem) -> None:
        """Offer to move it, for those who have no free hand for keys."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        spaced(row, gap=12)
        for name, step in ((_("Move up"), -1), (_("Move down"), 1)):
            link = Link(name, "item")
            link.clicked.connect(partial(self.moved.emit, one.id, step))
            row.addWidget(link)
        row.addStretch()
        self.add(pgettext("standing item", "Order"), whole)

    def _put(self) -> None:
        minutes = self.words("minutes").strip()
        if minutes and not minutes.isdigit():
            raise RuleBroken(N_("Write the minutes as a whole number, in digits"))
        put_standing_item(
            self._database,
            self._sheet.body.id,
            self._one.id if self._one else None,
            title=self.words("title"),
            kind=self.kind.value,
            minutes=int(minutes) if minutes else None,
            presenters=self.presenters.items(),
            proposal=self.proposal.blocks(),
            months=self.months.values,
            source=self.words("source"),
            closing=self.closing.value,
            meeting_type=self.type.value,
        )
