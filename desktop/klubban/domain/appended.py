"""What of an item stands apart from the protocol's paragraphs, as an appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.habits import VotesAs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.body import Body
    from klubban.domain.decided import Division, Motion, Opinion
    from klubban.domain.meeting import Item


def apart(body: Body, item: Item) -> Iterator[Motion | Division | Opinion]:
    """Walk the appendices of an item, in the order of its parts."""
    for motion in item.motions:
        if motion.in_writing and (motion.stands or motion.kept):
            yield motion
    for division in item.divisions:
        if is_listed(body, division):
            yield division
    for opinion in item.opinions:
        if is_apart(opinion):
            yield opinion


def is_listed(body: Body, division: Division) -> bool:
    """Tell whether an appendix says how each voted."""
    return body.habits.votes is VotesAs.APPENDIX and bool(division.votes) and not division.ballot


def is_apart(opinion: Opinion) -> bool:
    """Tell whether an opinion's text is an appendix."""
    return opinion.appendix and not opinion.lapsed
