"""A notice is posted, taken down, found faulty, and posted again; a posted day never changes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from builders import entries, findings, snapshot
from klubban.domain import notices
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.verification import Notice
from klubban.operations import undo
from klubban.operations.notice_files import as_fragment, export_days, prepare_notice
from klubban.operations.notices import note_fault, post, post_again, take_down
from klubban.store.database import Database
from operations.announced import AFTER, LAST, POSTED, REGISTRAR, VERIFIED, announced, verified

FRIDAY, LATE = date(2016, 3, 4), date(2016, 3, 1)


def notice(database: Database, at: int = -1) -> Notice:
    return snapshot(database).notices[at]


def verification(database: Database) -> int:
    return snapshot(database).verifications[0].id


def test_a_notice_keeps_what_it_said_on_its_day(database: Database) -> None:
    ids = verified(database)

    posted = post(database, verification(database), POSTED, today=POSTED, posting=REGISTRAR)

    found = notice(database)
    assert (found.id, found.posted, found.last_day, found.flawed) == (posted, POSTED, LAST, None)
    assert (found.kept_at, found.board) == ("registrator", "ekby.se/anslagstavla")
    assert str(found.signed_by) == "Ida Ek"
    assert (str(found.paragraphs), found.verification) == ("1-3", verification(database))
    assert snapshot(database, ids.meeting).stage is Stage.ANNOUNCED
    assert undo.undo(database) is None  # it is up, and no key takes it down
    assert findings(database) == []


def test_a_notice_says_where_the_protocol_is(database: Database) -> None:  # KL 8 kap. 12 §
    verified(database)
    before = entries(database)

    with pytest.raises(RuleBroken, match="say where the protocol is kept"):
        post(database, verification(database), POSTED, today=POSTED)

    assert entries(database) == before
    with database.change("Fill in") as change:
        change.insert("organisation", name="Ekby", protocol_kept_at="kansliet", notice_board="ekby.se")
    post(database, verification(database), POSTED, today=POSTED)
    assert (notice(database).kept_at, notice(database).board) == ("kansliet", "ekby.se")


def test_a_day_that_has_not_come_is_refused(database: Database) -> None:
    announced(database)

    with pytest.raises(RuleBroken, match="has not come yet"):
        take_down(database, notice(database).id, AFTER, today=LAST)
    with pytest.raises(RuleBroken, match="has not come yet"):
        post_again(database, notice(database).id, AFTER, today=LAST, because="fel dag", posting=REGISTRAR)


def test_what_is_not_verified_or_is_announced_already_is_not_announced(database: Database) -> None:
    announced(database)

    with pytest.raises(RuleBroken, match="announced already, on 2016-02-26"):
        post(database, verification(database), AFTER, today=AFTER, posting=REGISTRAR)
    with pytest.raises(LookupError):
        post(database, 99, AFTER, today=AFTER, posting=REGISTRAR)


def test_one_from_before_the_verification_is_noted_with_its_reason(database: Database) -> None:
    verified(database)
    early = date(2016, 2, 24)

    with pytest.raises(RuleBroken, match="say why"):
        post(database, verification(database), early, today=AFTER, posting=REGISTRAR)
    post(database, verification(database), early, today=AFTER, posting=REGISTRAR, because="misstag")

    meeting = snapshot(database)
    assert notices.faults(meeting, meeting.notices[0]) == (notices.Fault.TOO_SOON, notices.Fault.NOTED)
    assert not notices.runs(meeting, meeting.notices[0])


def test_a_notice_comes_down_once_the_time_for_appeal_has_ended(database: Database) -> None:
    announced(database)

    take_down(database, notice(database).id, AFTER, today=AFTER)

    assert (notice(database).removed, notice(database).flawed) == (AFTER, None)
    assert notices.runs(snapshot(database), notice(database))
    with pytest.raises(RuleBroken, match="came down on 2016-03-21 already"):
        take_down(database, notice(database).id, AFTER, today=AFTER)


def test_one_that_came_down_early_needs_a_reason_and_a_new_one(database: Database) -> None:  # KL 13 kap. 5 §
    announced(database)

    with pytest.raises(RuleBroken, match="on 2016-03-19 at the earliest"):
        take_down(database, notice(database).id, LAST, today=AFTER)
    take_down(database, notice(database).id, FRIDAY, today=AFTER, because="tavlan låg nere")
    assert not notices.runs(snapshot(database), notice(database))

    again = post_again(database, notice(database).id, AFTER, today=AFTER, posting=REGISTRAR)

    first, second = snapshot(database).notices
    assert (first.posted, first.removed, first.flawed) == (POSTED, FRIDAY, "tavlan låg nere")
    assert (second.id, second.replaces) == (again, first.id)
    assert (second.posted, second.last_day) == (AFTER, date(2016, 4, 11))
    with pytest.raises(RuleBroken, match="in the place of this one"):
        take_down(database, first.id, AFTER, today=AFTER)
    assert findings(database) == []


def test_a_late_one_stands_and_may_be_posted_again(database: Database) -> None:
    announced(database, on=LATE)
    assert notices.faults(snapshot(database), notice(database)) == (notices.Fault.LATE,)
    assert notices.runs(snapshot(database), notice(database))

    post_again(database, notice(database).id, FRIDAY, today=AFTER, posting=REGISTRAR)

    assert [each.removed for each in snapshot(database).notices] == [FRIDAY, None]


def test_a_wrong_one_is_noted_once_and_posted_again(database: Database) -> None:
    announced(database)
    with pytest.raises(RuleBroken, match="Nothing is known to be wrong"):
        post_again(database, notice(database).id, AFTER, today=AFTER, posting=REGISTRAR)
    with pytest.raises(RuleBroken, match="Say what is wrong"):
        note_fault(database, notice(database).id, "  ")

    note_fault(database, notice(database).id, "fel paragrafer")

    with pytest.raises(RuleBroken, match="noted already what is wrong"):
        note_fault(database, notice(database).id, "fel dag")
    with pytest.raises(RuleBroken, match="posted on 2016-02-26"):
        post_again(database, notice(database).id, VERIFIED, today=AFTER, posting=REGISTRAR)
    post_again(database, notice(database).id, AFTER, today=AFTER, posting=REGISTRAR)
    assert snapshot(database).notices[0].flawed == "fel paragrafer"


def test_its_days_come_for_calendars_and_move_with_a_new_notice(database: Database, tmp_path: Path) -> None:
    ids = verified(database)
    stamped = datetime(2016, 2, 25, 12, tzinfo=UTC)
    before = export_days(database, ids.meeting, tmp_path / "1", stamped=stamped).read_text()
    post(database, verification(database), POSTED, today=POSTED, posting=REGISTRAR)
    posted = export_days(database, ids.meeting, tmp_path / "2", stamped=stamped).read_text()
    post_again(database, notice(database).id, AFTER, today=AFTER, because="fel dag", posting=REGISTRAR)
    again = export_days(database, ids.meeting, tmp_path / "3", stamped=stamped).read_text()

    assert days(before) == [("20160227", "0")]
    assert days(posted) == [("20160318", "1"), ("20160319", "1")]
    assert days(again) == [("20160411", "2"), ("20160412", "2")]
    assert uids(posted) == uids(again)
    assert "TRANSP:TRANSPARENT" in again


def days(calendar: str) -> list[tuple[str, str]]:
    """Return the day and the sequence of each entry."""
    entries_in = calendar.split("BEGIN:VEVENT")[1:]
    return [(_value(each, "DTSTART;VALUE=DATE:"), _value(each, "SEQUENCE:")) for each in entries_in]


def uids(calendar: str) -> list[str]:
    """Return what each entry is known by."""
    return [_value(each, "UID:") for each in calendar.split("BEGIN:VEVENT")[1:]]


def _value(entry: str, name: str) -> str:
    return next(line.removeprefix(name) for line in entry.splitlines() if line.startswith(name))


def test_the_board_gets_the_notice_without_a_signature(database: Database) -> None:
    announced(database)
    meeting = snapshot(database)
    own = meeting.notices[0]

    page, paper = (prepare_notice(database, meeting, own, public=public) for public in (True, False))

    assert page.stem == "ks-2016-02-22-tillkannagivande-offentlig"
    assert paper.stem == "ks-2016-02-22-tillkannagivande"
    assert "2016-03-18" in as_fragment(meeting, own)
    assert "Ida Ek" not in as_fragment(meeting, own)


def test_no_sequence_of_operations_shortens_a_notice(database: Database) -> None:
    """Whatever is done, in whatever order: what was posted stays, and so does its last day."""
    ids, dice = announced(database), Random(1989)  # noqa: S311 - no secret
    seen: dict[int, Notice] = {}

    def act() -> None:
        last = snapshot(database).notices[-dice.choice((1, 1, 1, 2)) :][0]
        on = (last.posted or POSTED) + timedelta(days=dice.randrange(-2, 30))
        why, today = dice.choice(("", "fel")), POSTED + timedelta(days=300)
        verb = dice.randrange(6)
        if verb == 0:
            post(database, verification(database), on, today=today, posting=REGISTRAR, because=why)
        elif verb == 1:
            post_again(database, last.id, on, today=today, posting=REGISTRAR, because=why)
        elif verb == 2:
            take_down(database, last.id, on, today=today, because=why)
        elif verb == 3:
            note_fault(database, last.id, why)
        elif verb == 4:
            undo.undo(database)
        else:
            undo.redo(database)

    for _step in range(50):
        with suppress(RuleBroken):
            act()
        meeting = snapshot(database, ids.meeting)
        for each in meeting.notices:
            before = seen.setdefault(each.id, each)
            assert replace(each, removed=None, flawed=None) == replace(before, removed=None, flawed=None)
            assert before.removed in (None, each.removed)
            assert before.flawed in (None, each.flawed)
            seen[each.id] = each
            assert each.last_day
            if notices.runs(meeting, each):
                assert each.removed is None or each.removed > each.last_day
        assert seen.keys() == {each.id for each in meeting.notices}

    assert len(seen) > 3
    assert findings(database) == []
