"""A command run in this process, with its exit code and what it says."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from builders import REAL
from klubban import paths
from klubban.__main__ import main
from klubban.operations.open_format import import_document
from klubban.store.database import Database
from running import Run, Said


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in Swedish."""
    monkeypatch.setenv("KLUBBAN_LANGUAGE", "sv")
    monkeypatch.setenv("LANGUAGE", "sv")
    monkeypatch.setenv("COLUMNS", "100")

    def command(*words: object) -> Said:
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return command


@pytest.fixture
def real(run: Run, tmp_path: Path) -> Path:
    """Return a file with the real meeting."""
    file = tmp_path / "järfälla.klubban"
    assert run("import", file, REAL).code == 0
    return file


@pytest.fixture(scope="session")
def _made_sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a file with the sample: making it takes longer than most tests."""
    file = tmp_path_factory.mktemp("sample") / "exempel.klubban"
    with closing(Database.create(file)) as database:
        import_document(database, (paths.resources() / "sample.json").read_bytes())
    return file.read_bytes()


@pytest.fixture
def sample(_made_sample: bytes, tmp_path: Path) -> Path:
    """Return a file with the sample, without its papers."""
    file = tmp_path / "exempel.klubban"
    file.write_bytes(_made_sample)
    return file


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[Any], None]], Path]:
    """Return what writes the real document, changed by hand, and returns its path."""

    def write(change: Callable[[Any], None]) -> Path:
        document = json.loads(REAL.read_text(encoding="utf-8"))
        change(document)
        path = tmp_path / "changed.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return write
