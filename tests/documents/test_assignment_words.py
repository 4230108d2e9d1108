"""The phrase by which an assignment is declared fulfilled, and its history in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from klubban.documents import assignment_words
from klubban.domain.assignment import Assignment, AssignmentStep, Report, StepKind
from klubban.domain.body import Named
from klubban.domain.text import from_plain
from klubban.domain.undertaken import OwnerLeft, Undertaken
from klubban.i18n import texts

SWEDISH = texts("sv")
BO = Named("Bo Ek", "S")


@pytest.mark.parametrize(
    ("words", "protocol", "phrase"),
    [
        (
            "Redovisa hur belysningen kan förbättras.",
            True,
            "Uppdraget till Bo Ek (S) att redovisa hur belysningen kan förbättras antecknas och förklaras"
            " fullgjort.",
        ),
        ("att ordna bänkar", False, "Uppdraget till Bo Ek (S) att ordna bänkar är klart."),
        (
            "beställ ny belysning",
            True,
            "Uppdraget till Bo Ek (S), ”Beställ ny belysning”, antecknas och förklaras fullgjort.",
        ),
        ("Lamporna i parken", False, "Uppdraget till Bo Ek (S), ”Lamporna i parken”, är klart."),
        ("Se över larmet", False, "Uppdraget till Bo Ek (S) att se över larmet är klart."),
    ],
)
def test_the_phrase_follows_the_words_of_the_assignment(words: str, protocol: bool, phrase: str) -> None:  # noqa: FBT001 - what is tried
    given = Assignment(id=1, to=BO, text=words)

    assert assignment_words.fulfilled(given, SWEDISH, protocol=protocol) == phrase


def test_the_history_tells_everything_by_its_day() -> None:
    kinds = [
        (StepKind.MOVED, 4, {"due": date(2026, 6, 1), "reason": "Sjukdom."}),
        (StepKind.MOVED, 5, {"reason": "Väntar"}),
        (StepKind.HANDED, 6, {"to": Named("Siv Lind"), "reason": "Ny tjänst"}),
        (StepKind.STUCK, 7, {"aims": "ljus mot mörker", "taken_to": 2}),
        (StepKind.FREED, 8, {}),
        (StepKind.REMINDED, 9, {}),
        (StepKind.CANCELLED, 10, {"reason": "Parken stängs"}),
        (StepKind.REOPENED, 11, {"reason": "Den öppnas"}),
        (StepKind.DONE, 12, {}),
    ]
    steps = tuple(
        AssignmentStep(id=number, kind=kind, day=date(2026, number, 1), **facts)  # type: ignore[arg-type] # as named
        for kind, number, facts in kinds
    )
    reports = (
        Report(id=1, date=date(2026, 5, 20), text=from_plain("Halvvägs.\n\nResten väntar."), by="Bo Ek"),
    )
    given = Assignment(id=1, to=BO, text="laga", due=date(2026, 4, 1), steps=steps, reports=reports)
    one = Undertaken(assignment=given, on=date(2026, 2, 22), number=12)

    told = assignment_words.history(one, {2: "Kommunstyrelsen"}, SWEDISH).replace("\u00a0", " ")

    assert told == (
        "Gavs 22 februari 2026, § 12, och skulle vara klart senast 1 april 2026."
        " Flyttades 1 april 2026 till 1 juni 2026: Sjukdom."
        " Står utan slutdatum sedan 1 maj 2026: Väntar."
        " 20 maj 2026, Bo Ek: Halvvägs. Resten väntar."
        " Lämnades över till Siv Lind 1 juni 2026: Ny tjänst."
        " 1 juli 2026: har kört fast, mål krockar: ljus mot mörker. Frågan är lyft till kommunstyrelsen."
        " Kom loss 1 augusti 2026. Påminnelse skickades 1 september 2026."
        " Avbröts 1 oktober 2026: Parken stängs. Öppnades igen 1 november 2026: Den öppnas."
        " Klart 1 december 2026."
    )


def test_it_is_said_that_somebody_left() -> None:
    remark = OwnerLeft(BO, "Trygghetsrådet", date(2025, 6, 30))

    told = assignment_words.owner_left(remark, SWEDISH)

    assert told == "Bo Ek (S) lämnade trygghetsrådet 30 juni 2025; ange vem som tar över."
