"""A package for the archive, by keys: what is not done with needs a reason; nothing is ever replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from builders import Minutes, snapshot
from klubban.exchange import bag
from klubban.ui.after.archive_job import PackArchive
from klubban.ui.after.page import AfterPage
from klubban.ui.after.steps import Step
from klubban.ui.registers.form import Form
from klubban.ui.summons.jobs import Stopped
from klubban.ui.typesetter import Typesetter
from klubban.ui.worker import Desk, Job
from operations.announced import verified
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings
    from klubban.store.database import Database

CTRL = Qt.KeyboardModifier.ControlModifier


class Here(Typesetter):
    """Packs here and now, as the other process would; sets nothing."""

    def ask(self, job: Job) -> None:
        if isinstance(job, PackArchive):
            self.answered.emit(job, Desk().answer(job))


@pytest.fixture
def ids(database: Database) -> Minutes:
    return verified(database)


@pytest.fixture
def room(qtbot: QtBot, database: Database, ids: Minutes, settings: Settings) -> Iterator[AfterPage]:
    typesetter = Here()
    page = AfterPage(database, settings, typesetter)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    page.activateWindow()
    page.show_for(ids.meeting)
    page.show_step(Step.ARCHIVE)
    settle()
    yield page
    page.stop()


def test_what_is_not_in_force_is_packed_for_a_reason_alone(
    room: AfterPage, database: Database, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "archive").mkdir()
    settings.export_folder = tmp_path / "archive"
    assert room.part is not None
    press(room, Qt.Key.Key_Return, CTRL)
    form = room.asked
    assert isinstance(form, Form)

    form.submit()
    settle()
    assert room.asked is form  # nothing was said
    form.go_to("because")
    held = QApplication.focusWidget()
    assert held is not None
    type_text(held, "Kontoret flyttar")
    press(held, Qt.Key.Key_Return)
    settle()

    (package,) = (tmp_path / "archive").iterdir()
    bag.check(package)
    assert [each.name for each in snapshot(database).archived] == [package.name]
    assert room.part.title().startswith("Archived")
    assert package.name in room.foot.said

    press(room, Qt.Key.Key_Return, CTRL)
    again = room.asked
    assert isinstance(again, Form)
    again.go_to("because")
    type_text(QApplication.focusWidget() or again, "En gång till")
    again.submit()
    settle()
    assert "is there already" in room.foot.said
    assert len(snapshot(database).archived) == 1


def test_a_package_that_is_given_up_is_not_noted(room: AfterPage, database: Database) -> None:
    part = room.part
    assert part is not None
    job = PackArchive(
        file=database.path, meeting=1, body=1, year=None, folder=database.path.parent, because="x",
        today=snapshot(database).date,
    )  # fmt: skip

    answer = Desk().answer(job, lambda _progress: False)

    assert isinstance(answer, Stopped)
    assert snapshot(database).archived == ()
    assert not [each for each in database.path.parent.iterdir() if each.name.endswith((".part", "archive"))]
