"""What is to be looked at before the verification; each sentence leads to where it is put right."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.documents import checklist_words
from klubban.domain.meeting import Stage
from klubban.i18n import _, current
from klubban.ui.meeting.checking import counted
from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.leads import INSET, Leads
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.meeting import Meeting
    from klubban.domain.points import Point


class ChecklistSurface(Surface):
    """Shows the points; where there are none, what comes next."""

    chosen = Signal(object)
    """The Point that is to be put right."""
    ready_asked = Signal(bool)
    """The protocol is ready to be verified, or not yet after all."""
    notes_asked = Signal()

    def __init__(self, meeting: Meeting, found: Sequence[Point], *, locked: bool) -> None:
        super().__init__(_("Checklist"))
        self.points = tuple(found)
        self._meeting, self._locked = meeting, locked
        self._groups: list[Leads] = []
        self.next: Button | Link | None = None
        self.add(Text(_("Checklist"), "title"))
        below = Text(self._sentence(), "item", QUIET, wrap=True)
        below.setContentsMargins(0, 2, 0, 14)
        self.add(below)
        for _item, group in groupby(self.points, key=lambda point: point.item):
            self._add_group(tuple(group))
        if not locked:
            self._add_next()
        self.end()

    def enter(self) -> None:
        """Give the keyboard to the first point, or to what comes next."""
        if self._groups:
            self._groups[0].enter()
        elif self.next is not None:
            self.next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _sentence(self) -> str:
        if self._meeting.stage is Stage.READY and not self.points:
            return _("Nothing to remark on. The protocol is ready to be verified.")
        if not self.points and self._meeting.stage is Stage.IN_SESSION:
            return _("Nothing to remark on so far. When the meeting is closed the whole of it is looked at.")
        if not self.points and self._meeting.body.rules.verified:
            return _("Nothing to remark on. When you have read it through, it is ready to be verified.")
        if not self.points:
            return _("Nothing to remark on.")
        told = counted(self.points)
        return _("{count}. Enter leads to where it is put right; F12 leads back here.").format(count=told)

    def _add_group(self, group: Sequence[Point]) -> None:
        """Add what concerns one item, or the meeting as a whole."""
        meeting, texts = self._meeting, current()
        leads = Leads([checklist_words.sentence(point, meeting, texts) for point in group])
        leads.chosen.connect(lambda number: self.chosen.emit(group[number]))
        self._groups.append(leads)
        self.add(Section(checklist_words.place(group[0], meeting, texts), leads, INSET))

    def _add_next(self) -> None:
        """Offer what comes after the checklist; it may be done although something is left."""
        rules, stage = self._meeting.body.rules, self._meeting.stage
        if stage is Stage.CLOSED and rules.verified:
            title = _("Ready to be verified") if not self.points else _("Ready to be verified all the same")
            self._offer(title, lambda: self.ready_asked.emit(True))
        elif stage is Stage.READY:
            self._offer(_("Not ready yet"), lambda: self.ready_asked.emit(False))
        elif stage is Stage.CLOSED and not rules.protocol and self._meeting.notes_sent is None:
            self._offer(_("Send out the notes"), self.notes_asked.emit)

    def _offer(self, title: str, act: Callable[[], object]) -> None:
        first = not self.points and self._meeting.stage is Stage.CLOSED
        self.next = Button(title, chief=True) if first else Link(title, "item")
        self.next.clicked.connect(lambda _on=False: act())
        line, row = QWidget(), QHBoxLayout()
        spaced(row, (0, 4 if first else 12, 0, 0))
        row.addWidget(self.next)
        row.addStretch()
        line.setLayout(row)
        self.add(line)
