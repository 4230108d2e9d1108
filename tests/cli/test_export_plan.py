"""`klubban export FILE plan`."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders import minutes, names_in, new_file
from klubban.operations.meetings import add_meeting
from running import Run


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Return a file in which a committee meets once in 2027."""
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        add_meeting(database, minutes(database).body, date(2027, 2, 1))
    return path


@pytest.mark.parametrize(("body", "begins"), [((), ""), (("--body", "KS"), "ks-")])
def test_a_plan_is_written_of_one_body_or_of_all(
    run: Run, planned: Path, tmp_path: Path, body: tuple[str, ...], begins: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()

    said = run("export", planned, "plan", *body, "--year", 2027, "--out", out)

    assert (said.code, said.err) == (0, "")
    (name,) = names_in(out)
    assert name.startswith(begins)
    assert name.endswith("plan-2027.pdf")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("plan",), 2, "--year"),
        (("plan", "--year", "3000"), 2, "2200"),
        (("plan", "--year", "2027", "--date", "2027-02-01"), 2, "--date"),
        (("plan", "--year", "2030"), 1, "2030"),
        (("plan", "--year", "2027", "--body", "XX"), 2, "XX"),
        (("protocol", "--year", "2027", "--body", "KS", "--date", "2016-02-22"), 2, "--year"),
        (("protocol", "--date", "2016-02-22"), 2, "--body"),
    ],
)
def test_what_does_not_go_together_is_said(
    run: Run, planned: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    said = run("export", planned, *words)

    assert said.code == code
    assert told in said.err
    assert said.err.count("\n") == 1
