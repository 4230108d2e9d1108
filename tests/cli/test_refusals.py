"""Bad input: exit code 2, one line that names the place, and nothing changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from running import Run

Changed = Callable[[Callable[[Any], None]], Path]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for words in (["check"], ["dump"], ["export", "protocol", "--body", "KS", "--date", "2016-02-22"]):
        refusal = run(words[0], tmp_path / "none.klubban", *words[1:]).refusal
        assert "none.klubban" in refusal


@pytest.mark.parametrize("command", ["check", "dump"])
def test_a_file_that_is_not_sqlite(run: Run, tmp_path: Path, command: str) -> None:
    file = tmp_path / "brev.klubban"
    file.write_text("Kära nämnd, " * 500, encoding="utf-8")
    before = digest(file)

    assert "ingen Klubban-fil" in run(command, file).refusal
    assert digest(file) == before


def test_another_programs_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "musik.klubban"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE song (title TEXT)")
    before = digest(file)

    assert "hör till ett annat program" in run("check", file).refusal
    assert digest(file) == before


def test_a_newer_file(run: Run, real: Path) -> None:
    with closing(sqlite3.connect(real)) as other:
        other.execute("PRAGMA user_version=999")
    before = digest(real)

    assert "nyare Klubban" in run("dump", real).refusal
    assert digest(real) == before


def an_unknown_person(document: Any) -> None:
    document["meetings"][0]["attendance"][3]["person"] = "nobody"


def a_day_that_does_not_exist(document: Any) -> None:
    document["meetings"][0]["date"] = "2016-02-30"


def a_long_title(document: Any) -> None:
    document["meetings"][0]["items"][0]["title"] = "Å" * 5000


def a_null_character(document: Any) -> None:
    document["meetings"][0]["items"][0]["summary"] = "Hej\x00då"


def an_unknown_key(document: Any) -> None:
    document["meetings"][0]["items"][0]["sumary"] = "Hej"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (an_unknown_person, "/meetings/0/attendance/3/person"),
        (a_day_that_does_not_exist, "/meetings/0/date"),
        (a_long_title, "/meetings/0/items/0/title"),
        (a_null_character, "/meetings/0/items/0/summary"),
        (an_unknown_key, "/meetings/0/items/0/sumary"),
    ],
)
def test_a_document_that_does_not_fit_is_refused_at_its_place(
    run: Run, tmp_path: Path, changed: Changed, change: Callable[[Any], None], place: str
) -> None:
    file = tmp_path / "ny.klubban"

    assert run("import", file, changed(change)).refusal.startswith(f"{place}: ")
    assert not file.exists()


def test_a_refused_document_leaves_the_file_as_it_was(run: Run, real: Path, changed: Changed) -> None:
    before = digest(real)

    assert run("import", real, changed(an_unknown_person)).refusal
    assert digest(real) == before
    assert not list(real.parent.glob("*.lock"))


def test_a_name_that_may_be_any_of_several(run: Run, real: Path, changed: Changed) -> None:
    def twins(document: Any) -> None:
        document["people"] += [{"key": f"twin{n}", "name": "Eva Ek", "party": "S"} for n in range(2)]

    def one_more(document: Any) -> None:
        document["people"].append({"key": "third", "name": "Eva Ek", "party": "S"})

    assert run("import", real, changed(twins)).code == 0

    refusal = run("import", real, changed(one_more)).refusal
    assert refusal.startswith("/people/36: Eva Ek (S)")


def test_bytes_that_are_no_json(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_bytes(b'{"format": ')

    assert run("import", tmp_path / "ny.klubban", data).refusal
    assert run("import", tmp_path / "ny.klubban", tmp_path / "none.json").refusal
    assert not (tmp_path / "ny.klubban").exists()


def test_a_verified_meeting_is_not_overwritten(run: Run, real: Path, changed: Changed) -> None:
    def other_words(document: Any) -> None:
        document["meetings"][0]["items"][0]["summary"] = "Något annat."

    assert "justerat" in run("import", real, changed(other_words)).refusal


EXPORT = ("protocol", "--body", "KS", "--date", "2016-02-22")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("protocol", "--body", "TN", "--date", "2016-02-22"), "Det finns inget organ TN"),
        (("protocol", "--body", "KS", "--date", "2016-02-30"), "Det finns inget datum 2016-02-30"),
        (("protocol", "--body", "KS", "--date", "2016-02-23"), "det sammanträder 2016-02-22"),
        (
            ("protocol", "--body", "KS", "--date", "2016-02-22", "--time", "25:00"),
            "Det finns ingen tid 25:00",
        ),
        (
            ("protocol", "--body", "KS", "--date", "2016-02-22", "--time", "09:00"),
            "det sammanträder 2016-02-22",
        ),
        (("extract", "--body", "KS", "--date", "2016-02-22", "--paragraph", "7"), "Det finns ingen § 7"),
        (("notice", "--body", "KS", "--date", "2016-02-22", "--paragraph", "19"), "bara till extract"),
    ],
)
def test_what_export_cannot_find(
    run: Run, real: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    refusal = run("export", real, *words, "--out", tmp_path / "ut").refusal

    assert said in refusal
    assert not (tmp_path / "ut").exists()


def test_two_meetings_on_one_day_need_the_start(run: Run, tmp_path: Path, changed: Changed) -> None:
    def twice(document: Any) -> None:
        first = document["meetings"][0]
        document["meetings"].append({"body": "ks", "date": first["date"], "start": "20:00"})

    file = tmp_path / "ny.klubban"
    assert run("import", file, changed(twice)).code == 0

    assert "20:00" in run("export", file, *EXPORT).refusal
    said = run("export", file, *EXPORT, "--time", "20:00", "--out", tmp_path)
    assert said.out == f"{tmp_path / 'ks-2016-02-22-2000-protokoll.pdf'}\n"


def test_a_folder_that_is_a_file_cannot_be_written_in(run: Run, real: Path, tmp_path: Path) -> None:
    in_the_way = tmp_path / "ut"
    in_the_way.write_text("här", encoding="utf-8")

    assert "kunde inte skrivas" in run("export", real, *EXPORT, "--out", in_the_way).refusal
    assert in_the_way.read_text(encoding="utf-8") == "här"


def test_a_refusal_is_one_line_whatever_was_written(run: Run, real: Path) -> None:
    assert "2016 02 22" in run("statistics", real, "--body", "KS", "--from", "2016\n02\n22").refusal
