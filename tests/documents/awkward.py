"""Documents that are hard to part into pages, most of them whole protocols."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Any

from documents.meetings import invented_meeting, plain_meeting
from documents.situations import assembly
from klubban.documents import division_list, protocol, summons, tree
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.decided import Division, Vote
from klubban.domain.text import Run, Table, Text, from_plain, points, runs_of
from klubban.domain.verification import Verification

SENTENCE = "Kommunstyrelsen godkänner förslaget och överlämnar ärendet till kommunfullmäktige. "
TITLE = (
    "Antagande av detaljplan för kvarteret Snickaren och del av fastigheten Ekby 4:12 samt upphävande av"
    " tidigare stadsplan från 1967, med exploateringsavtal, markanvisning, miljökonsekvensbeskrivning och"
    " medborgardialog enligt samhällsbyggnadsnämndens förslag den 14 oktober 2026"
)
FIRST = ("Åke", "Britta", "Cajsa", "David", "Eva", "Finn", "Gun", "Hans", "Ida", "Jan", "Karin", "Lars")
LAST = ("Öman", "Ek", "Ål", "Örn", "Asp", "Rask", "Åberg", "Älg", "Östh", "Blom", "Lind", "Sjödal")
PARTIES = ("S", "M", "SD", "V", "C", "MP", "L", "KD")


def people(count: int) -> list[Named]:
    """Return so many people with names of their own."""
    pairs = [(first, LAST[(place + shift) % 12]) for shift in range(12) for place, first in enumerate(FIRST)]
    pairs += [(f"{one}-{other}", last) for one, other, last in zip(FIRST, FIRST[1:], LAST, strict=False)] * 6
    return [Named(" ".join(pair), PARTIES[n * 5 % 8], n) for n, pair in enumerate(pairs[:count], 1)]


def item(number: int, title: str = "Ett ärende", **facts: Any) -> m.Item:
    """Return an item with a paragraph's number."""
    return m.Item(id=number, number=number, title=title, **facts)


def voted(count: int) -> m.Meeting:
    """Return an assembly where so many voted by name."""
    answers = (Vote.YES, Vote.NO, Vote.YES, Vote.ABSTAINED, Vote.NO)
    votes = tuple((who, answers[n % 5]) for n, who in enumerate(people(count)))
    division = Division(id=1, yes="bifall till kommunstyrelsens förslag", no="återremiss", votes=votes)
    return assembly(
        items=(item(12, "Trygghetsplan", divisions=(division,), decision=points(["Planen antas."])),)
    )


def verified_by(count: int) -> m.Meeting:
    """Return a meeting with so many verifiers."""
    checked = Verification(
        id=1, verifiers=tuple(people(count)), place="kommunhuset", date=date(2026, 11, 19), time=time(9, 0)
    )
    return replace(invented_meeting(), verifications=(checked,))


def titled() -> m.Meeting:
    """Return a meeting whose first paragraph has a title of four lines."""
    first = item(70, TITLE, decision=points(["Planen antas."]), registry_number="KS 2026/1")
    return replace(invented_meeting(), items=(first, *invented_meeting().items[1:]))


def of_one_word() -> m.Meeting:
    """Return a meeting that says one word of a thousand letters again and again."""
    said = item(1, "ö" * 1000, decision=points(["å" * 1000]), summary=from_plain("x" * 1000))
    return plain_meeting(items=(said,))


def many(paragraphs: int) -> m.Meeting:
    """Return a meeting of many paragraphs."""
    made = invented_meeting()
    items = tuple(
        replace(made.items[n % len(made.items)], id=n + 1, number=n + 70, motions=(), divisions=())
        for n in range(paragraphs)
    )
    return replace(made, items=items)


def lines(count: int, *nodes: tree.Node) -> tree.Document:
    """Return a document with so many texts of a line each, and what comes after them."""
    running = tree.Running(left=("Ekby kommun", "Kommunstyrelsen"), right=("Protokoll", "2026-11-12"))
    head = (tree.Heading(1, "Prov"), tree.Quiet("En dag"), tree.Heading(2, "Ärende", "§\u00a01"))
    filler = tuple(Text(runs_of(f"Rad {number}.")) for number in range(count))
    nodes = (*head, *filler, *nodes)
    return tree.Document(title="Prov", author="Ekby kommun", language="sv-SE", running=running, nodes=nodes)


def high_cell() -> Table:
    """Return a table of which one cell is higher than a page."""
    rows = (("Remissinstans", "Svar"), ("Trafiknämnden", SENTENCE * 60), ("Tekniska nämnden", "Tillstyrker."))
    return Table(tuple(tuple(runs_of(cell) for cell in row) for row in rows))


@cache
def documents() -> dict[str, tree.Document]:
    """Return all of them by name."""
    return {
        "a division of two hundred": protocol.build(voted(200)),
        "the list of that division": division_list.build(voted(200)),
        "a title of four lines": protocol.build(titled()),
        "the same on an agenda": summons.build(titled()),
        "forty pages": protocol.build(many(100)),
        "a cell higher than a page": lines(3, high_cell(), Text(runs_of("Efter tabellen."))),
        "thirty verifiers": protocol.build(verified_by(30)),
        "a word of a thousand letters": protocol.build(of_one_word()),
        "an empty meeting": protocol.build(plain_meeting()),
        "an empty agenda": summons.build(plain_meeting()),
        "bold italics": lines(2, Text((Run(SENTENCE * 40, bold=True, italic=True),))),
    }
