"""Who has what: the owners, those who are late first, and one owner's list as it will print and be mailed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from klubban.documents.wording import enumerated
from klubban.i18n import _, current, ngettext, pgettext
from klubban.operations.following_assignments import remind
from klubban.operations.owner_lists import owner_lists
from klubban.ui.asking.surface import AskingSurface
from klubban.ui.assignments import rows
from klubban.ui.assignments.view import View
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.key_foot import KeyName
from klubban.ui.widgets.list_column import nothing_found

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from klubban.domain.body import Named
    from klubban.operations.export import Prepared
    from klubban.operations.notes_mail import PreparedMail
    from klubban.operations.owner_lists import OwnerList
    from klubban.store.database import Database
    from klubban.ui.meeting.export import Exporter
    from klubban.ui.typesetter import Typesetter


class OwnersView(View):
    """The owners, and beside them the list of the one who is chosen."""

    owner_asked = Signal(str)
    """The assignments of somebody are wanted, by their name."""
    warned = Signal(str)
    """Something is to be said across the page, and stays there."""

    def __init__(self, database: Database, typesetter: Typesetter, exporter: Exporter) -> None:
        super().__init__(database, _("Owners"), _("Search by name"))
        self._exporter = exporter
        self._owners: dict[Hashable, Named] = {}
        self._chosen: Hashable | None = None
        self._known: tuple[object, ...] = ()
        self._list: OwnerList | None = None
        self.preview, self._beside = TreePreview(typesetter), QStackedWidget()
        empty = AskingSurface(_("By owner"))
        told = Text(
            _("What somebody is to do stands here as their own list, to print or to mail."), wrap=True
        )
        told.setContentsMargins(0, 4, 0, 16)
        empty.put(Text(_("Nobody has anything open"), "title", wrap=True), told)
        for widget in (self.preview, empty):
            self._beside.addWidget(widget)
        policy = QSizePolicy.Policy
        self._beside.setSizePolicy(policy.Preferred, policy.Ignored)  # a page never makes the window grow
        self.row.addWidget(self._beside, 1)
        self.column.followed.connect(self._follow)
        self.bind({"M": lambda: self.mail(self), "P": lambda: self.remind_late(self)})

    # --- what is shown

    @property
    def owner(self) -> Named | None:
        """Return who is chosen."""
        return self._owners.get(self._chosen)

    @property
    def has_late(self) -> bool:
        """Tell whether anybody is late."""
        book = self.book
        return book is not None and any(one.days_late(book.today) for one in book.of_body(self.body))

    @property
    def has_paper(self) -> bool:
        """Tell whether there is a list."""
        return self._list is not None

    def prepare(self) -> Sequence[Prepared]:
        """Return the list of the owner who is chosen."""
        return [self._list.prepared] if self._list is not None else []

    def show_list(self) -> None:
        """Show the owners anew."""
        if self.book is None:
            return
        search = self.column.search.words()
        found = list(rows.owners(self.book, self.body, search))
        self._owners = {key: who for key, who, _row in found}
        if self._chosen not in self._owners:
            self._chosen = next(iter(self._owners), None)
        self.column.take([row for _key, _who, row in found] or nothing_found(search), self._chosen)
        self._show_one()

    def choose(self, what: object) -> None:
        """Show somebody's list."""
        self._chosen = what
        self._show_one()

    def _show_one(self) -> None:
        book, owner = self.book, self.owner
        if book is not None and self._known != (book.found, book.today, self.body, self._chosen):
            self._known = (book.found, book.today, self.body, self._chosen)
            found = owner_lists(self._database, self.body, book.today, owner=owner) if owner else ()
            self._list = found[0] if found else None
        self._beside.setCurrentIndex(0 if self._list is not None else 1)
        document = self._list.prepared.document if self._list is not None else None
        self.preview.follow(str(owner) if owner else "", document)
        self.changed.emit()

    def counted(self) -> str:
        """Return how many have something open."""
        count = len(self._owners)
        told = ngettext("{count} has something open", "{count} have something open", count)
        return told.format(count=count) if count else ""

    def keys(self) -> list[KeyName]:
        """Return the keys of the owner who is chosen."""
        if self.owner is None:
            return []
        found = [
            KeyName(pgettext("key", "Enter"), pgettext("key", "the assignments")),
            KeyName("M", pgettext("key", "mail")),
        ]
        if self.has_late and not self.locked:
            found.append(KeyName("P", pgettext("key", "remind all who are late")))
        return found

    def _follow(self) -> None:
        if self.owner is not None:
            self.owner_asked.emit(self.owner.name)

    # --- mail

    def mail(self, parent: QWidget) -> None:
        """Draft the mail to the owner who is chosen, and note that they were reminded."""
        mine = self._list
        if mine is None:
            return
        if mine.mail is None:
            self.said.emit(_no_address([mine.owner]))
            return
        mails = [mine.mail]
        self._exporter.write(parent, lambda: self._drafted(mails, mine.ids))

    def remind_late(self, parent: QWidget) -> None:
        """Draft the mails to all who are late, and note it; who has no address is named."""
        book = self.book
        if book is None or self.locked:
            return
        late = owner_lists(self._database, self.body, book.today, late_only=True)
        reached = [(each, each.mail) for each in late if each.mail is not None]
        missed = [each.owner for each in late if each.mail is None]
        ids = [one.assignment.id for each, _mail in reached for one in each.mine if one.days_late(book.today)]
        if reached:
            self._exporter.write(parent, lambda: self._drafted([draft for _each, draft in reached], ids))
        if missed:
            self.warned.emit(_no_address(missed))

    def _drafted(self, mails: Sequence[PreparedMail], ids: Iterable[int]) -> Sequence[PreparedMail]:
        """Note who is reminded once it is known where the drafts go."""
        if self.book is not None and not self.locked:
            remind(self._database, ids, self.book.today)
            self.saved.emit()
            QTimer.singleShot(0, self, self.reload_asked.emit)
        return mails


def _no_address(owners: Sequence[Named]) -> str:
    names = enumerated([str(each) for each in owners], current())
    told = ngettext(
        "No address is known of {names}. Note it under Bodies and people (F7), or save the list as PDF.",
        "No addresses are known of {names}. Note them under Bodies and people (F7),"
        " or save the lists as PDF.",
        len(owners),
    )
    return told.format(names=names)
