"""The page of matters: the register, what members and citizens raised, and decisions by delegation."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.meeting import SubmissionKind
from klubban.i18n import _, ngettext, pgettext
from klubban.operations.matter_line import prepare_matter
from klubban.operations.matter_lists import prepare_delegated, prepare_unanswered
from klubban.ui.clock import today
from klubban.ui.imports.preview import ListPreview
from klubban.ui.matters import column, rows
from klubban.ui.matters.book import Book
from klubban.ui.matters.choice import Choice
from klubban.ui.matters.column import MatterColumn
from klubban.ui.matters.delegated_surface import DelegatedSurface
from klubban.ui.matters.import_page import DelegatedImport
from klubban.ui.matters.matter_surface import MatterSurface
from klubban.ui.matters.new_surfaces import Empty, NewDecision, NewMatter
from klubban.ui.matters.sending import PacketMaker
from klubban.ui.matters.views import Views
from klubban.ui.matters.words import bodies
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
    from datetime import date

    from klubban.domain.body import Body
    from klubban.settings import Settings
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter

Shown: TypeAlias = MatterSurface | DelegatedSurface | NewMatter | NewDecision | ListPreview | Empty
_MOST_ROWS = 500
"""Lines of a list; who looks for one among more types a word of it."""
_TIGHT = 860
"""A page narrower than this has a narrow list."""


class Looks(IntEnum):
    """The ways to look at matters."""

    MATTERS = 0
    RAISED = 1
    DELEGATED = 2


class MattersPage(Room):
    """Header with the three views, list, what is in hand beside it, and foot."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        typesetter: Typesetter,
        clock: Callable[[], date] = today,
    ) -> None:
        super().__init__(database, settings, typesetter)
        self._clock = clock
        self.book = Book.of(database, clock())
        self.look = Looks.MATTERS
        self._body: int | None = None
        self._chosen: dict[Looks, int | None] = dict.fromkeys(Looks)
        self._surface: Shown | None = None
        self.foot, self.banner, self.column = KeyFoot(_("State")), Banner(), MatterColumn()
        self.exporter = Exporter(database, settings, typesetter, self.foot)
        self.exporter.bug.connect(self.bug)
        self.packets = PacketMaker(database, settings, self.foot, self)
        self._build()
        self._add_keys()
        self.column.chosen.connect(self._choose)
        self.column.searched.connect(self._show_list)

    def _build(self) -> None:
        titles = (
            (_("Matters"), "Alt+1"),
            (_("Motions and proposals"), "Alt+2"),
            (_("Delegated decisions"), "Alt+3"),
        )
        self.views = Views(_("Views"), titles)
        self.views.chosen.connect(lambda number: self.show_look(Looks(number)))
        self._read_in = Button(_("Read in a list …"))
        self._read_in.clicked.connect(self.ask_for_file)
        self._print = Button(_("Save the list as PDF"))
        self._print.setToolTip("Ctrl+P")
        self._print.clicked.connect(self.export_list)
        self._new = Button("", chief=True)
        self._new.setToolTip("Ctrl+N")
        self._new.clicked.connect(self.ask_for_new)
        self._header = Header(self.views, QWidget(), [self._read_in, self._print, self._new])
        self._whose = Choice(_("Delegated by"), (), locked=False)
        self._whose.chosen.connect(self._turn_to_body)
        self._row, whole = QHBoxLayout(), QVBoxLayout(self)
        spaced(self._row)
        spaced(whole)
        self._row.addWidget(self.column)
        self._whose.setContentsMargins(10, 0, 8, 6)
        self.column.above.addWidget(self._whose)
        for part in (self._header, Rule(), self.banner):
            whole.addWidget(part)
        whole.addLayout(self._row, 1)
        whole.addWidget(Rule())
        whole.addWidget(self.foot)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.ask_for_new,
            "Ctrl+P": self.export_list,
            "Ctrl+F": self.column.search.setFocus,
            "Alt+1": lambda: self.show_look(Looks.MATTERS),
            "Alt+2": lambda: self.show_look(Looks.RAISED),
            "Alt+3": lambda: self.show_look(Looks.DELEGATED),
        }
        bind_keys(self, keys)

    # --- what a room does

    def show_for(self, id_: int | None) -> None:  # noqa: ARG002 - matters belong to no one meeting
        """Show the page as it was left, with the keyboard at the search."""
        self.reload()
        QTimer.singleShot(0, self, self.column.search.setFocus)  # once the room is the page that is seen

    def reload(self) -> bool:
        """Read everything again, and show what is new."""
        self.book = Book.of(self._database, self._clock())
        surface, chosen = self._surface, self._chosen[self.look]
        there = self.book.decision(chosen) if self.look is Looks.DELEGATED else self.book.matter(chosen)
        if isinstance(surface, MatterSurface | DelegatedSurface) and there is not None:
            surface.take(self.book)
        elif isinstance(surface, ListPreview):
            surface.take()
        elif not isinstance(surface, NewMatter | NewDecision):
            self._show_one(None)
        self._show_list()
        return True

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        surface = self._surface
        return surface.flush() if isinstance(surface, MatterSurface | DelegatedSurface) else True

    def step(self, by: int) -> None:
        """Go to the next line of the list."""
        self.column.list.step(by)

    def columns(self) -> list[QWidget]:
        """Return what F6 goes round."""
        return [self.column.list, *([self._surface] if self._surface is not None else [])]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: the list gives way first."""
        super().resizeEvent(event)
        self.column.setFixedWidth(column.WIDE if self.width() >= _TIGHT else column.LEAST)

    # --- what is shown

    def show_look(self, look: Looks) -> None:
        """Look at matters in another way."""
        if not self.flush():
            return
        self.look = look
        self.foot.say("")
        self.column.search.show_words("")
        self._show_one(self._chosen[look])

    def show_matter(self, matter_id: int) -> None:
        """Show a matter, among what was raised where it is there."""
        if self.book.matter(matter_id) is None:
            self.book = Book.of(self._database, self._clock())
        if self.flush():
            raised = self.look is Looks.RAISED and self.book.one_raised(matter_id)
            self.look = Looks.RAISED if raised else Looks.MATTERS
            self._show_one(matter_id)

    def show_decision(self, delegated_id: int) -> None:
        """Show a decision by delegation."""
        self.book = Book.of(self._database, self._clock())
        decision = self.book.decision(delegated_id)
        if decision is not None and self.flush():
            self.look, self._body = Looks.DELEGATED, decision.body
            self._show_one(delegated_id)

    @property
    def surface(self) -> Shown | None:
        """Return what is in hand."""
        return self._surface

    @property
    def _delegating(self) -> Body | None:
        """Return the body whose delegated decisions are shown."""
        there = self.book.delegating
        return next((each for each in there if each.id == self._body), there[0] if there else None)

    def _choose(self, id_: int) -> None:
        if self.flush():
            self._show_one(id_)
        else:
            self._show_list()

    def _turn_to_body(self, body: object) -> None:
        if isinstance(body, int) and self.flush():
            self._body = body
            self._show_one(None)

    def _rows(self) -> list[rows.MatterRow]:
        search = self.column.search.words()
        match self.look:
            case Looks.MATTERS:
                found = list(rows.registered(self.book, search))
            case Looks.RAISED:
                found = list(rows.raised(self.book, search))
            case _:
                body = self._delegating
                found = list(rows.delegated(self.book, body.id if body else None, search))
        if not found and search:
            found = [rows.MatterRow(None, _("Nothing is called so"))]
        more = len(found) - _MOST_ROWS
        if more > 0:
            told = ngettext("… and {count} more; search for it", "… and {count} more; search for them", more)
            found = [*found[:_MOST_ROWS], rows.MatterRow(None, told.format(count=more))]
        return found

    def _show_list(self) -> None:
        self.column.take(self._rows(), self._chosen[self.look])
        self._show_around()

    def _show_one(self, id_: int | None) -> None:
        """Show one in hand: this one, else the first, else what to do where there is none."""
        there = [row.id for row in self._rows() if row.id is not None]
        wanted = id_ if id_ is not None and id_ in self._ids() else next(iter(there), None)
        self._chosen[self.look] = wanted
        decision, matter = self.book.decision(wanted), self.book.matter(wanted)
        if self.look is Looks.DELEGATED and decision is not None:
            shown = DelegatedSurface(self._database, self.book, decision)
            shown.meeting_asked.connect(self.meeting_asked)
            self._put(shown)
        elif self.look is not Looks.DELEGATED and matter is not None:
            surface = MatterSurface(self._database, self.book, matter)
            surface.meeting_asked.connect(self.meeting_asked)
            surface.packet_asked.connect(lambda id_: self.packets.ask(id_, self._clock()))
            self._put(surface)
        else:
            self._put(self._empty())
        self._show_list()

    def _ids(self) -> set[int]:
        """Return all that this view can show, whatever is searched for."""
        if self.look is Looks.MATTERS:
            return {each.id for each in self.book.matters}
        if self.look is Looks.RAISED:
            return {each.matter.id for each in self.book.raised}
        body = self._delegating
        return {each.id for each in self.book.delegated if body and each.body == body.id}

    def _empty(self) -> Empty:
        actions: list[QWidget] = []
        if not self._database.read_only and (self.look is not Looks.DELEGATED or self._delegating):
            add = Button(self._new_words(), chief=True)
            add.clicked.connect(self.ask_for_new)
            actions.append(add)
            if self.look is Looks.DELEGATED:
                read = Button(_("Read in a list …"))
                read.clicked.connect(self.ask_for_file)
                actions.append(read)
        return Empty(*_nothing_yet(self.look), actions)

    def _put(self, surface: Shown) -> None:
        """Lay something else beside the list."""
        if self._surface is not None:
            self._row.removeWidget(self._surface)
            self._surface.hide()
            self._surface.deleteLater()
        self._surface = surface
        if isinstance(surface, MatterSurface | DelegatedSurface):
            surface.saved.connect(self.saved)
        if not isinstance(surface, Empty):
            surface.failed.connect(self.failed)
        self._row.addWidget(surface, 1)
        surface.show()

    def _show_around(self) -> None:
        """Show what surrounds the list."""
        self._header.title.setText(pgettext("page", "Matters"))
        self.views.show_view(self.look)
        locked, of_body = self._database.read_only, self.look is Looks.DELEGATED
        body = self._delegating if of_body else None
        self._new.setText(self._new_words())
        self._new.setVisible(not locked and (not of_body or body is not None))
        self._read_in.setVisible(not locked and (self.look is Looks.MATTERS or body is not None))
        packets = self.look is Looks.MATTERS
        self._read_in.setText(_("Take in a packet …") if packets else _("Read in a list …"))
        line = _("Save its line of events as PDF")
        self._print.setText(line if packets else _("Save the list as PDF"))
        self._print.setVisible(isinstance(self._surface, MatterSurface) if packets else bool(self._ids()))
        self._whose.setVisible(of_body and len(self.book.delegating) > 1)
        self._whose.take(body.id if body else None, bodies(self.book.delegating, ""))
        self.foot.show_state("", "plain", self._counted())
        self.foot.show_keys([self._keys()])

    def _new_words(self) -> str:
        return {
            Looks.MATTERS: _("Register a matter"),
            Looks.RAISED: _("Register a motion, a question …"),
            Looks.DELEGATED: _("Note a decision"),
        }[self.look]

    def _counted(self) -> str:
        """Return how it stands, in a few words."""
        if self.look is Looks.MATTERS:
            count = len(self.book.matters)
            return ngettext("{count} matter", "{count} matters", count).format(count=count)
        if self.look is Looks.RAISED:
            count = sum(each.answer is None for each in self.book.raised)
            told = ngettext("{count} waits for an answer", "{count} wait for an answer", count)
            return told.format(count=count)
        count = sum(each.item is None for each in self.book.delegated if each.id in self._ids())
        told = ngettext("{count} is not reported yet", "{count} are not reported yet", count)
        return told.format(count=count)

    def _keys(self) -> list[KeyName]:
        found = [
            KeyName("Alt+1–3", pgettext("key", "view")),
            KeyName("Ctrl+F", _("find")),
            KeyName(_("Alt+Down"), _("next")),
            KeyName(_("Alt+Up"), _("previous")),
            KeyName("F6", _("next column")),
        ]
        if not self._database.read_only:
            found.append(KeyName("Ctrl+N", pgettext("key", "new")))
        if not self._print.isHidden():
            found.append(KeyName("Ctrl+P", _("PDF")))
        return [*found, KeyName("F4", _("back to the meeting"))]

    # --- what can be done

    def ask_for_new(self) -> None:
        """Ask for a new matter, or a decision by delegation."""
        if self._database.read_only or not self.flush():
            return
        body = self._delegating
        if self.look is not Looks.DELEGATED:
            kind = SubmissionKind.MEMBER_MOTION if self.look is Looks.RAISED else None
            asked = NewMatter(self._database, kind)
            asked.added.connect(self._show_added)
            asked.left.connect(lambda: self._show_one(self._chosen[self.look]))
            self._put(asked)
            asked.enter()
        elif body is not None:
            noted = NewDecision(self._database, self.book, body)
            noted.added.connect(self._show_added_decision)
            noted.left.connect(lambda: self._show_one(self._chosen[self.look]))
            self._put(noted)
            noted.enter()

    def _show_added(self, matter_id: int) -> None:
        self.column.search.show_words("")
        self.show_matter(matter_id)
        self.saved.emit()

    def _show_added_decision(self, delegated_id: int) -> None:
        self.column.search.show_words("")
        self.show_decision(delegated_id)
        self.saved.emit()

    def export_record(self) -> None:
        """Save the list that is shown as a PDF, or the line of events of the matter in hand."""
        if self._print.isHidden():
            super().export_record()
        else:
            self.export_list()

    def export_list(self) -> None:
        """Save the list that is shown as a PDF, or the line of events of the matter in hand."""
        if self._print.isHidden() or not self.flush():
            return
        body, day = self._delegating, self._clock()
        matter = self._chosen[Looks.MATTERS]
        if self.look is Looks.MATTERS and matter is not None:
            self.exporter.write(self, lambda: [prepare_matter(self._database, matter, day)])
        elif self.look is Looks.RAISED:
            self.exporter.write(self, lambda: [prepare_unanswered(self._database, day)])
        elif body is not None:
            decision = self.book.decision(self._chosen[Looks.DELEGATED])
            item = decision.item if decision else None
            self.exporter.write(self, lambda: [prepare_delegated(self._database, body.id, day, item=item)])

    def ask_for_file(self) -> None:
        """Ask for a list of decisions, or a packet, to read in, without holding anything else up."""
        packets = self.look is Looks.MATTERS
        title = _("Take in a packet") if packets else _("Read in delegated decisions")
        dialog = QFileDialog(self, title, str(self._database.path.parent))
        of_lists, of_packets = _("Lists (*.csv *.txt *.xlsx)"), _("Packets (*.klubban-paket)")
        dialog.setNameFilters([of_packets if packets else of_lists, _("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        preview = self.preview_packet if packets else self.preview_list
        dialog.fileSelected.connect(lambda name: preview(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def preview_list(self, path: Path) -> None:
        """Show what a list would add to the decisions of the body that is shown."""
        body = self._delegating
        if body is None or self.look is not Looks.DELEGATED or not self.flush():
            return
        page = DelegatedImport(self._database, body, path, self._clock)
        page.left.connect(lambda: self._show_one(self._chosen[self.look]))
        page.imported.connect(self._tell_imported)
        page.bug.connect(self.bug)
        self._put(page)
        page.start()

    def preview_packet(self, path: Path) -> None:
        """Show what a packet would add to the file."""
        if self.look is not Looks.MATTERS or not self.flush():
            return
        from klubban.ui.matters.packet_page import PacketImport  # with all that reads the open format

        page = PacketImport(self._database, path)
        page.left.connect(lambda: self._show_one(self._chosen[self.look]))
        page.imported.connect(self._tell_imported)
        page.bug.connect(self.bug)
        self._put(page)
        self._show_around()
        page.start()

    def _tell_imported(self, told: str) -> None:
        self.book = Book.of(self._database, self._clock())
        self._show_one(None)
        self.saved.emit()
        self.foot.say(told, [(_("Close"), lambda: self.foot.say(""))])


def _nothing_yet(look: Looks) -> tuple[str, str]:
    match look:
        case Looks.MATTERS:
            return _("No matters yet"), _(
                "A matter is what bodies handle: it keeps its history when it goes from meeting to meeting."
                " Items with its registry number are found by themselves."
            )
        case Looks.RAISED:
            return _("Nothing raised yet"), _(
                "Register motions, interpellations, questions, citizens’ proposals and initiatives with who"
                " raised them and when. What waits for an answer stands here, with the time that is left."
            )
        case _:
            return _("No delegated decisions yet"), _(
                "Read in the list that the officials keep, or note decisions one by one. They are reported as"
                " one item on an agenda; urgent ones go on the next agenda by themselves."
            )
