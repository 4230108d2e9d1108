"""What happens to seats, as forms: a new one, a resignation, a by-election, a slip put right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.domain.body import SeatRole
from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.operations import seats as operations
from klubban.ui.registers import words
from klubban.ui.registers.days import A_FIRST, A_LAST, read_day, spelled, told
from klubban.ui.registers.form import Form
from klubban.ui.registers.picker import PersonPicker

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.body import Seat
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet


def _needed(form: Form, name: str) -> date:
    day = read_day(form.words(name))
    if day is None:
        raise RuleBroken(N_("Say from which day"))
    return day


def resignation(database: Database, sheet: Sheet, seat: Seat, day: date) -> Form:
    """Return the form by which somebody leaves a seat."""

    def act() -> None:
        operations.resign(database, seat.id, _needed(form, "day"), note=form.words("note") or None)

    title = _("{name} leaves the seat").format(name=sheet.holder(seat))
    form = Form(title, _("Note the resignation"), act)
    form.add_line("day", _("Last day"), spelled(day))
    form.add_line("note", _("Note"), hint=_("the decision, such as KF § 12"))
    return form


def by_election(database: Database, sheet: Sheet, seat: Seat, day: date) -> Form:
    """Return the form by which somebody is elected to a vacant seat."""

    def act() -> None:
        first = _needed(form, "day")
        operations.elect(database, seat.id, picker.chosen(), first, note=form.words("note") or None)

    form = Form(
        _("By-election to the seat of {role}").format(role=words.small(words.role(seat.role))),
        _("Elect"),
        act,
    )
    picker = _pick(form, database, sheet, _("Elected"))
    begins = max(day, seat.from_date) if seat.from_date else day
    form.add_line("day", _("From"), spelled(begins))
    form.add_line("note", _("Note"), hint=_("the decision, such as KF § 12"))
    picker.picked.connect(partial(form.go_to, "day"))
    return form


def correction(database: Database, sheet: Sheet, seat: Seat, _today: date) -> Form:
    """Return the form that puts right who has a seat."""

    def act() -> None:
        operations.change_seat(database, seat.id, person_id=picker.chosen())

    title = _("The seat was never {name}’s").format(name=sheet.holder(seat))
    form = Form(title, _("Put it right"), act)
    picker = _pick(form, database, sheet, _("The seat is held by"))
    picker.picked.connect(form.submit)
    return form


def new_seat(database: Database, sheet: Sheet, role: SeatRole) -> Form:
    """Return the form of a seat that did not exist; without a name it is vacant."""

    def act() -> None:
        person = picker.chosen() if picker.line.words() else None
        operations.add_seat(
            database,
            sheet.body.id,
            role,
            person_id=person,
            party=form.words("party") or None,
            represents=form.words("represents") or None,
            from_date=read_day(form.words("from")),
            to_date=read_day(form.words("to")),
        )

    first, last = sheet.term()
    form = Form(_("New seat: {role}").format(role=words.small(words.role(role))), _("Add the seat"), act)
    picker = _pick(form, database, sheet, _("Who"))
    form.add_line("party", _("Party"), hint=_("if it is not the person’s, or the seat is vacant"))
    form.add_line("represents", _("Represents"), hint=_("an organisation or authority"))
    form.add_line("from", _("From"), spelled(first), told(A_FIRST))
    form.add_line("to", _("Until"), spelled(last), told(A_LAST))
    picker.picked.connect(partial(form.go_to, "party"))
    return form


def _pick(form: Form, database: Database, sheet: Sheet, label: str) -> PersonPicker:
    picker = PersonPicker(database, sheet.registers.people, label)
    form.add(label, picker, focus=picker.line)
    return picker
