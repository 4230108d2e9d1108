"""The roll call: header, everybody in one list, the panel that asks, and the keys at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import _
from klubban.operations import roll_call
from klubban.store.trouble import Trouble
from klubban.ui.clock import today
from klubban.ui.meeting import words as meeting_words
from klubban.ui.roll import keys, panel, rows, words
from klubban.ui.roll.answers import Answers
from klubban.ui.roll.column_head import ColumnHead
from klubban.ui.roll.keys import Act
from klubban.ui.roll.legend import Legend
from klubban.ui.roll.new_person import NewPersonLine
from klubban.ui.roll.noting import Noting
from klubban.ui.roll.panel import Panel
from klubban.ui.roll.people_list import PeopleList
from klubban.ui.roll.sheet import sheet
from klubban.ui.roll.standing import standing
from klubban.ui.widgets.basics import QUIET, ROLE, Ground, Rule, Short, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.roll import RollLine
    from klubban.store.database import Changed, Database
    from klubban.ui.roll.sheet import Sheet

_TIGHT = 900
"""A page narrower than this has a narrow panel."""


class RollPage(QWidget):
    """Shows the roll of one meeting, at one item."""

    desk_asked = Signal()
    export_asked = Signal(str)
    """"roll" or "attendance"."""
    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, clock: Callable[[], date] = today) -> None:
        super().__init__()
        self.database, self.clock = database, clock
        self._changes = self._shown = 0
        self.destroyed.connect(database.listen(self._hear))
        self._sheet: Sheet | None = None
        self._place = 0
        self.list = PeopleList()
        self.panel = Panel()
        self.new = NewPersonLine()
        self.foot = KeyFoot(_("Keys"))
        self._head, self._legend = ColumnHead(self.list), Legend()
        self._build()
        self.answers, self.noting = Answers(self), Noting(self)
        self.list.moved.connect(self._moved)
        self.new.entered.connect(self.answers.add)
        self.new.left.connect(self.back)
        self.panel.begin.clicked.connect(self.begin)

    def _build(self) -> None:
        self._below = Short("", "body", QUIET)
        self._printing = Button("")
        self._printing.clicked.connect(lambda: self.export_asked.emit("attendance" if self._held else "roll"))
        self._desk = Button(_("Back to the minutes"), chief=True)
        self._desk.setToolTip("F9")
        self._desk.clicked.connect(self.desk_asked)
        self._header = Header(self._below, QWidget(), [self._printing, self._desk])
        surface, body = Ground(ROLE.Base), QWidget()
        across, inner, column = QHBoxLayout(body), QVBoxLayout(surface), QVBoxLayout(self)
        spaced(across)
        spaced(inner, (14, 4, 6, 4))
        spaced(column)
        inner.addWidget(self._head)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._legend)
        inner.addWidget(self.new)
        self.new.hide()
        across.addWidget(surface, 1)
        across.addWidget(Rule(upright=True))
        across.addWidget(self.panel)
        for widget in (self._header, Rule(), body, Rule(), self.foot):
            column.addWidget(widget, 1 if widget is body else 0)

    # --- what is shown

    @property
    def meeting_id(self) -> int | None:
        """Return the meeting that is shown."""
        return self._sheet.meeting.id if self._sheet else None

    @property
    def item_id(self) -> int | None:
        """Return the item in hand."""
        item = self._sheet.item(self._place) if self._sheet else None
        return item.id if item else None

    @property
    def sheet(self) -> Sheet:
        """Return the state that is shown; raises LookupError before a meeting is."""
        if self._sheet is None:
            raise LookupError
        return self._sheet

    @property
    def place(self) -> int:
        """Return the place of the item in hand."""
        return self._place

    @property
    def _begun(self) -> bool:
        return self._sheet is not None and self._sheet.begun

    @property
    def _held(self) -> bool:
        """Tell whether the meeting is over, so that a list of who was there is wanted."""
        before = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)
        return self._sheet is not None and self._sheet.meeting.stage not in before

    @property
    def _locked(self) -> bool:
        return self.database.read_only or (self._sheet is not None and self._sheet.meeting.verified)

    def show_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        """Show the roll of a meeting, at an item; else at the first that is not dealt with."""
        other = meeting_id != self.meeting_id
        if other:
            self.flush()
        try:
            self._sheet = self._read(meeting_id)
        except LookupError:  # undo took it away
            return
        if other:
            self.answers.close()
            self.noting.clear()
            self.new.clear()
            self.new.hide()
            self.foot.say("")
        if other or item_id is not None:
            self._place = self._sheet.first_place(item_id)
        self._show()
        if other:
            self.list.to_top()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> None:
        """Read the roll again; the row and the item in hand stay, and what is being typed."""
        if self._sheet is None or self._shown == self._changes:
            return  # its own changes are shown already
        item_id, before = self.item_id, self._sheet.begun
        try:
            self._sheet = self._read(self._sheet.meeting.id)
        except LookupError:
            return
        self._place = self._sheet.first_place(item_id)
        if self._sheet.begun != before:
            self.answers.close()
        self._show()

    def _read(self, meeting_id: int) -> Sheet:
        self._shown = self._changes
        return sheet(self.database, meeting_id)

    def _hear(self, _changed: Changed) -> None:
        self._changes += 1

    def _show(self) -> None:
        """Show a state."""
        if self._sheet is None:
            return
        self._header.title.setText(_("Roll and attendance"))
        self._printing.setText(_("Export the attendance list") if self._held else _("Export the roll"))
        names = keys.names(begun=self._begun, readable_only=self._locked)
        self.foot.show_keys(names)
        self._show_place()

    def _show_place(self) -> None:
        """Show how all stand at the item in hand."""
        held = self._sheet
        if held is None:
            return
        item = held.item(self._place)
        parts = [meeting_words.stage(held.meeting.stage)]
        if item is not None:
            parts.append(" ".join((words.sign(held, self._place), item.title)))
        title = meeting_words.title(held.meeting, self.clock())
        self._below.setText(f"{title} \N{MIDDLE DOT} {', '.join(parts)}")
        signs = [words.sign(held, place) for place in range(held.places)]
        self._head.show_place(signs if held.meeting.items and held.begun else (), self._place)
        self._legend.setVisible(bool(held.meeting.items) and held.begun)
        self.list.show_rows(rows.rows(held, self._place))
        begun = held.begun
        self._desk.make_chief(chief=begun or self._locked)  # a page has one
        self.panel.show_standing(
            standing(held, self._place) if begun else None,
            words.note(held, locked=self._locked),
            begin=not begun and not self._locked,
        )
        self.noting.refresh()
        self.answers.refresh()

    def _moved(self) -> None:
        """Take another row in hand: what was asked about the one before is no longer."""
        self.foot.say("")
        if self._sheet is not None:
            self.answers.close()
            self.answers.refresh()

    # --- who is in hand

    def lines(self) -> list[RollLine]:
        """Return those who are chosen, each once."""
        ids = dict.fromkeys(row.line for row in self.list.chosen())
        return [self.sheet.lines[id_] for id_ in ids if id_ is not None and id_ in self.sheet.lines]

    def people(self) -> list[RollLine]:
        """Return those who are chosen, without vacant seats."""
        return [line for line in self.lines() if line.who is not None]

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for; a line with the caret has taken its letters before."""
        key = plain_key(event)
        act = None if key is None else keys.act_of(key)
        if act is None or self._sheet is None:
            super().keyPressEvent(event)
            return
        self.foot.say("")
        if not keys.works(act, begun=self._begun, readable_only=self._locked):
            self.foot.say(
                words.note(self._sheet, locked=True)
                if self._locked
                else _("Begin the roll call first: Enter.")
            )
            return
        self._act(act)

    def _act(self, act: Act) -> None:
        steps: dict[Act, Callable[[], object]] = {
            Act.EARLIER: lambda: self.step(-1),
            Act.LATER: lambda: self.step(1),
            Act.ENTER: self.answers.enter if self._begun else self.begin,
            Act.BACK: self.back,
            Act.NEW: self._ask_new,
        }
        step = steps.get(act)
        if step is not None:
            step()
        elif self.lines() or act is Act.ALL:
            self.answers.act(act)

    def step(self, by: int) -> None:
        """Take the next item in hand, or the one before."""
        wanted = min(max(self._place + by, 0), self.sheet.places - 1)
        if wanted != self._place:
            self._place = wanted
            self.answers.close()
            self._show_place()

    def begin(self) -> None:
        """Begin the roll call."""
        if self._sheet is None or self._begun:
            return
        meeting_id = self._sheet.meeting.id
        if self.do(lambda: roll_call.begin_roll(self.database, meeting_id)):
            self.list.to_top()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_new(self) -> None:
        self.new.show()
        self.new.enter()

    def back(self) -> None:
        """Leave the panel, or the line for a new person, for the list."""
        self.new.hide()
        self.answers.give_up()
        self.answers.refresh()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- changes

    def do(self, act: Callable[[], object]) -> bool:
        """Change the roll and show it; say calmly why it could not be."""
        try:
            act()
        except RuleBroken as error:
            self.reload()
            self.foot.say(_(error.template).format(**error.facts))
            return False
        except Trouble as trouble:
            self.foot.say(" ".join(_(told).format(**trouble.facts) for told in trouble.sentences))
            self.failed.emit(trouble)
            return False
        self.foot.say("")
        self.saved.emit()
        self.reload()
        return True

    def flush(self) -> bool:
        """Save what is not saved; what is not entered yet stays where it is typed."""
        return self.noting.flush()

    def focus_in(self, part: QWidget | None) -> bool:
        """Tell whether the keyboard is in a part."""
        now = QApplication.focusWidget()
        return part is not None and now is not None and (part is now or part.isAncestorOf(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the panel gives way first."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(panel.WIDE if self.width() >= _TIGHT else panel.LEAST)
