"""The texts of a paragraph that write themselves: what is derived, and what is shown with her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import decision_words, divisions, motions, opinions, proceedings_words
from klubban.domain.decided import Said, Written
from klubban.domain.masked_again import masked_as
from klubban.domain.own_text import merged
from klubban.domain.text import tidy

if TYPE_CHECKING:
    from klubban.domain.decided import OwnText
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.own_text import Merged
    from klubban.domain.text import Blocks
    from klubban.i18n import Texts

_DERIVED = {
    Written.MOTIONS: motions.sentences,
    Written.PROCEEDINGS: proceedings_words.sentences,
    Written.DIVISIONS: divisions.sentences,
    Written.OPINIONS: opinions.sentences,
}
DECISION = "decision"
"""The key of the one thing that the program says of a decision."""


def written(meeting: Meeting, item: Item, part: Written, texts: Texts) -> tuple[Said, ...]:
    """Return what the program says of a part now, a sentence for each key; nothing that she wrote.

    What is masked in what was moved, proposed or lodged is masked in it too.
    """
    if part is Written.DECISION:
        said: tuple[Said, ...] = (Said(key=DECISION, words=decision_words.decision(meeting, item, texts)),)
    else:
        said = _DERIVED[part](meeting, item, texts)
    hidden = (item.motions, item.proposal, item.opinions)
    tidied = (Said(key=each.key, words=tidy(masked_as(each.words, hidden))) for each in said)
    return tuple(each for each in tidied if each.words)


def shown(meeting: Meeting, item: Item, part: Written, texts: Texts) -> Merged:
    """Return a part as it is printed: her text, with the program's sentences that she left alone."""
    own, text = own_text(item, part), text_of(item, part)
    if own is None and text:
        return merged((), None, text)
    return merged(written(meeting, item, part, texts), own, text)


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
