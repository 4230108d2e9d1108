"""Whatever is wrong with a file, a document, the words or the output: one line, and nothing done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from builders import REAL, by_hand, names_in, rows, unguarded
from klubban.store import sqlite
from klubban.store.database import Database
from klubban.store.tables import SCHEMA_VERSION
from running import Run

BODIES = [
    {"key": "ks", "name": "Kommunstyrelsen", "short": "KS", "kind": "committee"},
    {"key": "ks2", "name": "Kommunstyrelsen i Ekby", "short": "Kommunstyrelsen", "kind": "committee"},
    {"key": "råd", "name": "Ekby råd", "kind": "council"},
]


@pytest.fixture
def english(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in English."""
    monkeypatch.setenv("KLUBBAN_LANGUAGE", "en")
    return run


def document(folder: Path, **parts: object) -> Path:
    """Write a document of the open format."""
    path = folder / "dokument.json"
    path.write_text(json.dumps({"format": "klubban-open-1", **parts}))
    return path


@pytest.fixture
def real(path: Path, english: Run) -> Path:
    """Return a file with the real meeting."""
    assert english("import", path, REAL).code == 0
    return path


@pytest.fixture
def several(path: Path, english: Run) -> Path:
    """Return a file with bodies whose names are alike, and two meetings of one on one day."""
    meetings = [
        {"body": "ks", "date": "2016-02-22", "start": start, "items": [{"paragraph": place, "title": "T"}]}
        for place, start in enumerate(("18:30", "20:00"), 1)
    ]
    made = document(path.parent, bodies=BODIES, meetings=[*meetings, {"body": "råd", "date": "2016-03-01"}])
    assert english("import", path, made).code == 0
    made.unlink()
    return path


def test_a_dump_is_utf_8_whatever_the_terminal_speaks(real: Path) -> None:
    dumped = program("dump", real, PYTHONIOENCODING="ascii")

    assert "Järfälla" in dumped.stdout.decode()
    assert (dumped.returncode, dumped.stderr) == (0, b"")


def test_import_reads_standard_input(path: Path) -> None:
    done = program("import", path, "-", given=REAL.read_bytes())

    assert (done.returncode, done.stderr) == (0, b"")
    assert program("check", path).returncode == 0


def test_check_tells_what_is_wrong_and_counts_it(real: Path, english: Run) -> None:
    unguarded(real)
    with by_hand(real) as hand:
        hand.execute("UPDATE item SET title = '{X}'")
        hand.execute("DELETE FROM motion")

    said = english("check", real)

    assert (said.code, said.err) == (1, "")
    lines = said.out.splitlines()
    assert "Kommunstyrelsen, 2016-02-22, § 19, item 1 was changed outside Klubban: title" in lines
    assert lines[-1] == f"{len(lines) - 1} things are wrong"


def test_check_only_reads(real: Path, english: Run) -> None:
    before = real.read_bytes()

    with closing(Database.open(real)):
        assert english("check", real).code == 0
        assert english("dump", real).code == 0

    assert real.read_bytes() == before


# --- what they cannot use: 2, one line, and nothing done


def test_a_sample_is_never_made_over_a_file(real: Path, english: Run) -> None:
    before = real.read_bytes()

    said = english("sample", real)

    assert "There is already a file called ekby.klubban" in said.refusal
    assert real.read_bytes() == before


def newer(path: Path) -> None:
    Database.create(path).close()
    with by_hand(path) as hand:
        hand.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")


def other_program(path: Path) -> None:
    with by_hand(path) as hand:
        hand.execute("CREATE TABLE recipe (id INTEGER)")


def no_tables(path: Path) -> None:
    with by_hand(path) as hand:
        hand.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        hand.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


FILES: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "no such file": (lambda _path: None, "There is no file at"),
    "a folder": (lambda path: path.mkdir(), "There is no file at"),
    "a text": (lambda path: path.write_text("Protokoll " * 200), "is not a Klubban file"),
    "an empty file": (lambda path: path.touch(), "is not a Klubban file"),
    "another program's file": (other_program, "is not a Klubban file"),
    "a newer schema": (newer, "was made by a newer Klubban"),
    "a damaged file": (no_tables, "is damaged"),
}
READERS: Mapping[str, tuple[object, ...]] = {
    "check": (),
    "dump": (),
    "export": ("protocol", "--body", "KS", "--date", "2016-02-22"),
}


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(("make", "words"), FILES.values(), ids=FILES.keys())
def test_a_file_that_cannot_be_used_is_told_on_one_line(
    path: Path, english: Run, make: Callable[[Path], object], words: str, command: str
) -> None:
    make(path)

    said = english(command, path, *READERS[command])

    assert words in said.refusal


