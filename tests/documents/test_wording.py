"""What the documents say, phrase by phrase."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from documents.meetings import AL, ASP, BLOM, EK, LIND, OMAN, ORN, OSTH, RASK, plain_meeting, real_meeting
from klubban.documents import wording
from klubban.domain import meeting as m
from klubban.domain.paragraphs import Paragraphs
from klubban.i18n import texts

if TYPE_CHECKING:
    from klubban.domain.body import Named

SV, EN = texts("sv"), texts("en")
NB = "\u00a0"


def spaced(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace(NB, " ")


def attending(who: Named, kind: str = "member", **facts: object) -> m.Attendee:
    """Return somebody on the roll."""
    return m.Attendee(id=1, who=who, attends_as=m.AttendsAs(kind), **facts)  # type: ignore[arg-type]  # any of them


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
        ({"start": time(8, 30), "recesses": (OPEN_RECESS,)}, "kl. 8.30, ajournering kl. 9.05–"),
        (
            {"place": ROOM, "start": START, "end": time(12, 0), "end_date": date(2026, 11, 13)},
            "Stora salen, torsdagen den 12 november 2026 kl. 13.00 – fredagen den 13 november 2026 kl. 12.00",
        ),
    ],
)
def test_place_and_time_stand_in_one_line(facts: dict[str, object], swedish: str) -> None:
    assert spaced(wording.place_and_time(plain_meeting(**facts), SV)) == swedish


def test_the_hour_stays_with_its_abbreviation() -> None:
    assert f"kl.{NB}18.30–19.15" in wording.place_and_time(real_meeting(), SV)


@pytest.mark.parametrize(
    ("attendee", "swedish", "english"),
    [
        (attending(OMAN), "Åke Öman (S), ordförande", "Åke Öman (S), chair"),
        (attending(AL), "Cajsa Ål (S)", "Cajsa Ål (S)"),
        (attending(ORN, remote=True), "David Örn (V), på distans", "David Örn (V), remotely"),
        (
            attending(ASP, paragraphs=Paragraphs.parse("57-64, 66")),
            "Eva Asp (C), §§ 57–64, 66",
            "Eva Asp (C), §§ 57–64, 66",
        ),
        (
            attending(RASK, "serving_alternate", serves_for=ASP),
            "Jan Rask (KD) ersätter Eva Asp (C)",
            "Jan Rask (KD) for Eva Asp (C)",
        ),
        (
            attending(
                RASK, "serving_alternate", serves_for=ASP, paragraphs=Paragraphs.parse("75"), remote=True
            ),
            "Jan Rask (KD) ersätter Eva Asp (C), § 75, på distans",
            "Jan Rask (KD) for Eva Asp (C), § 75, remotely",
        ),
        (
            attending(RASK, "serving_alternate"),
            "Jan Rask (KD), tjänstgörande ersättare",
            "Jan Rask (KD), serving alternate",
        ),
    ],
)
def test_those_deciding_are_named_with_what_limits_them(
    attendee: m.Attendee, swedish: str, english: str
) -> None:
    meeting = plain_meeting(chair=OMAN, attendance=(attendee,))

    assert [spaced(line) for line in wording.deciding(meeting, SV)] == [swedish]
    assert [spaced(line) for line in wording.deciding(meeting, EN)] == [english]


def test_items_stand_for_paragraphs_once_they_have_numbers() -> None:
    items = (m.Item(id=7, title="Budget", number=12), m.Item(id=8, title="Lägesbild"))
    numbered = plain_meeting(items=items, attendance=(attending(AL, items=(7,)),))
    unnumbered = plain_meeting(items=items, attendance=(attending(AL, items=(8,)),))

    assert wording.deciding(numbered, SV) == (f"Cajsa Ål (S), §{NB}12",)
    assert wording.deciding(unnumbered, SV) == ("Cajsa Ål (S), ”Lägesbild”",)


@pytest.mark.parametrize(
    ("roll", "swedish"),
    [
        ([attending(OSTH, "alternate")], "Ersättare Ida Östh (M)"),
        (
            [attending(OSTH, "alternate"), attending(EK, "alternate")],
            "Ersättarna Ida Östh (M), Britta Ek (M)",
        ),
        ([attending(BLOM, "official", title="Kommundirektör")], "Kommundirektör Tor Blom"),
        (
            [
                attending(BLOM, "official", title="Kommundirektör"),
                attending(EK, "official", title="Ekonomidirektör", paragraphs=Paragraphs.parse("74")),
            ],
            "Kommundirektör Tor Blom; ekonomidirektör Britta Ek (M), § 74",
        ),
        ([attending(BLOM, "official", title="VD")], "VD Tor Blom"),
        ([attending(BLOM, "co_opted")], "Adjungerade Tor Blom"),
        ([attending(BLOM, "staff_representative")], "Personalföreträdare Tor Blom"),
        ([attending(BLOM, "guest", remote=True)], "Inbjudna Tor Blom, på distans"),
        ([attending(BLOM, "other"), attending(EK, "other")], "Tor Blom, Britta Ek (M)"),
    ],
)
def test_others_present_are_grouped(roll: list[m.Attendee], swedish: str) -> None:
    assert [spaced(line) for line in wording.others_present(plain_meeting(attendance=tuple(roll)), SV)] == [
        swedish
    ]


def test_the_real_meetings_officials_have_their_titles_before_their_names() -> None:
    alternates, officials, others = wording.others_present(real_meeting(), SV)

    assert alternates.startswith("Ersättarna Aydin Aydin (S), Solveig Byberg (S)")
    assert "kommundirektör Christina Rapp Lundahl, ekonomidirektör Ingvar Håkansson" in officials
    assert others.endswith("Göran Svennberg (MP), Agnita Wärn (MP)")


def test_a_secretary_whom_the_roll_forgot_is_present_all_the_same() -> None:
    forgotten = plain_meeting(secretary=LIND)
    on_the_roll = plain_meeting(
        secretary=LIND, attendance=(attending(LIND, "official", title="Sekreterare"),)
    )

    assert wording.others_present(forgotten, SV) == ("Sekreterare Siv Lind",)
    assert wording.others_present(on_the_roll, SV) == ("Sekreterare Siv Lind",)


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
    verification = m.Verification(id=1, **facts)  # type: ignore[arg-type]  # any of them

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
