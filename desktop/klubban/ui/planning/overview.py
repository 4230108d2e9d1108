"""A year in sentences: what it lacks, which papers are awaited, how meetings come again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import plan_words as say
from klubban.documents.wording import capital
from klubban.i18n import _, current
from klubban.ui.planning.lacks import Lacks
from klubban.ui.planning.parts import Acts, Papers
from klubban.ui.widgets.basics import QUIET, TOP, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from klubban.domain.agenda import Pattern
    from klubban.ui.planning.sheet import YearSheet

_INSET = 6  # of the words of a link


class Overview(Column):
    """What is to be known of the year that is shown."""

    pattern_asked = Signal(object)
    """A pattern is to be changed, or None: a new one is wanted."""
    pattern_gone = Signal(int)
    year_asked = Signal()
    new_asked = Signal()
    body_chosen = Signal(int)
    meeting_asked = Signal(int, object)

    def __init__(self, sheet: YearSheet, *, locked: bool) -> None:
        super().__init__()
        self._sheet, self._locked = sheet, locked
        if not sheet.chains.bodies:
            self._add_nobody()
            return
        self._add_acts()
        if sheet.lacks:
            self.column.addWidget(Section(_("To think of"), Lacks(sheet.lacks), _INSET))
        if sheet.awaited:
            papers = Papers(sheet.awaited, sheet)
            papers.meeting_asked.connect(self.meeting_asked)
            self.column.addWidget(Section(_("Awaited papers"), papers, _INSET))
        if sheet.body is not None:
            self.column.addWidget(Section(_("Meetings come again"), self._patterns(), _INSET))
        else:
            self.column.addWidget(Section(_("Body by body"), self._bodies(), _INSET))

    def _add_nobody(self) -> None:
        told = _(
            "There are no bodies yet. Add one under Bodies and people (F7); then its year is planned here."
        )
        self.column.addWidget(Text(told, "body", QUIET, wrap=True))

    def _add_acts(self) -> None:
        if self._locked:
            return
        acts = [(_("New meeting …"), self.new_asked.emit)]
        if self._sheet.body is not None:
            told = _("Plan {year} …").format(year=self._sheet.year)
            acts.insert(0, (told, self.year_asked.emit))
        self.column.addWidget(Section(_("Plan"), Acts(acts), _INSET))

    def _patterns(self) -> QWidget:
        """Return how meetings come again, a sentence each with what can be done about it."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=8)
        body = self._sheet.body
        patterns = self._sheet.patterns.get(body.id, ()) if body else ()
        for each in patterns:
            column.addWidget(self._pattern(each))
        if not patterns:
            told = _("Nothing says yet how its meetings come again: every third Tuesday, each sixth week …")
            words = Text(told, "body", QUIET, wrap=True)
            words.setContentsMargins(_INSET, 0, 0, 0)
            column.addWidget(words)
        if not self._locked:
            add = Link(_("Say when it meets …"), "item_strong")
            add.clicked.connect(lambda: self.pattern_asked.emit(None))
            row = QHBoxLayout()
            spaced(row)
            row.addWidget(add)
            row.addStretch()
            column.addLayout(row)
        return whole

    def _pattern(self, each: Pattern) -> QWidget:
        line = QWidget()
        column, row = QVBoxLayout(line), QHBoxLayout()
        spaced(column, (_INSET, 0, 0, 0))
        spaced(row, gap=8)
        told = say.pattern(each, current())
        row.addWidget(Text(told, wrap=True), 1, TOP)
        if not self._locked:
            change, gone = Link(_("Change")), Link(_("Take away"))
            change.setAccessibleName(_("Change: {rule}").format(rule=told))
            gone.setAccessibleName(_("Take away {name}").format(name=told))
            change.clicked.connect(partial(self.pattern_asked.emit, each))
            gone.clicked.connect(lambda: self.pattern_gone.emit(each.id))
            row.addWidget(change, 0, TOP)
            row.addWidget(gone, 0, TOP)
        column.addLayout(row)
        body = self._sheet.body
        kind = say.type_name(each.meeting_type, body.meeting_types) if body else ""
        column.addWidget(
            Text(
                " ".join(filter(None, (kind and f"{kind}.", say.moves(each.moves, current())))),
                "small",
                QUIET,
            )
        )
        return line

    def _bodies(self) -> QWidget:
        """Return a line for each body: how often it meets, and the way to its year."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=4)
        for body in self._sheet.bodies:
            held = sum(each.stands and each.body == body.id for each in self._sheet.meetings)
            link = Link(capital(say.counted_of(body, held, self._sheet.year, current())), "body")
            link.clicked.connect(partial(self.body_chosen.emit, body.id))
            row = QHBoxLayout()
            spaced(row)
            row.addWidget(link)
            row.addStretch()
            column.addLayout(row)
        return whole
