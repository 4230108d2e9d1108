"""What is added: a matter with who raised it, a decision by delegation; and pages that are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import SubmissionKind
from klubban.i18n import N_, _, pgettext
from klubban.operations.delegated import add_delegated
from klubban.operations.matters import add_matter
from klubban.ui.matters import words
from klubban.ui.meeting.surface import Surface
from klubban.ui.registers.days import read_day, written
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.options import Options, Toggle

if TYPE_CHECKING:
    from klubban.domain.body import Body
    from klubban.store.database import Database
    from klubban.ui.matters.book import Book


class NewMatter(Surface):
    """Asks what a matter is called and who raised it."""

    added = Signal(int)
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, kind: SubmissionKind | None) -> None:
        super().__init__(_("Register a matter"))
        self._database, self._kind = database, kind
        self.form = Form(_("Register a matter"), _("Register it"), self._act)
        self.form.add_line("title", _("Title"))
        self.form.add_line("registry_number", _("Registry number"), hint=_("if it has one yet"))
        self.kinds = Options(_("Came in as"), words.kinds(), kind)
        self.kinds.chosen.connect(self._choose)
        chosen = next(each for each in self.kinds.buttons if each.isChecked())
        self.form.add(_("Came in as"), self.kinds, focus=chosen)
        self.form.add_line("by", pgettext("submission", "Raised by"), hint=_("who signed it"))
        self.form.add_line("date", _("Raised on"), hint=_("the day it was handed in"))
        self.form.left.connect(self.left)
        self.form.failed.connect(self.failed)
        self.add(self.form)
        self.end()

    def enter(self) -> None:
        """Give the keyboard to the title."""
        self.form.enter()

    def _choose(self, kind: SubmissionKind | None) -> None:
        self._kind = kind
        self.form.go_to("by") if kind else self.form.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _act(self) -> None:
        by, day = self.form.words("by"), read_day(self.form.words("date"))
        if self._kind is None and (by or day):
            raise RuleBroken(N_("Say first whether it is a motion, a question or something else"))
        raised = {"kind": self._kind, "by": by, "date": day} if self._kind else {}
        title, number = self.form.words("title"), self.form.words("registry_number")
        self.added.emit(add_matter(self._database, title, registry_number=number, **raised))


class NewDecision(Surface):
    """Asks for a decision by delegation; the form stays open for the next one."""

    added = Signal(int)
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, book: Book, body: Body) -> None:
        super().__init__(_("Note a delegated decision"))
        self._database, self._book, self._body = database, book, body
        title = _("Note a decision delegated by {body}").format(body=body.name)
        self.form = Form(title, _("Note it"), self._act)
        self.form.add_line("title", _("Decision"))
        self.form.add_line("registry_number", _("Registry number"), hint=_("if it has one yet"))
        self.form.add_line("on", _("Decided on"), written(book.today))
        self.form.add_line("by", _("Delegate"), hint=_("who decided"))
        self.form.add_line("basis", _("Point of delegation"), hint=_("in the order of delegation"))
        self.urgent = Toggle(_("Urgent"), _("It goes on the next agenda by itself (chapter 6, section 40)."))
        self.form.add("", self.urgent)
        self.form.left.connect(self.left)
        self.form.failed.connect(self.failed)
        self.add(self.form)
        self.end()

    def enter(self) -> None:
        """Give the keyboard to the first line."""
        self.form.enter()

    def _act(self) -> None:
        made = add_delegated(
            self._database,
            self._body.id,
            self.form.words("title"),
            today=self._book.today,
            registry_number=self.form.words("registry_number"),
            on=read_day(self.form.words("on")),
            by=self.form.words("by"),
            basis=self.form.words("basis"),
            urgent=self.urgent.isChecked(),
        )
        self.added.emit(made)


class Empty(Surface):
    """Says what belongs here, and what to do first."""

    def __init__(self, title: str, told: str, actions: list[QWidget]) -> None:
        super().__init__(title)
        self.add(Text(title, "title", wrap=True))
        words_ = Text(told, wrap=True)
        words_.setContentsMargins(0, 4, 0, 16)
        self.add(words_)
        for each in actions:
            self.column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
            self.column.addSpacing(8)
        self.end()

    def enter(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        self.focusNextChild()
