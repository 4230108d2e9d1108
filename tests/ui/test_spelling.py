"""The dictionary may be damaged, and its process may end; then nothing is marked, and nothing waits."""

from __future__ import annotations

import sys
from multiprocessing import Pipe, active_children
from typing import TYPE_CHECKING

import pytest

from klubban.ui.spelling import checker
from klubban.ui.spelling.speller import Speller

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("damage", [b"", b"\xff\x00\x17 9999999\n\x00"])
def test_a_damaged_dictionary_marks_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damage: bytes
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    checker.folder().mkdir(parents=True)
    for ending in ("dic", "aff"):
        (checker.folder() / f"sv_SE.{ending}").write_bytes(damage)
    ours, theirs = Pipe()
    with ours, theirs:
        ours.send(checker.Check(("nämnden",)))

        checker.serve(theirs)

        assert checker.there()
        assert not ours.poll()


def test_when_the_process_ends_nothing_is_looked_up_any_more(qtbot: QtBot) -> None:
    speller = Speller()
    speller.start()
    assert speller.on
    assert not speller.is_wrong("nämmden")

    for process in active_children():
        if process.name == "klubban-words":
            process.terminate()

    qtbot.waitUntil(lambda: not speller.on)
    assert not speller.is_wrong("nämmden")
