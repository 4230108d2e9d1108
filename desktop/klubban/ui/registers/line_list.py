"""Lines that each open as a form where they stand, with one more to add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.registers.form import Form
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, TOP, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database


class LineList(QWidget):
    """Whoever derives writes its lines, and says which form asks for one."""

    failed = Signal(Exception)

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database
        self._column = QVBoxLayout(self)
        spaced(self._column, gap=6)
        self._note = Text("", "small", wrap=True)

    def _begin(self) -> None:
        """Take the old lines away."""
        emptied(self._column)

    def _end(self, add: str, ask: Callable[[QWidget], None]) -> None:
        """Leave room for a sentence on what cannot be done, and offer one more."""
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        self._column.addWidget(self._note)
        if not self._database.read_only:
            link = Link(add, "item", flush=True)
            link.clicked.connect(partial(self._ask_at, ask, link))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(
        self,
        name: str,
        told: str,
        ask: Callable[[QWidget], None] | None,
        remove: Callable[[], object] | None = None,
        *,
        head: QWidget | None = None,
    ) -> QWidget:
        """Return a line: what it is called, with the ways to change it and take it away, and what is told."""
        line = QWidget()
        column, row = QVBoxLayout(line), QHBoxLayout()
        spaced(column)
        spaced(row, gap=8)
        row.addWidget(head or Text(name, wrap=True), 1, TOP)
        if not self._database.read_only:
            if ask is not None:
                row.addWidget(self._way(_("Change"), name, partial(ask, line)), 0, TOP)
            if remove is not None:
                row.addWidget(self._way(_("Take away"), name, partial(self._try, remove)), 0, TOP)
        column.addLayout(row)
        if told:
            column.addWidget(Text(told, "small", QUIET, wrap=True))
        self._column.addWidget(line)
        return line

    def _way(self, title: str, name: str, act: Callable[[], object]) -> Link:
        link = Link(title)
        link.setAccessibleName(f"{title}: {name}")
        link.clicked.connect(lambda _on=False: act())
        return link

    def _try(self, act: Callable[[], object]) -> None:
        """Do something; say why it cannot be done."""
        try:
            act()
        except RuleBroken as broken:
            self._note.setText(sentence(broken))
            self._note.show()
        except Trouble as trouble:
            self.failed.emit(trouble)

    @staticmethod
    def _ask_at(ask: Callable[[QWidget], None], below: QWidget, *_checked: bool) -> None:
        ask(below)

    def _show_form(self, form: Form, below: QWidget) -> None:
        """Open a form below a line, in the place of another that is open."""
        for open_ in self.findChildren(Form):
            _close(open_)
        form.left.connect(partial(_leave, form, below))
        form.done.connect(partial(_close, form))
        form.failed.connect(self.failed)
        self._column.insertWidget(self._column.indexOf(below) + 1, form)
        form.show()
        form.enter()


def _leave(form: Form, below: QWidget) -> None:
    _close(form)
    links: list[Link] = below.findChildren(Link)
    (links[0] if links else below).setFocus(Qt.FocusReason.OtherFocusReason)


def _close(form: Form) -> None:
    form.hide()
    form.deleteLater()
