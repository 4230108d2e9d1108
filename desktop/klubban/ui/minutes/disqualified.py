"""Who is disqualified, as the roll has it: shown here, noted there."""

from __future__ import annotations

from klubban.ui.minutes.part import MinutesPart
from klubban.ui.widgets.basics import emptied
from klubban.ui.widgets.section import Sentences


class Disqualified(MinutesPart):
    """Names, nothing to type."""

    can_begin = False

    @property
    def _holds(self) -> bool:
        return self._item is not None and bool(self._item.disqualifications)

    def _show(self) -> None:
        emptied(self._told.column)
        if self._holds and self._item is not None:
            names = [str(each.who) for each in self._item.disqualifications]
            self._told.column.addWidget(Sentences(names))
