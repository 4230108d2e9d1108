"""Reservations, statements, notes and those who take no part, in the phrases of real protocols."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from documents.situations import AL, ASK, ASP, EK, KD, ORN, OSTH, RASK, M, committee, moved, says
from klubban.documents.opinions import not_taking_part
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Opinion, OpinionKind, Written
from klubban.domain.text import from_plain, lines
from klubban.i18n import texts

MOTION = moved(3, Asks.OTHER, EK, text="att planen gäller i två år")
MEMBERS_L = Named("L", "L")


def opinions(*given: Opinion, language: str = "sv") -> list[str]:
    """Return the sentences of opinions."""
    return says(Written.OPINIONS, language=language, motions=(MOTION,), opinions=given)


def lodged(id_: int, kind: OpinionKind, *by: Named, text: str = "", **facts: Any) -> Opinion:
    """Return an opinion."""
    return replace(Opinion(id=id_, kind=kind, by=by, text=from_plain(text)), **facts)


def reserved(*by: Named, text: str = "", **facts: Any) -> Opinion:
    """Return a reservation."""
    return lodged(1, OpinionKind.RESERVATION, *by, text=text, **facts)


def test_a_member_has_a_reservation() -> None:
    assert opinions(reserved(ASK)) == ["Finn Ask (SD) reserverar sig mot beslutet."]


def test_the_members_of_parties_have_a_reservation() -> None:
    assert opinions(reserved(M, KD)) == ["Ledamöterna från M och KD reserverar sig mot beslutet."]


def test_a_reservation_is_in_favour_of_ones_own_motion() -> None:
    assert opinions(reserved(EK, motion=3)) == [
        "Britta Ek (M) reserverar sig mot beslutet till förmån för det egna yrkandet."
    ]


def test_a_reservation_is_in_favour_of_somebody_elses_motion() -> None:
    assert opinions(reserved(EK, OSTH, motion=3)) == [
        "Britta Ek (M) och Ida Östh (M) reserverar sig mot beslutet till förmån för Britta Eks (M) yrkande."
    ]


def test_a_written_reservation_is_to_come() -> None:
    assert opinions(reserved(ASK, awaited=True)) == [
        "Finn Ask (SD) reserverar sig mot beslutet och anmäler att ledamoten avser inkomma med en skriftlig "
        "reservation."
    ]
    assert opinions(reserved(ASK, EK, awaited=True)) == [
        "Finn Ask (SD) och Britta Ek (M) reserverar sig mot beslutet och anmäler att de avser inkomma med en "
        "skriftlig reservation."
    ]
    assert opinions(reserved(RASK, awaited=True)) == [
        "Jan Rask (KD) reserverar sig mot beslutet och anmäler att ersättaren avser inkomma med en skriftlig "
        "reservation."
    ]


def test_a_written_reservation_never_came() -> None:
    assert opinions(reserved(ASK, awaited=True, lapsed=True)) == [
        "Finn Ask (SD) reserverar sig mot beslutet och anmäler att ledamoten avser inkomma med en skriftlig "
        "reservation. Vid justeringen av protokollet har ingen skriftlig reservation inkommit."
    ]


def test_a_reservation_has_its_reasons_below() -> None:
    assert opinions(reserved(ASK, text="Planen är för dyr.")) == [
        "Finn Ask (SD) reserverar sig mot beslutet:",
        "Planen är för dyr.",
    ]


def test_a_written_reservation_is_an_appendix() -> None:
    assert opinions(reserved(ASK, text="Planen är för dyr.", appendix=True)) == [
        "Finn Ask (SD) reserverar sig mot beslutet och lämnar en skriftlig reservation (bilaga 1)."
    ]


def test_a_statement_is_made_announced_and_never_comes() -> None:
    made = lodged(1, OpinionKind.STATEMENT, ORN, text="Läs planen.")
    announced = lodged(2, OpinionKind.STATEMENT, ORN, awaited=True, lapsed=True)

    assert opinions(made, announced) == [
        "David Örn (V) lämnar ett särskilt yttrande:",
        "Läs planen.",
        "David Örn (V) anmäler att ledamoten avser inkomma med ett särskilt yttrande. Vid justeringen av "
        "protokollet har inget särskilt yttrande inkommit.",
    ]


def test_who_does_not_serve_has_a_note_made() -> None:
    assert opinions(lodged(1, OpinionKind.NOTE, OSTH, text="Om jag hade fått rösta hade jag bifallit.")) == [
        "Ida Östh (M) antecknar följande till protokollet:",
        "Om jag hade fått rösta hade jag bifallit.",
    ]


def test_a_note_whose_text_is_not_there_yet_is_told() -> None:
    assert opinions(lodged(1, OpinionKind.NOTE, ASK)) == ["Finn Ask (SD) lämnar en protokollsanteckning."]


def test_a_note_that_was_announced_never_came() -> None:
    assert opinions(lodged(1, OpinionKind.NOTE, ASK, lapsed=True)) == [
        "Finn Ask (SD) anmäler att ledamoten avser inkomma med en protokollsanteckning. Vid justeringen av "
        "protokollet har ingen protokollsanteckning inkommit."
    ]


def test_several_kinds_stand_below_titles_of_their_own() -> None:
    assert opinions(reserved(ASK), lodged(2, OpinionKind.NOTE, ORN, text="Bra.")) == [
        "Reservation",
        "Finn Ask (SD) reserverar sig mot beslutet.",
        "Protokollsanteckning",
        "David Örn (V) antecknar följande till protokollet:",
        "Bra.",
    ]


def test_those_who_take_no_part_are_named_or_their_parties_are() -> None:
    def told(*people: Named) -> list[str]:
        item = m.Item(id=1, title="A", not_taking_part=people)
        return lines(not_taking_part(committee(), item, texts("sv")))

    assert told(ASP) == ["Eva Asp (C) deltar inte i beslutet."]
    assert told(ASP, AL) == ["Eva Asp (C) och Cajsa Ål (S) deltar inte i beslutet."]
    assert told(M, MEMBERS_L, KD) == ["Ledamöterna från M, L och KD deltar inte i beslutet."]


def test_english_protocols_tell_opinions_in_english() -> None:
    assert opinions(reserved(EK, motion=3, awaited=True), language="en") == [
        "Britta Ek (M) has a reservation against the decision in favour of their own motion, giving notice "
        "that the member will hand in a written reservation."
    ]


def test_of_several_motions_of_ones_own_it_is_told_which() -> None:
    added = moved(4, Asks.ADD, EK, text="att planen följs upp")

    assert says(Written.OPINIONS, motions=(MOTION, added), opinions=(reserved(EK, motion=4),)) == [
        "Britta Ek (M) reserverar sig mot beslutet till förmån för Britta Eks (M) tilläggsyrkande."
    ]
