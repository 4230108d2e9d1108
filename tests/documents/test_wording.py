"""What the documents say, phrase by phrase."""

from __future__ import annotations

from datetime import date, time

import pytest

from documents.meetings import plain_meeting, real_meeting
from klubban.documents import wording
from klubban.domain import meeting as m
from klubban.domain.verification import Verification
from klubban.i18n import texts

SV, EN = texts("sv"), texts("en")
NB = "\u00a0"


def spaced(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace(NB, " ")


@pytest.mark.parametrize(
    ("day", "swedish", "english"),
    [
        (date(2016, 2, 25), "torsdagen den 25 februari 2016", "Thursday 25 February 2016"),
        (date(2026, 11, 8), "söndagen den 8 november 2026", "Sunday 8 November 2026"),
        (date(2027, 5, 1), "lördagen den 1 maj 2027", "Saturday 1 May 2027"),
    ],
)
def test_a_long_date_names_its_weekday(day: date, swedish: str, english: str) -> None:
    assert spaced(wording.long_date(day, SV)) == swedish
    assert spaced(wording.long_date(day, EN)) == english


def test_a_long_date_does_not_break_between_day_and_year() -> None:
    assert wording.long_date(date(2016, 2, 25), SV).endswith(f"25{NB}februari{NB}2016")


RECESS = m.Recess(id=1, starts=time(14, 15), ends=time(14, 30))
LATER_RECESS = m.Recess(id=2, starts=time(16, 0), ends=time(16, 5))
OPEN_RECESS = m.Recess(id=3, starts=time(9, 5))
ROOM, START, END = "Stora salen", time(13, 0), time(16, 40)


@pytest.mark.parametrize(
    ("facts", "swedish"),
    [
        ({}, ""),
        ({"place": ROOM}, "Stora salen"),
        ({"start": START}, "kl. 13.00"),
        ({"place": ROOM, "start": START, "end": END}, "Stora salen, kl. 13.00–16.40"),
        (
            {"place": ROOM, "start": START, "end": END, "recesses": (RECESS,)},
            "Stora salen, kl. 13.00–16.40, ajournering kl. 14.15–14.30",
        ),
        (
            {"start": START, "end": END, "recesses": (RECESS, LATER_RECESS)},
            "kl. 13.00–16.40, ajournering kl. 14.15–14.30 och kl. 16.00–16.05",
        ),
        ({"start": time(8, 30), "recesses": (OPEN_RECESS,)}, "kl. 8.30, ajournerat fr.o.m. kl. 9.05"),
        (
            {"start": START, "recesses": (RECESS, OPEN_RECESS)},
            "kl. 13.00, ajournering kl. 14.15–14.30, ajournerat fr.o.m. kl. 9.05",
        ),
    ],
)
def test_place_and_time_stand_in_one_line(facts: dict[str, object], swedish: str) -> None:
    found = wording.places_and_times(plain_meeting(**facts), SV)

    assert [spaced(line) for line in found] == [swedish] * bool(swedish)


TWO_DAYS = {"place": ROOM, "start": START, "end": time(12, 0), "end_date": date(2026, 11, 13)}


def test_each_day_of_a_meeting_has_a_line() -> None:
    found = wording.places_and_times(plain_meeting(**TWO_DAYS, recesses=(RECESS,)), SV)

    assert [spaced(line) for line in found] == [
        "Stora salen",
        "Torsdagen den 12 november 2026 kl. 13.00",
        "Fredagen den 13 november 2026 kl. 12.00",
        "Ajournering kl. 14.15–14.30",
    ]


@pytest.mark.parametrize(
    ("facts", "planned", "swedish"),
    [
        ({"start": START, "end": END}, False, "torsdagen den 12 november 2026, kl. 13.00–16.40"),
        ({"start": START, "end": END}, True, "torsdagen den 12 november 2026, kl. 13.00"),
        (
            TWO_DAYS,
            False,
            "Stora salen, torsdagen den 12 november 2026 kl. 13.00 – fredagen den 13 november 2026 kl. 12.00",
        ),
        (TWO_DAYS | {"recesses": (RECESS,)}, True, "torsdagen den 12 november 2026, kl. 13.00, Stora salen"),
    ],
)
def test_a_meeting_is_named_in_one_line(facts: dict[str, object], planned: bool, swedish: str) -> None:  # noqa: FBT001 - a parameter of the test
    found = wording.which_meeting(plain_meeting(**facts), SV, planned=planned)

    assert spaced(found) == f"Kommunstyrelsen, {swedish}"


@pytest.mark.parametrize(
    ("place", "held"),
    [
        ("Kvarnen, Verkstadsgatan 3", f"Kvarnen, Verkstadsgatan{NB}3"),
        ("Storgatan 12 B, Ekby", f"Storgatan{NB}12 B, Ekby"),
        ("Rum 4711, plan 2", f"Rum{NB}4711, plan{NB}2"),
        ("24 timmars bibliotek", "24 timmars bibliotek"),
    ],
)
def test_a_houses_number_stays_with_its_street(place: str, held: str) -> None:
    assert wording.places_and_times(plain_meeting(place=place), SV) == (held,)


def test_the_hour_stays_with_its_abbreviation() -> None:
    assert f"kl.{NB}18.30–19.15" in wording.places_and_times(real_meeting(), SV)[0]


@pytest.mark.parametrize(
    ("facts", "swedish"),
    [
        (
            {"date": date(2016, 2, 25), "time": time(8, 30), "place": "sekreterarens tjänsterum"},
            "Torsdagen den 25 februari 2016, kl. 8.30, sekreterarens tjänsterum",
        ),
        ({"place": "kommunhuset"}, "kommunhuset"),
        ({}, ""),
    ],
)
def test_verification_tells_when_and_where(facts: dict[str, object], swedish: str) -> None:
    verification = Verification(id=1, **facts)  # type: ignore[arg-type]  # any of them

    assert spaced(wording.verification_line(verification, SV)) == swedish


@pytest.mark.parametrize(
    ("name", "swedish", "english"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsens", "Kommunstyrelsen’s"),
        ("Kommunfullmäktige", "Kommunfullmäktiges", "Kommunfullmäktige’s"),
        ("Trygghetsrådet Mars", "Trygghetsrådet Mars", "Trygghetsrådet Mars’"),
        ("Utskott X", "Utskott X", "Utskott X’s"),
        ("Beredning Z", "Beredning Z", "Beredning Z’s"),
    ],
)
def test_a_bodys_name_owns_its_decision(name: str, swedish: str, english: str) -> None:
    assert wording.genitive(name, SV) == swedish
    assert wording.genitive(name, EN) == english


@pytest.mark.parametrize(
    ("parts", "swedish"),
    [([], ""), (["A"], "A"), (["A", "B"], "A och B"), (["A", "B", "C"], "A, B och C")],
)
def test_several_are_joined_by_commas_and_a_word(parts: list[str], swedish: str) -> None:
    assert wording.enumerated(parts, SV) == swedish


@pytest.mark.parametrize(
    ("title", "inside"),
    [("Kommundirektör", "kommundirektör"), ("VD", "VD"), ("KF", "KF"), ("1:e vice", "1:e vice"), ("", "")],
)
def test_titles_are_small_inside_a_sentence_but_abbreviations_are_not(title: str, inside: str) -> None:
    assert wording.small(title) == inside
