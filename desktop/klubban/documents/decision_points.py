"""The points of a decision, as a body likes them: numbered, or as `att`-clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.habits import PointsAs
from klubban.domain.text import Points, Run, Text, plain_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Meeting
    from klubban.domain.text import Block, Blocks, Runs
    from klubban.i18n import Texts

_COMMON = ("en", "et", "an", "na", "orna", "arna", "erna", "a", "å", "e")
"""Endings of words that are no names: in the definite form, or verbs."""


def printed(meeting: Meeting, blocks: Blocks, texts: Texts) -> Blocks:
    """Return a decision as it is printed; a point that stands alone has no number."""
    if meeting.body.habits.points is PointsAs.THAT:
        return tuple(each for block in blocks for each in _clauses(meeting, block, texts))
    return tuple(
        Text(block.items[0]) if isinstance(block, Points) and len(block.items) == 1 else block
        for block in blocks
    )


def _clauses(meeting: Meeting, block: Block, texts: Texts) -> Iterator[Block]:
    if not isinstance(block, Points):
        yield block
        return
    for runs in block.items:
        yield Text(_clause(meeting, runs, texts))


def _clause(meeting: Meeting, runs: Runs, texts: Texts) -> Runs:
    """Return `att motionen avslås.`; what begins so already stays."""
    that = texts.pgettext("beginning a clause", "that")
    words = plain_runs(runs)
    first = words.split(maxsplit=1)[0] if words.split() else ""
    if first.casefold() == that:
        head = runs[0].saying(wording.small(runs[0].text))
        return (head, *runs[1:])
    begin = wording.small(runs[0].text) if _is_common(meeting, first) else runs[0].text
    return (Run(f"{that} "), runs[0].saying(begin), *runs[1:])


def _is_common(meeting: Meeting, word: str) -> bool:
    """Tell whether a capital is only that of a sentence: the word is nobody's name and no abbreviation."""
    names = [meeting.organisation.name, *(one.who.name for one in meeting.attendance)]
    known = {part.removesuffix("s") for name in names for part in name.split()}
    is_first_half = (
        word.endswith("-") and word[:-1].isalpha() and not word.isupper()
    )  # `Gatu- och parkchefen`
    return (word.endswith(_COMMON) or is_first_half) and word.removesuffix("s") not in known
