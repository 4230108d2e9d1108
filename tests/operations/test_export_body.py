"""A body's terms of reference as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from builders import minutes, rows
from klubban.documents import tree
from klubban.operations.export_body import export_terms, prepare_terms
from klubban.store.database import Database

DAY = date(2026, 11, 22)


def test_the_terms_tell_who_is_in_the_body_that_day(database: Database, tmp_path: Path) -> None:
    ids = minutes(database)
    with database.change("Elect") as change:
        person = change.insert("person", key="ek", name="Britta Ek", party="M")
        seat = {"body_id": ids.body, "role": "member", "party": "M"}
        change.insert("seat", **seat, position=0, person_id=person, to_date=DAY)
        change.insert("seat", **seat, position=1)
    before = rows(database)

    words = list(tree.words(prepare_terms(database, ids.body, DAY).document))
    later = list(tree.words(prepare_terms(database, ids.body, date(2026, 11, 23)).document))

    assert "Britta Ek (M)" in words
    assert "Vakant (M)" in words
    assert "Britta Ek (M)" not in later
    assert export_terms(database, ids.body, DAY, tmp_path / "ut").name == "ks-uppdragsbeskrivning.pdf"
    assert rows(database) == before


def test_a_body_that_is_not_there_is_a_bug(database: Database) -> None:
    with pytest.raises(LookupError):
        prepare_terms(database, 99, DAY)
