"""The head of a meeting's page: where it stands, the one thing that comes next, and what else can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from klubban.domain.meeting import Stage
from klubban.i18n import _
from klubban.ui.meeting import more_menu, session_now, words
from klubban.ui.meeting.pager import PageWay
from klubban.ui.meeting.session_now import Act
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.header import Header, StageLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.domain.meeting import Meeting


class MeetingHead(Header):
    """Shows a meeting's title, its stages, and its acts."""

    act_asked = Signal(object)
    """An Act is to be done."""
    roll_asked = Signal()
    room_asked = Signal(str)

    def __init__(self) -> None:
        self.stages, self.way = StageLine(), PageWay()
        self._roll, self._summons, self._after, self._chair = (
            _way(_("Roll"), "F9"),
            _way(_("Summons"), "F3"),
            _way(_("After the meeting"), "Shift+F3"),
            _way(_("Chair"), "F11"),
        )
        self.more, self._stop = Button(_("More documents …")), Button("")
        self.menu, self._stops = QMenu(self.more), QMenu(self._stop)
        self.more.setMenu(self.menu)
        self._stop.setMenu(self._stops)
        self.chief = Button("", chief=True)
        self._act = Act.EXPORT
        self._told = (0, "")
        links = (self._summons, self._roll, self._chair, self._after)
        super().__init__(self.stages, self.way, [*links, self.more, self._stop, self.chief])
        self.chief.clicked.connect(lambda: self.act_asked.emit(self._act))
        self._roll.clicked.connect(self.roll_asked)
        self._summons.clicked.connect(partial(self.room_asked.emit, "summons"))
        self._after.clicked.connect(partial(self.room_asked.emit, "after"))
        self._chair.clicked.connect(partial(self.room_asked.emit, "chair"))

    def show_meeting(self, meeting: Meeting, item: int, now: datetime) -> None:
        """Show where a meeting stands with an item in hand."""
        self.title.setText(words.title(meeting, now.date()))
        line = words.stages(meeting.body.rules, meeting.stage)
        told = [words.stage(each) for each in line]
        told[line.index(meeting.stage)] = session_now.stage_words(meeting, now)
        self.stages.show_stage(told, line.index(meeting.stage))
        self._announce(meeting.id, told[line.index(meeting.stage)])
        self._act = session_now.chief(meeting, item, now)
        self.chief.setText(session_now.label(self._act, meeting))
        self.chief.setToolTip(session_now.named_key(self._act))
        held = meeting.stage is Stage.IN_SESSION
        over = meeting.stage not in (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)
        self._summons.setVisible(self._act is not Act.SUMMONS and not held)
        self._after.setVisible(over and self._act is not Act.AFTER)
        self._chair.setHidden(held)  # while the meeting is held, they stand in the menu
        self._show_stops(meeting, now)

    def _announce(self, meeting_id: int, stage: str) -> None:
        """Tell those who do not see it when the meeting that is shown turns to another stage."""
        before, self._told = self._told, (meeting_id, stage)
        if before[0] == meeting_id and before != self._told:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, stage))

    def _show_stops(self, meeting: Meeting, now: datetime) -> None:
        """Offer the ways to break off."""
        offered = session_now.offered(meeting, now)
        self._stop.setVisible(bool(offered))
        self._stop.setText(session_now.label(Act.ADJOURN, meeting))
        self._stops.clear()
        for act in offered:
            if act is Act.CLOSE:
                self._stops.addSeparator()
            key = session_now.named_key(act)  # after a tab it is only shown; the page has the shortcut
            told = "\t".join(filter(None, (session_now.label(act, meeting), key)))
            self._stops.addAction(told, partial(self._ask, act))

    def _ask(self, act: Act, *_checked: bool) -> None:
        self.act_asked.emit(act)

    def fill_more(
        self,
        meeting: Meeting,
        number: int | None,
        export: Callable[[str, int | None], object],
        choose_folder: Callable[[], object],
    ) -> None:
        """Offer the documents beside the protocol; while the meeting is held, the other rooms too."""
        held = meeting.stage is Stage.IN_SESSION
        self.more.setText(_("More …") if held else _("More documents …"))
        self.menu.clear()
        output = _("Print and export …") + "\tCtrl+P"
        self.menu.addAction(output, partial(self.room_asked.emit, "output"))
        self.menu.addSeparator()
        if held:
            ways = (
                (_("Summons"), "summons", "F3"),
                (_("Chair"), "chair", "F11"),
                (_("Verification and after"), "after", "Shift+F3"),
            )
            for title, room, key in ways:
                self.menu.addAction(f"{title}\t{key}", partial(self.room_asked.emit, room))
            self.menu.addAction(_("Checklist") + "\tF12", partial(self._ask, Act.CHECK))
            self.menu.addSeparator()
        more_menu.fill(self.menu, meeting, number, export, choose_folder)


def _way(title: str, key: str) -> Link:
    link = Link(title)
    link.setToolTip(key)
    return link
