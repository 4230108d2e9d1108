"""The overview over thirty bodies, 5,000 assignments and 600 meetings, beside that of an empty file.

Once as in the morning, from the file to the page painted with its cards; once the room alone, in a file that
is open. Both with all that is read, derived, laid out and drawn.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from klubban.settings import Settings
from klubban.store.database import Database
from klubban.ui.app import prepare
from klubban.ui.file_page import FilePage
from klubban.ui.overview.page import OverviewPage
from klubban.ui.typesetter import Typesetter

BODIES, MEETINGS, ASSIGNMENTS, PEOPLE = 30, 600, 5000, 400
MOST = 2.0
"""So many times an empty one may it take."""
_EACH = MEETINGS // BODIES
_ITEMS = 6
_AT_ONCE = 500
"""So many assignments are given in one step."""
_SMALL = 60
"""So many of the last steps are such as people take: the end of the journal is examined when a file opens."""
_OPEN = 0.2
"""The part of the assignments that is open."""


def furnished(path: Path, today: date) -> Database:
    """Make a file with as much as a large municipality has in two years, most of it done."""
    chance = random.Random(8)  # noqa: S311 - the same file every time
    database = Database.create(path)
    with database.change("Furnish") as change:
        change.insert("organisation", name="Ekby kommun", language="sv")
        people = [change.insert("person", key=f"p{n}", name=f"Åsa Öberg {n}") for n in range(PEOPLE)]
    items = [
        item
        for number in range(BODIES)
        for item in _meetings(database, number, people[11 * number : 11 * number + 11], today)
    ]
    for first in range(0, ASSIGNMENTS, _AT_ONCE):
        _assignments(database, range(first, first + _AT_ONCE), items, people, chance, today)
    for person in people[:_SMALL]:
        with database.change("Name") as change:
            change.update("person", person, title="Ledamot")
    return database


def _meetings(database: Database, number: int, members: list[int], today: date) -> list[int]:
    """Add a body with its meetings, and return the ids of their items."""
    with database.change("Add a body") as change:
        body = change.insert(
            "body", key=f"b{number}", name=f"Nämnd {number}", kind="committee", seats=11,
            rules={"summons_days": 7, "meetings_a_year": 4},
        )  # fmt: skip
        for place, person in enumerate(members):
            change.insert(
                "seat", body_id=body, position=place, person_id=person,
                role="member" if place else "chair", rights=(),
            )  # fmt: skip
        for month in (3, 10):
            change.insert(
                "standing_item", body_id=body, position=month, title=f"Uppföljning {month}", months=(month,)
            )
        items = []
        for turn in range(_EACH):
            day = today + timedelta(days=37 * (turn - _EACH + 2) + number)
            held = day < today - timedelta(days=30)
            meeting = change.insert(
                "meeting", body_id=body, date=day, stage="in_force" if held else "planned"
            )
            items += [
                change.insert(
                    "item", meeting_id=meeting, position=place, title=f"Ärende {place}",
                    number=turn * _ITEMS + place + 1 if held else None,
                )
                for place in range(_ITEMS)
            ]  # fmt: skip
            for place, person in enumerate(members if held else ()):
                change.insert(
                    "attendance", meeting_id=meeting, position=place, attends_as="member",
                    name=f"Åsa Öberg {11 * number + place}", person_id=person,
                )  # fmt: skip
    return items


def _assignments(
    database: Database,
    numbers: range,
    items: list[int],
    people: list[int],
    chance: random.Random,
    today: date,
) -> None:
    """Give some assignments, in one step; a third of them were answered."""
    with database.change("Give") as change:
        for number in numbers:
            who = chance.randrange(PEOPLE)
            given = change.insert(
                "assignment", item_id=chance.choice(items), position=number,
                text=f"Återkomma med en tidplan för gång- och cykelväg {number}",
                name=f"Åsa Öberg {who}", person_id=people[who],
                status="open" if chance.random() < _OPEN else "done",
                due=today + timedelta(days=chance.randrange(-60, 300)),
            )  # fmt: skip
            if number % 3 == 0:
                change.insert("report", assignment_id=given, date=today, text=())


def small(path: Path, today: date) -> Database:
    """Make a file with one meeting that was held, as long as the others, and nothing to be done."""
    database = Database.create(path)
    with database.change("Furnish") as change:
        body = change.insert("body", key="b", name="Nämnd", kind="committee", seats=11)
        held = today - timedelta(days=40)
        meeting = change.insert("meeting", body_id=body, date=held, stage="in_force")
        for place in range(_ITEMS):
            change.insert(
                "item", meeting_id=meeting, position=place, title=f"Ärende {place}", number=place + 1
            )
    return database


def morning(path: Path, folder: Path) -> float:
    """Return how long it takes to open a file at its overview, all of it painted, in seconds."""
    start = time.perf_counter()
    database = Database.open(path)
    page = FilePage(database, Settings(folder / "settings.json"))
    page.resize(1440, 900)
    page.show()
    page.show_room("overview")
    _paint(page, page._rooms._made["overview"])  # noqa: SLF001 - what a test may see
    taken = time.perf_counter() - start
    page.close_file()
    page.deleteLater()
    QApplication.processEvents()
    return taken


def opened(database: Database, folder: Path) -> float:
    """Return how long it takes to open the overview itself, in a file that is open, in seconds."""
    setter = Typesetter()
    start = time.perf_counter()
    room = OverviewPage(database, Settings(folder / "settings.json"), setter)
    room.resize(1224, 900)
    room.show()
    room.show_for(None)
    _paint(room, room)
    taken = time.perf_counter() - start
    room.stop()
    room.close()
    room.deleteLater()
    QApplication.processEvents()
    return taken


def _paint(shown: QWidget, room: QWidget) -> None:
    assert isinstance(room, OverviewPage)  # noqa: S101 - it is the room's name
    shown.repaint()
    while room.filling:
        QApplication.processEvents()
    shown.repaint()


def main(rounds: int = 9) -> int:
    """Measure pairs, print the medians and the ratios; return whether a morning takes too long."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance()
    prepare(app if isinstance(app, QApplication) else QApplication([]))
    today = date.today()  # noqa: DTZ011 - the window's own
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, empty = furnished(folder / "large.klubban", today), small(folder / "empty.klubban", today)
        print(
            _compared(
                "overview, room alone", rounds, lambda: opened(large, folder), lambda: opened(empty, folder)
            )[0]
        )
        large.close()
        empty.close()
        told, ratio = _compared(
            "overview, from the file to the page",
            rounds,
            lambda: morning(folder / "large.klubban", folder),
            lambda: morning(folder / "empty.klubban", folder),
        )
    print(f"{told}, at most {MOST}")
    return int(ratio > MOST)


def _compared(
    name: str, rounds: int, mine: Callable[[], float], its: Callable[[], float]
) -> tuple[str, float]:
    mine(), its()
    pairs = [(mine(), its()) for _round in range(rounds)]
    ratios = sorted(one / other for one, other in pairs)
    ratio = statistics.median(ratios)
    one, other = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    return (
        f"{name:<44}{one:7.0f} ms   {'the same of an empty file':<44}{other:7.0f} ms"
        f"   ratio {ratio:5.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
    ), ratio


if __name__ == "__main__":
    sys.exit(main())
