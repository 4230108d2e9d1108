"""Lists of delegated decisions as offices keep them."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from klubban.exchange.delegated import MOST_DECISIONS, DelegatedLine, DelegatedList, read_delegated
from klubban.exchange.refused import Refused

HEAD = "Datum;Diarienummer;Beslut;Delegat;Delegationspunkt;Brådskande\n"


def read(text: str) -> DelegatedList:
    return read_delegated(text.encode(), "lista.csv")


def test_a_list_says_what_was_decided_when_by_whom_and_by_which_point() -> None:
    assert read(f"{HEAD}2026-11-03;KS 2026/2;Yttrande;Planchefen;A 1.2;ja\n").lines == (
        DelegatedLine(
            number=2,
            title="Yttrande",
            registry_number="KS 2026/2",
            on=date(2026, 11, 3),
            by="Planchefen",
            basis="A 1.2",
            urgent=True,
        ),
    )


@pytest.mark.parametrize(
    ("words", "urgent"),
    [("Ja", True), ("x", True), ("KL 6 kap. 39 §", True), ("6:39", True), ("nej", False), ("", False)],
)
def test_urgency_is_said_in_many_ways(words: str, urgent: bool) -> None:  # noqa: FBT001 - a parameter
    [line] = read(f"{HEAD};;Yttrande;;;{words}\n").lines

    assert (line.urgent, line.faults) == (urgent, ())


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (";;;Planchefen;;", "Beslut: Expected what was decided"),
        ("i går;;Yttrande;;;", "Datum: Expected a date such as 2016-02-22"),
        ("1492-01-01;;Yttrande;;;", "Datum: Expected a year from 1800 to 2199"),
        (";;Yttrande;;;kanske", "Brådskande: Expected yes or no"),
        (";;Yttrande;;;;mera", "Expected no more on the line than there are headings"),
        (f";;{'x' * 1001};;;", "Beslut: Expected at most 1000 characters, not 1001"),
    ],
)
def test_what_does_not_fit_is_said_by_line_and_column(line: str, fault: str) -> None:
    [found] = read(f"{HEAD}{line}\n").lines

    assert [str(each) for each in found.faults] == [fault]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_of_offices_are_known(encoding: str) -> None:
    [line] = read_delegated(f"{HEAD};;Yttrande över Åkern;;;\n".encode(encoding), "lista.csv").lines

    assert line.title == "Yttrande över Åkern"


def test_a_workbook_keeps_its_days_and_says_where_a_formula_has_no_value() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Datum", "Beslut", "Dnr", "Belopp"])
    sheet.append([date(2026, 11, 3), "Yttrande", "KS 2026/2", 12])
    sheet.append([date(2026, 11, 4), "=CONCAT(1,2)", "KS 2026/3", 12])
    data = BytesIO()
    book.save(data)

    found = read_delegated(data.getvalue(), "lista.xlsx")

    assert found.unknown == ("Belopp",)
    assert found.lines[0].on == date(2026, 11, 3)
    assert found.lines[1].faults[0].expected.startswith("Expected a value; the formula")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Namn;Parti\nBo;S\n", "has no line of headings such as Datum, Diarienummer, Beslut, Delegat"),
        (b"%PDF-1.7", "is neither an .xlsx workbook nor CSV"),
        (b"", "has no line of headings"),
        (b"Beslut\n" + b"Ett\n" * MOST_DECISIONS, f"has more than {MOST_DECISIONS} lines"),
    ],
)
def test_what_is_no_list_of_decisions_is_refused(data: bytes, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        read_delegated(data, "lista.csv")


def test_ten_thousand_decisions_are_read() -> None:
    lines = "".join(f"2026-11-03;KS 2026/{number};Beslut {number};Chefen;A;\n" for number in range(10_000))

    assert len(read(HEAD + lines).lines) == 10_000
