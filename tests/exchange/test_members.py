"""Lists of members as offices keep them: CSV in their encodings, and Excel."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some
from openpyxl import Workbook

from klubban.domain.body import SeatRole
from klubban.exchange.grids import MOST_BYTES, MOST_LINES
from klubban.exchange.members import MemberLine, MemberList, read_members
from klubban.exchange.refused import Refused
from klubban.exchange.sheets import write_csv

LIST = """\
Namn;Parti;Roll;Organisation;E-post;Telefon;Titel;Ordning;Ersättare för;Fr.o.m.;T.o.m.
Åsa Öberg;S;Ordförande;;asa@ekby.example;08-12 34;Kommunalråd;;;2023-01-01;2026-12-31
;M;Ledamot
Örjan Ek;S;Personlig ersättare;;;;;2;Åsa Öberg;1/7 2024;
"""
MEMBERS = (
    MemberLine(
        number=2,
        name="Åsa Öberg",
        party="S",
        role=SeatRole.CHAIR,
        email="asa@ekby.example",
        phone="08-12 34",
        title="Kommunalråd",
        from_date=date(2023, 1, 1),
        to_date=date(2026, 12, 31),
    ),
    MemberLine(number=3, party="M"),
    MemberLine(
        number=4,
        name="Örjan Ek",
        party="S",
        role=SeatRole.ALTERNATE,
        order=2,
        alternate_for="Åsa Öberg",
        from_date=date(2024, 7, 1),
    ),
)


def read(text: str) -> MemberList:
    return read_members(text.encode(), "ledamöter.csv")


def one(text: str) -> MemberLine:
    [line] = read(text).lines
    return line


def faults(text: str) -> list[str]:
    return [str(fault) for line in read(text).lines for fault in line.faults]


def workbook(rows: list[list[object]], change: Callable[[Workbook], object] = lambda _book: None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet
    for row in rows:
        sheet.append(row)
    change(book)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode("cp1252"),
        LIST.encode("utf-8"),
        LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"),
        LIST.replace("\n", "\r\n").encode("cp1252"),
        LIST.replace(";", ",").encode(),
        LIST.replace(";", "\t").encode("utf-16"),
    ],
    ids=["Windows-1252", "UTF-8", "UTF-8 with a mark", "UTF-16", "big-endian", "CRLF", "commas", "tabs"],
)
def test_a_list_is_read_in_whatever_way_an_office_saved_it(data: bytes) -> None:
    assert read_members(data, "ledamöter.csv").lines == MEMBERS


def test_the_columns_may_have_any_order_case_and_language() -> None:
    for text in (
        "roll;NAMN;parti\nledamot;Bo Ek;S",
        "Party,role,Name\nS,member,Bo Ek",
        "efternamn\tParti\tFörnamn\nEk\tS\tBo",
        "Namn\nBo  Ek (S)",
    ):
        assert one(text) == MemberLine(number=2, name="Bo Ek", party="S"), text


def test_headings_that_are_not_understood_are_told_of_and_not_refused() -> None:
    found = read("Namn;Personnummer;Roll;;Valkrets\nBo Ek;19500101-0000;Ersättare;x;Norra")

    assert found.unknown == ("Personnummer", "Valkrets")
    assert found.lines == (MemberLine(number=2, name="Bo Ek", role=SeatRole.ALTERNATE),)
    assert found.headings["role"] == "Roll"


def test_titles_above_the_headings_blank_lines_and_repeated_headings_are_passed_over() -> None:
    titles = '"Kommunstyrelsen; 2023–2026"\n\nLista över ledamöter\n'
    text = f"{titles}Namn;Roll\n\nBo Ek;Ledamot\n;;\nNamn;Roll\nEva Asp;\n\n"

    assert [(line.number, line.name) for line in read(text).lines] == [(6, "Bo Ek"), (9, "Eva Asp")]


def test_a_line_is_numbered_as_in_the_file_even_after_line_breaks_in_a_field() -> None:
    found = read('Namn;Titel\n"Bo Ek";"Tandläkare\noch\n""jägare"""\nEva Asp;').lines

    assert [(line.number, line.name, line.title) for line in found] == [
        (2, "Bo Ek", 'Tandläkare och "jägare"'),
        (5, "Eva Asp", None),
    ]


