from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import Run


def test_each_person_with_a_seat_has_a_row(run: Run, sample: Path) -> None:
    lines = run("statistics", sample, "--body", "KS").out.splitlines()

    assert lines[:2] == ["Namn,Parti,Sammanträden,Närvarande,Procent", "Åsa Wennergren,S,4,4,100"]
    assert not any(line.startswith("Helena Sävborg") for line in lines)  # the secretary has no seat
    assert len(lines) == len(set(lines))


def test_only_meetings_of_the_period_count(run: Run, sample: Path) -> None:
    said = run("statistics", sample, "--body", "KS", "--from", "2026-06-01", "--to", "2026-12-31")

    assert "Åsa Wennergren,S,1,1,100" in said.out.splitlines()


def test_a_period_without_meetings_has_no_per_cent(run: Run, sample: Path) -> None:
    said = run("statistics", sample, "--body", "KS", "--from", "2030-01-01")

    assert "Åsa Wennergren,S,0,0," in said.out.splitlines()


def test_a_day_that_does_not_exist_is_refused(run: Run, sample: Path) -> None:
    assert "2026-02-30" in run("statistics", sample, "--body", "KS", "--from", "2026-02-30").refusal


@pytest.mark.parametrize("day", ["", "20260101", "2026-W01", "2026-01-01T10:00"])
def test_a_day_in_another_form_is_refused(run: Run, sample: Path, day: str) -> None:
    assert "2016-02-22" in run("statistics", sample, "--body", "KS", "--from", day).refusal


def test_a_body_is_known_by_its_key_where_nothing_else_is_called_so(run: Run, tmp_path: Path) -> None:
    file = imported(
        run, tmp_path, bodies=[{"key": "kds", "name": "Kommundelsstyrelsen", "kind": "committee"}]
    )

    assert run("statistics", file, "--body", "kds").code == 0
    assert "Kommundelsstyrelsen" in run("statistics", file, "--body", "").refusal


def test_who_is_of_no_party_has_the_one_whose_seat_it_is(run: Run, tmp_path: Path) -> None:
    file = imported(
        run,
        tmp_path,
        bodies=[{"key": "ks", "name": "Kommunstyrelsen", "kind": "committee"}],
        people=[{"key": "ek", "name": "Åsa Ek"}, {"key": "al", "name": "Ola Ål", "party": "M"}],
        seats=[
            {"body": "ks", "person": "ek", "role": "member", "party": "S"},
            {"body": "ks", "person": "al", "role": "member", "party": "C"},
        ],
    )

    assert run("statistics", file, "--body", "ks").out.splitlines()[1:] == ["Åsa Ek,S,0,0,", "Ola Ål,M,0,0,"]


def imported(run: Run, folder: Path, **parts: object) -> Path:
    document = folder / "d.json"
    document.write_text(json.dumps({"format": "klubban-open-1", **parts}), encoding="utf-8")
    assert run("import", folder / "d.klubban", document).code == 0
    return folder / "d.klubban"


def test_parties_are_counted_by_their_members_seats(run: Run, sample: Path) -> None:
    said = run(
        "statistics", sample, "--body", "KS", "--by", "party", "--from", "2026-05-18", "--to", "2026-05-18"
    )

    rows = [line.split(",") for line in said.out.splitlines()[1:]]
    assert sum(int(row[1]) for row in rows) == 13
    assert all(int(places) == int(seats) * int(held) for _name, seats, held, places, *_rest in rows)


def test_organisations_of_a_council_are_counted(run: Run, sample: Path) -> None:
    said = run("statistics", sample, "--body", "Brå", "--by", "organisation", "--from", "2026-01-01")

    assert any(line.startswith("Polismyndigheten,") for line in said.out.splitlines())


def test_an_unknown_way_to_count_is_refused(run: Run, sample: Path) -> None:
    assert "colour" in run("statistics", sample, "--body", "KS", "--by", "colour").refusal


def test_all_bodies_that_met_are_counted_on_average(run: Run, sample: Path) -> None:
    lines = run("statistics", sample, "--by", "body", "--to", "2026-05-31").out.splitlines()

    assert lines[0].startswith("Organ,Sammanträden,")
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["Kommunstyrelsen", "3", "13.0"],
        ["Brottsförebyggande rådet", "6", "23.0"],
        ["Trygghetsutskottet", "6", "3.0"],
        ["Chefssamrådet", "6", "8.0"],
        ["Planeringsgruppen", "10", "7.0"],
        ["Operativa gruppen", "15", "6.0"],
        ["Nätverket för trygghet och trivsel", "3", "10.0"],
    ]


def test_without_a_body_there_is_no_knowing_whose_members_to_count(run: Run, sample: Path) -> None:
    assert "--body" in run("statistics", sample).refusal
