"""`klubban export … --format`: the same documents for Word, as web pages and as text."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest

from builders import names_in
from klubban.documents.forms import Form
from klubban.operations.export import Kind
from running import Run

KS = ("--body", "KS", "--date", "2016-02-22")
BEGINS = {
    Form.PDF: b"%PDF-",
    Form.DOCX: b"PK\x03\x04",
    Form.HTML: b"<!DOCTYPE html>\n",
    Form.TXT: b"J",
}

NOT_OF_THIS_MEETING = (
    Kind.SUPPLEMENT, Kind.DIVISIONS, Kind.LABELS, Kind.LEGAL_FORCE, Kind.CORRECTION, Kind.DISPATCH,
)  # fmt: skip


def test_a_protocol_comes_in_every_form_under_one_name(run: Run, real: Path, tmp_path: Path) -> None:
    out = tmp_path / "ut"

    for form in Form:
        said = run("export", real, "protocol", *KS, "--format", form, "--out", out)
        path = out / f"ks-2016-02-22-protokoll.{form}"
        assert (said.code, said.out, said.err) == (0, f"{path}\n", "")
        assert path.read_bytes().startswith(BEGINS[form])

    assert names_in(out) == [f"ks-2016-02-22-protokoll.{form}" for form in ("docx", "html", "pdf", "txt")]
    assert "Kommunstyrelsens beslut\n" in (out / "ks-2016-02-22-protokoll.txt").read_text(encoding="utf-8")


def test_every_kind_takes_a_form(run: Run, real: Path, tmp_path: Path) -> None:
    of_meeting = [kind for kind in Kind if kind not in NOT_OF_THIS_MEETING]
    wanted: list[tuple[str, ...]] = [(kind, *KS) for kind in (*of_meeting, "script")]
    wanted += [
        ("terms", "--body", "KS"),
        ("plan", "--year", "2016"),
        ("unanswered",),
        ("delegated", "--body", "KS"),
    ]

    for words, form in zip(wanted, cycle((Form.HTML, Form.DOCX, Form.TXT)), strict=False):
        said = run("export", real, *words, "--format", form, "--out", tmp_path / "ut")
        assert said.code == 0, said.err
        assert said.out.endswith(f".{form}\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bundle", *KS, "--format", "docx"), "PDF"),
        (("calendar", *KS, "--format", "html"), "iCalendar"),
        (("calendar", *KS, "--format", "pdf"), "iCalendar"),
        (("protocol", *KS, "--format", "odt"), "odt"),
    ],
)
def test_a_form_that_cannot_be_had_is_refused_in_a_line(
    run: Run, real: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    out = tmp_path / "ut"

    said = run("export", real, *words, "--out", out)

    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert told in said.err
    assert not out.exists()
