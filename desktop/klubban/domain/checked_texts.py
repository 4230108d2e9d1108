"""What is to be looked at in the texts of an item: left-over words of a template, days that are none."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from klubban.domain.habits import Part
from klubban.domain.points import Point, PointKind
from klubban.domain.text import lines

if TYPE_CHECKING:
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
_WEEKDAYS = (
    ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
_MONTHS = (
    ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
     "november", "december"),
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december"),
)  # fmt: skip
_DAY_SAID = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join((*_WEEKDAYS[0], *_WEEKDAYS[1]))})(?:en)?,?\s+(?:den\s+|the\s+)?)?"
    rf"(?P<day>\d{{1,2}})(?::?e)?\s+(?P<month>{'|'.join((*_MONTHS[0], *_MONTHS[1]))})"
    r"(?:,?\s+(?P<year>\d{4}))?\b",
    re.IGNORECASE,
)


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
    for found in _DAY_SAID.finditer(words):
        month = next(
            names.index(found["month"].casefold()) + 1
            for names in _MONTHS
            if found["month"].casefold() in names
        )
        days = list(_days(found, month, day))
        if not days:
            yield PointKind.NO_SUCH_DAY, {"words": found.group()}
        elif found["weekday"] and not any(_is_on(each, found["weekday"]) for each in days):
            yield PointKind.WRONG_WEEKDAY, {"words": found.group(), "day": days[0]}


def _days(found: re.Match[str], month: int, of: dt.date) -> Iterator[dt.date]:
    """Walk the days that are meant, if there are such."""
    year = int(found["year"] or of.year)
    own = _day(year, month, int(found["day"]))
    if own is not None:
        yield own
    if found["year"] is None and (own is None or own < of):
        later = _day(year + 1, month, int(found["day"]))
        if later is not None:
            yield later


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _is_on(day: dt.date, weekday: str) -> bool:
    return any(names[day.weekday()] == weekday.casefold() for names in _WEEKDAYS)
