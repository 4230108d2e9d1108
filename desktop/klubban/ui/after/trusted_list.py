"""Those whose certificates are taken at their word: how many, and where it is asked who, since when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.i18n import _, ngettext
from klubban.operations.trusted import distrust, trusted_issuers
from klubban.store import attachments
from klubban.ui.after import verify_words as words
from klubban.ui.planning.parts import Acts
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column, Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.signing import TrustedIssuer
    from klubban.ui.after.hand import Hand

_INSET = 6


class TrustedList:
    """One quiet line in a hand; it opens to who is trusted, each to be taken back in one act."""

    def __init__(self, hand: Hand, then: Callable[[], object] = lambda: None) -> None:
        """Stand in a hand; `then` is done as soon as somebody is trusted no longer."""
        self._hand, self._then = hand, then
        self.shown = False
        self._head = Acts([])

    def add(self) -> None:
        """Put the line into the part, where anybody is trusted."""
        found = trusted_issuers(self._hand.context.database)
        if not found:
            return
        count = ngettext("Show the one trusted issuer", "Show the {count} trusted issuers", len(found))
        turn = _("Hide the trusted issuers") if self.shown else count.format(count=len(found))
        column, self._head = Column(), Acts([(turn, self._turn)])
        column.column.addWidget(self._head)
        if self.shown:
            spaced(column.column, gap=10)
            for each in found:
                column.column.addWidget(self._issuer(each))
            told = _(
                "What was verified by their certificates stays verified when they are trusted no longer."
            )
            column.column.addWidget(_inset(Text(told, "small", QUIET, wrap=True)))
        self._hand.part.add(_("Issuers of certificates"), column, _INSET)

    def _turn(self) -> None:
        self.shown = not self.shown
        self._hand.part.show_again()

    def _issuer(self, each: TrustedIssuer) -> Column:
        column = Column()
        rows = Rows([(each.name, self._told(each), None)], quiet=True)
        rows.setContentsMargins(_INSET, 0, 0, 0)
        column.column.addWidget(rows)
        if not self._hand.sheet.locked:
            name = _("Trust {issuer} no longer").format(issuer=each.name)
            column.column.addWidget(Acts([(name, partial(self._distrust, each))]))
        return column

    def _told(self, each: TrustedIssuer) -> str:
        """Return who answers for it since when, and whether it can vouch for anybody."""
        told = []
        if each.accepted_by and each.accepted_on:
            day = words.short(each.accepted_on, self._hand.sheet.today)
            told.append(_("{name} answers for it since {day}.").format(name=each.accepted_by, day=day))
        with self._hand.context.database.read() as read:
            there = each.sha256 in attachments.held(read)
        if not there:
            told.append(_("Its certificate is not in this file, so it vouches for nobody."))
        return " ".join(told)

    def _distrust(self, each: TrustedIssuer) -> None:
        def act() -> None:
            distrust(self._hand.context.database, each.id)
            self._then()

        if self._hand.context.attempt(act):
            told = _("Certificates by {issuer} are trusted no longer.").format(issuer=each.name)
            self._hand.context.say(told)
            self._leave_the_next_alone()

    def _leave_the_next_alone(self) -> None:
        """Take the keyboard off the next one: Enter pressed twice is not to take that back as well."""
        if trusted_issuers(self._hand.context.database):
            self._head.findChildren(Link)[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _inset(text: Text) -> Text:
    text.setContentsMargins(_INSET, 0, 0, 0)
    return text
