"""What is asked of somebody whom decisions are sent to: the name, and where; or who is in a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.operations.addressees import put_addressee
from klubban.ui.registers.form import Form
from klubban.ui.widgets.chips import OneOf
from klubban.ui.widgets.editors import LinesEditor
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.domain.afterwards import Addressee
    from klubban.store.database import Database


class AddressForm(Form):
    """Asks for one addressee; a new one may have a name already."""

    def __init__(
        self,
        database: Database,
        one: Addressee | None,
        *,
        name: str = "",
        group: bool = False,
        once: Callable[[str, str], object] | None = None,
    ) -> None:
        """Ask; `once` takes e-mail and postal address that are for this time alone."""
        title = one.name if one else name
        asked = _("New group") if group else _("New addressee")
        super().__init__(title or asked, _("Save") if one else _("Add to the address list"), self._put)
        self._database, self._one, self._once = database, one, once
        self._body = one.body if one else None
        self._group = group or bool(one and one.members)
        self.add_line("name", _("Name"), title, _("as the paragraphs say it"))
        self._below = LinesEditor(_("In the group") if self._group else _("Postal address"))
        if self._group:
            self._below.setPlaceholderText(_("a name a line: addressees, bodies or other groups"))
            self._below.show_items(one.members if one else ())
            self.add(_("In the group"), self._below, focus=self._below)
            return
        self.add_line("email", _("E-mail"), (one.email if one else "") or "", "registrator@ekby.example")
        self._below.setPlaceholderText(_("street, postcode and town, a line each"))
        self._below.show_items(((one.address if one else "") or "").splitlines())
        self.add(_("Postal address"), self._below, focus=self._below)
        self._keep = Toggle(_("Keep it in the address list"), _("for the next time that a paragraph says so"))
        self._keep.setChecked(True)
        if once is not None:
            self.add("", self._keep, focus=self._keep)

    def offer_bodies(self, bodies: Sequence[tuple[object, str]]) -> None:
        """Let it be a body of the organisation, whose preparation the paragraph arrives in."""
        if self._group or not bodies:
            return
        chips = OneOf(_("Body"), [(None, _("No body of ours")), *bodies], self._body)
        chips.chosen.connect(self._choose)
        self.add(_("Body"), chips)

    def enter(self) -> None:
        """Begin at the address where the name is known."""
        super().enter()
        if self.words("name") and not self._one and self.has("email"):
            self.go_to("email")

    def _choose(self, body: int | None) -> None:
        self._body = body

    def _put(self) -> None:
        lines = self._below.items()
        if self._once is not None and not self._keep.isChecked():
            self._once(self.words("email"), "\n".join(lines))
            return
        put_addressee(
            self._database,
            self._one.id if self._one else None,
            name=self.words("name"),
            email="" if self._group else self.words("email"),
            address="" if self._group else "\n".join(lines),
            body=None if self._group else self._body,
            members=lines if self._group else (),
        )
