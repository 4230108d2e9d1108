"""`klubban export FILE referral`, its letter and its form."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from asked import sent
from builders import names_in, new_file
from running import Run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file in which a committee has sent a referral."""
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        sent(database)
    return path


def test_a_referral_its_letter_and_its_form_are_written(run: Run, file: Path, tmp_path: Path) -> None:
    for kind in ("referral", "referral-letter", "referral-form"):
        said = run("export", file, kind, "--body", "KS", "--format", "html", "--out", tmp_path / "out")
        assert (said.code, said.err) == (0, "")

    assert [name.split("-")[1] for name in names_in(tmp_path / "out")] == ["compilation", "form", "referral"]
    form = run("export", file, "referral-form", "--body", "KS", "--out", tmp_path / "out")
    assert form.out.strip().endswith(".docx")  # nobody fills in a PDF


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("referral",), "--body"),
        (("referral", "--body", "KS", "--title", "Annat"), "Trygghetsskapande program"),
        (("referral", "--body", "KS", "--key", "x"), "Trygghetsskapande program"),
        (("referral-form", "--body", "KS", "--public"), "public"),
        (("referral-form", "--body", "KS", "--by", "both"), "--by"),
        (("terms", "--body", "KS", "--title", "Annat"), "--title"),
    ],
)
def test_what_does_not_fit_is_refused(run: Run, file: Path, words: tuple[str, ...], told: str) -> None:
    said = run("export", file, *words)

    assert said.code == 2
    assert told in said.err
