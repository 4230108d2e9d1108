"""The lines of the room's lists, and which of them a search and a state find."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum
from typing import TYPE_CHECKING

from klubban.documents.wording import capital
from klubban.i18n import current, ngettext, pgettext, sort_key
from klubban.ui.assignments import words
from klubban.ui.widgets.list_column import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from datetime import date

    from klubban.domain.body import Named
    from klubban.domain.undertaken import Undertaken
    from klubban.domain.walk import Walk
    from klubban.ui.assignments.book import Book

_WEEK = 7
_LONG_AGO = dt.date.min


class Shows(IntEnum):
    """Which assignments are listed."""

    OPEN = 0
    LATE = 1
    STUCK = 2
    CLOSED = 3


def listed(book: Book, body_id: int | None, shows: Shows, search: str) -> Iterator[ListRow]:
    """Walk the lines: what is late first, then by day."""
    wanted = sort_key(search).split()
    found = [one for one in book.of_body(body_id) if _shown(one, shows, book.today)]
    if wanted:
        found = [one for one in found if all(word in book.said[one.assignment.id] for word in wanted)]
    if shows is Shows.CLOSED:
        found.sort(key=lambda one: (_ended(one), one.assignment.id), reverse=True)
        yield from (_row(one, book, body_id) for one in found)
        return
    far = book.today.max
    found.sort(key=lambda one: (one.assignment.due_now or far, book.keys[one.assignment.id]))
    for title, belongs in _groups(book.today):
        group = [one for one in found if belongs(one)]
        if group:
            yield ListRow(None, title)
        yield from (_row(one, book, body_id) for one in group)


def _groups(today: date) -> tuple[tuple[str, Callable[[Undertaken], bool]], ...]:
    def left(one: Undertaken) -> int | None:
        due = one.assignment.due_now
        return None if due is None else (due - today).days

    return (
        (pgettext("deadlines", "Late"), lambda one: (days := left(one)) is not None and days < 0),
        (
            pgettext("deadlines", "Within a week"),
            lambda one: 0 <= (-1 if (n := left(one)) is None else n) <= _WEEK,
        ),
        (pgettext("deadlines", "Later"), lambda one: (days := left(one)) is not None and days > _WEEK),
        (pgettext("deadlines", "Without a day"), lambda one: left(one) is None),
    )


def _shown(one: Undertaken, shows: Shows, today: date) -> bool:
    match shows:
        case Shows.OPEN:
            return one.is_open
        case Shows.LATE:
            return one.days_late(today) > 0
        case Shows.STUCK:
            return one.assignment.stuck is not None
        case _:
            return not one.is_open


def _ended(one: Undertaken) -> date:
    steps = one.assignment.steps
    return steps[-1].day if steps else one.on or one.assignment.given_on or _LONG_AGO


def _row(one: Undertaken, book: Book, body_id: int | None) -> ListRow:
    pill, tone = words.pill(one, book.today)
    heard = book.bodies.get(one.heard_by or 0)
    whose = heard.short or heard.name if heard and heard.id != body_id else ""
    when = words.by_when(one, book.today) if one.is_open and one.assignment.due_now else ""
    concerns = (words.stuck(one), words.unanswered(one)) if one.is_open else ()
    detail = " · ".join(filter(None, (str(one.assignment.to_now), whose, when)))
    return ListRow(
        one.assignment.id,
        words.title(one),
        detail,
        pill,
        tone,
        capital(", ".join(filter(None, concerns))),
        past=not one.is_open,
    )


def owners(book: Book, body_id: int | None, search: str) -> Iterator[tuple[Hashable, Named, ListRow]]:
    """Walk who has something open, those who are late first."""
    wanted = sort_key(search).split()
    lines = []
    for who, mine in book.owners(body_id):
        if not all(word in sort_key(str(who)) for word in wanted):
            continue
        late = sum(one.days_late(book.today) > 0 for one in mine)
        stuck = sum(one.assignment.stuck is not None for one in mine)
        told = ngettext("{count} assignment", "{count} assignments", len(mine)).format(count=len(mine))
        pill = ngettext("{count} is late", "{count} are late", late).format(count=late) if late else ""
        if stuck:
            told += ", " + pgettext("assignments", "{count} stuck").format(count=stuck)
        key = owner_key(who)
        lines.append((late == 0, (key, who, ListRow(key, str(who), told, pill, "late"))))
    yield from (line for _late, line in sorted(lines, key=lambda each: each[0]))


def owner_key(who: Named) -> Hashable:
    """Return what stays the same of somebody while they have something."""
    return who.person or (who.name.casefold(), who.party)


def walked(book: Book, body_id: int | None, search: str) -> Iterator[ListRow]:
    """Walk the walks, the latest first, below the body that walked."""
    wanted = sort_key(search).split()
    for body in book.walking:
        if body_id not in (None, body.id):
            continue
        mine = [each for each in book.walks if each.body == body.id and _finds(each, wanted)]
        if mine and body_id is None:
            yield ListRow(None, body.name)
        mine.sort(key=lambda each: (each.day, each.id), reverse=True)
        yield from (_walk(each) for each in mine)


def _finds(walk: Walk, wanted: Iterable[str]) -> bool:
    seen = (part for each in walk.observations for part in (each.text, each.place))
    said = sort_key(" ".join(filter(None, (walk.title, walk.place, *seen))))
    return all(word in said for word in wanted)


def _walk(walk: Walk) -> ListRow:
    left = sum(not each.is_settled for each in walk.observations)
    count = len(walk.observations)
    told = ngettext("{count} observation", "{count} observations", count).format(count=count)
    detail = " · ".join((current().date(walk.day), told))
    pill = ngettext("{count} to settle", "{count} to settle", left).format(count=left) if left else ""
    return ListRow(walk.id, walk.title, detail, pill, "soon")
