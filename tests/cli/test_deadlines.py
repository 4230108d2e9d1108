"""`klubban export FILE deadlines`."""

from __future__ import annotations

from pathlib import Path

from running import Run


def test_what_is_to_be_done_is_listed_for_a_day_of_one_body_or_of_all(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    words = (
        "export",
        sample,
        "deadlines",
        "--date",
        "2026-11-23",
        "--format",
        "txt",
        "--out",
        tmp_path / "out",
    )

    said = [run(*words, *body) for body in ((), ("--body", "KS"))]

    assert [(each.code, each.err) for each in said] == [(0, ""), (0, "")]
    every, own = (Path(each.out.strip()).read_text(encoding="utf-8") for each in said)
    assert "Kommunfullmäktige" in every
    assert "Kommunstyrelsen" in own
    assert "Kommunfullmäktige" not in own


def test_a_time_does_not_go_with_what_is_to_be_done(run: Run, sample: Path) -> None:
    said = run("export", sample, "deadlines", "--time", "13:00")

    assert (said.code, said.out) == (2, "")
