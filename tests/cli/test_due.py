"""`klubban due`: every deadline and assignment, by day, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

from running import Run

KEYS = {
    "day", "late_days", "what", "kind", "body", "who", "meeting", "paragraph", "statute", "key",
}  # fmt: skip
"""Documented in the command's help: other programs count on them."""


def test_what_is_due_is_told_in_lines_and_as_json(run: Run, sample: Path) -> None:
    words = ("due", sample, "--date", "2026-11-23", "--until", "2026-12-15")

    said, plain = run(*words), run(*words, "--json")

    assert (said.code, said.err, plain.code, plain.err) == (0, "", 0, "")
    found = json.loads(plain.out)
    assert (found["format"], found["today"]) == ("klubban-due-1", "2026-11-23")
    assert all(set(each) == KEYS for each in found["due"])
    days = [each["day"] for each in found["due"]]
    assert days == sorted(days)
    assert days[-1] <= "2026-12-15"
    assert len({each["key"] for each in found["due"]}) == len(found["due"])
    lines = said.out.splitlines()
    assert lines[0] == "För sent"
    assert len([line for line in lines if line.startswith("  ")]) == len(found["due"])
    late = next(each for each in found["due"] if 0 < each["late_days"] < 60)
    assert f"{late['late_days']} dagar sent" in said.out
    assert late["what"] in said.out


def test_of_one_body_with_assignments_that_have_no_day(run: Run, sample: Path) -> None:
    said = run("due", sample, "--json", "--body", "Brå", "--date", "2026-11-23")

    found = json.loads(said.out)["due"]
    assert {each["body"] for each in found} == {"Brottsförebyggande rådet"}
    assert any(each["kind"] == "assignment" and each["who"] for each in found)


def test_a_day_that_is_none_and_a_body_that_is_none_are_refused(run: Run, sample: Path) -> None:
    said = [
        run("due", sample, "--until", "nästa vecka"),
        run("due", sample, "--body", "XX"),
        run("due", sample, "--date", "9999-12-31"),
    ]

    assert [each.code for each in said] == [2, 2, 2]
    assert "2199" in said[2].err
    assert "nästa vecka" in said[0].err
