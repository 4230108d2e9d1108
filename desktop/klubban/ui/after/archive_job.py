"""What the archive's part has the other process do: write a package. Nothing here knows Qt.

That process reads the file itself, so that the window is never held up by what is packed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.ui.summons.jobs import Progress, Stopped

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from klubban.exchange.bag import Bag


@dataclass(frozen=True, slots=True)
class PackArchive:
    """Write the package of a meeting, or with a year of all that its body met then, into a folder."""

    file: Path
    meeting: int
    body: int
    year: int | None
    folder: Path
    because: str
    today: date


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was written and checked, and whose meetings' it is."""

    bag: Bag
    meetings: tuple[int, ...]


def do(job: PackArchive, report: Callable[[Progress], bool]) -> Packed | Stopped:
    """Do a job; raises RuleBroken and Trouble."""
    from klubban.exchange.bag import Cancelled
    from klubban.operations import archive
    from klubban.store.database import Database

    with closing(Database.open(job.file, read_only=True, examined=False)) as database:
        if job.year is None:
            package = archive.package_of_meeting(database, job.meeting, job.today)
        else:
            package = archive.package_of_year(database, job.body, job.year, job.today)
        try:
            made = archive.write_package(
                package,
                job.folder,
                job.today,
                because=job.because,
                report=lambda done, of: report(Progress(done, of, of)),
            )
        except Cancelled:
            return Stopped()
        return Packed(made, tuple(meeting.id for meeting in package.meetings))
