from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from documents.meetings import body, plain_meeting
from documents.reading import elements, folded, structure_text, words
from klubban.documents import announcement, summons, supplement, tree
from klubban.documents.pdf import typeset
from klubban.domain.agenda import (
    Act,
    AgendaAct,
    CameFrom,
    GroupMeeting,
    ItemKind,
    Origin,
    Paper,
    Sending,
    SentDocument,
    SentItem,
)
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Document, Item, Meeting
from klubban.domain.rules import BodyKind


def planned(**facts: Any) -> Meeting:
    items = (
        Item(id=1, title="Roll call", kind=ItemKind.PROCEDURE),
        Item(
            id=2,
            title="Budget",
            kind=ItemKind.DECISION,
            registry_number="KS 2026/7",
            presenters=("Nora Lind",),
            start=time(13, 30),
            minutes=20,
            documents=(Document(id=5, title="Report", number=1), Document(id=6, title="Map", number=2)),
            papers=(Paper(id=1, title="Opinion"),),
        ),
        Item(id=3, title="Late matter", acts=(AgendaAct(id=1, act=Act.ADDED),)),
        Item(id=4, title="Plan", acts=(AgendaAct(id=2, act=Act.WITHDRAWN),)),
    )
    given = {
        "start": time(13),
        "place": "Town hall",
        "chair": Named("Åsa Ek", "S"),
        "secretary": Named("Bo Alm"),
        "items": items,
        "body": replace(body(), absence_to="Bo Alm, 0123"),
        "group_meetings": (GroupMeeting(id=1, name="S and V", start=time(11)),),
    }
    return plain_meeting(**(given | facts))


def said(document: tree.Document) -> str:
    return "\n".join(tree.words(document))


def test_a_summons_says_when_where_and_what() -> None:
    told = said(summons.build(planned(), language="en"))

    for words_ in ("Town hall", "S and V: at\u00a011.00", "Bo Alm, 0123", "2 Budget", "KS 2026/7"):
        assert words_ in told
    assert "Presenter: Nora Lind" in told
    assert "at\u00a013.30" in told
    assert "Appendix\u00a01\nReport" in told
    assert "Sent later: opinion" in told


def test_a_body_without_a_mandate_is_told_what_each_item_is_for() -> None:
    council = body(BodyKind.COUNCIL)
    talk = Item(id=2, title="Youths", kind=ItemKind.DISCUSSION, minutes=20)

    told = said(summons.build(planned(body=council, items=(talk,)), language="en"))

    assert "20\u00a0minutes · discussion" in told
    assert "to take a stand on" not in said(summons.build(planned(), language="en"))


def test_items_that_came_late_or_are_off_say_so() -> None:
    entries = [
        node for node in summons.build(planned(), language="en").nodes if isinstance(node, tree.AgendaEntry)
    ]

    assert [(each.number, each.mark, each.off) for each in entries[2:]] == [
        ("3", "extra item", False),
        ("4", "withdrawn", True),
    ]


def test_information_stands_apart_where_the_rules_say_so() -> None:
    rules = replace(body().rules, information_apart=True)

    document = summons.build(planned(body=replace(body(), rules=rules)), language="en")

    headings = [node.text for node in document.nodes if isinstance(node, tree.Heading)]
    assert headings == ["Kommunstyrelsen", "Opening and procedure", "Items for decision"]


def test_a_body_without_a_mandate_decides_nothing() -> None:
    council = body(BodyKind.COUNCIL)
    rules = replace(council.rules, information_apart=True)

    told = said(summons.build(planned(body=replace(council, rules=rules)), language="en"))

    assert "Items to take a stand on" in told
    assert "Items for decision" not in told


def test_a_meeting_of_two_days_is_called_to_and_announced_for_both() -> None:
    meeting = planned(end_date=date(2026, 11, 13), body=body(BodyKind.ASSEMBLY))
    both = "Thursday 12\u00a0November\u00a02026, at\u00a013.00 – Friday 13\u00a0November\u00a02026"

    for told in (
        said(summons.build(meeting, language="en")),
        said(announcement.build(meeting, language="en")),
    ):
        assert both in told
        assert "on Thursday 12\u00a0November\u00a02026 – Friday 13\u00a0November\u00a02026" in told


