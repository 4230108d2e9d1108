"""The board of deadlines: what is to be done, by day; on paper and in calendars too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from klubban.documents import board as paper
from klubban.documents import board_words as say
from klubban.domain.board import duties
from klubban.domain.body import Body, Organisation
from klubban.domain.duty import Duty, Standing
from klubban.i18n import texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.operations.files import write_file
from klubban.store import board, reads
from klubban.store.database import Database

_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Board:
    """All that is to be done, and the bodies that it is of."""

    today: date
    bodies: tuple[Body, ...]
    duties: tuple[Duty, ...]

    def of_body(self, body_id: int | None) -> tuple[Duty, ...]:
        """Return what one body has to do, or all of them."""
        return tuple(
            each for each in self.duties if body_id is None or (each.body and each.body.id == body_id)
        )

    def near(self, body_id: int | None = None) -> tuple[Duty, ...]:
        """Return as much of it as is near enough to be worked with now; the plan has the rest."""
        return tuple(each for each in self.of_body(body_id) if each.day <= self.today + _NEAR)

    def counted(self, standing: Standing) -> int:
        """Return how much stands so today."""
        return sum(each.standing(self.today) is standing for each in self.duties)


def read_board(database: Database, today: date) -> Board:
    """Return what is to be done by all bodies."""
    with database.read() as read:
        found = duties(board.watched(read), board.waiting_matters(read), today)
        return Board(today, reads.bodies(read), found)


def prepare_board(database: Database, today: date, body_id: int | None = None) -> Prepared:
    """Return the list of what is to be done, by one body or by all; raises LookupError for no such body."""
    found = read_board(database, today)
    whose, body = _whose(database, found, body_id)
    words = texts(whose.language)
    name = slug(words.pgettext("file name", "deadlines"))
    stem = f"{stem_of(body)}-" if body else ""
    listed = paper.Listed(organisation=whose, body=body, duties=found.near(body_id), day=today)
    return Prepared(f"{stem}{name}-{today.isoformat()}", paper.build(listed))


def export_calendar(
    database: Database, folder: Path, *, stamped: datetime, body_id: int | None = None
) -> Path:
    """Write what is to be done as a calendar file, a day for each, and return its path."""
    from klubban.exchange import calendar_file

    found = read_board(database, stamped.date())
    whose, body = _whose(database, found, body_id)
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
        for each in found.of_body(body_id)
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
