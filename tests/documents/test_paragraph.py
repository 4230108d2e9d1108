"""One item as the protocol prints it."""

from __future__ import annotations

from typing import Any

from documents.meetings import AL, ASP, EK, body, plain_meeting, real_meeting
from klubban.documents import paragraph
from klubban.documents.tree import Heading, Names, Node, Quiet
from klubban.domain import decided
from klubban.domain import meeting as m
from klubban.domain.rules import BodyKind
from klubban.domain.text import Bullets, Points, Text, from_plain, plain_runs, points
from klubban.i18n import texts

SV = texts("sv")


def printed(**facts: Any) -> tuple[Node, ...]:
    """Return the nodes of an item."""
    return paragraph.nodes(plain_meeting(), m.Item(**{"id": 1, "title": "Ett ärende", **facts}), SV)


def parts(nodes: tuple[Node, ...]) -> list[str]:
    """Return the headings of the parts."""
    return [node.text for node in nodes if isinstance(node, Heading) and node.level > 2]


def below(nodes: tuple[Node, ...], heading: str) -> list[Node]:
    """Return what stands below a part's heading."""
    start = next(number for number, node in enumerate(nodes) if getattr(node, "text", None) == heading)
    rest = nodes[start + 1 :]
    ends = [number for number, node in enumerate(rest) if isinstance(node, Heading)]
    return list(rest[: ends[0]] if ends else rest)


def said(nodes: list[Node]) -> list[str]:
    """Return the running texts."""
    return [plain_runs(node.runs) for node in nodes if isinstance(node, Text)]


def test_an_item_with_nothing_in_it_is_its_heading_alone() -> None:
    assert printed() == (Heading(2, "Ett ärende", ""),)


def test_a_numbered_item_has_its_sign_and_registry_number() -> None:
    assert printed(number=19, registry_number="Kst 2015/503") == (
        Heading(2, "Ett ärende", "§\u00a019"),
        Quiet("Dnr\u00a0Kst\u00a02015/503"),
    )


def test_the_matters_registry_number_serves_where_the_item_has_none() -> None:
    matter = m.Matter(id=1, key="a", title="Ett ärende", registry_number="KS 2026/1")

    assert Quiet("Dnr\u00a0KS\u00a02026/1") in printed(matter=matter)


def test_the_real_paragraph_has_its_parts_in_order() -> None:
    meeting = real_meeting()
    nodes = paragraph.nodes(meeting, meeting.items[0], SV)

    assert parts(nodes) == [
        "Kommunstyrelsens beslut",
        "Sammanfattning",
        "Beslutsunderlag",
        "Förslag till beslut",
        "Beslutsgång",
        "Beslutet skickas till",
    ]
    assert said(below(nodes, "Förslag till beslut")) == ["Kommunstyrelseförvaltningens förslag."]
    assert below(nodes, "Beslutet skickas till") == [Names(meeting.items[0].recipients)]


def test_a_single_point_is_printed_without_its_number() -> None:
    one = printed(decision=points(["Motionen avslås."]))
    two = printed(decision=points(["Motionen avslås.", "Ärendet avslutas."]))

    assert said(below(one, "Kommunstyrelsens beslut")) == ["Motionen avslås."]
    assert isinstance(below(two, "Kommunstyrelsens beslut")[0], Points)


def test_a_paper_alone_is_no_list() -> None:
    paper, other = m.Document(id=1, title="Tjänsteskrivelse"), m.Document(id=2, title="Karta")

    assert said(below(printed(documents=(paper,)), "Beslutsunderlag")) == ["Tjänsteskrivelse"]
    assert isinstance(below(printed(documents=(paper, other)), "Beslutsunderlag")[0], Bullets)


