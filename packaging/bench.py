"""What a person waits for, as ratios to something measured in the same run: packaging/bench [ROUNDS].

A machine's speed varies, and so do single figures; each ratio is the median of pairs, one after the other.
"""

from __future__ import annotations

import io
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import bench_bundle
import bench_minutes
import bench_overview
from bench_roll import evening
from klubban.documents import protocol, tree
from klubban.documents.pdf import typeset
from klubban.domain.service import Alternate, CallRules, Roll, Seat, sittings
from klubban.exchange import open_format
from klubban.operations.open_format import dump_file, import_document
from klubban.store import reads
from klubban.store.database import Database

PARAGRAPHS = 60
SEATS = 101
MOVEMENTS = 200
BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit("Klubban"))
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
KLUBBAN_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from klubban.ui import app as klubban
app = QApplication([])
klubban.prepare(app)
window = klubban.start(Path(sys.argv[1]))
window.show()
timer = QTimer()
timer.timeout.connect(lambda: window.centralWidget() is window.bare or QTimer.singleShot(0, app.quit))
timer.start(1)
app.exec()
window.close()
"""


def document() -> bytes:
    """Return a meeting of sixty paragraphs with thirteen members, in the open format."""
    words = "Förvaltningen föreslår att ärendet hänskjuts till nästa sammanträde för fortsatt beredning. " * 8
    people = [{"key": f"p{n}", "name": f"Åsa Öberg {n}", "party": "S"} for n in range(13)]
    items = [
        {
            "paragraph": number,
            "title": f"Ärende nummer {number} om gång- och cykelvägar",
            "registry_number": f"KS 2026/{number}",
            "kind": "decision",
            "decision": [words, words],
            "summary": f"{words}\n\n{words}",
            "documents": ["Tjänsteskrivelse 2026-11-01", "Karta över området"],
            "motions": [{"by": "p1", "asks": "approve", "text": "förvaltningens förslag"}],
            "proceedings": "Ordföranden frågar om nämnden beslutar enligt förslaget och finner att så sker.",
            "dispatch_to": ["Samtliga nämnder", "Akten"],
        }
        for number in range(1, PARAGRAPHS + 1)
    ]
    meeting = {
        "body": "ks",
        "date": "2026-11-12",
        "start": "13:00",
        "end": "16:40",
        "chair": "p0",
        "attendance": [{"person": person["key"], "as": "member"} for person in people],
        "items": items,
    }
    body = {"key": "ks", "name": "Kommunstyrelsen", "short": "KS", "kind": "committee", "seats": 13}
    content = {
        "format": "klubban-open-1",
        "organisation": {"name": "Ekby kommun"},
        "bodies": [body],
        "people": people,
        "meetings": [meeting],
    }
    return json.dumps(content).encode()


def assembly() -> tuple[Roll, CallRules]:
    """Return a roll of a hundred seats and alternates, a third of them away at first, who come and go."""
    chance = random.Random(3)  # noqa: S311 - the same meeting every time
    parties = ("S", "M", "SD", "C", "V", "KD", "L", "MP")
    seats = [Seat(id=n, person=n, party=chance.choice(parties)) for n in range(SEATS)]
    alternates = [Alternate(person=SEATS + n, party=chance.choice(parties)) for n in range(SEATS)]
    there = {person: chance.random() > 1 / 3 for person in range(2 * SEATS)}
    present: dict[int, set[int]] = {person: set() for person in there}
    moves = [(chance.randrange(PARAGRAPHS), chance.randrange(2 * SEATS)) for _move in range(MOVEMENTS)]
    for item in range(PARAGRAPHS):
        for person in (who for at, who in moves if at == item):
            there[person] = not there[person]
        for person in (who for who, is_there in there.items() if is_there):
            present[person].add(item)
    roll = Roll(
        items=PARAGRAPHS,
        seats=tuple(seats),
        alternates=tuple(alternates),
        present={person: frozenset(items) for person, items in present.items()},
    )
    return roll, CallRules(chains={party: tuple(parties) for party in parties})


def presence(roll: Roll) -> list[set[int]]:
    """Return who is there at each item, and nothing of who serves."""
    return [{person for person, items in roll.present.items() if item in items} for item in range(roll.items)]


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes, in seconds."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def compare(
    name: str, act: Callable[[], object], against: str, other: Callable[[], object], rounds: int
) -> None:
    """Measure pairs after one that warms up, and print the medians and the ratio."""
    seconds(act), seconds(other)
    pairs = [(seconds(act), seconds(other)) for _round in range(rounds)]
    ratios = sorted(mine / its for mine, its in pairs)
    mine, its = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        f"{name:<44}{mine * 1000:7.0f} ms   {against:<44}{its * 1000:7.0f} ms"
        f"   ratio {statistics.median(ratios):5.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
    )


def python(code: str, *arguments: str) -> None:
    """Run a program in an interpreter of its own."""
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, stderr=subprocess.DEVNULL)


def set_plainly(made: tree.Document) -> None:
    """Set the same words as untagged running text, as ReportLab does by itself."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["BodyText"]
    SimpleDocTemplate(io.BytesIO()).build([Paragraph(escape(line), style) for line in tree.words(made)])


def main(rounds: int) -> None:
    """Measure and print."""
    data = document()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        file = place / "bench.klubban"
        database = Database.create(file)
        meeting_id = import_document(database, data).meetings[0]
        with database.read() as read:
            made = protocol.build(reads.meeting(read, meeting_id))
        fresh = (place / f"{number}.klubban" for number in range(1000))

        def bring_in() -> None:
            other = Database.create(next(fresh))
            import_document(other, data)
            other.close()

        reading = ("reading the document alone", lambda: open_format.parse(data))
        plain = ("its words in plain ReportLab", lambda: set_plainly(made))
        bare = ("a bare PySide6 window", lambda: python(BARE_WINDOW))
        at_table = evening(place / "evening.klubban", SEATS, PARAGRAPHS, MOVEMENTS)
        one_row = ("one row changed in the same file", at_table.bare_change)
        roll, rules = assembly()
        in_sets = ("its presence read into plain sets", lambda: presence(roll))
        for name, act, (against, other) in (
            (f"import of {PARAGRAPHS} paragraphs", bring_in, reading),
            (f"dump of {PARAGRAPHS} paragraphs", lambda: dump_file(database), reading),
            (f"who serves, {SEATS} + {SEATS}, {MOVEMENTS} movements", lambda: sittings(roll, rules), in_sets),
            (f"one leaves, {SEATS} + {SEATS}, and all derived", at_table.one_leaves, one_row),
            (f"protocol of {PARAGRAPHS} paragraphs", lambda: typeset(made), plain),
            ("start to a usable window", lambda: python(KLUBBAN_WINDOW, str(file)), bare),
        ):
            compare(name, act, against, other, rounds)
        at_table.database.close()
        database.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    missed = bench_minutes.main() + bench_bundle.main() + bench_overview.main()
    # In a process of its own: the system counts what a program's parent had taken as the program's.
    typesetting = subprocess.run(
        [sys.executable, Path(__file__).with_name("bench_typesetting.py")], check=False
    )
    sys.exit(missed + typesetting.returncode)
