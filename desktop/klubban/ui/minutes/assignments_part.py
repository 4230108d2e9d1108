"""What somebody is to do, and by when; in a forum it is what was agreed on, with its owner in the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klubban.domain.assignment import Assignment, AssignmentStatus
from klubban.domain.body import Named
from klubban.i18n import _, ngettext
from klubban.operations import assignments
from klubban.ui.meeting.words import day as day_words
from klubban.ui.minutes.cells import LineCell, NamesCell
from klubban.ui.minutes.due import read_due
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.list_part import ListPart, Told

if TYPE_CHECKING:
    from datetime import date

    from klubban.ui.theme import Tone


class AssignmentsPart(ListPart):
    """A name, or the name of an office, which need be on no roll."""

    def _show(self) -> None:
        agreeing = not self.meeting.body.rules.protocol
        count = len(self._item.assignments) if self._item else 0
        self._call(_("Action") if agreeing else ngettext("Assignment", "Assignments", count))
        super()._show()

    def _tell(self) -> list[Told]:
        today = self._clock().date()
        return [Told(each.id, str(each.to), each.text, _pills(each, today)) for each in self.item.assignments]

    def _make_line(self) -> Line:
        self._who = NamesCell(_("Who"), _("Who: a name or an office"), parties=False)
        self._due = LineCell(_("By when"), _("By: 10 Feb, 2 w"))
        self._what = LineCell(_("What they are to do"), _("What they are to do"))
        rows = [[(self._who, 3), (self._due, 2)], [(self._what, 1)]]
        return Line(self.label, rows, _("Tab goes on · Enter notes it · Esc leaves"))

    def _open(self, line: Line) -> None:
        self._who.offer(self.people)
        super()._open(line)

    def _fill(self, id_: int) -> None:
        one = self._assignment(id_)
        self._who.show_people([one.to])
        self._due.show_words(one.due.isoformat() if one.due else "")
        self._what.show_words(one.text)

    def _assignment(self, id_: int) -> Assignment:
        return next(each for each in self.item.assignments if each.id == id_)

    @property
    def _worth_saving(self) -> bool:
        return not (self._who.is_empty or self._what.is_empty)

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:  # noqa: ARG002 - half alike
        due = read_due(self._due.words(), self.meeting.last_day)
        read = self._who.read()
        everybody = (*read.people, *([Named(read.unknown)] if read.unknown else []))
        to = everybody[0] if len(everybody) == 1 else Named(self._who.words())
        if id_ is None:
            return assignments.add_assignment(self._database, self.item.id, to, self._what.words(), due=due)
        now = self._assignment(id_)
        facts: dict[str, Any] = {"to": to, "text": self._what.words(), "due": due}
        changed = {name: value for name, value in facts.items() if value != getattr(now, name)}
        if changed:
            assignments.change_assignment(self._database, id_, run=run, **changed)
        return None

    def _remove(self, id_: int) -> None:
        assignments.remove_assignment(self._database, id_)


def _pills(one: Assignment, today: date) -> tuple[tuple[str, Tone], ...]:
    """Return by when, or how it went."""
    if one.status is AssignmentStatus.DONE:
        return ((_("carried out"), "done"),)
    if one.status is AssignmentStatus.CANCELLED:
        return ((_("cancelled"), "plain"),)
    if one.due is None:
        return ()
    told = day_words(one.due, today)
    if one.due < today:
        return ((_("late since {day}").format(day=told), "late"),)
    return ((_("by {day}").format(day=told), "soon"),)
