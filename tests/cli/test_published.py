"""What goes out with `--public` beside records: lists of a body, and calendars."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from builders import DAY, minutes, new_file
from running import Run

NUMBER = "811218-9876"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        ids = minutes(database, ("Stöd åt enskild", "Öppet"), number=19)
        with database.change("Write") as change:
            change.update("item", ids.item, confidential=True)
            change.update("body", ids.body, absence_to="Siv Lind, 070-123 45 67")
            change.insert("group_meeting", meeting_id=ids.meeting, position=0, name="Majoriteten")
            for item, text in ((ids.items[0], "Hör sökanden."), (ids.items[1], f"Ring {NUMBER}.")):
                change.insert(
                    "assignment", item_id=item, position=0, text=text, due=DAY, status="open", name="Bo"
                )
    return path


def test_a_list_of_assignments_is_looked_through_too(run: Run, file: Path, tmp_path: Path) -> None:
    said = run(
        "export", file, "assignments", "--body", "KS", "--public", "--format", "txt", "--out", tmp_path
    )

    told = Path(said.out.strip()).read_text(encoding="utf-8")
    assert said.code == 0
    assert NUMBER in told
    assert "Hör sökanden" not in told
    assert said.err.splitlines() == [f"klubban: Uppdragslista, offentlig version: Personnummer: {NUMBER}"]


def test_a_public_calendar_tells_when_and_where_alone(run: Run, file: Path, tmp_path: Path) -> None:
    meeting = ("export", file, "calendar", "--body", "KS", "--date", DAY.isoformat(), "--out", tmp_path)

    whole = Path(run(*meeting).out.strip()).read_text(encoding="utf-8")
    public = Path(run(*meeting, "--public").out.strip()).read_text(encoding="utf-8")

    assert "Majoriteten" in whole
    assert "Siv Lind" in whole
    assert "DESCRIPTION" not in public
