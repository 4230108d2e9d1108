"""What every test may use: a file that is open, and a quick place for files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from builders import new_file
from klubban import i18n
from klubban.store.database import Database

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of this user's own in it

settings.register_profile(
    "klubban", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("klubban")


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Keep the tests' files in memory where that can be: the store waits for the disk at each change."""
    if os.access(MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(autouse=True)
def _speaks_as_before() -> Iterator[None]:
    """Leave the language as it was, whatever a test has said."""
    language = i18n.current().language
    yield
    i18n.use(language)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a test's file is made."""
    return tmp_path / "ekby.klubban"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """Return a new file, open for writing."""
    made = new_file(path)
    yield made
    made.close()
