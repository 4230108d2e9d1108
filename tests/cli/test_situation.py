"""`klubban export FILE situation`."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders import new_file
from klubban.domain.rules import BodyKind
from klubban.operations import bodies, situations
from klubban.store import situations as store
from running import Run


@pytest.fixture
def file(path: Path) -> Path:
    """Return a file in which a group has two reports, the later not finished."""
    with closing(new_file(path)) as database:
        group = bodies.add_body(database, "Operativa gruppen", BodyKind.GROUP, short="OP")
        bodies.change_body(database, group, areas=["Narkotika"])
        for day in (date(2026, 11, 5), date(2026, 11, 12)):
            report = situations.begin_situation(database, group, day)
            with database.read() as read:
                [area] = store.situation(read, report).areas
            situations.judge_area(database, area.id, day.day // 4)
            if day.day == 5:
                situations.finish_situation(database, report, day)
    return path


def test_the_latest_report_of_a_body_is_written_or_that_of_a_day(
    run: Run, file: Path, tmp_path: Path
) -> None:
    words = ("export", file, "situation", "--body", "OP", "--format", "txt", "--out", tmp_path / "out")

    said = [run(*words), run(*words, "--date", "2026-11-05", "--public")]

    assert [(each.code, each.err) for each in said] == [(0, ""), (0, "")]
    latest, early = (Path(each.out.strip()).read_text(encoding="utf-8") for each in said)
    assert "■■■□□" in latest
    assert "högre, var 1" in latest
    assert "■□□□□" in early


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("--body", "XX"), 2),
        (("--body", "OP", "--date", "2026-11-06"), 2),
        (("--body", "OP", "--time", "13:00"), 2),
        (("--body", "OP", "--public"), 1),
    ],
)
def test_what_there_is_no_report_of_is_refused_in_a_line(
    run: Run, file: Path, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    said = run("export", file, "situation", *words, "--out", tmp_path)

    assert (said.code, said.out, len(said.err.splitlines())) == (code, "", 1)
