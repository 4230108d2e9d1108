"""Certificates, lists of votes and assignments, labels and drafts on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import names_in
from running import Run

KS = ("--body", "KS", "--date", "2016-02-22")


def test_a_certificate_and_a_draft_are_written(run: Run, real: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"

    assert run("export", real, "certificate", *KS, "--out", out).code == 0
    assert run("export", real, "extract", *KS, "--paragraph", 19, "--draft", "--out", out).code == 0

    assert names_in(out) == [
        "ks-2016-02-22-bevis-om-tillkannagivande.pdf",
        "ks-2016-02-22-protokollsutdrag-19.pdf",
    ]


def test_the_open_assignments_of_a_body_need_no_meeting(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("export", sample, "assignments", "--body", "BRÅ", "--out", tmp_path / "ut")

    assert said.code == 0
    assert Path(said.out.strip()).read_bytes().startswith(b"%PDF-")


def test_who_is_on_no_label_is_told_on_standard_error(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run(
        "export",
        sample,
        "labels",
        "--body",
        "KS",
        "--date",
        "2026-11-16",
        "--from-label",
        3,
        "--out",
        tmp_path,
    )

    assert said.code == 0
    assert said.out.strip().endswith("-adressetiketter.pdf")
    assert "har ingen postadress" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("notice", *KS, "--draft"),
        ("protocol", *KS, "--from-label", "2"),
        ("labels", *KS, "--from-label", "25"),
        ("assignments",),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, real: Path, words: tuple[str, ...]) -> None:
    assert run("export", real, *words).refusal


def test_a_meeting_without_a_vote_has_no_list_of_votes(run: Run, real: Path) -> None:
    assert run("export", real, "divisions", *KS).code == 1
