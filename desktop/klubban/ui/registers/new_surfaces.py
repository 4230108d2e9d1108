"""What is added to the registers: a body, with what each kind of body means; a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from klubban.domain.body import Person
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.i18n import N_, _
from klubban.operations.bodies import add_body
from klubban.operations.people import add_person
from klubban.ui.meeting.surface import Surface
from klubban.ui.registers import words
from klubban.ui.registers.body_facts import read_number
from klubban.ui.registers.form import Form, FormLine
from klubban.ui.registers.sheet import alike
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.options import Options

if TYPE_CHECKING:
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Registers


class NewBody(Surface):
    """Asks what a body is called and of which kind it is; the rest is written on its page."""

    added = Signal(int)
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database) -> None:
        super().__init__(_("New body"))
        self._database = database
        self._kind: BodyKind | None = None
        self._add_words()
        self.form = Form(_("New body"), _("Add the body"), self._act)
        self.form.add_line("name", _("Name"), hint=_("the committee, council or group"))
        self.form.add_line("short", _("Abbreviation"), hint=_("if it has one"))
        seats = self.form.add_line("seats", _("Number of seats"), hint=_("if it is settled"))
        kinds = [(kind, words.kind(kind), words.kind_means(kind)) for kind in BodyKind]
        self.kinds = Options(_("Kind of body"), kinds, None)
        self.kinds.chosen.connect(self._choose)
        self.form.add(_("Kind of body"), self.kinds, focus=self.kinds.buttons[0])
        self.form.left.connect(self.left)
        self.form.failed.connect(self.failed)
        self.add(self.form)
        self.end()
        seats.setAccessibleDescription(_("How many members the body has"))

    def _add_words(self) -> None:
        told = _("The kind chooses the rules to begin with; each of them can be changed for the body.")
        note = Text(told, wrap=True)
        note.setContentsMargins(0, 0, 0, 12)
        self.add(note)

    def enter(self) -> None:
        """Give the keyboard to the name."""
        self.form.enter()

    def _choose(self, kind: BodyKind) -> None:
        self._kind = kind
        if self.form.words("name"):
            self.form.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _act(self) -> None:
        if self._kind is None:
            raise RuleBroken(N_("Choose a kind; it says which rules the body begins with"))
        made = add_body(
            self._database,
            self.form.words("name"),
            self._kind,
            short=self.form.words("short") or None,
            seats=read_number(self.form.words("seats")),
        )
        self.added.emit(made)


class NewPerson(Surface):
    """Asks who it is; whoever has the same name is pointed out."""

    added = Signal(int)
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, registers: Registers) -> None:
        super().__init__(_("Add a person"))
        self._database, self._registers = database, registers
        self.form = Form(_("Add a person"), _("Add to the register"), self._act)
        name = self.form.add_line("name", _("Name"))
        name.edited.connect(lambda: self._look(name))
        self.form.add_line("party", _("Party"), hint=_("if they have one"))
        self.form.add_line("organisation", _("Organisation"))
        self.form.add_line("title", _("Title or office"))
        self._alike = Text("", "small", QUIET, wrap=True)
        self._alike.setContentsMargins(0, 10, 0, 0)
        self.form.left.connect(self.left)
        self.form.failed.connect(self.failed)
        self.add(self.form)
        self.add(self._alike)
        self.end()

    def enter(self) -> None:
        """Give the keyboard to the name."""
        self.form.enter()

    def _look(self, name: FormLine) -> None:
        typed = Person(id=0, key="", name=name.words())
        found = alike(self._registers.people, typed) if typed.name else []
        names = words.enumerated([words.person_line(each) for each in found])
        self._alike.setText(_("In the register already: {names}.").format(names=names) if found else "")

    def _act(self) -> None:
        facts = {name: self.form.words(name) or None for name in ("party", "organisation", "title")}
        self.added.emit(add_person(self._database, self.form.words("name"), **facts))


class EmptyRegisters(Surface):
    """Says what to do when there is neither a body nor a person."""

    def __init__(self, buttons: list[QWidget]) -> None:
        super().__init__(_("Bodies and people"))
        self.add(Text(_("No bodies yet"), "title"))
        told = Text(
            _("Begin with a body: the committee, council or group whose meetings you keep the minutes of."),
            wrap=True,
        )
        told.setContentsMargins(0, 4, 0, 16)
        self.add(told)
        for button in buttons:
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.end()

    def enter(self) -> None:
        """Give the keyboard to the first button."""
        self.focusNextChild()
