"""A long evening at the desk: what each key takes beside a bare editor's own, and what a day leaves.

The part of packaging/bench about minutes: 120 items, 80 people, ten divisions on one item, 60 pages.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from datetime import time as clock
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget

from klubban import i18n
from klubban.documents import written
from klubban.domain.decided import Written
from klubban.domain.meeting import Item, Meeting
from klubban.domain.text import from_plain
from klubban.settings import Settings
from klubban.store import reads
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.ui.app import prepare
from klubban.ui.file_page import FilePage
from klubban.ui.meeting import item_fields
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.typesetter import Typesetter
from klubban.ui.worker import Page, SetItem, SetParagraph

ITEMS, PEOPLE, DIVISIONS = 120, 80, 10
VOTED = ITEMS // 2
"""The place of the item that is voted on."""
PARTIES = ("S", "M", "SD", "C", "V", "KD", "L", "MP")
WORDS = "Förvaltningen föreslår att ärendet hänskjuts till nästa sammanträde för fortsatt beredning. "
KEYS, BLOCKS = 240, 12
EDITS = 20_000
FRAME, PREVIEW, JOURNAL, GROWTH = 1000 / 60, 100.0, 5.0, 8.0
"""The goals: milliseconds beyond a bare editor, milliseconds, and MB."""


@dataclass(frozen=True, slots=True)
class Held:
    """A file with one long meeting."""

    path: Path
    meeting: int
    items: tuple[int, ...]


def held(path: Path) -> Held:
    """Make a file with an assembly's meeting in which every item has its texts, and one its votes."""
    with closing(Database.create(path)) as database, database.change("Fill") as change:
        body = change.insert("body", key="kf", name="Kommunfullmäktige", kind="assembly", seats=PEOPLE)
        meeting = change.insert(
            "meeting", body_id=body, date=date(2027, 2, 8), starts=clock(18), stage="in_session"
        )
        names = [_person(change, meeting, number) for number in range(PEOPLE)]
        items = tuple(_item(change, meeting, number, names) for number in range(ITEMS))
        for place in range(DIVISIONS):
            _division(change, items[VOTED], place, names)
    return Held(path, meeting, items)


def _person(change: Change, meeting: int, number: int) -> dict[str, object]:
    name, party = f"Åsa Öberg {number}", PARTIES[number % len(PARTIES)]
    person = change.insert("person", key=f"p{number}", name=name, party=party)
    named = {"person_id": person, "name": name, "party": party}
    change.insert("attendance", meeting_id=meeting, position=number, attends_as="member", **named)
    return named


def _item(change: Change, meeting: int, number: int, names: list[dict[str, object]]) -> int:
    text = from_plain(WORDS * 2)
    item = change.insert(
        "item",
        meeting_id=meeting,
        position=number,
        number=number + 1,
        title=f"Ärende nummer {number + 1} om gång- och cykelvägar",
        registry_number=f"KF 2027/{number}",
        summary=text,
        decision=text,
    )
    for place in range(2):
        motion = change.insert(
            "motion", item_id=item, position=place, asks="approve", text=from_plain("bifall")
        )
        change.insert("mover", motion_id=motion, position=0, **names[(number + place) % PEOPLE])
    return item


def _division(change: Change, item: int, place: int, names: list[dict[str, object]]) -> None:
    division = change.insert(
        "division",
        item_id=item,
        position=place,
        question="main",
        yes_means="bifall till förslaget",
        no_means="avslag",
    )
    for number, named in enumerate(names):
        answer = ("yes", "no", "abstained")[(number * 7 + place) % 3]
        change.insert("vote", division_id=division, position=number, answer=answer, **named)


# --- keys


