from __future__ import annotations

from dataclasses import replace

from documents.meetings import invented_meeting, real_meeting
from klubban.documents import attendance
from klubban.documents.pdf import typeset
from klubban.documents.tree import Grouped
from klubban.domain.meeting import Meeting


def lines(meeting: Meeting) -> list[tuple[str, ...]]:
    """Return the rows of the list, without its head."""
    [table] = [node for node in attendance.build(meeting).nodes if isinstance(node, Grouped)]
    return [row for _, rows in table.groups for row in rows]


def test_the_list_names_everybody_once_and_those_deciding_first() -> None:
    meeting = real_meeting()

    found = lines(meeting)

    assert found[0] == ("Claes Thunblad (S)", "ordförande", "hela sammanträdet")
    assert found[4] == ("Anette Lindered (S)", "ersätter Christian Bengtzelius (S)", "hela sammanträdet")
    assert found[13] == ("Aydin Aydin (S)", "ersättare", "hela sammanträdet")
    assert ("Christina Rapp Lundahl", "kommundirektör", "hela sammanträdet") in found
    assert len(found) == len(meeting.attendance)


def test_paragraphs_distance_and_absence_are_told() -> None:
    meeting = invented_meeting()

    found = lines(meeting)

    took_part = {row[0]: row[2] for row in found}
    assert took_part["David Örn (V)"] == "på distans"
    assert took_part["Eva Asp (C)"] == "§§\u00a070–74, 76–81"
    assert took_part["Finn Ask (SD)"] == "fr.o.m.\u00a0§\u00a072"
    assert took_part["Tor Blom"] == "§\u00a074"
    assert [row[2] for row in found if row[0] == str(meeting.absent[0].who)] == ["frånvarande, anmält"]


def test_a_meeting_without_attendance_says_so() -> None:
    document = attendance.build(replace(real_meeting(), attendance=(), absent=()))

    assert typeset(document).pages == 1
    assert not any(isinstance(node, Grouped) for node in document.nodes)
