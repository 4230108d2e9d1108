"""A seat in hand: what is known of it as lines to type in, and the few things that happen to seats."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.body import SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import Right
from klubban.domain.service import OrderOfCall
from klubban.i18n import N_, _, pgettext
from klubban.operations import seats as operations
from klubban.store.trouble import Trouble
from klubban.ui.registers import days, words
from klubban.ui.registers.form import LABEL
from klubban.ui.registers.seat_forms import by_election, correction, resignation
from klubban.ui.registers.sheet import one_named
from klubban.ui.registers.surface import A_DAY, UNHURRIED, Manner, RegisterSurface, sentence
from klubban.ui.theme import theme
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.options import Options, Toggles

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.body import Seat
    from klubban.store.database import Database
    from klubban.ui.registers.form import Form
    from klubban.ui.registers.sheet import Sheet

PREFIX = "seat."
"""What the names of its fields begin with."""


class SeatEditor(QWidget):
    """Opens below a seat's line. `left` closes it, `person_asked` leads to its holder."""

    left = Signal()
    person_asked = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self, database: Database, surface: RegisterSurface[Sheet], sheet: Sheet, seat: Seat, day: date
    ) -> None:
        super().__init__()
        self._database, self._surface, self._sheet, self.seat, self._day = database, surface, sheet, seat, day
        self._column = QVBoxLayout(self)
        spaced(self._column, (20, 4, 0, 12), 2)
        for name, label, content in self._lines():
            self._add(label, content, name)
        self._add_choices()
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        self._column.addWidget(self._note)
        self._actions = self._links()
        self._column.addWidget(self._actions)
        self._place = QVBoxLayout()
        self._column.addLayout(self._place)

    @property
    def asking(self) -> bool:
        """Tell whether a form is open in it."""
        return self._place.count() > 0

    def take(self, sheet: Sheet) -> None:
        """Know the seat as it is now; what is begun stays as it is."""
        self._sheet, self.seat = sheet, sheet.seat(self.seat.id) or self.seat

    def enter(self) -> None:
        """Give the keyboard to the first action."""
        first = self._actions.findChildren(Link)
        if first:
            first[0].setFocus(Qt.FocusReason.TabFocusReason)

    # --- what is typed

    def _lines(self) -> list[tuple[str, str, QWidget]]:
        seat = self.seat
        found = [
            self._line("party", _("Party"), lambda seat: seat.party or "", lambda typed: {"party": typed}),
            self._line(
                "represents",
                _("Represents"),
                lambda seat: seat.represents or "",
                lambda typed: {"represents": typed},
                hint=_("an organisation or authority"),
            ),
            self._day_line("from", _("From"), "from_date", days.A_FIRST),
            self._day_line("to", _("Until"), "to_date", days.A_LAST),
        ]
        order = self._sheet.body.rules.alternates
        if seat.role is SeatRole.ALTERNATE and (order is OrderOfCall.PERSONAL or seat.alternate_for):
            found.append(self._personal())
        if seat.role.decides and (order is OrderOfCall.NAMED_LIST or seat.stand_ins):
            found.append(self._stand_ins())
        if seat.role is SeatRole.ALTERNATE and order is OrderOfCall.ENTERED:
            found.append(
                self._line("order", _("Place in the order"), lambda seat: str(seat.order or ""), _number)
            )
        found.append(
            self._line("note", _("Note"), lambda seat: seat.note or "", lambda typed: {"note": typed})
        )
        return found

    def _line(
        self,
        name: str,
        label: str,
        of: Callable[[Seat], str],
        facts: Callable[[str], dict[str, Any]],
        hint: str = "",
        manner: Manner = UNHURRIED,
    ) -> tuple[str, str, QWidget]:
        """Return a line that is saved as facts of the seat."""
        seat_id = self.seat.id

        def shown(sheet: Sheet) -> str:
            seat = sheet.seat(seat_id)
            return of(seat) if seat else ""

        def save(typed: str, run: str) -> None:
            operations.change_seat(self._database, seat_id, run=run, **facts(typed))

        noted = self._surface.line(
            PREFIX + name,
            label,
            self._sheet,
            shown,
            save,
            hint=hint,
            role="item",
            manner=manner,
        )
        return name, label, noted

    def _day_line(self, name: str, label: str, fact: str, example: date) -> tuple[str, str, QWidget]:
        return self._line(
            name,
            label,
            lambda seat: days.spelled(getattr(seat, fact)),
            lambda typed: {fact: days.read_day(typed)},
            days.told(example),
            A_DAY,
        )

    def _personal(self) -> tuple[str, str, QWidget]:
        registers = self._sheet.registers
        members = [registers.person(seat.person) for seat in self._sheet.present if seat.role.decides]

        def facts(typed: str) -> dict[str, Any]:
            there = [each for each in members if each]
            return {"alternate_for": one_named(there, typed).id if typed else None}

        return self._line(
            "personal",
            _("Personal alternate of"),
            lambda seat: self._sheet.name(seat.alternate_for),
            facts,
            hint=_("a member’s name"),
        )

    def _stand_ins(self) -> tuple[str, str, QWidget]:
        registers, seat_id = self._sheet.registers, self.seat.id
        seats = [seat for seat in self._sheet.present if seat.role is SeatRole.ALTERNATE]
        there = [person for seat in seats if (person := registers.person(seat.person))]

        def shown(sheet: Sheet) -> str:
            seat = sheet.seat(seat_id)
            return "\n".join(sheet.name(each) for each in seat.stand_ins) if seat else ""

        def save(typed: str, _run: str) -> None:
            ids = [one_named(there, line).id for line in typed.splitlines()]
            operations.set_stand_ins(self._database, seat_id, ids)

        label = _("Alternates in order")
        noted = self._surface.text(
            PREFIX + "stand_ins", label, self._sheet, shown, save, hint=_("a name on each line"), gap=0
        )
        return "stand_ins", label, noted

    def _add(self, label: str, content: QWidget, name: str) -> None:
        row = QHBoxLayout()
        spaced(row)
        quiet = Text(label, "label", QUIET, wrap=True)
        quiet.setFixedWidth(LABEL)
        quiet.setObjectName(name)
        row.addWidget(quiet, 0, TOP)
        row.addWidget(content, 1, TOP)
        self._column.addLayout(row)

    # --- what is chosen

    def _add_choices(self) -> None:
        if self.seat.role in (SeatRole.CO_OPTED, SeatRole.STAFF_REPRESENTATIVE):
            options = [(right, words.right(right), "") for right in Right]
            toggles = Toggles(pgettext("rights", "May"), options, self.seat.rights)
            toggles.chosen.connect(lambda rights: self._change(rights=rights))
            self._add(pgettext("rights", "May"), toggles, "rights")

    def _change(self, **facts: Any) -> None:
        try:
            operations.change_seat(self._database, self.seat.id, **facts)
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._note.show()
        except Trouble as trouble:
            self.failed.emit(trouble)

    # --- what happens to it

    def _links(self) -> QWidget:
        """Return what can be done, as a line of links."""
        line = QWidget()
        line.setContentsMargins(0, 6, 0, 0)
        flow = FlowLayout(line, 4)
        acts: list[tuple[str, Callable[[], object]]] = []
        vacant = self.seat.person is None
        if vacant:
            acts.append((_("By-election …"), lambda: self._show(by_election)))
        else:
            acts.append((_("Resignation …"), lambda: self._show(resignation)))
            acts.append((_("Show {name}").format(name=self._sheet.holder(self.seat)), self._ask_for_person))
            acts.append((_("Another person (a slip) …"), lambda: self._show(correction)))
        acts.append((_("Another role …"), self._show_roles))
        acts.append((_("Take the seat away (a slip)"), self._remove))
        acts.append((_("Close"), self.left.emit))
        for title, act in acts:
            link = Link(title, "item")
            link.clicked.connect(partial(_call, act))
            flow.addWidget(link)
        return line

    def show_form(self, *, resigns: bool) -> None:
        """Open the form of a resignation or of a by-election."""
        self._show(resignation if resigns else by_election)

    def _show(self, make: Callable[[Database, Sheet, Seat, date], Form]) -> None:
        form = make(self._database, self._sheet, self.seat, self._day)
        form.left.connect(self._leave_form)
        form.done.connect(self._leave_form)
        form.failed.connect(self.failed)
        self._put(form)
        form.enter()

    def _show_roles(self) -> None:
        roles = [(role, words.role(role), "") for role in SeatRole]
        options = Options(_("Role"), roles, self.seat.role)
        options.chosen.connect(lambda role: self._change(role=role))
        self._put(options)
        options.enter()

    def _put(self, widget: QWidget) -> None:
        emptied(self._place)
        self._place.addWidget(widget)
        widget.show()
        self._surface.show_whole(widget)

    def _leave_form(self) -> None:
        emptied(self._place)
        self.enter()

    def _ask_for_person(self) -> None:
        if self.seat.person is not None:
            self.person_asked.emit(self.seat.person)

    def _remove(self) -> None:
        try:
            operations.remove_seat(self._database, self.seat.id)
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._note.show()
        except Trouble as trouble:
            self.failed.emit(trouble)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a thin line at the left: all this belongs to the seat above."""
        QPainter(self).fillRect(QRectF(8, 4, 2, self.height() - 14), QColor(theme().tokens.line))


def _call(act: Callable[[], object], *_checked: bool) -> None:
    act()


def _number(typed: str) -> dict[str, Any]:
    if typed and not typed.isdigit():
        raise RuleBroken(N_("Write a whole number, in digits"))
    return {"order": int(typed) if typed else None}
