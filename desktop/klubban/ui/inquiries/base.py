"""What the pages of an inquiry and of a received referral have in common: a state, a form, and acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.planning.parts import Said
from klubban.ui.registers.surface import RegisterSurface, sentence
from klubban.ui.widgets.act_line import ActLine
from klubban.ui.widgets.basics import emptied
from klubban.ui.widgets.form_slot import FormSlot
from klubban.ui.widgets.section import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.store.database import Database
    from klubban.ui.inquiries.book import Book
    from klubban.ui.registers.form import Form
    from klubban.ui.theme import Tone
    from klubban.ui.widgets.act_line import Act


class ThingSurface(RegisterSurface["Book"]):
    """Shows one thing, whose texts are edited in place."""

    meeting_asked = Signal(int, object)
    acted = Signal()
    """Something else than a text was changed."""

    def __init__(self, name: str, database: Database, book: Book) -> None:
        super().__init__(name, locked=database.read_only)
        self._database, self._book = database, book
        self.slot: FormSlot[Form] = FormSlot(4, 12, empty=0)
        self._state, self._acts = Column(), Column()

    def take(self, book: Book) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._book = book
        self.take_fields(book)
        self.show_derived()

    def show_derived(self) -> None:
        """Show what follows from what is known."""
        raise NotImplementedError

    def show_state(self, lines: Sequence[tuple[str, Tone, str]]) -> None:
        """Say below the title how it stands."""
        emptied(self._state.column)
        said = Said(lines)
        said.setContentsMargins(0, 8, 0, 12)
        self._state.column.addWidget(said)
        said.show()

    def show_acts(self, acts: Sequence[Act]) -> None:
        """Show what can be done, as words in a line."""
        emptied(self._acts.column)
        line = ActLine(acts)
        line.setContentsMargins(0, 0, 0, 14)
        self._acts.column.addWidget(line)
        line.setVisible(bool(acts))

    def do(self, act: Callable[[], object]) -> bool:
        """Do something once what is typed is saved; why a rule refuses it stands at the top."""
        if not self.flush():
            return False
        try:
            act()
        except RuleBroken as broken:
            self.tell(sentence(broken))
            return False
        except Trouble as trouble:
            self.failed.emit(trouble)
            return False
        self.acted.emit()
        return True

    def tell(self, told: str) -> None:
        """Say below the title why something was not done."""
        refused = Said(((_("Not done"), "late", told),))
        refused.setContentsMargins(0, 0, 0, 12)
        self._state.column.addWidget(refused)
        refused.show()
        self.verticalScrollBar().setValue(0)
