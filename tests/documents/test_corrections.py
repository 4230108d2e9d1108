"""Corrections stand visibly with what they correct, and as a document of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.meetings import EK, OMAN, invented_meeting
from klubban.documents import extract, protocol, record, tree
from klubban.documents.public_copy import public_copy
from klubban.domain import meeting as m
from klubban.domain.text import Run, Text
from klubban.domain.verification import Correction, Verification

MADE = date(2026, 11, 20)
TEXT = (Text((Run("Rätt belopp är "), Run("410 000", masked=True), Run(" kronor."))),)
WHOLE = "Rätt belopp är 410 000 kronor."


def corrected(number: int | None = 73, *, signed: bool = True) -> m.Meeting:
    """Return the invented meeting, verified, with a correction of a paragraph or of the first page."""
    plan = invented_meeting()
    item = plan.item(number) if number else None
    own = Verification(id=9, verifiers=(EK,))
    if signed:
        own = replace(own, signed_by=(EK,), date=MADE)
    made = Correction(
        id=1,
        made_on=MADE,
        text=TEXT,
        because="410 000 skrevs fel",
        item=item.id if item else None,
        verification=own,
    )
    done = Verification(id=1, verifiers=(EK,), signed_by=(EK,), date=date(2026, 11, 19))
    return replace(plan, verifications=(done,), corrections=(made,), chair=OMAN, presiding=())


def said(document: tree.Document) -> list[str]:
    """Return the words of a document with ordinary spaces."""
    return [each.replace("\N{NO-BREAK SPACE}", " ") for each in tree.words(document)]


def test_a_correction_stands_below_its_paragraph_in_protocol_and_extract() -> None:
    for document in (protocol.build(corrected()), extract.build(corrected(), [73])):
        found = said(document)
        at = found.index("Rättelse av § 73, 2026-11-20")

        assert found[at + 1 : at + 3] == [WHOLE, "Skäl: 410 000 skrevs fel"]
        assert found[at + 3].startswith(
            "Rättelsen undertecknades av Siv Lind, Åke Öman (S) och Britta Ek (M)"
        )
    assert WHOLE not in said(extract.build(corrected(), [74]))


def test_a_correction_of_the_first_page_stands_before_the_paragraphs() -> None:
    document = protocol.build(corrected(None, signed=False))

    headings = [node.text for node in document.nodes if isinstance(node, tree.Heading) and node.level == 2]
    assert headings[0] == "Rättelse 2026-11-20"
    assert "Första sidan har rättats; se rättelsen 2026-11-20." in said(document)
    assert "Rättelsen är inte undertecknad än." in said(document)


def test_what_is_signed_for_a_correction_names_what_it_corrects() -> None:
    document = record.build(corrected(signed=False), None, 9)

    found = said(document)
    assert [node.level for node in document.nodes if isinstance(node, tree.Heading)] == [1, 2, 3]
    assert WHOLE in found
    (lines,) = [node for node in document.nodes if isinstance(node, tree.Signatures)]
    assert [(line.role, line.name) for line in lines.lines] == [
        ("Sekreterare", "Siv Lind"),
        ("Ordförande", "Åke Öman (S)"),
        ("Justerare", "Britta Ek (M)"),
    ]
    assert "Rättelse" in document.title


def test_a_public_copy_leaves_out_what_is_masked_and_who_signed() -> None:
    found = said(protocol.build(public_copy(corrected())))

    at = found.index("Rättelse av § 73, 2026-11-20")
    assert not any("410 000" in line for line in found)
    assert found[at + 2] == "Skäl: [uppgift utelämnad] skrevs fel"
    assert found[at + 3] == "Rättelsen justerades den 2026-11-20."


def test_a_correction_of_a_confidential_paragraph_is_left_out_with_it() -> None:
    whole = corrected()
    item = whole.item(73)
    assert item is not None
    secret = whole.with_item(replace(item, confidential=True))

    assert not any("Rättelse" in line for line in said(protocol.build(public_copy(secret))))
