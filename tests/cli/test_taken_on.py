"""`klubban export FILE owners|walk`."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from builders import new_file
from klubban.domain.body import Named
from klubban.domain.rules import BodyKind
from klubban.operations import bodies, people, walks
from klubban.operations.assignments import undertake
from running import Run


@pytest.fixture
def file(path: Path) -> Path:
    """Return a file in which two have something to do for a group that walked twice."""
    with closing(new_file(path)) as database:
        group = bodies.add_body(database, "Planeringsgruppen", BodyKind.GROUP, short="PG")
        ida = people.add_person(database, "Ida Alm", email="ida@example.se")
        for who, text in (
            (Named("Bostäder AB"), "Laga lampan"),
            (Named("Ida Alm", person=ida), "Bjud in polisen"),
        ):
            undertake(database, group, who, text, given_on=date(2026, 3, 2))
        for day in (date(2026, 4, 16), date(2026, 9, 10)):
            walk = walks.add_walk(database, group, f"Vandring {day.month}", day=day)
            walks.observe(database, walk, f"Sett i månad {day.month}")
    return path


def test_each_owner_gets_a_list_and_a_mail_or_one_alone_who_is_named(
    run: Run, file: Path, tmp_path: Path
) -> None:
    words = ("export", file, "owners", "--format", "txt", "--out", tmp_path / "out")

    every, one = run(*words, "--body", "PG"), run(*words, "--owner", "ida alm")

    assert (every.code, one.code, every.err, one.err) == (0, 0, "", "")
    assert [Path(each).suffix for each in every.out.split()] == [".txt", ".txt", ".eml"]
    assert "Bjud in polisen" in Path(one.out.split()[0]).read_text(encoding="utf-8")


def test_the_latest_walk_is_reported_or_that_of_a_day(run: Run, file: Path, tmp_path: Path) -> None:
    words = ("export", file, "walk", "--body", "PG", "--format", "txt", "--out", tmp_path / "out")

    said = [run(*words), run(*words, "--date", "2026-04-16")]

    texts = [Path(each.out.strip()).read_text(encoding="utf-8") for each in said]
    assert ["Sett i månad 9" in texts[0], "Sett i månad 4" in texts[1]] == [True, True]


@pytest.mark.parametrize(
    "words",
    [
        ("walk",),
        ("walk", "--body", "PG", "--date", "2026-05-01"),
        ("walk", "--body", "PG", "--owner", "Ida Alm"),
        ("owners", "--owner", "Alm"),
        ("owners", "--public"),
        ("owners", "--time", "13:00"),
    ],
)
def test_what_there_is_nothing_of_is_refused_in_a_line(
    run: Run, file: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    said = run("export", file, *words, "--out", tmp_path)

    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
