"""Order, dates and times as Swedish has them, and two languages that are chosen apart."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klubban import i18n


@pytest.mark.parametrize(
    "names",
    [
        ["Zorn", "Åberg", "Ärlig", "Öman"],
        ["Adam", "alm", "Berg", "Västra", "Wärn", "Åström"],
        ["Eriksson", "Érikzon", "Erlander"],
        ["Ande", "Andersson", "André", "Andrén"],
        ["Muhr", "Müller", "Mylund", "Myrdal"],
        ["Ek", "Ek Berg", "Ekman"],
        ["Zander", "Ægir", "Ängel", "Östh", "Øverland"],
    ],
)
def test_names_stand_in_swedish_order(names: list[str]) -> None:
    assert i18n.in_order(reversed(names)) == names


def test_letters_in_two_pieces_sort_as_in_one() -> None:
    assert i18n.sort_key("A\u030aberg") == i18n.sort_key("Åberg")
    assert i18n.sort_key("ÅBERG") == i18n.sort_key("åberg")


@given(st.lists(st.text(max_size=8), max_size=6))
def test_order_does_not_depend_on_the_order_before(names: list[str]) -> None:
    keys = [i18n.sort_key(name) for name in i18n.in_order(names)]

    assert keys == sorted(keys)
    assert keys == [i18n.sort_key(name) for name in i18n.in_order(reversed(names))]


@pytest.mark.parametrize(
    ("language", "day", "moment", "tag"),
    [("sv", "25 februari 2016", "8.05", "sv-SE"), ("en", "25 February 2016", "8.05", "en-GB")],
)
def test_dates_and_times_are_written_as_the_language_writes_them(
    language: str, day: str, moment: str, tag: str
) -> None:
    texts = i18n.texts(language)

    assert texts.date(date(2016, 2, 25)) == day
    assert texts.time(time(8, 5)) == moment
    assert texts.tag == tag


@pytest.mark.parametrize(
    ("moment", "written"), [(time(0, 0), "0.00"), (time(18, 30), "18.30"), (time(9, 0), "9.00")]
)
def test_times_have_no_zero_before_the_hour(moment: time, written: str) -> None:
    assert i18n.texts("sv").time(moment) == written


def test_a_date_can_be_written_by_another_pattern() -> None:
    assert i18n.texts("sv").date(date(2016, 2, 22), "EEEE d MMMM") == "måndag 22 februari"


def test_the_interface_and_a_document_may_speak_different_languages() -> None:
    i18n.use("sv")

    assert i18n._("The file is damaged: {message}") == "Filen är skadad: {message}"
    assert i18n.texts("en").gettext("The file is damaged: {message}") == "The file is damaged: {message}"
    assert i18n.current().language == "sv"


def test_forms_follow_the_count() -> None:
    one, many = "{count} thing is wrong", "{count} things are wrong"
    i18n.use("sv")

    assert i18n.ngettext(one, many, 1) != i18n.ngettext(one, many, 2)
    assert i18n.texts("en").ngettext(one, many, 0) == many


def test_namesakes_are_told_apart_by_their_context() -> None:
    i18n.use("sv")

    assert i18n.pgettext("file name", "notice") == "tillkannagivande"


@pytest.mark.parametrize(("wished", "spoken"), [("en", "en"), ("sv", "sv"), ("", "sv"), ("tlh", "sv")])
def test_the_interface_is_swedish_unless_english_is_wished_for(
    monkeypatch: pytest.MonkeyPatch, wished: str, spoken: str
) -> None:
    monkeypatch.setenv("KLUBBAN_LANGUAGE", wished)

    assert i18n.preferred() == spoken


def test_a_document_in_a_language_without_catalogue_is_in_english() -> None:
    assert i18n.texts("fi").language == "en"
    assert i18n.texts("fi").gettext("Present") == "Present"


def test_a_message_is_found_whether_or_not_it_has_a_plural_elsewhere() -> None:
    assert i18n.texts("sv").gettext("Verifier") == "Justerare"
    assert i18n.texts("sv").ngettext("Verifier", "Verifiers", 2) == "Justerare"
    assert i18n.texts("sv").gettext("no such message") == "no such message"
