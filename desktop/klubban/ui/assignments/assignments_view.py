"""All assignments: what is late first, then by day; the one in hand with all that can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.i18n import _, pgettext
from klubban.operations.assignments import remove_assignment
from klubban.operations.export_body import prepare_assignments
from klubban.operations.following_assignments import remind
from klubban.ui.assignments import empty, forms, named_keys, rows, words
from klubban.ui.assignments.finishing import finish
from klubban.ui.assignments.rows import Shows
from klubban.ui.assignments.surface import AssignmentSurface
from klubban.ui.assignments.view import View
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.list_column import nothing_found

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.undertaken import OwnerLeft, Undertaken
    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.asking.act_form import ActForm
    from klubban.ui.assignments.book import Book
    from klubban.ui.widgets.act_line import Act
    from klubban.ui.widgets.key_foot import KeyName


class AssignmentsView(View):
    """The list with its states, and the assignment in hand."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, _("Assignments"), _("Search by words, owner or body"))
        self.shows, self._chosen = Shows.OPEN, None
        self._counts: tuple[Book | None, int | None, str] = (None, None, "")
        self.states = OneOf(
            _("Which assignments"),
            [
                (Shows.OPEN, pgettext("assignments", "Open")),
                (Shows.LATE, pgettext("assignments", "Late")),
                (Shows.STUCK, pgettext("assignments", "Stuck")),
                (Shows.CLOSED, pgettext("assignments", "Closed")),
            ],
            self.shows,
        )
        self.states.chosen.connect(self._show_state)
        self.column.above.addWidget(self.states)
        self.column.followed.connect(self.follow)
        self.surface = AssignmentSurface(database)
        self.surface.meeting_asked.connect(self.meeting_asked)
        self.row.addWidget(self.surface, 1)
        self.bind(
            {
                "R": lambda: self._ask(forms.report),
                "F": lambda: self._ask(forms.move),
                "L": self._hand_over,
                "S": self._stick,
                "K": lambda: self._ask(finish),
                "A": lambda: self._ask(forms.cancel),
                "\N{LATIN CAPITAL LETTER A WITH RING ABOVE}": self._reopen,
                "O": self._reopen,
                "E": lambda: self._ask_any(forms.change),
                "\N{LATIN CAPITAL LETTER A WITH DIAERESIS}": lambda: self._ask_any(forms.change),
                "P": self._remind,
                "N": self.ask_for_new,
                "Delete": self._remove,
                **{str(1 + shows): partial(self.show_state, shows) for shows in Shows},
            }
        )

    _chosen: int | None

    # --- what is shown

    def show_assignment(self, assignment_id: int) -> None:
        """Take an assignment in hand, whatever the list was narrowed to."""
        one = self.book.by_id.get(assignment_id) if self.book else None
        if one is None:
            return
        self.body, self._chosen = None, assignment_id
        self.column.search.show_words("")
        self.shows = Shows.OPEN if one.is_open else Shows.CLOSED
        self.states.hold(self.shows)
        self.close_asked()
        if self.book is not None:
            self.take(self.book)

    def show_state(self, shows: Shows) -> None:
        """List those that stand so."""
        self.states.hold(shows)
        self._show_state(shows)

    def _show_state(self, shows: object) -> None:
        if self.holds_form():
            self.states.hold(self.shows)
            return
        self.shows = Shows(shows)  # type: ignore[arg-type] # a chip's value
        self.close_asked()
        self.show_list()

    def show_list(self) -> None:
        """Show the list anew; what was in hand stays so if it is still there."""
        book = self.book
        if book is None:
            return
        search = self.column.search.words()
        found = list(rows.listed(book, self.body, self.shows, search))
        there = [row.id for row in found if row.id is not None]
        asked = self.asked is not None and self._chosen in book.by_id
        if not asked and self._chosen not in there:
            self._chosen = next((each for each in there if isinstance(each, int)), None)
        self.column.take(found or nothing_found(search), self._chosen)
        self._show_one()

    def choose(self, what: object) -> None:
        """Take an assignment in hand."""
        if self.holds_form():
            self.column.hold(self._chosen)
        elif isinstance(what, int) and what != self._chosen:
            self._chosen = what
            self.close_asked()
            self._show_one()

    @property
    def one(self) -> Undertaken | None:
        """Return the assignment in hand."""
        return self.book.by_id.get(self._chosen or 0) if self.book else None

    def _show_one(self) -> None:
        one, book = self.one, self.book
        if one is not None and book is not None:
            self.surface.take(one, book, self._acts(one))
        elif book is not None:
            self.surface.show_nothing(*self._nothing(book), [])
            if not self.locked and not book.found:
                add = Button(_("New assignment"), chief=True)
                add.clicked.connect(self.ask_for_new)
                self.surface.put(add)
        self.changed.emit()

    def _nothing(self, book: Book) -> tuple[str, str]:
        """Return what is said where none is in hand."""
        if not book.found:
            return empty.no_assignments()
        return empty.not_found() if self.column.search.words() else empty.none_shown(self.shows)

    def counted(self) -> str:
        """Return how many there are."""
        book = self.book
        if book is None:
            return ""
        if self._counts[0] is not book or self._counts[1] != self.body:
            self._counts = (book, self.body, self._count(book))
        return self._counts[2]

    def _count(self, book: Book) -> str:
        found = [one for one in book.of_body(self.body) if one.is_open]
        late = sum(one.days_late(book.today) > 0 for one in found)
        return words.counted(len(found), late, sum(one.assignment.stuck is not None for one in found))

    @property
    def has_paper(self) -> bool:
        """Tell whether it is one body's list, which can be saved."""
        return self.body is not None

    def prepare(self) -> Sequence[Prepared]:
        """Return all that the body has open."""
        if self.body is None or self.book is None:
            return []
        return [prepare_assignments(self._database, self.body, self.book.today)]

    # --- what can be done

    def asking(self) -> AssignmentSurface:
        """Return the page of the assignment in hand."""
        return self.surface

    def _acts(self, one: Undertaken) -> list[Act]:
        if self.locked:
            return []
        if not one.is_open:
            return [("O", _("Open it again …"), self._reopen)]
        stuck = _("It is no longer stuck …") if one.assignment.stuck else _("It is stuck …")
        return [
            ("R", _("Report …"), lambda: self._ask(forms.report)),
            ("K", _("It is done …"), lambda: self._ask(finish)),
            ("F", pgettext("assignment", "Move …"), lambda: self._ask(forms.move)),
            ("L", _("Hand over …"), self._hand_over),
            ("S", stuck, self._stick),
            ("A", pgettext("assignment", "Cancel …"), lambda: self._ask(forms.cancel)),
            ("E", _("Change …"), lambda: self._ask_any(forms.change)),
        ]

    def keys(self) -> list[KeyName]:
        """Return the keys of the assignment in hand."""
        if self.asked is not None:
            return named_keys.of_form()
        return named_keys.of_assignment(self.one, locked=self.locked)

    def follow(self) -> None:
        """Go to where the assignment in hand was given."""
        one = self.one
        if one is not None and one.meeting is not None:
            self.meeting_asked.emit(one.meeting, one.assignment.item)
        elif one is not None and one.walk is not None:
            self.surface.walk_asked.emit(one.walk)
        elif one is not None:
            self.said.emit(_("It came out of no meeting."))

    def _ask(self, make: Callable[[Database, Undertaken, Book], ActForm]) -> None:
        """Ask about the open assignment in hand."""
        if self.one is not None and self.one.is_open:
            self._ask_any(make)
        elif self.one is not None:
            self.said.emit(_("It is closed. Open it again first (O)."))

    def _ask_any(self, make: Callable[[Database, Undertaken, Book], ActForm]) -> None:
        if self.one is not None and self.book is not None and not self.locked:
            self.ask(make(self._database, self.one, self.book))

    def _hand_over(self) -> None:
        self._ask(partial(forms.hand_over, remark=self._remark))

    def _stick(self) -> None:
        if self.one is not None:
            self._ask(forms.free if self.one.assignment.stuck else forms.stuck)

    def _reopen(self) -> None:
        if self.one is not None and not self.one.is_open:
            self._ask_any(forms.reopen)

    def _remind(self) -> None:
        """Note that whoever has it was reminded."""
        one, book = self.one, self.book
        if one is None or book is None or self.locked or not one.is_open:
            return
        self.do(lambda: remind(self._database, [one.assignment.id], book.today))
        self.said.emit(_("Noted that {name} was reminded.").format(name=one.assignment.to_now))

    def _remove(self) -> None:
        """Take out what was noted by mistake; what was followed up stays, and that is said."""
        one = self.one
        if one is not None and not self.locked and self.column.list.hasFocus():
            self.do(lambda: remove_assignment(self._database, one.assignment.id))

    def ask_for_new(self) -> None:
        """Ask for an assignment that comes out of no meeting."""
        if self.locked or self.book is None or self.asked is not None:
            return
        if not self.book.all_bodies:
            self.said.emit(_("Add a body first, under Bodies and people (F7)."))
            return
        self.ask(forms.new(self._database, self.body, self.book, self._made))

    def _made(self, assignment_id: int, remarks: tuple[OwnerLeft, ...]) -> None:
        self._chosen, self.shows = assignment_id, Shows.OPEN
        self.states.hold(self.shows)
        self.column.search.show_words("")
        self._remark(remarks)

    def _remark(self, remarks: tuple[OwnerLeft, ...]) -> None:
        if remarks and self.book is not None:
            self.said.emit(" ".join(forms.remark(each, self.book) for each in remarks))
