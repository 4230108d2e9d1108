"""The head of the room: the three sorts, and what can be done with any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.i18n import _, pgettext
from klubban.ui.inquiries.looks import Looks
from klubban.ui.matters.views import Views
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header

if TYPE_CHECKING:
    from collections.abc import Callable


class InquiriesHead(Header):
    """Title, the sorts as words in a line, and two buttons."""

    look_chosen = Signal(int)

    def __init__(self, save: Callable[[], object], new: Callable[[], object]) -> None:
        titles = (
            (_("Sent referrals"), "Alt+1"),
            (_("Rounds of reports"), "Alt+2"),
            (_("Received referrals"), "Alt+3"),
        )
        self._views = Views(_("Views"), titles)
        self._save, self._new = Button(_("Save as PDF")), Button("", chief=True)
        strut = QWidget()  # so that the head keeps its height while nothing can be pressed
        strut.setFixedSize(0, self._new.sizeHint().height())
        super().__init__(self._views, QWidget(), [strut, self._save, self._new])
        self._views.chosen.connect(self.look_chosen)
        for button, key, act in ((self._save, "Ctrl+P", save), (self._new, "N", new)):
            button.setToolTip(key)
            button.clicked.connect(act)
        self.title.setText(pgettext("page", "Referrals"))

    def take(self, look: Looks, *, begins: bool, has_paper: bool) -> None:
        """Show which sort is looked at, and what can be done."""
        self._views.show_view(look)
        self._new.setText(new_words(look))
        self._new.setVisible(begins)
        self._save.setVisible(has_paper)


def new_words(look: Looks) -> str:
    """Return the words with which one more of a sort is begun."""
    return {
        Looks.SENT: _("New referral"),
        Looks.ROUNDS: _("New round"),
        Looks.RECEIVED: _("Register a referral"),
    }[look]