def test_of_two_columns_that_tell_the_same_the_first_that_is_filled_counts() -> None:
    found = read("Namn;Telefon;Mobil\nBo Ek;;070-1\nEva Asp;08-1;070-2\nAli;-;–").lines

    assert [line.phone for line in found] == ["070-1", "08-1", None]


ROLES = {
    SeatRole.CHAIR: ["Ordförande", "ordf.", "ORDF", "chair"],
    SeatRole.VICE_CHAIR: ["vice ordförande", "1:e vice ordförande", "1:a vice ordf.", "Förste vice ordf",
                          "v. ordf", "vice_chair"],
    SeatRole.SECOND_VICE_CHAIR: ["2:e vice ordförande", "Andre vice ordf", "2 v ordf", "second_vice_chair"],
    SeatRole.MEMBER: ["Ledamot", "ordinarie ledamot", "member", ""],
    SeatRole.ALTERNATE: ["Ersättare", "personlig ersättare", "ers.", "alternate"],
    SeatRole.CO_OPTED: ["Adjungerad", "co-opted", "co_opted"],
    SeatRole.STAFF_REPRESENTATIVE: ["Personalföreträdare", "staff_representative"],
    SeatRole.SECRETARY: ["Sekreterare", "nämndsekreterare", "secretary"],
}  # fmt: skip


@pytest.mark.parametrize(("role", "word"), [(role, word) for role, words in ROLES.items() for word in words])
def test_a_role_is_known_by_its_words(role: SeatRole, word: str) -> None:
    assert one(f"Namn;Roll\nBo Ek;{word}").role is role


@pytest.mark.parametrize("role", SeatRole)
def test_every_role_has_its_code_word(role: SeatRole) -> None:
    assert one(f"name,role\nBo Ek,{role}").role is role


@pytest.mark.parametrize(
    "day",
    ["2023-01-09", "2023-1-9", "9/1 2023", "9/1-2023", "2023-01-09 00:00:00", "2023-01-09T00:00", "20230109",
     "9.1.2023", "9 januari 2023", "9 jan. 2023"],
)  # fmt: skip
def test_a_day_is_read_as_swedes_and_programs_write_it(day: str) -> None:
    assert one(f"Namn;Från\nBo Ek;{day}").from_date == date(2023, 1, 9)


@pytest.mark.parametrize(
    ("words", "party"), [("Bo Ek (S)", "S"), ("Bo Ek", "S"), ("Bo Ek", "(S)"), ("Bo Ek (S)", "")]
)
def test_the_party_may_stand_behind_the_name(words: str, party: str) -> None:
    found = one(f"Namn;Parti\n{words};{party or 'S' * (words == 'Bo Ek')}")

    assert (found.name, found.party) == ("Bo Ek", "S")


@pytest.mark.parametrize("line", [";Ledamot;", "Vakant;Ledamot;", "VAKANT;;", "N.N.;Ledamot;"])
def test_a_seat_without_a_name_is_vacant(line: str) -> None:
    assert one(f"Namn;Roll;Parti\n{line}M") == MemberLine(number=2, party="M")


def test_an_organisation_s_seat_can_be_vacant_whatever_its_role() -> None:
    assert one("Namn;Roll;Representerar\n;Adjungerad;Polisen").faults == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Bo Ek;Kung;;;", "Roll: Expected chair, vice chair, member"),
        ("Bo Ek;;2023-02-30;;", "Fr.o.m.: Expected a date such as 2016-02-22"),
        ("Bo Ek;;01/02/03;;", "Fr.o.m.: Expected a date"),
        ("Bo Ek;;;2023;", "T.o.m.: Expected a date"),
        ("Bo Ek;;2023-01-02;2023-01-01;", "T.o.m.: Expected a day that is not before 2023-01-02"),
        ("Bo Ek;;;;två", "Ordning: Expected a whole number from 1"),
        ("Bo Ek;;;;0", "Ordning: Expected a whole number from 1"),
        (";;2023-01-01;;", "Namn: Expected a name, or a role for a vacant seat"),
        (";Sekreterare;;;", "Namn: Expected a name; this seat is not left vacant"),
        ("Bo Ek;;;;;S", "Expected no more on the line than there are headings"),
        ("Bo\x07Ek;;;;", "Namn: The character U+0007"),
        (f"{'a' * 1001};;;;", "Namn: Expected at most 1000 characters, not 1001"),
    ],
)
def test_what_does_not_fit_is_told_by_its_heading(line: str, expected: str) -> None:
    [found] = faults(f"Namn;Roll;Fr.o.m.;T.o.m.;Ordning\n{line}")

    assert found.startswith(expected)


