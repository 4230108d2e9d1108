"""Whether everybody may listen to an item, where that is not as for the whole meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.meeting import Doors
from klubban.domain.openness import is_individual, is_open
from klubban.domain.rules import BodyKind
from klubban.i18n import _, current
from klubban.operations.agenda import set_item
from klubban.ui.meeting.asking_part import INSET
from klubban.ui.meeting.item_part import ItemPart
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database


class ItemDoors(ItemPart):
    """Says it once it is noted, with the way back."""

    def __init__(self, database: Database, meeting: Meeting, item: Item, today: date) -> None:
        super().__init__(database, item, today)
        self._meeting = meeting
        self._locked = database.read_only or meeting.protocol_verified

    @property
    def offer(self) -> str:
        """Return what is offered: doors that are otherwise than the meeting's."""
        return _("Closed doors") if is_open(self._meeting) else _("Open doors")

    @property
    def there(self) -> bool:
        """Tell whether there is nothing to offer."""
        return self._locked or self._item.doors is not None

    def take(self, item: Item) -> None:
        """Show the doors as they are now."""
        self._item = item
        emptied(self._told.column)
        if item.doors is not None:
            section = Section(current().gettext("Audience"), self._content(item), INSET)
            self._told.column.addWidget(section)
        self._fit()

    def swap(self) -> None:
        """Note that the doors are otherwise than the meeting's."""
        self._set(Doors.CLOSED if is_open(self._meeting) else Doors.OPEN)

    def _content(self, item: Item) -> QWidget:
        whole, links = QWidget(), QWidget()
        column, flow = QVBoxLayout(whole), FlowLayout(links)
        spaced(column)
        opened = item.doors is Doors.OPEN
        told = _("The item is open to the public.") if opened else _("It is handled behind closed doors.")
        lines = [Text(told, wrap=True)]
        assembly = self._meeting.body.kind is BodyKind.ASSEMBLY
        if opened and is_individual(item) and not assembly:
            law = _("It is about an individual: then the doors are always closed (KL ch. 6 s. 25).")
            lines.append(Text(law, "small", QUIET, wrap=True))
        for line in lines:
            line.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(line)
        if not self._locked:
            link = Link(_("As the meeting otherwise"))
            link.clicked.connect(partial(self._set, None))
            flow.addWidget(link)
            column.addWidget(links)
        return whole

    def _set(self, doors: Doors | None, *_checked: bool) -> None:
        self._try(partial(set_item, self._database, self._item.id, doors=doors))
