"""What `klubban sign` and `klubban verify` should not get: one line each, and nothing written or harmed."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from documents.signing.authority import LONG, PASSPHRASE, authority
from documents.signing.papers import original
from running import Run, Said


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a protocol with fields to sign in, beside a key."""
    (tmp_path / "nyckel.p12").write_bytes(authority().issue("Siv Lind", valid=LONG).p12)
    path = tmp_path / "protokoll.pdf"
    path.write_bytes(original())
    return path


@pytest.fixture
def sign(run: Run, paper: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what signs the protocol as the secretary, with more words."""

    def command(*more: object) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(PASSPHRASE))
        return run("sign", paper, "--p12", paper.parent / "nyckel.p12", "--as", "secretary", *more)

    return command


def test_a_file_of_the_office_is_not_written_over(sign: Run, tmp_path: Path) -> None:
    office = tmp_path / "ekby.klubban"
    office.write_bytes(b"SQLite format 3\0")

    assert "ekby.klubban" in sign("--out", office).refusal
    assert office.read_bytes() == b"SQLite format 3\0"


def test_a_pipe_or_a_device_is_not_taken_away_for_a_file(sign: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "rör.pdf"
    os.mkfifo(pipe)

    assert "rör.pdf" in sign("--out", pipe).refusal
    assert pipe.is_fifo()


def test_the_passphrase_needs_no_line_feed(sign: Run) -> None:
    assert sign().code == 0


@pytest.mark.parametrize("address", ["", "http://[x", "https://", "file:///etc/passwd", "http://x:999999/"])
def test_an_address_that_leads_nowhere_signs_nothing(sign: Run, paper: Path, address: str) -> None:
    said = sign("--time-stamp-server", address)

    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert list(paper.parent.glob("*.pdf")) == [paper]


def test_standard_input_that_cannot_be_read_is_told(paper: Path) -> None:
    words = f"{sys.executable} -m klubban sign {paper} --p12 {paper.parent / 'nyckel.p12'} --as secretary"

    for given in (f"0> {paper.parent / 'ny'}", "<&-", "< /dev/null"):
        done = subprocess.run(f"{words} {given}", shell=True, capture_output=True, check=False)  # noqa: S602 - a shell opens it

        assert done.returncode in (1, 2)
        assert done.stderr.count(b"\n") == 1
        assert done.stdout == b""


def test_whoever_stops_a_command_sees_one_line(paper: Path) -> None:
    words = ["sign", paper, "--p12", paper.parent / "nyckel.p12", "--as", "secretary"]
    command = [sys.executable, "-c", STOPPED, *map(str, words)]
    done = subprocess.run(command, input=PASSPHRASE.encode(), capture_output=True, check=False)

    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert list(paper.parent.glob("*.pdf")) == [paper]


STOPPED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs tests in the background ignores it
from klubban.__main__ import main
from klubban.operations import files
files.write_file = lambda *_: os.kill(os.getpid(), signal.SIGINT)
sys.exit(main(sys.argv[1:]))
"""
