"""No operation changes a verified word: each is refused in words by itself, or touches nothing frozen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from builders import DATA, findings
from every_operation import Operation, operations
from klubban.domain.errors import RuleBroken
from klubban.operations.open_format import import_document
from klubban.store import frozen
from klubban.store.change import Guarded
from klubban.store.database import Database


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Return a file with rows in every table, whose meetings are verified; the tests leave it so."""
    document = json.loads((DATA / "everything.json").read_bytes())
    for meeting in document["meetings"]:
        meeting["stage"] = "verified"
    path: Path = tmp_path_factory.mktemp("verified") / "ekby.klubban"
    with closing(Database.create(path)) as database:
        import_document(database, json.dumps(document).encode())
        yield database
        assert findings(database) == []


@pytest.mark.parametrize("operation", [pytest.param(each, id=each.name) for each in operations()])
def test_it_is_refused_in_words_or_changes_nothing_that_is_verified(
    verified: Database, operation: Operation
) -> None:
    for number in (0, 1):
        with suppress(LookupError):  # another one took out what it is about
            assert _refused_in_words(verified, operation, number)

    with verified.read() as read:
        assert list(frozen.unlike(read)) == []


def _refused_in_words(database: Database, operation: Operation, number: int) -> bool:
    """Tell whether it was done, or refused by the program and not by the file's guards."""
    try:
        operation.run(database, number)
    except RuleBroken as error:
        return not isinstance(error, Guarded)
    return True
