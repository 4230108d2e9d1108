"""The protocol and the notes as trees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import pytest

from documents.meetings import (
    EK,
    LIND,
    OMAN,
    RASK,
    TITLES,
    body,
    invented_meeting,
    plain_meeting,
    real_meeting,
)
from klubban.documents import protocol, tree
from klubban.domain import meeting as m
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind
from klubban.domain.text import plain_runs
from klubban.domain.verification import Verification

Node = TypeVar("Node")


def facts(document: tree.Document) -> dict[str, list[str]]:
    """Return the labels of the first page with the lines beside them."""
    found: dict[str, list[str]] = {}
    for node in document.nodes:
        if isinstance(node, tree.Facts):
            for label, parts in node.rows:
                found[label] = [
                    line
                    for part in parts
                    for line in (part.items if isinstance(part, tree.Names) else [plain_runs(part.runs)])
                ]
    return found


def of(document: tree.Document, kind: type[Node]) -> list[Node]:
    """Return the nodes of a kind."""
    return [node for node in document.nodes if isinstance(node, kind)]


def test_the_real_first_page_has_its_facts_in_the_customary_order() -> None:
    document = protocol.build(real_meeting())

    assert list(facts(document)) == [
        "Plats och tid",
        "Beslutande",
        "Övriga närvarande",
        "Justerare",
        "Justering",
    ]
    assert document.title == "Protokoll, Kommunstyrelsen 2016-02-22"
    assert document.date == date(2016, 2, 22)


def test_who_has_signed_goes_before_who_was_to_sign() -> None:
    (signatures,) = of(protocol.build(real_meeting()), tree.Signatures)

    assert [(line.role, line.name) for line in signatures.lines] == [
        ("Sekreterare", "Kristofer Duarte"),
        ("Ordförande", "Claes Thunblad (S)"),
        ("Justerare", "Emma Feldman (M)"),
    ]
    assert signatures.covers == ("Paragrafer", "§§\u00a01–21")


def test_a_chair_who_is_noted_among_those_who_signed_signs_once() -> None:
    real = real_meeting()
    (verification,) = real.verifications
    assert real.chair
    signed = replace(verification, signed_by=(real.chair, *verification.signed_by))
    (signatures,) = of(protocol.build(replace(real, verifications=(signed,))), tree.Signatures)

    assert [line.role for line in signatures.lines] == ["Sekreterare", "Ordförande", "Justerare"]


def test_a_meeting_without_verification_still_has_lines_to_sign_on() -> None:
    (signatures,) = of(protocol.build(plain_meeting(chair=OMAN)), tree.Signatures)

    assert [(line.role, line.name) for line in signatures.lines] == [
        ("Sekreterare", ""),
        ("Ordförande", "Åke Öman (S)"),
        ("Justerare", ""),
        ("Justerare", ""),
    ]
    assert signatures.covers is None


@pytest.mark.parametrize(
    ("rules", "verifiers", "boxes"),
    [
        ({}, 2, 3),
        ({"verifiers": 1}, 1, 2),
        ({"verifiers": 0}, 0, 1),
        ({"verified": False, "verifiers": 1}, 0, None),
    ],
)
def test_before_anybody_is_chosen_there_is_room_for_as_many_as_the_rules_say(
    rules: dict[str, Any], verifiers: int, boxes: int | None
) -> None:
    of_rules = replace(body(), rules=replace(body().rules, **rules))
    document = protocol.build(plain_meeting(chair=OMAN, body=of_rules))

    (signatures,) = of(document, tree.Signatures)
    assert [line.role for line in signatures.lines].count("Justerare") == verifiers
    assert (document.running.initials and document.running.initials[1]) == boxes


def test_a_verification_of_which_only_the_day_is_known_has_lines_for_its_verifiers() -> None:
    appointed = Verification(id=1, date=date(2026, 11, 20))
    done = plain_meeting(chair=OMAN, verifications=(appointed,), stage=m.Stage.VERIFIED)
    (to_sign,) = of(protocol.build(plain_meeting(verifications=(appointed,))), tree.Signatures)
    (was_signed,) = of(protocol.build(done), tree.Signatures)

    assert [line.role for line in to_sign.lines].count("Justerare") == 2
    assert [line.role for line in was_signed.lines] == ["Sekreterare", "Ordförande"]


def test_each_verification_has_its_own_lines_and_paragraphs() -> None:
    verifications = (
        Verification(id=1, verifiers=(EK,), paragraphs=Paragraphs.parse("70-74, 76-81")),
        Verification(id=2, verifiers=(RASK,), paragraphs=Paragraphs.parse("75"), immediate=True),
    )
    document = protocol.build(plain_meeting(verifications=verifications))

    assert facts(document)["Justerare"] == [
        "Britta Ek (M), §§\u00a070–74, 76–81",
        "Jan Rask (KD), §\u00a075",
    ]
    assert [block.covers and block.covers[1] for block in of(document, tree.Signatures)] == [
        "§§\u00a070–74, 76–81",
        "§\u00a075",
    ]


def test_absences_told_and_untold_are_kept_apart() -> None:
    absent = (m.Absence(id=1, who=EK, told=True), m.Absence(id=2, who=RASK))
    found = facts(protocol.build(plain_meeting(absent=absent)))

    assert found["Anmält förhinder"] == ["Britta Ek (M)"]
    assert found["Frånvarande"] == ["Jan Rask (KD)"]


def test_contents_list_decisions_before_information_when_there_is_more_than_a_handful() -> None:
    (contents,) = of(protocol.build(invented_meeting()), tree.Contents)
    few = protocol.build(plain_meeting(items=invented_meeting().items[:5]))

    assert [title for title, _ in contents.groups] == ["Beslut", "Information och procedur"]
    assert [heading.number for heading in contents.groups[1][1]] == [
        f"§\u00a0{number}" for number in (70, 71, 72, 80, 81)
    ]
    assert of(few, tree.Contents) == []


def test_contents_too_long_for_the_first_page_follow_the_signatures() -> None:
    items = tuple(m.Item(id=number, number=number, title="Ärende") for number in range(1, 60))

    def order(meeting: m.Meeting) -> list[type]:
        nodes = protocol.build(meeting).nodes
        return [type(node) for node in nodes if isinstance(node, (tree.Contents, tree.Signatures))]

    assert order(invented_meeting()) == [tree.Contents, tree.Signatures]
    assert order(plain_meeting(items=items)) == [tree.Signatures, tree.Contents]


def test_every_paragraph_follows_in_the_meetings_order() -> None:
    headings = of(protocol.build(invented_meeting()), tree.Heading)

    assert [heading.text for heading in headings if heading.level == 2] == list(TITLES)


def test_items_without_numbers_are_printed_without_signs() -> None:
    document = protocol.build(plain_meeting(items=(m.Item(id=1, title="Val av justerare"),)))

    assert tree.Heading(2, "Val av justerare", "") in document.nodes


def test_a_forum_keeps_notes_signed_by_their_secretary_alone() -> None:
    forum = plain_meeting(body=body(BodyKind.FORUM, "Chefssamrådet"), secretary=LIND, chair=OMAN)
    document = protocol.build(forum)

    assert document.title == "Minnesanteckningar, Chefssamrådet 2026-11-12"
    assert document.running.initials is None
    assert document.running.certification is None
    assert of(document, tree.Signatures) == [
        tree.Signatures((tree.Signature("Vid anteckningarna", "Siv Lind"),))
    ]


def test_the_foot_has_a_box_for_the_chair_and_each_verifier_until_they_have_signed() -> None:
    real = real_meeting()
    (verification,) = real.verifications
    to_sign = replace(real, verifications=(replace(verification, signed_by=()),))

    assert protocol.build(to_sign).running.initials == ("Justerandes signatur", 3)
    assert protocol.build(real).running.initials is None
    assert protocol.build(real).running.certification == "Utdragsbestyrkande"


def test_one_paragraph_alone_is_what_the_whole_protocol_says_of_it() -> None:
    meeting = invented_meeting()
    whole = protocol.build(meeting).nodes
    alone = protocol.build_paragraph(meeting, 73).nodes

    start = whole.index(alone[0])
    assert whole[start : start + len(alone)] == alone
    with pytest.raises(KeyError):
        protocol.build_paragraph(meeting, 4711)


def test_an_english_protocol_speaks_english() -> None:
    document = protocol.build(real_meeting(), language="en")

    assert document.language == "en-GB"
    assert list(facts(document))[:3] == ["Place and time", "Deciding", "Others present"]
    assert tree.Quiet("Meeting on Monday 22\u00a0February\u00a02016") in document.nodes
