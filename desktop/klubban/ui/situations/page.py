"""Situation reports: areas by their steps, and what is behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents import situation_words as say
from klubban.i18n import _, current
from klubban.operations.export_situation import prepare_situation
from klubban.ui import clock
from klubban.ui.columns import first_stop
from klubban.ui.matters.column import MatterDelegate
from klubban.ui.matters.new_surfaces import Empty
from klubban.ui.meeting.export import Exporter
from klubban.ui.room import Room
from klubban.ui.situations.book import Book
from klubban.ui.situations.forms import NewReport
from klubban.ui.situations.hand import SituationHand
from klubban.ui.situations.head import SituationHead, form_keys, key_names
from klubban.ui.situations.rows import rows
from klubban.ui.situations.surface import SituationSurface, shape_of
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Ground, Rule, spaced
from klubban.ui.widgets.beside import take_turns
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.key_foot import KeyFoot
from klubban.ui.widgets.lists import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.situation import Situation
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter

Shown: TypeAlias = SituationSurface | NewReport | Empty
_LIST, _NARROW_LIST, _TIGHT = 264, 200, 900
"""A page narrower than the last has a narrow list."""


class SituationsPage(Room):
    """Header, the reports by body, the one in hand, and beside it the page as it will print."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.book = Book.of(database, clock.today())
        self.chosen: int | None = None
        self._surface: Shown | None = None
        self._quiet, self._paper_asked = False, False
        self.foot, self.banner = KeyFoot(_("State")), Banner()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.list, self.preview = RowList(_("Situation reports")), TreePreview(typesetter)
        self.list.setItemDelegate(MatterDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.hand = SituationHand(self, database, typesetter)
        self._build()
        self._add_keys()

    def _build(self) -> None:
        self._head = SituationHead()
        self._head.new_asked.connect(self.hand.ask_for_new)
        self._head.gather_asked.connect(self.hand.ask_to_gather)
        self._head.finish_asked.connect(self.hand.finish)
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
        for part in (self._head, Rule(), self.banner):
            whole.addWidget(part)
        whole.addLayout(self._row, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "N": self.hand.ask_for_new,
            "Ctrl+N": self.hand.ask_for_new,
            "U": self.hand.ask_to_gather,
            "K": self.hand.finish,
            "R": self.hand.ask_to_present,
            "P": self.swap_paper,
        }
        bind_keys(self, keys)
        delete = QShortcut(QKeySequence("Delete"), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.hand.remove)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show a report, or the room as it was left; else the newest report that is not finished."""
        self.book = Book.of(self._database, clock.today())
        self._show_one(id_ if self.book.report(id_) else self.chosen)
        QTimer.singleShot(0, self, self._enter)

    def _enter(self) -> None:
        surface = self._surface
        begun = isinstance(surface, SituationSurface) and not surface.report.is_done
        if surface is not None and (begun or isinstance(surface, NewReport)):
            surface.enter()
        else:
            stop = first_stop(surface) if isinstance(surface, Empty) else None
            (stop or self.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shows(self, id_: int) -> bool:
        """Tell whether a report is in hand."""
        return self.chosen == id_ and isinstance(self._surface, SituationSurface)

    def reload(self) -> bool:
        """Show what is new; the page is laid out anew where its areas are others."""
        self.book = Book.of(self._database, clock.today())
        surface, report = self._surface, self.book.report(self.chosen)
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
        report = self.report
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
    def report(self) -> Situation | None:
        """Return the report in hand."""
        return self.book.report(self.chosen) if isinstance(self._surface, SituationSurface) else None

    def _follow(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.list.rows.row(now.row())
        if row is None or row.id is None or self._quiet or row.id == self.chosen:
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
        self.chosen = report.id if report else None
        if report is None:
            self.put(self._empty())
        else:
            self.put(self._surface_of(report))
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
        surface.acted.connect(self.acted)
        surface.report_asked.connect(self.show_report)
        surface.meeting_asked.connect(self.meeting_asked)
        surface.slot.changed = self._show_around
        return surface

    def _lay_out_again(self, surface: SituationSurface, report: Situation) -> None:
        """Build the page anew, at the same place, with the keyboard where it was."""
        now, at = QApplication.focusWidget(), surface.verticalScrollBar().value()
        inside = now is not None and surface.isAncestorOf(now)
        area = surface.area_in_hand
        known = {part.area_id for part in surface.parts}
        added = next((each.id for each in report.areas if each.id not in known), None)
        fresh = self._surface_of(report)
        self.put(fresh)
        if inside:
            fresh.enter_area(added or area)
        QTimer.singleShot(0, fresh, lambda: fresh.verticalScrollBar().setValue(at))

    def _empty(self) -> Empty:
        actions: list[QWidget] = []
        if not self._database.read_only:
            add = Button(_("New report"), chief=True)
            add.clicked.connect(self.hand.ask_for_new)
            actions.append(add)
        told = _(
            "A situation report tells area by area how it stands, on a scale of five steps from normal to"
            " critical, with what has happened and what is done about it. Reports of a group are gathered"
            " in the report of the body above. Areas, names of the steps and sources are kept with each body"
            " in the registers (F7)."
        )
        return Empty(_("No situation reports yet"), told, actions)

    def put(self, surface: Shown) -> None:
        """Lay something else beside the list."""
        if self._surface is not None:
            self._row.removeWidget(self._surface)
            self._surface.hide()
            self._surface.deleteLater()
        self._surface = surface
        self._row.insertWidget(2, surface, 1)
        surface.show()
        self._share()
        self._show_list()

    def _share(self) -> None:
        """Show the paper beside the report, or in its place where it was asked for and room is short."""
        there = isinstance(self._surface, SituationSurface)
        words = take_turns(self.preview, self.width(), there=there, asked=self._paper_asked)
        if self._surface is not None:
            self._surface.setVisible(words)

    def _show_list(self) -> None:
        self._quiet = True  # what is chosen from outside is no news
        self.list.rows.set_rows(list(rows(self.book)))
        if self.chosen is None or isinstance(self._surface, NewReport) or not self.list.choose(self.chosen):
            self.list.selectionModel().clear()
        self._quiet = False
        self._show_around()

    def _show_around(self) -> None:
        """Show what surrounds the report."""
        report, locked, asked = self.report, self._database.read_only, self._asked
        gathers = self.hand.can_gather and not asked
        self._head.take(self.book, report, locked=locked or asked, gathers=gathers)
        state = say.briefly(report, current()) if report else ""
        self.foot.show_state("", "plain", state)
        self.foot.show_keys([form_keys() if asked else key_names(report, locked=locked, gathers=gathers)])

    @property
    def _asked(self) -> bool:
        """Tell whether something is asked in a form."""
        surface = self._surface
        if isinstance(surface, SituationSurface):
            return surface.slot.form is not None
        return isinstance(surface, NewReport)

    def _show_paper(self) -> None:
        report = self.report
        if report is not None and self.preview.isVisible():
            self.preview.follow(_("As it will print"), prepare_situation(self._database, report.id).document)

    def swap_paper(self) -> None:
        """Show the page as it will print, or put it away."""
        if self.report is not None and self.flush():
            self._paper_asked = not self._paper_asked
            self._share()
            self._show_paper()
            if self._surface is not None and self._surface.isVisible():
                self._enter()
            else:
                self.preview.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def acted(self) -> None:
        """Show what was done."""
        self.reload()
        self.saved.emit()

    def show_added(self, report_id: int) -> None:
        """Show a report that was begun just now."""
        self.book = Book.of(self._database, clock.today())
        self._show_one(report_id)
        self.saved.emit()
        self._enter()
