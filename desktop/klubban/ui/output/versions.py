"""For whom the documents are, and whether they are drafts: chosen above them, for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents import drafts
from klubban.i18n import _, pgettext
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.chips import OneOf

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting


class Versions(QWidget):
    """Two choices, and what follows from them in a sentence."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, (0, 0, 0, 8), 6)
        whose = [
            (False, pgettext("version", "as it is")),
            (True, pgettext("version", "public version")),
        ]
        marks = [(False, pgettext("version", "finished")), (True, pgettext("version", "draft"))]
        self.whose, self.marks = (
            OneOf(_("Version"), whose, False),
            OneOf(_("Finished or draft"), marks, False),
        )
        self.whose.chosen.connect(self.chosen)
        self.marks.chosen.connect(self.chosen)
        self._follows = Text("", "small", QUIET, wrap=True)
        for widget in (self.whose, self.marks, self._follows):
            column.addWidget(widget)

    @property
    def public(self) -> bool:
        """Tell whether they are for everybody."""
        return self.whose.value is True

    @property
    def draft(self) -> bool:
        """Tell whether they are marked as drafts though they need not be."""
        return not self.marks.isHidden() and self.marks.value is True

    def begin_anew(self) -> None:
        """Let documents be finished, and as they are."""
        self.whose.hold(False)
        self.marks.hold(False)

    def turn(self) -> None:
        """Go from documents as they are to those for everybody, or back."""
        self.whose.hold(not self.public)
        self.chosen.emit()

    def show_for(self, meeting: Meeting) -> None:
        """Say what follows for a meeting; one that is not closed has drafts alone."""
        still = drafts.is_draft(meeting)
        self.marks.setHidden(still)
        told = []
        if self.public:
            told.append(_("Without signatures, and without what is confidential or marked to be left out."))
        if still:
            told.append(_("The meeting is not closed: what records it says on each page that it is a draft."))
        self._follows.setText(" ".join(told))
        self._follows.setHidden(not told)
