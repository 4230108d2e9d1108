from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builders import REAL
from klubban import __version__
from klubban.cli import commands
from running import Run


def test_import_makes_the_file_and_says_what_came_in(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ny.klubban"

    said = run("import", file, REAL)

    assert (said.code, said.out) == (0, f"1 sammanträde lästes in i {file}\n")
    assert file.is_file()


def test_importing_twice_says_that_nothing_was_changed(run: Run, real: Path) -> None:
    said = run("import", real, REAL)

    assert (said.code, said.out) == (0, f"{real} innehåller redan allt; ingenting ändrades\n")


def test_dump_gives_a_document_that_gives_the_same_document(run: Run, real: Path, tmp_path: Path) -> None:
    def dumped(file: Path) -> bytes:
        words = [sys.executable, "-m", "klubban", "dump", str(file)]
        return subprocess.run(words, capture_output=True, check=True).stdout

    first = dumped(real)
    document = tmp_path / "dump.json"
    document.write_bytes(first)
    other = tmp_path / "other.klubban"
    assert run("import", other, document).code == 0

    assert json.loads(first)["meetings"][0]["items"][0]["paragraph"] == 19
    assert dumped(other) == first


def test_sample_makes_a_file_that_is_whole(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "exempel.klubban"

    assert run("sample", file).code == 0
    assert run("check", file).code == 0

    assert "exempel.klubban finns redan" not in run("sample", file).refusal
    assert run("check", file).code == 0


def test_check_says_that_a_file_is_whole(run: Run, real: Path) -> None:
    said = run("check", real)

    assert (said.code, said.err) == (0, "")
    assert "är hel" in said.out


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", [None, *sorted(commands.NAMES)])
def test_help_names_every_word_in_the_readers_language(
    command: str | None, language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLUBBAN_LANGUAGE", language)

    said = run(*filter(None, [command]), "--help")

    assert said.code == 0
    assert said.out.startswith({"sv": "användning: klubban", "en": "usage: klubban"}[language])
    assert ("show this help" in said.out) is (language == "en")
    assert "None" not in said.out
    if command is None:
        assert all(f"    {name}" in said.out for name in commands.NAMES)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"Klubban {__version__}\n"


def test_an_argument_that_is_missing_is_named_in_swedish(run: Run) -> None:
    assert run("export").refusal.startswith("följande argument saknas: ")


def test_words_that_are_neither_a_command_nor_one_file_are_refused(run: Run) -> None:
    assert "'en.klubban'" in run("en.klubban", "två.klubban").refusal


def test_without_a_display_the_window_names_what_works(
    run: Run, real: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    for words in ([], [real]):
        refusal = run(*words).refusal
        assert all(name in refusal for name in commands.NAMES)


def test_a_reader_who_has_seen_enough_gets_no_traceback(real: Path) -> None:
    program = [sys.executable, "-m", "klubban", "dump", str(real)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()

        assert process.stderr.read() == b""


def test_the_program_starts_as_a_module_and_ends_with_the_commands_code(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "klubban", "check", str(tmp_path / "none.klubban")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "KLUBBAN_LANGUAGE": "en"},
    )

    assert done.returncode == 2
    assert done.stderr.startswith("klubban: There is no file at")
