"""The line at the list's end for somebody who is not on the roll: a name and Enter, or more with Tab."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from klubban.domain.roll import OnRollAs
from klubban.i18n import _, pgettext
from klubban.ui.roll import words
from klubban.ui.theme import font
from klubban.ui.widgets.basics import QUIET, Rule, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout
from klubban.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_NAME = re.compile(r"(?P<name>.+?)\s*\((?P<party>[^()]+)\)\s*")
_ROLES = (
    OnRollAs.OTHER,
    OnRollAs.OFFICIAL,
    OnRollAs.GUEST,
    OnRollAs.CO_OPTED,
    OnRollAs.ALTERNATE,
    OnRollAs.MEMBER,
)


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What was typed of somebody."""

    name: str
    role: OnRollAs = OnRollAs.OTHER
    party: str | None = None
    title: str | None = None
    represents: str | None = None


def split_name(typed: str) -> tuple[str, str | None]:
    """Return the name and the party of `Tor Blom (S)`."""
    found = _NAME.fullmatch(typed.strip())
    return (found["name"], found["party"].strip()) if found else (typed.strip(), None)


class NewPersonLine(QWidget):
    """Asks for a name; capacity, title and party or organisation beside, for those who want them."""

    entered = Signal(object)
    """A NewPerson."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("New person"))
        self._name = Entry(_("Name"), _("Name of the new person, then Enter"))
        self._title = Entry(pgettext("person", "Title"), pgettext("person", "Title"))
        self._from = Entry(_("Party or organisation"), _("Party or organisation"))
        self._roles = [QRadioButton(words.capital(words.role(role) or _("member"))) for role in _ROLES]
        column, more, lines = QVBoxLayout(self), QWidget(), QHBoxLayout()
        spaced(column, (8, 8, 0, 8), 8)
        column.addWidget(Rule())
        column.addWidget(self._name)
        flow = FlowLayout(more, gap=10)
        for button in self._roles:
            button.setFont(font("item"))
            flow.addWidget(button)
        column.addWidget(more)
        spaced(lines, gap=8)
        lines.addWidget(self._title, 1)
        lines.addWidget(self._from, 1)
        column.addLayout(lines)
        hint = _("Enter puts the person on the roll from the item in hand; Esc leaves.")
        column.addWidget(Text(hint, "small", QUIET, wrap=True))
        for entry in (self._name, self._title, self._from):
            entry.entered.connect(self._enter)
        self.clear()

    def clear(self) -> None:
        """Forget what was typed."""
        for entry in (self._name, self._title, self._from):
            entry.show_words("")
        self._roles[0].setChecked(True)

    def enter(self) -> None:
        """Take the keyboard."""
        self._name.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter on a capacity put the person on the roll too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def _enter(self, _typed: str = "") -> None:
        name, party = split_name(self._name.words())
        if not name:
            return
        role = next(role for role, button in zip(_ROLES, self._roles, strict=True) if button.isChecked())
        belongs = self._from.words() or None
        elected = role in (OnRollAs.MEMBER, OnRollAs.ALTERNATE)
        self.entered.emit(
            NewPerson(
                name,
                role,
                party or (belongs if elected else None),
                self._title.words() or None,
                None if elected and not party else belongs,
            )
        )
