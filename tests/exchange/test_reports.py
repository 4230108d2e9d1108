"""A report in Word gives an item what stands below its headings, however the office writes them."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import docx as word
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Bullets, Points, Run, Text, plain, runs_of
from klubban.exchange.reports import Report, read_report
from papers import docx, pdf, with_part, zipped

if TYPE_CHECKING:
    from docx.document import Document


def saved(document: Document) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def usual() -> bytes:
    """Return a report as most offices write it."""
    made = word.Document()
    made.sections[0].header.paragraphs[0].text = "Ekby kommun\tTjänsteskrivelse\tDnr KS 2026/117"
    made.add_paragraph("2026-11-03")
    made.add_heading("Tjänsteskrivelse", 1)
    made.add_paragraph("Trygghetsprogram för Ekby kommun 2027–2030", style="Title")
    made.add_heading("Förslag till beslut", 1)
    made.add_paragraph("Kommunstyrelsen föreslår kommunfullmäktige besluta")
    made.add_paragraph("att anta trygghetsprogrammet,", style="List Number")
    made.add_paragraph("att upphäva det tidigare programmet.", style="List Number")
    made.add_heading("Ärendet i korthet", 2)
    made.add_paragraph("Programmet ersätter det från 2019.").add_run(" Brå har yttrat sig.").italic = True
    made.add_paragraph("fler vuxna ute", style="List Bullet")
    made.add_paragraph("bättre belysning", style="List Bullet")
    made.add_heading("Ekonomiska konsekvenser", 2)
    made.add_paragraph("Inga.")
    made.add_heading("Beslutsunderlag", 2)
    made.add_paragraph("Förslag till trygghetsprogram, 2026-10-20", style="List Bullet")
    made.add_paragraph("Yttrande från Brå, 2026-09-30", style="List Bullet")
    made.add_heading("Beslutet skickas till", 2)
    made.add_paragraph("Socialnämnden")
    made.add_paragraph("Akten")
    return saved(made)


def test_a_report_as_most_offices_write_it() -> None:
    report = read_report(usual())

    assert report == Report(
        title="Trygghetsprogram för Ekby kommun 2027–2030",
        registry_number="KS 2026/117",
        proposal=(
            Text(runs_of("Kommunstyrelsen föreslår kommunfullmäktige besluta")),
            Points((
                runs_of("att anta trygghetsprogrammet,"), runs_of("att upphäva det tidigare programmet."),
            )),
        ),
        summary=(
            Text((Run("Programmet ersätter det från 2019."), Run(" Brå har yttrat sig.", italic=True))),
            Bullets((runs_of("fler vuxna ute"), runs_of("bättre belysning"))),
        ),
        documents=("Förslag till trygghetsprogram, 2026-10-20", "Yttrande från Brå, 2026-09-30"),
        recipients=("Socialnämnden", "Akten"),
    )  # fmt: skip


def test_headings_that_are_only_bold_and_lists_that_were_typed() -> None:
    made = word.Document()
    table = made.add_table(2, 2)
    for row, cells in enumerate((("Diarienummer", "Ärende"), ("SLK-2024-00672", "Ny skola"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    for heading, lines in (
        ("Svar på motion om utegym", ()),
        ("Förslag till beslut i kommunstyrelsen:", ("1. Motionen bifalls.", "2) Medel anvisas.")),
        ("Bakgrund", ("Det tas inte med.",)),
        ("Sammanfattning av ärendet", ("Motionen väcktes 2025.", "– Ett gym finns redan.")),
        ("Bedömning", ("Inte heller detta.",)),
    ):
        made.add_paragraph().add_run(heading).bold = True
        for line in lines:
            made.add_paragraph(line)
    made.add_paragraph("Expedieras till: Kultur- och fritidsnämnden; Motionären")

    report = read_report(saved(made))

    assert report.title == "Svar på motion om utegym"
    assert report.proposal == (Points((runs_of("Motionen bifalls."), runs_of("Medel anvisas."))),)
    assert plain(report.summary) == "Motionen väcktes 2025.\n\nEtt gym finns redan."
    assert report.recipients == ("Kultur- och fritidsnämnden", "Motionären")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Dnr KS 2015/503", "KS 2015/503"),
        ("Dnr Kst 2015/503", "Kst 2015/503"),
        ("Diarienummer 00322/2026", "00322/2026"),
        ("Ärendenummer SLK-2024-00672", "SLK-2024-00672"),
        ("Diarienr: KS/2015:503", "KS/2015:503"),
        ("2020-10-01\tDnr EAV 2020/514", "EAV 2020/514"),
        ("Datum 2026-01-02 Dnr: KSN2026/12-045", "KSN2026/12-045"),
        ("Dnr: 2026-01-02", None),
        ("KS 2015/503", None),
    ],
)
def test_registry_numbers_as_offices_write_them(line: str, number: str | None) -> None:
    assert read_report(docx([line])).registry_number == number


def test_a_number_may_stand_in_the_cell_or_line_after_its_label() -> None:
    assert read_report(docx(["Diarienummer", "KS 2026/1"])).registry_number == "KS 2026/1"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Ärende: Ny gångväg"], "Ny gångväg"),
        (["Ekby kommun", "Det här är bara text"], None),
    ],
)
def test_titles_without_a_heading(lines: list[str], title: str | None) -> None:
    assert read_report(docx(lines)).title == title


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Kommunledningskontorets förslag till beslut", "proposal"),
        ("Kommunstyrelsens förslag till kommunfullmäktige", "proposal"),
        ("BESLUTSFÖRSLAG", "proposal"),
        ("2 Förslag till beslut", "proposal"),
        ("Beskrivning av ärendet", "summary"),
        ("Handlingar", "documents"),
        ("Protokollsutdrag skickas till", "recipients"),
        ("Beslutet ska skickas till", "recipients"),
        ("Exp:", "recipients"),
    ],
)
def test_headings_have_many_names(heading: str, field: str) -> None:
    report = read_report(docx([heading, "Det som står under"]))

    assert [name for name in Report.__slots__ if getattr(report, name)] == [field]


def test_what_was_deleted_or_hidden_is_not_read() -> None:
    made = word.Document()
    made.add_heading("Sammanfattning", 1)
    line = made.add_paragraph("Det som gäller.")
    line.add_run(" Hemlig anmärkning.").font.hidden = True
    space = nsdecls("w")
    line._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>Struket.</w:delText></w:r></w:del>"))
    line._p.append(parse_xml(f"<w:ins {space}><w:r><w:t> Tillagt.</w:t></w:r></w:ins>"))

    assert plain(read_report(saved(made)).summary) == "Det som gäller. Tillagt."


def test_what_stands_in_fields_of_a_template_is_read() -> None:
    made = word.Document()
    inner = "<w:p><w:r><w:t>Ärende: Ny bro</w:t></w:r></w:p>"
    made.element.body.insert(
        0, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    )

    assert read_report(saved(made)).title == "Ny bro"


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (with_part(docx(["Hej"]), "word/document.xml", BOMB), "calls in something from outside"),
        (with_part(docx(["Hej"]), "word/document.xml", BOMB.decode().encode("utf-16")), "from outside"),
        (with_part(docx(["Hej"]), "word/document.xml", b" " * 31_000_000), "unpacks to more than 30 MB"),
        (with_part(docx(["Hej"]), "word/document.xml", b"<w:document"), "damaged"),
        (docx(["Hej"])[:-200], "damaged"),
        (docx(["Hej"])[:400], "damaged"),
        (zipped({"word/document.xml": b"<a/>"}), "damaged"),
        (pdf(), "damaged"),
        (b"", "damaged"),
    ],
)
def test_a_hostile_or_broken_document_is_refused_in_words(data: bytes, told: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read_report(data)

    assert told in str(refused.value)


WHOLE = docx(["Sammanfattning", "Hej"])


@given(st.integers(0, 40_000), st.integers(0, 255))
def test_a_flipped_byte_is_read_or_refused(at: int, byte: int) -> None:
    data = bytearray(WHOLE)
    data[at % len(data)] = byte

    report = None
    with suppress(RuleBroken):
        report = read_report(bytes(data))

    assert report is None or isinstance(report, Report)