@pytest.mark.parametrize("made", [name for name in FILES if name not in ("no such file", "a folder")])
def test_nothing_is_imported_into_a_file_that_is_not_ours(path: Path, english: Run, made: str) -> None:
    make, words = FILES[made]
    make(path)
    before = path.read_bytes()

    said = english("import", path, REAL)

    assert words in said.refusal
    assert path.read_bytes() == before
    assert names_in(path.parent) == [path.name]


def parts(**given: object) -> bytes:
    return json.dumps({"format": "klubban-open-1", **given}).encode()


DOCUMENTS: Mapping[str, tuple[bytes, str]] = {
    "nothing": (b"", "Expected JSON; line 1, column 1 is not"),
    "bad JSON": (b'{"format": "klubban-open-1",\n "bodies": [}', "Expected JSON; line 2, column 13 is not"),
    "other bytes": (b'{"format": "\xff"}', "Expected UTF-8; line 1 holds other bytes"),
    "another format": (
        b'{"format": "klubban-open-9"}',
        "/format: Expected one of these words: klubban-open-1",
    ),
    "a list": (b"[]", "Expected an object"),
    "an unknown key": (
        parts(meeting=[]),
        "/meeting: The key meeting is unknown here; perhaps meetings is meant",
    ),
    "an unknown person": (
        parts(bodies=BODIES, meetings=[{"body": "ks", "date": "2016-02-22", "chair": "nobody"}]),
        "/meetings/0/chair: There is no person with the key nobody",
    ),
    "a brace in a key": (parts(**{"{0}": 1}), "/{0}: The key {0} is unknown here"),
    "a date that does not exist": (
        parts(bodies=BODIES, meetings=[{"body": "ks", "date": "2016-02-30"}]),
        "/meetings/0/date: There is no date 2016-02-30",
    ),
    "a null character": (
        parts(people=[{"key": "a", "name": "A\0"}]),
        "/people/0/name: The character U+0000 at position 2 cannot be part of a text",
    ),
}


@pytest.mark.parametrize(("data", "words"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
@pytest.mark.parametrize("there", [False, True], ids=["into no file", "into a file"])
def test_a_document_that_is_refused_leaves_nothing(
    path: Path, english: Run, data: bytes, words: str, *, there: bool
) -> None:
    if there:
        Database.create(path).close()
    before = path.read_bytes() if there else None
    (path.parent / "dokument.json").write_bytes(data)

    said = english("import", path, path.parent / "dokument.json")

    assert words in said.refusal
    assert names_in(path.parent) == ["dokument.json"] + [path.name] * there
    assert before == (path.read_bytes() if there else None)


@pytest.mark.parametrize("given", ["borta.json", "."], ids=["no such document", "a folder"])
def test_a_document_that_cannot_be_read_is_told_and_no_file_is_made(
    path: Path, english: Run, given: str
) -> None:
    said = english("import", path, path.parent / given)

    assert "cannot be read" in said.refusal
    assert names_in(path.parent) == []


def test_a_file_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path, english: Run) -> None:
    said = english("import", tmp_path / "borta" / "ekby.klubban", REAL)

    assert "cannot be opened" in said.refusal


def test_nothing_is_imported_into_a_file_that_somebody_else_writes(real: Path, english: Run) -> None:
    with closing(Database.open(real, "Bo Ek")) as database:
        before = rows(database)
        said = english("import", real, document(real.parent, bodies=BODIES))
        assert rows(database) == before

    assert "is open for reading only" in said.refusal


EXPORTS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "an unknown body": (("protocol", "--body", "BUN", "--date", "2016-02-22"),
                        "There is no body BUN; there are: KS (Kommunstyrelsen), "
                        "Kommunstyrelsen (Kommunstyrelsen i Ekby), Ekby råd"),
    "an ambiguous body": (("protocol", "--body", "kommunstyrelsen", "--date", "2016-02-22"),
                          "kommunstyrelsen may be any of: KS (Kommunstyrelsen), "
                          "Kommunstyrelsen (Kommunstyrelsen i Ekby)"),
    "no date": (("protocol", "--body", "KS", "--date", "2016-02-30"),
                "There is no date 2016-02-30; expected one such as 2016-02-22"),
    "words for a date": (("protocol", "--body", "KS", "--date", "i går"), "There is no date i går"),
    "no time": (("protocol", "--body", "KS", "--date", "2016-02-22", "--time", "25:00"),
                "There is no time 25:00; expected one such as 18:30"),
    "no meeting that day": (("protocol", "--body", "KS", "--date", "2016-02-23"),
                            "Kommunstyrelsen has no such meeting on 2016-02-23; "
                            "it meets on 2016-02-22, 2016-02-22"),
    "no meeting at that time": (("protocol", "--body", "KS", "--date", "2016-02-22", "--time", "19:00"),
                                "Kommunstyrelsen has no such meeting on 2016-02-22"),
    "two meetings that day": (("protocol", "--body", "KS", "--date", "2016-02-22"),
                              "Kommunstyrelsen met more than once on 2016-02-22; "
                              "add --time, one of 18:30, 20:00"),
    "an unknown paragraph": (("extract", "--body", "KS", "--date", "2016-02-22", "--time", "18:30",
                              "--paragraph", "7"),
                             "There is no § 7 in this meeting; there are 1"),
    "words for a paragraph": (("extract", "--body", "KS", "--date", "2016-02-22", "--paragraph", "x"),
                              "argument --paragraph: invalid int value: 'x'"),
    "an unknown kind": (("protokoll", "--body", "KS", "--date", "2016-02-22"),
                        "argument KIND: invalid choice: 'protokoll' (choose from"),
    "no body": (("protocol", "--date", "2016-02-22"), "--body is needed to find the meeting"),
    "an unknown option": (("protocol", "--body", "KS", "--date", "2016-02-22", "--all"),
                          "unrecognized arguments: --all"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "told"), EXPORTS.values(), ids=EXPORTS.keys())
