"""How decisions are appealed against, in the words of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from documents.meetings import plain_meeting
from domain.afterwards import item, meeting, notice, step
from klubban.documents import extract, how_to_appeal, tree
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.body import Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Appeal
from klubban.i18n import texts

AUTHORITY = item(6, exercise_of_authority=True)
NONE = item(7, appeal=Appeal.NONE)


def words(document: tree.Document) -> str:
    return " ".join(tree.words(document)).replace("\u00a0", " ")


def test_legality_review_says_where_when_and_what() -> None:  # KL 13 kap. 5–8 §§
    said = words(how_to_appeal.build(meeting()))

    for told in (
        "Hur man överklagar Kommunstyrelsen, torsdagen den 12 november 2026 Laglighetsprövning, § 5",
        "medlem av kommunen",
        "ska ha kommit in till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs",
        "Det tillkännagavs 2026-11-20. Sista dag för överklagande är 2026-12-11.",
        "kommit in till kommunen i stället för till domstolen prövas ändå",
        "vilket beslut som överklagas",
        "de omständigheter som överklagandet grundas på",
        "men inte sätta något annat beslut i dess ställe",
    ):
        assert told in said


def test_an_administrative_appeal_goes_to_the_body_from_when_the_party_got_it() -> None:  # FL 43–44 §§
    organisation = Organisation(name="Ekby kommun", address="Storgatan 1\n123 45 Ekby")
    said = words(how_to_appeal.build(replace(meeting(AUTHORITY), organisation=organisation)))

    assert "Förvaltningsbesvär, § 6" in said
    assert "hos förvaltningsrätten men ges in till kommunstyrelsen" in said
    assert "inom tre veckor från den dag då du fick del av beslutet" in said
    assert "Kommunstyrelsen, Storgatan 1, 123 45 Ekby." in said
    assert "tillkännagavs" not in said


def test_each_way_has_a_heading_of_its_own_and_what_cannot_be_has_none() -> None:
    document = how_to_appeal.build(meeting(item(5), AUTHORITY, NONE))
    headings = [node.text for node in document.nodes if isinstance(node, tree.Heading) and node.level == 2]

    assert [each.rpartition(",")[2].strip() for each in headings] == ["§\u00a05", "§\u00a06"]


def test_the_court_has_its_name_where_an_appeal_gave_it() -> None:
    asked = step(AppealStepKind.ASKED, court="Förvaltningsrätten i Linköping")
    higher = step(AppealStepKind.FILED, court="Kammarrätten i Jönköping")

    assert "Förvaltningsrätten i Linköping inom" in words(
        how_to_appeal.build(meeting(item(appeal_steps=(asked,))))
    )
    assert "Kammarrätten" not in words(how_to_appeal.build(meeting(item(appeal_steps=(higher,)))))


def test_no_last_day_is_told_of_a_notice_that_is_not_as_it_should_be() -> None:
    early = meeting(notices=(notice(removed=date(2026, 12, 1)),))

    assert "Sista dag" not in words(how_to_appeal.build(early))


def test_what_cannot_be_appealed_against_has_no_such_paper() -> None:
    with pytest.raises(RuleBroken, match="no decision here"):
        how_to_appeal.build(meeting(NONE))
    with pytest.raises(RuleBroken, match="no § 8"):
        how_to_appeal.build(meeting(), [8])
    assert how_to_appeal.nodes(plain_meeting(), [NONE], texts("sv")) == ()


def test_an_extract_has_it_when_it_is_asked_for() -> None:
    of = meeting(item(5), NONE)

    assert "Hur man överklagar" in words(extract.build(of, [5, 7], appeal=(5, 7)))
    assert "Hur man överklagar" not in words(extract.build(of, [5, 7]))
    assert "Hur man överklagar" not in words(extract.build(of, [7], appeal=(7,)))
