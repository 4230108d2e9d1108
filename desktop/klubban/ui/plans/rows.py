"""The lines of the list: which there are, in which order, and what each says."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from klubban.documents import commitment_words as say
from klubban.documents.wording import capital
from klubban.domain.commitment import CommitmentKind
from klubban.i18n import current, pgettext, sort_key
from klubban.ui.plans import words
from klubban.ui.widgets.list_column import ListRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.domain.commitment import Commitment
    from klubban.domain.commitments_due import FollowUpDue
    from klubban.domain.goal import Goal
    from klubban.ui.plans.book import Book

Key = tuple[str, int]
"""`plan` or `goal`, and its id."""
_SOON = 31


class Shows(IntEnum):
    """Which of them are listed."""

    ALL = 0
    AGREEMENTS = 1
    ACTIVITY_PLANS = 2
    PROMISES = 3
    STEERING = 4
    RECOMMENDATIONS = 5
    GOALS = 6


KINDS = {
    Shows.AGREEMENTS: CommitmentKind.AGREEMENT,
    Shows.ACTIVITY_PLANS: CommitmentKind.ACTIVITY_PLAN,
    Shows.PROMISES: CommitmentKind.PROMISE,
    Shows.STEERING: CommitmentKind.STEERING_DOCUMENT,
    Shows.RECOMMENDATIONS: CommitmentKind.RECOMMENDATION,
}


def listed(book: Book, shows: Shows, body_id: int | None, search: str) -> Iterator[ListRow]:
    """Walk the lines: what is late first, then by the next day; goals after plans, closed ones last."""
    wanted = sort_key(search).split()

    def found(key: Key, body: int) -> bool:
        return body_id in (None, body) and all(word in book.said[key] for word in wanted)

    if shows is not Shows.GOALS:
        plans = [
            each.commitment
            for each in book.followed
            if shows is Shows.ALL or each.commitment.kind is KINDS[shows]
        ]
        plans = [one for one in plans if found(("plan", one.id), one.body)]
        yield from _plans(book, plans, shows, body_id)
    if shows in (Shows.ALL, Shows.GOALS):
        goals = [one for one in book.goals if found(("goal", one.id), one.body)]
        if goals and shows is Shows.ALL:
            yield ListRow(None, pgettext("plans", "Goals"))
        yield from (_goal(book, one, body_id) for one in goals)
    if shows is not Shows.GOALS:
        closed = sorted(
            (one for one in plans if one.closed_on), key=lambda one: one.closed_on or book.today, reverse=True
        )
        if closed:
            yield ListRow(None, pgettext("plans", "Closed"))
        yield from (_plan(book, one, shows, body_id) for one in closed)


def _plans(book: Book, plans: list[Commitment], shows: Shows, body_id: int | None) -> Iterator[ListRow]:
    open_ = [one for one in plans if one.closed_on is None]
    far = book.today.max
    open_.sort(key=lambda one: (due.day if (due := first(book, one)) else far, sort_key(one.title)))
    groups: dict[str, list[Commitment]] = {}
    for one in open_:
        groups.setdefault(_group(first(book, one), book.today), []).append(one)
    for title, group in groups.items():
        yield ListRow(None, title)
        yield from (_plan(book, one, shows, body_id) for one in group)


def first(book: Book, one: Commitment) -> FollowUpDue | None:
    """Return what is to be done first."""
    return next(iter(book.dues[one.id]), None)


def late(book: Book, one: Commitment) -> FollowUpDue | None:
    """Return what should have been done longest ago."""
    due = first(book, one)
    return due if due is not None and due.is_late(book.today) else None


def _group(due: FollowUpDue | None, today: date) -> str:
    if due is None:
        return pgettext("deadlines", "Without a day")
    if due.is_late(today):
        return pgettext("deadlines", "Late")
    if (due.day - today).days <= _SOON:
        return pgettext("deadlines", "Within a month")
    return pgettext("deadlines", "Later")


def _plan(book: Book, one: Commitment, shows: Shows, body_id: int | None) -> ListRow:
    behind, due = late(book, one), first(book, one)
    pill, tone = words.pill(one, behind)
    if one.closed_on is not None:
        when = pgettext("plan", "closed {day}").format(day=words.day(one.closed_on, book.today))
    else:
        when = words.comes(due, book.today) if due is not None and behind is None else ""
    body = book.bodies[one.body]
    whose = "" if body.id == body_id else body.short or body.name
    kind = say.kind(one.kind, current()) if shows is Shows.ALL else ""
    detail = (words.activities(one), when, str(one.responsible or ""), whose, kind)
    note = words.how_late(behind, book.today) if behind is not None else ""
    return ListRow(
        ("plan", one.id),
        one.title,
        " · ".join(filter(None, detail)),
        pill,
        tone,
        note,
        past=one.closed_on is not None,
    )


def _goal(book: Book, one: Goal, body_id: int | None) -> ListRow:
    pill, tone = words.goal_pill(one)
    body = book.bodies[one.body]
    whose = "" if body.id == body_id else body.short or body.name
    detail = " · ".join(filter(None, (one.area and capital(one.area), whose, words.goal_note(one))))
    return ListRow(("goal", one.id), one.title, detail, pill, tone)


def counted(book: Book, body_id: int | None) -> str:
    """Return how many there are that are not closed, and how many are late."""
    plans = [each.commitment for each in book.followed if each.commitment.closed_on is None]
    mine = [one for one in plans if body_id in (None, one.body)]
    behind = sum(late(book, one) is not None for one in mine)
    return words.counted(len(mine), behind, sum(body_id in (None, each.body) for each in book.goals))
