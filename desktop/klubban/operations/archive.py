"""A meeting, or a body's year, as a package for the archive (BagIt), and the note that it was made."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from klubban import __version__, paths
from klubban.documents import archive_words as say
from klubban.domain.archive import Lacking, Lacks, lacking, too_soon
from klubban.domain.body import Body, Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Meeting, Stage
from klubban.domain.text import clean
from klubban.exchange import bag
from klubban.exchange.bag import Bag, Held, Progress, safe_path
from klubban.i18n import N_, texts
from klubban.operations.archive_contents import Contents
from klubban.operations.archive_format import dump_meetings
from klubban.operations.file_names import meeting_stem, stem_of
from klubban.operations.naming import one_line
from klubban.operations.verifying import follow_stage
from klubban.store import reads
from klubban.store.database import Database
from klubban.store.trouble import Trouble

_NOT_HELD = (Stage.PLANNED, Stage.SUMMONED)
_SCHEMA = "klubban-open-1.schema.json"
_DATA = "klubban-open-1.json"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What is to be packed, and what it will hold."""

    name: str
    """Of its folder."""
    organisation: Organisation
    body: Body
    meetings: tuple[Meeting, ...]
    year: int | None = None
    held: tuple[Held, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    to_come: int = 0
    """So many meetings of the year have not been held, and are not in it."""

    @property
    def too_soon(self) -> tuple[Lacking, ...]:
        """Return what speaks against archiving now."""
        return too_soon(self.lacking)


def package_of_meeting(database: Database, meeting_id: int, today: date) -> Package:
    """Return the package of one meeting; raises RuleBroken for one that was not held, LookupError."""
    with database.read() as read:
        meeting = reads.meeting(read, meeting_id)
    if meeting.cancelled_on is not None or meeting.stage in _NOT_HELD:
        raise RuleBroken("A meeting that was not held is not archived")
    return _package(database, [meeting], today)


def package_of_year(database: Database, body_id: int, year: int, today: date) -> Package:
    """Return the package of a body's year; raises RuleBroken where it did not meet, LookupError."""
    with database.read() as read:
        body = {each.id: each for each in reads.bodies(read)}[body_id]
        lines = [
            each for each in reads.meetings(read, body_id) if each.date.year == year and not each.cancelled
        ]
        meetings = [reads.meeting(read, each.id) for each in lines if each.stage not in _NOT_HELD]
    if not meetings:
        raise RuleBroken("{body} has not met in {year}", body=body.name, year=year)
    return _package(database, meetings, today, year=year, to_come=len(lines) - len(meetings))


def _package(
    database: Database,
    meetings: Sequence[Meeting],
    today: date,
    *,
    year: int | None = None,
    to_come: int = 0,
) -> Package:
    with database.read() as read:
        whose = reads.organisation(read) or Organisation(name="")
        days = [each.date for each in reads.meetings(read, meetings[0].body.id)]
    words, taken = texts(whose.language), set[str]()
    held: list[Held] = []
    for meeting in meetings:
        stem = meeting_stem(meeting, timed=days.count(meeting.date) > 1)
        held += Contents(database, meeting, stem, today, taken).held()
    ids = [meeting.id for meeting in meetings]
    apart = words.pgettext("file name", "confidential")
    secret = any(each.path.startswith(f"{apart}/") for each in held)
    data = safe_path(*((apart,) if secret else ()), words.pgettext("file name", "open format"), _DATA)
    schema = safe_path(words.pgettext("file name", "open format"), _SCHEMA)
    held.append(Held(data, lambda: dump_meetings(database, ids)))
    held.append(Held(schema, (paths.resources() / _SCHEMA).read_bytes))
    about = f"{stem_of(meetings[0].body)}-{year}" if year else stem
    return Package(
        name="-".join((about, words.pgettext("file name", "archive"))),
        organisation=whose,
        body=meetings[0].body,
        meetings=tuple(meetings),
        year=year,
        held=tuple(held),
        lacking=tuple(each for meeting in meetings for each in lacking(meeting)),
        to_come=to_come,
    )


def write_package(
    package: Package,
    folder: Path,
    today: date,
    *,
    because: str = "",
    report: Progress = lambda _done, _of: True,
) -> Bag:
    """Write a package into a folder, checked, and return it.

    What is not done with yet is packed for a reason alone. Raises RuleBroken without one, or where a package
    of that name is there; Trouble when it cannot be written, or a paper's bytes are lost; bag.Cancelled.
    """
    because = _reason(because)
    check_reason(package, because)
    words = texts(package.organisation.language)
    told = say.contents(
        package.meetings, package.lacking, [each.path for each in package.held], because, words
    )
    first = Held(safe_path(words.pgettext("file name", "contents") + ".txt"), told.encode)
    try:
        return bag.write(folder / package.name, (first, *package.held), _info(package, today), report)
    except OSError as error:
        raise _trouble(folder, error) from error
    except LookupError as error:
        raise Trouble(
            N_("A paper that should be in the package is no longer in the file."),
            N_("Nothing was written."),
            N_("Run klubban check on the file; it tells which."),
        ) from error


def check_target(package: Package, folder: Path) -> None:
    """Raise RuleBroken where a package of that name is in a folder already."""
    bag.check_free(folder / package.name)


def sweep(package: Package, folder: Path) -> None:
    """Take away what is left of writing a package in a folder, where that ended in the midst of it."""
    bag.sweep(folder / package.name)


def check_reason(package: Package, because: str) -> None:
    """Raise RuleBroken for what is not done with, where nobody said why it is archived all the same."""
    if package.too_soon and not because.strip():
        first = package.too_soon[0]
        raise RuleBroken(
            _TOO_SOON[first.what], body=first.meeting.body.name, date=first.meeting.date.isoformat()
        )


_TOO_SOON = {
    Lacks.NOT_CLOSED: N_("{body} {date} is not closed; say why it is archived all the same"),
    Lacks.NOT_VERIFIED: N_("{body} {date} is not verified; say why it is archived all the same"),
    Lacks.NOT_ANNOUNCED: N_("{body} {date} is not announced; say why it is archived all the same"),
    Lacks.NOT_IN_FORCE: N_("{body} {date} has not gained legal force; say why it is archived all the same"),
}


def note_archived(
    database: Database, meeting_ids: Collection[int], made: Bag, today: date, because: str = ""
) -> None:
    """Note that meetings were put into a package; where that cannot be noted the package is taken away.

    It cannot be undone; raises LookupError, Trouble.
    """
    try:
        _note(database, meeting_ids, made, today, _reason(because))
    except BaseException:
        shutil.rmtree(made.path, ignore_errors=True)
        raise


def _note(database: Database, meeting_ids: Collection[int], made: Bag, today: date, because: str) -> None:
    template = N_("Archive {name}: {because}") if because else N_("Archive {name}")
    place = ("meeting", min(meeting_ids)) if len(meeting_ids) == 1 else None
    facts = {"because": because} if because else {}
    with database.change(template, place=place, barrier=True, name=made.path.name, **facts) as change:
        for id_ in meeting_ids:
            reads.recorded(change.connection, id_)
            change.insert(
                "archived", meeting_id=id_, archived_on=today, name=made.path.name, manifest=made.manifest
            )
            follow_stage(change, id_)


def _reason(because: str) -> str:
    return one_line(clean(because))


def _info(package: Package, today: date) -> dict[str, str]:
    days = [meeting.date for meeting in package.meetings]
    span = f"{min(days)}/{max(days)}" if len(days) > 1 else str(days[0])
    return {
        "Source-Organization": package.organisation.name,
        "Organization-Address": package.organisation.address or "",
        "External-Identifier": package.name,
        "External-Description": say.description(
            package.body, package.meetings, texts(package.organisation.language)
        ),
        "Bagging-Date": today.isoformat(),
        "Bag-Software-Agent": f"Klubban {__version__}",
        "Klubban-Body": package.body.name,
        "Klubban-Year": str(package.year or ""),
        "Klubban-Meetings": span,
    }


def _trouble(folder: Path, error: OSError) -> Trouble:
    full = error.errno in _NO_ROOM
    return Trouble(
        N_("The disk is full; the package was not written.")
        if full
        else N_("The package could not be written in {folder}."),
        N_("Nothing of it is left there, and nothing else was touched."),
        N_("Choose another folder, and try again."),
        folder=str(folder),
    )
