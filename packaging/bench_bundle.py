"""A bundle of sixty documents and fifteen hundred pages: seconds, and the memory at its highest.

Run by hand: packaging/bench_bundle.py. The papers are as offices make them: scans, and text with drawings.
"""

from __future__ import annotations

import io
import resource
import sys
import tempfile
import time
from contextlib import closing
from datetime import date
from multiprocessing import get_context
from pathlib import Path

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


def made(path: Path, meeting: int, folder: Path) -> None:
    """Make the bundle, in a process of its own, and say what it took."""
    start = time.perf_counter()
    with closing(Database.open(path, read_only=True)) as database:
        prepared = bundle.prepare(database, meeting)
    out = time.perf_counter()
    (target,) = bundle.make(prepared, folder).paths
    seconds = time.perf_counter() - start
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = target.stat().st_size / 1e6
    print(
        f"{DOCUMENTS} documents, {DOCUMENTS * PAGES} pages, {size:.0f} MB:"
        f" {seconds:.1f} s, of which {out - start:.1f} s with the database; {highest:.0f} MB of memory"
    )
    sys.exit(highest > MOST)


def main() -> int:
    """Fill a file and bind its documents; 1 when that takes more memory than it should."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.klubban"
        meeting = filled(path)
        process = get_context("spawn").Process(target=made, args=(path, meeting, Path(folder) / "out"))
        process.start()
        process.join()
        return process.exitcode or 0


if __name__ == "__main__":
    sys.exit(main())
