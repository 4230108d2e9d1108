from __future__ import annotations

import csv
from datetime import datetime, time
from io import StringIO
from pathlib import Path

import openpyxl

from running import Run

SAMPLE_DAY = ("--from", "2026-05-18", "--to", "2026-05-18")


def test_each_person_has_a_row_with_meetings_and_hours_begun(run: Run, real: Path) -> None:
    rows = list(csv.reader(StringIO(run("remuneration", real, "--body", "KS").out)))

    assert rows[0][:1] == ["Namn"]
    assert ["Emma Feldman", "M", "Kommunstyrelsen", "ledamot", "1", "1", "0"] in rows  # 18.30–19.15
    assert not any("Duarte" in row[0] for row in rows)  # the secretary


def test_a_period_without_meetings_has_no_rows(run: Run, real: Path) -> None:
    assert len(run("remuneration", real, "--from", "2030-01-01").out.splitlines()) == 1


def test_a_workbook_has_the_meetings_on_its_second_sheet(run: Run, real: Path, tmp_path: Path) -> None:
    file = tmp_path / "ut" / "arvode.xlsx"

    said = run("remuneration", real, "--out", file)

    assert said.out == f"{file}\n"
    first, second = openpyxl.load_workbook(file).worksheets
    assert first.max_row == second.max_row  # one meeting: a row for each person
    [values, *_others] = second.iter_rows(min_row=2, values_only=True)
    assert values[4:8] == (datetime(2016, 2, 22), time(18, 30), time(19, 15), 1)  # noqa: DTZ001 - a cell has none


def test_csv_in_a_file_begins_with_the_mark_that_spreadsheets_look_for(
    run: Run, real: Path, tmp_path: Path
) -> None:
    file = tmp_path / "arvode.csv"

    run("remuneration", real, "--out", file)

    assert file.read_bytes().startswith(b"\xef\xbb\xbfNamn,")


def test_another_sort_of_file_is_refused(run: Run, real: Path, tmp_path: Path) -> None:
    assert "arvode.pdf" in run("remuneration", real, "--out", tmp_path / "arvode.pdf").refusal


def test_a_period_that_ends_before_it_starts_is_refused(run: Run, real: Path) -> None:
    refusal = run("remuneration", real, "--from", "2026-03-01", "--to", "2026-02-01").refusal

    assert "2026-03-01" in refusal
    assert "2026-02-01" in refusal


def test_a_body_that_is_not_there_is_refused(run: Run, sample: Path) -> None:
    assert "Brå" in run("remuneration", sample, "--body", "XX").refusal
