"""How a body likes its paragraphs: the order and headings of the parts, votes, and points."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.habits import CUSTOM
from klubban.i18n import _
from klubban.operations.habits import set_habits
from klubban.store.trouble import Trouble
from klubban.ui.registers import habit_words
from klubban.ui.registers.body_lines import Chosen
from klubban.ui.registers.form import Form
from klubban.ui.registers.moving import Way, step_of
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from klubban.domain.body import Body
    from klubban.domain.habits import Habits, Part
    from klubban.store.database import Database


class HabitsPart(QWidget):
    """Each habit is a sentence with the way to change it; the order opens as a list that keys move."""

    failed = Signal(Exception)

    def __init__(self, database: Database, body: Body) -> None:
        super().__init__()
        self._database, self._body = database, body
        locked = database.read_only
        self.parts = PartOrder(database, body)
        self.parts.changed.connect(self._set)
        self.votes = Chosen(_("How votes are told"), self._votes, locked=locked)
        self.votes.chosen.connect(lambda value: self._choose(self.votes, votes=value))
        self.points = Chosen(_("How points are set"), self._points, locked=locked)
        self.points.chosen.connect(lambda value: self._choose(self.points, points=value))
        self.apart = Chosen(_("Individual matters"), self._apart, locked=locked)
        self.apart.chosen.connect(lambda value: self._choose(self.apart, individual_apart=value))
        content, column, whole = QWidget(), QVBoxLayout(), QVBoxLayout(self)
        spaced(column, gap=6)
        spaced(whole)
        content.setLayout(column)
        for part in (self.parts, self.votes, self.points, self.apart):
            column.addWidget(part)
        whole.addWidget(Section(_("How paragraphs are written"), content))
        self.take(body)

    def take(self, body: Body) -> None:
        """Show the habits as they are now."""
        self._body = body
        habits = body.habits
        wanted = body.rules.protocol or habits != CUSTOM
        if self.parentWidget() is not None or not wanted:  # before, it would be a window of its own
            self.setVisible(wanted)
        self.parts.take(body)
        for shown, options, now in (
            (self.votes, habit_words.votes(), habits.votes),
            (self.points, habit_words.points(), habits.points),
            (self.apart, habit_words.apart(), habits.individual_apart),
        ):
            _value, says, follows = next(each for each in options if each[0] == now)
            shown.say(says, follows)

    def _votes(self) -> tuple[list[tuple[object, str, str]], object]:
        return habit_words.votes(), self._body.habits.votes

    def _points(self) -> tuple[list[tuple[object, str, str]], object]:
        return habit_words.points(), self._body.habits.points

    def _apart(self) -> tuple[list[tuple[object, str, str]], object]:
        return habit_words.apart(), self._body.habits.individual_apart

    def _choose(self, at: Chosen, **facts: Any) -> None:
        try:
            set_habits(self._database, self._body.id, replace(self._body.habits, **facts))
        except RuleBroken as broken:
            at.complain(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            at.close_choice()

    def _set(self, habits: Habits) -> None:
        try:
            set_habits(self._database, self._body.id, habits)
        except RuleBroken as broken:
            self.parts.complain(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)


class PartOrder(QWidget):
    """The parts of a paragraph as a sentence; opened, a line for each."""

    changed = Signal(object)
    """The Habits that are wanted."""

    def __init__(self, database: Database, body: Body) -> None:
        super().__init__()
        self._database, self._body = database, body
        self._lines: dict[Part, _PartLine] = {}
        self._opened = False
        self._held: Part | None = None
        column, row = QVBoxLayout(self), QHBoxLayout()
        spaced(column)
        spaced(row, gap=8)
        self._says, self._follows = Text("", wrap=True), Text("", "small", QUIET, wrap=True)
        self.open = Link(_("Change"))
        self.open.setAccessibleName(_("Change: {rule}").format(rule=_("the order and headings of the parts")))
        self.open.clicked.connect(self._swap)
        if database.read_only:
            self.open.hide()
        row.addWidget(self._says, 1, TOP)
        row.addWidget(self.open, 0, TOP)
        column.addLayout(row)
        column.addWidget(self._follows)
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        column.addWidget(self._note)
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        spaced(self._list, (0, 8, 0, 4), 2)
        self._inner.hide()
        column.addWidget(self._inner)

    def take(self, body: Body) -> None:
        """Show the order as it is now."""
        before, self._body = self._body.habits, body
        says, follows = habit_words.order(body.habits)
        self._says.setText(says)
        self._follows.setText(follows)
        if self._opened and before != body.habits:
            self._write()

    def complain(self, words: str) -> None:
        """Say why it cannot be so."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _swap(self) -> None:
        self._opened = not self._opened
        self.open.setText(_("Close") if self._opened else _("Change"))
        self._inner.setVisible(self._opened)
        if self._opened:
            self._write()
            next(iter(self._lines.values())).way.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        held = self._held or self._at()
        self._held = None
        emptied(self._list)
        self._lines = {}
        keys = _("Alt+Shift with an arrow moves the part at which the keyboard is.")
        self._list.addWidget(Text(keys, "small", QUIET, wrap=True))
        for each in self._body.habits.order:
            line = _PartLine(habit_words.part(each), self._body.habits.titles.get(each, ""))
            line.way.clicked.connect(partial(self._ask, each))
            self._lines[each] = line
            self._list.addWidget(line)
        if self._body.habits.order != CUSTOM.order or self._body.habits.titles:
            back = Link(_("As most do"), "item", flush=True)
            back.clicked.connect(self._restore)
            self._list.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        if held in self._lines:
            self._lines[held].show()  # now: Qt does it later, and what is not shown takes no keys
            self._lines[held].way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self) -> Part | None:
        return next((part for part, line in self._lines.items() if line.way.hasFocus()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the part at which the keyboard is; Esc closes the list."""
        step, held = step_of(event), self._at()
        if step is not None and held is not None:
            self._move(held, step)
        elif event.key() == Qt.Key.Key_Escape and self._opened:
            self._swap()
        else:
            super().keyPressEvent(event)

    def _move(self, held: Part, step: int) -> None:
        order = list(self._body.habits.order)
        place = order.index(held)
        if 0 <= place + step < len(order):
            order[place], order[place + step] = order[place + step], order[place]
            self._held = held
            self.complain("")
            self.changed.emit(replace(self._body.habits, order=tuple(order)))

    def _ask(self, of: Part, *_checked: bool) -> None:
        """Ask for the heading of a part."""
        for open_ in self.findChildren(Form):
            _close(open_)
        form = Form(habit_words.part(of), _("Save"), lambda: self._entitle(of, form.words("title")))
        form.add_line("title", _("Heading"), self._body.habits.titles.get(of, ""), habit_words.part(of))
        form.left.connect(lambda: self._leave(form, of))
        form.done.connect(lambda: _close(form))
        self._list.insertWidget(self._list.indexOf(self._lines[of]) + 1, form)
        form.show()
        form.enter()

    def _entitle(self, of: Part, words: str) -> None:
        titles = {part: title for part, title in self._body.habits.titles.items() if part is not of}
        self._held = of
        self.complain("")
        self.changed.emit(replace(self._body.habits, titles={**titles, of: words} if words else titles))

    def _leave(self, form: Form, of: Part) -> None:
        _close(form)
        self._lines[of].way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        self.changed.emit(replace(self._body.habits, order=CUSTOM.order, titles={}))


class _PartLine(QWidget):
    """One part: its name, its own heading beside, and the way to another."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, gap=8)
        row.addWidget(Text(title or name), 0)
        row.addWidget(Text(name if title else "", "small", QUIET), 1)
        self.way = Way(_("Heading"))
        self.way.setAccessibleName(_("Change the heading of {part}").format(part=title or name))
        row.addWidget(self.way)


def _close(form: Form) -> None:
    form.hide()
    form.deleteLater()
