"""A body's page: what it is for, who sits in it, what applies to it; each part edited where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, ngettext
from klubban.operations.bodies import change_body
from klubban.store.trouble import Trouble
from klubban.ui.registers import body_facts, words
from klubban.ui.registers.days import read_day, told, written
from klubban.ui.registers.meeting_types import MeetingTypes
from klubban.ui.registers.options import Options
from klubban.ui.registers.rule_list import RuleList
from klubban.ui.registers.seat_list import SeatList
from klubban.ui.registers.sheet import Sheet
from klubban.ui.registers.surface import UNHURRIED, RegisterSurface, sentence
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from klubban.store.database import Database

_LISTS = (".csv", ".txt", ".tsv", ".xlsx", ".xls")
NOBODY = 0
"""Stands for no body above: no body has this id."""


class BodySurface(RegisterSurface[Sheet]):
    """Shows a body."""

    person_asked = Signal(int)
    import_asked = Signal()
    list_dropped = Signal(Path)

    def __init__(self, database: Database, sheet: Sheet, day: date | None = None) -> None:
        """Show a body; with a day, changes of its seats are offered from that day."""
        super().__init__(sheet.body.name, locked=database.read_only)
        self._database, self._sheet = database, sheet
        self.seats = SeatList(database, self, sheet, day or sheet.today, locked=database.read_only)
        self.rules = RuleList(database, sheet.body)
        self.types = MeetingTypes(database, sheet)
        self._add_head()
        if day is not None:
            self._add_day(day)
        self._add_purpose()
        self.add(self.seats)
        self._add_order()
        self.add(self.rules)
        self.add_optional("types", _("Sorts of meeting"), self.types, shown=bool(sheet.body.meeting_types))
        self.add_missing()
        self.end()
        self._connect()
        self._show_derived()
        self.setAcceptDrops(not database.read_only)

    def _connect(self) -> None:
        self.seats.person_asked.connect(self.person_asked)
        self.seats.import_asked.connect(self.import_asked)
        for part in (self.seats, self.rules, self.types):
            part.failed.connect(self.failed)

    @property
    def body_id(self) -> int:
        """Return which body is shown."""
        return self._sheet.body.id

    def take(self, sheet: Sheet) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._sheet = sheet
        self.take_fields(sheet)
        self.seats.take(sheet)
        self.rules.take(sheet.body)
        self.types.take(sheet)
        if sheet.body.meeting_types:
            self.ask_for("types", focus=False)
        self._show_derived()

    def _show_derived(self) -> None:
        """Show what follows from the rest."""
        body, registers = self._sheet.body, self._sheet.registers
        parent = registers.body(body.parent)
        self._kind.say(words.kind(body.kind), words.kind_means(body.kind))
        told_ = _("Belongs to {body}.").format(body=parent.name) if parent else _("Belongs to no other body.")
        self._parent.say(told_, "")
        below = [each.name for each in registers.bodies if each.parent == body.id]
        self._below.setText(_("Below it: {bodies}.").format(bodies=words.enumerated(below)))
        self._below.setVisible(bool(below))
        past = body.review_date is not None and body.review_date < self._sheet.today
        self._review.setVisible(body.review_date is not None)
        self._review_pill.setVisible(past)
        if body.review_date is not None:
            late, coming = _("It was to be looked at again by {day}."), _("To be looked at again by {day}.")
            template = late if past else coming
            self._review.setText(template.format(day=told(body.review_date)))
        self._turns.setText(body_facts.turns(body, self._sheet.today.year))
        self._turns.setVisible(bool(self._turns.text()))
        chained = body.rules.alternates in (OrderOfCall.PARTY_CHAIN, OrderOfCall.PERSONAL)
        self._chains.setVisible(chained or bool(body.chains))

    # --- parts

    def _save(self, make: Callable[[str], dict[str, Any]]) -> Callable[[str, str], None]:
        def save(typed: str, run: str) -> None:
            change_body(self._database, self._sheet.body.id, run=run, **make(typed))

        return save

    def _add_head(self) -> None:
        """Add name, kind and what it belongs to."""
        sheet = self._sheet
        self.add(
            self.line(
                "name",
                _("Name"),
                sheet,
                lambda sheet: sheet.body.name,
                self._save(lambda typed: {"name": typed}),
                role="title",
                hint=_("Name"),
            )
        )
        self._kind = Chosen(_("Kind of body"), self._kinds, locked=self._locked)
        self._kind.chosen.connect(lambda kind: self._change(self._kind, kind=kind))
        self._parent = Chosen(_("Belongs to"), self._parents, locked=self._locked)
        self._parent.chosen.connect(lambda id_: self._change(self._parent, parent=id_ or None))
        self._below = Text("", wrap=True)
        self.add(_gap(8))
        self.add(Section(_("Body"), _column(self._kind, self._parent, self._below)))
        short = self.line(
            "short",
            _("Abbreviation"),
            sheet,
            lambda sheet: sheet.body.short or "",
            self._save(lambda typed: {"short": typed}),
        )
        self.add_optional("short", _("Abbreviation"), short, shown=bool(sheet.body.short))
        seats = self.line(
            "seats",
            _("Number of seats"),
            sheet,
            lambda sheet: str(sheet.body.seats or ""),
            self._save(lambda typed: {"seats": body_facts.read_number(typed)}),
            pace=UNHURRIED,
        )
        self.add_optional("seats", _("Number of seats"), seats, shown=bool(sheet.body.seats))

    def _add_day(self, day: date) -> None:
        """Say from which day changes of seats are offered."""
        template = _(
            "The decision of {day} concerns seats. Open a seat to note a resignation or a by-election."
        )
        note = Text(template.format(day=told(day)), wrap=True)
        self.add(Section(_("To be written in"), note))

    def _add_purpose(self) -> None:
        """Add what the body is for, what it may do, and when that is to be looked at again."""
        sheet = self._sheet
        purpose = self.text(
            "purpose",
            _("Purpose"),
            sheet,
            lambda sheet: sheet.body.purpose or "",
            self._save(lambda typed: {"purpose": typed}),
            hint=_("What the body is to do"),
        )
        self.add_optional("purpose", _("Purpose"), purpose, shown=bool(sheet.body.purpose))
        mandate = self.text(
            "mandate",
            _("Mandate"),
            sheet,
            lambda sheet: sheet.body.mandate or "",
            self._save(lambda typed: {"mandate": typed}),
            hint=_("What it may decide, and what it may not"),
        )
        self.add_optional("mandate", _("Mandate"), mandate, shown=bool(sheet.body.mandate))
        review = self.line(
            "review",
            _("To be reviewed by"),
            sheet,
            lambda sheet: written(sheet.body.review_date),
            self._save(lambda typed: {"review_date": read_day(typed)}),
            hint="2027-12-31",
            pace=UNHURRIED,
        )
        self._review, self._review_pill = Text("", "small", QUIET, wrap=True), Pill(_("passed"), "soon")
        self.add_optional(
            "review",
            _("To be reviewed by"),
            _column(review, _row(self._review, self._review_pill)),
            shown=bool(sheet.body.review_date),
        )
        rotation = self.text(
            "rotation",
            _("The chair goes round"),
            sheet,
            lambda sheet: body_facts.rotation_written(sheet.body),
            self._save(_rotation),
            hint=_("A line for each authority, the first with its year: 2025 Ekby kommun"),
            gap=0,
        )
        self._turns = Text("", "small", QUIET, wrap=True)
        self.add_optional(
            "rotation",
            _("The chair goes round"),
            _column(rotation, self._turns),
            shown=bool(sheet.body.rotation),
        )

    def _add_order(self) -> None:
        """Add the chains of parties."""
        chains = self.text(
            "chains",
            _("Order of call by party"),
            self._sheet,
            lambda sheet: body_facts.chains_written(sheet.body),
            self._save(lambda typed: {"chains": body_facts.read_chains(typed)}),
            hint=_("A line for each party: S: MP, V"),
            gap=0,
        )
        below = Text(
            _("After a party’s own alternates those of the parties in its line are called, in that order."),
            "small",
            QUIET,
            wrap=True,
        )
        self._chains = Section(_("Order of call by party"), _column(chains, below))
        self.add(self._chains)

    # --- a list that is dropped on the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may be a list of members."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take it anywhere on the page."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what the list would do."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.list_dropped.emit(path)

    # --- choices

    def _kinds(self) -> tuple[Sequence[tuple[object, str, str]], object]:
        kinds = [(kind, words.kind(kind), words.kind_means(kind)) for kind in BodyKind]
        return kinds, self._sheet.body.kind

    def _parents(self) -> tuple[Sequence[tuple[object, str, str]], object]:
        others = [each for each in self._sheet.registers.bodies if each.id != self._sheet.body.id]
        found = [(NOBODY, _("No other body"), ""), *((each.id, each.name, "") for each in others)]
        return found, self._sheet.body.parent or NOBODY

    def _change(self, at: Chosen, **facts: Any) -> None:
        try:
            change_body(self._database, self._sheet.body.id, **facts)
        except RuleBroken as broken:
            at.complain(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            at.close_choice()


class Chosen(QWidget):
    """A sentence that is one of several, and a quiet way to choose another."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Callable[[], tuple[Sequence[tuple[object, str, str]], object]],
        *,
        locked: bool,
    ) -> None:
        super().__init__()
        self._name, self._options, self._open = name, options, None
        self._column = QVBoxLayout(self)
        spaced(self._column)
        row = QHBoxLayout()
        spaced(row, gap=8)
        self._says, self._follows = Text("", wrap=True), Text("", "small", QUIET, wrap=True)
        self._link = Link(_("Change"))
        self._link.setAccessibleName(_("Change: {rule}").format(rule=name))
        self._link.clicked.connect(self._swap)
        if locked:
            self._link.hide()
        self._note = Text("", "small", wrap=True)
        row.addWidget(self._says, 1, TOP)
        row.addWidget(self._link, 0, TOP)
        self._column.addLayout(row)
        self._column.addWidget(self._follows)
        self._column.addWidget(self._note)
        self._note.hide()

    _open: Options | None

    def say(self, words_: str, follows: str) -> None:
        """Show what is chosen."""
        self._says.setText(words_)
        self._follows.setText(follows)
        self._follows.setVisible(bool(follows))

    def complain(self, words_: str) -> None:
        """Say why something else cannot be chosen."""
        self._note.setText(words_)
        self._note.show()

    def close_choice(self) -> None:
        """Take the choice away again."""
        self._note.hide()
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            self._link.setText(_("Change"))
            self._link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap(self) -> None:
        if self._open is not None:
            self.close_choice()
            return
        options, now = self._options()
        self._open = Options(self._name, options, now)
        self._open.chosen.connect(self.chosen)
        self._column.addWidget(self._open)
        self._open.show()
        self._link.setText(_("Close"))
        self._open.enter()


def counted(sheet: Sheet) -> str:
    """Return how many are in a body today, for the line below the page's title."""
    held = sum(seat.person is not None and seat.covers(sheet.today) for seat in sheet.seats)
    told_ = ngettext("{count} person has a seat in it today", "{count} people have seats in it today", held)
    return told_.format(count=held)


def _dropped(data: QMimeData) -> Path | None:
    """Return the one file on this computer that is dragged, if it is a list by its name."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if len(files) != 1 or files[0].suffix.casefold() not in _LISTS:
        return None
    return files[0]


def _rotation(typed: str) -> dict[str, Any]:
    authorities, year = body_facts.read_rotation(typed)
    return {"rotation": authorities, "rotation_from": year}


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    spaced(column, gap=4)
    for part in parts:
        column.addWidget(part)
    return whole


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    spaced(row, gap=8)
    for place, part in enumerate(parts):
        row.addWidget(part, 0 if place else 1, TOP)
    return whole


def _gap(height: int) -> QWidget:
    gap = QWidget()
    gap.setFixedHeight(height)
    return gap
