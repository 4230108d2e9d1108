"""`klubban export FILE appeal` and `force`: how to appeal, and legal force that somebody has told of."""

from __future__ import annotations

from pathlib import Path

from builders import names_in
from running import Run

KS = ("--body", "KS", "--date", "2016-02-22")


def test_how_to_appeal_against_a_paragraph_is_written(run: Run, real: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    said = run("export", real, "appeal", *KS, "--paragraph", "19", "--format", "txt", "--out", out)

    assert (said.code, said.err) == (0, "")
    [name] = names_in(out)
    text = (out / name).read_text(encoding="utf-8")
    assert "Laglighetsprövning, § 19" in " ".join(text.split())
    assert "Sista dag för överklagande är 2016-03-18." in " ".join(text.split())


def test_without_the_courts_answer_no_legal_force_is_certified(run: Run, real: Path, tmp_path: Path) -> None:
    for of in ((), ("--paragraph", "19")):
        said = run("export", real, "force", *KS, *of, "--out", tmp_path / "ut")
        assert said.code == 1
        assert said.out == ""
        assert said.err.count("\n") == 1
    assert not (tmp_path / "ut").exists()


def test_a_paragraph_that_is_not_there_is_named(run: Run, real: Path) -> None:
    said = run("export", real, "appeal", *KS, "--paragraph", "99")

    assert said.code == 2
    assert "99" in said.refusal


def test_a_notice_is_of_no_single_paragraph(run: Run, real: Path) -> None:
    assert "--paragraph" in run("export", real, "notice", *KS, "--paragraph", "19").refusal
