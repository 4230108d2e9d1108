"""The terms of reference of bodies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from documents.rolls import line, rolled
from klubban.documents import presiding, terms, tree, wording
from klubban.documents.pdf import typeset
from klubban.domain.body import Body, Invited, MeetingType, Named, Organisation, Person, Seat, SeatRole
from klubban.domain.rules import PRESETS, BodyKind, DayCount, Right
from klubban.domain.service import OrderOfCall
from klubban.domain.text import Text, plain_runs
from klubban.i18n import texts

DAY = date(2026, 11, 22)
PEOPLE = (
    Person(id=1, key="a", name="Åsa Wennergren", party="S"),
    Person(id=2, key="b", name="Per Lo", title="Kommunpolis", organisation="Polisen"),
    Person(id=3, key="c", name="Hans Åberg", party="S"),
    Person(id=4, key="d", name="Ulla Bo"),
)
KS = Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=PRESETS[BodyKind.COMMITTEE])


def seat(id_: int, role: str, person: int | None, **facts: Any) -> Seat:
    return Seat(id=id_, body=2, role=SeatRole(role), person=person, **facts)


SEATS = (
    seat(1, "chair", 1, party="S", from_date=date(2023, 1, 1), to_date=date(2026, 12, 31)),
    seat(2, "member", 2),
    seat(3, "member", None, represents="Regionen"),
    seat(4, "co_opted", 4, represents="Kyrkan", rights=(Right.ATTEND, Right.SPEAK)),
    seat(5, "member", 3, to_date=date(2026, 10, 31)),
)


def built(
    kind: BodyKind = BodyKind.COUNCIL,
    held: tuple[Seat, ...] = SEATS,
    rules: dict[str, Any] | None = None,
    **facts: Any,
) -> tree.Document:
    """Return the terms of reference of a council, unless it is said otherwise."""
    body = Body(
        **{
            "id": 2,
            "key": "bra",
            "name": "Rådet",
            "kind": kind,
            "rules": replace(PRESETS[kind], **(rules or {})),
            **facts,
        }
    )
    return terms.build(
        terms.Terms(
            organisation=Organisation(name="Ekby kommun"),
            body=body,
            bodies={1: KS, 2: body},
            people={person.id: person for person in PEOPLE},
            seats=held,
            day=DAY,
        )
    )


def under(document: tree.Document, heading: str) -> str:
    """Return the running texts of a section, as one."""
    start = document.nodes.index(tree.Heading(2, heading)) + 1
    found = []
    for node in document.nodes[start:]:
        if isinstance(node, tree.Heading):
            break
        if isinstance(node, Text):
            found.append(plain_runs(node.runs))
    return " ".join(found)


def table(document: tree.Document) -> tree.Grouped:
    [found] = [node for node in document.nodes if isinstance(node, tree.Grouped)]
    return found


def test_purpose_and_mandate_stand_first_with_what_the_body_is_and_whom_it_reports_to() -> None:
    document = built(
        purpose="Rådet samlar.", mandate="Rådet yttrar sig.", review_date=date(2026, 12, 31), parent=1
    )

    assert under(document, "Syfte") == "Rådet är ett rådgivande organ i Ekby kommun. Rådet samlar."
    mandate = under(document, "Uppdrag och mandat")
    assert mandate.startswith("Rådet yttrar sig. Rapportering sker till kommunstyrelsen.")
    assert mandate.endswith("ska ses över senast den 31 december 2026.")


def test_a_body_may_report_elsewhere_than_where_it_belongs() -> None:
    mandate = under(built(parent=2, reports_to=1), "Uppdrag och mandat")

    assert "rådet. Rapportering sker till kommunstyrelsen." in mandate


def test_a_review_that_is_overdue_is_said_to_be() -> None:
    assert "skulle ha setts över" in under(built(review_date=date(2026, 1, 1)), "Uppdrag och mandat")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BodyKind.ASSEMBLY, "fattar beslut som kan laglighetsprövas"),
        (BodyKind.COMMITTEE, "fattar beslut som kan laglighetsprövas"),
        (BodyKind.COUNCIL, "Inga beslut fattas på andra organs vägnar"),
        (BodyKind.FORUM, "inget eget beslutsmandat"),
        (BodyKind.GROUP, "inget eget beslutsmandat"),
    ],
)
def test_what_a_body_may_decide_follows_from_its_rules(kind: BodyKind, words: str) -> None:
    assert words in under(built(kind), "Uppdrag och mandat")


def test_members_are_listed_by_role_with_organisation_and_term() -> None:
    found = table(built())

    assert found.head == ("Namn", "Organisation", "Mandatperiod")
    assert found.groups == (
        (
            "Ledamöter",
            (
                ("Åsa Wennergren (S), ordförande", "", "2023–2026"),
                ("Per Lo, kommunpolis", "Polisen", "tills vidare"),
                ("Vakant (Regionen)", "Regionen", "tills vidare"),
            ),
        ),
        ("Adjungerade", (("Ulla Bo", "Kyrkan", "tills vidare"),)),
    )


def test_a_term_that_has_ended_is_not_listed_and_rights_are_told() -> None:
    document = built()

    assert "Hans Åberg (S)" not in list(tree.words(document))
    assert under(document, "Sammansättning") == (
        "Rådet har 3 platser, varav en är vakant. Ulla Bo får närvara och yttra sig."
    )


@pytest.mark.parametrize(
    ("held", "facts", "counted"),
    [
        (SEATS[:2], {}, "Rådet har 2 ledamöter."),
        ((SEATS[0],), {"seats": 7}, "Rådet har 7 ledamöter."),
        ((*SEATS[1:3], seat(6, "member", None)), {}, "Rådet har 3 platser, varav 2 är vakanta."),
        (
            (*SEATS[:2], seat(6, "alternate", 3), seat(7, "alternate", 4)),
            {},
            "Rådet har 2 ledamöter. Därtill finns 2 ersättare.",
        ),
        ((), {}, ""),
    ],
)
def test_members_are_counted_with_vacant_seats_and_alternates(
    held: tuple[Seat, ...], facts: dict[str, Any], counted: str
) -> None:
    document = built(held=held, **facts)

    assert (under(document, "Sammansättning") if counted else counted) == counted


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2023, 1, 1), date(2026, 12, 31), "2023–2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2025, 3, 1), date(2026, 12, 31), "2025-03-01–2026-12-31"),
        (date(2023, 1, 1), None, "fr.o.m. 2023-01-01"),
    ],
)
def test_a_term_of_whole_years_is_told_by_its_years(first: date, last: date | None, told: str) -> None:
    document = built(held=(seat(1, "chair", 1, from_date=first, to_date=last),))

    assert table(document).groups[0][1][0][-1] == told


def test_only_bodies_of_the_file_are_small_inside_a_sentence() -> None:
    document = built(rotation=("Kommunstyrelsen", "Polismyndigheten"), rotation_from=2026)

    said = under(document, "Ordförandeskap")
    assert "mellan kommunstyrelsen och Polismyndigheten." in said
    assert "innehas det av kommunstyrelsen och år" in said


@pytest.mark.parametrize("seconds", [(), (seat(3, "second_vice_chair", 4),)])
def test_a_vice_chair_has_the_name_that_the_roll_gives_them(seconds: tuple[Seat, ...]) -> None:
    document = built(held=(SEATS[0], seat(2, "vice_chair", 3), *seconds))
    lines = [line(each.id, each.role, Named("Hans Åberg")) for each in (SEATS[0], seat(2, "vice_chair", 3))]
    roll = rolled([*lines, *(line(each.id, each.role, stays=()) for each in seconds)])

    name = presiding.office(roll, lines[1], texts("sv"))
    assert name == ("1:e vice ordförande" if seconds else "vice ordförande")
    assert table(document).groups[0][1][1][0] == f"Hans Åberg (S), {name}"
    assert f"{wording.capital(name)} är Hans Åberg (S)." in under(document, "Ordförandeskap")


def test_a_chair_that_rotates_is_told_for_this_year_and_the_next() -> None:
    document = built(rotation=("Ekby kommun", "Polisen"), rotation_from=2025)

    assert under(document, "Ordförandeskap") == (
        "Ordförande är Åsa Wennergren (S). Ordförandeskapet växlar årsvis mellan Ekby kommun och Polisen. "
        "År 2026 innehas det av Polisen och år 2027 av Ekby kommun."
    )


def test_meetings_are_told_with_who_is_invited_and_when_they_are_called() -> None:
    types = (
        MeetingType(id=1, name="Ordinarie sammanträde", per_year=4),
        MeetingType(
            id=2,
            name="Stormöte",
            per_year=1,
            invited=(Invited(id=1, body=1), Invited(id=2, name="alla rektorer"), Invited(id=3, person=3)),
        ),
    )
    rules = {"meetings_a_year": 4, "summons_days": 5, "summons_count": DayCount.WORKING, "remote": False}
    document = built(rules=rules, meeting_types=types)

    assert under(document, "Sammanträden") == (
        "Rådet sammanträder minst 4 gånger om året. Kallelsen skickas senast 5 arbetsdagar före "
        "sammanträdet. Deltagande på distans är inte tillåtet. Följande sammanträden hålls:"
    )
    words = list(tree.words(document))
    assert "Ordinarie sammanträde, 4 gånger om året." in words
    assert "Stormöte, en gång om året. Inbjudna: kommunstyrelsen, alla rektorer och Hans Åberg (S)." in words


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (
            {},
            "fler än hälften av ledamöterna är närvarande, alltså minst 7 av 13. Vakanta platser räknas med.",
        ),
        ({"quorum_vacant": False}, "Vakanta platser räknas inte med."),
        ({"quorum_least": 9}, "bara när minst 9 ledamöter är närvarande."),
        ({"quorum": False}, "inget krav på beslutförhet"),
        (
            {"quorum_despite_disqualification": True},
            "Ett ärende får handläggas även om jäv gör att för få kan delta (KL 5 kap. 46 §).",
        ),
    ],
)
def test_the_quorum_is_told_in_numbers(rules: dict[str, Any], words: str) -> None:
    assert words in under(built(BodyKind.COMMITTEE, rules=rules, seats=13), "Beslutförhet")


def test_each_order_of_call_has_its_own_words() -> None:
    said = {under(built(rules={"alternates": order}), "Ersättare") for order in OrderOfCall}

    assert len(said) == len(OrderOfCall)


def test_the_order_of_parties_and_the_rules_of_alternates_are_told() -> None:
    rules = {"balance": True, "returns": True, "alternates_may": (Right.ATTEND, Right.SPEAK)}
    document = built(BodyKind.COMMITTEE, rules=rules, chains={"S": ("MP", "V")})

    assert "För S: S, MP, V" in list(tree.words(document))
    said = under(document, "Ersättare")
    assert "får tjänstgöra igen när han eller hon kommer tillbaka" in said
    assert "styrkebalansen" in said
    assert "Ersättare som inte tjänstgör får närvara och yttra sig." in said


def test_alternates_who_were_elected_without_an_order_are_not_denied() -> None:
    elected = (seat(6, "alternate", 3, alternate_for=2),)
    document = built(held=SEATS[:2] + elected)

    assert under(document, "Ersättare") == "Det är inte bestämt i vilken ordning ersättarna kallas in."
    assert table(document).groups[1] == (
        "Ersättare", (("Hans Åberg (S), personlig ersättare för Per Lo", "", "tills vidare"),)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rules", "words"),
    [
        (BodyKind.FORUM, {}, "Vid sammanträdena förs minnesanteckningar."),
        (BodyKind.COUNCIL, {"verified": False}, "förs protokoll, som inte justeras"),
        (BodyKind.COUNCIL, {}, "ytterligare en ledamot"),
        (BodyKind.COUNCIL, {"verifiers": 0}, "som justeras av ordföranden."),
        (BodyKind.COMMITTEE, {}, "ytterligare 2 ledamöter. Justeringen tillkännages"),
        (BodyKind.ASSEMBLY, {}, "får inte delta i handläggningen."),
    ],
)
def test_the_record_and_its_verification_are_told(kind: BodyKind, rules: dict[str, Any], words: str) -> None:
    assert words in under(built(kind, rules=rules), "Protokoll och justering")


def test_a_body_of_which_little_is_known_has_terms_all_the_same() -> None:
    document = built(held=())

    assert typeset(document).pages == 1
    assert not any(isinstance(node, tree.Grouped) for node in document.nodes)
    assert document.title == "Uppdragsbeskrivning, Rådet 2026-11-22"
