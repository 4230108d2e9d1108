"""The board of deadlines: the late first, then by day; each line leads to where it is done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents import board_words as say
from klubban.domain.duty import Standing, Wanted
from klubban.domain.errors import RuleBroken
from klubban.domain.scope import Scope
from klubban.i18n import _, current, pgettext
from klubban.operations.board import Board, export_calendar, prepare_board, read_board
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.overview.midnight import NewDay
from klubban.ui.overview.rows import DutyDelegate, DutyRow, rows
from klubban.ui.meeting.export import Exporter
from klubban.ui.registers.surface import sentence
from klubban.ui.room import Room
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, Rule, Text, emptied, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex

    from klubban.domain.duty import Duty
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter

_WIDE = 860
_IN_SUMMONS = (Wanted.PAPERS, Wanted.ANNOUNCEMENT, Wanted.SUMMONS)
_STEPS = {
    Wanted.DRAFT: "draft",
    Wanted.NOTICE: "notice",
    Wanted.NOTICE_ANEW: "notice",
    Wanted.NOTICE_DOWN: "notice",
    Wanted.APPEAL: "force",
    Wanted.ASK: "force",
    Wanted.ANSWER: "force",
}
"""The steps after a meeting that a duty belongs to; to be verified is where its meeting has come to."""
_AT_DESK = (Wanted.HELD, Wanted.COMMENTS, Wanted.REASONS)


class OverviewPage(Room):
    """Header with the bodies, the list, and the foot."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self._board = Board(clock.today(), (), ())
        self._body: int | None = None
        self.foot, self.banner = KeyFoot(_("State")), Banner()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.list = RowList(_("To be done"))
        self.list.setItemDelegate(DutyDelegate(self.list))
        self.list.point_at_rows()
        self.list.activated.connect(self._follow)
        self.list.clicked.connect(self._follow)
        self._build()
        self._day = NewDay(self)
        self._day.turned.connect(self.reload)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+P": self.export_record,
            "K": self.export_calendar,
            "Alt+Left": lambda: self._turn(-1),
            "Alt+Right": lambda: self._turn(1),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _build(self) -> None:
        self._bodies = QWidget()
        self._row = QVBoxLayout(self._bodies)
        spaced(self._row)
        self._chips: OneOf | None = None
        save, calendar = Button(_("Save as PDF")), Button(_("To the calendar"))
        save.setToolTip("Ctrl+P")
        calendar.setToolTip("K")
        save.clicked.connect(self.export_record)
        calendar.clicked.connect(self.export_calendar)
        self.header = Header(self._bodies, QWidget(), [calendar, save])
        self._sum = Text("", "title", wrap=True)
        self._told = Text("", "body", QUIET, wrap=True)
        held = QWidget()
        held.setMaximumWidth(_WIDE)
        column, whole = QVBoxLayout(held), QVBoxLayout(self)
        spaced(column, (28, 22, 8, 8))
        spaced(whole)
        for words in (self._sum, self._told):
            words.setContentsMargins(12, 0, 0, 6)
            column.addWidget(words)
        column.addWidget(self.list, 1)
        for part in (self.header, Rule(), self.banner):
            whole.addWidget(part)
        whole.addWidget(held, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:  # noqa: ARG002 - the board is of all meetings
        """Show the board, with the keyboard at its first line."""
        self.reload()
        QTimer.singleShot(0, self, self.enter)  # once the room is the page that is seen

    def enter(self) -> None:
        """Give the keyboard to the list."""
        if not self.list.currentIndex().isValid():
            self.list.step(1)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> bool:
        """Read it again."""
        self._board = read_board(self._database, clock.today())
        if self._body not in {body.id for body in self._board.bodies}:
            self._body = None
        self._show()
        return True

    def step(self, by: int) -> None:
        """Go to the next line."""
        self.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.list, *([self._chips] if self._chips is not None else [])]

    def stop(self) -> None:
        """End the watch for midnight; the file is closed."""
        self._day.stop()

    def export_record(self) -> None:
        """Write the list as it is shown."""
        self.exporter.write(self, lambda: [prepare_board(self._database, clock.today(), self._body)])

    def export_calendar(self) -> None:
        """Write what is to be done as a calendar file."""
        folder = self._settings.export_folder
        if folder is None:
            self.exporter.choose_folder(self, self.export_calendar)
            return
        now = clock.now()
        stamped = datetime.combine(clock.today(), now.timetz())
        try:
            path = export_calendar(self._database, folder, stamped=stamped, body_id=self._body)
        except Trouble as trouble:
            self.failed.emit(trouble)
        except RuleBroken as broken:
            self.foot.say(sentence(broken))
        else:
            told = _("{file} is in {folder}.").format(file=path.name, folder=folder)
            self.foot.say(told, [(_("Close"), lambda: self.foot.say(""))])

    # --- what is shown

    @property
    def shown(self) -> tuple[Duty, ...]:
        """Return what is shown."""
        return self._board.near(Scope(self._body))

    def _show(self) -> None:
        today, shown = self._board.today, self.shown
        self.header.title.setText(pgettext("deadlines", "To be done"))
        self._show_bodies()
        late, now = (
            sum(each.standing(today) is stands for each in shown)
            for stands in (Standing.LATE, Standing.TODAY)
        )
        self._sum.setText(say.summary(late, now, current()))
        self._told.setText(self._nothing())
        self._told.setVisible(not shown)
        self.list.rows.set_rows(list(rows(shown, today)))
        self.foot.show_keys([self._keys()])

    def _nothing(self) -> str:
        """Return what is to be done where nothing is."""
        if not self._board.bodies:
            return _(
                "There are no bodies yet. Add one under Bodies and people (F7); what law and rules want of"
                " its meetings is then told here."
            )
        return _(
            "Nothing is to be done in the next two months. Plan meetings (F5), and their summons,"
            " verifications and notices are watched here."
        )

    def _show_bodies(self) -> None:
        options: list[tuple[object, str]] = [(None, pgettext("bodies", "All"))]
        options += [(body.id, body.short or body.name) for body in self._board.bodies]
        if self._chips is not None and self._chips.options == options:
            self._chips.hold(self._body)
            return
        emptied(self._row)
        self._chips = OneOf(_("Whose deadlines"), options, self._body)
        self._chips.chosen.connect(self._choose_body)
        self._row.addWidget(self._chips)

    def _choose_body(self, body: object) -> None:
        self._body = body if isinstance(body, int) else None
        self._show()

    def _turn(self, by: int) -> None:
        """Show the next body, or the one before; all of them come before the first."""
        order = [None, *(body.id for body in self._board.bodies)]
        self._choose_body(order[(order.index(self._body) + by) % len(order)])

    def _keys(self) -> list[KeyName]:
        return [
            KeyName(pgettext("key", "Enter"), _("go there")),
            KeyName("Alt+←→", _("another body")),
            KeyName("Ctrl+P", _("PDF")),
            KeyName("K", _("calendar")),
            KeyName("Shift+F5", _("back to the meeting")),
        ]

    # --- where it leads

    def _follow(self, index: QModelIndex) -> None:
        row = self.list.rows.row(index.row())
        if isinstance(row, DutyRow) and row.duty is not None:
            self.lead(row.duty)

    def lead(self, duty: Duty) -> None:
        """Go where a duty is done."""
        if duty.matter is not None:
            self.matter_asked.emit(duty.matter)
        elif duty.meeting is None:
            return
        elif duty.item is not None or duty.what in _AT_DESK:
            self.meeting_asked.emit(duty.meeting, duty.item)
        elif duty.what in _STEPS:
            self.after_asked.emit(duty.meeting, _STEPS[duty.what])
        else:
            self.room_asked.emit("summons" if duty.what in _IN_SUMMONS else "after", duty.meeting)