def test_an_export_that_means_nothing_is_told_on_one_line(
    several: Path, english: Run, words: tuple[str, ...], told: str
) -> None:
    said = english("export", several, *words, "--out", several.parent / "ut")

    assert told in said.refusal
    assert names_in(several.parent) == [several.name]


@pytest.mark.parametrize(
    "words", [("file", "another"), ("-x",), ("import",), ("import", "a", "b", "c"), ("dmup", "f")]
)
def test_words_that_mean_nothing_are_told_on_one_line(english: Run, words: tuple[str, ...]) -> None:
    said = english(*words)

    assert said.refusal


# --- as a program


def program(*words: object, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program itself, without a display."""
    environment = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    return subprocess.run(
        [sys.executable, "-m", "klubban", *map(str, words)],
        input=given,
        capture_output=True,
        check=False,
        env={**environment, "KLUBBAN_LANGUAGE": "en", **variables},
    )


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_whoever_has_read_enough_of_a_dump_may_close_it(real: Path) -> None:
    command = f"{sys.executable} -m klubban dump '{real}' | head -c 10"

    done = subprocess.run(command, shell=True, capture_output=True, check=True)  # noqa: S602 - a pipe is the point

    assert (done.stdout, done.stderr) == (b'{\n  "forma', b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
@pytest.mark.parametrize("command", ["dump", "check"])
def test_output_that_cannot_be_written_is_told_on_one_line(real: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "klubban", command, str(real)],
            stdout=full, stderr=subprocess.PIPE, check=False, env={**os.environ, "KLUBBAN_LANGUAGE": "en"},
        )  # fmt: skip

    assert done.returncode == 2
    assert done.stderr == b"klubban: The result could not be written: No space left on device\n"


def test_a_name_that_no_terminal_can_show_is_no_failure(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff.klubban")
    Database.create(file).close()

    done = program("check", file, PYTHONUTF8="1")

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("words", ["check {file}", "--help"])
def test_output_that_was_closed_is_told_on_one_line(real: Path, words: str) -> None:
    command = f"{sys.executable} -m klubban {words.format(file=real)} >&-"
    english = {**os.environ, "KLUBBAN_LANGUAGE": "en"}

    done = subprocess.run(command, shell=True, capture_output=True, check=False, env=english)  # noqa: S602 - a shell closes it

    assert done.returncode == 2
    assert done.stderr == b"klubban: The result could not be written: Bad file descriptor\n"


def test_a_refusal_is_not_written_among_the_output_when_nobody_hears_it(tmp_path: Path) -> None:
    command = f"{sys.executable} -m klubban check '{tmp_path / 'none'}' 2>&-"

    done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602 - a shell closes it

    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("words", ["--help", "export --help", "check nosuch.klubban"])
def test_swedish_is_no_failure_where_the_terminal_knows_only_ascii(words: str) -> None:
    done = program(*words.split(), PYTHONIOENCODING="ascii:strict", KLUBBAN_LANGUAGE="sv")

    assert b"Traceback" not in done.stderr
    assert b"\\xe4" in done.stdout + done.stderr
