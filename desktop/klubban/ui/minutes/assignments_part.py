"""What somebody is to do, and by when; in a forum it is what was agreed on. What falls due stands first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from klubban.domain.agenda import Origin
from klubban.domain.assignment import Assignment, AssignmentStatus
from klubban.domain.body import Named
from klubban.domain.falling_due import is_listed, listed
from klubban.domain.text import from_plain
from klubban.i18n import _, ngettext, pgettext
from klubban.operations import assignments, following_assignments
from klubban.store import reads
from klubban.store.assigned import everything, one_undertaken
from klubban.ui.meeting.words import day as day_words
from klubban.ui.minutes.cells import ChoiceCell, LineCell, NamesCell
from klubban.ui.minutes.due import read_due
from klubban.ui.minutes.due_here import ReportLine, due_here
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.list_part import ListPart, Told
from klubban.ui.widgets.plain_key import plain_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QKeyEvent

    from klubban.store.database import Database
    from klubban.ui.minutes.row import Row
    from klubban.ui.theme import Tone

_LISTING = (Origin.ASSIGNMENT, Origin.POSTPONED)
"""Where an item comes from that can list several that fall due."""
_NAME = 40
"""Letters before a colon that are no more than a name."""


class AssignmentsPart(ListPart):
    """A name, or the name of an office, which need be on no roll."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        self._due: dict[int, Told] = {}
        self._reporting: int | None = None
        self._scratch: int | None = None
        """The scratch line that the new one is made of."""
        self.report_line = ReportLine()
        self.report_line.entered.connect(self._note_report)
        self.report_line.escaped.connect(self._leave_report)
        self._place_report()

    # --- what stands there

    def _show(self) -> None:
        agreeing = not self.meeting.body.rules.protocol
        count = len(self._item.assignments) if self._item else 0
        self._call(_("Action") if agreeing else ngettext("Assignment", "Assignments", count))
        self._rows.removeWidget(self.report_line)  # the rows are made anew
        super()._show()
        self._place_report()

    def _tell(self) -> list[Told]:
        today = self._clock().date()
        self._due = {each.id: each for each in self._read_due(today)}
        given = [
            Told(each.id, str(each.to_now), each.text, _pills(each, today)) for each in self.item.assignments
        ]
        return [*self._due.values(), *given]

    def _read_due(self, today: date) -> list[Told]:
        """Return what falls due at this item: the assignment that it is about, or those that it lists."""
        item = self.item
        about = listed(item.earlier) if item.origin in _LISTING and item.assignment is None else ()
        if item.assignment is None and not about:
            return []
        with self._database.read() as read:
            bodies = {body.id: body for body in reads.bodies(read)}
            if item.assignment is not None:
                found = [one_undertaken(read, item.assignment, today)]
            else:
                known = everything(read, self.meeting.body.id, today=today)
                found = [one for one in known if is_listed(one.assignment, about)]
        return [due_here(one, bodies, today) for one in found]

    def _row(self, each: Told) -> Row:
        row = super()._row(each)
        if each.id in self._due and not self.locked:
            keys = (
                _("R or Enter reports")
                if each.quiet
                else _("K noted and declared fulfilled · R or Enter reports")
            )
            row.setToolTip(keys)
            row.held.disconnect()
            row.held.connect(lambda on: self.keys.emit(keys if on else ""))
        return row

    # --- what falls due

    def _press(self, row: Row, event: QKeyEvent) -> bool:
        if row.id not in self._due:
            return False
        key = plain_key(event)
        if key == Qt.Key.Key_K:
            self._do(partial(following_assignments.declare_fulfilled, self._database, self.item.id, [row.id]))
        elif key == Qt.Key.Key_R:
            self._report(row.id)
        else:
            return False
        return True

    def _place_report(self) -> None:
        """Put the line for what is reported below the row that it is about."""
        self._rows.removeWidget(self.report_line)
        ids = [row.id for row in self.rows]
        at = ids.index(self._reporting) + 1 if self._reporting in ids else -1
        self._rows.insertWidget(at, self.report_line)

    def _report(self, id_: int) -> None:
        """Take the keyboard in the line for what is reported."""
        if self.locked:
            return
        if self._line is not None and not self._typed:
            self._line.hide()
        self._reporting = id_
        self._place_report()
        self.report_line.show()
        self.report_line.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asks.emit(self.report_line)

    def _note_report(self) -> None:
        words, id_ = self.report_line.entry.words(), self._reporting
        if id_ is None or not words.strip():
            self._leave_report()
        elif self._do(partial(self._save_report, id_, words)):
            self._leave_report()
            self._show()  # what is told elsewhere of it is no change of this meeting

    def _save_report(self, id_: int, words: str) -> None:
        who = self._due[id_].who if id_ in self._due else None
        following_assignments.report_on(
            self._database, id_, from_plain(words), day=self.meeting.last_day, by=who, item=self.item.id
        )

    def _leave_report(self) -> None:
        near, self._reporting = self._reporting, None
        self.report_line.entry.show_words("")
        self.report_line.hide()
        self._go_near(near)

    def flush(self) -> bool:
        """Note what is reported half too."""
        if self._reporting is not None and self.report_line.entry.words().strip():
            self._note_report()
        if self._scratch is not None and not self._worth_saving:
            self._empty()  # its words wait in the scratch line still
        return super().flush()

    def _forget(self) -> None:
        super()._forget()
        self._reporting = None
        self.report_line.entry.show_words("")
        self.report_line.hide()

    # --- the line

    def begin_from(self, scratch: int, words: str) -> None:
        """Begin an assignment out of a scratch line: `Bo Ek: räkna lamporna` says who, too."""
        self.enter()
        if self.locked or self._line is None:
            return
        who, colon, what = words.partition(":")
        named = bool(colon) and len(who) <= _NAME
        self._scratch = scratch
        self._who.show_words(who.strip() if named else "")
        self._what.show_words(what.strip() if named else words)
        self._line.enter(self._by if named else self._who)

    def _empty(self) -> bool:
        self._scratch = None
        return super()._empty()

    def _make_line(self) -> Line:
        self._who = NamesCell(_("Who"), _("Who: a name or an office"), parties=False)
        self._by = LineCell(_("By when"), _("By: 10 Feb, 2 w"))
        self._what = LineCell(_("What they are to do"), _("What they are to do"))
        self._cost = LineCell(_("At whose cost"), _("At whose cost"))
        self._for = ChoiceCell(_("Reported to"), _("Reported to"), ())
        rows = [[(self._who, 3), (self._by, 2)], [(self._what, 1)], [(self._cost, 3), (self._for, 2)]]
        return Line(self.label, rows, _("Tab goes on · Enter notes it · Esc leaves"))

    def _open(self, line: Line) -> None:
        self._who.offer(self.people)
        with self._database.read() as read:
            others = [each for each in reads.bodies(read) if each.id != self.meeting.body.id]
        self._for.offer_options([(each.id, each.name) for each in others])
        super()._open(line)

    def change(self, id_: int) -> None:
        """Let a row be changed in its place; of what falls due, a report is noted."""
        if id_ in self._due:
            self._report(id_)
        else:
            super().change(id_)

    def _fill(self, id_: int) -> None:
        one = self._assignment(id_)
        self._who.show_people([one.to])
        self._by.show_words(one.due.isoformat() if one.due else "")
        self._what.show_words(one.text)
        self._cost.show_words(one.cost or "")
        with self._database.read() as read:
            self._for.offer_options([(each.id, each.name) for each in reads.bodies(read)])
        self._for.show_value(one.for_body)

    def _assignment(self, id_: int) -> Assignment:
        return next(each for each in self.item.assignments if each.id == id_)

    @property
    def _worth_saving(self) -> bool:
        return not (self._who.is_empty or self._what.is_empty)

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:  # noqa: ARG002 - half alike
        facts = self._typed_facts()
        if id_ is None:
            to, text = facts.pop("to"), facts.pop("text")
            if self._scratch is not None:
                return self._write_from(self._scratch, to, text, facts)
            return assignments.add_assignment(self._database, self.item.id, to, text, **facts)
        now = self._assignment(id_)
        changed = {name: value for name, value in facts.items() if value != getattr(now, name)}
        if changed:
            assignments.change_assignment(self._database, id_, run=run, **changed)
        return None

    def _write_from(self, scratch: int, to: Named, text: str, facts: dict[str, Any]) -> int:
        """Note an assignment out of a scratch line, which is sorted in by that."""
        made = assignments.from_scratch(self._database, scratch, to, text, due=facts.pop("due"))
        self._scratch = None
        more = {name: value for name, value in facts.items() if value is not None}
        if more:
            assignments.change_assignment(self._database, made, **more)
        return made

    def _typed_facts(self) -> dict[str, Any]:
        """Return what the line says; raises RuleBroken for a day or a body that is none."""
        read = self._who.read()
        everybody = (*read.people, *([Named(read.unknown)] if read.unknown else []))
        return {
            "to": everybody[0] if len(everybody) == 1 else Named(self._who.words()),
            "text": self._what.words(),
            "due": read_due(self._by.words(), self.meeting.last_day),
            "cost": self._cost.words() or None,
            "for_body": self._for.value(),
        }

    def _remove(self, id_: int) -> None:
        if id_ not in self._due:
            assignments.remove_assignment(self._database, id_)


def _pills(one: Assignment, today: date) -> tuple[tuple[str, Tone], ...]:
    """Return by when, or how it went."""
    if one.status is AssignmentStatus.DONE:
        return ((_("carried out"), "done"),)
    if one.status is AssignmentStatus.CANCELLED:
        return ((pgettext("assignment", "cancelled"), "plain"),)
    stuck: tuple[tuple[str, Tone], ...] = ((pgettext("assignment", "stuck"), "soon"),) if one.stuck else ()
    due = one.due_now
    if due is None:
        return stuck
    told = day_words(due, today)
    if due < today:
        return (_("late since {day}").format(day=told), "late"), *stuck
    return (_("by {day}").format(day=told), "soon"), *stuck
