"""The papers of what is in hand, beside it: which there are, and the one that is shown."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from klubban.i18n import _, pgettext
from klubban.operations.inquiry_documents import (
    prepare_compilation,
    prepare_form,
    prepare_letter,
    prepare_statement,
)
from klubban.ui.summons.preview import TreePreview
from klubban.ui.widgets.basics import ROLE, Ground, spaced
from klubban.ui.widgets.chips import OneOf

if TYPE_CHECKING:
    from datetime import date

    from klubban.operations.export import Prepared
    from klubban.store.database import Database
    from klubban.ui.typesetter import Typesetter


class Paper(IntEnum):
    """Which paper."""

    LETTER = 1
    FORM = 2
    COMPILATION = 3


class Papers(Ground):
    """Chips that name them, and the page."""

    chosen = Signal()

    def __init__(self, database: Database, typesetter: Typesetter) -> None:
        super().__init__(ROLE.AlternateBase)
        self._database = database
        self.paper = Paper.LETTER
        self.chips = OneOf(
            _("Which paper"),
            [
                (Paper.LETTER, pgettext("paper", "Letter")),
                (Paper.FORM, pgettext("paper", "Form")),
                (Paper.COMPILATION, pgettext("paper", "Compilation")),
            ],
            self.paper,
        )
        self.chips.chosen.connect(self._choose)
        self.preview = TreePreview(typesetter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # never grows the window
        column = QVBoxLayout(self)
        spaced(column)
        around = QVBoxLayout()
        spaced(around, (18, 14, 18, 0))
        around.addWidget(self.chips)
        column.addLayout(around)
        column.addWidget(self.preview, 1)

    def show_paper(self, paper: Paper) -> None:
        """Show another paper."""
        self.chips.hold(paper)
        self.paper = paper

    def _choose(self, paper: object) -> None:
        self.paper = Paper(paper)  # type: ignore[arg-type] # a chip's value
        self.chosen.emit()

    def follow_inquiry(self, inquiry_id: int, referee_id: int | None, day: date) -> None:
        """Show the paper of an inquiry, of a referee's own where one is in hand."""
        self.chips.show()
        prepared = self.of_inquiry(inquiry_id, referee_id, day)
        self.preview.follow(_("As it will print"), prepared.document)

    def of_inquiry(self, inquiry_id: int, referee_id: int | None, day: date) -> Prepared:
        """Return the paper that is shown of an inquiry."""
        match self.paper:
            case Paper.LETTER:
                return prepare_letter(self._database, inquiry_id, day, referee_id)
            case Paper.FORM:
                return prepare_form(self._database, inquiry_id, day, referee_id)
        return prepare_compilation(self._database, inquiry_id, day)

    def follow_received(self, received_id: int) -> None:
        """Show the statement on a received referral."""
        self.chips.hide()
        self.preview.follow(pgettext("paper", "Statement"), self.of_received(received_id).document)

    def of_received(self, received_id: int) -> Prepared:
        """Return the statement on a received referral."""
        return prepare_statement(self._database, received_id)
