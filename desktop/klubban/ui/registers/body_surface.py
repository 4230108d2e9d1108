"""A body's page: what it is for, who sits in it, what applies to it; each part edited where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.domain.service import OrderOfCall
from klubban.i18n import _, pgettext
from klubban.operations.bodies import change_body
from klubban.store.trouble import Trouble
from klubban.ui.registers import body_facts, words
from klubban.ui.registers.body_lines import Below, Chosen
from klubban.ui.registers.days import A_LAST, read_day, spelled, told
from klubban.ui.registers.first_numbers import FirstNumbers
from klubban.ui.registers.habits_part import HabitsPart
from klubban.ui.registers.meeting_types import MeetingTypes
from klubban.ui.registers.phrase_list import PhraseList
from klubban.ui.registers.reports_part import ReportsPart
from klubban.ui.registers.rule_list import RuleList
from klubban.ui.registers.seat_list import SeatList
from klubban.ui.registers.sheet import Sheet
from klubban.ui.registers.standing_items import StandingItems
from klubban.ui.registers.surface import A_DAY, UNHURRIED, RegisterSurface, sentence
from klubban.ui.registers.word_list import WordList
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, spaced
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
    body_asked = Signal(int)
    import_asked = Signal()
    list_dropped = Signal(Path)

    def __init__(self, database: Database, sheet: Sheet, day: date | None = None) -> None:
        """Show a body; with a day, changes of its seats are offered from that day."""
        super().__init__(sheet.body.name, locked=database.read_only)
        self._database, self._sheet = database, sheet
        self.seats = SeatList(database, self, sheet, day or sheet.today, locked=database.read_only)
        self.rules = RuleList(database, sheet.body)
        self.types = MeetingTypes(database, sheet)
        self.standing = StandingItems(database, sheet)
        self.habits = HabitsPart(database, sheet.body)
        self.numbers = FirstNumbers(database, sheet)
        self.phrases = PhraseList(database, sheet)
        self.own_words = WordList(database)
        self._add_head()
        if day is not None:
            self._add_day(day)
        self._add_purpose()
        self.add(self.seats)
        self._add_order()
        self.add(self.rules)
        self.add(self.habits)
        self.add_optional("types", _("Sorts of meeting"), self.types, shown=bool(sheet.body.meeting_types))
        self.add_optional("standing", _("Standing items"), self.standing, shown=bool(self.standing.items))
        self.reports = ReportsPart(self, database, sheet)
        for name, label, part, shown in self._at_the_table():
            self.add_optional(name, label, part, shown=shown)
        self.add_missing()
        self.end()
        self._connect()
        self._show_derived()
        self.setAcceptDrops(not database.read_only)

    def _at_the_table(self) -> tuple[tuple[str, str, QWidget, bool], ...]:
        """Return the parts that help to write: name, label, and whether there is anything in them."""
        return (
            ("numbers", _("First paragraph of the year"), self.numbers, bool(self.numbers.years)),
            ("phrases", _("Phrases"), self.phrases, bool(self.phrases.phrases)),
            ("own_words", _("Own words"), self.own_words, bool(self.own_words.words)),
        )

    def _connect(self) -> None:
        self.seats.person_asked.connect(self.person_asked)
        self.seats.import_asked.connect(self.import_asked)
        listed = (self.habits, self.numbers, self.phrases, self.own_words)
        for part in (self.seats, self.rules, self.types, self.standing, *listed):
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
        self.standing.take(sheet)
        if self.standing.items:
            self.ask_for("standing", focus=False)
        self.reports.take(sheet)
        self.habits.take(sheet.body)
        self.numbers.take(sheet)
        self.phrases.take(sheet)
        self.own_words.take()
        for name, _label, _part, shown in self._at_the_table():
            if shown:
                self.ask_for(name, focus=False)
        self._show_derived()

    def _show_derived(self) -> None:
        """Show what follows from the rest."""
        body, registers = self._sheet.body, self._sheet.registers
        parent = registers.body(body.parent)
        self._kind.say(words.kind(body.kind), words.kind_means(body.kind))
        told_ = (
            _("Belongs to {body}.").format(body=words.inside(parent.name))
            if parent
            else _("Belongs to no other body.")
        )
        self._parent.say(told_, "")
        self._below.show_bodies([each for each in registers.bodies if each.parent == body.id])
        past = body.review_date is not None and body.review_date < self._sheet.today
        self._review_pill.setVisible(past)
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
        self._below = Below()
        self._below.chosen.connect(self.body_asked)
        self.add(_gap(8))
        self.add(Section(pgettext("of a body", "Kind"), _column(self._kind, self._parent, self._below)))
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
            manner=UNHURRIED,
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
            lambda sheet: spelled(sheet.body.review_date),
            self._save(lambda typed: {"review_date": read_day(typed)}),
            hint=told(A_LAST),
            manner=A_DAY,
        )
        self._review_pill = Pill(_("passed"), "soon")
        self.add_optional(
            "review",
            _("To be reviewed by"),
            _row(review, self._review_pill),
            shown=bool(sheet.body.review_date),
        )
        rotation = self.text(
            "rotation",
            _("The chair goes round"),
            sheet,
            lambda sheet: body_facts.rotation_written(sheet.body),
            self._save(_rotation),
            hint=_("A line for each authority, with its year: 2025 Ekby kommun"),
            gap=0,
            spelling=body_facts.respelled_rotation,
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
