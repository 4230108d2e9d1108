"""The process that sets pages: what it answers, that it knows no Qt, and that it ends with the window."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from klubban.store import reads
from klubban.ui.output.jobs import Export, Written
from klubban.ui.typesetter import Typesetter
from klubban.ui.worker import (
    Desk,
    Failed,
    Job,
    Page,
    SetItem,
    SetParagraph,
    SetWhole,
    ShowPage,
)
from ui.snapshots import item, meeting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.domain.meeting import Meeting
    from klubban.store.database import Database

PATIENCE = 20_000  # milliseconds; a process starts


@pytest.fixture
def real(office: Database) -> Meeting:
    with office.read() as read:
        (line,) = reads.meetings(read)
        return reads.meeting(read, line.id)


@pytest.fixture
def typesetter() -> Iterator[Typesetter]:
    made = Typesetter()
    yield made
    made.stop()


def answer(qtbot: QtBot, typesetter: Typesetter, job: Job) -> object:
    with qtbot.waitSignal(typesetter.answered, timeout=PATIENCE) as told:
        typesetter.ask(job)
    return told.args[1]


def test_the_worker_knows_no_qt() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from klubban.ui import worker; worker.Desk().answer(worker.Warm());"
            "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.strip() == "[]"


def test_the_page_of_the_item_in_hand_is_drawn(real: Meeting) -> None:
    desk = Desk()

    whole = desk.answer(SetWhole(real, None, 300))
    page = desk.answer(SetWhole(real, real.items[0].id, 300))

    assert isinstance(whole, Page)
    assert isinstance(page, Page)
    assert whole.page == 1
    assert page.page == 2
    assert len(page.pixels) == page.stride * page.height
    assert abs(page.width - 300) <= 1


def test_pages_are_turned_without_setting_anew_and_stop_at_the_ends(real: Meeting) -> None:
    desk = Desk()
    desk.answer(SetWhole(real, None, 300))

    last = desk.answer(ShowPage(99, 300))

    assert isinstance(last, Page)
    assert last.page == last.pages


def test_what_goes_wrong_is_an_answer() -> None:
    answer = Desk().answer(SetParagraph(meeting(item(1)), 99, 300))

    assert isinstance(answer, Failed)
    assert "KeyError" in answer.details


def test_a_page_comes_from_the_other_process(qtbot: QtBot, typesetter: Typesetter, real: Meeting) -> None:
    page = answer(qtbot, typesetter, SetParagraph(real, real.items[0].id, 300))

    assert isinstance(page, Page)


def test_of_the_pages_that_wait_only_the_newest_is_set(
    qtbot: QtBot, typesetter: Typesetter, real: Meeting
) -> None:
    done: list[Job] = []
    typesetter.answered.connect(lambda job, _answer: done.append(job))
    jobs = [SetParagraph(real, real.items[0].id, width) for width in range(300, 320)]
    for job in jobs:
        typesetter.ask(job)

    qtbot.waitUntil(lambda: jobs[-1] in done, timeout=PATIENCE)
    assert len(done) <= 3


def test_an_export_is_written_in_the_background(
    qtbot: QtBot, typesetter: Typesetter, office: Database, tmp_path: Path
) -> None:
    from klubban.operations.export import prepare

    job = Export(tuple(prepare(office, 1, "extract", paragraph=19)), tmp_path)
    written = answer(qtbot, typesetter, job)

    assert isinstance(written, Written)
    assert written.paths[0].read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_told_in_known_words(
    qtbot: QtBot, typesetter: Typesetter, office: Database, path: Path
) -> None:
    from klubban.operations.export import prepare

    refused = answer(qtbot, typesetter, Export(tuple(prepare(office, 1, "protocol")), path / "x"))

    assert isinstance(refused, Failed)
    assert len(refused.sentences) == 3


def test_a_process_that_died_is_replaced(qtbot: QtBot, typesetter: Typesetter, real: Meeting) -> None:
    job = SetParagraph(real, real.items[0].id, 300)
    answer(qtbot, typesetter, job)
    typesetter._process.kill()
    qtbot.waitUntil(lambda: typesetter._line is None, timeout=PATIENCE)

    assert isinstance(answer(qtbot, typesetter, job), Page)


def test_the_process_ends_with_the_window(qtbot: QtBot, real: Meeting) -> None:
    typesetter = Typesetter()
    answer(qtbot, typesetter, SetParagraph(real, real.items[0].id, 300))
    process = typesetter._process
    typesetter.stop()
    process.join(timeout=10)

    assert process.exitcode is not None


def test_markup_in_a_title_does_no_harm() -> None:
    page = Desk().answer(SetParagraph(meeting(item(1, title="<b>&amp; å")), 1, 300))

    assert isinstance(page, Page)


def test_what_is_typed_is_set_in_the_meeting_that_is_known_and_no_other() -> None:
    desk, known = Desk(), meeting(item(1), item(2))
    typed = item(2, title="Ett långt ärende " * 300)

    before = desk.answer(SetItem(typed, 300))
    desk.answer(SetParagraph(known, 1, 300))
    after = desk.answer(SetItem(typed, 300))

    assert before is None
    assert isinstance(after, Page)
    assert after.pages > 1
