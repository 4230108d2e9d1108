"""What the control number of a protocol is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.i18n import Texts


def explained(texts: Texts) -> str:
    """Return what it tells, and who bears witness to it."""
    return texts.gettext(
        "It stands on the protocol, and tells where the file’s journal ended when it became ready. Those who"
        " sign bear witness to it: had anybody changed what was written before, it would be another number."
    )


def where_missing(texts: Texts) -> str:
    """Return why something ready has no control number, and how it gets one."""
    return texts.gettext(
        "It came in as ready, and has no control number of this file. To give it one, say that it is not"
        " ready yet, and then that it is."
    )
