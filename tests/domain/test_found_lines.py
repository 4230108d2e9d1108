"""Lines as protocols have them: what is found in them, and what only looks like it."""

from __future__ import annotations

import pytest

from klubban.domain.findings import FoundKind, Known, Line, findings


def kinds(text: str) -> list[FoundKind]:
    return [each.kind for each in findings([Line(text, "§ 1")], Known())]


@pytest.mark.parametrize(
    "text",
    [
        "SN 2026/14, 811218-9876/SoL", "Anna Ek/811218-9876", "LSS, 811218-\n9876", "pnr811218-9876",
        "19 811218-9876", "811218\u20119876", "1981 12 18-9876", "811218-9876:2", "811218-9876/underlag",
        "811218\u200b-98\u00ad76",
    ],
)  # fmt: skip
def test_personal_numbers_are_found_in_lines(text: str) -> None:
    assert kinds(text) == [FoundKind.PERSONAL_NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "Telefon:0701234567", "tel.070-123 45 67", "(070) 123 45 67", "070.123.45.67", "070-123-45-67",
        "070-123\u202f45\u202f67", "08-12 34 56", "0171-62 50 00", "+46 8 123 456 78", "070-123 45 67, 8–16",
    ],
)  # fmt: skip
def test_telephone_numbers_are_found_in_lines(text: str) -> None:
    assert kinds(text) == [FoundKind.PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "Dnr KS 2026/00123-12", "dnr KS 2015/8112189876", "Avtalsnr 0123-4567", "SCB 0380 2026",
        "IBAN SE35 5000 0000 0549 1000 0003", "period 01–12 2026", "Detaljplan 0380-P2024/12",
        "akt 0380-2024-15", "Ramavtal 2024-0123-45", "N 6641234 E 645678", "20261112 1830", "261112-1830",
        "2024 2025 2026 2027", "0 10 20 30 40 50 60", "753 75 Uppsala", "fr.o.m. 02-01 t.o.m. 03-31",
        "Ekby 12:345", "5 kap. 67 § KL", "förordning (EU) 2016/679", "−3 456 tkr", "kl. 08.30–11.45",
        "ISBN 978-91-7345-678-9", "EAN 7310865000118", "den 08.11.2026", "§§ 120–134",
    ],
)  # fmt: skip
def test_nothing_is_found_in_other_lines(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hon är kvarskriven i Ekby.",
        "Barnen har skyddad adress.",
        "FINGERADE  personuppgifter",
        "sekretessmarkering",
    ],
)
def test_words_of_protected_people_are_found(text: str) -> None:
    assert kinds(text) == [FoundKind.SENSITIVE]
