"""The notations that real protocols use, as the first page and the attendance list print them.

Where they come from: law.md 2.1, "Service notations to support".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from documents import rolls
from documents.meetings import body, plain_meeting
from documents.rolls import ABERG, AL, ALG, ASP, AWAY, BLOM, EK, OMAN, RASK, items, line, rolled, since, until
from documents.test_protocol import facts
from klubban.documents import attendance, protocol, tree
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.look import Look, ServiceStyle
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Moment, RollLine, Stay
from klubban.domain.rules import BodyKind


def deciding(meeting: m.Meeting, **style: Any) -> list[str]:
    """Return the first page's lines of those who decided."""
    organisation = replace(meeting.organisation, look=Look(**style))
    return spaced(facts(protocol.build(replace(meeting, organisation=organisation)))["Beslutande"])


def others(meeting: m.Meeting) -> list[str]:
    """Return the first page's lines of the others."""
    return spaced(facts(protocol.build(meeting))["Övriga närvarande"])


def listed(meeting: m.Meeting) -> list[tuple[str, ...]]:
    """Return the rows of the attendance list."""
    [table] = [node for node in attendance.build(meeting).nodes if isinstance(node, tree.Grouped)]
    return [tuple(spaced(list(row))) for _, rows in table.groups for row in rows]


def spaced(lines: list[str]) -> list[str]:
    """Return the lines with ordinary spaces."""
    return [each.replace("\u00a0", " ") for each in lines]


def attended(who: Named, kind: str = "member", **more: Any) -> m.Attendee:
    """Return somebody as an imported list has them."""
    return m.Attendee(id=1, who=who, attends_as=m.AttendsAs(kind), **more)


def with_row(*people: m.Attendee, **more: Any) -> m.Meeting:
    """Return a meeting of §§ 57–73 without a roll."""
    return plain_meeting(items=items(57, 73), attendance=people, **more)


SEATS = (line(1, "chair", OMAN), line(2, "vice_chair", EK))


def test_an_alternate_is_named_with_the_member_that_they_replace() -> None:
    meeting = rolled([*SEATS, line(3, "member", AL, AWAY), line(4, "alternate", ABERG)])

    assert deciding(meeting)[-1] == "Hans Åberg (S) ersätter Cajsa Ål (S)"
    assert listed(meeting)[2:] == [
        ("Cajsa Ål (S)", "ledamot", "frånvarande"),
        ("Hans Åberg (S)", "ersätter Cajsa Ål (S)", "hela sammanträdet"),
    ]


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        (ServiceStyle.REPLACES, ["Jan Rask (C) ersätter Eva Asp (C), § 66"]),
        (ServiceStyle.ALTERNATE_FOR, ["Jan Rask (C), ersättare för Eva Asp (C), § 66"]),
        (ServiceStyle.SERVES_FOR, ["Jan Rask (C) tjänstgör för Eva Asp (C), § 66"]),
        (ServiceStyle.ABBREVIATED, ["Jan Rask (C), tjg. ers. för Eva Asp (C), § 66"]),
        (ServiceStyle.UNNAMED, ["Jan Rask (C), tjänstgörande ersättare, § 66"]),
        (ServiceStyle.STARRED, ["Jan Rask (C)*, § 66", "* tjänstgörande ersättare"]),
    ],
)
def test_a_house_may_say_otherwise_that_somebody_serves(style: ServiceStyle, printed: list[str]) -> None:
    one = attended(RASK, "serving_alternate", serves_for=ASP, paragraphs=Paragraphs.parse("66"))

    assert deciding(with_row(one), service=style) == printed


def test_every_style_is_shown_here() -> None:
    one = attended(RASK, "serving_alternate", serves_for=ASP)

    assert len({tuple(deciding(with_row(one), service=style)) for style in ServiceStyle}) == 6


def test_an_alternate_may_serve_without_it_being_known_for_whom() -> None:
    meeting = with_row(attended(RASK, "serving_alternate"))

    assert deciding(meeting) == ["Jan Rask (C), tjänstgörande ersättare"]
    assert listed(meeting) == [("Jan Rask (C)", "tjänstgörande ersättare", "hela sammanträdet")]


