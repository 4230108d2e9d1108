"""From an item that decided a referral to the room where it is sent, and its answers are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.inquiries import begin_from_item
from klubban.store import inquiries as store
from klubban.store.trouble import Trouble
from klubban.ui.inquiries import words
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import LABEL_WIDTH

if TYPE_CHECKING:
    from klubban.domain.meeting import Item
    from klubban.store.database import Database


def begun(database: Database, item: Item) -> int | None:
    """Return the inquiry that was begun from an item, if it decided a referral."""
    if item.referral is None:
        return None
    with database.read() as read:
        found = store.of_item(read, item.id)
    return found.id if found is not None else None


def referral_told(database: Database, item: Item) -> str:
    """Return what the line says: that it is to be sent, or how many have answered."""
    known = begun(database, item)
    if known is None:
        return _("Send the referral out") if item.referral is not None else ""
    with database.read() as read:
        inquiry = store.inquiry(read, known)
    if inquiry.sent_on is None:
        return _("The referral is begun and not sent yet")
    return _("The referral: {answered}").format(answered=words.answered(inquiry))


class ReferralLead(QWidget):
    """Leads there; what nobody has begun is begun with all that is minuted of it."""

    asked = Signal(int)
    failed = Signal(Exception)

    def __init__(self, database: Database, item: Item) -> None:
        super().__init__()
        self._database, self._item = database, item
        self.lead = Leads([referral_told(database, item)])
        self.lead.chosen.connect(self._follow)
        column = QVBoxLayout(self)
        spaced(column, (LABEL_WIDTH - INSET, 0, 0, 8))
        column.addWidget(self.lead)
        self.setHidden(database.read_only and begun(database, item) is None)

    def _follow(self) -> None:
        known = begun(self._database, self._item)
        try:
            inquiry = begin_from_item(self._database, self._item.id) if known is None else known
        except (RuleBroken, Trouble) as trouble:
            self.failed.emit(trouble)
        else:
            self.asked.emit(inquiry)
