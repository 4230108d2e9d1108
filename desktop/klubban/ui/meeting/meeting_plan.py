"""When and where a meeting is, who meets before it, and whether its time suffices; forms when asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import wording
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import N_, _, current
from klubban.operations import meetings
from klubban.ui.meeting import group_words, time_words
from klubban.ui.meeting.agenda import whole_agenda
from klubban.ui.meeting.agenda_acts import changeable
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.roll.forms import clock_time
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.editors import LinesEditor
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database

_INSET = 6  # of the words of a link


@dataclass(frozen=True, slots=True)
class _Part:
    """One part: its words, and what asks for other words."""

    label: str
    told: Sequence[str]
    change: str = ""
    ask: Callable[[], Form] | None = None


class MeetingPlan(Column):
    """Shows the plan of one meeting."""

    saved = Signal()
    failed = Signal(Exception)
    new_item_asked = Signal()
    left = Signal()
    """A form was left without saving."""

    def __init__(self, database: Database, meeting: Meeting, today: dt.date) -> None:
        super().__init__()
        self._database, self._meeting, self._today = database, meeting, today
        self._open = changeable(meeting) and not database.read_only
        self._form: Form | None = None
        self._groups = LinesEditor(_("Groups that meet before"))
        when = wording.places_and_times(meeting, current()) or (_("No time and no place yet."),)
        day = wording.capital(wording.long_date(meeting.date, current()))
        told = when if any(line.startswith(day) for line in when) else (day, *when)  # over several days
        self._add(_Part(_("When and where"), [*told, *self._moved()], _("Change"), self._ask_when))
        groups = [group_words.written(each) for each in meeting.group_meetings]
        before = meeting.stage in (Stage.PLANNED, Stage.SUMMONED)  # later it is no plan any more
        if groups or (self._open and before):
            ask = _("Change") if groups else _("Say which groups meet before")
            self._add(_Part(_("Group meetings"), groups, ask, self._ask_groups))
        if meeting.body.absence_to and before:
            self._add(_Part(_("Absence is told"), [meeting.body.absence_to]))
        if before:
            self._add_time()

    @property
    def asking(self) -> bool:
        """Tell whether a form is being filled in."""
        return self._form is not None

    # --- parts

    def _add(self, part: _Part) -> None:
        """Add words with the way to change them beside; what is not said yet is offered in its place."""
        whole = Column()
        line, row = QWidget(), QHBoxLayout()
        spaced(row, gap=8)
        told = QVBoxLayout()
        spaced(told, (_INSET, 0, 0, 0), 4)
        for words in part.told:
            told.addWidget(Text(words, wrap=True))
        if part.told:
            row.addLayout(told, 1)
        if part.ask is not None and self._open:
            link = Link(part.change, "item")
            link.setAccessibleName(f"{part.label}: {part.change}")
            link.clicked.connect(partial(self._show_form, part.ask, whole))
            row.addWidget(link, 0, TOP)
            if not part.told:
                row.addStretch()
        line.setLayout(row)
        whole.column.addWidget(line)
        whole.column.setSpacing(8)
        self.column.addWidget(Section(part.label, whole, _INSET))

    def _moved(self) -> list[str]:
        """Return what the summons said, where the meeting is on another day or at another time now."""
        last = self._meeting.sendings[-1] if self._meeting.sendings else None
        now = (self._meeting.date, self._meeting.start, self._meeting.place)
        if last is None or now == (last.meeting_date, last.meeting_start, last.place):
            return []
        said = [written(last.meeting_date), current().time(last.meeting_start) if last.meeting_start else ""]
        told = _("What was sent says {when}; send a supplement that says how it is now.")
        return [told.format(when=", ".join(filter(None, (*said, last.place))))]

    def _add_time(self) -> None:
        """Say what the agenda adds up to, and what cannot be kept."""
        if not self._meeting.items:
            if self._open:
                self._add_empty()
            return
        told, clashes = time_words.sentences(self._meeting), time_words.clashes(self._meeting)
        if not told and not clashes:
            return
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=6)
        for words in told:
            column.addWidget(Text(words, wrap=True))
        for words in clashes:
            row = QHBoxLayout()
            spaced(row, gap=10)
            row.addWidget(Text(words, wrap=True), 1, TOP)
            row.addWidget(Pill(_("does not fit"), "soon"), 0, TOP)
            column.addLayout(row)
        self.column.addWidget(Section(_("Time plan"), whole))

    def _add_empty(self) -> None:
        """Say how an agenda is begun."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=4)
        told = _("No items yet. Type a title and press Enter; then the next one can be typed.")
        words = Text(told, "body", QUIET, wrap=True)
        words.setContentsMargins(_INSET, 0, 0, 0)
        column.addWidget(words)
        link = Link(_("New item"), "item")
        link.clicked.connect(self.new_item_asked)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(Section(whole_agenda(self._meeting), whole, _INSET))

    # --- forms

    def _show_form(self, ask: Callable[[], Form], place: Column, *_checked: bool) -> None:
        self._close()
        form = ask()
        form.left.connect(self._leave)
        form.done.connect(self._done)
        form.failed.connect(self.failed)
        self._form = form
        place.column.addWidget(form)
        form.enter()

    def _ask_when(self) -> Form:
        meeting = self._meeting
        form = Form(_("When and where"), _("Save"), self._move)
        form.add_line("day", _("Day"), written(meeting.date), "2026-12-31")
        form.add_line("start", _("Begins"), current().time(meeting.start) if meeting.start else "", "13.00")
        form.add_line("end", _("Ends"), current().time(meeting.end) if meeting.end else "", "16.30")
        form.add_line("place", _("Place"), meeting.place or "")
        return form

    def _move(self) -> None:
        assert self._form is not None  # noqa: S101 - it is the form that asks
        day = read_day(self._form.words("day"))
        if day is None:
            raise RuleBroken(N_("A meeting has a day; write it as 2026-12-31"))
        start, end = self._clock("start"), self._clock("end")
        place, today = self._form.words("place") or None, self._today
        meetings.move_meeting(
            self._database, self._meeting.id, day=day, start=start, place=place, today=today
        )
        if end != self._meeting.end:
            meetings.set_end(self._database, self._meeting.id, end=end, end_date=self._meeting.end_date)

    def _clock(self, name: str) -> dt.time | None:
        typed = self._form.words(name) if self._form else ""
        found = clock_time(typed)
        if typed and found is None:
            raise RuleBroken(N_("”{words}” is no time of day; write it as 13.30"), words=typed)
        return found

    def _ask_groups(self) -> Form:
        form = Form(_("Groups that meet before"), _("Save"), self._put_groups)
        self._groups = LinesEditor(_("Groups that meet before"))
        self._groups.show_items([group_words.written(each) for each in self._meeting.group_meetings])
        self._groups.setPlaceholderText(_("one on each line: name, time, place"))
        form.add(_("Groups"), self._groups, focus=self._groups)
        return form

    def _put_groups(self) -> None:
        groups = group_words.read_groups(self._groups.items())
        meetings.set_group_meetings(self._database, self._meeting.id, groups)

    def _leave(self) -> None:
        self._close()
        self.left.emit()

    def _done(self) -> None:
        self._close()
        self.saved.emit()

    def _close(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None
