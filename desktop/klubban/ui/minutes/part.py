"""What every part recorded at the table shares: its label, its room, when it stands on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from shiboken6 import isValid

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.minutes.people import People
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import TOP, Pill, Text, spaced
from klubban.ui.widgets.section import LABEL_WIDTH, Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime, time

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database


class MinutesPart(Column):
    """What is recorded stands in `_told`; `below` has room for a text that is written out of it."""

    saved = Signal()
    failed = Signal(Exception)
    asks = Signal(QWidget)
    typed = Signal()
    changed = Signal()
    """The part came or went."""
    keys = Signal(str)
    """What the keys do where the keyboard is now; nothing where it is elsewhere."""
    can_begin = True
    """It is offered on the line of what is empty."""
    inset = 0

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__()
        self.label = label
        self._database, self._clock = database, clock
        self._meeting: Meeting | None = None
        self._item: Item | None = None
        self._kept = self._begun = False
        self._people: People | None = None
        self._from: QWidget | None = None
        content = Column()
        self._told, self.below = Column(), Column()
        content.column.addWidget(self._told)
        content.column.addWidget(self._note_row())
        content.column.addWidget(self.below)
        self.section = Section(label, content, self.inset)
        self.section.installEventFilter(self)
        self.column.addWidget(self.section)
        self.hide()

    def _note_row(self) -> QWidget:
        """Return the room for a sentence about what could not be done."""
        self._note_place, row = QWidget(), QHBoxLayout()
        self._note = Text("", "small", wrap=True)
        spaced(row, (self.inset, 4, 0, 0), 8)
        row.addWidget(Pill(_("Not done"), "late"), 0, TOP)
        row.addWidget(self._note, 1)
        self._note_place.setLayout(row)
        self._note_place.hide()
        return self._note_place

    # --- what the desk asks

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show what the store holds now."""
        other = self._item is None or self._item.id != item.id
        self._meeting, self._item, self._people = meeting, item, None
        if other:
            self._begun = False
            self._forget()
        self._show()
        self._fit()

    def enter(self) -> None:
        """Take the keyboard where the next thing is noted."""

    def flush(self) -> bool:
        """Save what is typed half; tell whether nothing is left."""
        return True

    def keep(self, *, there: bool) -> None:
        """Stand on the page although nothing is recorded, or no longer."""
        self._kept = there
        self._fit()

    def name_key(self, key: str) -> None:
        """Name the key that leads here."""
        self.section.name_key(key)

    @property
    def holds_keyboard(self) -> bool:
        """Tell whether the keyboard is in this part."""
        held = QApplication.focusWidget()
        return held is not None and self.isAncestorOf(held)

    # --- what a part does in its own way

    def _show(self) -> None:
        """Show what the item has."""

    def _forget(self) -> None:
        """Forget what was typed about another item."""

    @property
    def _holds(self) -> bool:
        """Tell whether anything is recorded."""
        return False

    # --- what parts share

    @property
    def locked(self) -> bool:
        """Tell whether nothing can be noted: the file is somebody else's, or the item verified."""
        if self._database.read_only or self._meeting is None or self._item is None:
            return True
        return self._meeting.is_fixed(self._item)

    @property
    def meeting(self) -> Meeting:
        """Return the meeting that is shown; nothing is asked of a part before one is."""
        assert self._meeting is not None  # noqa: S101 - as the docstring says
        return self._meeting

    @property
    def item(self) -> Item:
        """Return the item that is shown; nothing is asked of a part before one is."""
        assert self._item is not None  # noqa: S101 - as the docstring says
        return self._item

    @property
    def _now(self) -> time:
        """Return what the clock says, in minutes."""
        return self._clock().time().replace(second=0, microsecond=0, tzinfo=None)

    @property
    def people(self) -> People:
        """Return who is offered; found once for each state of the meeting."""
        if self._people is None:
            self._people = People.of(self.meeting, self.item)
        return self._people

    def _call(self, label: str) -> None:
        """Let the label be another word."""
        text = self.section.findChild(Text)
        if text is not None and text.text() != label:
            text.setText(label)

    def _fit(self) -> None:
        """Stand on the page as long as there is something, or something is asked."""
        there = self._holds or self._kept or self._begun
        if there == self.isHidden():
            self.setVisible(there)
            self.changed.emit()

    def _remember(self) -> None:
        """Note where the keyboard was before it came here."""
        held = QApplication.focusWidget()
        if held is not None and not self.isAncestorOf(held):
            self._from = held

    def _go_back(self) -> None:
        """Give the keyboard back to where it was, where nothing is left to hold it here."""
        if self._from is not None and isValid(self._from) and self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self._begun = True
        self._fit()

    def _end(self) -> None:
        self._begun = False
        self._fit()

    def _do(self, act: Callable[[], object]) -> bool:
        """Do something; say why it cannot be done, and tell whether it was."""
        self._say("")
        try:
            act()
        except RuleBroken as broken:
            self._say(sentence(broken))
        except LookupError:  # undo took it away meanwhile
            return False
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()
            return True
        return False

    def _go(self, rows: Sequence[QWidget]) -> None:
        """Give the keyboard to the first of some rows, if there is one."""
        for row in rows[:1]:
            row.show()  # what a layout was given a moment ago is not there yet, and takes no keyboard
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.asks.emit(row)

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note_place.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the label begin what its key begins."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and event.position().x() < LABEL_WIDTH - self.inset
        ):
            self.enter()
        return super().eventFilter(watched, event)
