"""The chair's script: what is said at each item of a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from documents.meetings import body, plain_meeting
from documents.reading import folded, missing, page_text, structure_text, words
from klubban.documents import script, tree
from klubban.documents.pdf import typeset
from klubban.documents.tree import AgendaEntry, Facts
from klubban.domain.agenda import Act, AgendaAct, ItemKind
from klubban.domain.body import Named
from klubban.domain.meeting import Item, Meeting
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.domain.verification import Verification


def planned(*items: Item, kind: BodyKind = BodyKind.COMMITTEE) -> Meeting:
    return plain_meeting(items=items, start=time(13), body=body(kind))


def lines(meeting: Meeting) -> list[str]:
    return list(tree.words(script.build(meeting, language="en")))


def entries(meeting: Meeting) -> list[AgendaEntry]:
    return [node for node in script.build(meeting, language="en").nodes if isinstance(node, AgendaEntry)]


ITEMS = (
    Item(id=1, title="Roll call", kind=ItemKind.PROCEDURE, minutes=5),
    Item(
        id=2, title="Trygghetsplan", minutes=20, presenters=("Eva Asp",), proposal=from_plain("Planen antas.")
    ),
    Item(id=3, title="Rapport", kind=ItemKind.REPORT, minutes=5),
)


def test_each_item_has_its_time_its_presenter_its_proposal_and_what_is_said() -> None:
    found = lines(planned(*ITEMS))

    assert [entry.when.replace("\u00a0", " ") for entry in entries(planned(*ITEMS))] == [
        "at 13.00",
        "at 13.05",
        "at 13.25",
    ]
    for each in (
        "Presenter: Eva Asp",
        "Planen antas.",
        "Can kommunstyrelsen decide as proposed?",
        "Can kommunstyrelsen put the information on file?",
    ):
        assert each in found


def test_what_an_item_is_for_is_said_there_and_not_in_the_opening_too() -> None:
    assert lines(planned(*ITEMS)).count("We call the roll.") == 1
    assert lines(planned(ITEMS[1])).count("We call the roll.") == 1


def test_each_item_leaves_room_for_a_pen_and_stays_with_what_belongs_to_it() -> None:
    document = script.build(planned(*ITEMS), language="en")
    below = [node for node in document.nodes if isinstance(node, Facts)]

    assert all([label for label, parts in node.rows if not parts] == ["Own notes", ""] for node in below)
    assert len(below) == len(ITEMS)
    assert all(entry.leads for entry in entries(planned(*ITEMS)))


def test_who_verifies_at_two_times_is_proposed_once() -> None:
    twice = tuple(Verification(id=n, verifiers=(Named("Eva Asp", "C"),)) for n in (1, 2))
    meeting = replace(planned(Item(id=1, title="Roll call and verifiers")), verifications=twice)

    (asked,) = [line for line in lines(meeting) if line.startswith("To verify")]

    assert asked.count("Eva Asp") == 1


def test_what_is_off_the_agenda_is_named_and_nothing_is_asked() -> None:
    gone = (AgendaAct(id=1, act=Act.WITHDRAWN),)
    off = Item(id=9, title="Skolväg", acts=gone, proposal=from_plain("Vägen byggs."))
    found = lines(planned(ITEMS[0], off))

    assert "Vägen byggs." not in found
    assert any("Not dealt with: Skolväg." in line for line in found)


def test_a_meeting_with_notes_only_has_no_roll_no_verifier_and_no_gavel() -> None:
    found = " ".join(lines(planned(ITEMS[1], kind=BodyKind.FORUM)))

    assert "roll" not in found
    assert "verify" not in found
    assert "gavel" not in found


def test_no_clock_times_are_made_up_where_no_time_is_planned() -> None:
    (entry,) = entries(planned(Item(id=1, title="Trygghetsplan")))

    assert entry.when == ""


def test_the_script_is_a_tagged_document_with_all_its_words() -> None:
    document = script.build(planned(*ITEMS))

    made = typeset(document)

    text = page_text(made.data, document.running, made.pages)
    assert all(folded(word) in text for word in ("Trygghetsplan", "Planen antas.", "Eva Asp"))
    assert missing(words(document), folded(structure_text(made.data))) == []
