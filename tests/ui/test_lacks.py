"""What a year lacks: what can be done about is said, the rest is folded below it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from klubban.domain.agenda import StandingItem
from klubban.domain.body import Body
from klubban.domain.planned import Planned
from klubban.domain.rules import PRESETS, BodyKind
from klubban.domain.wheel import DutyWithoutMeeting, TooFew
from klubban.ui.planning.lacks import Lacks
from klubban.ui.widgets.basics import Pill, Text
from ui.helpers import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.domain.wheel import Lack

KS = Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=PRESETS[BodyKind.COMMITTEE])
TO_MEET = TooFew(body=KS, year=2027, least=4, found=3, left=3)
GONE = TooFew(body=KS, year=2027, least=12, found=5, left=2)
GOES_ON = DutyWithoutMeeting(
    body=KS,
    duties=(StandingItem(id=1, title="Budget", months=(10,)),),
    month=date(2027, 10, 1),
    goes_to=Planned(id=1, body=1, date=date(2027, 11, 1)),
)


def shown(qtbot: QtBot, *lacks: Lack) -> Lacks:
    part = Lacks(lacks)
    qtbot.addWidget(part)
    part.show()
    settle()
    return part


def words(part: QWidget, of: type[Text | Pill] = Text) -> list[str]:
    return [each.text() for each in part.findChildren(of) if each.isVisible()]


def test_what_cannot_be_met_any_more_is_folded_and_said_without_a_mark(qtbot: QtBot) -> None:
    part = shown(qtbot, TO_MEET, GONE, GOES_ON)
    before = words(part)
    part.fold.click()
    settle()

    assert len(before) == 1
    assert "1 more is needed in the 3 months that remain." in before[0]
    assert words(part, Pill) == ["lacking"]
    assert words(part)[1:] == [
        "Kommunstyrelsen has 5 of at least 12 meetings in 2027. That is fewer than its rules say.",
        "Kommunstyrelsen has no meeting in October, when this is due: Budget. It comes on the agenda of"
        " 1\N{NO-BREAK SPACE}November.",
    ]
    part.fold.click()
    settle()
    assert words(part) == before


def test_nothing_is_folded_where_all_can_be_met(qtbot: QtBot) -> None:
    assert shown(qtbot, TO_MEET).fold.isHidden()
