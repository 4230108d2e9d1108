"""What a review shows before a copy came back: how one is lent, and which were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.ui.chair import review_words
from klubban.ui.meeting.surface import Surface
from klubban.ui.widgets.basics import QUIET, Text, emptied

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klubban.domain.agenda import Lent

_AROUND = (28, 16, 28, 24)
"""The words on the page begin where the title does."""


class Lending(Surface):
    """A few words, and a line for each copy that was lent, the latest first."""

    def __init__(self) -> None:
        super().__init__(_("The chair's copy"))
        ground = self.widget()
        if ground is not None and (across := ground.layout()) is not None:
            across.setContentsMargins(*_AROUND)

    def show_lent(self, lent: Sequence[Lent], today: date) -> None:
        """Show the copies that were lent."""
        emptied(self.column)
        about = _(
            "Save a copy and mail it. The chair opens it with Klubban on another computer, moves items, adds,"
            " withdraws and remarks, and mails it back. Open it here: each change stands beside what stands"
            " now, and you take it or leave it. Of confidential items the copy holds the number alone."
        )
        self.add(Text(_("The chair can change the agenda in a copy of her own"), "title", wrap=True))
        words = Text(about, "body", QUIET, wrap=True)
        words.setContentsMargins(0, 4, 0, 12)
        self.add(words)
        for each in reversed(lent):
            self.add(Text(review_words.lent_on(each, today), "item"))
        self.end()
