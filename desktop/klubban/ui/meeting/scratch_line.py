"""The scratch line of an item: what there is no time to sort is noted with the time, and waits there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, current
from klubban.operations import scratch
from klubban.store import minutes
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.autosave import Autosave
from klubban.ui.meeting.part_keys import SCRATCH
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.editors import ENTER, LineEditor
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.decided import Scratch
    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database

_TIME = 48


class _Line(LineEditor):
    """A line whose Enter notes it and whose Escape goes back."""

    entered = Signal()
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, note or go back."""
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class ScratchLine(Column):
    """The lines that wait, and one to be typed in; what is typed is saved before it is entered."""

    saved = Signal()
    failed = Signal(Exception)
    asks = Signal(QWidget)
    assignment_asked = Signal(int, str)
    """A line is to become an assignment, by its id and words."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        super().__init__()
        self._database, self._meeting, self._item = database, meeting.id, item.id
        self._locked = database.read_only or meeting.is_fixed(item)
        self._typing: int | None = None
        self._came_from: QWidget | None = None
        self._shown: tuple[Scratch, ...] = ()
        self._rows, self._line = Column(), _Line(_("Scratch line"), "item")
        self._line.setPlaceholderText(_("What there is no time to sort; Enter notes it with the time"))
        content = Column()
        content.column.setSpacing(4)
        content.column.addWidget(self._rows)
        content.column.addWidget(self._line)
        self.column.addWidget(Section(_("Scratch"), content, key=SCRATCH))
        self._autosave = Autosave(self._save, parent=self)
        self._autosave.saved.connect(self.saved)
        self._autosave.failed.connect(self.failed)
        self._line.edited.connect(self._autosave.touch)
        self._line.left.connect(self._autosave.flush)
        self._line.entered.connect(self._enter)
        self._line.done.connect(self._go_back)
        self._line.setHidden(self._locked)
        self.take()

    # --- what the surface asks

    @property
    def editor(self) -> LineEditor:
        """Return what is typed in."""
        return self._line

    @property
    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is here."""
        at = QApplication.focusWidget()
        return at is not None and self.isAncestorOf(at)

    def enter(self) -> None:
        """Take the keyboard, until Escape gives it back."""
        self._came_from = QApplication.focusWidget()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asks.emit(self)

    def take(self) -> None:
        """Show the lines that wait; the one that is being typed stands in the line."""
        with self._database.read() as read:
            found = minutes.scratches(read, self._meeting).get(self._item, ())
        if self._typing is not None and all(each.id != self._typing for each in found):
            self._typing = None  # undo took it away
            self._line.show_words("")
        waits = tuple(each for each in found if not each.done and each.id != self._typing)
        hidden = self._locked and not waits
        if hidden != self.isHidden() and (hidden or self.parentWidget() is not None):
            self.setHidden(hidden)  # without a parent it would be a window of its own
        if waits != self._shown:
            self._shown = waits
            self._show()

    def flush(self) -> bool:
        """Save what is typed and was not entered."""
        return self._autosave.flush()

    # --- what is shown

    def _show(self) -> None:
        held = self._rows.isAncestorOf(QApplication.focusWidget() or self)
        emptied(self._rows.column)
        for each in self._shown:
            self._rows.column.addWidget(self._row(each))
        self._rows.setVisible(bool(self._shown))
        if held:
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, each: Scratch) -> QWidget:
        """Return one line with its time, and what can be done with it."""
        whole, row = QWidget(), QHBoxLayout()
        spaced(row, gap=4)
        at = Text(current().time(each.at) if each.at else "", "small", QUIET)
        at.setFixedWidth(_TIME)
        at.setContentsMargins(0, 3, 0, 0)
        words = Text(each.text, "item", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(at, 0, TOP)
        row.addWidget(words, 1)
        if not self._database.read_only:
            acts = [(_("Sorted in"), self._sort), (_("Change"), self._change)]
            if not self._locked:
                acts.insert(0, (_("Make it an assignment"), self._assign))
            for label, act in acts:
                link = Link(label)
                link.setAccessibleName(f"{label}: {each.text}")
                link.clicked.connect(partial(act, each))
                row.addWidget(link, 0, TOP)
        whole.setLayout(row)
        return whole

    # --- what is done

    def _save(self, run: str) -> None:
        words = self._line.words()
        if self._typing is not None and words:
            scratch.change_scratch(self._database, self._typing, words, run=run)
        elif self._typing is not None:
            scratch.remove_scratch(self._database, self._typing)
            self._typing = None
        elif words:
            moment = clock.now().time().replace(second=0, microsecond=0)
            self._typing = scratch.add_scratch(self._database, self._item, words, moment)

    def _enter(self) -> None:
        """Put the line with those that wait, and be ready for the next."""
        if self._autosave.flush():
            self._autosave.end_run()
            self._typing = None
            self._line.show_words("")
            self.take()

    def _go_back(self) -> None:
        self._enter()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort(self, each: Scratch) -> None:
        self._do(partial(scratch.set_done, self._database, each.id, True))

    def _assign(self, each: Scratch) -> None:
        self.assignment_asked.emit(each.id, each.text)

    def _change(self, each: Scratch) -> None:
        """Take a line back into the line that is typed in."""
        self._enter()
        self._typing = each.id
        self._line.show_words(each.text)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.take()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except (RuleBroken, Trouble) as error:
            self.failed.emit(error)
            return
        self.saved.emit()
