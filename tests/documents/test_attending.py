"""How those who were there are named."""

from __future__ import annotations

import pytest

from documents.meetings import AL, ASP, BLOM, EK, LIND, OMAN, ORN, OSTH, RASK, plain_meeting, real_meeting
from klubban.documents import attending
from klubban.domain import meeting as m
from klubban.domain.body import Named
from klubban.domain.paragraphs import Paragraphs
from klubban.i18n import texts

SV, EN = texts("sv"), texts("en")
NB = "\u00a0"


def spaced(text: str) -> str:
    """Return the text with ordinary spaces."""
    return text.replace(NB, " ")


def there(who: Named, kind: str = "member", **facts: object) -> m.Attendee:
    """Return somebody on the roll."""
    return m.Attendee(id=1, who=who, attends_as=m.AttendsAs(kind), **facts)  # type: ignore[arg-type]  # any of them


@pytest.mark.parametrize(
    ("attendee", "swedish", "english"),
    [
        (there(OMAN), "Åke Öman (S), ordförande", "Åke Öman (S), chair"),
        (there(AL), "Cajsa Ål (S)", "Cajsa Ål (S)"),
        (there(ORN, remote=True), "David Örn (V), på distans", "David Örn (V), remotely"),
        (
            there(ASP, paragraphs=Paragraphs.parse("57-64, 66")),
            "Eva Asp (C), §§ 57–64, 66",
            "Eva Asp (C), §§ 57–64, 66",
        ),
        (
            there(RASK, "serving_alternate", serves_for=ASP),
            "Jan Rask (KD) ersätter Eva Asp (C)",
            "Jan Rask (KD) for Eva Asp (C)",
        ),
        (
            there(RASK, "serving_alternate", serves_for=ASP, paragraphs=Paragraphs.parse("75"), remote=True),
            "Jan Rask (KD) ersätter Eva Asp (C), § 75, på distans",
            "Jan Rask (KD) for Eva Asp (C), § 75, remotely",
        ),
        (
            there(RASK, "serving_alternate"),
            "Jan Rask (KD), tjänstgörande ersättare",
            "Jan Rask (KD), serving alternate",
        ),
    ],
)
def test_those_deciding_are_named_with_what_limits_them(
    attendee: m.Attendee, swedish: str, english: str
) -> None:
    meeting = plain_meeting(chair=OMAN, attendance=(attendee,))

    assert [spaced(line) for line in attending.deciding(meeting, SV)] == [swedish]
    assert [spaced(line) for line in attending.deciding(meeting, EN)] == [english]


def test_items_stand_for_paragraphs_once_they_have_numbers() -> None:
    items = (m.Item(id=7, title="Budget", number=12), m.Item(id=8, title="Lägesbild"))
    numbered = plain_meeting(items=items, attendance=(there(AL, items=(7,)),))
    unnumbered = plain_meeting(items=items, attendance=(there(AL, items=(8,)),))

    assert attending.deciding(numbered, SV) == (f"Cajsa Ål (S), §{NB}12",)
    assert attending.deciding(unnumbered, SV) == (f"Cajsa Ål (S), punkt{NB}2",)


@pytest.mark.parametrize(
    ("roll", "swedish"),
    [
        ([there(OSTH, "alternate")], "Ersättare Ida Östh (M)"),
        (
            [there(OSTH, "alternate"), there(EK, "alternate")],
            "Ersättarna Ida Östh (M), Britta Ek (M)",
        ),
        ([there(BLOM, "official", title="Kommundirektör")], "Kommundirektör Tor Blom"),
        (
            [
                there(BLOM, "official", title="Kommundirektör"),
                there(EK, "official", title="Ekonomidirektör", paragraphs=Paragraphs.parse("74")),
            ],
            "Kommundirektör Tor Blom; ekonomidirektör Britta Ek (M), § 74",
        ),
        ([there(BLOM, "official", title="VD")], "VD Tor Blom"),
        ([there(BLOM, "co_opted")], "Adjungerade Tor Blom"),
        ([there(BLOM, "staff_representative")], "Personalföreträdare Tor Blom"),
        ([there(BLOM, "guest", remote=True)], "Inbjudna Tor Blom, på distans"),
        ([there(BLOM, "other"), there(EK, "other")], "Tor Blom, Britta Ek (M)"),
    ],
)
def test_others_present_are_grouped(roll: list[m.Attendee], swedish: str) -> None:
    assert [spaced(line) for line in attending.others_present(plain_meeting(attendance=tuple(roll)), SV)] == [
        swedish
    ]


def test_the_real_meetings_officials_have_their_titles_before_their_names() -> None:
    alternates, officials, others = attending.others_present(real_meeting(), SV)

    assert alternates.startswith("Ersättarna Aydin Aydin (S), Solveig Byberg (S)")
    assert "kommundirektör Christina Rapp Lundahl, ekonomidirektör Ingvar Håkansson" in officials
    assert others.endswith("Göran Svennberg (MP), Agnita Wärn (MP)")


def test_a_secretary_whom_the_roll_forgot_is_present_all_the_same() -> None:
    forgotten = plain_meeting(secretary=LIND)
    on_the_roll = plain_meeting(secretary=LIND, attendance=(there(LIND, "official", title="Sekreterare"),))

    assert attending.others_present(forgotten, SV) == ("Sekreterare Siv Lind",)
    assert attending.others_present(on_the_roll, SV) == ("Sekreterare Siv Lind",)