def test_a_party_that_contradicts_the_name_and_many_faults_on_a_line_are_all_told() -> None:
    assert faults("Namn;Parti;Roll;Till\nBo Ek (S);M;Kung;nu") == [
        "Parti: Expected S, as behind the name",
        "Roll: Expected chair, vice chair, member, alternate, co-opted, staff representative or secretary",
        "Till: Expected a date such as 2016-02-22",
    ]


def test_a_workbook_is_read_with_its_days_numbers_and_title_rows() -> None:
    data = workbook(
        [
            ["Kommunstyrelsen"],
            [],
            ["Namn", "Roll", "Telefon", "Ordning", "Från", "Till"],
            ["Åsa Öberg", "ordförande", 701234567, None, datetime(2023, 1, 1), date(2026, 12, 31)],  # noqa: DTZ001 - as Excel has it
            ["Bo Ek", "Ersättare", " 08-1 ", 2.0, "2023-01-01", 46387],
            *[[] for _blank in range(30)],
            [None, "  "],
        ]
    )

    assert read_members(data, "ledamöter.xlsx").lines == (
        MemberLine(
            number=4,
            name="Åsa Öberg",
            role=SeatRole.CHAIR,
            phone="701234567",
            from_date=date(2023, 1, 1),
            to_date=date(2026, 12, 31),
        ),
        MemberLine(
            number=5,
            name="Bo Ek",
            role=SeatRole.ALTERNATE,
            phone="08-1",
            order=2,
            from_date=date(2023, 1, 1),
            to_date=date(2026, 12, 31),
        ),
    )


def test_a_merged_cell_tells_for_all_the_rows_it_covers() -> None:
    def merge(book: Workbook) -> None:
        sheet = book.active
        assert sheet
        sheet.merge_cells("A1:C1")
        sheet.merge_cells("C3:C5")
        sheet.merge_cells("A5:B5")

    rows: list[list[object]] = [
        ["Ledamöter"],
        ["Namn", "Parti", "Roll"],
        ["Bo", "S", "Ersättare"],
        ["Eva", "M"],
        ["Ali"],
    ]
    found = read_members(workbook(rows, merge), "ledamöter.xlsx").lines

    assert [(line.name, line.party, line.role) for line in found] == [
        ("Bo", "S", SeatRole.ALTERNATE),
        ("Eva", "M", SeatRole.ALTERNATE),
        ("Ali", None, SeatRole.ALTERNATE),
    ]


def test_a_formula_that_was_never_calculated_is_no_empty_cell() -> None:
    data = workbook([["Namn", "Parti", "Roll"], ["Bo", '="S"', "#N/A"]])

    [line] = read_members(data, "ledamöter.xlsx").lines
    assert [str(fault) for fault in line.faults] == [
        "Parti: Expected a value; the formula has not been calculated: open it in Excel and save it",
        "Roll: Expected a value; the formula of the cell came to #N/A",
    ]


def test_the_sheet_with_the_headings_is_read_and_hidden_ones_are_not() -> None:
    def more(book: Workbook) -> None:
        hidden = book.create_sheet("Gamla")
        hidden.append(["Namn", "Roll", "Parti"])
        hidden.append(["Bo", "Ledamot", "S"])
        hidden.sheet_state = "hidden"
        sheet = book.create_sheet("Nya")
        sheet.append(["Namn"])
        sheet.append(["Eva"])

    found = read_members(workbook([["Om listan"]], more), "ledamöter.xlsx")
    assert [line.name for line in found.lines] == ["Eva"]


OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (OLD_EXCEL, "is an old Excel file, or has a password; save it as .xlsx or CSV"),
        (b"PK\x03\x04 and no more", "is neither an .xlsx workbook nor CSV"),
        (workbook([["Namn"], ["Bo"]])[:-200], "is neither an .xlsx workbook nor CSV"),
        (b"%PDF-1.7\n%\xe2\xe3", "is neither an .xlsx workbook nor CSV"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is neither an .xlsx workbook nor CSV"),
        (b"\xff\xfeN\0a", "is neither an .xlsx workbook nor CSV"),
        (b"", "has no line of headings"),
        (b"Bo Ek;S\n" * 3, "has no line of headings such as Namn, Parti, Roll among its first 11"),
        (b"Kommunstyrelsen\n" * 11 + b"Namn;Roll\nBo;Ledamot", "has no line of headings"),
        (b'Namn;Roll\nBo;Ledamot\n"Eva;Ledamot\n', "Line 3 of lista.xls cannot be read"),
        (b'Namn;Roll\nBo;"Ledamot" x\n', "Line 2 of lista.xls cannot be read"),
        (b"Namn\n" + b"Bo\n" * (MOST_LINES + 1), f"has more than {MOST_LINES} lines"),
        (b"Namn\n" + b"\n" * MOST_BYTES, "is larger than 10 MB"),
        (workbook([["Kommunstyrelsen"]]), "has no line of headings"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_clear_word(data: bytes, expected: str) -> None:
    with pytest.raises(Refused, match=expected):
        read_members(data, "lista.xls")


def altered(data: bytes, before: bytes, after: bytes) -> bytes:
    """Return a workbook with something else in its first sheet."""
    altered = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(altered, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            assert not name.endswith("sheet1.xml") or before in content
            new.writestr(name, content.replace(before, after) if name.endswith("sheet1.xml") else content)
    return altered.getvalue()


MERGED = b'<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells><pageMargins'
WIDE = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (row, row) for row in range(3, 100))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b"<pageMargins", MERGED, "has a sheet with more than 500000 cells"),
        (b"</sheetData>", WIDE + b"</sheetData>", "has a sheet with more than 500000 cells"),
        (b'<row r="2"', b'<row r="999999999"', "has a sheet with more than 500000 cells"),
        (b"</sheetData>", b" " * 20_000_000 + b"</sheetData>", "is larger than 20 MB"),
        (b'r="A2"', b'r="FOO"', "is neither an .xlsx workbook nor CSV"),
        (b"<pageMargins", b'<mergeCells><mergeCell ref="A"/></mergeCells>', "is neither an .xlsx workbook"),
    ],
    ids=["merged", "wide", "long", "heavy", "nowhere", "torn"],
)
def test_a_few_bytes_that_stand_for_countless_cells_are_refused_unread(
    before: bytes, after: bytes, expected: str
) -> None:
    data = altered(workbook([["Namn"], ["Bo"]]), before, after)

    with pytest.raises(Refused, match=expected):
        read_members(data, "lista.xlsx")


def test_a_csv_file_with_countless_columns_is_refused() -> None:
    with pytest.raises(Refused, match="has more than 1000 columns"):
        read("Namn;Roll\n" + "Bo;" * 5_000)


def test_countless_lines_of_nothing_are_passed_over() -> None:
    assert [line.number for line in read("Namn;Roll\n" + ";\n" * 100_000 + "Bo;Ledamot\n").lines] == [100_002]


def test_an_apostrophe_that_keeps_words_from_being_calculated_is_taken_off_again() -> None:
    [line] = read(write_csv([["Namn", "Parti", "Titel"], ["=1+1", "'n", "'=1"]])).lines

    assert (line.name, line.party, line.title) == ("=1+1", "'n", "'=1")


@pytest.mark.parametrize("day", ["9999-12-31", "1492-10-12", date(9999, 12, 31)])
def test_a_day_that_no_document_could_hold_does_not_fit(day: object) -> None:
    [line] = read_members(workbook([["Namn", "T.o.m."], ["Bo", day]]), "lista.xlsx").lines

    assert [str(fault) for fault in line.faults] == ["T.o.m.: Expected a year from 1800 to 2199"]


def test_the_largest_list_is_read() -> None:
    assert len(read("Namn\n" + "Bo\n" * (MOST_LINES - 1)).lines) == MOST_LINES - 1


@given(some.lists(some.text(some.characters(codec="utf-8"), min_size=1), min_size=1, max_size=5))
def test_whatever_stands_in_the_fields_is_read_or_told_of(words: list[str]) -> None:
    text = StringIO()
    csv.writer(text, delimiter=";").writerows([["Namn", "Roll", "Från", "Ordning"], words])

    assume("\0" not in text.getvalue())

    found = read(text.getvalue())

    assert len(found.lines) <= 1
    assert all(str(fault) for line in found.lines for fault in line.faults)


@given(some.binary(max_size=200))
def test_no_bytes_make_it_fall_over(data: bytes) -> None:
    for begins in (b"", b"Namn;Roll\n", b"PK\x03\x04"):
        with suppress(Refused):
            assert isinstance(read_members(begins + data, "lista"), MemberList)
