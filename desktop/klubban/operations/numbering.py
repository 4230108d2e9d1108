"""The numbers of paragraphs, kept dense in a body's series through every change until they are fixed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.numbering import gives_numbers, last_fixed, numbered, span_of, was_begun
from klubban.domain.years import YEARS
from klubban.i18n import N_
from klubban.operations.numbers_named import follow
from klubban.operations.signing_lock import check_whole_not_out
from klubban.store import minutes, reads, rolls
from klubban.store.series import series

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from klubban.domain.body import Body
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.numbering import Numbering, Paragraph
    from klubban.store.change import Change
    from klubban.store.database import Database

_FIXED = N_(
    "{item} keeps its number, since those up to § {last} are fixed; note at it what became of it instead"
)


def number_opened(change: Change, meeting_id: int) -> None:
    """Give numbers to all items of a meeting that is opened now."""
    body, day = _about(change, meeting_id)
    found = _series(change, body, day, meeting_id)
    own = [item.id for each in found if each.id == meeting_id for item in each.items]
    if body.rules.numbered:
        _write(change, body, day, found, (), frozenset(own))


def renumber(change: Change, meeting_id: int, *, touched: int | None = None, gone: int | None = None) -> None:
    """Give numbers to the items of an opened meeting, and of later ones of its series, after a change.

    `touched` is an item that was put in, moved, withdrawn or taken up; `gone` the number of one that was
    taken out. Nothing is done before a meeting is opened. Raises RuleBroken where a fixed number would go.
    """
    if not was_begun(rolls.row_of(change.connection, "meeting", meeting_id)["stage"]):
        return
    body, day = _about(change, meeting_id)
    found = _series(change, body, day, meeting_id)
    own = next((each for each in found if each.id == meeting_id), None)
    if own is None or not body.rules.numbered:
        return
    last = last_fixed(found)
    for item in own.items:
        fixed = item.now is not None and item.now <= last
        if fixed and item.id == touched and not item.wants and not own.imported:
            raise RuleBroken(_FIXED, item=item.called, last=last)
    given_up = frozenset((touched,)) if touched is not None else frozenset[int]()
    _write(change, body, day, found, [gone] if gone else [], given_up)


def follow_day(change: Change, meeting_id: int, before: dt.date) -> None:
    """Give numbers anew where a meeting that was opened is noted as of another day or time than before.

    Raises RuleBroken where fixed paragraphs would come into another series.
    """
    body, day = _about(change, meeting_id)
    found = _series(change, body, day, meeting_id)
    own = next((each for each in found if each.id == meeting_id), None)
    if own is None or not body.rules.numbered or own.imported:
        return
    earlier = _series(change, body, before, meeting_id)
    if all(each.id != meeting_id for each in earlier):
        numbers = _unfixed((*earlier, own), meeting_id)
        _write(change, body, before, earlier, numbers)
        _write(change, body, day, found, (), frozenset(item.id for item in own.items), fresh=True)
        return
    last = last_fixed(found)
    _write(change, body, day, found, (), frozenset(each.id for each in own.items if (each.now or 0) > last))


def set_unnumbered(database: Database, item_id: int, unnumbered: bool) -> None:  # noqa: FBT001 - what is set
    """Let an item be no paragraph, or one again; raises RuleBroken for a fixed one, LookupError."""
    with database.read() as read:
        meeting_id, name = rolls.meeting_of(read, "item", item_id), reads.item_name(read, item_id)
    label = N_("Let {item} be no paragraph") if unnumbered else N_("Let {item} be a paragraph")
    with database.change(label, place=("meeting", meeting_id), item=name) as change:
        if rolls.is_verified(change.connection, meeting_id):
            raise RuleBroken("The protocol is verified; its paragraphs keep their numbers")
        check_whole_not_out(change, meeting_id)
        change.update("item", item_id, unnumbered=unnumbered)
        renumber(change, meeting_id, touched=item_id)


def set_first_number(database: Database, body_id: int, year: int, number: int | None) -> None:
    """Say with which paragraph a body begins a year, where that is not 1; None takes it back.

    Raises RuleBroken for a number that fixed paragraphs of the year have passed; LookupError.
    """
    if number is not None and not 0 < number <= _MOST:
        raise RuleBroken(
            "A paragraph has a number between 1 and {most}, not {number}", most=_MOST, number=number
        )
    if year not in YEARS:
        raise RuleBroken("Expected a year from {first} to {last}", first=YEARS[0], last=YEARS[-1])
    with database.read() as read:
        body = next((each for each in reads.bodies(read) if each.id == body_id), None)
    if body is None:
        raise LookupError(body_id)
    label = N_("Let {name} begin {year} with § {number}")
    if number is None:
        label = N_("Let {name} begin {year} with § 1")
    place = ("body", body_id)
    with database.change(label, place=place, name=body.name, year=year, number=number or 1) as change:
        there = minutes.first_numbers(change.connection, body_id).get(year)
        if number in (None, 1):
            if there:
                change.delete("first_number", there[0])
        elif there:
            change.update("first_number", there[0], number=number)
        else:
            change.insert("first_number", body_id=body_id, year=year, number=number)
        _begin_anew(change, body, year, number or 1)


_MOST = 99_999


def _begin_anew(change: Change, body: Body, year: int, number: int) -> None:
    """Give numbers from the first one on to what is not fixed."""
    for line in reads.meetings(change.connection, body.id):
        if line.date.year != year:
            continue
        found = _series(change, body, line.date, line.id)
        last = last_fixed(found)
        if 1 < number <= last:
            raise RuleBroken(
                "The numbers up to § {last} are fixed; the next can be § {next} or later",
                last=last,
                next=last + 1,
            )
        if body.rules.numbered:
            loose = frozenset(item.id for each in found for item in each.items if (item.now or 0) > last)
            _write(change, body, line.date, found, (), loose, fresh=True)
        return


def check_may_go(change: Change, meeting: Meeting, item: Item) -> None:
    """Raise RuleBroken where an item that is to be taken out is a fixed paragraph."""
    if item.number is None or not gives_numbers(meeting):
        return
    body, day = _about(change, meeting.id)
    last = last_fixed(_series(change, body, day, meeting.id))
    if item.number <= last:
        raise RuleBroken(_FIXED, item=item.on_agenda.called, last=last)


def check_order(change: Change, meeting: Meeting, order: Sequence[int], moved: int) -> None:
    """Raise RuleBroken where a move would take a fixed paragraph past another one."""
    body, day = _about(change, meeting.id)
    last = last_fixed(_series(change, body, day, meeting.id))
    fixed = [item.id for item in meeting.items if item.number is not None and item.number <= last]
    if moved in fixed and [each for each in order if each in fixed] != fixed:
        item = meeting.item_by_id(moved)
        raise RuleBroken(
            "{item} cannot be moved past another paragraph, since the numbers up to § {last} are fixed",
            item=item.on_agenda.called,
            last=last,
        )


def _unfixed(found: Iterable[Numbering], meeting_id: int) -> list[int]:
    """Return the numbers of a meeting; raises RuleBroken where one of them is fixed."""
    found = list(found)
    last = last_fixed(found)
    items = [item for each in found if each.id == meeting_id for item in each.items if item.now is not None]
    for item in items:
        if (item.now or 0) <= last:
            raise RuleBroken(_FIXED, item=item.called, last=last)
    return [item.now or 0 for item in items]


def _about(change: Change, meeting_id: int) -> tuple[Body, dt.date]:
    """Return the body of a meeting, by its rules of the day, and the day."""
    row = rolls.row_of(change.connection, "meeting", meeting_id)
    body = next(each for each in reads.bodies(change.connection) if each.id == row["body_id"])
    return rolls.of_the_day(body, row["rules"]), row["date"]


def _series(change: Change, body: Body, day: dt.date, meeting_id: int) -> tuple[Numbering, ...]:
    return series(change.connection, body.id, span_of(body.rules.series, body.kind, day), meeting_id)


def _first(change: Change, body: Body, day: dt.date) -> int:
    """Return the number that a series begins with."""
    span = span_of(body.rules.series, body.kind, day)
    if span is None:
        return 1
    there = minutes.first_numbers(change.connection, body.id)
    return max(
        (number for year, (_id, number) in there.items() if span[0].year <= year <= day.year), default=1
    )


def _write(
    change: Change,
    body: Body,
    day: dt.date,
    found: Sequence[Numbering],
    gone: Collection[int],
    touched: Collection[int] = (),
    *,
    fresh: bool = False,
) -> None:
    """Write the numbers of a series that change, and what names paragraphs by number with them.

    `touched` are items that get another number; where it is `fresh`, whatever they had before.
    """
    last = last_fixed(found)
    items = [_as_it_counts(item, each, touched, last, fresh=fresh) for each in found for item in each.items]
    numbers = numbered(items, _first(change, body, day), last, gone)
    for meeting in found:
        own = [(item, numbers[item.id]) for item in meeting.items]
        changed = [(item.id, number) for item, number in own if item.now != number]
        if changed:
            year = meeting.date.year if body.rules.number_with_year else None
            follow(change, meeting.id, own, year)
        for id_, number in changed:
            change.update("item", id_, number=number)


def _as_it_counts(
    item: Paragraph, meeting: Numbering, touched: Collection[int], last: int, *, fresh: bool
) -> Paragraph:
    """Return an item as it is to be numbered; what came without one beside numbered ones stays so."""
    given = any(each.now for each in meeting.items)
    if item.now is None and item.id not in touched and (given or meeting.imported):
        return replace(item, wants=False)
    if item.now is None and meeting.imported and not given:
        return replace(item, wants=False)
    if item.id in touched and (item.now or 0) > last:
        return replace(item, now=None, had=None if fresh else item.now)
    return item