def test_an_outcome_without_a_text_is_said_all_the_same() -> None:
    for outcome, sentence in {
        m.Outcome.POSTPONED: "Ärendet bordläggs.",
        m.Outcome.REFERRED_BACK: "Ärendet återremitteras.",
        m.Outcome.WITHDRAWN: "Ärendet utgår.",
        m.Outcome.NOTED: "Informationen antecknas.",
    }.items():
        assert said(below(printed(outcome=outcome), "Kommunstyrelsens beslut")) == [sentence]
    assert printed(outcome=m.Outcome.DECIDED) == (Heading(2, "Ett ärende", ""),)


def test_a_proposal_to_another_body_names_both() -> None:
    nodes = printed(
        proposals=(decided.Proposal(id=1, body="Kommunfullmäktige", decision=points(["Planen antas."])),)
    )

    assert said(below(nodes, "Kommunstyrelsens förslag till kommunfullmäktige")) == ["Planen antas."]


def test_a_withdrawn_motion_is_not_printed() -> None:  # KL 5 kap. 67 § 1
    kept = decided.Motion(id=1, asks=decided.Asks.APPROVE, by=(AL,))
    withdrawn = decided.Motion(id=2, asks=decided.Asks.REJECT, by=(EK,), withdrawn=True)

    assert said(below(printed(motions=(kept, withdrawn)), "Yrkande")) == ["Cajsa Ål (S) yrkar bifall."]
    assert parts(printed(motions=(withdrawn,))) == []


def test_a_proposal_that_the_decision_repeats_is_printed_once() -> None:
    decision = points(["Planen antas."])

    assert parts(printed(decision=decision, proposal=decision)) == ["Kommunstyrelsens beslut"]
    assert "Förslag till beslut" in parts(printed(decision=decision, proposal=points(["Planen avslås."])))


def test_disqualification_tells_its_ground() -> None:
    with_ground = printed(disqualifications=(m.Disqualification(id=1, who=ASP, ground="1"),))
    without = printed(disqualifications=(m.Disqualification(id=1, who=ASP),))

    assert said(below(with_ground, "Jäv")) == [
        "Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv (6 kap. 28 § 1 kommunallagen)."
    ]
    assert said(below(without, "Jäv")) == [
        "Eva Asp (C) deltar inte i handläggningen av ärendet på grund av jäv."
    ]


def test_opinions_stand_under_a_heading_for_each_kind() -> None:
    def opinion(number: int, kind: decided.OpinionKind, text: str = "") -> decided.Opinion:
        return decided.Opinion(id=number, kind=kind, by=(EK,), text=from_plain(text))

    nodes = printed(
        opinions=(
            opinion(1, decided.OpinionKind.NOTE, "Bra fråga."),
            opinion(2, decided.OpinionKind.RESERVATION),
            opinion(3, decided.OpinionKind.RESERVATION, "För dyrt."),
            opinion(4, decided.OpinionKind.STATEMENT, "Läs motionen."),
        )
    )

    assert parts(nodes) == ["Reservationer", "Särskilt yttrande", "Protokollsanteckning"]
    assert said(below(nodes, "Reservationer")) == [
        "Britta Ek (M) reserverar sig mot beslutet.",
        "Britta Ek (M) reserverar sig mot beslutet:",
        "För dyrt.",
    ]
    assert said(below(nodes, "Protokollsanteckning")) == [
        "Britta Ek (M) antecknar följande till protokollet:",
        "Bra fråga.",
    ]


def test_those_not_taking_part_and_immediate_verification_are_told() -> None:
    nodes = printed(not_taking_part=(ASP, EK), verified_immediately=True)

    assert said(below(nodes, "Deltar inte i beslutet")) == [
        "Eva Asp (C) och Britta Ek (M) deltar inte i beslutet."
    ]
    assert said(below(nodes, "Omedelbar justering")) == ["Paragrafen förklaras omedelbart justerad."]


def test_a_body_that_keeps_notes_agrees_and_decides_nothing() -> None:
    forum = plain_meeting(body=body(BodyKind.FORUM, "Chefssamrådet"))
    nodes = paragraph.nodes(forum, m.Item(id=1, title="A", decision=points(["Så gör vi."])), SV)

    assert parts(nodes) == ["Överenskommet"]
