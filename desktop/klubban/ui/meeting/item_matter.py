"""The matter in the register that an item is about: which, what happened in it last, and a way there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.matter_history import events
from klubban.i18n import _
from klubban.operations.agenda import set_item
from klubban.operations.matters import register_for
from klubban.store import matters, reads
from klubban.store.trouble import Trouble
from klubban.ui.matters.events import in_a_line
from klubban.ui.matters.picker import MatterPicker
from klubban.ui.meeting.asking_part import INSET
from klubban.ui.meeting.item_part import ItemPart
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.meeting import Item, Matter
    from klubban.store.database import Database


class ItemMatter(ItemPart):
    """Shows the matter once one is chosen, and the form that finds one while it is asked for."""

    matter_asked = Signal(int)
    """The matter's own page is wanted."""

    def __init__(self, database: Database, item: Item, today: date) -> None:
        super().__init__(database, item, today)
        self.matter: Matter | None = None
        """The one that the item names, else the one that has its registry number."""
        self._taken: tuple[object, ...] | None = None

    def take(self, item: Item) -> None:
        """Show the matter as it stands now."""
        self._item, before = item, self._taken
        self._taken = item.matter, item.registry_number
        if before != self._taken:
            self.matter = item.matter or self._with_its_number()
            emptied(self._told.column)
            if self.matter is not None:
                section = Section(_("Registered matter"), self._content(self.matter), INSET)
                self._told.column.addWidget(section)
        self._fit()

    def _with_its_number(self) -> Matter | None:
        with self._database.read() as read:
            return matters.with_number(read, self._item.registry_number)

    def _content(self, matter: Matter) -> QWidget:
        whole, links = QWidget(), QWidget()
        column, flow = QVBoxLayout(whole), FlowLayout(links)
        spaced(column)
        name = Link(" · ".join(filter(None, (matter.registry_number, matter.title))), "item_strong")
        name.setAccessibleName(_("Go to the matter {title}").format(title=matter.title))
        name.clicked.connect(partial(self._go, matter.id))
        flow.addWidget(name)
        column.addWidget(links)
        last = self._last(matter)
        if last:
            told = Text(last, "small", QUIET, wrap=True)
            told.setContentsMargins(INSET, 0, 0, 2)
            column.addWidget(told)
        if not self._database.read_only:
            column.addWidget(self._acts())
        return whole

    def _acts(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line)
        title = _("Registered matter")
        acts = [(_("Change"), self.ask)]
        if self._item.matter is not None:
            acts.append((_("Not about it"), self._let_go))
        for label, act in acts:
            link = Link(label)
            link.setAccessibleName(f"{label}: {title}")
            link.clicked.connect(partial(_begin, act))
            flow.addWidget(link)
        return line

    def _go(self, matter_id: int, *_checked: bool) -> None:
        self.matter_asked.emit(matter_id)

    def _last(self, matter: Matter) -> str:
        """Return what happened in the matter last, elsewhere than at this item."""
        with self._database.read() as read:
            handled = matters.latest(read, matter)
        line = events(matter, (each for each in handled if each.item != self._item.id), ())
        past = [event for event in line if event.day <= self._today]
        return _("Last: {event}").format(event=in_a_line(past[-1], matter)) if past else ""

    # --- choosing

    def ask(self) -> None:
        """Ask which matter the item is about."""
        with self._database.read() as read:
            found = reads.matters(read)
        picker = MatterPicker(found, self._item.title, self._item.registry_number, _("Matter"))
        form = Form(_("Which matter is it about?"), _("Choose it"), picker.take_first)
        form.add(_("Matter"), picker, focus=picker.line)
        picker.picked.connect(self._choose)
        picker.new_asked.connect(self._register)
        self._put(form, ends=False)

    def _choose(self, matter_id: int) -> None:
        self._do(lambda: set_item(self._database, self._item.id, matter_id=matter_id))

    def _register(self) -> None:
        self._do(lambda: register_for(self._database, self._item.id))

    def _let_go(self) -> None:
        self._do(lambda: set_item(self._database, self._item.id, matter_id=None))

    def _do(self, act: Callable[[], object]) -> None:
        """Do it; what cannot be done is said in the form, which stays."""
        try:
            act()
        except RuleBroken as broken:
            if self.form is not None:
                self.form.tell(sentence(broken))
            else:
                self.failed.emit(broken)
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self._done()


def _begin(act: Callable[[], None], *_checked: bool) -> None:
    act()
