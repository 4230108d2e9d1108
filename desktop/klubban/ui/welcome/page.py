"""The first page: what can be done before a file is open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.theme import SERIF
from klubban.ui.welcome.choices import Choice, Choices
from klubban.ui.widgets.basics import QUIET, Ground, Text, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH = 480


class WelcomePage(Ground):
    """Open, create, or try the sample; below it the files that were opened last."""

    open_asked = Signal()
    create_asked = Signal()
    sample_asked = Signal()
    recent_asked = Signal(Path)

    def __init__(self, recent: Sequence[Path]) -> None:
        super().__init__()
        column = centred(self, _WIDTH)
        column.addWidget(Text("Klubban", "cover", family=SERIF))
        below = Text(_("For those who write the minutes and those who chair."), "body", QUIET, wrap=True)
        below.setContentsMargins(0, 2, 0, 24)
        column.addWidget(below)
        column.addWidget(Choices(self._choices()))
        if recent:
            column.addWidget(self._recent(recent))
        column.addStretch(3)

    def _choices(self) -> list[Choice]:
        return [
            Choice(
                _("Open a file"),
                _("Go on with the bodies and meetings of your office."),
                self.open_asked.emit,
                chief=True,
            ),
            Choice(
                _("Create a new file"),
                _("One file holds what one office keeps: its bodies, people and meetings."),
                self.create_asked.emit,
            ),
            Choice(
                _("Try the sample municipality"),
                _("Invented people, four bodies, and meetings in different stages; nothing can go wrong."),
                self.sample_asked.emit,
            ),
        ]

    def _recent(self, recent: Sequence[Path]) -> QWidget:
        """Return the files that were opened last, as links."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        spaced(column, (0, 20, 0, 0), 2)
        column.addWidget(Text(_("Opened recently"), "pill", QUIET))
        for path in recent:
            row = QHBoxLayout()
            spaced(row, gap=6)
            link = Link(path.stem, "item_strong")
            link.setAccessibleName(_("Open {file}").format(file=path))
            link.clicked.connect(partial(self._ask_recent, path))
            row.addWidget(link)
            row.addWidget(Text(str(path.parent), "small", QUIET), 1)
            column.addLayout(row)
        return whole

    def _ask_recent(self, path: Path, *_checked: bool) -> None:
        self.recent_asked.emit(path)


def centred(page: QWidget, width: int) -> QVBoxLayout:
    """Return a column of a fixed width in the middle of a page, a little above its centre."""
    across, column, inner = QHBoxLayout(page), QVBoxLayout(), QWidget()
    spaced(across, (28, 28, 28, 28))
    inner.setFixedWidth(width)
    inner.setLayout(column)
    spaced(column)
    column.addStretch(2)
    across.addStretch()
    across.addWidget(inner)
    across.addStretch()
    across.setAlignment(inner, Qt.AlignmentFlag(0))
    return column
