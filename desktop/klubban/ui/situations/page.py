"""Situation reports: areas by their steps, and what is behind each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import situation_words as say
from klubban.i18n import _, current, ngettext, pgettext
from klubban.operations.export_situation import prepare_situation
from klubban.operations.situations import (
    finish_situation,
    present_at,
    remove_situation,
    reopen_situation,
)
from klubban.ui import clock
from klubban.ui.columns import first_stop
from klubban.ui.matters.column import MatterDelegate
from klubban.ui.matters.new_surfaces import Empty
from klubban.ui.meeting.export import Exporter
from klubban.ui.room import Room
from klubban.ui.situations.book import Book
from klubban.ui.situations.forms import NewReport, PresentForm, RollUpForm
from klubban.ui.situations.presenting import Presenting
from klubban.ui.situations.rows import rows
from klubban.ui.situations.surface import SituationSurface, shape_of
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import QUIET, Ground, Rule, Short, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyFoot, KeyName
from klubban.ui.widgets.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.situation import Situation
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.registers.form import Form
    from klubban.ui.typesetter import Typesetter

Shown: TypeAlias = SituationSurface | NewReport | Empty
_LIST, _NARROW_LIST, _PAGE = 264, 200, 360
_TIGHT, _WIDE = 900, 1180
"""A page narrower than the first has a narrow list, one wider than the second has room for the paper."""


class SituationsPage(Room):
    """Header, the reports by body, the one in hand, and beside it the page as it will print."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.book = Book.of(database, clock.today())
        self._chosen: int | None = None
        self._surface: Shown | None = None
        self._quiet, self._paper_asked = False, False
        self.foot, self.banner = KeyFoot(_("State")), Banner()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.list, self.preview = RowList(_("Situation reports")), TreePreview(typesetter)
        self.list.setItemDelegate(MatterDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._follow)
        self._presenting = Presenting(database, typesetter, self)
        self._presenting.saved.connect(self._acted)
        self._presenting.refused.connect(self.foot.say)
        self._presenting.failed.connect(self.failed)
        self._build()
        self._add_keys()

    def _build(self) -> None:
        self._about = Short("", "item", QUIET)
        self._new = Button(_("New report"))
        self._gather = Button(pgettext("report", "Gather reports"))
        self._finish = Button(pgettext("report", "Finish"), chief=True)
        for button, key, act in (
            (self._new, "N", self.ask_for_new),
            (self._gather, "U", self.ask_to_gather),
            (self._finish, "K", self.finish),
        ):
            button.setToolTip(key)
            button.clicked.connect(act)
        header = Header(self._about, QWidget(), [self._new, self._gather, self._finish])
        header.title.setText(_("Situation reports"))
        self._side = Ground()
        inner = QVBoxLayout(self._side)
        spaced(inner, (10, 6, 2, 8))
        inner.addWidget(self.list)
        self._row, whole = QHBoxLayout(), QVBoxLayout(self)
        spaced(self._row)
        spaced(whole)
        self._row.addWidget(self._side)
        self._row.addWidget(Rule(upright=True))
        self._row.addWidget(self.preview)
        for part in (header, Rule(), self.banner):
            whole.addWidget(part)
        whole.addLayout(self._row, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "N": self.ask_for_new,
            "Ctrl+N": self.ask_for_new,
            "U": self.ask_to_gather,
            "K": self.finish,
            "R": self.ask_to_present,
            "P": self.swap_paper,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        delete = QShortcut(QKeySequence("Delete"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show a report, or the room as it was left; else the newest report that is not finished."""
        self.book = Book.of(self._database, clock.today())
        self._show_one(id_ if self.book.report(id_) else self._chosen)
        QTimer.singleShot(0, self, self._enter)

    def _enter(self) -> None:
        surface = self._surface
        begun = isinstance(surface, SituationSurface) and not surface.report.is_done
        if surface is not None and (begun or isinstance(surface, NewReport)):
            surface.enter()
        else:
            stop = first_stop(surface) if isinstance(surface, Empty) else None
            (stop or self.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reload(self) -> bool:
        """Show what is new; the page is laid out anew where its areas are others."""
        self.book = Book.of(self._database, clock.today())
        surface, report = self._surface, self.book.report(self._chosen)
        if isinstance(surface, NewReport):
            self._show_list()
        elif report is None or not isinstance(surface, SituationSurface):
            self._show_one(None)
        elif surface.shape != shape_of(report):
            self._lay_out_again(surface, report)
        else:
            surface.take(self.book)
            self._show_list()
        self._show_paper()
        return True

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        surface = self._surface
        return surface.flush() if isinstance(surface, SituationSurface) else True

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        if isinstance(self._surface, SituationSurface):
            self._surface.end_run()

    def step(self, by: int) -> None:
        """Go to the next report."""
        self.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        shown = [self._surface] if self._surface is not None and self._surface.isVisible() else []
        return [self.list, *shown, *([self.preview.sheet] if self.preview.isVisible() else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the paper stands beside where there is room for it."""
        super().resizeEvent(event)
        self._side.setFixedWidth(_LIST if self.width() >= _TIGHT else _NARROW_LIST)
        self._share()

    def export_record(self) -> None:
        """Write the report as PDF (Ctrl+E)."""
        report = self._report
        if report is None or not self.flush():
            super().export_record()
            return
        self.exporter.write(self, lambda: [prepare_situation(self._database, report.id)])

    # --- what is shown

    @property
    def surface(self) -> Shown | None:
        """Return what is in hand."""
        return self._surface

    @property
    def _report(self) -> Situation | None:
        """Return the report in hand."""
        return self.book.report(self._chosen) if isinstance(self._surface, SituationSurface) else None

    def _follow(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.list.rows.row(now.row())
        if row is None or row.id is None or self._quiet or row.id == self._chosen:
            return
        if self.flush():
            self._show_one(row.id)
        else:
            self._show_list()

    def show_report(self, report_id: int) -> None:
        """Show a report."""
        if self.flush():
            self._show_one(report_id)

    def _show_one(self, id_: int | None) -> None:
        report = self.book.report(id_) or self._first()
        self._chosen = report.id if report else None
        if report is None:
            self._put(self._empty())
        else:
            self._put(self._surface_of(report))
        self._show_list()
        self._show_paper()

    def _first(self) -> Situation | None:
        """Return the newest report that is not finished, or the newest."""
        found = sorted(self.book.reports.values(), key=lambda each: (each.is_done, each.order))
        begun = [each for each in found if not each.is_done]
        return next(reversed(begun or found), None)

    def _surface_of(self, report: Situation) -> SituationSurface:
        surface = SituationSurface(self._database, self.book, report)
        surface.saved.connect(self.saved)
        surface.failed.connect(self.failed)
        surface.acted.connect(self._acted)
        surface.report_asked.connect(self.show_report)
        surface.meeting_asked.connect(self.meeting_asked)
        return surface

    def _lay_out_again(self, surface: SituationSurface, report: Situation) -> None:
        """Build the page anew, at the same place, with the keyboard where it was."""
        now, at = QApplication.focusWidget(), surface.verticalScrollBar().value()
        inside = now is not None and surface.isAncestorOf(now)
        area = surface.area_in_hand
        known = {part.area_id for part in surface.parts}
        added = next((each.id for each in report.areas if each.id not in known), None)
        fresh = self._surface_of(report)
        self._put(fresh)
        self._show_list()
        if inside:
            fresh.enter_area(added or area)
        QTimer.singleShot(0, fresh, lambda: fresh.verticalScrollBar().setValue(at))

    def _empty(self) -> Empty:
        actions: list[QWidget] = []
        if not self._database.read_only:
            add = Button(_("New report"), chief=True)
            add.clicked.connect(self.ask_for_new)
            actions.append(add)
        told = _(
            "A situation report tells area by area how it stands, on a scale of five steps from normal to"
            " critical, with what has happened and what is done about it. Reports of a group are gathered"
            " in the report of the body above. Areas, names of the steps and sources are kept with each body"
            " in the registers (F7)."
        )
        return Empty(_("No situation reports yet"), told, actions)

    def _put(self, surface: Shown) -> None:
        """Lay something else beside the list."""
        if self._surface is not None:
            self._row.removeWidget(self._surface)
            self._surface.hide()
            self._surface.deleteLater()
        self._surface = surface
        self._row.insertWidget(2, surface, 1)
        surface.show()
        self._share()

    def _share(self) -> None:
        """Show the paper beside the report, or in its place where it was asked for and room is short."""
        paper, wide = isinstance(self._surface, SituationSurface), self.width() >= _WIDE
        shown = paper and (wide != self._paper_asked)
        self.preview.setVisible(shown)
        self.preview.setMaximumWidth(_PAGE if wide else 16_777_215)
        self.preview.setMinimumWidth(_PAGE if wide else 0)
        if self._surface is not None:
            self._surface.setVisible(wide or not shown)

    def _show_list(self) -> None:
        self._quiet = True  # what is chosen from outside is no news
        self.list.rows.set_rows(list(rows(self.book)))
        if self._chosen is None or isinstance(self._surface, NewReport) or not self.list.choose(self._chosen):
            self.list.selectionModel().clear()
        self._quiet = False
        self._show_around()

    def _show_around(self) -> None:
        """Show what surrounds the report."""
        report, locked = self._report, self._database.read_only
        begun = sum(not each.is_done for each in self.book.reports.values())
        told = ngettext("{count} report is begun", "{count} reports are begun", begun).format(count=begun)
        self._about.setText(told if begun else _("All reports are finished") if self.book.reports else "")
        self._new.setVisible(not locked and bool(self.book.reports))
        self._gather.setVisible(self._can_gather)
        self._finish.setVisible(report is not None and not locked)
        if report is not None:
            self._finish.setText(_("Open it again") if report.is_done else pgettext("report", "Finish"))
            self._finish.make_chief(chief=not report.is_done)
        state = say.briefly(report, current()) if report else ""
        self.foot.show_state("", "plain", state)
        self.foot.show_keys([self._keys()])

    @property
    def _can_gather(self) -> bool:
        report = self._report
        return report is not None and not report.is_done and bool(self.book.offered(report))

    def _keys(self) -> list[KeyName]:
        report, found = self._report, []
        if not self._database.read_only:
            if report is not None and not report.is_done:
                found.append(KeyName("1–5", pgettext("key", "judge")))
            found.append(KeyName("N", pgettext("key of a report", "new")))
            if self._can_gather:
                found.append(KeyName("U", pgettext("key", "gather")))
            if report is not None:
                word = pgettext("key", "open again") if report.is_done else pgettext("key", "finish")
                found += [KeyName("K", word), KeyName("R", pgettext("key", "present"))]
        if report is not None:
            found += [KeyName("P", pgettext("key", "page")), KeyName("Ctrl+E", _("PDF"))]
        found += [KeyName(_("Alt+Down"), _("next")), KeyName("F6", _("next column"))]
        return [*found, KeyName("Shift+F9", _("back to the meeting"))]

    def _show_paper(self) -> None:
        report = self._report
        if report is not None and self.preview.isVisible():
            self.preview.follow(_("As it will print"), prepare_situation(self._database, report.id).document)

    def swap_paper(self) -> None:
        """Show the page as it will print, or put it away."""
        if self._report is not None and self.flush():
            self._paper_asked = not self._paper_asked
            self._share()
            self._show_paper()
            if self._surface is not None and self._surface.isVisible():
                self._enter()
            else:
                self.preview.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what can be done

    def _acted(self) -> None:
        self.reload()
        self.saved.emit()

    def ask_for_new(self) -> None:
        """Ask of which body and day a new report is."""
        if self._database.read_only or not self.flush():
            return
        report = self.book.report(self._chosen)
        asked = NewReport(self._database, self.book, self.book.bodies[report.body] if report else None)
        asked.added.connect(self._show_added)
        asked.left.connect(partial(self.show_for, None))
        asked.failed.connect(self.failed)
        self._put(asked)
        self._show_list()
        asked.enter()

    def _show_added(self, report_id: int) -> None:
        self.book = Book.of(self._database, clock.today())
        self._show_one(report_id)
        self.saved.emit()
        self._enter()

    def ask_to_gather(self) -> None:
        """Ask which reports of the bodies below are gathered."""
        report = self._report
        if report is not None and self._can_gather and not self._database.read_only and self.flush():
            self._ask(RollUpForm(self._database, self.book, report))

    def ask_to_present(self) -> None:
        """Ask at which item the report is presented."""
        report = self._report
        if report is None or self._database.read_only or not self.flush():
            return
        items = self.book.items(self._database, report)
        if not items:
            self.foot.say(_("No meeting near has items yet. Put the report on an agenda first."))
            return
        self._ask(PresentForm(self.book, report, items, partial(self._present, report.id)))

    def _ask(self, form: Form) -> None:
        surface = self._surface
        if not isinstance(surface, SituationSurface):
            return
        form.left.connect(self._end_asking)
        form.done.connect(self._done_asking)
        form.failed.connect(self.failed)
        surface.slot.put(form, surface)
        form.enter()

    def _end_asking(self) -> None:
        if isinstance(self._surface, SituationSurface):
            self._surface.slot.clear()
            self._surface.enter()

    def _done_asking(self) -> None:
        self._end_asking()
        self._acted()

    def _present(self, report_id: int, item_id: int, paper: bool) -> None:  # noqa: FBT001 - a form's answer
        """Note the item; with its paper as soon as that is set."""
        if not paper:
            present_at(self._database, report_id, item_id)
            return
        self._presenting.present(report_id, item_id)

    def finish(self) -> None:
        """Finish the report, or open it again."""
        report = self._report
        if report is None or self._database.read_only or not self.flush():
            return
        if report.is_done:
            self.attempt(lambda: reopen_situation(self._database, report.id), self._tell)
        else:
            self.attempt(lambda: finish_situation(self._database, report.id, clock.today()), self._tell)

    def remove(self) -> None:
        """Take the report away; undo brings it back."""
        report = self._report
        if report is not None and not self._database.read_only and self.flush():
            self.attempt(lambda: remove_situation(self._database, report.id), self._tell)

    def _tell(self, words: str) -> None:
        if isinstance(self._surface, SituationSurface):
            self._surface.tell(words)
