"""`klubban export FILE script`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from builders import minutes, names_in, new_file
from running import Run


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Return a file with a meeting of a committee."""
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        minutes(database, ("Upprop", "Budget"), number=None)
    return path


def test_the_chairs_script_of_a_meeting_is_written(run: Run, planned: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()

    said = run("export", planned, "script", "--body", "KS", "--date", "2016-02-22", "--out", out)

    assert (said.code, said.err) == (0, "")
    (name,) = names_in(out)
    assert name.startswith("ks-2016-02-22-")


def test_a_script_is_the_chairs_and_no_public_one_is_made(run: Run, planned: Path, tmp_path: Path) -> None:
    said = run(
        "export", planned, "script", "--body", "KS", "--date", "2016-02-22", "--public", "--out", tmp_path
    )

    assert said.code != 0
    assert "--public" in said.err
