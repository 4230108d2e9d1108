"""Shows what was against a rule, and notes the reasons that are typed for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.operations import disqualifications
from klubban.ui.roll import acts, findings
from klubban.ui.roll.findings import Slips

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.ui.roll.findings import Slip
    from klubban.ui.roll.page import RollPage

_SLOT = "findings"


class Noting:
    """The lower part of the panel."""

    def __init__(self, page: RollPage) -> None:
        self._page = page

    def refresh(self) -> None:
        """Show what is found now; a reason that is being typed stays."""
        page = self._page
        shown = page.panel.part(_SLOT)
        if isinstance(shown, Slips) and shown.typing:
            return
        found = findings.slips(page.sheet, page.place) if page.sheet.begun else ()
        page.panel.lay(_SLOT, found, lambda: self._slips(found) if found else None)

    def flush(self) -> bool:
        """Note the reasons that are typed; tell whether nothing is left."""
        slips, done = self._page.panel.part(_SLOT), True
        for slip, why in slips.typed() if isinstance(slips, Slips) else []:
            done = self._page.do(partial(self._note, slip, why)) and done
        return done

    def clear(self) -> None:
        """Take everything out."""
        self._page.panel.clear(_SLOT)

    def _slips(self, found: Sequence[Slip]) -> Slips:
        made, database = Slips(found), self._page.database
        made.noted.connect(lambda slip, why: self._answer(partial(self._note, slip, why)))
        made.withdrawn.connect(
            lambda id_: self._answer(lambda: disqualifications.withdraw_deviation(database, id_))
        )
        return made

    def _note(self, slip: Slip, why: str) -> None:
        acts.note(self._page.database, slip.items, slip.rule, slip.who, why)

    def _answer(self, what: Callable[[], object]) -> None:
        """Do what was answered, and show what is left to answer."""
        if self._page.do(what):
            self.clear()
            self.refresh()
            self._page.list.setFocus()