def test_a_house_may_put_the_party_before_the_name() -> None:
    one = attended(RASK, "serving_alternate", serves_for=ASP)

    found = deciding(with_row(one), service=ServiceStyle.SERVES_FOR, party_first=True)

    assert found == ["(C) Jan Rask tjänstgör för (C) Eva Asp"]


@pytest.mark.parametrize(
    ("paragraphs", "printed"),
    [
        ("57", "§ 57"),
        ("73", "§ 73"),
        ("60-65", "§§ 60–65"),
        ("57-64, 66", "§§ 57–64, 66"),
        ("57-59", "t.o.m. § 59"),
        ("60-73", "fr.o.m. § 60"),
        ("57-73", "§§ 57–73"),
        ("57, 72-73", "§§ 57, 72–73"),
    ],
)
def test_paragraphs_are_told_from_or_to_where_they_reach_an_end(paragraphs: str, printed: str) -> None:
    meeting = with_row(attended(AL, paragraphs=Paragraphs.parse(paragraphs)))

    assert deciding(meeting) == [f"Cajsa Ål (S), {printed}"]
    assert listed(meeting) == [("Cajsa Ål (S)", "ledamot", printed)]


def test_an_end_is_that_of_the_whole_protocol_where_only_some_of_it_is_here() -> None:
    one = attended(AL, paragraphs=Paragraphs.parse("90-95"))

    assert deciding(with_row(one, minuted=Paragraphs.parse("90-99"))) == ["Cajsa Ål (S), t.o.m. § 95"]
    assert deciding(with_row(one, minuted=Paragraphs.parse("80-99"))) == ["Cajsa Ål (S), §§ 90–95"]
    gap = attended(AL, paragraphs=Paragraphs.parse("84-90, 92-99"))
    assert deciding(with_row(gap, minuted=Paragraphs.parse("80-90, 92-99"))) == ["Cajsa Ål (S), fr.o.m. § 84"]


@pytest.mark.parametrize(
    ("stays", "member", "alternate"),
    [
        (until(66, Moment.DURING), "t.o.m. § 65 och del av § 66", "fr.o.m. § 66"),
        (until(66, Moment.AFTER), "t.o.m. § 66", "fr.o.m. § 67"),
        (until(66, Moment.BEFORE), "t.o.m. § 65", "fr.o.m. § 66"),
        (since(66, Moment.DURING), "del av § 66 och fr.o.m. § 67", "t.o.m. § 65"),
        (since(66, Moment.BEFORE), "fr.o.m. § 66", "t.o.m. § 65"),
    ],
)
def test_coming_and_going_is_told_by_paragraph(stays: tuple[Stay, ...], member: str, alternate: str) -> None:
    lines = [line(1, "chair", OMAN), line(3, "member", ASP, stays), line(4, "alternate", RASK)]
    meeting = rolled(lines, body=replace(body(), rules=replace(body().rules, returns=True)))

    assert deciding(meeting)[1:] == [
        f"Eva Asp (C), {member}",
        f"Jan Rask (C) ersätter Eva Asp (C), {alternate}",
    ]
    assert ("Eva Asp (C)", "ledamot", member) in listed(meeting)
    assert ("Jan Rask (C)", "ersätter Eva Asp (C)", alternate) in listed(meeting)


SOME_NUMBERED = (*items(107, 110), *(m.Item(id=number, title=f"Ärende {number}") for number in range(5, 9)))
"""Four paragraphs, and four items that have no numbers yet: points 5-8."""


@pytest.mark.parametrize(
    ("stays", "printed"),
    [
        (until(110), "t.o.m. § 110"),
        (since(109), "fr.o.m. § 109"),
        (since(6), "fr.o.m. punkt 6"),
        (until(6), "t.o.m. punkt 6"),
        ([Stay(id=1, first=109, last=5)], "§§ 109–110, punkt 5"),
        ([Stay(id=1, last=108), Stay(id=2, first=6)], "§§ 107–108, punkterna 6–8"),
        ([Stay(id=1, first=107, last=107)], "§ 107"),
        ([Stay(id=1, first=108, came=Moment.DURING)], "del av § 108 och fr.o.m. § 109"),
    ],
)
def test_items_without_a_paragraph_yet_are_told_by_their_place(stays: tuple[Stay, ...], printed: str) -> None:
    returning = replace(body(), rules=replace(body().rules, returns=True))
    meeting = rolled([*SEATS, line(3, "member", ASP, stays)], SOME_NUMBERED, body=returning)

    assert deciding(meeting)[2] == f"Eva Asp (C), {printed}"


