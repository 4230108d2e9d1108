"""The board of deadlines: what is to be done, by day; on paper and in calendars too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from klubban.documents import board_words as say
from klubban.domain import commitments_due, followed, inquiries_due, year_wheel
from klubban.domain.board import duties
from klubban.domain.body import Body, Organisation
from klubban.domain.duty import Duty, Standing
from klubban.domain.glance import Far
from klubban.domain.planned import Planned
from klubban.domain.scope import Scope
from klubban.domain.undertaken import Undertaken
from klubban.domain.wheel import Lack, lacks
from klubban.domain.year_wheel import Spoke
from klubban.i18n import texts
from klubban.operations.file_names import slug, stem_of
from klubban.operations.files import write_file
from klubban.store import board, commitments, inquiries, plans, reads, situations
from klubban.store.database import Database
from klubban.store.pending import far, pending
from klubban.store.wheel import Wheel, wheel

if TYPE_CHECKING:
    from klubban.operations.export import Prepared

ALL = Scope()
_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Board:
    """All that is to be done, and the bodies that it is of."""

    today: date
    bodies: tuple[Body, ...]
    duties: tuple[Duty, ...]
    assigned: tuple[Undertaken, ...] = ()
    """The assignments that are open, but for those that are `far`."""
    meetings: tuple[Planned, ...] = ()
    """Of all bodies from the first of January on, by date and start."""
    spokes: tuple[Spoke, ...] = ()
    """The year's wheel."""
    plans: tuple[commitments_due.Followed, ...] = ()
    """Plans and promises."""
    far: tuple[Far, ...] = ()
    """The assignments of which nothing is told but who has how many; none unless only what is near was read.
    """

    def of_body(self, body_id: int | None) -> tuple[Duty, ...]:
        """Return what one body has to do, or all of them."""
        return self.within(Scope(body_id))

    def within(self, scope: Scope) -> tuple[Duty, ...]:
        """Return what is to be done by those that it is narrowed to."""
        return tuple(each for each in self.duties if scope.has(each))

    def near(self, scope: Scope = ALL) -> tuple[Duty, ...]:
        """Return as much of it as is near enough to be worked with now; the plan has the rest."""
        return tuple(each for each in self.within(scope) if each.day <= self.today + _NEAR)

    def counted(self, standing: Standing, scope: Scope = ALL) -> int:
        """Return how much stands so today."""
        return sum(each.standing(self.today) is standing for each in self.within(scope))


def read_board(database: Database, today: date, *, near: bool = False) -> Board:
    """Return what is to be done by all bodies, in a fixed number of queries; no far assignment if `near`."""
    until = today + _NEAR if near else date.max
    with database.read() as read:
        bodies = reads.bodies(read)
        assigned, later = pending(read, today, until), far(read, until) if near else ()
        meetings = plans.planned(read, date(today.year, 1, 1))
        turning = wheel(read, today)
        spokes = tuple(_spokes(bodies, turning, today))
        promises = commitments.followed(read)
        known = {body.id: body for body in bodies}
        also = [
            *followed.of_assignments(assigned, known, until),
            *followed.of_inquiries(inquiries_due.due(inquiries.due(read), today), known),
            *followed.of_commitments(commitments_due.due(promises, today), known),
            *followed.of_situations(situations.due(read, today), known, today),
            *followed.of_wheel(spokes, _lacks(bodies, meetings, today)),
        ]
        found = duties(board.watched(read, known), board.waiting_matters(read), today, also)
    return Board(today, bodies, found, assigned, meetings, spokes, promises, later)


def read_everything(database: Database, today: date) -> Board:
    """Return what is to be done with the open assignments that have no day, which come last."""
    found = read_board(database, today)
    known = {body.id: body for body in found.bodies}
    undated = followed.of_undated(found.assigned, known, today)
    return replace(found, duties=(*found.duties, *undated))


def _spokes(bodies: Iterable[Body], turning: Wheel, today: date) -> Iterator[Spoke]:
    for body in bodies:
        if body.id in turning.begun:
            own = turning.duties.get(body.id, ())
            yield from year_wheel.spokes(body, own, turning.begun[body.id], turning.treated, today)


def _lacks(bodies: Iterable[Body], meetings: Sequence[Planned], today: date) -> Iterator[Lack]:
    """Walk which bodies that meet have too few meetings this year."""
    own: dict[int, list[Planned]] = {}
    for each in meetings:
        own.setdefault(each.body, []).append(each)
    for body in bodies:
        if body.id in own:
            yield from lacks(body, own[body.id], (), today.year, today)


def prepare_board(database: Database, today: date, body_id: int | None = None) -> Prepared:
    """Return the list of what is to be done, by one body or by all; raises LookupError for no such body."""
    from klubban.documents import board as paper  # `klubban due` starts without papers
    from klubban.operations.export import Prepared

    found = read_board(database, today)
    whose, body = _whose(database, found, body_id)
    words = texts(whose.language)
    name = slug(words.pgettext("file name", "deadlines"))
    stem = f"{stem_of(body)}-" if body else ""
    listed = paper.Listed(organisation=whose, body=body, duties=found.near(Scope(body_id)), day=today)
    return Prepared(f"{stem}{name}-{today.isoformat()}", paper.build(listed))


def export_calendar(database: Database, folder: Path, *, stamped: datetime, scope: Scope = ALL) -> Path:
    """Write what is to be done as a calendar file, a day for each, and return its path."""
    from klubban.exchange import calendar_file

    found = read_board(database, stamped.date())
    whose, body = _whose(database, found, scope.body)
    words = texts(whose.language)
    entries = [
        calendar_file.Entry(
            uid=each.key,
            sequence=0,
            start=each.day,
            end=each.day + timedelta(days=1),
            summary=": ".join(filter(None, (_short(each.body), say.title(each, words)))),
            description=say.around(each, words, found.today),
        )
        for each in found.within(scope)
    ]
    name = slug(words.pgettext("file name", "deadlines"))
    path = folder / f"{stem_of(body) + '-' if body else ''}{name}-{found.today.isoformat()}.ics"
    write_file(path, calendar_file.write(entries, stamped=stamped))
    return path


def _short(body: Body | None) -> str:
    return (body.short or body.name) if body else ""


def _whose(database: Database, found: Board, body_id: int | None) -> tuple[Organisation, Body | None]:
    with database.read() as read:
        whose = reads.organisation(read) or Organisation(name="")
    return whose, None if body_id is None else {each.id: each for each in found.bodies}[body_id]
