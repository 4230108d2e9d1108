"""What the program remembers of files that are oddly named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from klubban.settings import Settings


@pytest.mark.parametrize("name", ["å ä ö", '"{}"', os.fsdecode(b"\xe5.klubban")])
def test_a_file_is_remembered_whatever_its_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.touch()
    Settings(tmp_path / "s.json").opened(file)

    assert Settings(tmp_path / "s.json").recent == [file]
