"""`klubban packet`, `take-packet`, and `export FILE matter|hand-over`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from klubban.operations.registers import put_organisation
from klubban.store.database import Database
from running import Run


def test_a_matter_goes_to_another_office_and_is_taken_in_once(run: Run, sample: Path, tmp_path: Path) -> None:
    packet, theirs = tmp_path / "laddplatser.klubban-paket", tmp_path / "grannby.klubban"
    with closing(Database.create(theirs)) as made, made.change("Begin") as change:
        put_organisation(change, name="Grannby kommun")

    sent = run("packet", sample, "--matter", "KS 2026/187", "--to", "Grannby kommun", "--out", packet)

    assert (sent.code, sent.out) == (0, f"{packet}\n")
    assert all("utelämnat" in line for line in sent.err.splitlines())
    looked = run("take-packet", theirs, packet)
    assert looked.code == 0
    assert "Från Ekby kommun" in looked.out
    assert "[nytt] ärende: KS 2026/187" in looked.out
    taken = run("take-packet", theirs, packet, "--accept")
    assert (taken.code, taken.out.splitlines()[-1]) == (0, "Det är inläst.")
    assert "[nytt]" not in run("take-packet", theirs, packet).out
    assert run("check", theirs).code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("packet", "--matter", "KS 1900/1", "--out", "p"),
        ("packet", "--item", "KS 2026-11-16 150", "--out", "p"),
        ("packet", "--item", "KS:2026-11-16:999", "--out", "p"),
        ("packet", "--members", "Ingen", "--out", "p"),
        ("packet", "--matter", "KS 2026/187", "--out", "."),
        ("export", "matter"),
        ("export", "matter", "--registry-number", "KS 1900/1"),
        ("export", "matter", "--key", "seniorkort", "--body", "KS"),
        ("export", "hand-over", "--key", "seniorkort"),
        ("export", "hand-over", "--body", "Ingen"),
        ("export", "hand-over", "--time", "13:00"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_line(
    run: Run, sample: Path, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command, *rest = words

    said = run(command, sample, *rest)

    assert said.refusal
    assert not (tmp_path / "p").exists()


def test_a_packet_that_is_none_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(b"PK nothing")

    assert "skadat" in run("take-packet", sample, tmp_path / "p", "--accept").refusal
    assert run("take-packet", sample, tmp_path / "there is none").refusal


def test_the_line_of_a_matter_and_a_hand_over_are_written_in_every_form(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    day = ("--date", "2026-11-22", "--format", "txt", "--out", tmp_path)

    line = run("export", sample, "matter", "--registry-number", "ks 2026/187", *day)
    handed = run("export", sample, "hand-over", "--body", "Brottsförebyggande rådet", *day)

    assert (line.code, handed.code) == (0, 0)
    assert "Program för trygghet" in Path(line.out.strip()).read_text(encoding="utf-8")
    assert "Brottsförebyggande rådet" in Path(handed.out.strip()).read_text(encoding="utf-8")
