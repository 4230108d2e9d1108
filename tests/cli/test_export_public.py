"""`klubban export … --public`: public versions of every kind, and what is told before they go out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from builders import Minutes, minutes, new_file
from canaries import canaries, masked
from klubban.domain.text import from_plain
from klubban.i18n import texts
from klubban.store.database import Database
from running import Run

KS = ("--body", "KS", "--date", "2016-02-22", "--public")
NUMBER = "811218-9876"
PUBLIC = texts("sv").pgettext("file name", "public")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with a confidential paragraph, § 19, and two that are not."""
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        ids = minutes(database, ("Hemligt", "Öppet", "Sist"), number=19)
        canaries(database, ids)
        masked(database, ids.items[1])
        looked_at(database, ids)
    return path


def looked_at(database: Database, ids: Minutes) -> None:
    with database.change("Write") as change:
        told = f"Sökanden, {NUMBER}, har skyddad\u00a0identitet. Ring 070-123 45 67."
        change.update("item", ids.items[0], secrecy="26 kap. 1 § OSL")
        change.update("item", ids.items[2], summary=from_plain(told), exercise_of_authority=True)


def test_what_should_be_looked_at_is_told_with_its_place(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("export", file, "protocol", *KS, "--out", tmp_path / "ut")

    assert said.code == 0
    assert Path(said.out.strip()).name == f"ks-2016-02-22-protokoll-{PUBLIC}.pdf"
    assert said.err.splitlines() == [
        "klubban: § 21: Myndighetsutövning mot enskild: Sist",
        f"klubban: § 21, Sammanfattning: Personnummer: {NUMBER}",
        "klubban: § 21, Sammanfattning: Telefonnummer: 070-123 45 67",
        "klubban: § 21, Sammanfattning: Ordet ”skyddad identitet”",
    ]


def test_a_confidential_paragraph_has_no_public_extract(run: Run, file: Path, tmp_path: Path) -> None:
    said = run("export", file, "extract", *KS, "--paragraph", "19", "--out", tmp_path / "ut")

    assert said.code != 0
    assert "§ 19 omfattas av sekretess" in said.err
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(("kind", "code"), [("roll", 1), ("labels", 1), ("script", 2), ("plan", 2)])
def test_what_is_never_public_is_refused(run: Run, file: Path, tmp_path: Path, kind: str, code: int) -> None:
    said = run("export", file, kind, *KS, "--out", tmp_path / "ut")

    assert (said.code, said.out, (tmp_path / "ut").exists()) == (code, "", False)
    assert len(said.err.splitlines()) == 1
