"""A whole paragraph with all that can happen at the table, in both languages."""

from __future__ import annotations

import pytest

from documents.situations import (
    AL,
    ASK,
    BERG,
    EK,
    ORN,
    OSTH,
    PROPOSAL,
    RASK,
    committee,
    liking,
    moved,
    put,
    voted,
)
from klubban.documents import paragraph, protocol
from klubban.documents.tree import Heading, words
from klubban.domain import decided as d
from klubban.domain import meeting as m
from klubban.domain.decided import Adopted, Asks, OpinionKind, Puts
from klubban.domain.habits import Habits, VotesAs
from klubban.domain.text import from_plain
from klubban.i18n import texts

ITEM = m.Item(
    id=1,
    number=63,
    title="Plan",
    summary=from_plain("X."),
    documents=(m.Document(id=1, title="X"),),
    recipients=("X",),
    proposal=PROPOSAL,
    order_approved=True,
    motions=(
        moved(1, Asks.APPROVE, AL),
        moved(2, Asks.REFER_BACK, EK, OSTH, in_writing=True),
        moved(3, Asks.OTHER, EK, text="X"),
        moved(4, Asks.OTHER, ORN, text="Y"),
        moved(5, Asks.ADD, ORN, text="Z"),
        moved(6, Asks.AMEND, ASK, text="W"),
        moved(7, Asks.REJECT, BERG, withdrawn=True, kept=True),
    ),
    puts=(
        put(1, Puts.REFER_BACK, Adopted.REJECTED, 2),
        put(2, Puts.MAIN, Adopted.MOTION, 3),
        put(3, Puts.AMENDMENT, Adopted.MOTION, 6),
        put(4, Puts.ADDITION, Adopted.REJECTED, 5),
    ),
    divisions=(
        d.Division(
            id=1,
            put=1,
            question=d.Question.REFER_BACK,
            yes="X",
            no="Y",
            no_motion=2,
            votes=voted(yes=(AL, ORN, RASK, BERG), no=(EK, OSTH), abstained=(ASK,)),
        ),
        d.Division(id=2, put=2, yes="X", no="Y", yes_motion=3, no_motion=4, ballot=d.Ballot(yes=7, no=5)),
    ),
    elections=(
        d.Election(
            id=1, office="X", method=d.ElectionMethod.BALLOT, candidates=(d.Candidate(id=1, who=AL, votes=7),)
        ),
    ),
    not_taking_part=(RASK,),
    opinions=(
        d.Opinion(id=1, kind=OpinionKind.RESERVATION, by=(EK,), motion=2, awaited=True),
        d.Opinion(id=2, kind=OpinionKind.STATEMENT, by=(ORN,), text=from_plain("X"), appendix=True),
        d.Opinion(id=3, kind=OpinionKind.NOTE, by=(ASK,), awaited=True, lapsed=True),
    ),
    verified_immediately=True,
)


def test_the_parts_stand_in_the_customary_order() -> None:
    meeting = committee(items=(ITEM,))

    nodes = paragraph.nodes(meeting, ITEM, texts("sv"))

    assert [node.text for node in nodes if isinstance(node, Heading)] == [
        "Plan",
        "Kommunstyrelsens beslut",
        "Sammanfattning",
        "Beslutsunderlag",
        "Förslag till beslut",
        "Yrkanden",
        "Beslutsgång",
        "Val",
        "Omröstning om återremiss",
        "Huvudvotering",
        "Deltar inte i beslutet",
        "Reservation",
        "Särskilt yttrande",
        "Protokollsanteckning",
        "Omedelbar justering",
        "Beslutet skickas till",
    ]


@pytest.mark.parametrize("votes", list(VotesAs))
def test_each_language_has_words_for_all_of_it(votes: VotesAs) -> None:
    meeting = committee(items=(ITEM,), body=liking(Habits(votes=votes)))

    sv, en = (" ".join(words(protocol.build(meeting, language=language))) for language in ("sv", "en"))

    assert "{" not in sv + en
    for swedish in ("yrka", "beslut", "Ordföranden", "röst", "reservera", "mröstning", "ilaga", "ledam"):
        assert swedish in sv
        assert swedish not in en
