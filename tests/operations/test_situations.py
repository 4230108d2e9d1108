"""Situation reports in a file: begun from what the body has, judged, gathered upwards, presented, written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

import pytest

from builders import findings, minutes
from klubban.documents import tree
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.domain.situation import Situation, owed
from klubban.domain.text import from_plain, plain
from klubban.operations import bodies, situations, undo
from klubban.operations.export_situation import prepare_situation, report_of
from klubban.operations.paper_file import paper_file
from klubban.operations.rolling_up import roll_up, take_out
from klubban.store import reads
from klubban.store import situations as store
from klubban.store.database import Database

FIRST, SECOND = date(2026, 11, 5), date(2026, 11, 12)
AREAS = ("Narkotika", "Skola")


@dataclass(frozen=True)
class Groups:
    operative: int
    planning: int


@pytest.fixture
def groups(database: Database) -> Groups:
    operative, planning = (
        bodies.add_body(database, name, BodyKind.GROUP) for name in ("Operativa gruppen", "Planeringsgruppen")
    )
    bodies.change_body(
        database, operative, reports_to=planning, areas=[*AREAS, " narkotika "], sources=["Polisen", ""]
    )
    return Groups(operative, planning)


def report(database: Database, id_: int) -> Situation:
    with database.read() as read:
        return store.situation(read, id_)


def finished(database: Database, body: int, day: date, steps: Sequence[int], events: str = "") -> int:
    id_ = situations.begin_situation(database, body, day)
    areas = report(database, id_).areas
    for area, step in zip(areas, steps, strict=True):
        situations.judge_area(database, area.id, step)
    situations.change_area(database, areas[0].id, events=from_plain(events))
    situations.finish_situation(database, id_, day)
    return id_


def test_a_report_begins_with_the_areas_of_its_body_or_else_of_its_last_report(
    database: Database, groups: Groups
) -> None:
    bodies.change_body(database, groups.operative, scale=["Grön", "Blå", "Gul", "Röd", "Svart"])
    one = situations.begin_situation(database, groups.operative, FIRST)
    other = situations.begin_situation(database, groups.planning, FIRST)
    situations.add_area(database, other, "Centrum")
    again = situations.begin_situation(database, groups.planning, SECOND, from_date=FIRST)

    found = report(database, one)
    assert [(area.name, area.step) for area in found.areas] == [("Narkotika", None), ("Skola", None)]
    assert (found.sources, found.scale[4]) == (("Polisen",), "Svart")
    assert [area.name for area in report(database, again).areas] == ["Centrum"]
    bodies.change_body(database, groups.operative, scale=[])
    assert report(database, one).scale[0] == "Grön"


@pytest.mark.parametrize("scale", [["Grön", "Röd"], ["a", "b", "c", "d", "A"], ["a", "b", "c", "d", ""]])
def test_a_scale_that_is_no_scale_is_refused(database: Database, groups: Groups, scale: list[str]) -> None:
    with pytest.raises(RuleBroken, match=r"scale"):
        bodies.change_body(database, groups.operative, scale=scale)


def test_a_report_is_finished_when_all_is_judged_and_changed_when_it_is_open_again(
    database: Database, groups: Groups
) -> None:
    id_ = situations.begin_situation(database, groups.operative, FIRST)
    narcotics, school = report(database, id_).areas
    situations.judge_area(database, narcotics.id, 3)
    with pytest.raises(RuleBroken, match="not judged yet: Skola"):
        situations.finish_situation(database, id_, FIRST)
    with pytest.raises(RuleBroken, match="from 1 to 5, not 6"):
        situations.judge_area(database, school.id, 6)
    with pytest.raises(RuleBroken, match="called SKOLA already"):
        situations.add_area(database, id_, "SKOLA")
    with pytest.raises(RuleBroken, match="after the day"):
        situations.change_situation(database, id_, from_date=SECOND)
    situations.move_area(database, school.id, None)
    situations.remove_area(database, narcotics.id)
    undo.undo(database)
    situations.judge_area(database, school.id, 1)
    situations.finish_situation(database, id_, FIRST)

    assert [(area.name, area.step) for area in report(database, id_).areas] == [
        ("Skola", 1),
        ("Narkotika", 3),
    ]
    with pytest.raises(RuleBroken, match="is finished"):
        situations.change_situation(database, id_, by="Eva Asp")
    situations.reopen_situation(database, id_)
    situations.change_situation(database, id_, by=" Eva  Asp ", sources=["Polisen", "polisen", "Skolan"])
    found = report(database, id_)
    assert (found.by, found.sources, found.is_done) == ("Eva Asp", ("Polisen", "Skolan"), False)
    assert not findings(database)


def test_reports_from_below_are_gathered_and_what_somebody_wrote_stands(
    database: Database, groups: Groups
) -> None:
    early = finished(database, groups.operative, FIRST, (3, 1), "Försäljning.")
    into = situations.begin_situation(database, groups.planning, SECOND)
    roll_up(database, into, [early])
    with pytest.raises(RuleBroken, match="in this one already"):
        roll_up(database, into, [early])
    late = finished(database, groups.operative, SECOND, (4, 2), "Mer.")
    narcotics = report(database, into).areas[0]
    assert narcotics.step == 3
    situations.change_area(database, narcotics.id, events=from_plain("Eget."))
    roll_up(database, into, [late])

    found = report(database, into)
    assert (found.rolled_up, found.sources) == ((early, late), ("Polisen",))
    assert [(area.name, area.step) for area in found.areas] == [("Narkotika", 4), ("Skola", 2)]
    written = plain(found.areas[0].events)
    assert written == "Eget.\n\nOperativa gruppen 2026-11-12\n\nMer."
    situations.reopen_situation(database, late)
    with pytest.raises(RuleBroken, match="take it out of that first"):
        situations.remove_situation(database, late)
    take_out(database, into, late)
    assert [area.step for area in report(database, into).areas] == [3, 1]
    with pytest.raises(RuleBroken, match="report to itself"):
        bodies.change_body(database, groups.planning, reports_to=groups.operative)


def test_a_report_is_owed_before_the_body_above_meets(database: Database, groups: Groups) -> None:
    with database.change("Meet") as change:
        change.insert("meeting", body_id=groups.planning, date=FIRST, starts=time(9), stage="closed")
        next_one = change.insert(
            "meeting", body_id=groups.planning, date=SECOND, starts=time(9), stage="planned"
        )
    with database.read() as read:
        [due] = owed(store.due(read, date(2026, 11, 8)), date(2026, 11, 8))
    finished(database, groups.operative, date(2026, 11, 9), (1, 1))

    assert (due.body, due.to, due.meeting) == (groups.operative, groups.planning, next_one)
    with database.read() as read:
        assert owed(store.due(read, date(2026, 11, 10)), date(2026, 11, 10)) == ()


def test_a_report_is_presented_with_its_paper_in_one_act(database: Database, groups: Groups) -> None:
    item = minutes(database, number=None).item
    id_ = finished(database, groups.operative, FIRST, (2, 1))
    paper = paper_file("lägesrapport.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    situations.present_at(database, id_, item, paper=paper)

    with database.read() as read:
        assert store.presented(read)[id_].item == item
        [kept] = reads.around(read, item).item_by_id(item).documents
    assert kept.title == "lägesrapport"
    undo.undo(database)
    with database.read() as read:
        assert store.presented(read) == {}
        assert reads.around(read, item).item_by_id(item).documents == ()


def test_what_was_presented_at_a_confidential_item_is_never_public(
    database: Database, groups: Groups
) -> None:
    item = minutes(database, number=19).item
    id_ = finished(database, groups.operative, FIRST, (2, 1), "Försäljning.")
    into = situations.begin_situation(database, groups.planning, SECOND)
    roll_up(database, into, [id_])
    with pytest.raises(RuleBroken, match="not finished"):
        prepare_situation(database, into, public=True)
    situations.finish_situation(database, into, SECOND)
    public = prepare_situation(database, into, public=True)
    with database.change("Keep") as change:
        change.update("item", item, confidential=True, title="Hot mot vittne")
    situations.present_at(database, id_, item)

    assert public.stem == "planeringsgruppen-lägesrapport-2026-11-12-offentlig"
    assert any("Försäljning." in word for word in tree.words(public.document))
    for each in (id_, into):
        with pytest.raises(RuleBroken, match="confidential"):
            prepare_situation(database, each, public=True)
    assert not any("Hot" in word for word in tree.words(prepare_situation(database, id_).document))
    later = finished(database, groups.operative, SECOND, (3, 1))
    assert "Från rapport till rapport" not in public_words(database, later)


def public_words(database: Database, id_: int) -> list[str]:
    return list(tree.words(prepare_situation(database, id_, public=True).document))


def test_the_latest_report_is_found_or_that_of_a_day(database: Database, groups: Groups) -> None:
    with pytest.raises(RuleBroken, match="no situation reports"):
        report_of(database, groups.operative)
    early, late, also = (finished(database, groups.operative, day, (1, 1)) for day in (FIRST, SECOND, SECOND))

    assert report_of(database, groups.operative) == also
    assert report_of(database, groups.operative, FIRST) == early
    with pytest.raises(RuleBroken, match="of 2026-11-06"):
        report_of(database, groups.operative, date(2026, 11, 6))
    stems = {prepare_situation(database, each).stem for each in (early, late, also)}
    assert len(stems) == 3
