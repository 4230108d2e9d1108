"""For whom the overview is: chips for oneself, for all, and for each body; and who it is that sits here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from klubban.domain.scope import Scope
from klubban.i18n import _, ngettext, pgettext
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.chips import OneOf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Body, Person
    from klubban.domain.scope import Mine

ME = "me"
_MOST = 12
"""So many bodies have chips; of more, one is chosen in a menu."""


class ScopeBar(QWidget):
    """The chips, and below them who one is, where that matters."""

    chosen = Signal(object)
    """ME, the id of a body, or None for all."""
    named = Signal(str)
    """Somebody said who they are."""

    def __init__(self) -> None:
        super().__init__()
        self._bodies: tuple[Body, ...] = ()
        self.value: object = None
        column, self._row, self._who = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        spaced(column, gap=6)
        spaced(self._row, gap=8)
        spaced(self._who, gap=6)
        column.addLayout(self._row)
        column.addLayout(self._who)
        self.chips: OneOf | None = None
        self._shown: object = None

    @property
    def order(self) -> list[object]:
        """Return what may be chosen, in order."""
        return [ME, None, *(body.id for body in self._bodies)]

    def show_bodies(self, bodies: Sequence[Body], value: object) -> None:
        """Show the bodies there are, and what is chosen."""
        self._bodies, self.value = tuple(bodies), value
        options = self._options()
        if self.chips is not None and self.chips.options == options:
            self.chips.hold(value)
            return
        emptied(self._row)
        self.chips = OneOf(_("Whose deadlines"), options, value)
        self.chips.chosen.connect(self.chosen)
        if len(self._bodies) <= _MOST:
            self._row.addWidget(self.chips, 1)
            return
        wide = sum(chip.sizeHint().width() + 8 for chip in self.chips.chips)
        self.chips.setMinimumWidth(wide)  # so that they stand on one line, with the menu beside them
        self._row.addWidget(self.chips)
        self._row.addWidget(self._menu(), 0, TOP)
        self._row.addStretch(1)

    def _options(self) -> list[tuple[object, str]]:
        shown = (
            self._bodies if len(self._bodies) <= _MOST else [b for b in self._bodies if b.id == self.value]
        )
        return [
            (ME, pgettext("overview", "For me")),
            (None, pgettext("bodies", "All")),
            *((body.id, body.short or body.name) for body in shown),
        ]

    def _menu(self) -> Button:
        button = Button(_("Choose a body …"))
        menu = QMenu(button)
        for body in self._bodies:
            menu.addAction(body.name, partial(self.chosen.emit, body.id))
        button.setMenu(menu)
        return button

    def show_who(self, mine: Mine | None, people: Sequence[Person]) -> None:
        """Say who it is for; ask who sits here where nobody in the register does."""
        key = (self.value == ME, mine, tuple(people))
        if key == self._shown:
            return
        self._shown = key
        emptied(self._who)
        if self.value != ME:
            return
        if mine is not None:
            told = ngettext("{name}, for {count} body", "{name}, for {count} bodies", len(mine.bodies))
            told = told.format(name=mine.person.name, count=len(mine.bodies))
            self._who.addWidget(Text(told, "small", QUIET))
            other = Link(_("Somebody else …"))
            other.clicked.connect(lambda: self.ask(people))
            self._who.addWidget(other)
            self._who.addStretch(1)
        else:
            self.ask(people)

    def ask(self, people: Sequence[Person]) -> None:
        """Ask who sits here, among those who are a body's secretary or chair."""
        emptied(self._who)
        if not people:
            told = _("No body has a secretary or a chair yet; name them under Bodies and people (F7).")
            self._who.addWidget(Text(told, "small", QUIET, wrap=True), 1)
            return
        asked = Text(_("Who sits here?"), "small", QUIET)
        asked.setContentsMargins(0, 6, 8, 0)  # on the line of the first name
        self._who.addWidget(asked, 0, TOP)
        if len(people) > _MOST:
            self._who.addWidget(self._names(people), 0, TOP)
            self._who.addStretch(1)
            return
        names = OneOf(_("Who sits here?"), [(each.name, each.name) for each in people], None)
        names.chosen.connect(self.named.emit)
        self._who.addWidget(names, 1)

    def _names(self, people: Sequence[Person]) -> Button:
        button = Button(_("Choose a name …"))
        menu = QMenu(button)
        for each in people:
            menu.addAction(each.name, partial(self.named.emit, each.name))
        button.setMenu(menu)
        return button


def scope_of(value: object, mine: Mine | None) -> Scope:
    """Return what is chosen; for oneself all, as long as nobody has said who that is."""
    if value == ME:
        return Scope(mine=mine)
    return Scope(body=value if isinstance(value, int) else None)
