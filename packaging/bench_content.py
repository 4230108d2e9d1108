"""The same invented protocol as Klubban's tree, as Typst, HTML and OpenDocument: for packaging/bench."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from klubban import paths
from klubban.documents import tree
from klubban.domain.text import Points, Table, Text, runs_of

PROSE = """förvaltningen föreslår att ärendet hänskjuts till nästa sammanträde för fortsatt beredning och ett
yttrande från samhällsbyggnadsnämnden om detaljplanen vid kommunhuset i Ekby där kostnaden ryms inom budgeten
som antogs"""
TYPST = """#set document(title: "Prov", author: "Ekby")
#set text(font: "Klubban Serif", size: 10.5pt, lang: "sv")
#set par(leading: 6.5pt, spacing: 13pt)
#set page(paper: "a4", margin: (left: 176pt, right: 57pt, top: 88pt, bottom: 68pt), header: context [
  Ekby kommun #h(1fr) #counter(page).display("1 (1)", both: true)])
#show heading: set text(font: "Klubban Sans", size: 12pt)
= Prov
"""
HTML = """<!doctype html><html lang=sv><title>Prov</title><meta name=author content=Ekby><style>
@font-face {font-family: Serif; src: url(FACES/KlubbanSerif-Regular.ttf)}
@font-face {font-family: Sans; font-weight: 600; src: url(FACES/KlubbanSans-Semibold.ttf)}
@page {size: A4; margin: 88pt 57pt 68pt 176pt; @top-left {content: "Ekby kommun"}
       @top-right {content: counter(page) " (" counter(pages) ")"}}
body {font: 10.5pt/14pt Serif; hyphens: auto}
h1, h2 {font: 600 12pt/14pt Sans; margin: 21pt 0 0}
p, li {margin: 0 0 7pt}
td, th {padding: 0 14pt 7pt 0; text-align: left}
</style><h1>Prov</h1>
"""
OPEN_DOCUMENT = """<?xml version="1.0"?><office:document office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:meta><dc:title>Prov</dc:title></office:meta>
<office:font-face-decls>
<style:font-face style:name="Klubban Serif" svg:font-family="'Klubban Serif'"/>
<style:font-face style:name="Klubban Sans" svg:font-family="'Klubban Sans'"/>
</office:font-face-decls>
<office:styles>
<style:style style:name="T" style:family="paragraph">
<style:paragraph-properties fo:line-height="14pt" fo:margin-bottom="7pt" fo:hyphenation-ladder-count="2"/>
<style:text-properties style:font-name="Klubban Serif" fo:font-size="10.5pt" fo:language="sv" fo:country="SE"
 fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/></style:style>
<style:style style:name="H" style:family="paragraph">
<style:paragraph-properties fo:margin-top="21pt" fo:keep-with-next="always"/>
<style:text-properties style:font-name="Klubban Sans" fo:font-size="12pt" fo:font-weight="bold"
 fo:language="sv" fo:country="SE"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="60pt" fo:margin-bottom="68pt"
 fo:margin-left="176pt" fo:margin-right="57pt"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>
<text:p text:style-name="T">Ekby kommun <text:page-number>1</text:page-number>
 (<text:page-count>1</text:page-count>)</text:p></style:header></style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="H" text:outline-level="1">Prov</text:h>
"""


@dataclass(frozen=True)
class Section:
    """A heading with texts, points and rows of a table."""

    number: str
    title: str
    texts: list[str]
    points: list[str]
    rows: list[list[str]]


def content(sections: int) -> list[Section]:
    """Return sections of invented prose; the same each time."""
    words = PROSE.split()
    chance = random.Random(7)  # noqa: S311 - the same words every time

    def prose(count: int) -> str:
        return " ".join(chance.choice(words) for _ in range(count)).capitalize() + "."

    votes = [["Namn", "Ja", "Nej"], *[[f"Åsa Öberg {n} (S)", "Ja" if n % 2 else "", "Nej"] for n in range(9)]]
    return [
        Section(
            number=f"§\u00a0{number}",
            title=prose(5)[:-1],
            texts=[prose(70) for _ in range(3)],
            points=[prose(30) for _ in range(2)],
            rows=votes if number % 3 == 0 else [],
        )
        for number in range(1, sections + 1)
    ]


def in_klubban(sections: Sequence[Section]) -> tree.Document:
    """Return the document tree."""
    nodes: list[tree.Node] = [tree.Heading(1, "Prov")]
    for each in sections:
        nodes.append(tree.Heading(2, each.title, each.number))
        nodes += [Text(runs_of(text)) for text in each.texts]
        nodes.append(Points(tuple(map(runs_of, each.points))))
        if each.rows:
            nodes.append(Table(tuple(tuple(map(runs_of, row)) for row in each.rows)))
    running = tree.Running(left=("Ekby kommun", "Kommunstyrelsen"), right=("Prov", "2026-11-12"))
    return tree.Document(title="Prov", author="Ekby", language="sv-SE", running=running, nodes=tuple(nodes))


def in_typst(sections: Sequence[Section]) -> str:
    """Return Typst's markup."""
    parts = [TYPST]
    for each in sections:
        parts.append(f"== {each.number} {each.title}\n")
        parts += [f"{text}\n" for text in each.texts]
        parts.append("\n".join(f"+ {point}" for point in each.points) + "\n")
        if each.rows:
            head, *rows = ["".join(f"[{cell}], " for cell in row) for row in each.rows]
            columns = len(each.rows[0])
            parts.append(f"#table(columns: {columns}, table.header({head}), {''.join(rows)})\n")
    return "\n".join(parts)


def in_html(sections: Sequence[Section]) -> str:
    """Return HTML with its style, for WeasyPrint."""
    parts = [HTML.replace("FACES", paths.fonts().as_uri())]
    for each in sections:
        parts.append(f"<h2>{each.number} {escape(each.title)}</h2>")
        parts += [f"<p>{escape(text)}</p>" for text in each.texts]
        parts.append("<ol>" + "".join(f"<li>{escape(point)}</li>" for point in each.points) + "</ol>")
        if each.rows:
            head, *rows = each.rows
            cells = "".join(f"<th scope=col>{cell}</th>" for cell in head)
            body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
            parts.append(f"<table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table>")
    return "".join(parts)


def in_open_document(sections: Sequence[Section]) -> str:
    """Return a flat OpenDocument text, for LibreOffice."""
    parts = [OPEN_DOCUMENT]
    for each in sections:
        title = f"{each.number} {escape(each.title)}"
        parts.append(f'<text:h text:style-name="H" text:outline-level="2">{title}</text:h>')
        parts += [_paragraph(text) for text in each.texts]
        points = "".join(f"<text:list-item>{_paragraph(point)}</text:list-item>" for point in each.points)
        parts.append(f"<text:list>{points}</text:list>")
        if each.rows:
            head, *rows = [
                "".join(f"<table:table-cell>{_paragraph(cell)}</table:table-cell>" for cell in row)
                for row in each.rows
            ]
            body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
            columns = f'<table:table-column table:number-columns-repeated="{len(each.rows[0])}"/>'
            first = f"<table:table-row>{head}</table:table-row>"
            first = f"<table:table-header-rows>{first}</table:table-header-rows>"
            parts.append(f"<table:table>{columns}{first}{body}</table:table>")
    return "".join((*parts, "</office:text></office:body></office:document>"))


def _paragraph(text: str) -> str:
    return f'<text:p text:style-name="T">{escape(text)}</text:p>'
