"""A bundle of sixty documents and fifteen hundred pages, beside the plainest way to gather its pages.

The last part of packaging/bench. The papers are as offices make them: scans, and text with drawings.
"""

from __future__ import annotations

import io
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pikepdf
from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from klubban.operations import bundle
from klubban.store import attachments
from klubban.store.database import Database

rl_config.useA85 = 0
DOCUMENTS, PAGES = 60, 25
SCANNED = 4
"""Each so-many-th document is a scan."""
MOST = 400


def paper(number: int) -> bytes:
    """Return a PDF file of twenty-five pages."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for page in range(PAGES):
        if number % SCANNED == 0:
            picture = io.BytesIO()
            Image.effect_noise((1240, 1754), 60).save(picture, "JPEG", quality=60)
            picture.seek(0)
            canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        else:
            for line in range(45):
                words = f"Sida {page}: förvaltningen föreslår att nämnden beslutar enligt förslaget."
                canvas.drawString(72, 770 - 15 * line, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def filled(path: Path) -> int:
    """Make a file with a meeting that has the documents, and return the meeting's id."""
    with closing(Database.create(path)) as database, database.change("Fill") as change:
        body = change.insert("body", key="ks", name="Kommunstyrelsen", short="KS", kind="committee")
        meeting = change.insert("meeting", body_id=body, date=date(2027, 2, 8), stage="planned")
        for number in range(DOCUMENTS):
            item = change.insert("item", meeting_id=meeting, position=number, title=f"Ärende {number + 1}")
            sha256 = attachments.keep(change, paper(number))
            change.insert(
                "document", item_id=item, position=0, number=1, title="Tjänsteskrivelse", sha256=sha256
            )
    return meeting


@dataclass(frozen=True, slots=True)
class Took:
    """What a way of binding took, in a process of its own."""

    seconds: float
    memory: float
    """MB at the highest."""


def bound(path: Path, meeting: int, folder: Path, told: Connection) -> None:
    """Make the bundle as the program does."""
    start = time.perf_counter()
    with closing(Database.open(path, read_only=True)) as database:
        prepared = bundle.prepare(database, meeting)
    bundle.make(prepared, folder)
    told.send(_took(start))


def gathered(path: Path, meeting: int, folder: Path, told: Connection) -> None:
    """Put the same pages into one file with pikepdf alone: no contents, bookmarks, numbers or cleaning."""
    start = time.perf_counter()
    with closing(Database.open(path, read_only=True)) as database, database.read() as read:
        papers = [attachments.content(read, each) for each in attachments.held(read)]
    with pikepdf.new() as whole:
        sources = [pikepdf.open(io.BytesIO(each)) for each in papers]
        for source in sources:
            whole.pages.extend(source.pages)
        whole.save(folder / f"plain-{meeting}.pdf")
    told.send(_took(start))


def _took(start: float) -> Took:
    seconds = time.perf_counter() - start
    return Took(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measured(way: Callable[[Path, int, Path, Connection], None], path: Path, meeting: int) -> Took:
    """Return what a way takes."""
    spawning = get_context("spawn")
    here, there = spawning.Pipe()
    folder = path.parent / way.__name__
    folder.mkdir()
    process = spawning.Process(target=way, args=(path, meeting, folder, there))
    process.start()
    there.close()
    took: Took = here.recv()
    process.join()
    return took


def main() -> int:
    """Bind the documents both ways and compare; 1 when the bundle takes more memory than it should."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.klubban"
        meeting = filled(path)
        mine, plain = measured(bound, path, meeting), measured(gathered, path, meeting)
    print(
        f"bundle of {DOCUMENTS} documents, {DOCUMENTS * PAGES} pages:"
        f" {mine.seconds:.1f} s, {mine.memory:.0f} MB; pikepdf's pages alone {plain.seconds:.1f} s,"
        f" {plain.memory:.0f} MB; ratios {mine.seconds / plain.seconds:.2f}, {mine.memory / plain.memory:.2f}"
    )
    return int(mine.memory > MOST)


if __name__ == "__main__":
    sys.exit(main())
