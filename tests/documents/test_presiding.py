"""Who presided, who signs for what, and how the protocol says it where it was not the chair."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from documents.meetings import body
from documents.rolls import AL, ALG, ASP, AWAY, BLOM, EK, OMAN, RASK, items, line, out, rolled, until
from documents.test_notations import deciding, listed, spaced
from documents.test_protocol import facts, of
from klubban.documents import extract, paragraph, protocol, record, tree
from klubban.domain import meeting as m
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Ruling, Stay
from klubban.domain.rules import BodyKind
from klubban.domain.text import Text, plain_runs
from klubban.domain.verification import Verification
from klubban.i18n import texts

MEMBERS = (
    line(4, "member", AL, since=date(2022, 10, 15)),
    line(5, "member", ASP, since=date(2014, 10, 15)),
    line(6, "alternate", RASK),
)


def of_presidium(chair: tuple[Stay, ...] = AWAY, vice: tuple[Stay, ...] = AWAY, **more: Any) -> m.Meeting:
    """Return a meeting with a chair and a vice chair who were there so long."""
    return rolled([line(1, "chair", OMAN, chair), line(2, "vice_chair", EK, vice), *MEMBERS], **more)


WHOLE = (Stay(id=1),)


def signing(meeting: m.Meeting, verification: int | None = None) -> list[tuple[str, str]]:
    """Return the roles and names of all who sign; lines for verifiers who are not chosen yet aside."""
    blocks = of(record.build(meeting, None, verification), tree.Signatures)
    found = [(spaced([each.role])[0], each.name) for block in blocks for each in block.lines]
    return [each for each in found if each != ("Justerare", "")]


def presiding(meeting: m.Meeting) -> list[str]:
    """Return what the first page says of who presided."""
    return spaced(facts(protocol.build(meeting)).get("Ordförande", []))


def said(meeting: m.Meeting, number: int) -> list[str]:
    """Return the running texts of a paragraph."""
    item = meeting.item(number)
    assert item
    nodes = paragraph.nodes(meeting, item, texts("sv"))
    return spaced([plain_runs(node.runs) for node in nodes if isinstance(node, Text)])


def test_a_chair_who_presided_all_the_time_needs_no_words() -> None:
    meeting = of_presidium(WHOLE, WHOLE)

    assert presiding(meeting) == []
    assert deciding(meeting)[:2] == ["Åke Öman (S), ordförande", "Britta Ek (M), vice ordförande"]
    assert signing(meeting) == [("Sekreterare", ""), ("Ordförande", "Åke Öman (S)")]


def test_a_vice_chair_who_presides_is_said_to() -> None:
    meeting = of_presidium(AWAY, WHOLE)

    assert presiding(meeting) == ["Vice ordföranden Britta Ek (M) leder sammanträdet."]
    assert deciding(meeting)[0] == "Britta Ek (M), vice ordförande, tjänstgörande ordförande"
    assert signing(meeting)[1:] == [("Ordförande", "Britta Ek (M)")]


def test_two_vice_chairs_are_told_apart() -> None:
    lines = [line(1, "chair", OMAN, AWAY), line(2, "vice_chair", EK, AWAY), line(3, "second_vice_chair", AL)]
    second = rolled(lines)
    first = rolled([lines[0], line(2, "vice_chair", EK), lines[2]])

    assert presiding(first) == ["1:e vice ordföranden Britta Ek (M) leder sammanträdet."]
    assert presiding(second) == ["2:e vice ordföranden Cajsa Ål (S) leder sammanträdet."]
    assert listed(first)[2] == ("Cajsa Ål (S)", "2:e vice ordförande", "hela sammanträdet")


def test_without_the_presidium_the_senior_member_presides() -> None:
    meeting = of_presidium()

    assert presiding(meeting) == ["Ålderspresidenten Eva Asp (C) leder sammanträdet."]


def test_somebody_whom_it_was_decided_that_they_should_preside_is_not_called_senior() -> None:
    ruling = Ruling(id=1, place=None, serves=5, first=57, last=None, reason="Valdes för sammanträdet")

    assert presiding(of_presidium(rulings=(ruling,))) == ["Eva Asp (C) leder sammanträdet."]


def test_a_body_without_a_chairs_seat_has_no_senior_member() -> None:
    meeting = rolled([line(1, "member", OMAN), line(2, "member", EK)])

    assert presiding(meeting) == []
    assert deciding(meeting) == ["Åke Öman (S)", "Britta Ek (M)"]
    assert signing(meeting)[-1] == ("Ordförande", "")


def test_officials_who_agree_have_no_senior_member() -> None:
    lines = [line(1, "chair", BLOM, AWAY), line(2, "member", ALG)]
    meeting = rolled(lines, items(1, 3), body=body(BodyKind.FORUM, "Chefssamrådet"))

    assert presiding(meeting) == ["Gun Älg (M) leder sammanträdet."]


def test_where_the_chair_changed_each_signs_for_their_own_paragraphs() -> None:
    meeting = of_presidium(until(60), WHOLE)

    assert deciding(meeting)[:2] == [
        "Åke Öman (S), ordförande, t.o.m. § 60",
        "Britta Ek (M), vice ordförande, tjänstgörande ordförande fr.o.m. § 61",
    ]
    assert presiding(meeting) == ["Vice ordföranden Britta Ek (M) leder sammanträdet fr.o.m. § 61."]
    assert signing(meeting)[1:] == [
        ("Ordförande t.o.m. § 60", "Åke Öman (S)"),
        ("Ordförande fr.o.m. § 61", "Britta Ek (M)"),
    ]
    assert protocol.build(meeting).running.initials == ("Justerandes signatur", 4)


def test_a_verification_of_some_paragraphs_is_signed_by_who_presided_for_them() -> None:
    verifications = (
        Verification(id=1, paragraphs=Paragraphs.parse("62"), verifiers=(AL,), immediate=True),
        Verification(id=2, paragraphs=Paragraphs.parse("57-61, 63-73"), verifiers=(AL,)),
    )
    meeting = of_presidium(until(60), WHOLE, verifications=verifications)

    at_once = [line for line in signing(meeting, 1) if line[0].startswith("Ordf")]
    assert at_once == [("Ordförande", "Britta Ek (M)")]
    assert [line for line in signing(meeting) if line[0].startswith("Ordf")] == [
        ("Ordförande t.o.m. § 60", "Åke Öman (S)"),
        ("Ordförande §§ 61, 63–73", "Britta Ek (M)"),
    ]


def test_an_extract_names_who_presided_for_its_own_paragraph() -> None:
    verification = Verification(id=1, signed_by=(AL,))
    meeting = of_presidium(until(60), WHOLE, verifications=(verification,))

    early, late = (list(tree.words(extract.build(meeting, [number]))) for number in (58, 70))

    assert "Ordförande: Åke Öman (S)" in early
    assert "Ordförande: Britta Ek (M)" not in early
    assert "Ordförande: Britta Ek (M)" in late


def test_a_paragraph_whose_chair_was_disqualified_says_who_presided() -> None:
    agenda = items(57, 73, _66={"disqualifications": out(OMAN, ground="1")})
    meeting = of_presidium(WHOLE, WHOLE, agenda=agenda)

    assert said(meeting, 66) == [
        "Åke Öman (S) deltar inte i handläggningen av ärendet på grund av jäv (6 kap. 28 § 1 kommunallagen).",
        "Vice ordföranden Britta Ek (M) leder sammanträdet under denna paragraf.",
    ]
    assert said(meeting, 65) == []
    assert signing(meeting)[1:] == [
        ("Ordförande §§ 57–65, 67–73", "Åke Öman (S)"),
        ("Ordförande § 66", "Britta Ek (M)"),
    ]


@pytest.mark.parametrize("signed", [False, True])
def test_a_verifier_does_not_verify_what_they_were_disqualified_for(*, signed: bool) -> None:
    by: dict[str, Any] = {"verifiers": (AL,), "signed_by": (AL,) if signed else ()}
    agenda = items(57, 73, _66={"disqualifications": out(AL)})
    whole = of_presidium(WHOLE, WHOLE, agenda=agenda, verifications=(Verification(id=1, **by),))

    assert signing(whole)[-1] == ("Justerare §§ 57–65, 67–73", "Cajsa Ål (S)")
    assert spaced(facts(protocol.build(whole))["Justerare"]) == ["Cajsa Ål (S) (ej § 66)"]


def test_nobody_verifies_what_they_sign_as_who_presided() -> None:
    agenda = items(57, 73, _66={"disqualifications": out(OMAN)})
    verification = Verification(id=1, verifiers=(EK, AL))
    meeting = of_presidium(WHOLE, WHOLE, agenda=agenda, verifications=(verification,))

    assert signing(meeting)[1:] == [
        ("Ordförande §§ 57–65, 67–73", "Åke Öman (S)"),
        ("Ordförande § 66", "Britta Ek (M)"),
        ("Justerare §§ 57–65, 67–73", "Britta Ek (M)"),
        ("Justerare", "Cajsa Ål (S)"),
    ]


def test_an_extract_leaves_out_the_verifier_who_was_disqualified_for_it() -> None:
    agenda = items(57, 73, _66={"disqualifications": out(AL)})
    verification = Verification(id=1, signed_by=(AL, ASP))
    meeting = of_presidium(WHOLE, WHOLE, agenda=agenda, verifications=(verification,))

    words = list(tree.words(extract.build(meeting, [66])))

    assert "Justerare: Eva Asp (C)" in words
    assert "Justerare: Cajsa Ål (S)" not in words


def test_a_signature_that_was_given_is_never_left_out() -> None:
    agenda = items(57, 73, _66={"disqualifications": out(AL)})
    only: dict[str, Any] = {"id": 1, "paragraphs": Paragraphs.parse("66"), "verifiers": (AL,)}
    planned = of_presidium(WHOLE, WHOLE, agenda=agenda, verifications=(Verification(**only),))
    given = of_presidium(WHOLE, WHOLE, agenda=agenda, verifications=(Verification(**only, signed_by=(AL,)),))

    assert ("Justerare", "Cajsa Ål (S)") not in signing(planned)
    assert ("Justerare", "Cajsa Ål (S)") in signing(given)
