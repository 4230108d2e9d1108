"""The texts of a paragraph that write themselves: what is derived, and what is shown of it with her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.decided import Said, Written
from klubban.domain.own_text import merged

if TYPE_CHECKING:
    from klubban.domain.decided import OwnText
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.own_text import Merged
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts


def written(meeting: Meeting, item: Item, part: Written, texts: Texts) -> tuple[Said, ...]:
    """Return what the program says of a part now, a sentence for each key; nothing that she wrote."""
    return ()


def shown(meeting: Meeting, item: Item, part: Written, texts: Texts) -> Merged:
    """Return a part as it is printed: her text, with the program's sentences that she left alone."""
    return merged(written(meeting, item, part, texts), own_text(item, part), text_of(item, part))


def own_text(item: Item, part: Written) -> OwnText | None:
    """Return what she changed of a part, if she did."""
    return next((each for each in item.own_texts if each.part is part), None)


def text_of(item: Item, part: Written) -> Blocks:
    """Return a part's text as she left it; proceedings and decision stand in the item itself."""
    if part is Written.PROCEEDINGS:
        return item.proceedings
    if part is Written.DECISION:
        return item.decision
    own = own_text(item, part)
    return own.text if own else ()
