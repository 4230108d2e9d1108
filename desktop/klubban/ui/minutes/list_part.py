"""A part of rows with a line at their end to note the next: walked, changed in place, taken away by keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.roll_call import add_to_roll
from klubban.store.trouble import Trouble
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.minutes.row import INSET, Row
from klubban.ui.registers.surface import sentence
from klubban.ui.roll.new_person import split_name
from klubban.ui.widgets.basics import emptied, spaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.store.database import Database
    from klubban.ui.minutes.cells import NamesCell
    from klubban.ui.minutes.line import Line
    from klubban.ui.theme import Tone

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Told:
    """What one row tells."""

    id: int
    who: str
    what: str
    pills: tuple[tuple[str, Tone], ...] = ()
    quiet: bool = False
    inner: bool = False
    """It belongs to the row above it."""


class ListPart(MinutesPart):
    """Its line stands at the end while something is noted, or in the place of the row that is changed."""

    inset = INSET
    reasons = False
    """What a rule refuses can be noted with a reason."""
    row_keys = ""
    """What the keys do on a row."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        whole = QWidget()
        self._rows = QVBoxLayout(whole)
        spaced(self._rows, gap=0)
        self._told.column.addWidget(whole)
        self._shown: list[Told] = []
        self._line: Line | None = None
        self._changing: int | None = None
        self._asked: str = ""
        """The unknown name that Enter adds to the roll when it is pressed again."""

    # --- what each list does in its own way

    def _tell(self) -> list[Told]:
        """Return the rows."""
        raise NotImplementedError

    def _make_line(self) -> Line:
        """Return the line to type in."""
        raise NotImplementedError

    def _fill(self, id_: int) -> None:
        """Show in the line what one row is about."""
        raise NotImplementedError

    def _write(self, id_: int | None, *, half: bool) -> None:
        """Note what is typed, of a new row or of one; `half`, before the line was entered."""
        raise NotImplementedError

    def _ready(self) -> None:
        """Put into the empty line what is there at once."""

    def _remove(self, id_: int) -> None:
        """Take a row out."""
        raise NotImplementedError

    def _move(self, id_: int, after: int | None) -> None:
        """Put a row after another, where they have an order of their own."""

    def _press(self, row: Row, event: QKeyEvent) -> bool:  # noqa: ARG002 - for those who have keys of their own
        """Do what a key of the part's own does on a row, and tell whether it did anything."""
        return False

    def _names(self) -> NamesCell | None:
        """Return the cell of names in which somebody unknown may stand."""
        return None

    # --- what the desk asks

    @property
    def _holds(self) -> bool:
        return bool(self._shown)

    @property
    def rows(self) -> list[Row]:
        """Return the rows."""
        places = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = (place.widget() for place in places if place is not None)
        return [row for row in found if isinstance(row, Row)]

    @property
    def line(self) -> Line:
        """Return the line, made when it is first needed."""
        if self._line is None:
            self._line = self._make_line()
            self._line.hide()
            self._line.entered.connect(self._enter)
            self._line.escaped.connect(self._leave)
            self._line.arrow.connect(self._from_line)
            self._line.edited.connect(self._edit)
            self._rows.addWidget(self._line)
        return self._line

    def enter(self) -> None:
        """Take the keyboard in the line at the end; on a file that is locked, at the first row."""
        if self.locked:
            self._go(self.rows[:1])
            return
        if self._changing is not None:
            self._stop_changing()
        self._begin()
        self._open(self.line)

    def flush(self) -> bool:
        """Note what is typed half."""
        if self._line is None or self._line.isHidden() or not self._typed:
            return True
        return self._note_it(half=True)

    @property
    def _typed(self) -> bool:
        """Tell whether the line holds what is not noted."""
        if self._line is None:
            return False
        return self._edited if self._changing is not None else not self._line.is_empty

    _edited = False

    def _edit(self) -> None:
        self._edited = True
        self._asked = ""
        self._line_says("")
        self.typed.emit()

    def _line_says(self, words: str, pill: str = "") -> None:
        if self._line is not None:
            self._line.say(words, pill)

    def _forget(self) -> None:
        if self._line is not None:
            self._stop_changing()
            self._line.clear()
            self._line.hide()

    # --- rows

    def _show(self) -> None:
        told = self._tell()
        if told == self._shown:
            return
        before, self._shown = [row.id for row in self.rows], told
        held = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        if self._line is not None:
            self._rows.removeWidget(self._line)
        emptied(self._rows)
        for each in told:
            row = Row(each.id, each.who, each.what, each.pills, quiet=each.quiet, inner=each.inner)
            row.setToolTip(self.row_keys)
            row.setDisabled(self.locked)
            row.clicked.connect(lambda _on=False, id_=each.id: self.change(id_))
            row.pressed_key.connect(self._press_row)
            self._rows.addWidget(row)
        self._place_line()
        if held is not None:
            self._hold(before[held], held)

    def _place_line(self) -> None:
        """Put the line in the place of the row that is changed, or at the end."""
        if self._line is None:
            return
        self._rows.removeWidget(self._line)
        changed = next((at for at, row in enumerate(self.rows) if row.id == self._changing), None)
        if changed is None:
            self._changing = None
            self._rows.addWidget(self._line)
            return
        for at, row in enumerate(self.rows):
            row.setHidden(at == changed)
        self._rows.insertWidget(changed + 1, self._line)

    def _hold(self, id_: int, place: int) -> None:
        """Give the keyboard back to a row, or to the one that took its place."""
        rows = self.rows
        same = [row for row in rows if row.id == id_]
        self._go([*same, *rows[place : place + 1], *rows[-1:]])
        if not rows and self._line is not None and not self._line.isHidden():
            self._line.enter()

    def _go(self, rows: list[Row]) -> None:
        for row in rows[:1]:
            row.show()  # what a layout was given a moment ago is not there yet, and takes no keyboard
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self.asks.emit(row)

    def _open(self, line: Line) -> None:
        line.show()
        line.enter()
        self.asks.emit(line)

    # --- typing

    def change(self, id_: int) -> None:
        """Let a row be changed in its place."""
        if self.locked or (self._typed and not self.flush()):
            return
        line = self.line
        self._changing, self._edited = id_, False
        line.clear()
        self._fill(id_)
        self._edited = False
        self._begin()
        self._place_line()
        self._open(line)

    def _stop_changing(self) -> None:
        changed, self._changing, self._edited = self._changing, None, False
        if self._line is None or changed is None:
            return
        self._line.clear()
        for row in self.rows:
            row.show()
        self._place_line()

    def _enter(self) -> None:
        if not self._typed:
            self._leave()
        elif not self._knows_all():
            return
        else:
            self._note_and_go_on()

    def _note_and_go_on(self) -> None:
        """Note the line; after a change the keyboard is at the row again, else the next can be typed."""
        changed = self._changing
        if not self._note_it(half=False):
            return
        if changed is None:
            self.line.enter()
            self.asks.emit(self.line)
        else:
            self._close(changed)

    def _close(self, near: int | None) -> None:
        """Take the empty line away; the keyboard is at a row, or at the last."""
        self.line.hide()
        self.line.clear()
        self._go([*(row for row in self.rows if row.id == near), *self.rows[-1:]])
        self._end()

    def _note_it(self, *, half: bool) -> bool:
        """Note what is typed, and make the line ready for the next; say beside it why it cannot be noted."""
        line, changed = self.line, self._changing
        try:
            self._write(changed, half=half)
        except RuleBroken as broken:
            (line.ask_why if self.reasons and not half else line.say)(sentence(broken))
            return False
        except LookupError:
            line.say(_("What it is about was taken away meanwhile."))
            return False
        except Trouble as trouble:
            self.failed.emit(trouble)
            return False
        line.clear()
        self._ready()
        self._asked, self._edited = "", False
        if changed is not None:
            self._stop_changing()
        self.saved.emit()
        return True

    def _leave(self) -> None:
        """Leave the line: a change is dropped, what is typed of a new row stays for later."""
        line, changed = self.line, self._changing
        if changed is not None:
            self._stop_changing()
        if line.is_empty:
            self._close(changed)
        else:
            self._go(self.rows[-1:])

    # --- somebody unknown

    def _knows_all(self) -> bool:
        """Ask about a name that nobody of the meeting has; the second Enter puts it on the roll."""
        cell = self._names()
        unknown = cell.read().unknown if cell is not None else ""
        if not unknown:
            return True
        if unknown != self._asked:
            self._asked = unknown
            asked = _("{name} is not on the roll. Enter again puts them there, from this item on.")
            self._line_says(asked.format(name=unknown), _("Unknown"))
            return False
        return self._put_on_roll(unknown)

    def _put_on_roll(self, typed: str) -> bool:
        assert self._meeting is not None  # noqa: S101 - nothing is typed before
        assert self._item is not None  # noqa: S101 - nothing is typed before
        name, party = split_name(typed)
        try:
            add_to_roll(self._database, self._meeting.id, name, party=party, first=self._item.id)
        except RuleBroken as broken:
            self._line_says(sentence(broken))
            return False
        except Trouble as trouble:
            self.failed.emit(trouble)
            return False
        cell = self._names()
        if cell is not None:
            cell.know(Named(name, party), typed)
        self._asked = ""
        self._line_says("")
        self.saved.emit()
        return self._may_go_on()

    def _may_go_on(self) -> bool:
        """Tell whether enough is typed to be noted at once after a name was put on the roll."""
        return True

    # --- keys

    def _from_line(self, by: int) -> None:
        if by < 0 and self.rows and self._changing is None:
            self._go(self.rows[-1:])

    def _press_row(self, row: Row, event: QKeyEvent) -> None:
        """Walk, move, take out; what means nothing here goes on to the page."""
        rows, key = self.rows, Qt.Key(event.key())
        at = rows.index(row)
        if key in _ARROWS and event.modifiers() & _ALT and event.modifiers() & _SHIFT and not self.locked:
            self._shift(at, _ARROWS[key])
        elif key in _ARROWS and not event.modifiers() & _ALT:
            self._step(at + _ARROWS[key])
        elif key == Qt.Key.Key_Delete and not self.locked:
            self._do(lambda: self._remove(row.id))
        elif self.locked or not self._press(row, event):
            event.ignore()

    def _step(self, to: int) -> None:
        rows = self.rows
        if to >= len(rows) and self._line is not None and not self._line.isHidden():
            self._line.enter()
        else:
            self._go(rows[max(0, min(to, len(rows) - 1)) :])

    def _shift(self, at: int, by: int) -> None:
        """Move a row one place."""
        rows = self.rows
        if not 0 <= at + by < len(rows):
            return
        before = at + by - 1 if by < 0 else at + by
        after = rows[before].id if before >= 0 else None
        self._do(lambda: self._move(rows[at].id, after))