def test_the_paragraphs_so_far_do_not_end_the_meeting() -> None:
    agenda = tuple(
        replace(item, disqualifications=rolls.out(ASP)) if item.number == 110 else item
        for item in SOME_NUMBERED
    )
    meeting = rolled([*SEATS, line(3, "member", ASP), line(4, "alternate", RASK)], agenda)

    assert deciding(meeting)[2:] == [
        "Eva Asp (C), §§ 107–109, punkterna 5–8",
        "Jan Rask (C) ersätter Eva Asp (C), § 110",
    ]
    assert listed(meeting)[2] == ("Eva Asp (C)", "ledamot", "hela sammanträdet utom § 110 (jäv)")
    assert listed(meeting)[3] == ("Jan Rask (C)", "ersätter Eva Asp (C)", "§ 110")


def test_who_left_and_was_disqualified_too_is_listed_with_what_they_were_there_for() -> None:
    agenda = items(57, 60, _58={"disqualifications": rolls.out(ASP)})
    meeting = rolled([*SEATS, line(3, "member", ASP, until(59))], agenda)

    assert listed(meeting)[2] == ("Eva Asp (C)", "ledamot", "§§ 57, 59")


def test_only_a_part_of_a_paragraph_may_have_been_attended() -> None:
    one = attended(BLOM, "official", title="Kommundirektör", partly=Paragraphs.parse("66"))

    assert others(with_row(one)) == ["Kommundirektör Tor Blom, del av § 66"]


@pytest.mark.parametrize(
    ("hours", "printed"),
    [
        ({"came_at": time(11, 30), "went_at": time(12, 0)}, "kl. 11.30–12.00"),
        ({"came_at": time(11, 30)}, "fr.o.m. kl. 11.30"),
        ({"went_at": time(12, 0)}, "t.o.m. kl. 12.00"),
        ({"paragraphs": Paragraphs.parse("60"), "came_at": time(11, 30)}, "§ 60, fr.o.m. kl. 11.30"),
        ({"paragraphs": Paragraphs.parse("60-73"), "came_at": time(11, 30)}, "fr.o.m. kl. 11.30"),
        ({"paragraphs": Paragraphs.parse("57-59"), "went_at": time(11, 30)}, "t.o.m. kl. 11.30"),
        (
            {"paragraphs": Paragraphs.parse("60-61"), "came_at": time(9, 10), "went_at": time(10, 40)},
            "kl. 9.10–10.40",
        ),
    ],
)
def test_officials_come_and_go_by_the_clock(hours: dict[str, Any], printed: str) -> None:
    meeting = with_row(attended(BLOM, "official", title="Kommundirektör", **hours))

    assert others(meeting) == [f"Kommundirektör Tor Blom, {printed}"]
    assert listed(meeting) == [("Tor Blom", "kommundirektör", printed)]


def test_the_clock_says_nothing_more_of_those_who_decide_by_paragraphs() -> None:
    one = attended(AL, paragraphs=Paragraphs.parse("60-73"), came_at=time(11, 30))

    assert deciding(with_row(one)) == ["Cajsa Ål (S), fr.o.m. § 60"]
    assert deciding(with_row(attended(AL, came_at=time(11, 30)))) == ["Cajsa Ål (S), fr.o.m. kl. 11.30"]


def test_who_is_not_in_the_room_takes_part_remotely_or_by_link() -> None:
    meeting = rolled([*SEATS, line(3, "member", AL, [Stay(id=1, remote=True)])])

    assert deciding(meeting)[-1] == "Cajsa Ål (S), på distans"
    assert deciding(meeting, by_link=True)[-1] == "Cajsa Ål (S), via länk"
    assert listed(meeting)[-1] == ("Cajsa Ål (S)", "ledamot", "hela sammanträdet, på distans")


