"""Notes that go out with a last day for comments, and what somebody objected to in them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.domain.body import Named
from klubban.domain.circulated import Circulates, reached
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.notes import agreed
from klubban.domain.text import from_plain, lines
from klubban.i18n import N_, _, pgettext
from klubban.operations import notes
from klubban.operations.circulated import mark_read
from klubban.store.circulated import circulated
from klubban.ui.circulated.read_by import ReadBy
from klubban.ui.meeting import words
from klubban.ui.meeting.asking_part import INSET
from klubban.ui.meeting.facts_part import FactsPart
from klubban.ui.minutes.cells import NamesCell
from klubban.ui.minutes.people import People
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.decided import Objection
    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database
    from klubban.ui.meeting.facts_part import Way

_WEEK = 7
"""So many days are offered for comments."""
_PLANNED = (Stage.PLANNED, Stage.SUMMONED)


class MeetingNotes(FactsPart):
    """Says whether the notes went out, and whether they count as agreed; a body with a protocol has none."""

    mail_asked = Signal()

    def __init__(self, database: Database, meeting: Meeting, today: dt.date) -> None:
        self._who = NamesCell(_("Who"), _("a name"), parties=False)
        self._unfolded: set[object] = set()
        super().__init__(database, meeting, today)

    def _show(self) -> None:
        meeting, today = self._meeting, self._today
        if meeting.body.rules.protocol or meeting.stage in _PLANNED:
            self._tell("", ())
            return
        told = [state(meeting, today)]
        ways: list[Way] = [(_("Send out the notes"), self.ask)]
        if meeting.notes_sent is not None:
            ways = [
                (_("Draft a mail with the notes"), self.mail_asked.emit),
                (_("Note an objection"), partial(self.ask_for_objection, None)),
                (_("Change"), self.ask),
            ]
        self._tell(_("The notes"), told, ways)
        self._add_readers()
        for objection in meeting.objections:
            self._told.column.addWidget(self._objection(objection))

    def _add_readers(self) -> None:
        with self._database.read() as read:
            sent = reached(circulated(read, self._meeting.id), Circulates.NOTES)
        if sent:
            read_by = ReadBy(sent, self._unfolded, formal=False, locked=self._locked)
            read_by.ticked.connect(self._note_read)
            self._told.column.addWidget(Section(_("Who has read it"), read_by, INSET))

    def _note_read(self, circulated_id: int, on: object) -> None:
        self._try(partial(mark_read, self._database, circulated_id, self._today if on else None))

    # --- forms

    def ask(self) -> None:
        """Ask when the notes go out, and until when comments may come."""
        meeting = self._meeting
        on = meeting.notes_sent or self._today
        until = meeting.comments_by or on + timedelta(days=_WEEK)
        form = Form(_("The notes go out"), _("Save"), self._send)
        form.add_line("on", pgettext("of notes", "Sent out"), written(on), "2026-12-31")
        form.add_line("until", _("Comments by"), written(until), "2026-12-31")
        note = Text(_("After that day the notes count as agreed."), "small", QUIET, wrap=True)
        form.add("", note)
        self._put(form)

    def ask_for_objection(self, objection: Objection | None) -> None:
        """Ask who objects to what."""
        title = _("An objection to the notes")
        form = Form(title, _("Save"), partial(self._object, objection))
        if objection is None:
            self._who = NamesCell(_("Who"), _("a name"), parties=False)
            self._who.offer(People(tuple(each.who for each in self._meeting.attendance)))
            self._who.entered.connect(lambda: form.go_to("text"))
            form.add(_("Who"), self._who, focus=self._who.editor)
        said = " ".join(lines(objection.text)) if objection else ""
        form.add_line(
            "text", pgettext("of an objection", "What"), said, _("what should stand in the notes instead")
        )
        item = self._item(objection.item) if objection else None
        place = str(self._meeting.items.index(item) + 1) if item else ""
        form.add_line(
            "item",
            pgettext("of an objection", "Item"),
            place,
            _("its number on the agenda, if it is about one"),
        )
        if objection is None:
            form.add_line("on", pgettext("of an objection", "Came"), written(self._today), "2026-12-31")
        self._put(form)

    # --- acts

    def _send(self) -> None:
        on, until = read_day(self._words("on")), read_day(self._words("until"))
        notes.send_notes(self._database, self._meeting.id, on=on, comments_by=until)

    def _object(self, objection: Objection | None) -> None:
        text, item = from_plain(self._words("text")), self._numbered(self._words("item"))
        if objection is not None:
            notes.change_objection(self._database, objection.id, text, item=item)
            return
        self._who.complete()
        read = self._who.read()
        if not read.people and not self._who.words():
            raise RuleBroken(N_("Say who objects"))
        who = read.people[0] if read.people else Named(self._who.words())
        on = read_day(self._words("on"))
        notes.add_objection(self._database, self._meeting.id, who, text, on=on, item=item)

    def _numbered(self, typed: str) -> int | None:
        """Return the item that is meant by its number on the agenda; raises RuleBroken."""
        typed = typed.strip()
        if not typed:
            return None
        items = self._meeting.items
        if not typed.isdecimal() or not 1 <= int(typed) <= len(items):
            raise RuleBroken(N_("There is no item {number} on the agenda"), number=typed)
        return items[int(typed) - 1].id

    def _take_back(self, objection: Objection) -> None:
        self._try(partial(notes.remove_objection, self._database, objection.id))

    # --- what is shown

    def _objection(self, objection: Objection) -> QWidget:
        """Return who objected to what, with the ways to change that."""
        whole, links = Column(), QWidget()
        spaced(whole.column, gap=2)
        item = self._item(objection.item)
        place = f" · {words.item_name(self._meeting, item)}" if item else ""
        late = _is_late(objection, self._meeting)
        told = Text(f"{objection.by}{place}{late}", "strong", wrap=True)
        said = Text("\n".join(lines(objection.text)), wrap=True)
        for text in (told, said):
            text.setContentsMargins(INSET, 0, 0, 0)
            whole.column.addWidget(text)
        if not self._locked:
            flow = FlowLayout(links)
            for title, act in (
                (_("Change"), partial(self.ask_for_objection, objection)),
                (_("Take away"), partial(self._take_back, objection)),
            ):
                link = Link(title)
                link.setAccessibleName(f"{title}: {objection.by}")
                link.clicked.connect(partial(self._begin, act))
                flow.addWidget(link)
            whole.column.addWidget(links)
        return Section(_("Objection"), whole, INSET)

    def _item(self, item_id: int | None) -> Item | None:
        return next((each for each in self._meeting.items if each.id == item_id), None)


def state(meeting: Meeting, today: dt.date) -> str:
    """Say whether notes went out, and whether they count as agreed."""
    if meeting.notes_sent is None:
        return _("The notes have not been sent out.")
    sent = words.day(meeting.notes_sent, today)
    if meeting.comments_by is None:
        return _("Sent out on {day}.").format(day=sent)
    until = words.day(meeting.comments_by, today)
    if agreed(meeting, today):
        return _("Sent out on {day}. Agreed: the day for comments, {until}, has passed.").format(
            day=sent, until=until
        )
    if meeting.comments_by < today:
        told = _("Sent out on {day}. Not agreed: there are objections, although {until} has passed.")
        return told.format(day=sent, until=until)
    return _("Sent out on {day}, comments by {until}. Not agreed before that.").format(day=sent, until=until)


def _is_late(objection: Objection, meeting: Meeting) -> str:
    late = objection.on and meeting.comments_by and objection.on > meeting.comments_by
    return _(" · after the last day") if late else ""
