"""The list of a meeting's votes, by party and by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents.meetings import AL, EK, OMAN, ORN, RASK, body, invented_meeting, plain_meeting
from klubban.documents import division_list, tree
from klubban.documents.pdf import typeset
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.decided import Ballot, Division, Vote
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.domain.text import Table, Text, plain_runs

YES, NO, ABSTAINED, ABSENT = Vote.YES, Vote.NO, Vote.ABSTAINED, Vote.ABSENT


def voting(*divisions: Division, kind: BodyKind = BodyKind.ASSEMBLY) -> m.Meeting:
    item = m.Item(id=1, number=12, title="Avgift för kulturskolan", divisions=divisions)
    return plain_meeting(body=body(kind), items=(item,), stage=m.Stage.CLOSED)


def by_names(*votes: tuple[Named, Vote], **facts: object) -> Division:
    return Division(**({"id": 1, "yes": "bifall", "no": "avslag", "votes": votes} | facts))  # type: ignore[arg-type]


def table(document: tree.Document) -> list[list[str]]:
    (found,) = [node for node in document.nodes if isinstance(node, Table)]
    return [[plain_runs(cell) for cell in row] for row in found.rows]


def names(document: tree.Document) -> dict[str, tuple[str, ...]]:
    """Return the names below each answer."""
    pairs = zip(document.nodes, document.nodes[1:], strict=False)
    return {
        one.text: two.items
        for one, two in pairs
        if isinstance(one, tree.Heading) and isinstance(two, tree.Names)
    }


def test_a_vote_is_told_by_party_and_by_name() -> None:
    single = Named("Siv Lind", None, 30)
    votes = ((AL, YES), (OMAN, YES), (EK, NO), (ORN, ABSTAINED), (RASK, ABSENT), (single, NO))
    document = division_list.build(voting(by_names(*votes)))

    assert table(document) == [
        ["Parti", "Ja", "Nej", "Avstår", "Frånvarande"],
        ["KD", "0", "0", "0", "1"],
        ["M", "0", "1", "0", "0"],
        ["S", "2", "0", "0", "0"],
        ["V", "0", "0", "1", "0"],
        ["Utan parti", "0", "1", "0", "0"],
        ["Summa", "2", "2", "1", "1"],
    ]
    assert names(document) == {
        "Ja, 2": ("Cajsa Ål (S)", "Åke Öman (S)"),
        "Nej, 2": ("Britta Ek (M)", "Siv Lind"),
        "Avstår, 1": ("David Örn (V)",),
        "Frånvarande, 1": ("Jan Rask (KD)",),
    }


def test_votes_are_numbered_through_the_meeting_with_what_they_were_about() -> None:
    words = list(tree.words(division_list.build(invented_meeting())))

    assert words[0] == "Omröstningslista"
    assert "§\u00a073 Trygghetsprogram på remiss" in words
    assert "Omröstning 1 · Omröstning om återremiss · KS 2026/503" in words
    assert "Godkänd voteringsproposition: ”Ja för att ärendet avgörs i dag och Nej för återremiss.”" in words


def test_the_chairs_casting_vote_is_told() -> None:
    tie = by_names((AL, YES), (OMAN, NO), casting_vote=NO)

    assert "Ordförandens utslagsröst är nej." in tree.words(division_list.build(voting(tie)))


def test_a_ballot_has_totals_and_no_names() -> None:
    ballot = by_names(votes=(), ballot=Ballot(yes=22, no=19, blank=2))
    document = division_list.build(voting(ballot))

    assert not any(isinstance(node, Table | tree.Names) for node in document.nodes)
    told = [plain_runs(node.runs) for node in document.nodes if isinstance(node, Text)]
    assert told[-1].startswith("Den slutna omröstningen utfaller med 22 ja mot 19 nej.")


def test_without_a_vote_there_is_no_list() -> None:
    with pytest.raises(RuleBroken, match="Nothing was voted on"):
        division_list.build(voting())


def test_two_hundred_names_are_set_in_columns_over_few_pages() -> None:
    people = tuple(
        (Named(f"Ledamot Nummer{number:03}", "MSV"[number % 3]), list(Vote)[number % 4])
        for number in range(200)
    )
    typed = typeset(division_list.build(voting(by_names(*people))))

    assert typed.pages == 3


def test_a_vote_of_a_meeting_that_is_not_over_is_a_draft() -> None:
    held = replace(voting(by_names((AL, YES))), stage=m.Stage.IN_SESSION)

    assert division_list.build(held).running.draft == "UTKAST"
