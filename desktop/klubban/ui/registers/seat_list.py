"""The seats of a body by role: one line each, one of them open at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klubban.domain.body import SeatRole
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, ngettext
from klubban.operations.seats import move_seat
from klubban.ui.registers.seat_editor import PREFIX, SeatEditor
from klubban.ui.registers.seat_offers import SeatOffers
from klubban.ui.registers.seat_row import INSET, SeatRow, said
from klubban.ui.registers.sheet import BY_PARTY, GROUPS
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.body import Seat
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet
    from klubban.ui.registers.surface import RegisterSurface

_LEFT = Qt.AlignmentFlag.AlignLeft


class SeatList(QWidget):
    """Lines, and the editor of the one that is open."""

    person_asked = Signal(int)
    import_asked = Signal()
    failed = Signal(Exception)

    def __init__(
        self, database: Database, surface: RegisterSurface[Sheet], sheet: Sheet, day: date, *, locked: bool
    ) -> None:
        super().__init__()
        self._database, self._surface, self._sheet, self._day = database, surface, sheet, day
        self._locked, self._past, self._added = locked, False, False
        self.rows: list[SeatRow] = []
        self._editor: SeatEditor | None = None
        self._offers = SeatOffers(database, sheet)
        self._offers.import_asked.connect(self.import_asked)
        self._offers.added.connect(self._expect)
        self._offers.opened.connect(surface.show_whole)
        self._offers.failed.connect(self.failed)
        self._column = QVBoxLayout(self)
        spaced(self._column)
        self._write()

    # --- showing

    def take(self, sheet: Sheet) -> bool:
        """Show the seats as they are now, and tell whether they are others than before.

        As long as the same seats stand in the same order, nothing moves under what is being typed.
        """
        before, self._sheet = self._sheet, sheet
        self._offers.take(sheet)
        opened = self._editor.seat if self._editor else None
        if _shape(before) != _shape(sheet):
            self._write_anew(before, opened)
            return True
        for row in self.rows:
            seat = sheet.seat(row.seat.id)
            if seat is not None:
                row.show_seat(said(seat, sheet))
        if opened is not None and not _only_words(opened, sheet.seat(opened.id)):
            self.close_seat(lost=True)
            self.open(opened.id)
        return before.seats != sheet.seats

    def _write_anew(self, before: Sheet, opened: Seat | None) -> None:
        """Write other lines; give the keyboard back to what had it, or to the seat that is new."""
        held, focus = self._held(), QApplication.focusWidget()
        editor = self._kept()
        if editor is None:
            self.close_seat(lost=True)
        else:
            editor.setParent(self)  # out of the lines, which go
        self._write()
        if editor is not None:
            self._lay_again(editor)
        new = {seat.id for seat in self._sheet.seats} - {seat.id for seat in before.seats}
        if focus is not None and any(part and part.isAncestorOf(focus) for part in (editor, self._offers)):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif opened is not None and self._sheet.seat(opened.id) == opened and held == opened.id:
            self.open(opened.id)
        elif held is not None or self._added:
            self._focus(min(new) if new else held or 0)
        self._added = False

    def _kept(self) -> SeatEditor | None:
        """Return the editor, where something is begun in it whose seat is there as before."""
        editor = self._editor
        if editor is None or not (editor.asking or self._surface.unsaved(PREFIX)):
            return None
        seat = self._sheet.seat(editor.seat.id)
        there = seat in self._sheet.present or self._past
        return editor if there and _only_words(editor.seat, seat) else None

    def _lay_again(self, editor: SeatEditor) -> None:
        """Lay what is begun below its line, among the lines as they are now."""
        row = next((row for row in self.rows if row.seat.id == editor.seat.id), None)
        if row is None:
            self.close_seat(lost=True)
        else:
            editor.take(self._sheet)
            self._lay_below(row, editor)

    def _held(self) -> int | None:
        """Return the seat that has the keyboard, or whose editor has it."""
        now = QApplication.focusWidget()
        if now is None:
            return None
        if self._editor is not None and self._editor.isAncestorOf(now):
            return self._editor.seat.id
        return next((row.seat.id for row in self.rows if row is now), None)

    def _write(self) -> None:
        """Write all lines."""
        self._offers.setParent(self)  # a form that is begun in it stays
        emptied(self._column)
        self.rows = []
        for roles, title in zip(GROUPS, _titles(self._sheet), strict=True):
            seats = [seat for seat in self._sheet.present if seat.role in roles]
            if seats or SeatRole.MEMBER in roles:
                self._column.addWidget(self._group(title, seats, members=SeatRole.MEMBER in roles))
        if self._sheet.former:
            self._column.addWidget(Section(_("Former holders"), self._former(), INSET))
        for part in self.findChildren(Section):
            part.show()
        if self.rows:
            self.rows[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _group(self, title: str, seats: Sequence[Seat], *, members: bool) -> Section:
        content = QWidget()
        column = QVBoxLayout(content)
        spaced(column)
        if members and (told := _counted(self._sheet)):
            column.addWidget(_words(told))
        for seat in seats:
            column.addWidget(self._row(seat))
        if members and not self._locked:
            column.addWidget(self._offers)
            self._offers.show()
        elif len(seats) > 1 and not self._locked and seats[0].role is SeatRole.ALTERNATE:
            column.addWidget(_words(_("Alt+Up and Alt+Down move the marked line.")))
        return Section(title, content, INSET)

    def _row(self, seat: Seat) -> SeatRow:
        row = SeatRow(said(seat, self._sheet))
        row.clicked.connect(lambda: self._swap(seat.id))
        row.walked.connect(lambda by: self._walk(row, by))
        self.rows.append(row)
        return row

    def _former(self) -> QWidget:
        """Return those who left, behind a link."""
        content, former = QWidget(), self._sheet.former
        column = QVBoxLayout(content)
        spaced(column)
        told = ngettext("{count} who had a seat before", "{count} who had seats before", len(former))
        link = Link(told.format(count=len(former)), "item")
        link.clicked.connect(self._swap_past)
        column.addWidget(link, 0, _LEFT)
        if self._past:
            for seat in former:
                column.addWidget(self._row(seat))
        return content

    def _expect(self) -> None:
        """Let the seat that is added have the keyboard, once it is among the lines."""
        self._added = True

    def _swap_past(self) -> None:
        if self.close_seat():
            self._past = not self._past
            self._write()

    # --- one of them in hand

    @property
    def opened(self) -> SeatEditor | None:
        """Return the editor of the seat that is open."""
        return self._editor

    def open(self, seat_id: int) -> None:
        """Open a seat below its line."""
        seat = self._sheet.seat(seat_id)
        row = next((row for row in self.rows if row.seat.id == seat_id), None)
        if seat is None or row is None or self._locked or not self.close_seat():
            return
        editor = SeatEditor(self._database, self._surface, self._sheet, seat, self._day)
        editor.left.connect(self._leave)
        editor.person_asked.connect(self.person_asked)
        editor.failed.connect(self.failed)
        self._editor = editor
        self._lay_below(row, editor)
        editor.enter()
        self._surface.show_whole(editor)

    @staticmethod
    def _lay_below(row: SeatRow, editor: SeatEditor) -> None:
        row.mark(opened=True)
        place = row.parentWidget()
        layout = place.layout() if place is not None else None
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(row) + 1, editor)
        editor.show()  # now: Qt does it later, and what is not shown takes no keys

    def close_seat(self, *, lost: bool = False) -> bool:
        """Close the seat that is open; False when something typed in it cannot be saved, and is not lost."""
        editor = self._editor
        if editor is None:
            return True
        if not self._surface.forget(PREFIX, lost=lost):
            return False
        self._editor = None
        for row in self.rows:
            row.mark(opened=False)
        editor.hide()
        editor.deleteLater()
        return True

    def _swap(self, seat_id: int) -> None:
        if self._editor is not None and self._editor.seat.id == seat_id:
            self._leave()
        else:
            self.open(seat_id)

    def _leave(self) -> None:
        seat = self._editor.seat.id if self._editor else None
        if self.close_seat() and seat is not None:
            self._focus(seat)

    def _focus(self, seat_id: int) -> None:
        row = next((row for row in self.rows if row.seat.id == seat_id), None)
        if row is not None:
            self._stop_at(row)

    def _walk(self, row: SeatRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self._stop_at(self.rows[place])

    def _stop_at(self, row: SeatRow) -> None:
        """Give a line the keyboard; Tab comes back to it, and not to each of them."""
        for each in self.rows:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is row else Qt.FocusPolicy.ClickFocus)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._surface.ensureWidgetVisible(row, 0, 40)

    def move_held(self, by: int) -> bool:
        """Move the seat that has the keyboard up or down among those of its role; tell whether one has it."""
        held = self._held()
        seat = self._sheet.seat(held) if held is not None else None
        if seat is None or self._locked:
            return False
        group = next(roles for roles in GROUPS if seat.role in roles)
        near = [each for each in self._sheet.present if each.role in group]
        place = near.index(seat) + by if seat in near else -1
        if 0 <= place < len(near):
            move_seat(self._database, seat.id, self._sheet.seats.index(near[place]))
        return True


def _words(told: str) -> Text:
    words_ = Text(told, "small", QUIET, wrap=True)
    words_.setContentsMargins(INSET, 0, INSET, 4)
    return words_


def _titles(sheet: Sheet) -> tuple[str, ...]:
    order, alternates = sheet.body.rules.alternates, _("Alternates")
    if order in BY_PARTY:
        alternates = _("Alternates, in their order of call within each party")
    elif order is OrderOfCall.COMMON_LIST:
        alternates = _("Alternates, in their order of call")
    return (
        _("Members"),
        alternates,
        _("Staff representatives"),
        _("Co-opted people"),
        _("Secretary"),
    )


def _counted(sheet: Sheet) -> str:
    """Return how many seats there are and how many of them are vacant, in a sentence."""
    now = [seat for seat in sheet.seats if seat.role.decides and seat.covers(sheet.today)]
    vacant = sum(seat.person is None for seat in now)
    of = sheet.body.seats
    if not now:
        return _("Nobody has a seat yet. Add seats one by one, or read in a list from Excel or CSV.")
    parts = []
    if of and len(now) != of:
        parts.append(_("{count} of {seats} seats are written here.").format(count=len(now), seats=of))
    if vacant:
        told = ngettext("{count} seat is vacant.", "{count} seats are vacant.", vacant)
        parts.append(told.format(count=vacant))
    return " ".join(parts)


def _shape(sheet: Sheet) -> object:
    """Return what decides which lines there are, and where."""
    lines = [(seat.id, seat.role, seat.person is None) for seat in sheet.present]
    return lines, [seat.id for seat in sheet.former], sheet.body.rules.alternates, _counted(sheet)


def _only_words(before: Seat, now: Seat | None) -> bool:
    """Tell whether a seat is the same but for what can be typed in it."""
    return now is not None and (now.person, now.role) == (before.person, before.role)
