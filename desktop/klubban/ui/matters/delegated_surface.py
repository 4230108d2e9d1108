"""The page of a decision by delegation: what, when, by whom, by which point, and where it is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.submissions import never_delegated
from klubban.i18n import _, current
from klubban.operations.delegated import change_delegated, remove_delegated, report_not
from klubban.store.trouble import Trouble
from klubban.ui.matters.reporting import ReportForm
from klubban.ui.registers.days import read_day, spelled
from klubban.ui.registers.surface import A_DAY, RegisterSurface, sentence
from klubban.ui.widgets.basics import TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.options import Toggle
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.agenda import Delegated
    from klubban.store.database import Database
    from klubban.ui.matters.book import Book


class DelegatedSurface(RegisterSurface["Book"]):
    """Shows a decision; what is said of it anew is saved as it is typed."""

    meeting_asked = Signal(int, object)
    _told: tuple[object, ...]

    def __init__(self, database: Database, book: Book, decision: Delegated) -> None:
        super().__init__(decision.title, locked=database.read_only)
        self._database, self._book, self.delegated_id = database, book, decision.id
        self.add(self._field("title", _("Decision"), lambda one: one.title, role="title"))
        self._state, self._told = QWidget(), ()
        self._column = QVBoxLayout(self._state)
        spaced(self._column, (0, 2, 0, 12), 4)
        self.add(self._state)
        for name, label, of in (
            ("on", _("Decided on"), lambda one: spelled(one.on)),
            ("registry_number", _("Registry number"), lambda one: one.registry_number or ""),
            ("by", _("Delegate"), lambda one: one.by or ""),
            ("basis", _("Point of delegation"), lambda one: one.basis or ""),
        ):
            more: dict[str, Any] = {"read": read_day, "manner": A_DAY} if name == "on" else {}
            self.add(Section(label, self._field(name, label, of, **more)))
        self.urgent = Toggle(
            _("Urgent"),
            _("Taken since it could not wait; reported at the next meeting (chapter 6, sections 39 and 40)."),
        )
        self.urgent.setEnabled(not self._locked)
        self.urgent.clicked.connect(self._set_urgent)
        self.add(Section(_("Urgency"), self.urgent))
        self.end()
        self._show_derived()

    def take(self, book: Book) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._book = book
        self.take_fields(book)
        self._show_derived()

    def _field(
        self,
        name: str,
        label: str,
        of: Callable[[Delegated], str],
        *,
        role: str = "body",
        read: Callable[[str], Any] = str,
        **more: Any,
    ) -> QWidget:
        def shown(book: Book) -> str:
            decision = book.decision(self.delegated_id)
            return of(decision) if decision else ""

        def save(typed: str, run: str) -> None:
            self._change(run=run, **{name: read(typed)})

        return self.line(name, label, self._book, shown, save, role=role, hint=label.lower(), **more)

    def _change(self, run: str | None = None, **facts: Any) -> None:
        change_delegated(self._database, self.delegated_id, today=self._book.today, run=run, **facts)

    def _set_urgent(self) -> None:
        self._do(lambda: self._change(urgent=self.urgent.isChecked()))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except RuleBroken as broken:
            self._say(_("Not done"), sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()

    def _show_derived(self) -> None:
        decision = self._book.decision(self.delegated_id)
        if decision is None:
            return
        self.urgent.setChecked(decision.urgent)
        where, never = (
            self._book.reported.get(decision.item or 0),
            never_delegated(decision, self._book.matters),
        )
        if (decision, where, never) == self._told:
            return
        self._told = (decision, where, never)
        emptied(self._column)
        if never is not None:
            template = _(
                "{number} is a citizens’ proposal, which may not be delegated (chapter 6, section 38)."
            )
            self._say(_("Look here"), template.format(number=decision.registry_number))
        line, flow = QWidget(), QHBoxLayout()
        spaced(flow, gap=8)
        line.setLayout(flow)
        if where is not None:
            day = current().date(where["date"])
            coming = where["date"] > self._book.today
            template = _("On the agenda of {day}: {item}") if coming else _("Reported on {day}: {item}")
            link = Link(template.format(day=day, item=where["title"]), "item")
            link.clicked.connect(lambda: self.meeting_asked.emit(where["meeting_id"], decision.item))
            flow.addWidget(link)
        else:
            self._column.addWidget(Text(_("It is not on any agenda yet."), "item", wrap=True))
        if decision.item is None and not self._locked:
            report = Link(_("Report it at a meeting …"), "item")
            report.clicked.connect(lambda: self._ask_where(decision))
            flow.addWidget(report)
        for title, act in self._acts(decision) if not self._locked else ():
            link = Link(title, "item")
            link.clicked.connect(lambda _on=False, act=act: self._do(act))
            flow.addWidget(link)
        flow.addStretch()
        self._column.addWidget(line)

    def _ask_where(self, decision: Delegated) -> None:
        """Ask at which coming meeting it is reported, and what else with it."""
        if self._state.findChildren(ReportForm):
            return
        form = ReportForm(self._database, self._book, decision)
        form.left.connect(self._end_asking)
        form.done.connect(self.saved)
        form.failed.connect(self.failed)
        self._column.addWidget(form)
        form.show()
        form.enter()

    def _end_asking(self) -> None:
        self._told = ()
        self._show_derived()

    def _acts(self, decision: Delegated) -> list[tuple[str, Callable[[], object]]]:
        if decision.item is not None:
            return [(_("Report it later"), lambda: report_not(self._database, [decision.id]))]
        return [(_("Remove it"), lambda: remove_delegated(self._database, decision.id))]

    def _say(self, pill: str, words: str) -> None:
        line, row = QWidget(), QHBoxLayout()
        spaced(row, gap=8)
        row.addWidget(Pill(pill, "late"), 0, TOP)
        row.addWidget(Text(words, "item", wrap=True), 1, TOP)
        line.setLayout(row)
        self._column.addWidget(line)
