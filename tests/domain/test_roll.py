"""When stays can be, and how comings and goings change them."""

from __future__ import annotations

from datetime import time

import pytest

from evening import AFTER, BEFORE, DECIDED, DURING, ITEMS, stay
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Agenda, AgendaItem, Stay, check_stays

AGENDA = Agenda(tuple(AgendaItem(id=number, number=number) for number in ITEMS))


@pytest.mark.parametrize(
    "stays",
    [
        (),
        (stay(),),
        (stay(70, 70, came=DURING, went=DURING),),
        (stay(70, 71, came=AFTER, went=DURING),),
        (stay(last=71), stay(72)),
        (stay(last=71, went=DURING), stay(71, came=DURING)),
        (stay(last=71), stay(71, came=AFTER, remote=True)),
        (stay(74, came=AFTER),),
        (stay(last=70, went=BEFORE),),
        (stay(came_at=time(10), went_at=time(10)),),
        (stay(came_at=time(18, 45), went_at=time(0, 5)),),
    ],
)
def test_these_stays_can_be(stays: tuple[Stay, ...]) -> None:
    check_stays(stays, AGENDA)


@pytest.mark.parametrize(
    ("stays", "said"),
    [
        ((stay(72, 71),), "They would have left before they came"),
        ((stay(72, 72, went=BEFORE),), "They would have left before they came"),
        ((stay(71, 72, came=AFTER, went=BEFORE),), "They would have left before they came"),
        ((stay(72, 72, came=DECIDED, went=DURING),), "They would have left before they came"),
        ((stay(came_at=time(11), went_at=time(10)),), "They would have left before they came"),
        ((stay(came_at=time(9), went_at=time(0, 5)),), "They would have left before they came"),
        ((stay(came_at=time(18), went_at=time(9)),), "They would have left before they came"),
        ((stay(), stay(72)), "They were there already when they came"),
        ((stay(last=72), stay(72)), "They were there already when they came"),
        ((stay(last=72, went=DECIDED), stay(72, came=DURING)), "They were there already when they came"),
    ],
)
def test_these_stays_cannot_be(stays: tuple[Stay, ...], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        check_stays(stays, AGENDA)


def test_an_item_is_called_by_its_number_or_its_title() -> None:
    assert AgendaItem(id=1, number=70, title="Budget").called == "§ 70"
    assert AgendaItem(id=1, title="Budget").called == "Budget"
    assert AGENDA.place(72) == 2
    with pytest.raises(LookupError):
        AGENDA.place(99)