def test_a_summons_says_when_the_meeting_is_expected_to_end() -> None:
    told = said(summons.build(planned(), language="en")).replace("\u00a0", " ")

    assert "Expected end\nAbout at 13.50\n" in told


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (True, "Postponed by kommunstyrelsen on 2 November 2026"),
        (False, "Moved from the meeting on 2 November"),
    ],
)
def test_what_was_moved_before_its_meeting_was_not_postponed_by_the_body(held: bool, told: str) -> None:  # noqa: FBT001 - a parameter of the test
    came = CameFrom(item=9, meeting=8, body="Kommunstyrelsen", date=date(2026, 11, 2), held=held)
    item = Item(id=1, title="Plan", origin=Origin.POSTPONED, came_from=came)

    assert told in said(summons.build(planned(items=(item,)), language="en")).replace("\u00a0", " ")


def test_the_announcement_of_a_cancelled_meeting_says_so() -> None:
    meeting = planned(cancelled_on=date(2026, 11, 9), body=body(BodyKind.ASSEMBLY))

    assert "The meeting was cancelled on 9 November 2026." in said(announcement.build(meeting, language="en"))


def test_a_forum_is_invited() -> None:
    told = said(summons.build(planned(body=body(BodyKind.FORUM)), language="en"))

    assert "Invitation to the meeting" in told
    added = supplement.build(sent(planned(body=body(BodyKind.FORUM))), language="en")
    assert "Supplement 1 to the invitation to the meeting" in said(added)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_said_stands_in_the_tagged_file(language: str) -> None:
    document = summons.build(planned(), language=language)

    data = typeset(document).data

    spoken = folded(structure_text(data))
    assert [word for word in words(document) if folded(word) not in spoken] == []
    assert [tag for tag, _depth in elements(data) if tag.startswith("H")] == ["H1", "H2", *["H3"] * 4]


def test_who_tells_of_absence_and_groups_are_not_the_publics() -> None:
    told = said(summons.build(planned(), language="en", to_public=True))

    assert "0123" not in told
    assert "S and V" not in told


def test_what_is_published_before_a_meeting_is_not_signed() -> None:
    meeting = planned(announced_on=date(2026, 11, 2), body=body(BodyKind.ASSEMBLY))
    made = (summons.build(meeting, to_public=True), announcement.build(meeting, signed=False))

    assert not any(isinstance(node, tree.Signatures) for document in made for node in document.nodes)
    assert all("Åsa Ek (S)" in said(document) for document in made)


def test_presenters_with_titles_are_kept_apart() -> None:
    item = Item(id=1, title="Budget", presenters=("Nora Lind, ekonomichef", "Ove Ny, controller"))

    made = said(summons.build(planned(items=(item,))))

    assert "Föredragande: Nora Lind, ekonomichef; Ove Ny, controller" in made


def sent(meeting: Meeting) -> Meeting:
    sending = Sending(
        id=1,
        number=0,
        on=date(2026, 11, 2),
        meeting_date=meeting.date,
        meeting_start=time(9),
        place=meeting.place,
        items=tuple(
            SentItem(id=item.id, item=item.id, number=str(item.id), title=item.title)
            for item in meeting.items
            if item.id != 3
        ),
        documents=(SentDocument(id=1, item=2, document=5, number=1, title="Report", sha256="0" * 64),),
    )
    return replace(meeting, sendings=(sending,))


def test_a_supplement_says_what_is_new_replaced_and_off() -> None:
    told = said(supplement.build(sent(planned()), language="en"))

    assert "Supplement 1" in told
    assert "has been moved to" in told
    assert "New items\n3 Late matter" in told
    assert "Items that are off the agenda or to be postponed\n4 Plan\nwithdrawn" in told
    assert "Report (replaces appendix\u00a01)" in told
    assert "Appendix\u00a02\nMap (new)" in told
    assert "Roll call" not in told


def test_an_announcement_names_the_matters_and_no_more() -> None:
    told = said(announcement.build(planned(body=body(BodyKind.ASSEMBLY)), language="en"))

    assert "2 Budget" in told
    assert "open to the public" in told
    assert "Report" not in told
    assert "4 Plan\nwithdrawn" in told  # its number is not missing without a word


def test_a_body_that_announces_nothing_has_no_announcement() -> None:
    with pytest.raises(RuleBroken, match="does not announce"):
        announcement.build(planned(body=body(BodyKind.COUNCIL)))
