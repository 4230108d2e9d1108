from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from exchange.generated import documents, without_what_follows
from exchange.generated_values import Object
from klubban import paths
from klubban.exchange.open_format import parse
from klubban.operations.open_format import dump_file, import_document
from klubban.store.database import Database

REAL = Path(__file__).parents[1] / "data" / "jarfalla-ks-2016-02-22.json"


def through_a_file(data: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        database = Database.create(Path(folder) / "ekby.klubban")
        try:
            import_document(database, data)
            return dump_file(database)
        finally:
            database.close()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(documents())
def test_what_comes_in_goes_out_as_it_came(document: Object) -> None:
    dumped = through_a_file(json.dumps(document).encode())

    assert without_what_follows(json.loads(dumped)) == document


def test_the_real_meeting_gives_the_same_bytes_again() -> None:
    once = through_a_file(REAL.read_bytes())

    assert through_a_file(once) == once


def test_the_sample_is_written_as_dump_writes_it() -> None:
    data = (paths.resources() / "sample.json").read_bytes()

    assert through_a_file(data) == data


def test_the_real_meeting_says_the_same_when_it_comes_back() -> None:
    before = parse(REAL.read_bytes()).meetings[0]

    after = parse(through_a_file(REAL.read_bytes())).meetings[0]

    assert after.model_copy(update={"stage": None}) == before
