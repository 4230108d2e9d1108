"""A page of words with lines that take the keyboard, above which a form stands while something is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klubban.ui.asking.surface import AskingSurface
from klubban.ui.plans.part_row import Part, PartRow
from klubban.ui.widgets.basics import Text, spaced
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class PartsSurface(AskingSurface):
    """Knows which part has the keyboard, and keeps it there while the page is told anew."""

    meeting_asked = Signal(int, object)
    plan_asked = Signal(int)
    goal_asked = Signal(int)
    part_followed = Signal(object)
    part_moved = Signal(object, int)
    part_taken = Signal()
    """The keyboard came to another part, or went."""

    _shown: object

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._id, self._shown = 0, None
        self.rows: list[PartRow] = []

    @property
    def part(self) -> Part | None:
        """Return the part that has the keyboard."""
        return next((row.part for row in self.rows if row.hasFocus()), None)

    def show_nothing(self, title: str, told: str) -> None:
        """Say what belongs here, and what to do first."""
        self._shown = None
        self.clear()
        text = Text(told, wrap=True)
        text.setContentsMargins(0, 4, 0, 16)
        self.put(Text(title, "title", wrap=True), text)

    def clear(self) -> None:
        """Take away what is told."""
        self.rows = []
        super().clear()

    def fill(self, id_: int, shown: object, build: Callable[[], None]) -> None:
        """Build what is told anew where it is another; of the same thing all stays where it is."""
        if shown == self._shown:
            return
        held, part, at = QApplication.focusWidget(), self.part, self.verticalScrollBar().value()
        inside = held is not None and self.isAncestorOf(held) and self.slot.form is None
        same, self._id, self._shown = id_ == self._id, id_, shown
        self.clear()
        build()
        if inside:
            self.enter_part(part)
        self.verticalScrollBar().setValue(at if same else 0)

    def enter_part(self, part: Part | None = None) -> bool:
        """Give the keyboard to a part, or the first thing that takes it; False where nothing does."""
        same = [row for row in self.rows if part and (row.part.sort, row.part.id) == (part.sort, part.id)]
        wanted = next(iter([*same, *self.rows]), None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            self.bring_into_sight(wanted)
        return wanted is not None

    def lead_to(self, label: str, found: Sequence[tuple[str, int]], ask: Callable[[int], object]) -> None:
        """Show things that lead to themselves."""
        leads = Leads([title for title, _id in found])
        leads.chosen.connect(lambda number: ask(found[number][1]))
        self.put(Section(label, leads, INSET))

    def lines(self, found: Iterable[Part]) -> QWidget | None:
        """Return lines below each other, each of which takes the keyboard; None for none."""
        made = []
        for part in found:
            row = PartRow(part)
            row.taken.connect(lambda _part, row=row: self._tell_taken(row))
            row.left.connect(self.part_taken)
            row.followed.connect(self.part_followed)
            row.moved.connect(self.part_moved)
            made.append(row)
        if not made:
            return None
        self.rows += made
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column)
        for row in made:
            column.addWidget(row)
        return whole

    def _tell_taken(self, row: PartRow) -> None:
        self.ensureWidgetVisible(row, 0, 16)
        self.part_taken.emit()
