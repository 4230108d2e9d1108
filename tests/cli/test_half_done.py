"""What cannot be noted is not written either: a file that somebody else has, a disk that is full."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from builders import rows
from documents.signing.authority import authority
from documents.signing.papers import signed
from klubban.store.database import Database
from running import Run

KS = ("--body", "KS", "--date", "2026-05-18")


@pytest.mark.parametrize("command", ["dispatch", "archive"])
def test_of_a_file_that_somebody_else_has_open_nothing_is_written(
    run: Run, sample: Path, tmp_path: Path, command: str
) -> None:
    with closing(Database.open(sample, "Bo Ek")) as database:
        before = rows(database)
        said = run(command, sample, *KS, "--out", tmp_path / "ut")
        assert rows(database) == before

    assert said.refusal
    assert not (tmp_path / "ut").exists()


LIMITED = """
import resource, signal, sys
from klubban.__main__ import main
from klubban.operations import files
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
write, limit = files.write_file, int(sys.argv.pop(1))
def full(path, data):
    if path.suffix == ".eml":
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    write(path, data)
files.write_file = full
sys.exit(main(sys.argv[1:]))
"""


def test_a_disk_that_fills_up_between_two_extracts_leaves_none(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    (out / "min egen.txt").write_text("kvar")
    command = [sys.executable, "-c", LIMITED, "1000", "dispatch", sample, *KS, "--out", out]

    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert [each.name for each in out.iterdir()] == ["min egen.txt"]
    assert len(run("dispatch", sample, *KS, "--out", out).out.splitlines()) == 8


def test_a_folder_in_the_place_of_an_extract_is_left_alone(run: Run, sample: Path, tmp_path: Path) -> None:
    taken = tmp_path / "ut" / "KS 2026-05-18 § 74 Kommunfullmäktige.pdf"
    taken.mkdir(parents=True)

    said = run("dispatch", sample, *KS, "--out", tmp_path / "ut")

    assert said.code == 0
    assert (tmp_path / "ut" / "KS 2026-05-18 § 74 Kommunfullmäktige (2).pdf").is_file()


@pytest.mark.parametrize("because", ["x\x1b[2J", "\udce5", "x" * 2000])
def test_a_reason_that_no_text_can_hold_leaves_no_package(
    run: Run, sample: Path, tmp_path: Path, because: str
) -> None:
    said = run("archive", sample, *KS, "--because", because, "--out", tmp_path / "ut")

    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "ut").exists()


def test_a_list_of_revoked_certificates_that_is_none_is_an_argument_and_no_fault_of_the_signatures(
    run: Run, tmp_path: Path
) -> None:
    paper, listed = tmp_path / "protokoll.pdf", tmp_path / "lista.crl"
    paper.write_bytes(signed(1))

    for data in (b"", b"en lista", authority().data):
        listed.write_bytes(data)
        assert run("verify", paper, "--revoked", listed).refusal
    listed.write_bytes(authority().revoked())
    assert run("verify", paper, "--revoked", listed).code == 0
