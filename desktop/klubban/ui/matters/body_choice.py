"""The body to which a list is narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _, pgettext
from klubban.ui.matters.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Body


class BodyChoice(Choice):
    """One of some bodies, or all of them (None); it is in sight where there are several."""

    def __init__(self) -> None:
        super().__init__(pgettext("filter", "Body"), (), locked=False)
        self._ids: tuple[int | None, ...] = (None,)

    def offer(self, bodies: Sequence[Body], now: int | None) -> int | None:
        """Offer bodies; return the one that is chosen now, or None where it is not among them."""
        self._ids = (None, *(body.id for body in bodies))
        found = now if now in self._ids else None
        self.setVisible(len(bodies) > 1)
        self.take(found, [(None, _("All bodies"), ""), *((body.id, body.name, "") for body in bodies)])
        return found

    def beside(self, now: int | None, by: int) -> int | None:
        """Return the next body, or the one before; all come before the first."""
        at = self._ids.index(now) if now in self._ids else 0
        return self._ids[(at + by) % len(self._ids)]
