"""What is signed for each verification: the protocol, or its paragraphs alone; and who has signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from documents.meetings import AL, EK, OMAN, ORN, invented_meeting
from klubban.documents import protocol, record, tree
from klubban.domain import meeting as m
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.signing import Signature, Signing, SigningEnd, SigningWay, SignsAs
from klubban.domain.verification import Verification

DAY = date(2026, 11, 12)
CONTROL = "4127-9f2c-41d0-77aa-03be"


def of_sets(*verifications: Verification) -> m.Meeting:
    """Return the invented meeting, §§ 70–81, with these verifications."""
    return replace(invented_meeting(), verifications=verifications)


def said(document: tree.Document) -> list[str]:
    """Return the words of a document with ordinary spaces."""
    return [each.replace("\N{NO-BREAK SPACE}", " ") for each in tree.words(document)]


def signing(document: tree.Document) -> list[tuple[str, str, bool]]:
    """Return the roles and names in the lines to sign on, and whether somebody is still to sign there."""
    blocks = [node for node in document.nodes if isinstance(node, tree.Signatures)]
    return [(line.role, line.told, line.signed is None) for block in blocks for line in block.lines]


MAIN = Verification(id=1, verifiers=(EK,))
AT_ONCE = Verification(
    id=2, verifiers=(AL,), paragraphs=Paragraphs.parse("73"), immediate=True, control=CONTROL
)


def confidential() -> m.Meeting:
    """Return the meeting with a confidential paragraph, § 73, that is verified apart."""
    apart = Verification(id=3, verifiers=(AL,), paragraphs=Paragraphs.parse("73"))
    whole = of_sets(MAIN, apart)
    item = whole.item(73)
    assert item is not None
    return whole.with_item(replace(item, confidential=True, secrecy="26 kap. 1 § OSL"))


def test_a_paragraph_that_is_verified_at_once_is_a_protocol_of_its_own() -> None:
    document = record.build(of_sets(MAIN, AT_ONCE), None, 2)

    assert "Omedelbart justerad paragraf, § 73" in said(document)
    assert document.title == "Protokoll, §\u00a073, Kommunstyrelsen 2026-11-12"
    assert document.running.right == ("Protokoll, §\u00a073", "2026-11-12")
    assert [node.number for node in document.nodes if isinstance(node, tree.Heading) and node.level == 2] == [
        "§\N{NO-BREAK SPACE}73"
    ]
    assert ("Justerare", "Cajsa Ål (S)", True) in signing(document)
    assert {"Kontrollnummer", CONTROL} <= set(said(document))


def test_only_those_who_were_there_for_it_stand_on_the_page_that_is_signed_at_once() -> None:
    facts = " ".join(said(record.build(of_sets(MAIN, AT_ONCE), None, 2)))
    last = " ".join(
        said(record.build(of_sets(MAIN, replace(AT_ONCE, paragraphs=Paragraphs.parse("75"))), None, 2))
    )

    assert "kl. 13.00 " in facts
    assert "16.40" not in facts
    assert "Eva Asp (C) Finn Ask (SD) Hans Åberg (S) ersätter Gun Älg (S)" in facts
    assert "Rask" not in facts
    assert "Tor Blom, §" not in facts
    assert "Jan Rask (KD) ersätter Eva Asp (C) Finn Ask (SD)" in last


def test_what_happens_later_does_not_change_what_was_signed_at_once() -> None:
    before = of_sets(MAIN, AT_ONCE)
    left = tuple(
        replace(one, paragraphs=Paragraphs.parse("70-76")) if one.who == ORN else one
        for one in before.attendance
    )

    after = replace(before, attendance=left, end=time(18), recesses=())

    assert record.build(after, None, 2) == record.build(before, None, 2)


def test_the_protocol_says_what_is_verified_apart_and_does_not_ask_for_its_signatures() -> None:
    asked = protocol.build(of_sets(MAIN, AT_ONCE))
    done = protocol.build(of_sets(MAIN, replace(AT_ONCE, signed_by=(AL,), date=DAY)))

    assert "§ 73 justeras omedelbart, i ett eget protokoll." in said(asked)
    assert "§ 73 justerades omedelbart den 12 november 2026, i ett eget protokoll." in said(done)
    assert [name for role, name, _open in signing(asked) if role == "Justerare"] == ["Britta Ek (M)"]
    assert "Paragrafer §§ 70–72, 74–81" in " ".join(said(asked))
    assert CONTROL not in said(asked)


def test_a_confidential_paragraph_of_its_own_has_a_neutral_line_in_the_protocol() -> None:
    secret = confidential()
    item = invented_meeting().item(73)
    assert item is not None

    main, own = record.build(secret, None), record.build(secret, None, 3)

    assert item.title in said(own)[5:] or any(item.title in line for line in said(own))
    assert not any(item.title in line for line in said(main))
    assert "Sekretessbelagd paragraf, § 73" in said(own)
    assert "Sekretess enligt 26 kap. 1 § OSL" in said(own)
    told = "Paragrafen omfattas av sekretess och har ett eget protokoll. Sekretess enligt 26 kap. 1 § OSL."
    assert told in said(main)
    assert "§ 73 omfattas av sekretess och justeras i ett eget protokoll." in said(main)


def test_who_shares_the_protocol_signs_it_for_their_own_paragraphs() -> None:
    first = Verification(id=1, verifiers=(EK,), paragraphs=Paragraphs.parse("70-75"))
    second = Verification(id=2, verifiers=(AL,), paragraphs=Paragraphs.parse("76-81"))
    both = of_sets(first, second)
    half = of_sets(replace(first, signed_by=(EK,), date=DAY), second)

    assert [name for role, name, _ in signing(record.build(both, None)) if role == "Justerare"] == [
        "Britta Ek (M)",
        "Cajsa Ål (S)",
    ]
    own = [each for each in signing(record.build(half, None, 2)) if each[0] == "Justerare"]
    assert own == [("Justerare", "Britta Ek (M)", False), ("Justerare", "Cajsa Ål (S)", True)]


def test_one_control_number_stands_once_with_all_paragraphs_that_became_ready_with_it() -> None:
    sets = [
        Verification(id=place, verifiers=(EK,), paragraphs=Paragraphs.parse(numbers), control=control)
        for place, (numbers, control) in enumerate([("70-72", "A"), ("73-75", "B"), ("76-81", "A")], 1)
    ]

    found = said(record.build(of_sets(*sets), None))

    assert found[found.index("Kontrollnummer") + 1 :][:2] == ["A, §§ 70–72, 76–81", "B, §§ 73–75"]


def test_what_is_signed_tells_when_each_signed_and_has_no_lines_left() -> None:
    signatures = (
        Signature(id=1, who=OMAN, signs_as=SignsAs.CHAIR, signed_on=date(2026, 11, 18)),
        Signature(id=2, who=EK, signs_as=SignsAs.VERIFIER, signed_on=date(2026, 11, 19)),
    )
    signed = Signing(
        id=1, way=SigningWay.PEN, begun_on=DAY, signatures=signatures, ended=SigningEnd.SIGNED, ended_on=DAY
    )
    done = replace(MAIN, signed_by=(OMAN, EK), date=date(2026, 11, 19), signings=(signed,))

    found = signing(record.build(replace(of_sets(done), chair=OMAN, presiding=()), None))

    assert found[1:] == [
        ("Ordförande", "Åke Öman (S), undertecknat 2026-11-18", False),
        ("Justerare", "Britta Ek (M), undertecknat 2026-11-19", False),
    ]
    assert not any(still for *_told, still in found)
