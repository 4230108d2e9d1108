"""What is moved: who, what they ask, and in which words; one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt

from klubban.domain.body import Named
from klubban.domain.decided import Asks, Motion
from klubban.i18n import _, pgettext
from klubban.operations import motions
from klubban.ui.minutes import words
from klubban.ui.minutes.cells import ChoiceCell, NamesCell, TextCell
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.list_part import ListPart, Told
from klubban.ui.minutes.people import called_all

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from klubban.ui.minutes.row import Row
    from klubban.ui.theme import Tone

_CHOICES = (
    Asks.APPROVE,
    Asks.REJECT,
    Asks.REFER_BACK,
    Asks.POSTPONE,
    Asks.AMEND,
    Asks.ADD,
    Asks.ADJOURN,
    Asks.OTHER,
)
"""The commonest first; it is what a letter takes that begins several."""


class MotionsPart(ListPart):
    """One line notes a motion; it may wait for its mover or its words."""

    movable = True

    @property
    def row_keys(self) -> str:
        """Return what the keys do on a motion."""
        return _("Enter changes · T withdraws · K keeps · S in writing · I second place · Delete takes away")

    def _tell(self) -> list[Told]:
        return [self._told_of(motion) for motion in self.item.motions if not motion.from_body]

    def _told_of(self, motion: Motion) -> Told:
        who = called_all(motion.by) or words.nothing_said()
        return Told(motion.id, who, words.moved(motion), tuple(self._pills(motion)), motion.withdrawn)

    def _pills(self, motion: Motion) -> list[tuple[str, Tone]]:
        found: list[tuple[str, Tone]] = []
        if motion.withdrawn:
            kept, gone = pgettext("motion", "withdrawn, kept"), pgettext("motion", "withdrawn")
            found.append((kept if motion.kept else gone, "plain"))
        elif not motion.complete:
            found.append((_("incomplete"), "soon"))
        if motion.asks in words.TELLING and motion.text:
            found.append((words.asks(motion.asks), "plain"))
        if motion.instead_of is not None:
            found.append((_("second place"), "plain"))
        if motion.in_writing:
            found.append((_("in writing"), "plain"))
        return found

    # --- the line

    def _make_line(self) -> Line:
        self._who = NamesCell(_("Who moves"), _("Who, or which party"))
        options = [(each, words.asks(each)) for each in _CHOICES]
        self._asks = ChoiceCell(_("What they ask"), _("What"), options)
        self._words = TextCell(_("In which words"), _("In which words, where they are needed"))
        keys = _("Tab goes on · Shift+Enter a new line · Enter notes it · Esc leaves")
        return Line(_("New motion"), [[(self._who, 3), (self._asks, 2)], [(self._words, 1)]], keys)

    def _names(self) -> NamesCell | None:
        return self._who

    def _fill(self, id_: int) -> None:
        motion = self._motion(id_)
        self._who.show_people(motion.by)
        self._asks.show_value(motion.asks)
        self._words.show_blocks(motion.text)

    def _motion(self, id_: int) -> Motion:
        return next(each for each in self.item.motions if each.id == id_)

    def _may_go_on(self) -> bool:
        if self._asks.is_empty and self._words.is_empty:
            self._asks.setFocus(Qt.FocusReason.TabFocusReason)
            return False
        return True

    @property
    def _worth_saving(self) -> bool:
        return not (self._asks.is_empty and self._words.is_empty)

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:
        read = self._who.read()
        by = (*read.people, Named(read.unknown)) if half and read.unknown else read.people
        asks = cast("Asks", self._asks.value() or Asks.OTHER)
        text = self._words.blocks()
        if id_ is None:
            at = self._now
            return motions.add_motion(self._database, self.item.id, asks, by, text, at=at)
        now = self._motion(id_)
        facts: dict[str, Any] = {"by": by, "asks": asks, "text": text}
        changed = {name: value for name, value in facts.items() if value != getattr(now, name)}
        if changed:
            motions.change_motion(self._database, id_, run=run, **changed)
        return None

    # --- rows

    def _remove(self, id_: int) -> None:
        motions.remove_motion(self._database, id_)

    def _move(self, id_: int, after: int | None) -> None:
        motions.move_motion(self._database, id_, after)

    def _press(self, row: Row, event: QKeyEvent) -> bool:
        motion = self._motion(row.id)
        match event.text().casefold():
            case "t" if motion.withdrawn:
                self._do(lambda: motions.restore_motion(self._database, row.id))
            case "t":
                self._do(lambda: motions.withdraw_motion(self._database, row.id))
            case "k":
                kept = not motion.kept
                self._do(lambda: motions.withdraw_motion(self._database, row.id, kept=kept))
            case "s":
                self._set(row.id, in_writing=not motion.in_writing)
            case "i":
                self._set(row.id, instead_of=None if motion.instead_of else self._first_choice(motion))
            case _:
                return False
        return True

    def _set(self, id_: int, **facts: Any) -> None:
        self._do(lambda: motions.change_motion(self._database, id_, **facts))

    def _first_choice(self, motion: Motion) -> int | None:
        """Return the nearest motion before this of the same movers, which is theirs in the first place."""
        before = self.item.motions[: self.item.motions.index(motion)]
        own = [each for each in before if set(each.by) & set(motion.by)]
        return own[-1].id if own else None
