"""What may stand only once in a document of the open format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.exchange.refused import Refused
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenDocument

KEY_TAKEN = N_("The key {what} is taken: it stands first at {first}")
PERSON_TWICE = N_("The person {what} stands first at {first}")


def once(document: OpenDocument, found: Iterable[tuple[Steps, Hashable]], template: str) -> None:
    """Raise Refused for the second of two that are the same; None is never the same as another."""
    seen: dict[Hashable, Steps] = {}
    for steps, what in found:
        if what in seen:
            raise Refused(document.place(*steps), template, what=what, first=document.place(*seen[what]))
        if what is not None:
            seen[what] = steps
