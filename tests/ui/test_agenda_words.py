"""What the desk says of a plan: times as they are typed, groups, what adds up, what became of the summons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from klubban.domain.agenda import Act, AgendaAct, CameFrom, GroupMeeting, ItemKind, Origin, Sending, SentItem
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome, Stage
from klubban.domain.rules import PRESETS, BodyKind
from klubban.ui.meeting import group_words, item_time, origin_words, time_words
from klubban.ui.meeting.agenda import WAITING, rows
from klubban.ui.meeting.became import planned_and_done
from ui.snapshots import DAY, item, meeting

ON = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("typed", "start", "minutes"),
    [
        ("", None, None),
        ("20", None, 20),
        ("20 min", None, 20),
        ("13.30", time(13, 30), None),
        ("kl. 13:30, 20 minuter", time(13, 30), 20),
        ("13.30 20 min", time(13, 30), 20),
        ("1330, 20", time(13, 30), 20),
        ("20 min, 9.05", time(9, 5), 20),
    ],
)
def test_clock_time_and_minutes_are_typed_together(
    typed: str, start: time | None, minutes: int | None
) -> None:
    assert item_time.read_time(typed) == (start, minutes)
    assert item_time.read_time(item_time.written(start, minutes)) == (start, minutes)


@pytest.mark.parametrize("typed", ["snart", "25.00", "13.30, 14.30", "20, 30", "0 min", "9999"])
def test_what_is_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(RuleBroken, match=r"write 13\.30, 20 min"):
        item_time.read_time(typed)


def test_a_group_is_written_as_it_is_read() -> None:
    groups = (
        GroupMeeting(id=0, name="S-gruppen", start=time(17, 0), place="rum 3, plan 2"),
        GroupMeeting(id=0, name="Oppositionen", date=date(2026, 11, 11), start=time(16, 30)),
        GroupMeeting(id=0, name="Presidiet", place="Lilla salen"),
        GroupMeeting(id=0, name="Ånäsgruppen"),
    )

    assert group_words.read_groups([group_words.written(each) for each in groups]) == groups


def test_the_plan_adds_up_in_words() -> None:
    told = replace(item(1), kind=ItemKind.INFORMATION, minutes=30)
    decided = replace(item(2), kind=ItemKind.DECISION, minutes=60)
    plan = meeting(told, decided, item(3), start=time(13, 0))

    assert time_words.sentences(plan) == [
        "The items take 1 h 30 min, and the meeting ends at about 14.30.",
        "Information takes 33 % of the time.",
        "1 item has no time yet.",
    ]


def test_a_clock_time_that_cannot_be_kept_is_named() -> None:
    long, fixed = replace(item(1), minutes=90), replace(item(2), start=time(14, 0))

    (told,) = time_words.clashes(meeting(long, fixed, start=time(13, 0)))

    assert told == "2. Ärende 2 is to begin at 14.00, but what comes before it takes until 14.30."


def sent(*told: SentItem) -> Sending:
    return Sending(id=1, number=0, on=ON, items=told)


def line(of: int, number: str, title: str | None = None) -> SentItem:
    return SentItem(id=of, item=of, number=number, title=title or f"Ärende {of}")


def test_the_summons_stays_readable_beside_what_became_of_it() -> None:
    withdrawn = AgendaAct(id=1, act=Act.WITHDRAWN, by="Åsa Ek", on=ON)
    extra = AgendaAct(id=2, act=Act.ADDED, by="Bo Ål", on=ON, at=time(14, 2))
    held = meeting(
        replace(item(2, number=70), outcome=Outcome.DECIDED),
        replace(item(1), title="Budget 2027"),
        replace(item(3), outcome=Outcome.WITHDRAWN, acts=(withdrawn,)),
        replace(item(9), acts=(extra,)),
        stage=Stage.IN_SESSION,
        sendings=(sent(line(1, "1"), line(2, "2"), line(3, "3"), line(4, "4")),),
    )

    found = [(each.number, each.title, each.told, each.note) for each in planned_and_done(held, DAY)]

    assert found == [
        ("1", "Ärende 1", "now item 2", "It is called ”Budget 2027” now."),
        ("2", "Ärende 2", "now item 1, §\u00a070", ""),
        ("3", "Ärende 3", "is withdrawn", "Withdrawn on 2 November, proposed by Åsa Ek."),
        ("4", "Ärende 4", "taken away", ""),
        (
            "",
            "Ärende 9",
            "extra item",
            "Added as an extra item on 2 November at 14.02, proposed by Bo Ål.",
        ),
    ]


def test_before_a_summons_there_is_nothing_to_compare() -> None:
    assert planned_and_done(meeting(item(1)), DAY) == ()


def test_a_row_says_kind_and_time_before_the_meeting_and_not_later() -> None:
    planned = replace(item(1), kind=ItemKind.DECISION, start=time(13, 30), minutes=20)

    before = rows(meeting(planned))[-1]
    during = rows(meeting(planned, stage=Stage.IN_SESSION))[-1]

    assert before.about == "item for decision · at\u00a013.30 · 20\u00a0min"
    assert during.about == ""


def test_marks_are_words_at_every_stage() -> None:
    extra = AgendaAct(id=1, act=Act.ADDED, by="Bo Ål (M)")
    marked = replace(item(1), acts=(extra,), confidential=True)

    for stage in Stage:
        assert rows(meeting(marked, stage=stage))[-1].about == "extra item, Bo Ål (M) · confidential"


def test_information_stands_apart_where_the_body_wants_that() -> None:
    rules = replace(PRESETS[BodyKind.COMMITTEE], information_apart=True)
    held = meeting(replace(item(1), kind=ItemKind.INFORMATION), replace(item(2), kind=ItemKind.DECISION))
    apart = replace(held, body=replace(held.body, rules=rules))

    assert [row.number for row in rows(apart) if row.heading] == ["Information", "For decision"]
    assert [row.number for row in rows(apart) if row.item] == ["1", "2"]


def test_what_waits_stands_last_and_says_its_titles() -> None:
    last = rows(meeting(item(1)), ["Val av revisor", "Meddelanden"])[-1]

    assert last.id == WAITING
    assert last.words == "2 things wait, Val av revisor, Meddelanden"


def test_where_an_item_comes_from_is_a_sentence() -> None:
    from_ = CameFrom(item=7, meeting=3, body="Kommunstyrelsen", date=date(2025, 2, 22), number=12)
    postponed = replace(item(1), origin=Origin.POSTPONED, came_from=from_)

    assert origin_words.origin(postponed) == "It was postponed."
    assert origin_words.earlier(from_, DAY) == "Kommunstyrelsen, 22 February 2025, §\u00a012"
    assert all(origin_words.origin(replace(item(1), origin=each)) for each in Origin)
