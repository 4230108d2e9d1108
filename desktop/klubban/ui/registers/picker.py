"""Who: a line to type a name in, and below it those in the register whose names begin so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, sort_key
from klubban.operations.people import add_person
from klubban.ui.registers.finder import Finder
from klubban.ui.registers.words import named, person_line
from klubban.ui.widgets.basics import emptied

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from klubban.domain.body import Person
    from klubban.store.database import Database


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


class PersonPicker(Finder):
    """Finds somebody by name. Enter takes the first who is found; who is not there can be added."""

    picked = Signal()

    def __init__(self, database: Database, people: Sequence[Person], label: str) -> None:
        super().__init__(label, _("Type a name"))
        self._database, self._people = database, people
        self._person: int | None = None
        self.line.edited.connect(self._search)
        self.line.entered.connect(self._take_first)

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
        self._offer_first((person_line(each), partial(self._take, each)) for each in found)
        if not any(sort_key(each.name) == sort_key(words) for each in found):
            self._offer(_("Add {name} to the register").format(name=words), self._add_and_take)

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
        emptied(self._below)
