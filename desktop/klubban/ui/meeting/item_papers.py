"""The papers that are awaited for an item: which, from whom, by when, whether they came and were approved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.operations.papers import await_paper, change_paper, drop_paper
from klubban.ui.meeting import words
from klubban.ui.meeting.asking_part import INSET
from klubban.ui.meeting.item_part import ItemPart
from klubban.ui.registers.days import read_day
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.agenda import Paper
    from klubban.domain.meeting import Item
    from klubban.store.database import Database


class ItemPapers(ItemPart):
    """Shows them while there are any, and the form of a new one while it is asked for."""

    def __init__(self, database: Database, item: Item, today: date) -> None:
        super().__init__(database, item, today)
        self._shown: tuple[Paper, ...] | None = None

    def take(self, item: Item) -> None:
        """Show the papers as they stand now."""
        self._item = item
        if item.papers != self._shown:
            self._shown = item.papers
            emptied(self._told.column)
            if item.papers:
                self._told.column.addWidget(Section(_("Awaited papers"), self._papers(), INSET))
        self._fit()

    def ask(self) -> None:
        """Ask which paper is awaited."""
        form = Form(_("Awaited paper"), _("Add"), self._add)
        form.add_line("title", _("Paper"), "", _("for example: Report of the administration"))
        form.add_line("sender", _("Sender of the paper"), "", _("who is to send it"))
        form.add_line("due", _("Wanted by"), "", "2026-12-31")
        self._put(form)

    def _add(self) -> None:
        assert self.form is not None  # noqa: S101 - it is the form that asks
        due = read_day(self.form.words("due"))
        sender = self.form.words("sender") or None
        await_paper(self._database, self._item.id, self.form.words("title"), sender=sender, due=due)

    def _papers(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, gap=8)
        for paper in self._item.papers:
            column.addWidget(self._paper(paper))
        return whole

    def _paper(self, paper: Paper) -> QWidget:
        """Return a paper with where it stands, and what can be noted next."""
        entry = QWidget()
        column, first, acts = QVBoxLayout(entry), QHBoxLayout(), QWidget()
        spaced(column, gap=1)
        spaced(first, (INSET, 0, 0, 0), 12)
        first.addWidget(Text(paper.title, wrap=True), 1, TOP)
        first.addWidget(_standing(paper, self._today), 0, TOP)
        column.addLayout(first)
        if paper.sender:
            sender = Text(_("from {name}").format(name=paper.sender), "small", QUIET, wrap=True)
            sender.setContentsMargins(INSET, 0, 0, 0)
            column.addWidget(sender)
        if self._database.read_only:
            return entry
        flow = FlowLayout(acts)
        for label, act in self._acts(paper):
            link = Link(label)
            link.setAccessibleName(f"{label}: {paper.title}")
            link.clicked.connect(lambda _on=False, act=act: self._try(act))
            flow.addWidget(link)
        column.addWidget(acts)
        return entry

    def _acts(self, paper: Paper) -> list[tuple[str, Any]]:
        day, found = self._today, []
        if paper.arrived is None:
            found.append((_("It has come"), lambda: change_paper(self._database, paper.id, arrived=day)))
        elif paper.approved is None:
            found.append((_("It is approved"), lambda: change_paper(self._database, paper.id, approved=day)))
        found.append((_("No longer awaited"), lambda: drop_paper(self._database, paper.id)))
        return found


def _standing(paper: Paper, today: date) -> Pill:
    """Return where a paper stands, in a word with its tone."""
    if paper.approved is not None:
        return Pill(_("approved on {day}").format(day=words.day(paper.approved, today)), "done")
    if paper.arrived is not None:
        return Pill(_("came on {day}").format(day=words.day(paper.arrived, today)), "done")
    if paper.due is None:
        return Pill(_("awaited"), "soon")
    day = words.day(paper.due, today)
    if paper.due < today:
        return Pill(_("late since {day}").format(day=day), "late")
    return Pill(_("awaited by {day}").format(day=day), "soon")
