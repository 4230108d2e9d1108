"""What is said of a meeting that is held, and how its recesses are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from klubban.domain.body import Named
from klubban.domain.decided import Objection
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Outcome, Recess, Stage
from klubban.domain.rules import BodyKind
from klubban.ui.meeting import session_now
from klubban.ui.meeting.meeting_notes import state
from klubban.ui.meeting.meeting_times import read_span, sentences, span
from klubban.ui.meeting.session_now import Act
from ui.snapshots import DAY, item, meeting

NOW = datetime.combine(DAY, time(14, 30))
HELD = meeting(item(1), item(2), item(3), stage=Stage.IN_SESSION, opened=time(13))


def recess(starts: time, ends: time | None = None, **facts: object) -> Recess:
    return Recess(id=1, starts=starts, ends=ends, **facts)  # type: ignore[arg-type]


def test_the_stage_says_since_when_the_meeting_goes_on() -> None:
    paused = replace(HELD, recesses=(recess(time(14, 10)),))
    adjourned = replace(HELD, recesses=(recess(time(14, 10), adjourned=True),))

    assert session_now.stage_words(HELD, NOW) == "In session since 13.00"
    assert session_now.stage_words(paused, NOW) == "Break since 14.10"
    assert session_now.stage_words(adjourned, NOW) == "Adjourned since 14.10"


def test_a_meeting_that_is_adjourned_to_a_day_rests_until_then() -> None:
    until = DAY + timedelta(days=3)
    away = replace(HELD, recesses=(recess(time(14, 10), time(8, 30), adjourned=True, ends_on=until),))
    then = datetime.combine(until, time(8, 31))

    assert session_now.stage_words(away, NOW) == "Adjourned to 15 November"
    assert session_now.chief(away, 1, NOW) is Act.RESUME
    assert session_now.stage_words(away, then) == "In session since 8.30"
    assert session_now.chief(away, 1, then) is Act.NEXT


def test_the_next_paragraph_passes_what_is_withdrawn() -> None:
    first, second, third = HELD.items
    held = replace(HELD, items=(first, replace(second, outcome=Outcome.WITHDRAWN), third))

    assert session_now.next_item(held, 1) == 3
    assert session_now.next_item(held, 3) is None
    assert session_now.next_item(replace(held, items=(replace(first, outcome=Outcome.NOTED), third)), 0) == 3


@pytest.mark.parametrize(
    ("stage", "kind", "expected"),
    [
        (Stage.PLANNED, BodyKind.COMMITTEE, Act.OPEN),
        (Stage.IN_SESSION, BodyKind.COMMITTEE, Act.CLOSE),
        (Stage.CLOSED, BodyKind.COMMITTEE, Act.CHECK),
        (Stage.READY, BodyKind.COMMITTEE, Act.AFTER),
        (Stage.CLOSED, BodyKind.FORUM, Act.SEND_NOTES),
    ],
)
def test_the_main_act_is_what_comes_next(stage: Stage, kind: BodyKind, expected: Act) -> None:
    assert session_now.chief(meeting(item(1), kind=kind, stage=stage), 1, NOW) is expected


def test_a_recess_is_typed_as_it_is_shown() -> None:
    shown = (
        recess(time(14, 10), time(14, 25)),
        recess(time(15, 40), time(8, 30), adjourned=True, ends_on=DAY + timedelta(days=1)),
        recess(time(15, 40)),
    )

    for each in shown:
        assert list(read_span(span(each), adjourned=each.adjourned, was=each)) == [each]
    assert list(read_span("  ", adjourned=False)) == []
    with pytest.raises(RuleBroken, match=r"write it as 14\.10–14\.25"):
        list(read_span("efter kaffet", adjourned=False))


def test_the_times_are_read_as_sentences() -> None:
    held = replace(HELD, stage=Stage.CLOSED, end=time(16, 30), recesses=(recess(time(14, 10), time(14, 25)),))

    assert list(sentences(held, DAY)) == ["Opened at 13.00.", "Pause 14.10–14.25.", "Closed at 16.30."]


def test_notes_say_whether_they_count_as_agreed() -> None:
    held = meeting(item(1), kind=BodyKind.FORUM, stage=Stage.CLOSED)
    sent = replace(held, notes_sent=DAY, comments_by=DAY + timedelta(days=7))
    later = DAY + timedelta(days=8)
    objected = replace(sent, objections=(Objection(id=1, by=Named("Bo Ek"), text=()),))

    assert state(held, DAY) == "The notes have not been sent out."
    assert state(sent, DAY) == "Sent out on 12 November, comments by 19 November. Not agreed before that."
    assert state(sent, later).startswith("Sent out on 12 November. Agreed")
    assert state(objected, later).startswith("Sent out on 12 November. Not agreed")
