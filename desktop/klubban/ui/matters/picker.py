"""Which matter: a line to type a title or a registry number in, and below it the matters that are found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from klubban.domain.matter_history import plain_number, same_number
from klubban.i18n import _, sort_key
from klubban.ui.registers.finder import Finder
from klubban.ui.widgets.basics import QUIET, Text, emptied

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from klubban.domain.meeting import Matter


def matching(matters: Iterable[Matter], words: str) -> list[Matter]:
    """Return those that have all the words in title or number, open ones first, in Swedish order."""
    wanted, number = sort_key(words).split(), plain_number(words)

    def finds(matter: Matter) -> bool:
        said = sort_key(" ".join(filter(None, (matter.title, matter.registry_number))))
        return all(word in said for word in wanted) or number in plain_number(matter.registry_number)

    found = [each for each in matters if finds(each)]
    return sorted(found, key=lambda each: (each.closed is not None, sort_key(each.title), each.id))


class MatterPicker(Finder):
    """Finds a matter, or asks that one is registered. Enter takes the first that is found."""

    picked = Signal(int)
    new_asked = Signal()
    """The item's own title is to be registered as a matter."""

    def __init__(self, matters: Sequence[Matter], title: str, number: str | None, label: str) -> None:
        """Offer matters; before anything is typed those with this number, and this title as a new one."""
        super().__init__(label, _("A few letters of its title or registry number"))
        self._matters, self._title, self._number = tuple(matters), title, number
        self.line.edited.connect(self._search)
        self.line.entered.connect(self.take_first)
        self._search()

    def take_first(self) -> None:
        """Choose the first that is found; a new one only where that was chosen by its words."""
        found = self._found()
        if found:
            self.picked.emit(found[0].id)
        else:
            self._walk(1)

    def _found(self) -> list[Matter]:
        words = self.line.words()
        if words:
            return matching(self._matters, words)
        return [each for each in self._matters if same_number(each.registry_number, self._number)]

    def _search(self) -> None:
        emptied(self._below)
        found = self._found()
        self._offer_first((_line(each), partial(self.picked.emit, each.id)) for each in found)
        if self.line.words() and not found:
            self._below.addWidget(Text(_("Nothing is called so"), "small", QUIET))
        self._offer(_("Register “{title}” as a new matter").format(title=self._title), self.new_asked.emit)


def _line(matter: Matter) -> str:
    return " · ".join(filter(None, (matter.registry_number, matter.title)))
