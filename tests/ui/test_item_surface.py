"""One item on the desk: its parts stand as they are printed, and are called the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from klubban.documents import paragraph
from klubban.documents.tree import Heading
from klubban.domain.agenda import ItemKind
from klubban.domain.body import Named
from klubban.domain.decided import Asks, Division, Motion, Opinion, OpinionKind, Proposal, Vote
from klubban.domain.habits import habits_of
from klubban.domain.meeting import Disqualification, Document, Item, Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.domain.verification import Verification
from klubban.i18n import texts
from klubban.ui.meeting.item_surface import ItemSurface
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.missing import Missing
from klubban.ui.widgets.section import Section
from ui.helpers import settle
from ui.snapshots import DAY, meeting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.store.database import Database

ANNA, BO = Named("Anna Ek", "S"), Named("Bo Ål", "M")
FULL = Item(
    id=1,
    title="Budget",
    decision=from_plain("Budgeten antas."),
    proposals=(Proposal(id=1, body="Kommunfullmäktige", decision=from_plain("Ramen fastställs.")),),
    disqualifications=(Disqualification(id=1, who=ANNA),),
    summary=from_plain("Läget är gott."),
    documents=(Document(id=1, title="Tjänsteskrivelse"),),
    earlier=from_plain("Utskottet beredde ärendet."),
    proposal=from_plain("Budgeten antas med en ändring."),
    motions=(Motion(id=1, asks=Asks.APPROVE, by=(BO,)),),
    proceedings=from_plain("Ordföranden finner bifall."),
    divisions=(Division(id=1, yes="bifall", no="avslag", votes=((BO, Vote.YES),)),),
    not_taking_part=(BO,),
    opinions=(
        Opinion(id=1, kind=OpinionKind.RESERVATION, by=(BO,)),
        Opinion(id=2, kind=OpinionKind.NOTE, by=(ANNA,), text=from_plain("Det borde ha väntat.")),
    ),
    verified_immediately=True,
    recipients=("Ekonomienheten",),
)


AS_PRINTED = {"Motions": "Motion", "Reservation and statements": "Reservation"}
"""What stands in one part on the desk, and is headed by how many and what there are on the page."""


def desk(qtbot: QtBot, office: Database, item: Item = FULL, held: Meeting | None = None) -> ItemSurface:
    surface = ItemSurface(office, held or meeting(item), item, DAY)
    qtbot.addWidget(surface)
    return surface


def labels(surface: ItemSurface) -> list[str]:
    """Return the labels as they stand below each other."""
    surface.resize(700, 4000)
    surface.show()
    settle()
    sections: list[Section] = [each for each in surface.findChildren(Section) if each.isVisible()]
    sections.sort(key=lambda each: each.mapTo(surface, QPoint(0, 0)).y())
    return [next(iter(each.findChildren(Text))).text() for each in sections]


def printed() -> list[str]:
    nodes = paragraph.nodes(meeting(FULL), FULL, texts("en"))
    return [node.text for node in nodes if isinstance(node, Heading) and node.level == 3]


def test_the_parts_stand_in_the_order_of_the_printed_page(qtbot: QtBot, office: Database) -> None:
    on_desk, on_page = labels(desk(qtbot, office)), printed()

    assert [AS_PRINTED.get(each, each) for each in on_desk[2:-1]] == [
        each for each in on_page[2:] if each != "Note to the protocol"
    ]
    assert on_desk[:2] == ["Decision", "Proposal to kommunfullmäktige"]
    assert on_desk[-1] == "Scratch"


def test_the_line_below_the_title_reads_on_after_the_number(qtbot: QtBot, office: Database) -> None:
    surface = desk(qtbot, office, replace(FULL, kind=ItemKind.DECISION, presenters=("Bo Ål",)))

    assert surface.head.said == "· item for decision · presented by Bo Ål"
    assert desk(qtbot, office).head.said == ""


def test_a_body_has_its_own_order_and_headings_on_the_desk_too(qtbot: QtBot, office: Database) -> None:
    habits = habits_of({"order": ["summary", "decision"], "titles": {"summary": "Ärendet"}})
    held = meeting(FULL)
    surface = desk(qtbot, office, held=replace(held, body=replace(held.body, habits=habits)))

    assert labels(surface)[:2] == ["Ärendet", "Decision"]


def test_a_forum_that_writes_beslut_gets_a_hint(qtbot: QtBot, office: Database) -> None:
    item = replace(FULL, decision=from_plain("Gruppen beslutar att mötas."))
    surface = desk(qtbot, office, item, meeting(item, kind=BodyKind.FORUM))

    told = [label.text() for label in surface.findChildren(Text)]
    assert labels(surface)[0] == "Agreed"
    assert "A forum decides nothing: write what was agreed, and who does what." in told


def test_a_verified_paragraph_is_read_and_the_others_of_its_meeting_are_still_written(
    qtbot: QtBot, office: Database
) -> None:
    done, later = replace(FULL, number=64), replace(FULL, id=2, number=65)
    signed = Verification(id=1, signed_by=(ANNA,), immediate=True, paragraphs=Paragraphs.of([64]))
    held = meeting(done, later, verifications=(signed,))

    locked = []
    for item in (done, later):
        surface = desk(qtbot, office, item, held)
        surface.take(held, item)
        editors = {each.isReadOnly() for each in surface.findChildren(BlockEditor)}
        locked.append((editors, surface.findChildren(Missing)[0].isHidden()))

    assert locked == [({True}, True), ({False}, False)]
