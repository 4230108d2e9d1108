"""Appendices have numbers that paragraphs refer to, and stand last in the protocol in their order."""

from __future__ import annotations

from dataclasses import replace

from documents import rolls
from documents.situations import AL, ASK, EK, ORN, committee, liking, moved, voted
from klubban.documents import extract, protocol
from klubban.documents.appendix_numbers import numbered
from klubban.documents.tree import Contents, Document, Heading, words
from klubban.domain import meeting as m
from klubban.domain.decided import Asks, Division, Opinion, OpinionKind
from klubban.domain.habits import Habits, VotesAs
from klubban.domain.text import from_plain

WRITTEN = moved(1, Asks.OTHER, ORN, text="Planen följs upp. Barn hörs.", in_writing=True)
DIVISION = Division(id=2, yes="bifall", no="avslag", votes=voted(yes=(AL,), no=(EK,)))
APART = Opinion(
    id=3, kind=OpinionKind.RESERVATION, by=(ASK,), text=from_plain("Planen är för dyr."), appendix=True
)
FIRST = m.Item(id=1, number=12, title="Upprop")
SECOND = m.Item(id=2, number=13, title="Plan", motions=(WRITTEN,), divisions=(DIVISION,), opinions=(APART,))
THIRD = m.Item(id=3, number=14, title="Taxa", opinions=(replace(APART, id=4),))
MEETING = committee(items=(FIRST, SECOND, THIRD), body=liking(Habits(votes=VotesAs.APPENDIX)))


def signs(document: Document) -> list[str]:
    """Return the numbers and titles of the appendices."""
    found = [
        node
        for node in document.nodes
        if isinstance(node, Heading) and node.number and "Bilaga" in node.number
    ]
    return [f"{node.number} {node.text}" for node in found]


def test_appendices_are_numbered_in_the_order_of_the_paragraphs() -> None:
    assert signs(protocol.build(MEETING)) == [
        "Bilaga 1 Skriftligt yrkande",
        "Bilaga 2 Omröstning",
        "Bilaga 3 Reservation",
        "Bilaga 4 Reservation",
    ]


def test_the_paragraphs_refer_to_them() -> None:
    told = " ".join(words(protocol.build(MEETING))).replace("\u00a0", " ")

    assert "David Örn (V) yrkar enligt skriftligt yrkande (bilaga 1)." in told
    assert "Hur var och en röstar framgår av bilaga 2." in told
    assert "lämnar en skriftlig reservation (bilaga 4)." in told


def test_an_appendix_says_which_paragraph_it_belongs_to_and_who_wrote_it() -> None:
    told = [each.replace("\u00a0", " ") for each in words(protocol.build(MEETING))]

    at = told.index("Bilaga 3 Reservation")
    assert told[at + 1 : at + 4] == ["§ 13 Plan", "Finn Ask (SD)", "Planen är för dyr."]


def test_the_attendance_list_is_the_first() -> None:
    large = rolls.large(41, 10)
    meeting = replace(large, items=(*large.items, SECOND))

    assert [each.number for each in numbered(meeting)] == [1, 2, 3]
    assert numbered(meeting)[0].item is None


def test_an_extract_has_the_appendices_of_its_paragraphs_with_the_protocols_numbers() -> None:
    assert signs(extract.build(MEETING, [14])) == ["Bilaga 4 Reservation"]


def test_a_reservation_that_never_came_is_no_appendix() -> None:
    lapsed = replace(APART, text=(), awaited=True, lapsed=True)

    assert numbered(committee(items=(replace(SECOND, motions=(), opinions=(lapsed,)),))) == ()


def test_the_contents_list_the_appendices() -> None:
    others = tuple(m.Item(id=number, number=number, title="Ärende") for number in range(15, 20))
    nodes = protocol.build(replace(MEETING, items=(*MEETING.items, *others))).nodes

    (contents,) = [node for node in nodes if isinstance(node, Contents)]
    title, headings = contents.groups[-1]
    assert title == "Bilagor"
    assert [heading.text for heading in headings] == [
        "Skriftligt yrkande",
        "Omröstning",
        "Reservation",
        "Reservation",
    ]
