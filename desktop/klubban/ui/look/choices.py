"""What of the look is one of several: margins and how names are written, each as a sentence to change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.look import change_look
from klubban.store.trouble import Trouble
from klubban.ui.look import words
from klubban.ui.registers.body_lines import Chosen
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database
    from klubban.ui.look.sheet import LookSheet

FIRST, INSIDE = 1, 2
"""The pages on which what was changed is seen."""


class Choices(Column):
    """Shows each choice as it is; `chosen` tells on which page another one is seen."""

    chosen = Signal(int)
    opened = Signal(object)
    """A sentence that is to be seen whole."""
    failed = Signal(Exception)

    def __init__(self, database: Database, sheet: LookSheet) -> None:
        super().__init__()
        self._database, self._sheet = database, sheet
        self.sentences: dict[str, Chosen] = {}
        self._options: dict[str, Callable[[], words.Choices]] = {}
        margin = self._sentence("margin", _("Margin"), lambda: words.margins(self._sheet.look.margin))
        sides = self._sentence("mirrored", _("Both sides"), words.sides, INSIDE)
        service = self._sentence("service", _("Serving alternates"), lambda: words.services(self._sheet))
        party = self._sentence("party_first", _("Party"), words.parties)
        remote = self._sentence("by_link", _("Remote"), lambda: words.remote(self._sheet))
        self._add(_("Margin"), margin, sides)
        self._add(_("Serving alternates"), service)
        self._add(_("Names"), party, remote)
        self.take(sheet)

    def _sentence(
        self, name: str, label: str, options: Callable[[], words.Choices], page: int = FIRST
    ) -> Chosen:
        locked = self._database.read_only
        made = Chosen(label, lambda: (options(), getattr(self._sheet.look, name)), locked=locked)
        made.chosen.connect(lambda value: self._change(made, page, **{name: value}))
        made.opened.connect(lambda: self.opened.emit(made))
        self.sentences[name], self._options[name] = made, options
        return made

    def _add(self, label: str, *sentences: Chosen) -> None:
        content = Column()
        spaced(content.column, gap=8)
        for each in sentences:
            content.column.addWidget(each)
        self.column.addWidget(Section(label, content))

    def take(self, sheet: LookSheet) -> None:
        """Show what is chosen now."""
        self._sheet = sheet
        for name, chosen in self.sentences.items():
            now = getattr(sheet.look, name)
            _value, says, follows = next(each for each in self._options[name]() if each[0] == now)
            chosen.say(says, follows)

    def _change(self, at: Chosen, page: int, **facts: Any) -> None:
        try:
            change_look(self._database, **facts)
        except RuleBroken as broken:
            at.complain(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            at.close_choice()
            self.chosen.emit(page)
