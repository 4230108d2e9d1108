"""The sample's way from closed to archived, by keys alone."""

from __future__ import annotations

from contextlib import closing
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import findings, snapshot
from klubban import paths
from klubban.domain.meeting import Stage
from klubban.exchange import bag
from klubban.operations.open_format import import_document
from klubban.store import reads
from klubban.store.database import Database
from klubban.ui import clock
from klubban.ui.after.page import AfterPage
from klubban.ui.after.steps import Step
from ui.helpers import held, press, settle, shown_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.domain.meeting import Meeting
    from klubban.settings import Settings

MET, SIGNED, POSTED = date(2026, 11, 16), date(2026, 11, 26), date(2026, 11, 27)
DOWN = date(2026, 12, 21)
PATIENCE = 20_000  # milliseconds; a process starts
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
MOST_LINES, MOST_LINKS = 12, 60


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with closing(Database.create(path, "Helena Sävborg")) as made:
        import_document(made, (paths.resources() / "sample.json").read_bytes())
        yield made


class Clerk:
    """Whoever does with keys what comes after the sample's meeting of 16 November."""

    def __init__(self, room: AfterPage, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room, self._database, self._monkeypatch = room, database, monkeypatch

    @property
    def meeting(self) -> Meeting:
        assert self.room.meeting is not None
        return snapshot(self._database, self.room.meeting.id)

    def stage(self) -> Stage:
        return self.meeting.stage

    def title(self) -> str:
        return self.room.part.title() if self.room.part is not None else ""

    def on(self, day: date) -> None:
        """Let it be three in the afternoon of a day."""
        now = datetime.combine(day, time(15), timezone(timedelta(hours=1)))
        self._monkeypatch.setattr(clock, "now", lambda: now)
        self.room.reload()

    def step(self, step: Step, at: int | None = None) -> None:
        """Take a step in hand by the arrows, and go into it."""
        course = self.room.course
        press(course, Qt.Key.Key_Home)
        while course.chosen() != (step, at):
            before = course.chosen()
            press(course, Qt.Key.Key_Down)
            assert course.chosen() != before
        press(course, ENTER)
        settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(held(), key, modifier)
        settle()

    def chief(self) -> None:
        """Do the main act of the step, with what is asked about it taken as it stands."""
        self.press(ENTER, CTRL)
        self.send()

    def send(self) -> None:
        """Go through what is asked, line by line."""
        for _line in range(MOST_LINES):
            if self.room.asked is not None:
                self.press(ENTER)
        assert self.room.asked is None

    def to(self, words: str) -> None:
        """Go to a link by the tabulator."""
        for _link in range(MOST_LINKS):
            if getattr(held(), "text", str)() == words:
                return
            QTest.keyClick(held(), Qt.Key.Key_Tab)
        pytest.fail(f"no way to {words}")


@pytest.fixture
def clerk(
    qtbot: QtBot, database: Database, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Clerk]:
    """Return who has just come to what is after the meeting."""
    out = tmp_path / "ut"
    out.mkdir()
    settings.export_folder = out
    with database.read() as read:
        (met,) = (each.id for each in reads.meetings(read) if each.date == MET)
    with shown_page(qtbot, database, settings) as page:
        page.show_meeting(met)
        QTest.keyClick(held(), Qt.Key.Key_F3, SHIFT)
        settle()
        room = page._rooms.shown(page._pages.currentWidget())
        assert isinstance(room, AfterPage)
        yield Clerk(room, database, monkeypatch)


def test_the_sample_goes_from_closed_to_the_archive_by_keys(
    qtbot: QtBot, clerk: Clerk, database: Database, tmp_path: Path
) -> None:
    clerk.on(SIGNED)
    clerk.step(Step.LAST_LOOK)
    clerk.to("Not ready yet")
    clerk.press(ENTER)
    assert clerk.stage() is Stage.CLOSED
    clerk.chief()
    assert clerk.stage() is Stage.READY

    (_, main) = clerk.meeting.verifications
    clerk.step(Step.VERIFY, main.id)
    clerk.press(Qt.Key.Key_Up)  # from a service to pen
    clerk.press(Qt.Key.Key_Space)
    clerk.press(ENTER, CTRL)
    qtbot.waitUntil(lambda: "signed by pen" in clerk.title(), timeout=PATIENCE)
    for _who in ("secretary", "chair", "verifier"):
        clerk.press(ENTER)
    clerk.chief()
    assert clerk.stage() is Stage.VERIFIED

    clerk.on(POSTED)
    clerk.step(Step.NOTICE)
    clerk.chief()
    assert clerk.stage() is Stage.ANNOUNCED

    clerk.on(DOWN)
    clerk.press(Qt.Key.Key_D)
    clerk.send()
    assert clerk.meeting.notices[-1].removed == DOWN
    clerk.step(Step.FORCE)
    clerk.chief()
    assert clerk.stage() is Stage.IN_FORCE

    clerk.step(Step.DISPATCH)
    clerk.chief()
    qtbot.waitUntil(lambda: "noted as sent" in clerk.room.foot.said, timeout=PATIENCE)
    assert any(each.dispatches for each in clerk.meeting.items)

    clerk.step(Step.ARCHIVE)
    clerk.chief()
    qtbot.waitUntil(lambda: "is written and checked" in clerk.room.foot.said, timeout=PATIENCE)
    assert clerk.stage() is Stage.ARCHIVED
    bag.check(tmp_path / "ut" / "ks-2026-11-16-arkiv")
    assert findings(database) == []
