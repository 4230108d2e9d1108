"""At an item that concerns seats: the way to the body's page, with the day of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.agenda import ItemKind
from klubban.domain.meeting import Item, Meeting
from klubban.i18n import _, sort_key
from klubban.store import reads
from klubban.ui.registers.days import told
from klubban.ui.widgets.basics import TOP, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.body import Body
    from klubban.store.database import Database

_ABOUT_SEATS = ("avsägelse", "entledigande", "fyllnadsval", "val av", "resignation", "by-election", "elect")
_AT_THE_MEETING = ("justerare", "protokolljusterare", "verifier", "mötesordförande")
"""Those who are elected for one meeting have no seat."""


def concerns_seats(item: Item) -> bool:
    """Tell whether an item is decided and its decision is about seats in a body."""
    title = item.title.casefold()
    if not item.decision or any(word in title for word in _AT_THE_MEETING):
        return False
    return item.kind is ItemKind.ELECTION or any(words in title for words in _ABOUT_SEATS)


def body_meant(item: Item, own: Body, bodies: Iterable[Body]) -> Body:
    """Return the body that the title names, the longest name first, or else the one that met."""
    title = sort_key(item.title)
    for body in sorted(bodies, key=lambda each: -len(each.name)):
        # "val till Tekniska nämnden", and "ersättare i Kommunstyrelsens arbetsutskott" for its own
        if sort_key(body.name) in title:
            return body
    return own


class SeatOffer(QWidget):
    """One sentence and a link; hidden as long as the item decides nothing about seats."""

    asked = Signal(int, object)
    """The body's id and the day (a date) of the decision."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        super().__init__()
        self._database, self._meeting = database, meeting
        self._body = meeting.body
        row = QHBoxLayout(self)
        spaced(row, (0, 4, 0, 8), 8)
        self._words = Text("", "item", wrap=True)
        self.link = Link(_("Write it in the register"), "item")
        self.link.clicked.connect(self._ask)
        row.addWidget(self._words, 1, TOP)
        row.addWidget(self.link, 0, TOP)
        self.take(item)

    def take(self, item: Item) -> None:
        """Show or hide it, as the item stands now."""
        shown = concerns_seats(item) and not self._database.read_only
        if shown:
            with self._database.read() as read:
                self._body = body_meant(item, self._meeting.body, reads.bodies(read))
            template = _("The decision of {day} concerns seats in {body}.")
            self._words.setText(template.format(day=told(self._meeting.date), body=self._body.name))
        self.setVisible(shown)

    def _ask(self) -> None:
        self.asked.emit(self._body.id, self._meeting.date)
