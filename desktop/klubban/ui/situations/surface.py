"""A situation report's page: the time it tells of, each area with its step, and where it all comes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, pgettext
from klubban.operations import rolling_up
from klubban.operations import situations as operations
from klubban.store.trouble import Trouble
from klubban.ui.meeting.field import Field
from klubban.ui.planning.parts import Said
from klubban.ui.registers.days import read_day, spelled
from klubban.ui.registers.surface import A_DAY, RegisterSurface, sentence
from klubban.ui.situations.area_part import AreaPart
from klubban.ui.situations.origins import GatheredFrom, PresentedAt
from klubban.ui.situations.told import head_told, report_name
from klubban.ui.situations.trend_chart import TrendChart
from klubban.ui.widgets.basics import QUIET, TOP, Rule, Text, emptied, spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.entry import Entry
from klubban.ui.widgets.form_slot import FormSlot
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from klubban.domain.situation import Situation, SituationArea
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.registers.form import Form
    from klubban.ui.situations.book import Book
    from klubban.ui.widgets.section import Noted

_NAME = 340


class SituationSurface(RegisterSurface["Book"]):
    """Shows a report; what is finished is locked until it is opened again."""

    report_asked = Signal(int)
    meeting_asked = Signal(int, object)
    acted = Signal()
    """Something else than a text was changed."""

    def __init__(self, database: Database, book: Book, report: Situation) -> None:
        locked = database.read_only or report.is_done
        super().__init__(report_name(report, book), locked=locked)
        self._database, self._book, self.report_id = database, book, report.id
        self.shape = shape_of(report)
        self.parts: list[AreaPart] = []
        self.slot: FormSlot[Form] = FormSlot(4, 12, empty=0)
        self._state, self._trend = Column(), TrendChart()
        self._gone, self._at = GatheredFrom(), PresentedAt()
        self._gone.asked.connect(self.report_asked)
        self._gone.take_out_asked.connect(self._take_out)
        self._at.asked.connect(self.meeting_asked)
        self._at.undone.connect(partial(self._do, self._present_nowhere))
        self.add(Text(report_name(report, book), "title", wrap=True))
        self.add(self._state)
        self.column.addLayout(self.slot.layout)
        self._add_head()
        for area in report.areas:
            self._add_area(area)
        if not locked:
            self._add_entry()
        self._over_time = Column()
        for widget in (Rule(), Text(_("From report to report"), "label", QUIET), self._trend):
            self._over_time.column.addWidget(widget)
        self._over_time.column.insertSpacing(1, 10)
        self.add(self._over_time)
        self.add(self._gone)
        self._add_foot()
        self.end()
        self._show_derived()

    @property
    def report(self) -> Situation:
        """Return the report as the store holds it."""
        return self._book.reports[self.report_id]

    def take(self, book: Book) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._book = book
        self.take_fields(book)
        self._show_derived()

    def enter(self) -> None:
        """Give the keyboard to the first area that is not judged, or else the first."""
        waiting = [part for part in self.parts if part.strip.step is None]
        for part in [*waiting, *self.parts][:1]:
            part.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if not self._locked:
            self.new_area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def enter_area(self, area_id: int | None) -> None:
        """Give the keyboard to an area, or where work begins where it is gone."""
        found = next((part for part in self.parts if part.area_id == area_id), None)
        if found is None:
            self.enter()
        else:
            found.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def area_in_hand(self) -> int | None:
        """Return the area that has the keyboard."""
        at = QApplication.focusWidget()
        return next((part.area_id for part in self.parts if at and part.isAncestorOf(at)), None)

    # --- parts

    def _save(self, make: Callable[[str], dict[str, Any]]) -> Callable[[str, str], None]:
        def save(typed: str, run: str) -> None:
            operations.change_situation(self._database, self.report_id, run=run, **make(typed))

        return save

    def _in_report(self, of: Callable[[Situation], Any]) -> Callable[[Book], Any]:
        """Return what finds a value of this report in a book."""

        def found(book: Book) -> Any:
            report = book.report(self.report_id)
            return of(report) if report else ""

        return found

    def _add_head(self) -> None:
        """Add title, time, and who drew it up."""
        lines = (
            ("title", _("Title"), lambda one: one.title or "", lambda typed: {"title": typed}, ""),
            ("by", _("Drawn up by"), lambda one: one.by or "", lambda typed: {"by": typed}, ""),
        )
        days = QWidget()
        row = QHBoxLayout(days)
        spaced(row, gap=10)
        for name, label, of in (
            ("from_date", _("From"), lambda one: spelled(one.from_date)),
            ("day", _("Day of the report"), lambda one: spelled(one.day)),
        ):
            save = self._save(partial(_a_day, name))
            row.addWidget(
                self.line(name, label, self._book, self._in_report(of), save, hint="–", manner=A_DAY), 1
            )
            if name == "from_date":
                row.addWidget(Text("–", "body", QUIET), 0, TOP)
        row.addStretch(1)
        self.add(Section(pgettext("report", "Tells of"), days))
        for name, label, of, make, hint in lines:
            content = self.line(name, label, self._book, self._in_report(of), self._save(make), hint=hint)
            self.add_optional(name, label, content, shown=bool(of(self.report)))

        def save_text(blocks: Blocks, run: str) -> None:
            operations.change_situation(self._database, self.report_id, run=run, text=blocks)

        text, _editor = self._blocks(
            "text",
            _("The situation as a whole"),
            _("How it stands, in a few lines"),
            lambda one: one.text,
            save_text,
        )
        whole = Section(_("The situation as a whole"), text)
        self.add(whole)
        whole.setHidden(self._locked and not self.report.text)

    def _blocks(
        self,
        name: str,
        label: str,
        hint: str,
        of: Callable[[Situation], Blocks],
        save: Callable[[Blocks, str], None],
    ) -> tuple[Noted, BlockEditor]:
        """Return an editor of blocks that is saved by `save(blocks, run)`."""
        editor = BlockEditor(label)
        editor.setPlaceholderText("" if self._locked else hint)
        found = self._in_report(of)

        def blocks_in(book: Book) -> Any:
            return found(book) or ()

        field: Field[Any] = Field(
            editor, blocks_in(self._book), read=editor.blocks, show=editor.show_blocks, save=save
        )
        return self._tied(name, field, blocks_in), editor

    def _add_area(self, area: SituationArea) -> None:
        def of(name: str) -> Callable[[Situation], Any]:
            return lambda one: next((getattr(each, name) for each in one.areas if each.id == area.id), "")

        def save(name: str) -> Callable[[Any, str], None]:
            def write(value: Any, run: str) -> None:
                operations.change_area(self._database, area.id, run=run, **{name: value})

            return write

        prefix = f"area:{area.id}:"
        name = self.line(
            f"{prefix}name", _("Area"), self._book, self._in_report(of("name")), save("name"), role="strong"
        )
        texts = []
        for key, label, hint in (
            ("events", _("Events"), _("What has happened")),
            ("measures", _("Measures"), _("What is done about it, and by whom")),
        ):
            noted, editor = self._blocks(prefix + key, f"{area.name}: {label}", hint, of(key), save(key))
            texts.append((label, noted, editor))
        part = AreaPart(area, name, tuple(texts), locked=self._locked)
        part.strip.judged.connect(lambda step: self._do(lambda: self._judge(area.id, step)))
        part.strip.walked.connect(partial(self._walk, part))
        part.strip.moved.connect(partial(self._move, part))
        part.strip.removed.connect(lambda: self._do(lambda: operations.remove_area(self._database, area.id)))
        self.parts.append(part)
        self.add(part)

    def _add_entry(self) -> None:
        """Add the line in which another area is named."""
        self.new_area = Entry(_("New area"), _("Another area; Enter adds it"))
        self.new_area.entered.connect(self._add_named)
        line = QWidget()
        row = QHBoxLayout(line)
        spaced(row)
        self.new_area.setMaximumWidth(_NAME)
        row.addWidget(self.new_area, 2)
        row.addStretch(1)
        self.add(Section(_("New area"), line))

    def _add_foot(self) -> None:
        """Add the sources and where it was presented."""
        sources = self.text(
            "sources",
            _("Sources"),
            self._book,
            self._in_report(lambda one: "\n".join(one.sources)),
            self._save(lambda typed: {"sources": typed.splitlines()}),
            hint=_("A line for each: statistics, reports, conversations"),
            gap=0,
        )
        self.add(Section(_("Sources"), sources))
        self.add(self._at)
        self.add_missing()

    # --- what follows from what is known

    def _show_derived(self) -> None:
        report = self._book.report(self.report_id)
        if report is None:
            return
        areas = {area.id: area for area in report.areas}
        for part in self.parts:
            if part.area_id in areas:
                part.take(self._book, report, areas[part.area_id], locked=self._locked)
        trend = self._book.trend(report)
        self._trend.show_trend(trend)
        self._over_time.setVisible(trend.is_told and bool(trend.courses))
        self._show_state(report)
        self._gone.take(self._book, report, locked=self._locked)
        self._at.take(self._book, report, locked=self._database.read_only)

    def _show_state(self, report: Situation) -> None:
        at = QApplication.focusWidget()
        held = at is not None and self._state.isAncestorOf(at)
        emptied(self._state.column)
        told = Said(head_told(report, self._book))
        told.setContentsMargins(0, 6, 0, 12)
        self._state.column.addWidget(told)
        if held:
            self.enter()

    # --- what is done

    def _judge(self, area_id: int, step: int | None) -> None:
        operations.judge_area(self._database, area_id, step)

    def _walk(self, part: AreaPart, by: int) -> None:
        wanted = self.parts.index(part) + by
        if 0 <= wanted < len(self.parts):
            self.parts[wanted].strip.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(self.parts[wanted], 0, 8)

    def _move(self, part: AreaPart, by: int) -> None:
        ids = [each.area_id for each in self.parts]
        at = ids.index(part.area_id)
        if not 0 <= at + by < len(ids):
            return
        others = [id_ for id_ in ids if id_ != part.area_id]
        after = others[at + by - 1] if at + by else None
        self._do(lambda: operations.move_area(self._database, part.area_id, after))

    def _add_named(self, name: str) -> None:
        if name.strip():
            self._do(lambda: operations.add_area(self._database, self.report_id, name))

    def _take_out(self, report_id: int) -> None:
        self._do(lambda: rolling_up.take_out(self._database, self.report_id, report_id))

    def _present_nowhere(self) -> None:
        operations.present_at(self._database, self.report_id, None)

    def _do(self, act: Callable[[], object]) -> None:
        """Do something once what is typed is saved; why a rule refuses it stands at the top."""
        if not self.flush():
            return
        try:
            act()
        except RuleBroken as broken:
            self.tell(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.acted.emit()

    def tell(self, words: str) -> None:
        """Say below the title why something was not done."""
        refused = Said(((_("Not done"), "late", words),))
        refused.setContentsMargins(0, 0, 0, 12)
        self._state.column.addWidget(refused)
        self.verticalScrollBar().setValue(0)


def shape_of(report: Situation) -> tuple[object, ...]:
    """Return what a page is built anew for: another report, finished or not, other areas."""
    return report.id, report.is_done, tuple(area.id for area in report.areas)


def _a_day(name: str, typed: str) -> dict[str, date | None]:
    day = read_day(typed)
    if day is None and name == "day":
        raise RuleBroken(N_("Say of which day the report is"))
    return {name: day}
