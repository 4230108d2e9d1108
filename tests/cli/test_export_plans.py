"""`klubban export FILE agreement|activities|promises|steering|recommendations|goals`."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from builders import minutes, names_in, new_file
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.text import from_plain
from klubban.operations import activities, commitments, follow_ups, goals
from running import Run

SECRET = "Hemlighuset"  # noqa: S105 - no password, but a word that must not be seen


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Return a file whose committee has two agreements, one of them out of a confidential item."""
    path = tmp_path / "ekby.klubban"
    with closing(new_file(path)) as database:
        ids = minutes(database, ("Trygghet", f"Stöd till {SECRET}"))
        with database.change("Hide") as change:
            change.update("item", ids.items[1], confidential=True, public_title="Ärende")
        for title, item in (("Samverkan 2024–2027", ids.item), (f"Avtal med {SECRET}", ids.items[1])):
            made = commitments.add_commitment(
                database, ids.body, CommitmentKind.AGREEMENT, title, item=item, area=title
            )
            activities.add_activity(database, made, f"Vandring enligt {title}")
            follow_ups.follow_up(
                database,
                made,
                date(2025, 5, 3),
                progress=Progress.DONE,
                text=from_plain(f"Om {title}"),
                item=ids.item,
            )
            follow_ups.follow_up(
                database, made, date(2025, 6, 3), text=from_plain(f"Om {SECRET}"), item=ids.items[1]
            )
        goals.add_goal(database, ids.body, f"Mål för {SECRET}", commitment=made)
        goal = goals.add_goal(database, ids.body, "Tryggt")
        one = goals.add_indicator(database, goal, "Trygghet", none_at=Decimal(0), full_at=Decimal(10))
        goals.measure(database, one, 2025, Decimal("4.7"))
        goals.comment_on_year(database, goal, 2025, from_plain(f"Mest i {SECRET}"), item=ids.items[1])
    return path


def written(run: Run, file: Path, out: Path, *words: object) -> dict[str, str]:
    out.mkdir(exist_ok=True)
    said = run(
        "export", file, *words, "--body", "KS", "--date", "2026-11-22", "--format", "txt", "--out", out
    )
    assert said.code == 0
    return {name: (out / name).read_text() for name in names_in(out)}


@pytest.mark.parametrize("public", [(), ("--public",)])
def test_what_came_out_of_confidential_items_is_told_in_no_document(
    run: Run, planned: Path, tmp_path: Path, public: tuple[str, ...]
) -> None:
    for kind in ("agreement", "activities", "promises", "steering", "recommendations", "goals"):
        found = written(run, planned, tmp_path / kind, kind, *public)

        assert found
        assert SECRET not in "".join((*found, *found.values()))


def test_an_agreement_is_written_with_its_history_and_goals_with_their_index(
    run: Run, planned: Path, tmp_path: Path
) -> None:
    agreements = written(run, planned, tmp_path / "avtal", "agreement")
    index = written(run, planned, tmp_path / "mal", "goals")

    assert len(agreements) == 2
    told = agreements["ks-samverkan-2024-2027-2026-11-22.txt"]
    assert "3 maj 2025, Kommunstyrelsen 2016-02-22 § 19" in told
    assert "Om Samverkan 2024–2027" in told
    assert "47" in "".join(index.values())
    assert "röd" in "".join(index.values())


def test_what_does_not_go_with_plans_is_refused(run: Run, planned: Path) -> None:
    without = run("export", planned, "promises")
    numbered = run("export", planned, "goals", "--body", "KS", "--paragraph", 4)

    assert (without.code, numbered.code) == (2, 2)
    assert "--body behövs" in without.err
    assert "--paragraph" in numbered.err
