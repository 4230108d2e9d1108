"""Keys that are none, a job that is left, a file that goes away meanwhile: it is said, nothing is lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from builders import findings_in
from documents.signing.authority import PASSPHRASE, holder
from klubban.domain.signing import SigningWay
from klubban.ui.after.secret_line import SecretLine
from klubban.ui.after.steps import Step
from klubban.ui.after.verify_part import VerifyPart
from klubban.ui.registers.form import Form
from to_sign import begun, signed, verification
from ui.helpers import held, press, settle, type_text
from ui.test_after_signing import ENTER, PATIENCE, database, go_to, room

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database
    from klubban.ui.after.page import AfterPage

_ = database, room  # fixtures


def _tried(room: AfterPage, name: str) -> Form:
    """Type the name of a key's file and a passphrase."""
    form = room.asked
    assert isinstance(form, Form)
    form.go_to("file")
    line = held()
    line.selectAll()  # type: ignore[attr-defined]
    type_text(line, name)
    press(line, ENTER)
    assert isinstance(held(), SecretLine)
    type_text(held(), PASSPHRASE)
    press(held(), ENTER)
    press(held(), ENTER)  # twice, as hands do
    settle()
    return form


def test_what_is_no_key_is_said_beside_the_form_and_a_job_that_is_left_may_be_done_again(
    qtbot: QtBot, room: AfterPage, database: Database, path: Path, tmp_path: Path
) -> None:
    begun(database, SigningWay.LOCAL)
    room.reload()
    go_to(room, Step.VERIFY, verification(database))
    os.mkfifo(tmp_path / "rör.p12")
    (tmp_path / "kim.p12").write_bytes(holder("Kim Lind").p12)
    press(held(), ENTER)
    settle()

    for name in ("~ingen/nyckel.p12", str(tmp_path / "rör.p12"), str(tmp_path), "\u202e.p12"):
        assert room.asked is _tried(room, name)
    assert isinstance(room.part, VerifyPart)
    assert not room.part.working.busy

    _tried(room, str(tmp_path / "kim.p12"))
    assert room.part.working.busy
    press(held(), Qt.Key.Key_Escape)
    settle()
    assert not room.part.working.busy
    assert signed(database).awaited[0].who.name == "Kim Lind"

    press(held(), ENTER)
    settle()
    whole = path.read_bytes()
    _tried(room, str(tmp_path / "kim.p12"))
    path.rename(tmp_path / "flyttad.klubban")
    with qtbot.waitSignal(room.failed, timeout=PATIENCE):
        pass
    assert not room.part.working.busy
    assert (tmp_path / "flyttad.klubban").read_bytes() == whole
    assert findings_in(tmp_path / "flyttad.klubban") == []
