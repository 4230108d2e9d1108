"""What was decided, in the words of the proposal or motion that was adopted (KL 5 kap. 67 § 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def decision(meeting: Meeting, item: Item, texts: Texts) -> Blocks:
    """Return what the decision says of an item that is settled; nothing where nothing is."""
    return ()
