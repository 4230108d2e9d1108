"""What is to be looked at in the texts of an item: left-over words of a template, days that are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.domain.days_said import days_said
from klubban.domain.habits import Part
from klubban.domain.points import Point, PointKind
from klubban.domain.text import lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from klubban.domain.meeting import Item
    from klubban.domain.text import Blocks

_LEFT_OVER = re.compile(
    r"<(?=[\w…])[^<>\n]{1,60}(?<=[\w…])>|\[(?:…|\.\.\.|[^\]\n]*\b(?:skriv|fyll|namn|datum|text|name|date)\b[^\]\n]*)\]"
    r"|(?<![^\s“”\"'(])(?:…|\.{3})(?![^\s,.;:“”\"')])|\bX{2,}\b|\bN\.?N\b\.?|_{3,}|\?{2,}"
    r"|\b(?:skriv|fyll i|write) (?:här|here)\b|\blorem ipsum\b",
    re.IGNORECASE,
)
_ALWAYS_CAPITAL = re.compile(r"x{2,}|n\.?n\.?", re.IGNORECASE)


def texts_of(item: Item) -> Iterator[tuple[Part, Blocks]]:
    """Walk the texts of an item that somebody wrote, each with its part."""
    yield Part.PROPOSAL, item.proposal
    yield Part.EARLIER, item.earlier
    yield Part.SUMMARY, item.summary
    yield Part.PROCEEDINGS, item.proceedings
    yield Part.DECISION, item.decision
    for motion in item.motions:
        yield Part.MOTIONS, motion.text if motion.stands or motion.kept else ()
    for proposal in item.proposals:
        yield Part.PROPOSALS, proposal.decision
    for opinion in item.opinions:
        yield Part.OPINIONS, opinion.text
    for own in item.own_texts:
        yield Part(own.part.value), own.text


def in_texts(item: Item, day: dt.date) -> Iterator[Point]:
    """Walk what is wrong in the texts of an item of a meeting on a day; the same words of a part once."""
    told = [(None, words) for words in (item.title,)]
    for part, words in [*told, *((part, each) for part, text in texts_of(item) for each in lines(text))]:
        seen: set[str] = set()
        for found in left_over(words):
            if found not in seen:
                yield Point(PointKind.LEFT_OVER, item.id, part, facts={"words": found})
            seen.add(found)
        for kind, facts in wrong_days(words, day):
            yield Point(kind, item.id, part, facts=facts)


def left_over(words: str) -> list[str]:
    """Return what is left of a template in a text: slots, dots, XX and NN."""
    found = (each.group() for each in _LEFT_OVER.finditer(words))
    return [each for each in found if not (_ALWAYS_CAPITAL.fullmatch(each) and each != each.upper())]


def wrong_days(words: str, day: dt.date) -> Iterator[tuple[PointKind, dict[str, object]]]:
    """Walk dates in a text that do not exist, or are of another weekday than is said.

    A date without a year is of the meeting's, or where it was past by then also of the next one.
    """
    for said in days_said(words, day):
        if not said.days:
            yield PointKind.NO_SUCH_DAY, {"words": said.text}
        elif said.is_on_another:
            yield PointKind.WRONG_WEEKDAY, {"words": said.text, "day": said.days[0]}
