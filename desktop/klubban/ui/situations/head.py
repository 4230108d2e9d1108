"""The head of the room, and the keys at its foot: what can be done with the report in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from klubban.i18n import _, ngettext, pgettext
from klubban.ui.widgets.basics import QUIET, Short
from klubban.ui.widgets.buttons import Button
from klubban.ui.widgets.header import Header
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from klubban.domain.situation import Situation
    from klubban.ui.situations.book import Book


class SituationHead(Header):
    """Title, how many reports are begun, and the acts."""

    new_asked = Signal()
    gather_asked = Signal()
    finish_asked = Signal()

    def __init__(self) -> None:
        self._about = Short("", "item", QUIET)
        self._new = Button(_("New report"))
        self._gather = Button(pgettext("report", "Gather reports"))
        self._finish = Button(pgettext("report", "Finish"), chief=True)
        super().__init__(self._about, QWidget(), [self._new, self._gather, self._finish])
        for button, key, asked in (
            (self._new, "N", self.new_asked),
            (self._gather, "U", self.gather_asked),
            (self._finish, "K", self.finish_asked),
        ):
            button.setToolTip(key)
            button.clicked.connect(asked)
        self.title.setText(_("Situation reports"))

    def take(self, book: Book, report: Situation | None, *, locked: bool, gathers: bool) -> None:
        """Show what can be done with the report in hand, if one is."""
        begun = sum(not each.is_done for each in book.reports.values())
        told = ngettext("{count} report is begun", "{count} reports are begun", begun).format(count=begun)
        self._about.setText(told if begun else _("All reports are finished") if book.reports else "")
        self._new.setVisible(not locked and bool(book.reports))
        self._gather.setVisible(gathers)
        self._finish.setVisible(report is not None and not locked)
        if report is not None:
            self._finish.setText(_("Open it again") if report.is_done else pgettext("report", "Finish"))
            self._finish.make_chief(chief=not report.is_done)


def form_keys() -> list[KeyName]:
    """Return the keys while something is asked."""
    return [KeyName(_("Ctrl+Enter"), pgettext("key", "do it")), KeyName("Esc", _("leave"))]


def key_names(report: Situation | None, *, locked: bool, gathers: bool) -> list[KeyName]:
    """Return the keys that matter with the report in hand."""
    found = []
    if not locked:
        if report is not None and not report.is_done:
            found.append(KeyName("1–5", pgettext("key", "judge")))
            found.append(KeyName(_("Alt+Shift+↑ ↓"), pgettext("key", "move")))
            found.append(KeyName("Del", pgettext("key of an area", "remove")))
        found.append(KeyName("N", pgettext("key of a report", "new")))
        if gathers:
            found.append(KeyName("U", pgettext("key", "gather")))
        if report is not None:
            word = pgettext("key", "open again") if report.is_done else pgettext("key", "finish")
            found += [KeyName("K", word), KeyName("R", pgettext("key", "present"))]
    if report is not None:
        found += [KeyName("P", pgettext("key", "page")), KeyName("Ctrl+E", _("PDF"))]
    found += [KeyName(_("Alt+Down"), _("next")), KeyName("F6", _("next column"))]
    return [*found, KeyName("Shift+F9", _("back to the meeting"))]
