"""The sheet that a roll is called by."""

from __future__ import annotations

from documents import rolls
from documents.rolls import ABERG, AL, ALG, ASP, AWAY, EK, OMAN, RASK, line, rolled
from klubban.documents import roll_sheet
from klubban.documents.pdf import typeset
from klubban.documents.tree import Grouped
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.meeting import Meeting
from klubban.domain.roll import CallUp, Coming
from klubban.domain.text import Text

LINES = (
    line(1, "chair", OMAN, AWAY),
    line(2, "vice_chair", EK, AWAY),
    line(3, "member", AL, AWAY),
    line(4, "member", None, AWAY, seat_party="M"),
    line(5, "alternate", ABERG, AWAY),
    line(6, "alternate", RASK, AWAY),
    line(7, "official", Named("Siv Lind", None, 12), AWAY, title="Kommunsekreterare"),
)


def table(meeting: Meeting) -> Grouped:
    """Return the one table of the sheet."""
    [found] = [node for node in roll_sheet.build(meeting).nodes if isinstance(node, Grouped)]
    return found


def test_everybody_who_may_come_has_a_box_and_nobody_sits_in_a_vacant_seat() -> None:
    found = table(rolled(LINES))

    assert found.head == ("Namn", "Närvarande", "Anmärkning")
    assert found.groups == (
        (
            "Ledamöter",
            (
                ("Åke Öman (S), ordförande", "☐", ""),
                ("Britta Ek (M), vice ordförande", "☐", ""),
                ("Cajsa Ål (S)", "☐", ""),
                ("Vakant (M)", "", ""),
            ),
        ),
        ("Ersättare", (("Hans Åberg (S)", "☐", ""), ("Jan Rask (C)", "☐", ""))),
        ("Tjänstemän", (("Siv Lind, kommunsekreterare", "☐", ""),)),
    )


def test_absences_told_and_what_alternates_answered_are_noted() -> None:
    asked = (
        CallUp(id=1, who=ABERG, for_=AL, answer=Coming.YES),
        CallUp(id=2, who=RASK, for_=EK, answer=Coming.NO),
        CallUp(id=3, who=ALG, for_=EK),
    )
    lines = (*LINES, line(8, "alternate", ALG, AWAY), line(9, "alternate", ASP, AWAY))
    told = (m.Absence(id=1, who=AL, told=True), m.Absence(id=2, who=ASP, told=True))
    meeting = rolled(lines, call_ups=asked, absent=told)

    remarks = {row[0]: row[-1] for _, rows in table(meeting).groups for row in rows}

    assert {name: words for name, words in remarks.items() if words} == {
        "Cajsa Ål (S)": "anmält förhinder; Hans Åberg (S) kommer i stället",
        "Hans Åberg (S)": "kommer i stället för Cajsa Ål (S)",
        "Jan Rask (C)": "tillfrågad, kan inte komma",
        "Gun Älg (M)": "tillfrågad, har inte svarat",
        "Eva Asp (C)": "anmält förhinder",
    }


def test_organisations_have_a_column_where_somebody_represents_one() -> None:
    sent = line(
        2, "member", Named("Ulla Bo", None), AWAY, represents="Kyrkan", instead_of=Named("Ove Ny", None)
    )

    found = table(rolled((LINES[0], sent)))

    assert found.head == ("Namn", "Organisation", "Närvarande", "Anmärkning")
    assert found.groups[0][1][1] == ("Ulla Bo", "Kyrkan", "☐", "ersätter Ove Ny")


def test_an_officials_organisation_stands_beside_the_name_where_nobody_else_has_one() -> None:
    official = line(3, "official", Named("Siv Lind", None), AWAY, represents="Kansliet")

    found = table(rolled((LINES[0], official)))

    assert found.head == ("Namn", "Närvarande", "Anmärkning")
    assert found.groups[1][1][0][0] == "Siv Lind, Kansliet"


def test_a_body_without_seats_has_nobody_to_call() -> None:
    nodes = roll_sheet.build(rolled(())).nodes

    assert any(isinstance(node, Text) for node in nodes)
    assert not any(isinstance(node, Grouped) for node in nodes)


def test_an_assembly_and_its_alternates_are_called_on_few_pages() -> None:
    assert typeset(roll_sheet.build(rolls.large(13, 7))).pages == 1
    assert typeset(roll_sheet.build(rolls.large(101))).pages <= 8
