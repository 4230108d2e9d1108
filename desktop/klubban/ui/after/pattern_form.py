"""How files with extracts are named, with the name of one of them as it would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain import file_pattern
from klubban.domain.errors import RuleBroken
from klubban.domain.file_pattern import Slot
from klubban.i18n import _
from klubban.operations.addressees import set_file_pattern
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.store.database import Database


class PatternForm(Form):
    """Asks for the pattern."""

    def __init__(self, database: Database, pattern: str, words: Mapping[Slot, str]) -> None:
        super().__init__(_("Names of files"), _("Save"), self._save)
        self._database, self._words = database, words
        known = " ".join(f"{{{slot}}}" for slot in Slot)
        self.add(_("Can stand in it"), Text(known, "small", wrap=True))
        line = self.add_line("pattern", _("Pattern"), pattern, file_pattern.CUSTOM)
        self._shown = Text("", "small", QUIET, wrap=True)
        self.add(_("For example"), self._shown)
        line.edited.connect(self._show)
        self._show()

    def _show(self) -> None:
        try:
            self._shown.setText(file_pattern.filled(self.words("pattern"), self._words))
        except RuleBroken as broken:
            self._shown.setText(sentence(broken))

    def _save(self) -> None:
        set_file_pattern(self._database, self.words("pattern"))