@dataclass(frozen=True, slots=True)
class Keys:
    """What keys took until all that follows was painted, in milliseconds."""

    each: tuple[float, ...]

    @property
    def usual(self) -> float:
        """Return the median."""
        return statistics.median(self.each)

    @property
    def slow(self) -> float:
        """Return what one in twenty takes longer than."""
        return sorted(self.each)[len(self.each) * 19 // 20]

    def __str__(self) -> str:
        """Name the median, the slow ones and the slowest."""
        return f"{self.usual:.1f} ms, one in twenty over {self.slow:.1f}, at most {max(self.each):.1f}"


def press(widget: QWidget, letter: str) -> None:
    """Press and release a key."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def key(widget: QWidget, letter: str) -> float:
    """Press a key and return how long it is until all is painted, in milliseconds."""
    start = time.perf_counter()
    press(widget, letter)
    QCoreApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def pause(seconds: float) -> None:
    """Let what is due happen."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QCoreApplication.processEvents()
        time.sleep(0.002)


def typed(mine: QWidget, bare: QWidget) -> tuple[Keys, Keys]:
    """Type the same in both, key by key, at the speed of somebody quick."""
    taken: tuple[list[float], list[float]] = ([], [])
    for number in range(KEYS):
        for widget, times in zip((mine, bare), taken, strict=True):
            times.append(key(widget, WORDS[number % len(WORDS)]))
        pause(0.03)
    ours, its = taken
    return Keys(tuple(ours[20:])), Keys(tuple(its[20:]))


@contextmanager
def desk(file: Held, folder: Path, place: int) -> Iterator[tuple[FilePage, QWidget]]:
    """Open the file as the window does, at one of the items, with its summary in hand."""
    with closing(Database.open(file.path)) as database:
        page = FilePage(database, Settings(folder / "settings.json"))
        page.resize(1440, 900)
        page.show()
        page.activateWindow()
        page.show_meeting(file.meeting)
        page.meeting.select(file.items[place])
        pause(1)
        surface = page.meeting._surface  # noqa: SLF001 - as the tests do
        if not isinstance(surface, ItemSurface):
            raise TypeError(surface)
        surface.enter("summary")
        editor = surface._fields["summary"].editor
        yield page, editor
        page.flush()
        page.stop()


# --- the parts of the bench


def key_to_screen(file: Held, folder: Path) -> int:
    """Compare a key on the desk, at a division of eighty, with one in a bare editor with the same text."""
    window = QMainWindow()
    bare = QTextEdit(WORDS * 2)
    window.setCentralWidget(bare)
    window.resize(1440, 900)
    window.show()
    with desk(file, folder, VOTED) as (_page, editor):
        mine, its = typed(editor, bare)
    window.close()
    print(f"key to screen on the desk: {mine}; a bare editor {its}; ratio {mine.usual / its.usual:.2f}")
    return int(mine.usual - its.usual > FRAME)


def paragraph_to_screen(file: Held, folder: Path) -> int:
    """Measure the preview of a paragraph while it is typed: one without votes, and the one with ten."""
    missed = 0
    for place, told in ((5, "without votes"), (VOTED, f"with {DIVISIONS} divisions")):
        with desk(file, folder, place) as (page, editor):
            shown, pages = preview(page, editor)
        print(f"preview of a paragraph {told}, protocol of {pages} pages: {shown} (goal {PREVIEW:.0f} ms)")
        missed += int(shown.usual > PREVIEW)
    return missed


def preview(page: FilePage, editor: QWidget) -> tuple[Keys, int]:
    """Return how long it is from a key to the page with it, as typing goes on, and the pages of the whole."""
    typesetter = page.findChild(Typesetter)
    if typesetter is None:
        raise LookupError
    arrived: list[float] = []

    def take(job: object, answer: object) -> None:
        if isinstance(job, SetItem | SetParagraph) and isinstance(answer, Page):
            arrived.append(time.perf_counter())

    typesetter.answered.connect(take)
    start = time.perf_counter()
    while _at_work(typesetter) or time.perf_counter() < start + 2:
        pause(0.05)
    pages = page.meeting.preview._pages  # noqa: SLF001 - what the pager says in words
    times = []
    for _turn in range(13):
        pause(0.3)  # typing goes on, so that the whole is not set between
        arrived.clear()
        start = time.perf_counter()
        press(editor, "x")
        while not arrived and time.perf_counter() - start < 5:  # noqa: PLR2004 - as good as never
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        times.append(((arrived or [start + 5])[0] - start) * 1000)
    return Keys(tuple(times[1:])), pages


def _at_work(typesetter: Typesetter) -> bool:
    return typesetter._busy is not None or typesetter._page is not None  # noqa: SLF001 - what it is at


def day_of_typing(file: Held, edits: int) -> int:
    """Save many edits as a page saves them, and look at memory and at the journal."""
    before = _journal(file.path)
    with closing(Database.open(file.path)) as database:
        part = next(each for each in item_fields.PARTS if each.name == "summary")
        start, grown, seconds = 0.0, 0.0, time.perf_counter()
        for turn, item in enumerate(_items(database, file) * (1 + edits // 160 // ITEMS)):
            if turn * 160 >= edits:
                break
            field = item_fields.blocks(database, item, part, "", None)
            for number in range(160):
                press(field.editor, WORDS[number % len(WORDS)])
                field.field.autosave.flush()
                if number % 10 == 9:  # noqa: PLR2004 - so many saves are a sentence, and one step
                    field.field.autosave.end_run()
            field.editor.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            start = start or (_memory() if turn * 160 >= edits // 10 else 0.0)
        seconds, grown = time.perf_counter() - seconds, _memory() - start
    journal = (_journal(file.path) - before) / 1e6
    print(
        f"{edits} edits, each saved: {seconds * 1000 / edits:.1f} ms an edit; memory {start:.0f} MB after a"
        f" tenth, {grown:+.1f} MB at the end; journal {journal:.2f} MB (goal {JOURNAL:.0f})"
    )
    return int(journal > JOURNAL) + int(grown > GROWTH)


def _items(database: Database, file: Held) -> tuple[Item, ...]:
    with database.read() as read:
        return reads.meeting(read, file.meeting).items


def _memory() -> float:
    """Return how much memory is in use, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _journal(path: Path) -> int:
    """Return how many bytes the entries of the journal hold, with what finds them."""
    with closing(sqlite3.connect(path)) as raw:
        found: tuple[int] = raw.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE name IN ('entry', 'subject') OR name LIKE '%\\_entry\\_%'"
            " ESCAPE '\\' OR name LIKE '%\\_subject\\_%' ESCAPE '\\'"
        ).fetchone()
    return found[0]


def texts(file: Held) -> tuple[Callable[[], Meeting], Callable[[], int], Callable[[], int]]:
    """Return what reads the meeting, what asks SQLite for the same rows, and what writes every text of it."""
    database = Database.open(file.path, read_only=True)
    asked: list[str] = []

    def read_it() -> Meeting:
        with database.read() as read:
            return reads.meeting(read, file.meeting)

    raw = database._connection.connection.driver_connection  # noqa: SLF001 - what SQLite is asked
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError(raw)
    raw.set_trace_callback(asked.append)
    meeting = read_it()
    raw.set_trace_callback(None)
    questions = [each for each in asked if each.startswith("SELECT")]

    def rows() -> int:
        return sum(len(raw.execute(each).fetchall()) for each in questions)

    def write_all() -> int:
        return sum(
            len(written.shown(meeting, item, part, i18n.current()).blocks)
            for item in meeting.items
            for part in Written
        )

    return read_it, rows, write_all


def main(edits: int = EDITS) -> int:
    """Measure and print; return how many goals were missed."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        prepare(app)
    i18n.use("sv")
    with tempfile.TemporaryDirectory() as folder:
        file = held(Path(folder) / "bench.klubban")
        read_it, rows, write_all = texts(file)
        taken = {}
        for act in (read_it, rows, write_all):
            times = [_milliseconds(act) for _round in range(6)][1:]
            taken[act.__name__] = statistics.median(times)
        print(
            f"{ITEMS} items, {PEOPLE} people, {DIVISIONS} divisions: read in {taken['read_it']:.0f} ms,"
            f" SQLite's rows alone {taken['rows']:.0f}, ratio {taken['read_it'] / taken['rows']:.1f};"
            f" every text of it written in {taken['write_all']:.0f} ms"
        )
        missed = key_to_screen(file, Path(folder))
        missed += paragraph_to_screen(file, Path(folder))
        missed += day_of_typing(file, edits)
    return missed


def _milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else EDITS))
