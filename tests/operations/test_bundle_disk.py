"""A bundle when the disk is full, wherever that is: an error in words, no litter, the older file whole."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from errno import ENOSPC
from pathlib import Path

import pikepdf
import pytest

from builders import DAY, minutes, names_in, new_file
from documents import sent_papers
from klubban.documents.pdf.saving import save
from klubban.operations.documents import add_document
from klubban.operations.paper_file import paper_file

NAME = f"ks-{DAY}-handlingar.pdf"
LIMITED = """
import resource, signal, sys, tempfile
from klubban.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
tempfile.tempdir = sys.argv.pop(1)
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("limit", [60_000, 90_000, 120_000])
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, limit: int) -> None:
    file, out, work = tmp_path / "ks.klubban", tmp_path / "out", tmp_path / "work"
    with closing(new_file(file)) as database:
        ids = minutes(database, ("Budget",), number=None)
        data = sent_papers.pdf(*(f"Sida {number} {number**1000}" for number in range(2, 60)))
        add_document(database, ids.item, paper_file("Budget.pdf", data))
    out.mkdir()
    work.mkdir()
    (out / NAME).write_bytes(b"before")

    words = [str(file), "bundle", "--body", "KS", "--date", str(DAY), "--out", str(out)]
    command = [sys.executable, "-c", LIMITED, str(work), str(limit), "export", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert (names_in(out), names_in(work)) == ([NAME], [])
    assert (out / NAME).read_bytes() == b"before"


def test_a_file_that_cannot_be_written_is_an_error_and_no_end_of_the_process() -> None:
    with pikepdf.new() as file, pytest.raises(OSError, match="No space") as refused:
        save(file, Path("/dev/full"))

    assert refused.value.errno == ENOSPC
