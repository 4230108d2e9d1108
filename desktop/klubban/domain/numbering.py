"""The numbers of paragraphs: one series without gaps or doubles, and what in it is fixed.

What is verified is fixed, and so is all before it in the series. An item put among fixed ones gets the next
number after them. Numbers that came with an import stay as they are, and so do gaps between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.agenda import Act
from klubban.domain.meeting import Outcome, Stage
from klubban.domain.rules import BodyKind, Series
from klubban.domain.sendings import taken_off

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.paragraphs import Paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """An item as far as its number needs it."""

    id: int
    wants: bool = True
    """It is a paragraph: not withdrawn, and not one without a number."""
    now: int | None = None
    had: int | None = None
    """The number that it had, where it has been moved and is to have another."""
    meeting: int = 0
    title: str = ""
    at_once: bool = False
    """It is verified at once."""

    @property
    def own(self) -> int:
        """Return the number that it has, or had; 0 for none."""
        return self.now or self.had or 0

    @property
    def called(self) -> str:
        """Return what people call it."""
        return f"§ {self.now}" if self.now else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """A meeting as far as the numbers of its series need it."""

    id: int
    date: dt.date
    stage: Stage
    opened: dt.time | None = None
    minuted: Paragraphs | None = None
    items: tuple[Paragraph, ...] = ()
    done: tuple[Paragraphs | None, ...] = ()
    """What was verified or is out to be signed, each time; None for all of it."""

    @property
    def held(self) -> bool:
        """Tell whether the meeting was begun, so that its items are paragraphs."""
        return was_begun(self.stage)

    @property
    def imported(self) -> bool:
        """Tell whether its numbers were given elsewhere: it was not opened here, or is not here whole."""
        return self.opened is None or self.minuted is not None

    @property
    def fixed(self) -> frozenset[int]:
        """Return the numbers that may not change any more."""
        all_of_it = (
            self.imported or self.stage.has_reached(Stage.VERIFIED) or any(each is None for each in self.done)
        )
        return frozenset(
            item.now
            for item in self.items
            if item.now is not None
            and (all_of_it or item.at_once or any(item.now in each for each in self.done if each))
        )


def was_begun(stage: Stage) -> bool:
    """Tell whether a meeting has come so far that it was opened."""
    return stage.has_reached(Stage.IN_SESSION)


def gives_numbers(meeting: Meeting) -> bool:
    """Tell whether the items of a meeting are numbered here: it was opened, and its body numbers them."""
    return (
        was_begun(meeting.stage)
        and meeting.body.rules.numbered
        and meeting.opened is not None
        and meeting.minuted is None
    )


def is_paragraph(item: Item, date: dt.date, opened: dt.time | None) -> bool:
    """Tell whether an item is a paragraph: not withdrawn, nor postponed before the meeting, nor without §."""
    if item.unnumbered or item.outcome is Outcome.WITHDRAWN:
        return False
    if item.outcome is not Outcome.POSTPONED or taken_off(item) is not Act.POSTPONED:
        return True
    act = next(each for each in reversed(item.acts) if each.act is Act.POSTPONED)
    early = act.on == date and act.at is not None and opened is not None and act.at < opened
    return not (early or (act.on is not None and act.on < date))


def last_fixed(series: Iterable[Numbering]) -> int:
    """Return the highest number that may not change any more, and with it all below it; 0 for none."""
    found = (number for meeting in series for number in (*meeting.fixed, *_elsewhere(meeting)))
    return max(found, default=0)


def _elsewhere(meeting: Numbering) -> Iterable[int]:
    """Walk the last number of a protocol that is not here whole."""
    return [meeting.minuted.ranges[-1][1]] if meeting.held and meeting.minuted else []


def numbered(
    items: Sequence[Paragraph], first: int = 1, last: int = 0, gone: Collection[int] = ()
) -> dict[int, int | None]:
    """Return the number of each item of a series, in its order.

    `first` is the number that the series begins with, `last` the highest fixed one: what has a number up to
    it keeps that. `gone` are numbers that have been given up. A gap that was there stays.
    """
    begins = _runs({item.own for item in items if item.own > last} | {each for each in gone if each > last})
    of_meeting: dict[int, int] = {}
    for item in items:
        if item.own > last:
            of_meeting.setdefault(item.meeting, begins[item.own])
            of_meeting[item.meeting] = min(of_meeting[item.meeting], begins[item.own])
    found: dict[int, int | None] = {}
    following = max(first, last + 1)
    for item in items:
        if item.now is not None and item.now <= last:
            found[item.id] = item.now
        elif not item.wants:
            found[item.id] = None
        else:
            known = begins.get(item.now or 0, of_meeting.get(item.meeting, 0))
            found[item.id] = following = max(following, known)
            following += 1
    return found


def _runs(numbers: Collection[int]) -> dict[int, int]:
    """Return for each number the first one of those that run up to it without a gap."""
    found: dict[int, int] = {}
    for number in sorted(numbers):
        found[number] = found.get(number - 1, number)
    return found


def span_of(series: Series, kind: BodyKind, day: dt.date) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of the series of a meeting; None for one that is its own."""
    if series is Series.MEETING:
        return None
    if series is Series.YEAR:
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    # Elections are in 2014, 2018 …; the assembly serves from 15 October of such a year (KL 5 kap.).
    start = (10, 15) if kind is BodyKind.ASSEMBLY else (1, 1)
    year = day.year if (day.month, day.day) >= start else day.year - 1
    elected = (_AN_ELECTION if kind is BodyKind.ASSEMBLY else _AN_ELECTION + 1) % _TERM
    begins = day.replace(year=year - (year - elected) % _TERM, month=start[0], day=start[1])
    last = begins.replace(year=begins.year + _TERM)
    return begins, last.fromordinal(last.toordinal() - 1)


_AN_ELECTION, _TERM = 2014, 4
