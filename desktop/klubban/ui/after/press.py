"""Printing straight from a step: on the printer that was chosen last, or the system's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.ui.output import words
from klubban.ui.output.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from klubban.documents.tree import Document
    from klubban.settings import Settings
    from klubban.ui.widgets.key_foot import KeyFoot


class Press(Printing):
    """Looks for printers when the first thing is to be printed."""

    def __init__(
        self,
        settings: Settings,
        foot: KeyFoot,
        parent: QObject,
        save: Callable[[str, Sequence[Document]], object],
    ) -> None:
        """`save` is offered where there is no printer."""
        super().__init__(settings, foot, parent)
        self._save = save
        self._waits: tuple[str, tuple[Document, ...]] | None = None
        self.found.connect(self._go_on)

    def print(self, name: str, documents: Sequence[Document]) -> None:
        """Print documents as one job, one copy of all pages."""
        self._waits = (name, tuple(documents))
        if self.printers is None:
            self._foot.say(words.no_printer(known=False))
            self.look()
        else:
            self._go_on()

    def _go_on(self) -> None:
        if self._waits is None:
            return
        waits, self._waits = self._waits, None
        if self.printer is None:
            save = (_("Save as PDF"), partial(self._save, *waits))
            self._foot.say(words.no_printer(known=True), [save, self._to_close])
        else:
            self.start(*waits)
