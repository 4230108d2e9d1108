"""The overview: beside what is to be done the meetings ahead, attendance, promises, and who has how much."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klubban.documents import overview as paper
from klubban.domain import commitments_due, glance, year_wheel
from klubban.domain import overview as attendance
from klubban.domain.body import Body, Organisation, Person
from klubban.domain.glance import Ahead, Load, Promised
from klubban.domain.planned import Planned
from klubban.domain.scope import Mine, Scope, bodies_of
from klubban.domain.year_wheel import Month
from klubban.i18n import texts
from klubban.operations.board import Board, read_board
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.store import glance as counts
from klubban.store import reads, sitting
from klubban.store.database import Database

_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands beside the list."""

    ahead: tuple[Ahead, ...] = ()
    attended: attendance.Overview | None = None
    """Of the body whose members come most seldom, of those that it is narrowed to."""
    promised: tuple[Promised, ...] = ()
    loads: tuple[Load, ...] = ()
    months: tuple[Month, ...] = ()


def read_glance(database: Database, board: Board, scope: Scope) -> Glance:
    """Return what stands beside the list, in a fixed number of queries."""
    bodies = {each.id: each for each in bodies_of(scope, board.bodies)}
    own = [each for each in board.meetings if each.body in bodies]
    coming = glance.next_meetings(own, board.today, _AHEAD)
    with database.read() as read:
        counted = counts.counted(read, [each.id for each in coming])
        attended = counts.attended(read, board.today, bodies)
    plans = [each for each in board.plans if each.commitment.body in bodies]
    return Glance(
        ahead=tuple(_ahead(each, bodies[each.body], counted) for each in coming),
        attended=attended,
        promised=glance.promised(plans, commitments_due.due(plans, board.today), board.today),
        loads=glance.loads(
            (one for one in board.assigned if scope.has_assignment(one)),
            board.today,
            (one for one in board.far if scope.has_given(one.who.person, one.body, one.heard_by)),
        ),
        months=year_wheel.months(
            (each for each in board.spokes if each.body.id in bodies),
            (each.date for each in own if each.stands),
            board.today,
        ),
    )


def _ahead(meeting: Planned, body: Body, counted: counts.Counted) -> Ahead:
    return Ahead(
        meeting=meeting,
        body=body,
        items=counted.items[meeting.id],
        lacking=counted.lacking[meeting.id],
        absent=counted.absent[meeting.id],
    )


def who_sits_here(database: Database, name: str, today: date) -> Mine | None:
    """Return who somebody is by name, and which bodies they work for; None for nobody in the register."""
    with database.read() as read:
        return sitting.sitting(read, name, today)


def who_may(database: Database, today: date) -> tuple[Person, ...]:
    """Return those who are a body's secretary or chair today."""
    with database.read() as read:
        return sitting.who_may(read, today)


def prepare_overview(database: Database, today: date, scope: Scope) -> Prepared:
    """Return the overview as a document; raises LookupError for a body that is not there."""
    board = read_board(database, today)
    with database.read() as read:
        whose = reads.organisation(read) or Organisation(name="")
    body = None if scope.body is None else {each.id: each for each in board.bodies}[scope.body]
    found = read_glance(database, board, scope)
    seen = paper.Seen(
        organisation=whose,
        day=today,
        whose=body.name if body else scope.mine.person.name if scope.mine else None,
        duties=board.near(scope),
        ahead=found.ahead,
        attended=found.attended,
        promised=found.promised,
        loads=found.loads,
        months=found.months,
    )
    name = slug(texts(whose.language).pgettext("file name", "overview"))
    stem = f"{stem_of(body)}-" if body else ""
    return Prepared(f"{stem}{name}-{today.isoformat()}", paper.build(seen))
