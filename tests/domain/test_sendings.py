from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from documents.meetings import plain_meeting
from klubban.domain.agenda import Act, AgendaAct, Sending, SentDocument, SentItem
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Document, Item, Meeting
from klubban.domain.sendings import latest_news, news, taken_off

OLD, NEW = "0" * 64, "1" * 64


def planned() -> Meeting:
    document = Document(id=7, title="Karta", number=1, sha256=OLD)
    items = (Item(id=1, title="Upprop"), Item(id=2, title="Budget", documents=(document,)))
    return plain_meeting(start=time(13), place="Sessionssalen", items=items)


def sent(meeting: Meeting) -> Meeting:
    sending = Sending(
        id=1,
        number=0,
        on=date(2026, 11, 1),
        meeting_date=meeting.date,
        meeting_start=meeting.start,
        place=meeting.place,
        items=tuple(
            SentItem(id=item.id, item=item.id, number=str(place), title=item.title)
            for place, item in enumerate(meeting.items, 1)
        ),
        documents=tuple(
            SentDocument(id=1, item=item.id, document=each.id, number=1, title=each.title, sha256=each.sha256)
            for item in meeting.items
            for each in item.documents
        ),
    )
    return replace(meeting, sendings=(sending,))


def withdrawn(item: Item, *acts: Act) -> Item:
    made = tuple(AgendaAct(id=number, act=act) for number, act in enumerate(acts or (Act.WITHDRAWN,)))
    return replace(item, acts=made)


def test_the_summons_tells_of_everything() -> None:
    told = news(planned())

    assert (told.first, told.number) == (True, 0)
    assert [item.title for item in told.items] == ["Upprop", "Budget"]
    assert [each.document.title for each in told.documents] == ["Karta"]


def test_nothing_is_new_right_after_a_sending() -> None:
    assert news(sent(planned())).nothing


def test_a_new_item_is_told_of_with_its_number() -> None:
    meeting = sent(planned())
    later = replace(meeting, items=(*meeting.items, Item(id=3, title="Extra")))

    told = news(later)

    assert (told.number, [item.title for item in told.items]) == (1, ["Extra"])


def test_an_item_that_comes_between_changes_the_numbers_of_those_below() -> None:
    meeting = sent(planned())
    later = replace(meeting, items=(meeting.items[0], Item(id=3, title="Extra"), meeting.items[1]))

    [changed] = news(later).changed

    assert (changed.told.number, changed.number, changed.renumbered) == ("2", "3", True)


def test_a_document_in_whose_place_another_came_is_replaced() -> None:
    meeting = sent(planned())
    item = meeting.items[1]
    newer = replace(item, documents=(replace(item.documents[0], sha256=NEW),))

    [new] = news(replace(meeting, items=(meeting.items[0], newer))).documents

    assert new.replaces is not None
    assert (new.number, new.replaces.sha256) == (1, OLD)


def test_a_withdrawn_item_is_told_of_once_and_its_documents_no_more() -> None:
    meeting = sent(planned())
    off = replace(meeting, items=(meeting.items[0], withdrawn(meeting.items[1])))
    second = replace(
        off.sendings[0],
        id=2,
        number=1,
        items=(SentItem(id=9, item=2, number="2", title="B", withdrawn=True),),
    )

    assert [item.id for item in news(off).withdrawn] == [2]
    assert news(replace(off, sendings=(*off.sendings, second))).nothing


def test_an_item_that_is_taken_up_again_is_told_of() -> None:
    meeting = sent(planned())
    told = replace(meeting.sendings[0].items[1], withdrawn=True)
    sending = replace(meeting.sendings[0], items=(meeting.sendings[0].items[0], told))
    up = withdrawn(meeting.items[1], Act.WITHDRAWN, Act.RESTORED)

    [changed] = news(replace(meeting, items=(meeting.items[0], up), sendings=(sending,))).changed

    assert taken_off(up) is None
    assert changed.restored


@pytest.mark.parametrize("facts", [{"date": date(2026, 11, 19)}, {"start": time(9)}, {"place": "Annan sal"}])
def test_a_meeting_moved_after_its_summons_is_news(facts: dict[str, Any]) -> None:
    told = news(replace(sent(planned()), **facts))

    assert told.moved
    assert told.told is not None
    assert told.told.meeting_date == date(2026, 11, 12)


def test_without_news_the_last_supplement_is_what_it_was() -> None:
    meeting = sent(planned())
    extra = replace(meeting, items=(*meeting.items, Item(id=3, title="Extra")))
    second = replace(
        meeting.sendings[0], id=2, number=1, items=(SentItem(id=9, item=3, number="3", title="Extra"),)
    )

    told = latest_news(replace(extra, sendings=(*meeting.sendings, second)))

    assert (told.number, [item.title for item in told.items]) == (1, ["Extra"])


def test_there_is_no_supplement_to_a_summons_that_was_not_sent() -> None:
    with pytest.raises(RuleBroken, match="has not been sent"):
        latest_news(planned())
