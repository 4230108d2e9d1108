"""The texts of a paragraph that write themselves: what is derived, and what is shown with her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import decision_words, divisions, motions, opinions, proceedings_words
from klubban.domain.decided import Said, Written
from klubban.domain.masked_again import masked_as
from klubban.domain.own_text import Merged, merged
from klubban.domain.text import tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.decided import OwnText
    from klubban.domain.meeting import Item, Meeting
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

    What is masked in what was moved, proposed or lodged is masked in it too. Of what is verified and stands
    as it was worded then the program says nothing any more.
    """
    if item.worded:
        return ()
    if part is Written.DECISION:
        said: tuple[Said, ...] = (Said(key=DECISION, words=decision_words.decision(meeting, item, texts)),)
    else:
        said = _DERIVED[part](meeting, item, texts)
    tidied = (Said(key=each.key, words=_masked(item, each.words)) for each in said)
    return tuple(each for each in tidied if each.words)


def _masked(item: Item, words: Blocks) -> Blocks:
    return tidy(masked_as(words, (item.motions, item.proposal, item.opinions)))


def shown(meeting: Meeting, item: Item, part: Written, texts: Texts) -> Merged:
    """Return a part as it is printed: her text, with the program's sentences that she left alone."""
    if own_text(item, part) is None and text_of(item, part):
        return with_hers(item, part, ())
    return with_hers(item, part, written(meeting, item, part, texts))


def with_hers(item: Item, part: Written, said: Sequence[Said]) -> Merged:
    """Return what the program says, with her text; of what is verified as it was worded then, that alone."""
    if item.worded:
        return Merged(_masked(item, text_of(item, part)), frozenset())
    return merged(said, own_text(item, part), text_of(item, part))


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
