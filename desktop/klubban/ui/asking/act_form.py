"""A form whose lines each say what is wrong with them, beside themselves; names and bodies are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.store.trouble import Trouble
from klubban.ui.minutes.cells import ChoiceCell, LineCell, NamesCell
from klubban.ui.minutes.due import read_due
from klubban.ui.minutes.people import People
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Noted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.domain.body import Body
    from klubban.ui.minutes.cells import Cell

_ABOUT = {
    "The day is {day}, but the assignment was given on {given}; give a day from then on": "day",
    "Done by {due} is before the assignment was given, on {given}; give a later day": "due",
    "The meeting was on {date}; nothing given at it was due before": "due",
    "Say what the assignment is": "text",
    "Say what was answered": "text",
    "Say why: the reason is kept with the assignment": "reason",
}
"""The line that a rule of the operations is about."""


class Wrong(Exception):
    """A line says nothing that can be used."""

    def __init__(self, field: str, error: RuleBroken) -> None:
        super().__init__(field)
        self.field, self.error = field, error


class Offering(QWidget):
    """A cell with what it offers below it, as words to press."""

    def __init__(self, cell: Cell[Any]) -> None:
        super().__init__()
        self.cell = cell
        column, below = QVBoxLayout(self), QWidget()
        spaced(column)
        column.addWidget(cell)
        self._flow = FlowLayout(below)
        column.addWidget(below)
        cell.edited.connect(self._offer)
        cell.came.connect(self._offer)
        cell.left.connect(self._clear)

    def _offer(self) -> None:
        self._clear()
        for words, take in self.cell.offers():
            link = Link(words)
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter takes the first; a few letters lead there
            link.clicked.connect(lambda _on=False, take=take: take())
            self._flow.addWidget(link)
            link.show()

    def _clear(self) -> None:
        emptied(self._flow)


class ActForm(Form):
    """What is done about one thing; a rule that is broken is said beside the line that it is about."""

    def __init__(self, name: str, submit: str, act: Callable[[], object], *, about: str) -> None:
        """`about` names the line beside which the rules of the act itself are said."""
        super().__init__(name, submit, act)
        self._about = about
        self._words: dict[str, LineCell] = {}
        self._names: dict[str, NamesCell] = {}
        self._choices: dict[str, ChoiceCell] = {}
        self._noted: dict[QWidget, Noted] = {}
        self.is_touched = False
        """Something was typed."""

    def add(self, label: str, content: QWidget, *, focus: QWidget | None = None) -> None:
        """Add something with room below it for what is wrong."""
        if focus is None:
            super().add(label, content)
            return
        self._noted[focus] = Noted(content)
        super().add(label, self._noted[focus], focus=focus)

    def add_words(self, name: str, label: str, words: str = "", hint: str = "") -> LineCell:
        """Add a line of words."""
        cell = LineCell(label, hint)
        cell.show_words(words)
        self._words[name] = cell
        self._add_cell(label, cell)
        return cell

    def add_names(self, name: str, label: str, hint: str, known: Sequence[Named]) -> NamesCell:
        """Add a line for somebody, of whom those are offered who are known."""
        cell = NamesCell(label, hint, parties=False)
        cell.offer(People(tuple(known)))
        self._names[name] = cell
        self._add_cell(label, cell)
        return cell

    def add_body(self, name: str, label: str, hint: str, bodies: Sequence[Body]) -> ChoiceCell:
        """Add a line for a body, by the first letters of its name."""
        return self.add_choice(name, label, hint, [(body.id, body.name) for body in bodies])

    def add_choice(self, name: str, label: str, hint: str, options: Sequence[tuple[int, str]]) -> ChoiceCell:
        """Add a line for one of some things, by its first letters; each has its id."""
        cell = ChoiceCell(label, hint, options)
        self._choices[name] = cell
        self._add_cell(label, cell)
        return cell

    def _add_cell(self, label: str, cell: Cell[Any]) -> None:
        self.add(label, Offering(cell), focus=cell.editor)
        cell.entered.connect(lambda: self._next(cell.editor))
        cell.escaped.connect(self.left)
        cell.edited.connect(self._touch)

    def add_day(self, name: str, label: str, day: date | None) -> None:
        """Add a line for a day."""
        self.add_words(name, label, written(day), _("such as 2026-12-31"))

    def has(self, name: str) -> bool:
        """Tell whether there is a line of that name."""
        return name in self._words or name in self._names or name in self._choices

    def words(self, name: str) -> str:
        """Return what stands in a line."""
        return self._words[name].words()

    def _touch(self) -> None:
        self.is_touched = True

    # --- what stands in the lines

    def needed(self, name: str, error: RuleBroken) -> str:
        """Return the words of a line that must have some."""
        words = self.words(name).strip()
        if not words:
            raise Wrong(name, error)
        return words

    def day(self, name: str) -> date:
        """Return the day of a line that must have one."""
        found = self.optional_day(name)
        if found is None:
            raise Wrong(name, RuleBroken(N_("Say on which day, such as 2026-12-31")))
        return found

    def optional_day(self, name: str) -> date | None:
        """Return the day of a line, if it has one."""
        try:
            return read_day(self.words(name))
        except RuleBroken as broken:
            raise Wrong(name, broken) from broken

    def due(self, name: str, since: date) -> date | None:
        """Return the coming day that a line says, also as `10 feb` or `2 v`; none for no words."""
        try:
            return read_due(self.words(name), since)
        except RuleBroken as broken:
            raise Wrong(name, broken) from broken

    def who(self, name: str) -> Named:
        """Return who is named: somebody known, or a name or office as it is written."""
        cell = self._names[name]
        cell.complete()
        read, typed = cell.read(), " ".join(cell.words().split())
        if not typed:
            raise Wrong(name, RuleBroken(N_("Say who: a name, an office or an organisation")))
        if len(read.people) == 1 and not read.unknown:
            return read.people[0]
        return Named(typed)

    def several(self, name: str) -> tuple[str, ...]:
        """Return the names of a line, apart by commas."""
        found = (" ".join(part.split()) for part in self._names[name].words().split(","))
        return tuple(filter(None, found))

    def body(self, name: str) -> int | None:
        """Return the id of the body that a line says, if it says one."""
        return self.choice(name)

    def choice(self, name: str) -> int | None:
        """Return the id of what a line says, if it says anything."""
        try:
            found = self._choices[name].value()
        except RuleBroken as broken:
            raise Wrong(name, broken) from broken
        return found if isinstance(found, int) else None

    def needed_body(self, name: str) -> int:
        """Return the id of the body that a line must say."""
        found = self.body(name)
        if found is None:
            raise Wrong(name, RuleBroken(N_("Say which body, by its first letters")))
        return found

    # --- doing it

    def submit(self) -> None:
        """Do it; say beside a line why it cannot be done."""
        for noted in self._noted.values():
            noted.say("")
        try:
            self._act()
        except Wrong as wrong:
            self._blame(wrong.field, wrong.error)
        except RuleBroken as broken:
            self._blame(self._about, broken)
        except LookupError:
            self._blame(self._about, RuleBroken(N_("What it is about was taken away meanwhile.")))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.done.emit()

    def _blame(self, name: str, error: RuleBroken) -> None:
        """Say what is wrong beside a line, and give it the keyboard."""
        named = _ABOUT.get(error.template, name)
        place = self._place(named if self.has(named) else name)
        self._noted[place].say(sentence(error))
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self, name: str) -> QWidget:
        if name in self._names:
            return self._names[name].editor
        return self._choices[name].editor if name in self._choices else self._words[name].editor

    def _next(self, editor: QWidget) -> None:
        if editor is self._order[-1]:
            self.submit()
        else:
            self._order[self._order.index(editor) + 1].setFocus(Qt.FocusReason.TabFocusReason)
