"""Safety walks: the latest first, the one in hand with what was seen, and what each thing led to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext
from klubban.operations import walks
from klubban.operations.walk_report import prepare_walk
from klubban.ui.assignments import empty, forms, named_keys, rows, walk_forms
from klubban.ui.assignments.pictures import from_clipboard, from_path, picture_dialog
from klubban.ui.assignments.view import View
from klubban.ui.assignments.walk_presenting import WalkPresenting
from klubban.ui.assignments.walk_surface import WalkSurface
from klubban.ui.matters.meeting_choice import MeetingForm
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.list_column import nothing_found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData

    from klubban.domain.body import Body
    from klubban.domain.undertaken import OwnerLeft
    from klubban.domain.walk import Observation, Walk
    from klubban.operations.export import Prepared
    from klubban.operations.paper_file import PaperFile
    from klubban.store.database import Database
    from klubban.ui.asking.act_form import ActForm
    from klubban.ui.assignments.book import Book
    from klubban.ui.typesetter import Typesetter
    from klubban.ui.widgets.act_line import Act
    from klubban.ui.widgets.key_foot import KeyName


class WalksView(View):
    """The list, and the walk in hand."""

    assignment_asked = Signal(int)

    def __init__(self, database: Database, typesetter: Typesetter) -> None:
        super().__init__(database, _("Safety walks"), _("Search by name, place or what was seen"))
        self._chosen: int | None = None
        self.surface = WalkSurface(database)
        self.surface.followed.connect(self._follow)
        self.surface.taken.connect(self.changed)
        self.surface.dropped.connect(self._drop)
        self.surface.meeting_asked.connect(self.meeting_asked)
        self._presenting = WalkPresenting(database, typesetter, self)
        self._presenting.refused.connect(self.said)
        self._presenting.failed.connect(self.failed)
        self._presenting.saved.connect(self.saved)
        self._presenting.saved.connect(self.reload_asked)
        self.column.followed.connect(self.surface.enter_card)
        self.row.addWidget(self.surface, 1)
        self.bind(
            {
                "N": self.ask_for_new,
                "O": self._observe,
                "U": self._assign,
                "I": self._settle,
                "B": self._choose_picture,
                "Ctrl+V": self._paste,
                "S": self._ask_where,
                "E": self._change,
                "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}": self._change,
                "Delete": self._remove,
                "Shift+Delete": self._remove_picture,
            }
        )

    # --- what is shown

    def bodies(self) -> Sequence[Body]:
        """Return the bodies that have walked."""
        return self.book.walking if self.book else ()

    def show_walk(self, walk_id: int) -> None:
        """Take a walk in hand."""
        self.body, self._chosen = None, walk_id
        self.column.search.show_words("")
        self.show_list()

    def show_list(self) -> None:
        """Show the list anew; what was in hand stays so if it is still there."""
        book = self.book
        if book is None:
            return
        search = self.column.search.words()
        found = list(rows.walked(book, self.body, search))
        there = [row.id for row in found if row.id is not None]
        if self._chosen not in there:
            self._chosen = next((each for each in there if isinstance(each, int)), None)
        self.column.take(found or nothing_found(search), self._chosen)
        self._show_one()

    def choose(self, what: object) -> None:
        """Take a walk in hand."""
        if self.holds_form():
            self.column.hold(self._chosen)
        elif isinstance(what, int) and what != self._chosen:
            self._chosen, self.surface.seen = what, None
            self.close_asked()
            self._show_one()

    @property
    def walk(self) -> Walk | None:
        """Return the walk in hand."""
        return self.book.walk(self._chosen) if self.book else None

    @property
    def seen(self) -> Observation | None:
        """Return the observation in hand."""
        there = self.walk.observations if self.walk else ()
        return next((each for each in there if each.id == self.surface.seen), None)

    def _show_one(self) -> None:
        walk, book = self.walk, self.book
        if walk is not None and book is not None:
            self.surface.take(walk, book, self._acts())
        elif book is not None:
            self.surface.show_nothing(*(empty.not_found() if book.walks else empty.no_walks()), [])
            if not self.locked and not book.walks and book.all_bodies:
                add = Button(_("New walk"), chief=True)
                add.clicked.connect(self.ask_for_new)
                self.surface.put(add)
        self.changed.emit()

    def counted(self) -> str:
        """Return how much is to be settled, in a few words."""
        book = self.book
        if book is None or not book.walks:
            return ""
        mine = [walk for walk in book.walks if self.body in (None, walk.body)]
        left = sum(not seen.is_settled for walk in mine for seen in walk.observations)
        told = ngettext("{count} observation to settle", "{count} observations to settle", left)
        return told.format(count=left) if left else _("all is settled")

    @property
    def has_paper(self) -> bool:
        """Tell whether there is a walk to report."""
        return self.walk is not None

    def prepare(self) -> Sequence[Prepared]:
        """Return the report of the walk in hand."""
        if self.walk is None or self.book is None:
            return []
        return [prepare_walk(self._database, self.walk.id, self.book.today)]

    def asking(self) -> WalkSurface:
        """Return the page of the walk in hand."""
        return self.surface

    def _acts(self) -> list[Act]:
        if self.locked:
            return []
        return [
            ("O", _("Note what was seen …"), self._observe),
            *([("S", _("Put it on an agenda …"), self._ask_where)] if self._is_unreported else []),
            ("E", _("Change …"), self._change_walk),
        ]

    @property
    def _is_unreported(self) -> bool:
        return self.walk is not None and self.walk.item is None

    def keys(self) -> list[KeyName]:
        """Return the keys of the walk, or of the observation in hand."""
        if self.asked is not None:
            return named_keys.of_form()
        seen = self.seen if self._at_card else None
        if self.locked:
            return []
        return named_keys.of_observation(seen) if seen is not None else named_keys.of_walk(self.walk)

    @property
    def _at_card(self) -> bool:
        held = QApplication.focusWidget()
        return held in self.surface.cards

    def give_back(self) -> None:
        """Give the keyboard to the observation in hand, if one is, or to the list."""
        if self.surface.seen is None or not self.surface.enter_card(self.surface.seen):
            self.column.enter()

    # --- what can be done

    def ask_for_new(self) -> None:
        """Ask for a walk."""
        if self.book is not None and not self.locked and self.book.all_bodies and self.asked is None:
            body = self.body or (self.walk.body if self.walk else None)
            self.ask(walk_forms.new_walk(self._database, body, self.book, self._hold_walk))

    def _hold_walk(self, walk_id: int) -> None:
        self._chosen, self.surface.seen = walk_id, None

    def _hold(self, seen: int) -> None:
        self.surface.seen = seen

    def _ask(self, make: Callable[[Observation, Book], ActForm]) -> None:
        """Ask about the observation in hand."""
        if self.locked or self.book is None:
            return
        if self.seen is None:
            self.said.emit(_("Choose an observation first: Enter leads to them."))
            return
        self.ask(make(self.seen, self.book))

    def _observe(self) -> None:
        if self.walk is not None and not self.locked:
            self.ask(walk_forms.observe(self._database, self.walk, self._hold))

    def _change(self) -> None:
        if self._at_card and self.seen is not None:
            self._ask(lambda seen, _book: walk_forms.change_observation(self._database, seen))
        else:
            self._change_walk()

    def _change_walk(self) -> None:
        if self.walk is not None and self.book is not None and not self.locked:
            self.surface.seen = None
            self.ask(walk_forms.change_walk(self._database, self.walk, self.book))

    def _ask_where(self) -> None:
        """Ask at which meeting the walk is reported."""
        walk, book = self.walk, self.book
        if walk is None or book is None or self.locked:
            return
        if walk.item is not None:
            self.said.emit(_("It is on an agenda already."))
            return
        form = MeetingForm(
            _("Put it on an agenda"), _("Put it there"), lambda at: self._presenting.present(walk.id, at)
        )
        form.offer(book, [book.bodies[walk.body]])
        self.surface.seen = None
        self.ask(form)

    def _assign(self) -> None:
        if self.seen is not None and self.seen.assignment is not None:
            self.said.emit(_("It is an assignment already; Enter leads there."))
            return
        self._ask(lambda seen, book: walk_forms.assign(self._database, seen, book, self._remark))

    def _settle(self) -> None:
        if self.seen is not None and self.seen.assignment is not None:
            self.said.emit(_("It is an assignment already; Enter leads there."))
            return
        self._ask(lambda seen, _book: walk_forms.nothing(self._database, seen))

    def _remark(self, remarks: tuple[OwnerLeft, ...]) -> None:
        if remarks and self.book is not None:
            self.said.emit(" ".join(forms.remark(each, self.book) for each in remarks))

    def _follow(self, seen_id: int) -> None:
        there = self.walk.observations if self.walk else ()
        seen = next((each for each in there if each.id == seen_id), None)
        if seen is not None and seen.assignment is not None:
            self.assignment_asked.emit(seen.assignment)

    def _remove(self) -> None:
        """Take out the observation in hand, or the walk."""
        if self.locked:
            return
        if self._at_card and self.seen is not None:
            seen = self.seen.id
            self.do(lambda: walks.remove_observation(self._database, seen))
        elif self.column.list.hasFocus() and self.walk is not None:
            walk = self.walk.id
            self.do(lambda: walks.remove_walk(self._database, walk))

    def _remove_picture(self) -> None:
        """Take away the picture of the observation in hand."""
        if self._at_card and self.seen is not None and self.seen.sha256 and not self.locked:
            seen = self.seen.id
            self.do(lambda: walks.remove_picture(self._database, seen))

    # --- pictures

    def take_picture(self, get: Callable[[], PaperFile | None]) -> None:
        """Ask what a picture shows, and keep it then."""
        if self.locked:
            return
        if self.seen is None:
            self.said.emit(_("Choose an observation first: Enter leads to them."))
            return
        try:
            kept = get()
        except RuleBroken as broken:
            self.said.emit(sentence(broken))
            return
        if kept is None:
            self.said.emit(_("There is no picture to take."))
            return
        self._ask(lambda seen, _book: walk_forms.picture(self._database, seen, kept))
        self.activateWindow()

    def _choose_picture(self) -> None:
        """Ask for a picture of the observation in hand, without holding anything else up."""
        if self.locked or self.seen is None:
            self.take_picture(lambda: None)
            return
        dialog = picture_dialog(self, self._database.path.parent)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def take_file(self, name: str) -> None:
        """Take a picture on disk for the observation in hand."""
        self.take_picture(lambda: from_path(self._database, Path(name)))

    def _paste(self) -> None:
        self.take_picture(lambda: from_clipboard(QApplication.clipboard().mimeData()))

    def _drop(self, mime: QMimeData) -> None:
        self.take_picture(lambda: from_clipboard(mime))
