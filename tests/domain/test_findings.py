"""What is found before something is published, and what is not, though it looks like it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from klubban.domain.findings import Found, FoundKind, Known, Line, digits_of, findings, known_of
from klubban.domain.personal_numbers import NumberKind, is_checked, numbers_in


def kinds(text: str, known: Known | None = None) -> list[tuple[FoundKind, str]]:
    return [(each.kind, each.text) for each in findings([Line(text, "§ 1")], known or Known())]


def checked(nine: str) -> str:
    """Return nine digits with their check digit."""
    return next(nine + str(last) for last in range(10) if is_checked(nine + str(last)))


# --- personal numbers


@pytest.mark.parametrize(
    "written",
    [
        "811218-9876", "8112189876", "19811218-9876", "198112189876", "811218+9876", "811218 9876",
        "811218 - 9876", "81 12 18-9876", "1981-12-18-9876", "811218–9876", "811218\u00a09876",
        "811218-9876.",
    ],
)  # fmt: skip
def test_personal_numbers_are_found_however_they_are_written(written: str) -> None:
    [found] = numbers_in(f"Sökanden (nr 3, {written}) beviljas 1 200 kronor.")

    assert found.kind is NumberKind.PERSONAL
    assert found.text == written.removesuffix(".")


@pytest.mark.parametrize(
    "text",
    [
        "KS 2015/503", "dnr KS 2015/8112189876", "811218-9875", "811318-9876", "810229-9872", "811200-9878",
        "1 811 218 987 kronor", "bankgiro 5051-1234", "0180 Stockholm", "2016-02-22 kl. 18.30",
        "556036-0793", "16556036-0793", "212000-0142", "9 811218-98765", "98112189876",
        "8112189876,50 kronor", "12345678112189876", "§§ 8112–1898", "EAV 2020/514",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_personal_number_is_none(text: str) -> None:
    assert list(numbers_in(text)) == []


def test_coordination_numbers_have_sixty_added_to_the_day() -> None:
    number = checked("811278987")

    [found] = numbers_in(f"{number[:6]}-{number[6:]}")

    assert found.kind is NumberKind.COORDINATION


@pytest.mark.parametrize("before", ["org.nr ", "Org nr: ", "organisationsnummer ", "orgnr "])
def test_a_persons_number_as_that_of_a_firm_is_told_apart(before: str) -> None:
    assert [each.kind for each in numbers_in(f"Ek Bygg, {before}811218-9876")] == [NumberKind.SOLE_TRADER]


def test_several_in_a_row_are_all_found() -> None:
    text = "811218-9876, 640823-3234 070-123 45 67 och 19121212-1212"

    assert [each.text for each in numbers_in(text)] == ["811218-9876", "640823-3234", "19121212-1212"]


def test_the_leap_day_is_one_of_a_century_that_had_it() -> None:
    of_2000 = checked("000229123")

    assert list(numbers_in(f"20{of_2000}"))
    assert not list(numbers_in(f"19{of_2000}"))
    assert list(numbers_in(of_2000))


@settings(max_examples=50)
@given(
    some.dates(dt.date(1900, 1, 1), dt.date(2029, 12, 31)), some.integers(0, 999), some.sampled_from([0, 60])
)
def test_every_number_with_a_day_and_its_check_digit_is_found(born: dt.date, birth: int, added: int) -> None:
    day = born.day + added
    number = checked(f"{born:%y%m}{day:02}{birth:03}")

    [found] = numbers_in(f"Född {born.year // 100}{number[:6]}-{number[6:]}!")

    assert found.kind is (NumberKind.COORDINATION if added else NumberKind.PERSONAL)


@settings(max_examples=50)
@given(some.from_regex(r"[0-9]{10}", fullmatch=True))
def test_one_changed_digit_is_always_noticed(digits: str) -> None:
    good = checked(digits[:9])

    assert is_checked(good)
    assert not any(
        is_checked(f"{good[:place]}{(int(good[place]) + 1) % 10}{good[place + 1 :]}") for place in range(10)
    )


# --- addresses and telephone numbers


@pytest.mark.parametrize(
    "phone",
    ["070-123 45 67", "0701234567", "08-123 456 78", "+46 70 123 45 67", "0046701234567",
     "+46 (0)70 123 45 67", "013-12 34 56", "070/123 45 67"],
)  # fmt: skip
def test_telephone_numbers_are_found(phone: str) -> None:
    assert kinds(f"Ring {phone}.") == [(FoundKind.PHONE, phone)]


@pytest.mark.parametrize(
    "text",
    ["2016-02-22", "den 01-02-2016", "kl. 08.30–09.15", "KS 2016/0123 456", "1 250 000 kronor", "5051-1234",
     "konto 8327-9 123 456 789", "0180", "1.2.3", "010203-1235", "§§ 57–64, 66", "08:30–09:15"],
)  # fmt: skip
def test_what_only_looks_like_a_telephone_number_is_none(text: str) -> None:
    assert kinds(text) == []


def test_an_organisations_own_addresses_and_those_of_officials_are_no_findings() -> None:
    known = known_of(
        website="https://www.ekby.se/kontakt",
        own=["Kommunhuset, 0123-45 67 89, kommun@ekbybo.se", "eva.ek@gmail.com"],
        people=[("Bo.Ek@partiet.se", "070-111 22 33")],
    )

    mine = "anna@ekby.se x@mail.ekby.se y@ekbybo.se bo.ek@partiet.se 0123-456789 +46 70 111 22 33"
    assert kinds(f"{mine} eva.ek@gmail.com", known) == []
    assert kinds("bo@ekby.se.example, kalle@gmail.com", known) == [
        (FoundKind.MAIL, "bo@ekby.se.example"),
        (FoundKind.MAIL, "kalle@gmail.com"),
    ]


@pytest.mark.parametrize(
    "phone", ["070-123 45 67", "+46 70 123 45 67", "0046 70 1234567", "+46 (0)70-1234567"]
)
def test_one_number_is_the_same_however_it_is_written(phone: str) -> None:
    assert digits_of(phone) == "0701234567"


# --- words


def test_own_words_are_found_whole_and_as_beginnings_in_any_case() -> None:
    known = Known(sought=("våld i nära relation", "LVU", "Ek"))

    assert kinds("Ett lvu-ärende om VÅLD  i nära\nrelationer; ekonomin, bekymmer.", known) == [
        (FoundKind.OWN_WORD, "våld i nära relation"),
        (FoundKind.OWN_WORD, "LVU"),
        (FoundKind.OWN_WORD, "Ek"),
    ]
    assert kinds("Bekymmer och reklvu.", known) == []


def test_sensitive_words_are_found_but_not_where_the_program_says_them() -> None:
    assert kinds("Uppgiften är sekretessbelagd.") == [(FoundKind.SENSITIVE, "sekretess")]
    assert findings([Line("Sekretess enligt 26 kap.", "§ 1", by_program=True)], Known()) == ()


def test_what_is_masked_in_one_place_and_stands_in_another_is_found() -> None:
    known = Known(masked=("Anna Ek", "Bo"))

    assert kinds("Anna Eks ansökan", known) == [(FoundKind.MASKED_ELSEWHERE, "Anna Ek")]
    assert kinds("Anna Ekman bor i Boden", known) == []


def test_the_exercise_of_authority_is_told_once_of_an_item() -> None:
    known = Known(authority=frozenset({7}))
    lines = [Line("§ 1 Bygglov", "§ 1", 7), Line("Beviljas.", "§ 1, Beslut", 7), Line("Annat", "§ 2", 8)]

    assert findings(lines, known) == (Found(FoundKind.AUTHORITY, "Bygglov", "§ 1", 7),)


def test_each_finding_has_its_place_and_is_told_once_of_it() -> None:
    lines = [Line("sekretess, sekretess", "§ 1", 1), Line("sekretess", "§ 2, Beslut", 2)]

    assert findings(lines, Known()) == (
        Found(FoundKind.SENSITIVE, "sekretess", "§ 1", 1),
        Found(FoundKind.SENSITIVE, "sekretess", "§ 2, Beslut", 2),
    )
