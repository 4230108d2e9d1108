"""All that the page says of a summons, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents.wording import inside
from klubban.i18n import _
from klubban.ui.circulated.read_by import ReadBy
from klubban.ui.planning.parts import Acts
from klubban.ui.summons import told_words
from klubban.ui.summons.files_part import FilesPart
from klubban.ui.summons.lacks_part import Lacks
from klubban.ui.summons.parts import INSET, AgendaToBeTold, Due, New, SentBefore
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from klubban.ui.summons.jobs import Bound
    from klubban.ui.summons.sheet import SummonsSheet


class Overview(Column):
    """By when, what is lacking, what is new, the agenda, the files, who is called, and what was sent."""

    item_asked = Signal(object)
    body_asked = Signal()
    urgent_asked = Signal()
    read_noted = Signal(object, bool)
    """Somebody who was sent something has read it, or has not."""
    announced = Signal(bool)
    """The meeting was announced today, or that is to be taken back."""

    def __init__(
        self,
        sheet: SummonsSheet,
        *,
        public: bool,
        most_bytes: int | None,
        made: Bound | None,
        unfolded: set[int],
        unfolded_readers: set[object],
    ) -> None:
        super().__init__()
        self._sheet = sheet
        self.lacks: Lacks | None = None
        self._add_cancelled()
        if not (sheet.news.first or sheet.news.nothing or sheet.over or sheet.cancelled):
            self.column.addWidget(Section(_("What is new"), New(sheet)))
        self.files = FilesPart(sheet, public=public, most_bytes=most_bytes, made=made)
        about = (self._add_dates, self._add_lacks)
        write = (self._add_files, self._add_called)
        for add in (*about, *write) if sheet.last is None else (*write, *about):
            add()
        if sheet.circulated:
            read_by = ReadBy(sheet.circulated, unfolded_readers, formal=sheet.formal, locked=sheet.locked)
            read_by.ticked.connect(self.read_noted)
            self.column.addWidget(Section(_("Who has read it"), read_by, INSET))
        if sheet.meeting.sendings:
            self.column.addWidget(Section(_("What was sent"), SentBefore(sheet, unfolded)))
        if sheet.meeting.items:
            self.column.addWidget(Section(told_words.agenda_now(sheet), AgendaToBeTold(sheet)))

    def _add_cancelled(self) -> None:
        because = self._sheet.meeting.cancelled_because
        if self._sheet.cancelled and because:
            self.column.addWidget(Section(_("Why"), Text(because, wrap=True)))

    def _add_files(self) -> None:
        self.column.addWidget(Section(_("To write"), self.files, INSET))

    def _add_lacks(self) -> None:
        sheet = self._sheet
        if sheet.cancelled or sheet.over:
            return
        if sheet.lacks or sheet.unreported:
            self.lacks = Lacks(sheet)
            self.lacks.item_asked.connect(self.item_asked)
            self.lacks.body_asked.connect(self.body_asked)
            self.lacks.urgent_asked.connect(self.urgent_asked)
            self.column.addWidget(Section(_("Lacking"), self.lacks, INSET))
        elif sheet.news.first:
            told = Text(_("Nothing is lacking; it can be sent."), "body", QUIET, wrap=True)
            self.column.addWidget(Section(_("Lacking"), told))

    def _add_dates(self) -> None:
        sheet, whole = self._sheet, QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=4)
        dates = sheet.dates
        if dates.papers or dates.announced or dates.summons:
            due = Due(sheet)
            due.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(due)
        if dates.summons is None:
            told = _("No rule of {body} says how long before the meeting it is sent.")
            body = inside(sheet.meeting.body.name)
            words_ = Text(told.format(body=body), "body", QUIET, wrap=True)
            words_.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(words_)
        if sheet.assembly and not sheet.locked and not sheet.cancelled:
            noted = sheet.meeting.announced_on is not None
            name = _("Take the announcement back") if noted else _("It was announced today")
            column.addWidget(Acts([(name, lambda: self.announced.emit(not noted))]))
        self.column.addWidget(Section(_("By when"), whole, INSET))

    def _add_called(self) -> None:
        sheet, whole = self._sheet, QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=6)
        if sheet.called.recipients:
            column.addWidget(Text(told_words.called(sheet), wrap=True))
        else:
            told = _("Nobody who is called has an e-mail address; write them under Bodies and people (F7).")
            column.addWidget(Text(told, "body", QUIET, wrap=True))
        follows = _("The list follows from the seats on the day of the meeting, and from who is invited.")
        column.addWidget(Text(follows, "small", QUIET, wrap=True))
        if sheet.called.unreachable:
            column.addWidget(Text(told_words.unreachable(sheet), "body", QUIET, wrap=True))
        self.column.addWidget(Section(_("Who is called"), whole))
