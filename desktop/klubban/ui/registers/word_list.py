"""Words of the organisation's own, which are never marked as misspelt."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from klubban.i18n import _
from klubban.operations.own_words import add_word, remove_word
from klubban.store import minutes
from klubban.ui.registers.form import Form
from klubban.ui.registers.line_list import LineList
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.buttons import FlowLayout, Link

if TYPE_CHECKING:
    from klubban.store.database import Database


_CROSS = "\N{MULTIPLICATION SIGN}"


class WordList(LineList):
    """The words in a line; each is taken away by pressing it."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.words = self._read()
        self._write()

    def take(self) -> None:
        """Show them as they are now."""
        before, self.words = self.words, self._read()
        if before != self.words:
            self._write()

    def _read(self) -> tuple[tuple[int, str], ...]:
        with self._database.read() as read:
            return minutes.own_words(read)

    def _write(self) -> None:
        self._begin()
        if self.words:
            line = QWidget()
            flow = FlowLayout(line)
            for id_, word in self.words:
                link = Link(f"{word} {_CROSS}", "body")
                link.setAccessibleName(_("Take away {name}").format(name=word))
                link.setToolTip(_("Take away {name}").format(name=word))
                link.setDisabled(self._database.read_only)
                link.clicked.connect(partial(self._remove, id_))
                flow.addWidget(link)
            self._column.addWidget(line)
        told = _("They are never marked as misspelt, in any text of this file; names of people never are.")
        self._column.addWidget(Text(told, "small", QUIET, wrap=True))
        self._end(_("New word …"), self._ask)

    def _remove(self, word_id: int, *_checked: bool) -> None:
        self._try(partial(remove_word, self._database, word_id))

    def _ask(self, below: QWidget) -> None:
        form = Form(_("New word"), _("Add"), lambda: add_word(self._database, form.words("word")))
        form.add_line("word", _("Word"), "", _("as it is to be spelled"))
        self._show_form(form, below)
