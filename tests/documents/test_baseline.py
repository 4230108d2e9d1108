"""Lines of text on one grid: level in columns, over tables and headings, and on facing pages."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from documents import rolls, test_summons, test_terms
from documents.attendance import EKBY, year
from documents.meetings import invented_meeting
from klubban.documents import attendance, extract, notice, protocol, roll_sheet, statistics, summons, tree
from klubban.documents.pdf import typeset
from klubban.documents.pdf.styles import BODY_BOTTOM, BODY_TOP, PAGE_HEIGHT, STEP
from klubban.domain import text

_NEAR = 0.02
LONG = "Ny gång- och cykelväg längs Ekbyån mellan stationen och simhallen, med belysning och bänkar " * 3
AWKWARD = tree.Document(
    title="Prov",
    author="Ekby",
    language="sv-SE",
    running=tree.Running(left=("Ekby", "KS"), right=("Prov", "2026-11-12")),
    nodes=(
        tree.Heading(1, LONG),
        tree.Quiet("Dnr KS 2026/1"),
        tree.Heading(2, LONG, "§\u00a07"),
        tree.Heading(3, LONG),
        text.Bullets((text.runs_of("ett"), text.runs_of("två"))),
        text.Points((text.runs_of(LONG), text.runs_of(LONG))),
        text.Table(((text.runs_of("A"), text.runs_of("B")), (text.runs_of(LONG * 2), text.runs_of("12 kr")))),
        tree.Separator(),
        tree.Heading(2, "Utan nummer"),
        tree.Facts((("Plats", (text.Text(text.runs_of(LONG)), text.Text(text.runs_of(LONG)))), ("Tid", ()))),
        tree.Signatures((tree.Signature("Justerare", ""),) * 2, ("Paragrafer", "§ 7")),
        tree.Signatures((tree.Signature("Justerare", "Åke Öman"),) * 2, digital=True),
    ),
)
DOCUMENTS = {
    "protocol": protocol.build(invented_meeting()),
    "extract": extract.build(invented_meeting(), [73]),
    "notice": notice.build(invented_meeting()),
    "large": protocol.build(rolls.large(31, 5)),
    "attendance": attendance.build(rolls.large(31, 5)),
    "roll": roll_sheet.build(rolls.large(31, 5)),
    "terms": test_terms.built(purpose="Rådet samlar.", chains={"S": ("MP",)}),
    "summons": summons.build(test_summons.planned()),
    "statistics": statistics.build(year(), EKBY),
    "awkward": AWKWARD,
}


def baselines(data: bytes) -> set[float]:
    """Return how far below the upper edge of its page each line of text stands, between head and foot."""
    file = pypdfium2.PdfDocument(data)
    found = {
        PAGE_HEIGHT - thing.get_matrix().f
        for page in file
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
    }
    file.close()
    return {each for each in found if BODY_TOP < each < BODY_BOTTOM}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_every_line_of_text_stands_on_the_grid(document: tree.Document) -> None:
    found = baselines(typeset(document).data)

    assert len(found) > 5
    assert {each for each in found if abs(each / STEP - round(each / STEP)) * STEP > _NEAR} == set()


@pytest.mark.parametrize(("title", "lines"), [("Syfte", 2), (LONG, 6)])
def test_a_short_heading_stands_beside_its_text_and_a_long_one_above_it(title: str, lines: int) -> None:
    nodes = (tree.Heading(1, "Prov"), tree.Heading(2, title), text.Text(text.runs_of("Rådet samlar.")))
    made = replace(AWKWARD, nodes=nodes)

    assert len(baselines(typeset(made).data)) == lines
