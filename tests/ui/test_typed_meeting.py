"""A whole meeting is typed by the keyboard alone, from its agenda to its end; the protocol writes itself."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from builders import new_file, snapshot
from documents.reading import folded, missing, words
from klubban.documents import protocol
from klubban.domain.meeting import Stage
from klubban.domain.text import points
from klubban.operations.open_format import dump_file, import_document
from klubban.store.change import id_of
from klubban.store.database import Database
from klubban.ui import clock
from klubban.ui.file_page import FilePage
from ui.evening import evening
from ui.helpers import held, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from klubban.domain.meeting import Meeting

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TAB, ENTER, ESC, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
THE_REST_YES = (Qt.Key.Key_J, SHIFT)
TITLES = (
    "Upprop och val av justerare",
    "Fastställande av föredragningslistan",
    "Årsbudget för äldreomsorgen 2027",
    "Försäljning av Ekby 1:7",
    "Åtgärder mot översvämning i Ekbyån",
    "Ändrad taxa för vatten och avlopp",
    "Näringslivschefen informerar",
    "Brandskydd på äldreboenden",
    "Gång- och cykelväg vid Ölstavägen",
    "Överenskommelse om samverkan",
    "Köp av arkivtjänst",
    "Val av ersättare i valnämnden",
    "Svar på motion om lånecyklar",
    "Ägardirektiv för Ekbybostäder",
    "Lokalförsörjningsplan",
    "Översyn av ängs- och åkermark",
    "Anmälan av delegationsbeslut",
    "Meddelanden",
    "Övriga frågor",
    "Nästa möte",
)


PROPOSED = {
    2: "Budgeten för äldreomsorgen fastställs till 412 miljoner kronor.",
    3: "Fastigheten Ekby 1:7 säljs.",
}


WRITTEN = (
    "Hans Åberg (S) ersätter Gun Älg (S)",
    "§ 3",
    "Budgeten för äldreomsorgen fastställs till 412 miljoner kronor.",
    "Kommunens kostnader för hyror ökar nästa år.",
    "Cajsa Ål (S) yrkar bifall till förslaget.",
    "Britta Ek (M) och Ida Östh (M) yrkar återremiss för en ny beräkning av hyrorna.",
    "Tor Ny (MP) yrkar tillägg: Nämnden redovisar utfallet i juni.",
    "Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att ärendet ska avgöras",
    "Ordföranden frågar om kommunstyrelsen beslutar enligt förslaget och finner att så sker.",
    "Ordföranden ställer propositioner på bifall respektive avslag på Tor Nys (MP) tilläggsyrkande",
    "Omröstningen utfaller med 6 ja mot 1 nej.",
    "Kommunstyrelsen beslutar därmed att avgöra ärendet i dag.",
    "Britta Ek (M) reserverar sig mot beslutet.",
    "Vård- och omsorgsnämnden",
    "§ 4",
    "Fastigheten Ekby 1:7 säljs.",
    "Eva Asp (C) yrkar avslag på förslaget.",
    "Omröstningen utfaller med 4 ja mot 2 nej. 1 ledamot avstår.",
    "Kommunstyrelsen beslutar därmed enligt förslaget.",
    "Eva Asp (C) reserverar sig mot beslutet och anmäler att ledamoten avser inkomma med en skriftlig",
    "§ 20",
    "Informationen läggs till handlingarna.",
    "Ordföranden förklarar sammanträdet avslutat",
)
"""What the protocol says, in this order; not a word of it was typed in these phrases."""


@pytest.fixture
def office(path: Path) -> Iterator[Database]:
    """A file with a committee, whose meeting of today has its agenda; see test_agenda_built.py for that."""
    database = new_file(path)
    evening(database)
    with database.change("Begin anew") as change:
        for row in change.rows("item"):
            change.delete("item", id_of(row))
        change.update("meeting", 1, date=clock.today(), stage="planned")
        for place, title in enumerate(TITLES):
            proposal = points([PROPOSED[place]]) if place in PROPOSED else ()
            change.insert("item", meeting_id=1, position=place, title=title, proposal=proposal)
    yield database
    database.close()


def keys(*pressed: str | Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    """Press keys and type words, wherever the keyboard is."""
    for each in pressed:
        if isinstance(each, str):
            type_text(held(), each)
        else:
            key, modifier = each if isinstance(each, tuple) else (each, NONE)
            QTest.keyClick(held(), key, modifier)
        settle()


def part(number: int) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """Return the key that leads to a part of the item in hand."""
    return Qt.Key(Qt.Key.Key_0.value + number), CONTROL


DECISION, SUMMARY, MOTIONS, QUESTIONS, OPINIONS, RECIPIENTS, ASSIGNMENTS = map(part, (1, 2, 5, 6, 8, 9, 0))
NEXT = (Qt.Key.Key_Return, CONTROL)


def session(key: Qt.Key) -> None:
    keys((key, CONTROL | SHIFT))


def call_the_roll() -> None:
    """Begin the roll, with all present but Gun Älg, and go on to the first item."""
    keys(Qt.Key.Key_F9, ENTER, Qt.Key.Key_A)
    keys(*[Qt.Key.Key_Down] * 6, SPACE, Qt.Key.Key_F9, ENTER)


def printed(meeting: Meeting) -> str:
    return folded("".join(words(protocol.build(meeting))))


def elsewhere(office: Database) -> Meeting:
    """Return the meeting as another file has it, into which it came in the open format."""
    other = Database.create(office.path.with_name("another.klubban"))
    import_document(other, dump_file(office))
    with closing(other):
        return snapshot(other)


def test_a_meeting_of_twenty_items_is_typed_without_the_mouse(page: FilePage, office: Database) -> None:
    page.meeting.agenda.list.setFocus()
    session(Qt.Key.Key_O)
    call_the_roll()
    keys(DECISION, "Britta Ek (M) väljs att justera protokollet.", NEXT)
    keys(DECISION, "Föredragningslistan fastställs.", NEXT)

    keys(SUMMARY, "Kommunens kostnader för hyror ökar nästa år.")
    keys(MOTIONS, "ål", TAB, "app", ENTER)
    keys("ek,öst", TAB, "ref", TAB, "för en ny beräkning av hyrorna", ENTER)
    keys("Tor Ny (MP)", ENTER, ENTER, "add", TAB, "Nämnden redovisar utfallet i juni.", ENTER, ENTER)
    keys(QUESTIONS, "a", "o", "n", THE_REST_YES, ENTER, "a", ENTER, "b")
    keys(OPINIONS, "ek", ENTER, ENTER)
    keys(RECIPIENTS, "Vård- och omsorgsnämnden", NEXT)

    keys(MOTIONS, "ål", TAB, "app", ENTER, "as", TAB, "rej", ENTER, ENTER)
    keys(QUESTIONS, "a", "o", "jjann", THE_REST_YES, ENTER)
    keys(OPINIONS, "asp", TAB, TAB, TAB, TAB, "rea", ENTER, ENTER)
    keys(ASSIGNMENTS, "Kommundirektören", TAB, "10 feb", TAB, "teckna köpekontraktet", ENTER, ENTER)
    session(Qt.Key.Key_P)
    session(Qt.Key.Key_O)
    for _ in range(16):
        keys(NEXT, DECISION, "Informationen läggs till handlingarna.")
    session(Qt.Key.Key_L)

    typed = snapshot(office)
    (assignment,) = typed.items[3].assignments
    assert (typed.stage, len(typed.recesses), typed.opened is None) == (Stage.CLOSED, 1, False)
    assert (str(assignment.to), assignment.text) == ("Kommundirektören", "teckna köpekontraktet")
    assert [item.number for item in typed.items] == list(range(1, 21))
    assert not [item.title for item in typed.items if not item.decision]
    assert missing(WRITTEN, printed(typed)) == []
    assert printed(elsewhere(office)) == printed(typed)
