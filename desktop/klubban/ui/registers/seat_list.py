"""The seats of a body by role: one line each, one of them open at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from klubban.domain.body import SeatRole
from klubban.i18n import _, ngettext
from klubban.operations.seats import move_seat
from klubban.ui.registers import words
from klubban.ui.registers.seat_editor import PREFIX, SeatEditor
from klubban.ui.registers.seat_forms import new_seat
from klubban.ui.registers.seat_row import INSET, SeatRow, said
from klubban.ui.registers.sheet import GROUPS
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.body import Seat
    from klubban.store.database import Database
    from klubban.ui.registers.form import Form
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
        self._locked, self._past = locked, False
        self.rows: list[SeatRow] = []
        self._editor: SeatEditor | None = None
        self._form: Form | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column)
        self._write()

    # --- showing

    def take(self, sheet: Sheet) -> bool:
        """Show the seats as they are now, and tell whether they are others than before.

        As long as the same seats stand in the same order, nothing moves under what is being typed.
        """
        before, self._sheet = self._sheet, sheet
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
        """Write other lines, and give the keyboard to the seat that had it, or that is new."""
        held = self._held()
        asked = self._form is not None and self._form.isVisible()
        self.close_seat(lost=True)
        self._write()
        new = {seat.id for seat in self._sheet.seats} - {seat.id for seat in before.seats}
        if opened is not None and self._sheet.seat(opened.id) == opened and held == opened.id:
            self.open(opened.id)
        elif held is not None or asked:
            self._focus(min(new) if new else held or 0)

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
        emptied(self._column)
        self.rows, self._form = [], None
        for roles, title in zip(GROUPS, _titles(), strict=True):
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
            column.addWidget(self._offers())
        elif len(seats) > 1 and not self._locked and seats[0].role is SeatRole.ALTERNATE:
            column.addWidget(_words(_("Alt+Up and Alt+Down move the one in hand.")))
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

    def _swap_past(self) -> None:
        if self.close_seat():
            self._past = not self._past
            self._write()

    # --- new seats

    def _offers(self) -> QWidget:
        """Return the line that offers a new seat, and to read in a list."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, (0, 6, 0, 0))
        line = QWidget()
        flow = FlowLayout(line, 4)
        add = Link(_("New seat …"), "item")
        add.clicked.connect(lambda: self._ask_role(column))
        read = Link(_("Read in members …"), "item")
        read.clicked.connect(self.import_asked)
        flow.addWidget(add)
        flow.addWidget(read)
        column.addWidget(line)
        return whole

    def _ask_role(self, column: QVBoxLayout) -> None:
        """Ask which role, as a line of links below."""
        _drop_after(column, 1)
        line = QWidget()
        flow = FlowLayout(line, 4)
        for role in SeatRole:
            link = Link(words.role(role), "item")
            link.clicked.connect(lambda _on=False, role=role: self._ask_seat(column, role))
            flow.addWidget(link)
        column.addWidget(line)
        line.show()
        first = line.findChildren(Link)[0]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_seat(self, column: QVBoxLayout, role: SeatRole) -> None:
        _drop_after(column, 1)
        form = new_seat(self._database, self._sheet, role)
        form.left.connect(lambda: _drop_after(column, 1))
        form.failed.connect(self.failed)
        column.addWidget(form)
        form.show()
        self._form = form
        form.enter()
        self._surface.show_whole(form)

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
        row.mark(opened=True)
        place = row.parentWidget()
        layout = place.layout() if place is not None else None
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(layout.indexOf(row) + 1, editor)
        editor.show()  # now: Qt does it later, and what is not shown takes no keys
        editor.enter()
        self._surface.show_whole(editor)

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


def _titles() -> tuple[str, ...]:
    return (
        _("Members"),
        _("Alternates"),
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


def _drop_after(column: QVBoxLayout, count: int) -> None:
    """Take what comes after the first few out of a column."""
    while column.count() > count:
        item = column.takeAt(count)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
