"""What the three views of the room have in common: a list at the left, and what the page asks of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.asking.act_form import ActForm
from klubban.ui.matters.body_choice import BodyChoice
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.key_binding import bind_keys
from klubban.ui.widgets.list_column import ListColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.domain.body import Body
    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.asking.surface import AskingSurface
    from klubban.ui.assignments.book import Book
    from klubban.ui.registers.form import Form
    from klubban.ui.widgets.key_foot import KeyName

_TIGHT = 900


class View(QWidget):
    """A list narrowed to a body and a search, and beside it what is chosen."""

    changed = Signal()
    """What the page names around the view is another."""
    saved = Signal()
    failed = Signal(Exception)
    reload_asked = Signal()
    said = Signal(str)
    """Something is to be said at the foot."""
    meeting_asked = Signal(int, object)

    def __init__(self, database: Database, name: str, hint: str) -> None:
        super().__init__()
        self._database = database
        self.book: Book | None = None
        self.body: int | None = None
        self.column = ListColumn(name, hint)
        self.column.searched.connect(self.show_list)
        self.column.chosen.connect(self.choose)
        self._whose = BodyChoice()
        self._whose.chosen.connect(self._turn_to)
        self.column.above.insertWidget(0, self._whose)
        self.row = QHBoxLayout(self)
        spaced(self.row)
        self.row.addWidget(self.column)

    # --- what each view does in its own way

    def show_list(self) -> None:
        """Show the list anew."""
        raise NotImplementedError

    def choose(self, what: object) -> None:
        """Take something in hand."""
        raise NotImplementedError

    def bodies(self) -> Sequence[Body]:
        """Return the bodies among which the list can be narrowed."""
        return self.book.giving if self.book else ()

    def counted(self) -> str:
        """Return how it stands, in a few words."""
        return ""

    def keys(self) -> list[KeyName]:
        """Return the keys of what is in hand."""
        return []

    @property
    def has_paper(self) -> bool:
        """Tell whether what is shown can be saved as a PDF."""
        return False

    def prepare(self) -> Sequence[Prepared]:
        """Return what is shown as a document."""
        return ()

    def ask_for_new(self) -> None:
        """Ask for one more."""

    def asking(self) -> AskingSurface | None:
        """Return the surface above which forms are asked."""
        return None

    # --- what all have

    def take(self, book: Book) -> None:
        """Show what is new."""
        self.book = book
        self.body = self._whose.offer(self.bodies(), self.body)
        self.show_list()

    def turn(self, by: int) -> None:
        """Narrow to the next body, or the one before; all come before the first."""
        self._turn_to(self._whose.beside(self.body, by))

    def _turn_to(self, body: object) -> None:
        if self.holds_form():
            return
        self.body = body if isinstance(body, int) else None
        if self.book is not None:
            self.take(self.book)

    @property
    def locked(self) -> bool:
        """Tell whether nothing can be changed."""
        return self._database.read_only

    @property
    def asked(self) -> Form | None:
        """Return the form that is asked, if one is."""
        surface = self.asking()
        return surface.slot.form if surface is not None else None

    def ask(self, form: Form) -> None:
        """Ask something above what is in hand."""
        surface = self.asking()
        if surface is None:
            return
        form.left.connect(self.leave)
        form.done.connect(self._done)
        form.failed.connect(self.failed)
        surface.slot.put(form, surface)
        form.enter()
        self.changed.emit()

    def leave(self) -> None:
        """Take away what is asked; the keyboard is where it was."""
        self.close_asked()
        self.give_back()

    def give_back(self) -> None:
        """Give the keyboard to what is in hand."""
        self.column.enter()

    def holds_form(self) -> bool:
        """Tell whether something is typed in a form that is not done, and say so: nothing is lost."""
        form = self.asked
        if not isinstance(form, ActForm) or not form.is_touched:
            return False
        self.said.emit(_("The form is not done: Ctrl+Enter does it, Esc leaves it."))
        return True

    def close_asked(self) -> None:
        """Take away what is asked; the keyboard is elsewhere."""
        surface = self.asking()
        if surface is not None and surface.slot.form is not None:
            surface.slot.clear()
            self.changed.emit()

    def _done(self) -> None:
        self.close_asked()
        self.saved.emit()
        self.reload_asked.emit()
        self.give_back()

    def do(self, act: Callable[[], object]) -> None:
        """Do something that asks nothing; why a rule refuses it is said at the foot."""
        try:
            act()
        except RuleBroken as broken:
            self.said.emit(sentence(broken))
        except LookupError:
            self.said.emit(_("What it is about was taken away meanwhile."))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.saved.emit()
            self.reload_asked.emit()
            self.give_back()

    def bind(self, keys: Mapping[str, Callable[[], object]]) -> None:
        """Let keys do things while nothing is asked or typed."""
        bind_keys(self, {key: partial(self._while_nothing_is_asked, act) for key, act in keys.items()})

    def _while_nothing_is_asked(self, act: Callable[[], object]) -> None:
        if self.asked is None:
            act()

    def fit(self, room: int) -> None:
        """Share the room: the list gives way first."""
        self.column.fit(room, _TIGHT)
