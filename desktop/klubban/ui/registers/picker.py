"""Who: a line to type a name in, and below it those in the register whose names begin so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, sort_key
from klubban.operations.people import add_person
from klubban.ui.registers.form import FormLine
from klubban.ui.registers.words import named, person_line
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from klubban.domain.body import Person
    from klubban.store.database import Database

_SHOWN = 6


def matching(people: Iterable[Person], words: str) -> list[Person]:
    """Return those who have all the words somewhere: the beginnings of names first, in Swedish order."""
    wanted = sort_key(words).split()
    found: list[tuple[bool, str, int, Person]] = []
    for person in people:
        name = sort_key(person.name)
        facts = (person.name, person.party, person.organisation, person.title)
        said = sort_key(" ".join(filter(None, facts)))
        if all(word in said for word in wanted):
            starts = all(any(part.startswith(word) for part in name.split()) for word in wanted)
            found.append((not starts, name, person.id, person))
    return [person for *_order, person in sorted(found, key=lambda each: each[:3])]


class PersonPicker(QWidget):
    """Finds somebody by name. Enter takes the first who is found; who is not there can be added."""

    picked = Signal()

    def __init__(self, database: Database, people: Sequence[Person], label: str) -> None:
        super().__init__()
        self._database, self._people = database, people
        self._person: int | None = None
        column = QVBoxLayout(self)
        spaced(column, gap=2)
        self.line = FormLine(label)
        self.line.setPlaceholderText(_("Type a name"))
        column.addWidget(self.line)
        self._found = QVBoxLayout()
        spaced(self._found)
        column.addLayout(self._found)
        self.line.edited.connect(self._search)
        self.line.entered.connect(self._take_first)
        self.line.went_down.connect(lambda: self._walk(1))

    @property
    def person(self) -> int | None:
        """Return who is chosen."""
        return self._person

    def chosen(self) -> int:
        """Return who is chosen; a name that nobody has is added. Raises RuleBroken for no name."""
        words = self.line.words()
        if self._person is None and words:
            found = matching(self._people, words)
            exact = [each for each in found if sort_key(each.name) == sort_key(words)]
            if len(exact) == 1:
                self._person = exact[0].id
            elif found:
                raise RuleBroken("Choose one of the people below the name")
            else:
                self._add()
        if self._person is None:
            raise RuleBroken("Say who it is")
        return self._person

    def show_person(self, person: Person) -> None:
        """Show who is chosen."""
        self._person = person.id
        self.line.show_words(named(person))
        self._clear()

    def _search(self) -> None:
        self._person = None
        self._clear()
        words = self.line.words()
        if not words:
            return
        found = matching(self._people, words)
        for person in found[:_SHOWN]:
            self._offer(person_line(person), partial(self._take, person))
        if len(found) > _SHOWN:
            self._found.addWidget(Text(_("… and more; go on typing"), "small", QUIET))
        if not any(sort_key(each.name) == sort_key(words) for each in found):
            self._offer(_("Add {name} to the register").format(name=words), self._add_and_take)

    def _offer(self, words: str, act: Callable[[], None]) -> None:
        link = Link(words, "item")
        link.clicked.connect(lambda _on=False: act())
        self._found.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _take(self, person: Person) -> None:
        self.show_person(person)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit()

    def _take_first(self) -> None:
        found = matching(self._people, self.line.words()) if self.line.words() else []
        if self._person is not None or not self.line.words():
            self.picked.emit()
        elif found:
            self._take(found[0])
        else:
            self._add_and_take()

    def _add(self) -> None:
        self._person = add_person(self._database, self.line.words())
        self._clear()

    def _add_and_take(self) -> None:
        self._add()
        self.picked.emit()

    def _clear(self) -> None:
        emptied(self._found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along those who were found, and back to the line."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        order: list[QWidget] = [self.line, *(link for link in self.findChildren(Link) if link.isVisible())]
        at = next((place for place, widget in enumerate(order) if widget.hasFocus()), 0)
        order[max(0, min(at + by, len(order) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
