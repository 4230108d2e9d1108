"""The phrases that a body's secretary has by a short key: the body's own, and those of all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.text import lines
from klubban.i18n import _, pgettext
from klubban.operations.phrases import put_phrase, remove_phrase
from klubban.store import minutes
from klubban.ui.registers.form import Form
from klubban.ui.registers.line_list import LineList
from klubban.ui.widgets.basics import QUIET, TOP, KeyCap, Text, spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.options import Options

if TYPE_CHECKING:
    from klubban.domain.phrases import Phrase
    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet

_SHOWN = 160
"""So many characters of a phrase are read in the list."""


class PhraseList(LineList):
    """A line for each: its key, its words, and whose it is."""

    def __init__(self, database: Database, sheet: Sheet) -> None:
        super().__init__(database)
        self._sheet = sheet
        self._of: int | None = None
        self.phrases = self._read()
        self._write()

    def take(self, sheet: Sheet) -> None:
        """Show them as they are now."""
        before = self.phrases
        self._sheet, self.phrases = sheet, self._read()
        if before != self.phrases:
            self._write()

    def _read(self) -> tuple[Phrase, ...]:
        with self._database.read() as read:
            return minutes.phrases(read, self._sheet.body.id)

    def _write(self) -> None:
        self._begin()
        for each in self.phrases:
            whose = "" if each.body is not None else _("for all bodies")
            remove = partial(remove_phrase, self._database, each.id)
            self._line(each.short, whose, partial(self._ask, each), remove, head=_head(each))
        told = _("In a text the key followed by Ctrl+J becomes the phrase; Tab goes from slot to slot.")
        self._column.addWidget(Text(told, "small", QUIET, wrap=True))
        self._end(_("New phrase …"), partial(self._ask, None))

    def _ask(self, one: Phrase | None, below: QWidget) -> None:
        """Open the form of one, or of a new one."""
        self._of = one.body if one else self._sheet.body.id
        text = BlockEditor(_("Phrase"))
        text.setPlaceholderText(_("Write <name> where something is to be filled in"))
        text.show_blocks(one.text if one else ())

        def save() -> None:
            put_phrase(
                self._database,
                one.id if one else None,
                body=self._of,
                short=form.words("short"),
                text=text.blocks(),
            )

        form = Form(one.short if one else _("New phrase"), _("Save") if one else _("Add"), save)
        form.add_line(
            "short", pgettext("of a phrase", "Key"), one.short if one else "", _("a few letters, such as jus")
        )
        form.add(_("Phrase"), text, focus=text)
        name = self._sheet.body.name
        whose = Options(
            _("For whom"),
            [(self._sheet.body.id, name, ""), (None, _("All bodies"), "")],
            self._of,
        )
        whose.chosen.connect(self._choose)
        form.add(_("For whom"), whose, focus=whose.buttons[0])
        self._show_form(form, below)

    def _choose(self, body: int | None) -> None:
        self._of = body


def _head(phrase: Phrase) -> QWidget:
    """Return the key as a key, and the words that it stands for."""
    whole, row = QWidget(), QHBoxLayout()
    spaced(row, gap=10)
    said = " ".join(lines(phrase.text))
    row.addWidget(KeyCap(phrase.short), 0, TOP)
    row.addWidget(Text(f"{said[:_SHOWN]} …" if len(said) > _SHOWN else said, wrap=True), 1, TOP)
    whole.setLayout(row)
    return whole
