"""Extracts of protocols."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from documents.meetings import EK, RASK, invented_meeting, plain_meeting, real_meeting
from klubban.documents import extract, tree
from klubban.domain import meeting as m
from klubban.domain.errors import RuleBroken
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.verification import Verification


def headings(document: tree.Document) -> list[str]:
    """Return the paragraphs and what else stands on their level."""
    return [node.text for node in document.nodes if isinstance(node, tree.Heading) and node.level == 2]


def test_an_extract_holds_only_the_paragraphs_asked_for_in_the_protocols_order() -> None:
    document = extract.build(invented_meeting(), [76, 73])

    assert headings(document) == [
        "Trygghetsprogram på remiss",
        "Motion om avgiftsfri kulturskola",
        "Rätt utdraget intygas",
    ]


def test_an_extract_ends_with_lines_for_name_title_and_date() -> None:
    last = extract.build(real_meeting(), [19]).nodes[-1]

    assert isinstance(last, tree.Signatures)
    assert [(line.role, line.name) for line in last.lines] == [
        ("Underskrift", ""),
        ("Namnförtydligande", ""),
        ("Titel", ""),
        ("Datum", ""),
    ]


def test_an_extract_repeats_who_signed_the_protocol() -> None:
    words = list(tree.words(extract.build(real_meeting(), [19])))

    start = words.index("Underskrifter")
    assert words[start + 1 : start + 5] == [
        "Paragrafer: §§\u00a01–21",
        "Sekreterare: Kristofer Duarte",
        "Ordförande: Claes Thunblad (S)",
        "Justerare: Emma Feldman (M)",
    ]


def test_an_extract_of_a_protocol_that_is_not_verified_says_so() -> None:
    words = list(tree.words(extract.build(plain_meeting(items=(m.Item(id=1, number=1, title="A"),)), [1])))

    assert "Protokollet är inte justerat ännu" in words
    assert "Underskrifter" not in words


def test_an_extract_tells_only_of_the_verification_of_its_own_paragraphs() -> None:
    numbers = range(1, 4)
    meeting = plain_meeting(
        stage=m.Stage.READY,
        items=tuple(m.Item(id=number, number=number, title="A") for number in numbers),
        verifications=(
            Verification(id=1, paragraphs=Paragraphs.parse("2"), signed_by=(EK,), immediate=True),
            Verification(
                id=2, paragraphs=Paragraphs.parse("1, 3"), verifiers=(RASK,), date=date(2026, 11, 26)
            ),
        ),
    )

    first, second, both = (list(tree.words(extract.build(meeting, wanted))) for wanted in ([1], [2], [2, 3]))
    assert "Protokollet är inte justerat ännu" in first
    assert "Underskrifter" not in first
    assert first.count("Justering") == 1
    for words in second, both:
        start = words.index("Underskrifter")
        assert words[start + 1 : start + 3] == ["Paragrafer: §\u00a02", f"Justerare: {EK}"]
        assert f"Justerare: {RASK}" not in words


def test_a_paragraph_that_is_not_there_is_refused_by_its_number() -> None:
    with pytest.raises(RuleBroken, match="There is no § 20 in the protocol of this meeting"):
        extract.build(real_meeting(), [19, 20])
    with pytest.raises(RuleBroken):
        extract.build(real_meeting(), [])


def test_an_extract_is_certified_at_its_foot_and_has_no_boxes() -> None:
    running = extract.build(real_meeting(), [19]).running

    assert running.right == ("Protokollsutdrag", "2016-02-22")
    assert running.certification == "Utdragsbestyrkande"
    assert running.initials is None


def test_an_extract_says_who_certifies_it_and_the_name_needs_no_hand() -> None:
    by = extract.Certified("Helena Sävborg", "Kommunsekreterare", date(2026, 11, 20))

    *_, signatures = extract.build(real_meeting(), [19], certified=by).nodes

    assert isinstance(signatures, tree.Signatures)
    assert signatures.covers == ("Av", "Helena Sävborg, kommunsekreterare, 20 november 2026")
    assert [(line.role, line.name) for line in signatures.lines] == [("Underskrift", "")]


def test_where_it_is_signed_on_a_screen_the_name_stands_above_the_field_too() -> None:
    real, by = real_meeting(), extract.Certified("Helena Sävborg", day=date(2026, 11, 20))
    rules = replace(real.body.rules, signed_digitally=True)

    *_, known = extract.build(replace(real, body=replace(real.body, rules=rules)), [19], certified=by).nodes

    assert isinstance(known, tree.Signatures)
    assert known.digital
    assert known.covers == ("Av", "Helena Sävborg, 20 november 2026")


def test_how_to_appeal_goes_with_the_paragraphs_that_need_it_alone() -> None:
    items = tuple(
        m.Item(id=number, number=number, title="Tillstånd", appeal=m.Appeal.ADMINISTRATIVE)
        for number in (1, 2)
    )

    document = extract.build(plain_meeting(items=items), [1, 2], appeal={2})

    told = [node for node in document.nodes if isinstance(node, tree.Heading) and "överklagar" in node.text]
    assert [node.text for node in told] == ["Hur man överklagar: förvaltningsbesvär, §\u00a02"]
