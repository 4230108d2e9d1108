from __future__ import annotations

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from documents.meetings import LIND, body, invented_meeting, plain_meeting, real_meeting
from documents.rolls import ABERG, AL, ASP, AWAY, BLOM, EK, OMAN, RASK, large, line, rolled, until
from klubban.documents import attendance
from klubban.documents.pdf import typeset
from klubban.documents.tree import Grouped
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.meeting import Meeting
from klubban.domain.roll import Stay
from klubban.domain.rules import BodyKind


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
    assert took_part["David Örn (V)"] == "hela sammanträdet, på distans"
    assert took_part["Eva Asp (C)"] == "hela sammanträdet utom §\u00a075 (jäv)"
    assert took_part["Finn Ask (SD)"] == "fr.o.m.\u00a0§\u00a072"
    assert took_part["Tor Blom"] == "§\u00a074"
    away = str(meeting.absent[0].who)
    assert [row[2] for row in found if row[0] == away] == ["anmält förhinder"]


def test_a_meeting_without_attendance_says_so() -> None:
    document = attendance.build(replace(real_meeting(), attendance=(), absent=()))

    assert typeset(document).pages == 1
    assert not any(isinstance(node, Grouped) for node in document.nodes)


def groups(meeting: Meeting) -> dict[str, list[str]]:
    """Return the names in each group."""
    [table] = [node for node in attendance.build(meeting).nodes if isinstance(node, Grouped)]
    return {title: [row[0] for row in rows] for title, rows in table.groups}


def test_everybody_stands_in_the_group_of_their_capacity() -> None:
    kinds = ("official", "guest", "co_opted", "staff_representative", "other", "alternate", "member")
    rows = tuple(
        m.Attendee(id=place, who=Named(kind, None), attends_as=m.AttendsAs(kind))
        for place, kind in enumerate(kinds, 1)
    )
    away = (m.Absence(id=1, who=Named("borta", None)),)

    assert groups(plain_meeting(attendance=rows, absent=away, secretary=LIND)) == {
        "Ledamöter": ["member"],
        "Ersättare": ["alternate"],
        "Adjungerade": ["co_opted"],
        "Personalföreträdare": ["staff_representative"],
        "Tjänstemän": ["official", "Siv Lind"],
        "Inbjudna": ["guest"],
        "Övriga": ["other"],
        "Frånvarande": ["borta"],
    }


def test_members_stand_in_the_order_of_their_seats_with_who_served_for_them_below() -> None:
    seats = [line(3, "member", AL, AWAY), line(4, "member", EK), line(5, "member", ASP, until(60))]
    alternates = [line(6, "alternate", RASK), line(7, "alternate", ABERG)]
    meeting = rolled(
        [line(1, "chair", OMAN), *seats, *alternates], absent=(m.Absence(id=1, who=AL, told=True),)
    )

    assert lines(meeting)[1:6] == [
        ("Cajsa Ål (S)", "ledamot", "frånvarande, anmält förhinder"),
        ("Hans Åberg (S)", "ersätter Cajsa Ål (S)", "hela sammanträdet"),
        ("Britta Ek (M)", "ledamot", "hela sammanträdet"),
        ("Eva Asp (C)", "ledamot", "t.o.m.\u00a0§\u00a060"),
        ("Jan Rask (C)", "ersätter Eva Asp (C)", "fr.o.m.\u00a0§\u00a061"),
    ]
    assert groups(meeting)["Ersättare"] == ["Jan Rask (C)"]


def test_who_came_back_to_an_assembly_and_may_not_serve_stands_at_their_seat() -> None:
    stays = (Stay(id=1, last=60), Stay(id=2, first=65))
    lines_ = [line(1, "chair", OMAN), line(2, "member", ASP, stays), line(3, "alternate", RASK)]
    meeting = rolled(lines_, body=body(BodyKind.ASSEMBLY))

    assert ("Eva Asp (C)", "tjänstgör inte", "fr.o.m.\u00a0§\u00a065") in lines(meeting)
    assert list(groups(meeting)) == ["Ledamöter och tjänstgörande ersättare", "Ersättare"]


def test_a_groups_heading_is_never_left_alone_at_the_foot_of_a_page() -> None:
    for members in range(21, 27):
        made = typeset(attendance.build(large(members, 4)))
        file = pypdfium2.PdfDocument(made.data)
        for page in file:
            text_page = page.get_textpage()
            words = text_page.get_text_range().split()
            text_page.close()
            assert words[-1] not in ("Ersättare", "Tjänstemän")
        file.close()


def test_absent_alternates_have_a_group_of_their_own_without_empty_cells() -> None:
    told = (m.Absence(id=1, who=ASP, told=True),)
    meeting = rolled([line(1, "chair", OMAN), line(2, "alternate", ASP, AWAY)], absent=told)

    assert groups(meeting)["Frånvarande ersättare"] == ["Eva Asp (C)"]
    assert lines(meeting)[-1] == ("Eva Asp (C)", "ersättare", "anmält förhinder")


def test_those_away_who_are_not_all_alternates_are_merely_absent() -> None:
    told = (m.Absence(id=1, who=ASP, told=True), m.Absence(id=2, who=BLOM, told=True))
    lines_of_roll = [
        line(1, "chair", OMAN),
        line(2, "alternate", ASP, AWAY),
        line(3, "official", BLOM, AWAY, title="Kommundirektör"),
    ]
    meeting = rolled(lines_of_roll, absent=told)

    assert groups(meeting)["Frånvarande"] == ["Eva Asp (C)", "Tor Blom"]
    assert lines(meeting)[-1] == ("Tor Blom", "kommundirektör", "anmält förhinder")
