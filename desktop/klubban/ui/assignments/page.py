"""Assignments and walks: what was undertaken, by whom, and how it stands."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from klubban.i18n import _, pgettext
from klubban.ui import clock
from klubban.ui.assignments.assignments_view import AssignmentsView
from klubban.ui.assignments.book import Book
from klubban.ui.assignments.owners_view import OwnersView
from klubban.ui.assignments.rows import Shows
from klubban.ui.assignments.walks_view import WalksView
from klubban.ui.matters.views import Views
from klubban.ui.meeting.export import Exporter
from klubban.ui.room import Room
from klubban.ui.widgets.banner import Banner
from klubban.ui.widgets.basics import Rule, spaced
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.key_foot import KeyFoot, KeyName

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.assignments.view import View
    from klubban.ui.typesetter import Typesetter

_LONG = 24


class Looks(IntEnum):
    """The ways to look at what was undertaken."""

    ASSIGNMENTS = 0
    OWNERS = 1
    WALKS = 2


class AssignmentsPage(Room):
    """Header with the three views, the one that is looked at, and foot."""

    def __init__(self, database: Database, settings: Settings, typesetter: Typesetter) -> None:
        super().__init__(database, settings, typesetter)
        self.look = Looks.ASSIGNMENTS
        self.foot, self.banner = KeyFoot(_("State")), Banner()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.assignments = AssignmentsView(database)
        self.owners = OwnersView(database, typesetter, self.exporter)
        self.walks = WalksView(database, typesetter)
        self._views: tuple[View, ...] = (self.assignments, self.owners, self.walks)
        self._build()
        self._add_keys()
        for view in self._views:
            view.changed.connect(self._show_around)
            view.saved.connect(self.saved)
            view.failed.connect(self.failed)
            view.reload_asked.connect(self.reload)
            view.said.connect(self._say)
            view.meeting_asked.connect(self.meeting_asked)
        self.assignments.surface.walk_asked.connect(self.show_walk)
        self.owners.owner_asked.connect(self._show_owner)
        self.owners.warned.connect(self._warn)
        self.walks.assignment_asked.connect(self.show_for)

    def _build(self) -> None:
        titles = (
            (_("Assignments"), "Alt+1"),
            (_("By owner"), "Alt+2"),
            (_("Safety walks"), "Alt+3"),
        )
        self.views = Views(_("Views"), titles)
        self.views.chosen.connect(lambda number: self.show_look(Looks(number)))
        self._remind, self._mail = Button(_("Remind all who are late")), Button("")
        self._remind.clicked.connect(self.remind_late)
        self._mail.clicked.connect(self.mail)
        self._save = Button(_("Save as PDF"))
        self._save.setToolTip("Ctrl+P")
        self._save.clicked.connect(self.export_record)
        self._new = Button("", chief=True)
        self._new.setToolTip("N")
        self._new.clicked.connect(self.ask_for_new)
        strut = QWidget()  # so that the head keeps its height while nothing can be pressed
        strut.setFixedSize(0, self._new.sizeHint().height())
        header = Header(self.views, QWidget(), [strut, self._remind, self._mail, self._save, self._new])
        header.title.setText(pgettext("page", "Assignments"))
        self._stack, whole = QStackedWidget(), QVBoxLayout(self)
        spaced(whole)
        for view in self._views:
            self._stack.addWidget(view)
        for part in (header, Rule(), self.banner):
            whole.addWidget(part)
        whole.addWidget(self._stack, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.ask_for_new,
            "Ctrl+P": self.export_record,
            "Ctrl+F": self._find,
            "Ctrl+Return": self._submit,
            "Alt+Left": lambda: self.view.turn(-1),
            "Alt+Right": lambda: self.view.turn(1),
            **{f"Alt+{look + 1}": partial(self.show_look, look) for look in Looks},
        }
        bind_keys(self, keys)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:
        """Show all, or one assignment; the keyboard is at the list."""
        self.reload()
        if id_ is not None and not self.view.holds_form():
            self._look_at(Looks.ASSIGNMENTS)
            self.assignments.show_assignment(id_)
        QTimer.singleShot(0, self, self._enter)  # once the room is the page that is seen

    def _enter(self) -> None:
        form = self.view.asked
        if form is not None:
            form.enter()
        else:
            self.view.column.enter()

    def _find(self) -> None:
        self.view.column.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_walk(self, walk_id: int) -> None:
        """Show a walk."""
        self._look_at(Looks.WALKS)
        self.walks.show_walk(walk_id)
        self.walks.column.enter()

    def _show_owner(self, name: str) -> None:
        """Show what somebody has open."""
        self._look_at(Looks.ASSIGNMENTS)
        self.assignments.body = self.owners.body
        self.assignments.show_state(Shows.OPEN)
        self.assignments.column.search.show_words(name)
        self.assignments.show_list()
        self._enter()

    def reload(self) -> bool:
        """Read everything again, and show what is new."""
        book = Book.of(self._database, clock.today())
        for view in self._views:
            if view is self.view:
                view.take(book)
            else:
                view.book = book
        self._show_around()
        return True

    def step(self, by: int) -> None:
        """Go to the next line of the list."""
        self.view.column.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        surface = self.view.asking()
        return [self.view.column.list, *([surface] if surface is not None else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        for view in self._views:
            view.fit(self.width())

    # --- what is shown

    @property
    def view(self) -> View:
        """Return the view that is looked at."""
        return self._views[self.look]

    def show_look(self, look: Looks) -> None:
        """Look at assignments, owners or walks."""
        self._look_at(look)
        if self.view.asked is None:
            self.view.column.enter()

    def _look_at(self, look: Looks) -> None:
        if self.view.holds_form():
            self.views.show_view(self.look)
            return
        self.view.close_asked()
        self.look = look
        self.foot.say("")
        self.banner.clear()
        self._stack.setCurrentWidget(self.view)
        if self.view.book is not None:
            self.view.take(self.view.book)
        self._show_around()

    def _show_around(self) -> None:
        """Show what surrounds the view."""
        self.views.show_view(self.look)
        locked, asked = self._database.read_only, self.view.asked is not None
        there = self.view.book is not None and bool(self.view.book.all_bodies)
        self._new.setText(_("New walk") if self.look is Looks.WALKS else _("New assignment"))
        self._new.setVisible(self.look is not Looks.OWNERS and there and not locked and not asked)
        owner = self.owners.owner if self.look is Looks.OWNERS else None
        self._save.setVisible(bool(self.view.has_paper))
        self._mail.setVisible(owner is not None)
        self._mail.setToolTip("M")
        self._mail.setText(_("Mail to {name}").format(name=_short(str(owner))) if owner else "")
        self._remind.setVisible(self.look is Looks.OWNERS and self.owners.has_late and not locked)
        self.foot.show_state("", "plain", self.view.counted())
        self.foot.show_keys(self._keys())

    def _keys(self) -> list[list[KeyName]]:
        around = [KeyName("Alt+1–3", pgettext("key", "view")), KeyName("Ctrl+F", _("find"))]
        if len(self.view.bodies()) > 1:
            around.append(KeyName("Alt+←→", _("another body")))
        if self.view.asked is not None:
            return [[KeyName(_("Ctrl+Enter"), pgettext("key", "do it")), *self.view.keys()]]
        paper = [KeyName("Ctrl+P", _("PDF"))] if self.view.has_paper else []
        return [self.view.keys(), [*around, *paper, KeyName("Shift+F4", _("back to the meeting"))]]

    def _warn(self, words: str) -> None:
        self.banner.say(_("No address"), "soon", words, [(_("Close"), self.banner.clear)])

    def _say(self, words: str) -> None:
        self.foot.say(words, [(_("Close"), lambda: self.foot.say(""))])

    # --- what can be done

    def _submit(self) -> None:
        if self.view.asked is not None:
            self.view.asked.submit()

    def ask_for_new(self) -> None:
        """Ask for a new assignment, or a walk."""
        self.view.ask_for_new()

    def export_record(self) -> None:
        """Save what is shown as a PDF."""
        if self.view.has_paper:
            self.exporter.write(self, self.view.prepare)
        else:
            super().export_record()

    def mail(self) -> None:
        """Draft the mail to the owner who is chosen, and note that they were reminded."""
        self.owners.mail(self)

    def remind_late(self) -> None:
        """Draft the mails to all who are late, and note it."""
        self.owners.remind_late(self)


def _short(name: str) -> str:
    """Return a name as it fits a button."""
    return name if len(name) <= _LONG else f"{name[: _LONG - 1]}…"
