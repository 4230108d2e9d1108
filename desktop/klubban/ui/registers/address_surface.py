"""The address list: those whom decisions are sent to, groups of them, and whom paragraphs name besides."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from klubban.documents import wording
from klubban.i18n import _, ngettext, sort_key
from klubban.operations.addressees import book, remove_addressee, unlisted
from klubban.ui.meeting.surface import Surface
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.address_form import AddressForm
from klubban.ui.registers.line_list import LineList
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.leads import INSET
from klubban.ui.widgets.section import Section

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from klubban.domain.address_book import AddressBook
    from klubban.domain.afterwards import Addressee
    from klubban.store.database import Database


class AddressList(LineList):
    """Addressees, or groups of them, each a line that opens as a form where it stands."""

    filled_in = Signal()

    def __init__(self, database: Database, *, groups: bool) -> None:
        super().__init__(database)
        self._groups = groups
        self._known = book(database)
        self.listed = self._of(self._known)
        self._write()

    def take(self, known: AddressBook) -> None:
        """Show them as they are now."""
        before, self._known = (self.listed, self._known.bodies), known
        self.listed = self._of(known)
        if before != (self.listed, known.bodies):
            self._write()

    def _of(self, known: AddressBook) -> tuple[Addressee, ...]:
        found = (each for each in known.addressees if bool(each.members) is self._groups)
        return tuple(sorted(found, key=lambda each: sort_key(each.name)))

    def _write(self) -> None:
        self._begin()
        lines = []
        for each in self.listed:
            remove = partial(remove_addressee, self._database, each.id)
            lines.append(self._line(each.name, self._told(each), partial(self.ask, each), remove))
        self.links = [link for line in lines for link in line.findChildren(Link)]
        if not self.listed:
            self._column.addWidget(Text(self._hint(), "body", QUIET, wrap=True))
        self._end(_("New group …") if self._groups else _("New addressee …"), partial(self.ask, None))

    def _hint(self) -> str:
        if self._groups:
            return _("A group such as Samtliga nämnder stands for its members wherever a paragraph names it.")
        return _("Write who is sent decisions, by the name that the paragraphs use, and where.")

    def _told(self, each: Addressee) -> str:
        if each.members:
            return ", ".join(each.members)
        body = next((one.name for one in self._known.bodies if one.id == each.body), None)
        told = ["", _("internally, into their preparation")] if body else []
        if body and body != each.name:
            told[0] = body
        told += [each.email or "", ", ".join((each.address or "").splitlines())]
        return " · ".join(filter(None, told)) or _("no address yet")

    def ask(self, one: Addressee | None, below: QWidget, name: str = "") -> None:
        """Open the form of one, or of a new one."""
        form = AddressForm(self._database, one, name=name, group=self._groups)
        form.offer_bodies([(each.id, each.short or each.name) for each in self._known.bodies])
        self._show_form(form, below)
        form.done.connect(self.filled_in)


class AddressSurface(Surface):
    """Addressees, groups, and the names that lead nowhere."""

    failed = Signal(Exception)

    def __init__(self, database: Database) -> None:
        super().__init__(_("Address list"))
        self._database = database
        self.add(Text(_("Address list"), "title"))
        self._about = Text("", "item", QUIET, wrap=True)
        self._about.setContentsMargins(0, 2, 0, 12)
        self.add(self._about)
        self.people = AddressList(database, groups=False)
        self.groups = AddressList(database, groups=True)
        self._lacking: tuple[str, ...] = ()
        self._comes_back = False
        """A form was filled in, and what it changed is about to be shown."""
        self._section = Section(_("Without address"), Acts(()), INSET)
        self.add(self._section)
        for label, each in ((_("Addressees"), self.people), (_("Groups"), self.groups)):
            each.failed.connect(self.failed)
            each.filled_in.connect(self._come_back)
            self.add(Section(label, each))
        self.end()
        self.take()

    def take(self) -> None:
        """Show what the store holds now; after a form the keyboard comes back here."""
        known = book(self._database)
        self.people.take(known)
        self.groups.take(known)
        self._lacking = unlisted(self._database)
        fresh = Acts([(name, partial(self._ask_for, name)) for name in self._lacking])
        section = Section(_("Without address"), fresh, INSET)
        self.column.replaceWidget(self._section, section)
        self._section.hide()
        self._section.deleteLater()
        self._section = section
        section.setVisible(bool(self._lacking) and not self._database.read_only)
        self._about.setText(self._summary(len(known.addressees)))
        for before, after in pairwise(self._links()):
            self.setTabOrder(before, after)
        if self._comes_back:
            self._comes_back = False
            self.enter()

    def _come_back(self) -> None:
        self._comes_back = True
        self.enter()

    def _summary(self, count: int) -> str:
        if not count and not self._lacking:
            return _("Decisions are sent to those on this list, by mail, by post or to a body of our own.")
        listed = ngettext("{count} on the list", "{count} on the list", count).format(count=count)
        if not self._lacking:
            return _("{sentence}.").format(sentence=wording.capital(listed))
        rest = ngettext(
            "{count} name in paragraphs leads nowhere.", "{count} names in paragraphs lead nowhere.",
            len(self._lacking),
        )  # fmt: skip
        rest = rest.format(count=len(self._lacking))
        return _("{sentence}; {rest}").format(sentence=wording.capital(listed), rest=rest)

    def _ask_for(self, name: str) -> None:
        self.people.ask(None, self.people, name)

    def enter(self) -> None:
        """Give the keyboard to the first name that leads nowhere, or else to the first line."""
        if not self._links():
            self.focusNextChild()
        for link in self._links()[:1]:
            line = link.parentWidget()
            if line is not None:
                line.show()  # now: Qt does it later, and what is not shown takes no keys
            link.setFocus(Qt.FocusReason.TabFocusReason)

    def _links(self) -> list[Link]:
        """Return all that can be pressed, as it is read."""
        names: list[Link] = self._section.findChildren(Link) if self._lacking else []
        return [*names, *self.people.links, *self.groups.links]
