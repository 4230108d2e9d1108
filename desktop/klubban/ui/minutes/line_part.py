"""A part with a line that is typed: saved in time, entered, left; an unknown name is put on the roll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.roll_call import add_to_roll
from klubban.operations.scratch import add_scratch
from klubban.store.trouble import Trouble
from klubban.ui.autosave import Autosave, Pace
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.registers.surface import sentence
from klubban.ui.roll.new_person import split_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.store.database import Database
    from klubban.ui.minutes.cells import NamesCell
    from klubban.ui.minutes.line import Line

_PACE = Pace(pause=1500)


class LinePart(MinutesPart):
    """Its line is for a new row, or for one that is changed; what is typed of a new one is soon a row too."""

    reasons = False
    """What a rule refuses can be noted with a reason."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        self._line: Line | None = None
        self._changing: int | None = None
        """The row that the line is about, once there is one."""
        self._is_new = self._edited = False
        self._asked = ""
        """The unknown name that Enter puts on the roll when it is pressed again."""
        self._saving = Autosave(self._save, _PACE, self)
        self._saving.saved.connect(self.saved)
        self._saving.failed.connect(self._tell_trouble)

    # --- what each part does in its own way

    def _make_line(self) -> Line:
        """Return the line to type in."""
        raise NotImplementedError

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:
        """Note what is typed of a row, and return a new one; `half`, where the line was not entered."""
        raise NotImplementedError

    def _fill(self, id_: int) -> None:
        """Show in the line what one row is about."""
        raise NotImplementedError

    def _ready(self) -> None:
        """Put into the empty line what is there at once."""

    def _names(self) -> NamesCell | None:
        """Return the cell of names in which somebody unknown may stand."""
        return None

    def _may_go_on(self) -> bool:
        """Tell whether enough is typed to be noted at once after a name was put on the roll."""
        return True

    @property
    def _worth_saving(self) -> bool:
        """Tell whether what is typed of a new row says something by itself."""
        return True

    @property
    def _worth_keeping(self) -> bool:
        """Tell whether what is typed of a new row is noted when it is left."""
        return self._worth_saving

    def _place_line(self) -> None:
        """Put the line in the place of the row that it is about, or at the end."""

    def _go_near(self, id_: int | None) -> None:
        """Give the keyboard to a row, or to the last."""

    # --- what the desk asks

    @property
    def line(self) -> Line:
        """Return the line, made when it is first needed."""
        if self._line is None:
            self._line = self._make_line()
            self._line.hide()
            self._line.entered.connect(self._enter)
            self._line.escaped.connect(self._leave)
            self._line.edited.connect(self._edit)
            self._place_line()
        return self._line

    def enter(self) -> None:
        """Take the keyboard in the line at the end; where nothing can be noted, at the first row."""
        if self.locked:
            self._go_near(None)
            return
        if self._changing is not None and not self._is_new and not self._finish():
            return
        self._remember()
        self._begin()
        self._open(self.line)

    def flush(self) -> bool:
        """Note what is typed half; what no rule lets be noted becomes a scratch line: nothing is lost."""
        if self._line is None or self._line.isHidden() or not self._typed:
            return True
        if self._note_it(half=True):
            return True
        words = f"{self.label}: {self._line.told}"
        at = self._now
        return self._try(lambda: add_scratch(self._database, self.item.id, words, at)) and self._empty()

    @property
    def _typed(self) -> bool:
        """Tell whether the line holds what is not noted."""
        if self._line is None:
            return False
        return self._edited if self._changing is not None else not self._line.is_empty

    def _forget(self) -> None:
        if self._line is not None:
            self._empty()
            self._line.hide()

    def _empty(self) -> bool:
        """Make the line ready for a new row."""
        self._changing, self._is_new, self._edited, self._asked = None, False, False, ""
        self.line.clear()
        self._place_line()
        return True

    # --- typing

    def _open(self, line: Line) -> None:
        cell = self._names()
        if cell is not None:
            cell.offer(self.people)
        self._ready()
        line.show()
        line.enter()
        self.asks.emit(line)

    def change(self, id_: int) -> None:
        """Let a row be changed in its place."""
        if self.locked or not self._finish():
            return
        line = self.line
        self._empty()
        self._changing = id_
        self._fill(id_)
        self._edited = False
        self._begin()
        self._place_line()
        self._open(line)

    def _edit(self) -> None:
        self._edited, self._asked = True, ""
        self.line.say("")
        self.typed.emit()
        if self._worth_saving:
            self._saving.touch()

    def _save(self, run: str) -> None:
        """Note what is typed so far, without a word about what it lacks."""
        cell = self._names()
        unknown = cell is not None and cell.read().unknown
        if self._line is None or self._line.isHidden() or unknown or not self._typed:
            return
        made = self._write(self._changing, half=False, run=run)
        self._edited = False
        if self._changing is None and made is not None:
            self._changing, self._is_new = made, True

    def _enter(self) -> None:
        if not self._typed and self._changing is None:
            self._leave()
        elif self._knows_all():
            self._enter_it()

    def _enter_it(self) -> None:
        """Note the line; after a change the keyboard is at the row again, else the next can be typed."""
        changed, is_new = self._changing, self._is_new
        if self._typed and not self._note_it(half=False):
            return
        self._empty()
        self._saving.end_run()
        if changed is None or is_new:
            self._open(self.line)
        else:
            self._close(changed)

    def _finish(self) -> bool:
        """Note what is typed, and tell whether nothing is left."""
        return not self._typed or self._note_it(half=True)

    def _note_it(self, *, half: bool) -> bool:
        """Note what is typed; say beside it why it cannot be."""
        if not self._try(lambda: self._write(self._changing, half=half, run=None), ask=not half):
            return False
        self._empty()
        self.saved.emit()
        return True

    def _try(self, act: Callable[[], object], *, ask: bool = False) -> bool:
        """Do something; say beside the line why it cannot be done, or ask for a reason."""
        try:
            act()
        except RuleBroken as broken:
            (self.line.ask_why if self.reasons and ask else self.line.say)(sentence(broken))
            self.asks.emit(self.line)
        except LookupError:
            self.line.say(_("What it is about was taken away meanwhile."))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            return True
        return False

    def _tell_trouble(self, error: Exception) -> None:
        """Leave broken rules to Enter; tell what concerns the file."""
        if not isinstance(error, RuleBroken):
            self.failed.emit(error)

    def _leave(self) -> None:
        """Leave the line: words are noted, names alone dropped; what cannot be noted, at a second Esc."""
        changed = self._changing
        keep = self._typed and (changed is not None or self._worth_keeping) and not self.line.refused
        if not keep or self._note_it(half=True):
            self._close(changed)

    def _close(self, near: int | None) -> None:
        """Take the line away; the keyboard is at a row, or at the last."""
        self._empty()
        self.line.hide()
        self._go_near(near)
        self._end()

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
            self.line.say(asked.format(name=unknown), _("Unknown"))
            return False
        return self._put_on_roll(unknown)

    def _put_on_roll(self, typed: str) -> bool:
        meeting, (name, party) = self.meeting.id, split_name(typed)
        add = add_to_roll
        if not self._try(lambda: add(self._database, meeting, name, party=party, first=self.item.id)):
            return False
        cell = self._names()
        if cell is not None:
            cell.know(Named(name, party), typed)
        self._asked = ""
        self.line.say("")
        self.saved.emit()
        return self._may_go_on()
