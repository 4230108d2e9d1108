"""At an item that decides about seats the way to the register is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from klubban.domain.agenda import ItemKind
from klubban.domain.meeting import Item
from klubban.domain.text import from_plain
from klubban.ui.registers.offer import SeatOffer, concerns_seats
from ui.registers import furnish
from ui.snapshots import DAY, meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database


def item(title: str, decision: str = "NN väljs.", kind: ItemKind | None = None) -> Item:
    return Item(id=1, title=title, decision=from_plain(decision), kind=kind)


@pytest.mark.parametrize(
    ("title", "kind", "offered"),
    [
        ("Avsägelse från uppdrag som ersättare", None, True),
        ("Fyllnadsval till kommunstyrelsen", None, True),
        ("Nya ledamöter", ItemKind.ELECTION, True),
        ("Val av justerare", ItemKind.ELECTION, False),
        ("Trygghetsprogram på remiss", ItemKind.DECISION, False),
    ],
)
def test_it_is_offered_for_elections_and_resignations(
    title: str, kind: ItemKind | None, *, offered: bool
) -> None:
    assert concerns_seats(item(title, kind=kind)) is offered


def test_nothing_is_offered_before_there_is_a_decision(qtbot: QtBot, office: Database) -> None:
    offer = SeatOffer(office, meeting(), item("Fyllnadsval", ""))
    qtbot.addWidget(offer)

    assert offer.isHidden()
    offer.take(item("Fyllnadsval"))
    assert not offer.isHidden()


def test_it_leads_to_the_body_that_the_title_names_with_the_meetings_day(
    qtbot: QtBot, office: Database
) -> None:
    bodies = furnish(office)
    offer = SeatOffer(office, meeting(), item("Fyllnadsval av ledamot i tekniska nämnden"))
    qtbot.addWidget(offer)

    with qtbot.waitSignal(offer.asked) as asked:
        offer.link.click()
    assert asked.args == [bodies.committee, DAY]
