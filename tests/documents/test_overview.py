"""The overview as a document: a sentence first, then all that the page shows, charts with their tables."""

from __future__ import annotations

from datetime import date

from documents.attendance import year
from documents.conformance import faults
from documents.meetings import body
from documents.reading import words
from documents.verapdf import VeraPDF
from klubban.documents import overview
from klubban.documents import overview_words as say
from klubban.documents.overview import Seen
from klubban.documents.pdf import typeset
from klubban.domain.agenda import StandingItem
from klubban.domain.body import Organisation
from klubban.domain.commitment import Commitment, CommitmentKind
from klubban.domain.duty import Duty, Followed, Wanted
from klubban.domain.glance import Ahead, Load, Promised
from klubban.domain.planned import Planned
from klubban.domain.year_wheel import months, spokes
from klubban.i18n import texts

TODAY = date(2026, 11, 12)
PROMISE = Commitment(
    id=1, key="a", body=1, kind=CommitmentKind.PROMISE, title="Vandringar", from_date=date(2026, 1, 1)
)


def seen() -> Seen:
    """Return a day with something of everything."""
    late = Duty(
        what=Wanted.ASSIGNMENT, day=date(2026, 11, 1), body=body(), names=("Tidplan för vägen",),
        follows=Followed.ASSIGNMENT, id=3, who="Förvaltningschefen", unanswered=2,
    )  # fmt: skip
    meeting = Planned(id=4, body=1, date=date(2026, 11, 26))
    wheel = spokes(body(), [StandingItem(id=1, title="Budget", months=(3,))], date(2026, 1, 9), {}, TODAY)
    return Seen(
        organisation=Organisation(name="Ekby kommun"),
        day=TODAY,
        duties=(late,),
        ahead=(Ahead(meeting=meeting, body=body(), items=7, lacking=2),),
        attended=year(),
        promised=(Promised(commitment=PROMISE), Promised(commitment=PROMISE, late=3)),
        loads=(Load("Förvaltningschefen", 4, 1, 3),),
        months=months(wheel, [], TODAY),
    )


def test_the_overview_tells_all_that_the_page_shows(judge: VeraPDF) -> None:
    document = overview.build(seen())
    told = "\n".join(words(document)).replace("\u00a0", " ")

    found = [
        told.index(each)
        for each in (
            "Översikt",
            "En sak är sen.",
            "7 ärenden, 2 underlag väntas",
            "underlag saknas",
            "Tidplan för vägen",
            "Förvaltningschefen, Kommunstyrelsen, ingen återrapport på 2 möten",
            "11 dagar sent",
            "I snitt",
            "Vandringar",
            "▲ Försenat",
            "Uppdrag efter den som har dem",
            "Årshjulet 2026",
            "▲ missat",
        )
    ]
    assert found == sorted(found)
    made = typeset(document)
    assert judge.verdict(made.data) + faults(made, document) == []


def test_a_quiet_week_says_so() -> None:
    swedish = texts("sv")

    assert say.summary(0, 0, swedish) == "Inget är sent, och inget behöver göras inom en vecka."
    assert say.summary(2, 4, swedish) == "Två saker är sena, fyra ska göras inom en vecka."
    assert say.summary(0, 13, swedish) == "13 saker ska göras inom en vecka."
