"""From the last look to the last signature by keys: by pen, with certificates, and back from a service."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import findings, snapshot
from documents.signing.authority import PASSPHRASE, holder
from klubban.domain.meeting import Stage
from klubban.domain.signing import SigningEnd, SigningWay
from klubban.operations import verifying
from klubban.store.database import Database
from klubban.ui import clock
from klubban.ui.after.page import AfterPage
from klubban.ui.after.secret_line import SecretLine
from klubban.ui.after.steps import Step
from klubban.ui.after.verify_part import VerifyPart
from klubban.ui.after.verify_sheet import Phase
from klubban.ui.registers.form import FormLine
from to_sign import BO, EVA, NOW, TODAY, begun, file_of_it, signed, verification
from ui.helpers import held, press, settle, shown_page, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.settings import Settings

PATIENCE = 20_000  # milliseconds; a process starts
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


@pytest.fixture
def database(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Return a file with a protocol that is ready to be signed, on the day on which it is."""
    path.write_bytes(file_of_it())
    monkeypatch.setattr(clock, "now", lambda: NOW)
    with closing(Database.open(path, "Anna Berg")) as opened:
        yield opened


@pytest.fixture
def room(qtbot: QtBot, database: Database, settings: Settings) -> Iterator[AfterPage]:
    with shown_page(qtbot, database, settings) as page:
        QTest.keyClick(held(), Qt.Key.Key_F3, SHIFT)
        settle()
        shown = page._rooms.shown(page._pages.currentWidget())
        assert isinstance(shown, AfterPage)
        yield shown


def go_to(room: AfterPage, step: Step, at: int | None = None) -> None:
    """Take a step in hand by the arrows, and go into it."""
    press(room.course, Qt.Key.Key_Home)
    while room.course.chosen() != (step, at):
        before = room.course.chosen()
        press(room.course, Qt.Key.Key_Down)
        assert room.course.chosen() != before
    press(room.course, ENTER)
    settle()


def phase(room: AfterPage) -> Phase:
    assert isinstance(room.part, VerifyPart)
    assert room.part.sheet is not None
    return room.part.sheet.phase


def titles(room: AfterPage) -> list[str]:
    return [room.course.rows.row(number).words for number in range(room.course.rows.rowCount())]  # type: ignore[union-attr]


def test_a_protocol_is_made_ready_and_signed_by_pen(
    qtbot: QtBot, room: AfterPage, database: Database, tmp_path: Path
) -> None:
    verifying.make_ready(database, 1, ready=False, today=TODAY)
    room.reload()
    go_to(room, Step.LAST_LOOK)
    QTest.keyClick(held(), ENTER, CTRL)
    settle()
    assert snapshot(database).stage is Stage.READY

    go_to(room, Step.VERIFY, verification(database))
    QTest.keyClick(held(), ENTER, CTRL)
    qtbot.waitUntil(lambda: phase(room) is Phase.PEN, timeout=PATIENCE)
    for key in (ENTER, Qt.Key.Key_J, Qt.Key.Key_D):
        press(held(), key)
        settle()
    assert isinstance(held(), FormLine)
    assert room.chief.isHidden()
    assert room.foot.keys.accessibleName() == "Ctrl+Enter: save, F6: steps, Esc: cancel"
    press(held(), ENTER)
    settle()
    QTest.keyClick(held(), ENTER, CTRL)
    settle()

    meeting = snapshot(database)
    assert (meeting.stage, meeting.verifications[0].signed_by) == (Stage.VERIFIED, (EVA, BO))
    assert room.part is not None
    assert room.part.title() == "§§\u00a01–3 was verified 25\u00a0February."
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4 scanned")
    assert isinstance(room.part, VerifyPart)
    assert room.part.take_files([str(scan)])
    qtbot.waitUntil(lambda: signed(database).returned is not None, timeout=PATIENCE)
    assert findings(database) == []


def test_they_sign_one_after_another_and_a_wrong_passphrase_is_asked_for_again(
    qtbot: QtBot, room: AfterPage, database: Database, tmp_path: Path
) -> None:
    begun(database, SigningWay.LOCAL)
    room.reload()
    go_to(room, Step.VERIFY, verification(database))
    keys = {name: tmp_path / f"{number}.p12" for number, name in enumerate(("Kim Lind", "Eva Asp", "Bo Ek"))}
    for name, key in keys.items():
        key.write_bytes(holder(name).p12)
    press(held(), ENTER)
    settle()
    type_text(held(), str(keys["Kim Lind"]))
    press(held(), ENTER)
    first = room.asked
    type_text(held(), "fel")
    press(held(), ENTER)
    qtbot.waitUntil(lambda: room.asked not in (None, first), timeout=PATIENCE)
    assert isinstance(held(), SecretLine)
    assert (held().text(), _signed(database)) == ("", [])  # type: ignore[attr-defined]

    for number, key in enumerate(keys.values(), 1):
        if room.asked is None:
            press(held(), ENTER)
            settle()
            type_text(held(), str(key))
            press(held(), ENTER)
        type_text(held(), PASSPHRASE)
        press(held(), ENTER)
        qtbot.waitUntil(partial(_have_signed, database, number), timeout=PATIENCE)
        settle()

    last = signed(database)
    assert (snapshot(database).stage, last.ended) == (Stage.VERIFIED, SigningEnd.SIGNED)
    assert [each.certificate for each in last.signatures] == list(keys)
    assert findings(database) == []


def _have_signed(database: Database, count: int) -> bool:
    return len(_signed(database)) == count


def _signed(database: Database) -> list[str]:
    return [str(each.who) for each in signed(database).signatures if each.signed_on]


def test_who_cannot_sign_digitally_makes_all_sign_by_pen(
    qtbot: QtBot, room: AfterPage, database: Database
) -> None:
    begun(database, SigningWay.SERVICE)
    room.reload()
    go_to(room, Step.VERIFY, verification(database))
    assert "Verification, 3 have not signed" in titles(room)
    while getattr(held(), "text", str)() != "Let all sign by pen instead …":
        QTest.keyClick(held(), TAB)
    press(held(), ENTER)
    settle()
    type_text(held(), "Bo Ek har ingen e-legitimation")
    press(held(), ENTER)
    qtbot.waitUntil(lambda: phase(room) is Phase.PEN, timeout=PATIENCE)

    ways = [(each.way, each.ended) for each in snapshot(database).verifications[0].signings]
    assert ways == [(SigningWay.SERVICE, SigningEnd.TO_PEN), (SigningWay.PEN, None)]


def test_a_file_of_another_kind_is_told_at_the_foot_and_nothing_is_lost(
    qtbot: QtBot, room: AfterPage, database: Database, tmp_path: Path
) -> None:
    begun(database, SigningWay.SERVICE)
    room.reload()
    go_to(room, Step.VERIFY, verification(database))
    (tmp_path / "tom.pdf").write_bytes(b"")
    assert room.part is not None

    assert room.part.take_files([str(tmp_path / "tom.pdf")])

    qtbot.waitUntil(lambda: "empty" in room.foot.said, timeout=PATIENCE)
    assert phase(room) is Phase.SERVICE
