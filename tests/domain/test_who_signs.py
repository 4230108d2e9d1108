"""Who signs a protocol as what, and whose name on a certificate is whose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from documents.meetings import plain_meeting
from klubban.domain.body import Named
from klubban.domain.examined import Certificate, SignatureFound
from klubban.domain.matched_signers import matched, same_name
from klubban.domain.meeting import Disqualification, Item, Meeting, Presiding
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import Signature, SignsAs
from klubban.domain.verification import Verification
from klubban.domain.who_signs import who_signs
from to_sign import BO, EVA, KIM, NOW

ITEMS = tuple(Item(id=number, title="A", number=number) for number in (1, 2, 3))


def meeting(**facts: Any) -> Meeting:
    """Return a meeting of §§ 1-3: Kim at the table, Eva in the chair."""
    found = replace(plain_meeting(), secretary=KIM, chair=EVA, presiding=(), items=ITEMS, verifications=())
    return replace(found, **facts)


def told(found: Meeting, verification: Verification | None, part: Paragraphs | None = None) -> list[str]:
    """Return who signs: `chair Eva Asp 1-2`."""
    return [
        f"{each.signs_as} {each.who and each.who.name} {each.paragraphs or ''}".rstrip()
        for each in who_signs(found, verification, part)
    ]


def test_secretary_chair_and_verifiers_in_the_order_of_the_lines() -> None:
    assert told(meeting(), Verification(id=1, verifiers=(BO,))) == [
        "secretary Kim Lind",
        "chair Eva Asp",
        "verifier Bo Ek",
    ]


def test_two_who_presided_in_turn_sign_for_their_own_and_for_no_other() -> None:
    turns = (
        Presiding(who=EVA, paragraphs=Paragraphs.parse("1-2")),
        Presiding(who=BO, paragraphs=Paragraphs.parse("3")),
    )
    found = meeting(presiding=turns)

    whole = Verification(id=1, verifiers=(Named("Cajsa Dal"),))
    assert told(found, whole)[1:] == ["chair Eva Asp 1-2", "chair Bo Ek 3", "verifier Cajsa Dal"]
    assert told(found, replace(whole, paragraphs=Paragraphs.parse("3")))[1:] == [
        "chair Bo Ek",
        "verifier Cajsa Dal",
    ]


def test_who_was_disqualified_does_not_verify_that_paragraph() -> None:
    out = replace(ITEMS[1], disqualifications=(Disqualification(id=1, who=BO),))
    found = meeting(items=(ITEMS[0], out, ITEMS[2]))

    assert told(found, Verification(id=1, verifiers=(BO,)))[2:] == ["verifier Bo Ek 1, 3"]
    assert told(found, Verification(id=1, verifiers=(BO,), paragraphs=Paragraphs.parse("2")))[2:] == []


def test_before_anybody_is_chosen_there_are_lines_without_names() -> None:
    [secretary, chair, *verifiers] = who_signs(meeting(secretary=None, chair=None), None)

    assert (secretary.who, chair.who) == (None, None)
    assert {each.signs_as for each in verifiers} == {SignsAs.VERIFIER}


@pytest.mark.parametrize(
    ("name", "certificate"),
    [
        ("Kristofer Duarte", "Kristofer Duarte"),
        ("Kristofer Duarte", "DUARTE, KRISTOFER EMIL"),
        ("Åsa Wennergren", "Asa Wennergren"),
        ("Carl-Fredrik Lagerskog", "Lagerskog Carl-Fredrik"),
        ("Anna Maria Öberg", "Anna Öberg"),
        ("Rut Almåker (KD)", "Rut Almåker 194502181234"),
    ],
)
def test_names_of_one_person(name: str, certificate: str) -> None:
    assert same_name(name, certificate)


@pytest.mark.parametrize(
    ("name", "certificate"),
    [
        ("Kristofer Duarte", "Emil Duarte"),
        ("Kristofer Duarte", "Duarte"),
        ("Carl-Fredrik Lagerskog", "Carl Lagerskog"),
        ("Eva Asp", ""),
        ("Eva Asp", "Ekby kommun"),
    ],
)
def test_names_of_two_people(name: str, certificate: str) -> None:
    assert not same_name(name, certificate)


def found(name: str, field: str = "") -> SignatureFound:
    """Return a signature with a certificate of somebody."""
    certificate = Certificate(
        subject=name, issuer="CA", serial="1", fingerprint="f", valid_from=NOW, valid_to=NOW, data=b""
    )
    return SignatureFound(field=field, certificate=certificate)


def expected(id_: int, who: Named, signs_as: SignsAs = SignsAs.VERIFIER) -> Signature:
    """Return a signature that is awaited in a field of its own."""
    return Signature(id=id_, who=who, signs_as=signs_as, field=f"sign_{id_}")


def test_who_signs_in_two_roles_signs_once() -> None:
    both = [expected(1, EVA, SignsAs.SECRETARY), expected(2, EVA, SignsAs.CHAIR)]

    whose = matched(both, [found("Eva Asp")])

    assert [each.id for each, _ in whose.pairs] == [1, 2]
    assert (whose.missing, whose.strangers) == ((), ())


def test_two_of_one_name_are_told_apart_by_the_field() -> None:
    namesakes = [expected(1, Named("Eva Asp", "S", 1)), expected(2, Named("Eva Asp", "M", 2))]
    second, first = found("Eva Asp", "sign_2"), found("Eva Asp", "sign_1")

    whose = matched(namesakes, [second, first])

    assert [one for _, one in whose.pairs] == [first, second]


def test_a_person_says_whose_a_signature_is() -> None:
    whose = matched([expected(1, EVA), expected(2, BO)], [found("Robert Ek"), found("Eva Asp")], {2: 0})

    assert [(each.who, one.who) for each, one in whose.pairs] == [(EVA, "Eva Asp"), (BO, "Robert Ek")]


def test_nobody_is_two_people() -> None:
    whose = matched([expected(1, EVA), expected(2, BO)], [found("Eva Asp"), found("Eva Asp")])

    assert [each.who for each in whose.missing] == [BO]
    assert len(whose.strangers) == 1
