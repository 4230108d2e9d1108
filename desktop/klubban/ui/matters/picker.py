"""Which matter: a line to type a title or a registry number in, and below it the matters that are found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.matter_history import plain_number, same_number
from klubban.i18n import _, sort_key
from klubban.ui.registers.form import FormLine
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from klubban.domain.meeting import Matter

_SHOWN = 6


def matching(matters: Iterable[Matter], words: str) -> list[Matter]:
    """Return those that have all the words in title or number, open ones first, in Swedish order."""
    wanted, number = sort_key(words).split(), plain_number(words)

    def finds(matter: Matter) -> bool:
        said = sort_key(" ".join(filter(None, (matter.title, matter.registry_number))))
        return all(word in said for word in wanted) or number in plain_number(matter.registry_number)

    found = [each for each in matters if finds(each)]
    return sorted(found, key=lambda each: (each.closed is not None, sort_key(each.title), each.id))


class MatterPicker(QWidget):
    """Finds a matter, or asks that one is registered. Enter takes the first that is found."""

    picked = Signal(int)
    new_asked = Signal()
    """The item's own title is to be registered as a matter."""

    def __init__(self, matters: Sequence[Matter], title: str, number: str | None, label: str) -> None:
        """Offer matters; before anything is typed those with this number, and this title as a new one."""
        super().__init__()
        self._matters, self._title, self._number = tuple(matters), title, number
        column = QVBoxLayout(self)
        spaced(column, gap=2)
        self.line = FormLine(label)
        self.line.setPlaceholderText(_("A few letters of its title or registry number"))
        column.addWidget(self.line)
        self._below = QVBoxLayout()
        spaced(self._below)
        column.addLayout(self._below)
        self.line.edited.connect(self._search)
        self.line.entered.connect(self.take_first)
        self.line.went_down.connect(lambda: self._walk(1))
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
        for matter in found[:_SHOWN]:
            self._offer(_line(matter), partial(self.picked.emit, matter.id))
        if len(found) > _SHOWN:
            self._below.addWidget(Text(_("… and more; go on typing"), "small", QUIET))
        if self.line.words() and not found:
            self._below.addWidget(Text(_("Nothing is called so"), "small", QUIET))
        self._offer(_("Register “{title}” as a new matter").format(title=self._title), self.new_asked.emit)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        link = Link(words, "item")
        link.clicked.connect(lambda _on=False: act())
        self._below.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along what was found, and back to the line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        order: list[QWidget] = [self.line, *(link for link in self.findChildren(Link) if link.isVisible())]
        at = next((place for place, widget in enumerate(order) if widget.hasFocus()), 0)
        order[max(0, min(at + by, len(order) - 1))].setFocus(Qt.FocusReason.TabFocusReason)


def _line(matter: Matter) -> str:
    return " · ".join(filter(None, (matter.registry_number, matter.title)))
