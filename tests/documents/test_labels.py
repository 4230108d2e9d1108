"""Sheets of address labels."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]  # it has no types

from documents.meetings import plain_meeting
from documents.reading import elements
from klubban.documents import labels, tree
from klubban.documents.pdf import typeset
from klubban.domain.body import Person

MM = 72 / 25.4


def person(name: str, address: str | None = "Storgatan 12\n123 45 Ekby") -> Person:
    return Person(id=1, key="p", name=name, address=address)


def places(data: bytes, word: str) -> list[tuple[int, int, int]]:
    """Return the sheet, column and row of the labels on which a word begins, all from 1."""
    found = []
    file = pypdfium2.PdfDocument(data)
    for number, page in enumerate(file, 1):
        text = page.get_textpage()
        searcher = text.search(word)
        while hit := searcher.get_next():
            left, _bottom, _right, top = text.get_charbox(hit[0])
            found.append((number, int(left // (70 * MM)) + 1, int((841.89 - top) // (37 * MM)) + 1))
        text.close()
    file.close()
    return found


def test_those_with_an_address_are_sorted_by_last_name_as_swedish_sorts() -> None:
    people = [person("Åsa Öst"), person("Örjan Ek"), person("Anna Wik"), person("Nils Ask", None)]
    (node,) = labels.build(plain_meeting(), people).nodes

    assert isinstance(node, tree.Labels)
    assert [address[0] for address in node.addresses] == ["Örjan Ek", "Anna Wik", "Åsa Öst"]
    assert node.addresses[1] == ("Anna Wik", "Storgatan 12", "123 45 Ekby")


def test_a_begun_sheet_is_gone_on_with_from_its_next_label() -> None:
    people = [person(f"Mottagare {number:02}") for number in range(1, 22)]
    typed = typeset(labels.build(plain_meeting(), people, first=5))

    assert typed.pages == 2
    assert places(typed.data, "Mottagare 01") == [(1, 2, 2)]
    assert places(typed.data, "Mottagare 20") == [(1, 3, 8)]
    assert places(typed.data, "Mottagare 21") == [(2, 1, 1)]


def test_the_addresses_are_one_list_and_nothing_else_is_printed() -> None:
    typed = typeset(labels.build(plain_meeting(), [person("Bo Wik"), person("Anna Ek")]))
    tags = [tag for tag, _depth in elements(typed.data)]
    file = pypdfium2.PdfDocument(typed.data)
    said = " ".join(file[0].get_textpage().get_text_range().split())
    file.close()

    assert tags.count("L") == 1
    assert tags.count("LI") == 2
    assert said == "Anna Ek Storgatan 12 123 45 Ekby Bo Wik Storgatan 12 123 45 Ekby"


def test_a_long_address_is_set_smaller_rather_than_leave_its_label() -> None:
    long = "\n".join(["c/o Svensson", "Avdelningen för samhällsbyggnad", *["Box 1"] * 5, "123 45 Ekby"])
    typed = typeset(labels.build(plain_meeting(), [person("Bo Ek", long), person("Cecilia Ek")]))

    assert places(typed.data, "123 45 Ekby")[0][1:] == (1, 1)
    assert places(typed.data, "Bo Ek")[0][1:] == (1, 1)
