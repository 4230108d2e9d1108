"""The overview, the first page each morning: what waits, and beside it how it stands at a glance."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import overview_words as say
from klubban.domain.duty import Standing
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, current, pgettext
from klubban.operations.board import Board, export_calendar, read_board
from klubban.operations.overview import prepare_overview, read_glance, who_may, who_sits_here
from klubban.store.trouble import Trouble
from klubban.ui import clock
from klubban.ui.meeting.export import Exporter
from klubban.ui.overview.beside import Beside
from klubban.ui.overview.framed import Framed
from klubban.ui.overview.leads import lead
from klubban.ui.overview.midnight import NewDay
from klubban.ui.overview.rows import DutyDelegate, DutyRow, rows
from klubban.ui.overview.scope_bar import ME, ScopeBar, scope_of
from klubban.ui.registers.surface import sentence
from klubban.ui.room import Room
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, Rule, Text, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex

    from klubban.domain.duty import Duty
    from klubban.domain.scope import Mine, Scope
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter

_WIDE, _BESIDE, _LEAST = 840, 460, 300


class OverviewPage(Room):
    """Header with the day and for whom it is; what waits at the left, cards at the right, and the foot."""

    board_read = Signal(object)
    """What is to be done, as it was just read."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self._board = Board(clock.today(), (), ())
        self._mine: Mine | None = None
        self._value: object = None
        self._met = False
        self._whole: set[Standing] = set()
        self.foot, self.banner = KeyFoot(_("State")), Banner()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.list = RowList(_("What waits"))
        self.list.setItemDelegate(DutyDelegate(self.list))
        self.list.point_at_rows()
        self.list.activated.connect(self._follow)
        self.list.clicked.connect(self._follow)
        self.beside = Beside()
        self.beside.meeting_asked.connect(lambda id_: self.meeting_asked.emit(id_, None))
        self.beside.commitment_asked.connect(lambda id_: self.room_asked.emit("plans", id_))
        self.beside.assignment_asked.connect(lambda id_: self.room_asked.emit("assignments", id_))
        self._build()
        self._fill = QTimer(self, singleShot=True, interval=0)
        self._fill.timeout.connect(self.show_glance)
        self._day = NewDay(self)
        self._day.turned.connect(self.reload)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+P": self.export_record,
            "K": self.export_calendar,
            "T": self.beside.turn,
            "Alt+Left": lambda: self._turn(-1),
            "Alt+Right": lambda: self._turn(1),
        }
        bind_keys(self, keys)

    def _build(self) -> None:
        self.scope_bar = ScopeBar()
        self.scope_bar.chosen.connect(self.choose)
        self.scope_bar.named.connect(self._sit_here)
        save, calendar = Button(_("Save as PDF")), Button(_("To the calendar"))
        save.setToolTip("Ctrl+P")
        calendar.setToolTip("K")
        save.clicked.connect(self.export_record)
        calendar.clicked.connect(self.export_calendar)
        self._sum, below = Text("", "body", QUIET, wrap=True), QWidget()
        under = QVBoxLayout(below)
        spaced(under, gap=8)
        under.addWidget(self._sum)
        under.addWidget(self.scope_bar)
        self.header = Header(below, QWidget(), [calendar, save])
        waits = Framed(_("What waits"), padded=(12, 14, 4, 8))
        waits.head.setContentsMargins(8, 0, 0, 0)
        waits.setMaximumWidth(_WIDE)
        self._told = Text("", "body", QUIET, wrap=True)
        self._told.setContentsMargins(8, 4, 12, 8)
        waits.column.addWidget(self._told)
        waits.column.addWidget(self.list, 1)
        self.beside.setMinimumWidth(_LEAST)
        self.beside.setMaximumWidth(_BESIDE)
        across, whole = QHBoxLayout(), QVBoxLayout(self)
        spaced(across, (28, 4, 12, 16), 20)
        across.addWidget(waits, 60)
        across.addWidget(self.beside, 40)
        across.addStretch(1)
        spaced(whole)
        whole.addWidget(self.header)
        whole.addWidget(self.banner)
        whole.addLayout(across, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:  # noqa: ARG002 - it is of all meetings
        """Show it, with the keyboard at its first line."""
        if (layout := self.layout()) is not None:
            layout.activate()  # so that rows are measured at the width that they get
        self.reload()
        QTimer.singleShot(0, self, self.enter)  # once the room is the page that is seen

    def enter(self) -> None:
        """Give the keyboard to the list."""
        if not self.list.currentIndex().isValid():
            self.list.step(1)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> bool:
        """Read it again; the cards follow once the list is painted."""
        today = clock.today()
        self._board = read_board(self._database, today, near=True)
        self.board_read.emit(self._board)
        self._meet()
        if self._value not in (ME, None, *(body.id for body in self._board.bodies)):
            self._value = None
        self._show()
        return True

    def _meet(self) -> None:
        """Find out who sits here; the first time it is for them, if anybody in the register does."""
        name = self._settings.sits_here or self._database.who
        self._mine = who_sits_here(self._database, name, self._board.today)
        if not self._met and self._mine is not None and self._mine.bodies:
            self._value = ME
        self._met = True

    def show_glance(self) -> None:
        """Fill the cards; a file that was closed has none."""
        if self._database.is_open:
            found = read_glance(self._database, self._board, self.scope)
            self.beside.show_glance(found, self._board.today)

    @property
    def filling(self) -> bool:
        """Tell whether the cards are still to come."""
        return self._fill.isActive()

    def step(self, by: int) -> None:
        """Go to the next line."""
        self.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round: what waits, the cards, and for whom it is."""
        chips = self.scope_bar.chips
        return [self.list, *self.beside.lists, *([chips] if chips is not None else [])]

    def stop(self) -> None:
        """End the watch for midnight; the file is closed."""
        self._day.stop()
        self._fill.stop()

    def export_record(self) -> None:
        """Write the overview as it is shown."""
        scope = self.scope
        self.exporter.write(self, lambda: [prepare_overview(self._database, clock.today(), scope)])

    def export_calendar(self) -> None:
        """Write what is to be done as a calendar file."""
        folder = self._settings.export_folder
        if folder is None:
            self.exporter.choose_folder(self, self.export_calendar)
            return
        stamped = datetime.combine(clock.today(), clock.now().timetz())
        try:
            path = export_calendar(self._database, folder, stamped=stamped, scope=self.scope)
        except Trouble as trouble:
            self.failed.emit(trouble)
        except RuleBroken as broken:
            self.foot.say(sentence(broken))
        else:
            told = _("{file} is in {folder}.").format(file=path.name, folder=folder)
            self.foot.say(told, [(_("Close"), lambda: self.foot.say(""))])

    # --- what is shown

    @property
    def scope(self) -> Scope:
        """Return for whom it is."""
        return scope_of(self._value, self._mine)

    @property
    def shown(self) -> tuple[Duty, ...]:
        """Return what is shown."""
        return self._board.near(self.scope)

    def choose(self, value: object) -> None:
        """Show it for somebody else."""
        self._value = value
        self._whole.clear()
        self._show()

    def _sit_here(self, name: str) -> None:
        self._settings.sits_here = name
        self._mine = who_sits_here(self._database, name, self._board.today)
        self._show()
        self.enter()

    def _show(self) -> None:
        today, shown = self._board.today, self.shown
        self.header.title.setText(say.day(today, current()))
        self.scope_bar.show_bodies(self._board.bodies, self._value)
        asked = who_may(self._database, today) if self._value == ME else ()
        self.scope_bar.show_who(self._mine, asked)
        self._sum.setText(say.summary(*say.late_and_soon(shown, today), current()))
        self._told.setText(self._nothing())
        self._told.setVisible(not shown)
        self.list.rows.set_rows(list(rows(shown, today, self._whole)))
        self.foot.show_keys([self._keys()])
        self._fill.start()

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

    def _turn(self, by: int) -> None:
        """Show it for the next in the row of chips, or the one before."""
        order = self.scope_bar.order
        self.choose(order[(order.index(self._value) + by) % len(order)])

    def _keys(self) -> list[KeyName]:
        return [
            KeyName(pgettext("key", "Enter"), _("go there")),
            KeyName("Alt+←→", _("for whom")),
            KeyName("F6", _("the cards")),
            KeyName("T", _("tables")),
            KeyName("Ctrl+P", _("PDF")),
            KeyName("K", _("calendar")),
            KeyName("Shift+F5", _("back to the meeting")),
        ]

    # --- where it leads

    def _follow(self, index: QModelIndex) -> None:
        row = self.list.rows.row(index.row())
        if isinstance(row, DutyRow) and row.duty is not None:
            lead(self, row.duty)
        elif isinstance(row, DutyRow) and row.more is not None:
            self._whole.add(row.more)
            self._show()
            self.list.setCurrentIndex(self.list.rows.index(index.row(), 0))