@pytest.mark.parametrize(
    ("stays", "printed"),
    [
        (until(5), "t.o.m. punkt 5"),
        (since(3), "fr.o.m. punkt 3"),
        ([Stay(id=1, first=2, last=2)], "punkt 2"),
        ([Stay(id=1, first=2, last=4)], "punkterna 2–4"),
        ([Stay(id=1, last=2), Stay(id=2, first=5)], "punkterna 1–2, 5–6"),
    ],
)
def test_a_body_without_paragraphs_counts_its_points(stays: tuple[Stay, ...], printed: str) -> None:
    agenda = tuple(m.Item(id=number, title=f"Punkt {number}") for number in range(1, 7))
    forum = body(BodyKind.FORUM, "Chefssamrådet")
    meeting = rolled([line(1, "chair", OMAN), line(3, "member", BLOM, stays)], agenda, body=forum)

    document = protocol.build(meeting)

    assert spaced(facts(document)["Närvarande"])[-1] == f"Tor Blom, {printed}"
    assert tree.Heading(2, "Punkt 5", "5.") in document.nodes


def test_a_vacant_seat_is_named_by_its_party() -> None:
    vacant = line(3, "member", None, AWAY, seat_party="M")
    meeting = rolled([*SEATS, vacant, line(4, "member", AL)])

    assert deciding(meeting)[-1] == "Vakant (M)"
    assert ("Vakant (M)", "ledamot", "–") in listed(meeting)


def test_a_vacant_seat_that_an_alternate_served_in_is_not_counted_twice() -> None:
    vacant = line(3, "member", None, AWAY, seat_party="M")
    meeting = rolled([*SEATS, vacant, line(4, "alternate", ALG)])

    assert deciding(meeting)[2:] == ["Gun Älg (M), tjänstgörande ersättare"]
    assert listed(meeting)[2:] == [
        ("Vakant (M)", "ledamot", "–"),
        ("Gun Älg (M)", "tjänstgörande ersättare", "hela sammanträdet"),
    ]


@pytest.mark.parametrize(
    ("who", "printed"),
    [
        (Named("Kim Lo", None), "Kim Lo"),
        (Named("Kim Lo", "-"), "Kim Lo (-)"),
        (Named("Kim Lo", "oberoende"), "Kim Lo (oberoende)"),
        *((Named("Kim Lo", party), f"Kim Lo ({party})") for party in ("KIM", "ALT", "ÖP", "D", "MED")),
    ],
)
def test_people_without_a_party_and_of_local_ones_are_named_as_they_are(who: Named, printed: str) -> None:
    assert deciding(with_row(attended(who))) == [printed]
    assert listed(with_row(attended(who)))[0][0] == printed


def test_where_very_many_decide_the_first_page_refers_to_an_appendix() -> None:
    document = protocol.build(rolls.large(41, 10))

    assert facts(document)["Beslutande"] == ["Åke Öman (S), ordförande", "Se närvarolistan, bilaga 1"]
    assert facts(document)["Övriga närvarande"] == ["Se närvarolistan, bilaga 1"]
    start = document.nodes.index(tree.Heading(2, "Närvarolista", "Bilaga 1"))
    assert isinstance(document.nodes[start - 1], tree.PageBreak)
    [table] = document.nodes[start + 1 :]
    assert isinstance(table, tree.Grouped)
    assert len({row[0] for row in table.groups[0][1]} - {"Vakant"}) >= 41


def test_where_few_decide_there_is_no_appendix() -> None:
    document = protocol.build(rolls.large(24, 10))

    assert "Se närvarolistan, bilaga 1" not in facts(document)["Beslutande"]
    assert not any(isinstance(node, tree.Grouped) for node in document.nodes)


def test_representatives_are_named_with_their_organisations() -> None:
    lines: list[RollLine] = [
        line(1, "chair", OMAN),
        line(2, "member", Named("Per Lo", None), represents="Polisen", title="Kommunpolis"),
        line(3, "member", Named("Ulla Bo", None), represents="Kyrkan", instead_of=Named("Ove Ny", None)),
    ]
    meeting = rolled(lines, body=body(BodyKind.COUNCIL, "Brottsförebyggande rådet"))

    assert deciding(meeting)[1:] == ["Per Lo, kommunpolis, Polisen", "Ulla Bo, Kyrkan, ersätter Ove Ny"]
    assert listed(meeting)[1:] == [
        ("Per Lo", "Polisen", "kommunpolis", "hela sammanträdet"),
        ("Ulla Bo", "Kyrkan", "ersätter Ove Ny", "hela sammanträdet"),
    ]
