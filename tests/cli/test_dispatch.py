"""All extracts of a meeting in one action, and nothing twice."""

from __future__ import annotations

from pathlib import Path

from builders import names_in
from running import Run

KS = ("--body", "KS", "--date", "2026-05-18")


def test_all_extracts_are_written_noted_and_not_sent_twice(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"

    first = run("dispatch", sample, *KS, "--out", out)
    second = run("dispatch", sample, *KS, "--out", tmp_path / "igen")

    assert first.code == second.code == 0
    assert [Path(line).name for line in first.out.splitlines()][:3] == [
        "KS 2026-05-18 §§ 70–72 Tekniska nämnden.pdf",
        "KS 2026-05-18 §§ 70–74 Kultur- och fritidsnämnden.pdf",
        "KS 2026-05-18 §§ 70–74 Kultur- och fritidsnämnden.eml",
    ]
    assert sorted(Path(line).name for line in first.out.splitlines()) == names_in(out)
    assert "Förslagsställaren" in first.err
    assert second.out == ""
    assert not (tmp_path / "igen").exists()


def test_what_nobody_verified_is_refused_by_a_rule(run: Run, sample: Path, tmp_path: Path) -> None:
    said = run("dispatch", sample, "--body", "TN", "--date", "2026-11-20", "--out", tmp_path / "ut")

    assert said.code == 1
    assert "Kommunstyrelsen" in said.err
    assert not (tmp_path / "ut").exists()


def test_what_could_not_be_written_is_not_noted_as_sent(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("no folder", encoding="utf-8")

    failed = run("dispatch", sample, *KS, "--out", tmp_path / "ut")
    done = run("dispatch", sample, *KS, "--out", tmp_path / "annan", "--by", "Bo Ek")

    assert (failed.code, failed.out) == (2, "")
    assert len(done.out.splitlines()) == 8
