"""The list of assignments: who, what, by when, how it stands, and the latest report."""

from __future__ import annotations

from datetime import date

from documents.meetings import body, plain_meeting
from klubban.documents import assignment_list, tree
from klubban.domain.assignment import Assignment, AssignmentStatus, Report
from klubban.domain.body import Named, Organisation
from klubban.domain.text import from_plain
from klubban.domain.undertaken import Undertaken, by_due, given_at, open_before

DAY = date(2026, 11, 12)
EKBY = Organisation(name="Ekby kommun")
OPEN, DONE = AssignmentStatus.OPEN, AssignmentStatus.DONE


def one(id_: int, due: date | None = None, status: AssignmentStatus = OPEN, **facts: object) -> Undertaken:
    reports = (
        Report(id=1, date=date(2026, 9, 3), text=from_plain("Påbörjat.")),
        Report(id=2, date=date(2026, 10, 8), text=from_plain("Sju av tolv är klara.\n\nResten väntar.")),
    )
    given = Assignment(
        id=id_,
        to=Named("Tor Blom"),
        text="redovisa laddplatserna",
        due=due,
        status=status,
        reports=reports if id_ == 1 else (),
    )
    return Undertaken(assignment=given, **({"on": date(2026, 3, 5), "number": 21, "meeting": 1} | facts))  # type: ignore[arg-type]


def listed(*waiting: Undertaken, given: tuple[Undertaken, ...] | None = None) -> tree.Document:
    meeting = None if given is None else plain_meeting()
    return assignment_list.build(
        assignment_list.Assigned(
            organisation=EKBY, body=body(), day=DAY, meeting=meeting, given=given or (), waiting=waiting
        )
    )


def rows(document: tree.Document) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        title: lines
        for node in document.nodes
        if isinstance(node, tree.Grouped)
        for title, lines in node.groups
    }


def test_each_has_who_what_by_when_and_how_it_stands_with_the_latest_report() -> None:
    (row,) = rows(listed(one(1, date(2026, 11, 8))))[""]

    assert row == (
        "Tor Blom\n2026-03-05, §\u00a021",
        "Redovisa laddplatserna",
        "2026-11-08",
        "Pågår, 4 dagar över tiden\n2026-10-08: Sju av tolv är klara. Resten väntar.",
    )


def test_what_was_given_stands_before_what_is_open_from_before() -> None:
    document = listed(one(2, date(2026, 11, 8)), given=(one(3), one(4, status=DONE)))

    assert {title: len(lines) for title, lines in rows(document).items()} == {
        "Givna vid sammanträdet": 2,
        "Pågår sedan tidigare": 1,
    }
    assert [line[3] for line in rows(document)["Givna vid sammanträdet"]] == ["Pågår", "Klart"]
    assert "2 uppdrag gavs vid sammanträdet. 1 pågår sedan tidigare. 1 av dem är försenat." in tree.words(
        document
    )


def test_a_list_without_any_says_so_and_has_no_table() -> None:
    assert rows(listed()) == {}
    assert "Inga uppdrag pågår." in tree.words(listed())
    assert "Inga uppdrag gavs vid sammanträdet." in tree.words(listed(given=()))


def test_what_is_done_is_never_late_and_what_has_no_day_comes_last() -> None:
    late, done, never = one(1, date(2026, 1, 1)), one(2, date(2025, 1, 1), DONE), one(3)

    assert [each.days_late(date(2026, 1, 3)) for each in (late, done, never)] == [2, 0, 0]
    assert by_due((never, late)) == (late, never)


def test_a_meeting_has_what_it_gave_and_what_was_open_when_it_was_held() -> None:
    own, before = one(1, meeting=7, on=DAY), one(2, meeting=1)
    later, done = one(3, meeting=9, on=date(2026, 12, 1)), one(4, status=DONE)
    found = (own, before, later, done)

    assert given_at(found, 7) == (own,)
    assert open_before(found, 7, DAY) == (before,)
