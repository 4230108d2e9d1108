"""The page of the year of each body, from pattern to dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import plan_words as say
from klubban.documents.wording import capital
from klubban.domain.meeting import Stage
from klubban.i18n import _, current
from klubban.operations.export_plan import prepare_plan
from klubban.operations.meetings import restore_meeting
from klubban.operations.planning import remove_pattern, suggest_year
from klubban.ui import clock
from klubban.ui.columns import first_stop
from klubban.ui.meeting.export import Exporter
from klubban.ui.meeting.surface import Surface
from klubban.ui.planning import forms, keys
from klubban.ui.planning.chosen import Chosen
from klubban.ui.planning.overview import Overview
from klubban.ui.planning.pattern_form import PatternForm
from klubban.ui.planning.preview import YearPreview
from klubban.ui.planning.sheet import YearSheet
from klubban.ui.planning.year_header import YearHeader
from klubban.ui.planning.year_list import THE_YEAR, YearDelegate, year_rows
from klubban.ui.registers.form import Form
from klubban.ui.room import Room
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Ground, Rule, Text, emptied, spaced
from klubban.ui.widgets.form_slot import FormSlot
from klubban.ui.widgets.key_foot import KeyFoot
from klubban.ui.widgets.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.agenda import Pattern
    from klubban.domain.planned import Planned
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter

_LIST = 336
_EARLIEST, _LATEST = 1900, 2200


class PlanningPage(Room):
    """Header with the bodies; the year at the left; what is chosen of it at the right, with what is asked."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.sheet = YearSheet.of(database, clock.today().year, None, clock.today())
        self.foot = KeyFoot(_("State"))
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.list = RowList(_("The year"))
        self.list.setItemDelegate(YearDelegate(self.list))
        self.list.point_at_rows()
        self.surface = Surface(_("Plan of meetings"))
        self._title = Text("", "title", wrap=True)
        self._slot: FormSlot[Form | YearPreview] = FormSlot(8, 16, empty=8)
        self._content = QVBoxLayout()
        spaced(self._content)
        self.surface.add(self._title)
        self.surface.column.addLayout(self._slot.layout)
        self.surface.column.addLayout(self._content)
        self.surface.end()
        self._make_header()
        self._lay_out()
        self._add_keys()
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.list.activated.connect(self._open)
        self._show(THE_YEAR)

    def _make_header(self) -> None:
        self.header = YearHeader()
        self.header.turned.connect(self.turn_year)
        self.header.body_chosen.connect(self._take_body)
        self.header.export_asked.connect(self.export_record)

    def _lay_out(self) -> None:
        self.banner = Banner()
        side, beside = Ground(), QHBoxLayout()
        side.setFixedWidth(_LIST)
        inner = QVBoxLayout(side)
        spaced(inner, (10, 10, 2, 8))
        inner.addWidget(self.list)
        spaced(beside)
        beside.addWidget(side)
        beside.addWidget(Rule(upright=True))
        beside.addWidget(self.surface, 1)
        column = QVBoxLayout(self)
        spaced(column)
        for widget in (self.header, Rule(), self.banner):
            column.addWidget(widget)
        column.addLayout(beside, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    def _add_keys(self) -> None:
        bound: dict[str, tuple[QWidget, Callable[[], object]]] = {
            "Alt+Left": (self, lambda: self.turn_year(-1)),
            "Alt+Right": (self, lambda: self.turn_year(1)),
            "Ctrl+N": (self, self.ask_for_meeting),
            "Insert": (self.list, self.ask_for_meeting),
            "Ctrl+P": (self, self.ask_for_year),
            "F2": (self.list, self.ask_to_move),
            "Delete": (self.list, self.ask_to_cancel),
            "Escape": (self.list, self.close_asked),
        }
        for key, (where, act) in bound.items():
            shortcut = QShortcut(QKeySequence(key), where)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- what the file's page asks

    def show_for(self, id_: int | None) -> None:  # noqa: ARG002 - the plan is of all meetings
        """Show the year as it was left, or the present one."""
        self.reload()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> bool:
        """Show what is new; what is asked in the page stays, with what was typed in it."""
        shown = self.shown
        body = self.sheet.body.id if self.sheet.body else None
        self.sheet = YearSheet.of(self._database, self.sheet.year, body, clock.today())
        self._show(shown)
        return True

    def step(self, by: int) -> None:
        """Go to the next meeting, or the one before."""
        self.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round: the list, and what is asked or else what is shown."""
        inside = self.asked if self.asked is not None else self.surface
        return [self.list, first_stop(inside) or self.surface]

    def export_record(self) -> None:
        """Write the plan as PDF."""
        year, body = self.sheet.year, self.sheet.body
        self.exporter.write(self, lambda: [prepare_plan(self._database, year, body.id if body else None)])

    # --- what is shown

    @property
    def shown(self) -> int:
        """Return the id of the meeting that is chosen, or THE_YEAR."""
        row = self.list.rows.row(self.list.currentIndex().row())
        return row.id if row is not None and isinstance(row.id, int) else THE_YEAR

    @property
    def meeting(self) -> Planned | None:
        """Return the meeting that is chosen, if one is."""
        return self.sheet.meeting(self.shown)

    def turn_year(self, by: int) -> None:
        """Show the year before, or after."""
        self.show_year(self.sheet.year + by)

    def show_year(self, year: int, meeting: int = THE_YEAR) -> None:
        """Show a year, at a meeting of it."""
        body = self.sheet.body.id if self.sheet.body else None
        self._turn(min(max(year, _EARLIEST), _LATEST), body, meeting)

    def show_body(self, body_id: int | None) -> None:
        """Show the year of one body, or of all."""
        self._turn(self.sheet.year, body_id, THE_YEAR)

    def _turn(self, year: int, body_id: int | None, meeting: int) -> None:
        self.close_asked()
        self.foot.say("")
        self.sheet = YearSheet.of(self._database, year, body_id, clock.today())
        self._show(meeting)

    def _show(self, wanted: int) -> None:
        """Show the year, and choose a meeting of it, or the year where that is gone."""
        self.header.take(self.sheet)
        model = self.list.selectionModel()
        model.blockSignals(True)
        self.list.rows.set_rows(list(year_rows(self.sheet)))
        model.blockSignals(False)
        if not self.list.choose(wanted):
            self.list.choose(THE_YEAR)
        self.list.viewport().update()
        self._show_chosen()

    def _take_body(self, chosen: object) -> None:
        self.show_body(chosen if isinstance(chosen, int) else None)

    def _follow(self, _now: QModelIndex, _before: QModelIndex) -> None:
        """Show what was chosen; what was asked about something else is left."""
        self.close_asked()
        self._show_chosen()

    def _show_chosen(self) -> None:
        held = self._content_has_focus()
        emptied(self._content)
        meeting = self.meeting
        if meeting is None:
            self._title.setText(self._year_told())
            self._content.addWidget(self._overview())
        else:
            day = say.full_day(meeting.date, current())
            self._title.setText(f"{self.sheet.body_of(meeting).name}, {day}")
            self._content.addWidget(self._of_meeting(meeting))
        self._name_keys()
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _year_told(self) -> str:
        sheet = self.sheet
        held = [each for each in sheet.meetings if each.stands]
        if sheet.body is not None:
            return say.counted_of(sheet.body, len(held), sheet.year, current())
        return capital(say.counted(len(held), len({each.body for each in held}), sheet.year, current()))

    def _overview(self) -> Overview:
        overview = Overview(self.sheet, locked=self._database.read_only)
        overview.new_asked.connect(self.ask_for_meeting)
        overview.year_asked.connect(self.ask_for_year)
        overview.pattern_asked.connect(self.ask_for_pattern)
        overview.pattern_gone.connect(self._remove_pattern)
        overview.body_chosen.connect(self.show_body)
        overview.meeting_asked.connect(self.meeting_asked)
        return overview

    def _of_meeting(self, meeting: Planned) -> Chosen:
        chosen = Chosen(self.sheet, meeting, locked=self._database.read_only)
        chosen.open_asked.connect(self._open)
        chosen.move_asked.connect(self.ask_to_move)
        chosen.cancel_asked.connect(self.ask_to_cancel)
        chosen.restore_asked.connect(self._restore)
        chosen.meeting_asked.connect(self.meeting_asked)
        return chosen

    def _name_keys(self) -> None:
        self.foot.show_keys(keys.names(self.sheet, self.meeting, locked=self._database.read_only))

    # --- what is asked in the page

    def ask_for_meeting(self) -> None:
        """Ask when and where one more meeting is."""
        if self.sheet.chains.bodies:
            self._ask(forms.new_meeting(self._database, self.sheet, self._go_to_made))

    def ask_to_move(self) -> None:
        """Ask where the chosen meeting goes."""
        meeting = self.meeting
        if meeting is not None:
            self._ask(forms.moved(self._database, meeting, self.sheet.today))

    def ask_to_cancel(self) -> None:
        """Ask why the chosen meeting is cancelled; one that is, is held after all."""
        meeting = self.meeting
        if meeting is not None and not meeting.stands:
            self._restore()
        elif meeting is not None and meeting.stage in (Stage.PLANNED, Stage.SUMMONED):
            self._ask(forms.cancelled(self._database, meeting, self.sheet.today))

    def ask_for_pattern(self, pattern: Pattern | None) -> None:
        """Ask how the body's meetings come again."""
        if self.sheet.body is not None:
            self._ask(PatternForm(self._database, self.sheet.body, pattern))

    def ask_for_year(self) -> None:
        """Show the days that the year would get; without a pattern, ask for one first."""
        body, year = self.sheet.body, self.sheet.year
        if body is None:
            self.foot.say(_("Choose first whose year is planned."))
            self.header.enter()
        elif not self.sheet.patterns.get(body.id):
            self.ask_for_pattern(None)
        else:
            found = suggest_year(self._database, body.id, year)
            self._ask(YearPreview(self._database, body, year, found, self.sheet.today))

    @property
    def asked(self) -> Form | YearPreview | None:
        """Return the form that stands above the words, if one does."""
        return self._slot.form

    def _ask(self, form: Form | YearPreview) -> None:
        if self._database.read_only:
            form.deleteLater()
            return
        self.close_asked()
        self.foot.say("")
        form.left.connect(self._leave)
        form.done.connect(self._done)
        form.failed.connect(self.failed)
        self._slot.put(form, self.surface)
        form.enter()

    def close_asked(self) -> None:
        """Take away what is asked."""
        self._slot.clear()

    def _leave(self) -> None:
        self.close_asked()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self) -> None:
        """Show what was done; a meeting that was moved to another year is followed there."""
        kept = self.shown
        self._leave()
        self.reload()
        moved = self.sheet.meeting(kept)
        if moved is not None and moved.date.year != self.sheet.year:
            self.show_year(moved.date.year, kept)
        self.saved.emit()

    def _go_to_made(self, meeting_id: int) -> None:
        self.reload()
        made = self.sheet.meeting(meeting_id)
        if made is not None and made.date.year != self.sheet.year:
            self.show_year(made.date.year, meeting_id)
        else:
            self.list.choose(meeting_id)

    # --- what is done at once

    def _open(self, _index: object = None) -> None:
        meeting = self.meeting
        if meeting is not None:
            self.meeting_asked.emit(meeting.id, None)

    def _restore(self) -> None:
        self.attempt(lambda: restore_meeting(self._database, self.shown), self.foot.say)

    def _remove_pattern(self, pattern_id: int) -> None:
        body = self.sheet.body
        if body is not None:
            self.attempt(lambda: remove_pattern(self._database, body.id, pattern_id), self.foot.say)

    # --- where the keyboard is

    def _content_has_focus(self) -> bool:
        now, item = QApplication.focusWidget(), self._content.itemAt(0)
        shown = item.widget() if item is not None else None
        return shown is not None and now is not None and shown.isAncestorOf(now)
