"""`klubban archive`."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from klubban.exchange import bag
from klubban.store import reads
from klubban.store.database import Database
from running import Run

MEETING = ("--body", "KS", "--date", "2016-02-22")


def test_a_meeting_is_packed_with_a_reason_and_noted(run: Run, real: Path, tmp_path: Path) -> None:
    refused = run("archive", real, *MEETING, "--out", tmp_path / "out")
    said = run("archive", real, *MEETING, "--out", tmp_path / "out", "--because", "Kontoret flyttar")

    assert refused.code == 1
    assert said.code == 0
    package = Path(said.out.strip())
    assert package.parent == tmp_path / "out"
    bag.check(package)
    with closing(Database.open(real, read_only=True)) as database, database.read() as read:
        [line] = reads.meetings(read)
        assert [each.name for each in reads.meeting(read, line.id).archived] == [package.name]


def test_a_package_that_is_there_is_an_argument_that_cannot_be_used(
    run: Run, real: Path, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "out", "--because", "x")
    first = run("archive", real, *MEETING, *out)

    said = run("archive", real, *MEETING, *out)

    assert (first.code, said.code) == (0, 2)


@pytest.mark.parametrize(
    "words",
    [
        ("--year", "2016"),
        ("--body", "KS"),
        (*MEETING, "--year", "2016"),
        ("--body", "KS", "--year", "16"),
        ("--body", "XY", "--year", "2016"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, real: Path, words: tuple[str, ...]) -> None:
    said = run("archive", real, *words)

    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("klubban: ")


def test_a_year_without_meetings_is_told(run: Run, real: Path, tmp_path: Path) -> None:
    said = run("archive", real, "--body", "KS", "--year", "2015", "--out", tmp_path)

    assert said.code == 1
    assert "2015" in said.err


def test_the_register_of_a_year_is_written(run: Run, real: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    said = run("export", real, "register", "--body", "KS", "--year", "2016", "--format", "txt", "--out", out)
    alone = run("export", real, "register", "--year", "2016", "--out", out)

    assert (said.code, said.err, alone.code) == (0, "", 2)
    (written,) = out.iterdir()
    assert "§\u00a019" in written.read_text(encoding="utf-8").replace("§ 19", "§\u00a019")


LIMITED = """
import resource, signal, sys
from klubban.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.exit(main(sys.argv[1:]))
"""


def test_a_full_disk_leaves_neither_a_package_nor_a_note_of_one(real: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("archive", real, *MEETING, "--because", "x", "--out", out)

    command = [sys.executable, "-c", LIMITED, "20000", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert list(out.iterdir()) == []
    with closing(Database.open(real, read_only=True)) as database, database.read() as read:
        [line] = reads.meetings(read)
        assert reads.meeting(read, line.id).archived == ()
