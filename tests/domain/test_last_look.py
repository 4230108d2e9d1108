"""The last look before signing: names, dates, sums, registry numbers and paragraphs beside the record."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klubban.domain.body import Body, Named, Organisation
from klubban.domain.findings import Line
from klubban.domain.last_look import Doubt, Seen, Sort, last_look
from klubban.domain.meeting import Item, Meeting
from klubban.domain.rules import PRESETS, BodyKind

KNOWN = (
    Named("Åsa Wennergren", "S"),
    Named("Carl-Fredrik Lagerskog", "M"),
    Named("Märta Öhrnell", "M"),
    Named("Kristofer Duarte"),
)
MEETING = Meeting(
    id=1,
    organisation=Organisation(name="Ekby"),
    body=Body(
        id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=PRESETS[BodyKind.COMMITTEE]
    ),
    date=date(2016, 2, 22),
    items=(
        Item(id=19, title="Trygghetsprogram", number=19, registry_number="Kst 2015/503"),
        Item(id=20, title="Bidrag till föreningar", number=20, registry_number="Kst 2016/18"),
    ),
)


def seen(*texts: str, item: int = 19) -> tuple[Seen, ...]:
    """Look at some lines of a paragraph."""
    return last_look([Line(each, f"§ {item}, Beslut", item) for each in texts], MEETING, KNOWN)


def doubts(*texts: str, item: int = 19) -> list[tuple[str, str]]:
    """Return what is doubtful in them: what is written, and why."""
    return [(each.text, each.doubt.value) for each in seen(*texts, item=item) if each.doubt]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Ordföranden Åsa Wenergren (S) yrkar bifall.", ("Åsa Wenergren (S)", "spelt_otherwise")),
        ("Carl Fredrik Lagerskog (M) reserverar sig.", ("Carl Fredrik Lagerskog (M)", "spelt_otherwise")),
        ("Kommundirektör Christofer Duarte informerar.", ("Christofer Duarte", "spelt_otherwise")),
        ("Märta Ohrnell (M) deltar inte.", ("Märta Ohrnell (M)", "spelt_otherwise")),
        ("Åsa Wennergren (M) yrkar avslag.", ("Åsa Wennergren (M)", "other_party")),
        ("Sten Okänd (KD) lämnar sammanträdet.", ("Sten Okänd (KD)", "nobody")),
    ],
)
def test_names_that_are_not_as_on_the_roll(words: str, said: tuple[str, str]) -> None:
    assert doubts(words) == [said]


@pytest.mark.parametrize(
    "words",
    [
        "Ordföranden Åsa Wennergren (S) och Märta Öhrnell (M) yrkar bifall.",
        "Märta Öhrnells yrkande bifalls.",
        "Region Stockholm och Järfällahus AB inbjuds av Kommunstyrelsen.",
        "Åsa Wennergren föredrar ärendet för Kristofer Duarte.",
    ],
)
def test_names_that_are_right_or_of_nobody_raise_no_doubt(words: str) -> None:
    assert doubts(words) == []


def test_a_name_is_told_once_with_how_often_and_where() -> None:
    [found] = seen("Åsa Wennergren (S) yrkar bifall.", "Åsa Wennergren (S) reserverar sig.")

    assert (found.sort, found.count, [each.where for each in found.spots]) == (Sort.NAME, 2, ["§ 19, Beslut"])
    assert found.record == {"who": KNOWN[0]}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Svar senast torsdagen den 30 april 2016.", ("torsdagen den 30 april 2016", "wrong_weekday")),
        ("Svar senast den 31 april 2016.", ("31 april 2016", "no_such_day")),
        ("Tjänsteskrivelse 2016-02-30.", ("2016-02-30", "no_such_day")),
    ],
)
def test_days_that_are_none_or_another_weekday(words: str, said: tuple[str, str]) -> None:
    assert doubts(words) == [said]


def test_a_day_is_told_beside_the_meeting() -> None:
    [after, before] = seen("Från 2016-02-15 till lördagen den 30 april.")

    assert (before.record["days"], after.record["days"]) == (-7, 68)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1 250 000 kronor", "1 520 000 kronor"),
        ("125 000 kronor", "1 250 000 kronor"),
        ("1,25 miljoner kronor", "12,5 mnkr"),
    ],
)
def test_sums_of_one_paragraph_that_are_almost_the_same(first: str, second: str) -> None:
    found = doubts(f"Bidraget är {first}.", f"Nämnden anvisar {second}.")

    assert found == [(first, "near_amount"), (second, "near_amount")]


@pytest.mark.parametrize(
    "words",
    ["Bidraget höjs från 100 000 kronor till 1 000 000 kronor.", "Skatten höjs med 0,5 procent, 14,2 mnkr."],
)
def test_sums_that_are_each_other_or_round_are_only_shown(words: str) -> None:
    found = seen(words)

    assert [each.sort for each in found] == [Sort.AMOUNT, Sort.AMOUNT]
    assert [each.doubt for each in found] == [None, None]


def test_the_same_sum_in_other_words_is_no_slip() -> None:
    assert doubts("Köpet kostar 14,2 miljoner kronor.", "Köpeskillingen är 14 200 000 kronor.") == []


@pytest.mark.parametrize("number", ["Kst 2015/530", "Kst 2015/50", "Kst 2016/503", "Ks 2015/503"])
def test_a_registry_number_that_is_almost_that_of_the_matter(number: str) -> None:
    [found] = [each for each in seen(f"Ärendet har dnr {number}.") if each.sort is Sort.REGISTRY_NUMBER]

    assert (found.text, found.doubt, found.record["number"]) == (number, Doubt.NEAR_NUMBER, "Kst 2015/503")


def test_a_registry_number_in_another_form_is_told_beside_the_one_that_is_registered() -> None:
    [found] = seen("Ärendet har dnr Kst 2015-503.")

    assert (found.doubt, found.record) == (Doubt.OTHER_FORM, {"number": "Kst 2015/503"})


def test_registry_numbers_of_the_meeting_are_told_with_their_matters_and_school_years_are_none() -> None:
    found = seen("Se Kst 2016/18 och KFN 2014:7, läsåret 2015/16, tel. 08-580 285 00.")

    assert [(each.text, each.record) for each in found] == [
        ("Kst 2016/18", {"title": "Bidrag till föreningar"}),
        ("KFN 2014:7", {}),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Se § 20.", [("§ 20", None)]),
        ("Se § 91 ovan.", [("§ 91", Doubt.NO_SUCH_PARAGRAPH)]),
        ("Kommunfullmäktige 2015-11-23, § 91.", [("§ 91", None)]),
        ("Beslut i KSAU § 12.", [("§ 12", None)]),
        ("Jäv enligt 6 kap. 28 § 1 kommunallagen och 13 § förvaltningslagen.", []),
        ("Denna paragraf, § 19, justeras omedelbart.", []),
    ],
)
def test_paragraphs_that_are_referred_to(words: str, found: list[tuple[str, Doubt | None]]) -> None:
    seen_here = [(each.text, each.doubt) for each in seen(words) if each.sort is Sort.PARAGRAPH]

    assert seen_here == found


@settings(max_examples=50)
@given(st.lists(st.text(max_size=60), max_size=3))
def test_any_text_can_be_looked_at(texts: list[str]) -> None:
    found = seen(*texts)

    assert all(each.text and each.spots for each in found)
