"""The certificate that a verification was announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.meetings import EK, invented_meeting, plain_meeting, real_meeting
from klubban.documents import certificate, tree
from klubban.domain.text import Text, plain_runs
from klubban.domain.verification import Notice, Verification


def rows(document: tree.Document) -> dict[str, str]:
    """Return what stands beside each label; nothing is a line to fill in."""
    (found,) = [node for node in document.nodes if isinstance(node, tree.Facts)]
    return {
        label: "".join(plain_runs(part.runs) for part in parts if isinstance(part, Text))
        for label, parts in found.rows
    }


def signed(document: tree.Document) -> list[tuple[str, str]]:
    """Return the lines to sign on."""
    (found,) = [node for node in document.nodes if isinstance(node, tree.Signatures)]
    return [(line.role, line.name) for line in found.lines]


def test_it_certifies_from_when_to_when_the_notice_was_posted() -> None:
    document = certificate.build(real_meeting())

    assert rows(document) == {
        "Organ": "Kommunstyrelsen",
        "Sammanträdesdatum": "2016-02-22",
        "Paragrafer": "§§\u00a01–21",
        "Protokollet justerat": "2016-02-25",
        "Tillkännagivet": "2016-02-26",
        "Sista dag för överklagande": "2016-03-18",
        "Nedtaget": "2016-03-21",
    }
    assert signed(document) == [("Underskrift", "Kristofer Duarte"), ("Datum", "")]


def test_what_is_not_known_yet_is_a_line_to_fill_in() -> None:
    found = rows(certificate.build(invented_meeting()))

    assert [label for label, said in found.items() if not said] == [
        "Protokollet justerat",
        "Tillkännagivet",
        "Nedtaget",
    ]


def test_a_notice_that_was_taken_down_too_early_is_certified_as_that() -> None:
    verified = Verification(id=1, date=date(2026, 11, 19), signed_by=(EK,))
    early = Notice(id=1, posted=date(2026, 11, 20), removed=date(2026, 12, 1))
    words = " ".join(tree.words(certificate.build(plain_meeting(verifications=(verified,)), early)))

    assert "Tillkännagivandet togs ned innan tiden för överklagande gått ut" in words.replace("\u00a0", " ")


def test_a_digital_house_has_fields() -> None:
    meeting = real_meeting()
    digital = replace(
        meeting, body=replace(meeting.body, rules=replace(meeting.body.rules, signed_digitally=True))
    )
    (lines,) = [node for node in certificate.build(digital).nodes if isinstance(node, tree.Signatures)]

    assert lines.digital
    assert [each.role for each in lines.lines] == ["Underskrift"]
