from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from running import Run

Changed = Callable[[Callable[[Any], None]], Path]


@pytest.fixture
def odd(run: Run, changed: Changed, tmp_path: Path) -> Path:
    """Return a file in which a title holds letters that no face has."""

    def retitle(document: Any) -> None:
        document["meetings"][0]["items"][0]["title"] = "Vänort 中国 😀"

    file = tmp_path / "udda.klubban"
    assert run("import", file, changed(retitle)).code == 0
    return file


def test_letters_that_cannot_be_printed_are_named(run: Run, odd: Path, tmp_path: Path) -> None:
    said = run("export", odd, "protocol", "--body", "KS", "--date", "2016-02-22", "--out", tmp_path)

    assert said.code == 0
    assert len(said.out.splitlines()) == 1
    (line,) = said.err.splitlines()
    assert line.endswith("中 (U+4E2D), 国 (U+56FD), 😀 (U+1F600)")


def test_a_form_without_faces_lacks_no_letters(run: Run, odd: Path, tmp_path: Path) -> None:
    meeting = ("--body", "KS", "--date", "2016-02-22", "--out", tmp_path)
    said = run("export", odd, "protocol", *meeting, "--format", "txt")

    assert said.err == ""
    assert "中国 😀" in Path(said.out.strip()).read_text(encoding="utf-8")
