"""Votes as the protocol tells them."""

from __future__ import annotations

from dataclasses import replace

from documents.meetings import AL, ASP, EK, OMAN, ORN, plain_meeting
from klubban.documents import divisions
from klubban.domain.decided import Ballot, Division, Put, Puts, Question, Vote
from klubban.domain.meeting import Item
from klubban.domain.own_text import joined
from klubban.domain.text import Blocks, Table, Text, plain_runs
from klubban.i18n import texts

SV = texts("sv")
VOTES = ((AL, Vote.YES), (EK, Vote.NO), (ORN, Vote.ABSTAINED), (ASP, Vote.NO), (OMAN, Vote.YES))


def told(division: Division) -> Blocks:
    """Return all that is told of a division."""
    item = Item(id=1, title="Ett ärende", divisions=(division,))
    return joined(divisions.sentences(plain_meeting(), item, SV))


def said(division: Division) -> list[str]:
    """Return the sentences of a division."""
    return [plain_runs(block.runs) for block in told(division) if isinstance(block, Text)]


def cells(table: Table) -> list[list[str]]:
    """Return the words of a table."""
    return [[plain_runs(cell) for cell in row] for row in table.rows]


def test_a_division_tells_its_meanings_totals_and_casting_vote() -> None:
    division = Division(
        id=1, yes="bifall.", no="avslag", votes=VOTES, casting_vote=Vote.YES, result="Motionen bifalls."
    )

    assert said(division) == [
        "Godkänd voteringsproposition: ”Ja för bifall och Nej för avslag.”",
        "Omröstningen utfaller med 2 ja mot 2 nej. 1 ledamot avstår.",
        "Ordförandens utslagsröst är ja.",
        "Motionen bifalls.",
    ]


def test_the_table_says_in_words_how_each_voted() -> None:
    table = divisions.table(Division(id=1, yes="a", no="b", votes=VOTES), SV)

    assert cells(table) == [
        ["Namn", "Ja", "Nej", "Avstår"],
        ["Cajsa Ål (S)", "Ja", "", ""],
        ["Britta Ek (M)", "", "Nej", ""],
        ["David Örn (V)", "", "", "Avstår"],
        ["Eva Asp (C)", "", "Nej", ""],
        ["Åke Öman (S)", "Ja", "", ""],
        ["Summa", "2", "2", "1"],
    ]


def test_a_unanimous_vote_still_has_both_columns() -> None:
    table = divisions.table(Division(id=1, yes="a", no="b", votes=((AL, Vote.YES),)), SV)

    assert cells(table)[0] == ["Namn", "Ja", "Nej"]


def test_a_ballot_has_totals_and_no_names() -> None:  # KL 5 kap. 54 §
    division = Division(id=1, yes="Ek", no="Ål", ballot=Ballot(yes=7, no=5, blank=1, invalid=0))

    assert said(division)[1] == (
        "Den slutna omröstningen utfaller med 7 ja mot 5 nej. Blanka röster: 1. Ogiltiga röster: 0."
    )
    assert not any(isinstance(block, Table) for block in told(division))


def test_a_result_that_only_repeats_the_answer_is_left_out() -> None:
    assert len(said(Division(id=1, yes="a", no="b", votes=VOTES, result="yes"))) == 2


def test_several_votes_are_told_apart_by_their_headings() -> None:
    main = Division(id=1, yes="a", no="b")
    counter = Division(id=2, yes="a", no="b", question=Question.COUNTER_PROPOSAL)
    alone, both = with_votes(main), with_votes(counter, main)

    assert divisions.title(main, alone, SV) == "Omröstning"
    assert divisions.title(main, both, SV) == "Huvudvotering"
    assert divisions.title(counter, both, SV) == "Omröstning om motförslag"


def test_a_vote_on_an_addition_is_no_main_vote() -> None:
    """It is called by what it settles, however many votes the item has."""
    kinds = {Puts.AMENDMENT: "an amendment", Puts.ADDITION: "an addition", Puts.ADJOURN: "adjournment"}
    votes = [Division(id=n, put=n, yes="a", no="b") for n in range(len(kinds))]
    item = replace(with_votes(*votes), puts=tuple(Put(id=n, puts=puts) for n, puts in enumerate(kinds)))

    assert [divisions.title(each, item, texts("en")) for each in votes] == [
        f"Vote on {what}" for what in kinds.values()
    ]


def with_votes(*votes: Division) -> Item:
    """Return an item with votes."""
    return Item(id=1, title="Budget", divisions=votes)
