"""The dates that the law sets, and who makes a quorum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.meeting import AttendsAs, Meeting, Stage
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind
from klubban.domain.verification import Notice, Verification
from klubban.ui.meeting import dates, quorum
from ui.snapshots import DAY, item, meeting, member

if TYPE_CHECKING:
    from klubban.ui.meeting.dates import DateLine

VERIFIED = Verification(id=1, signed_by=(Named("Britta Ek", "M"),), date=date(2026, 11, 19))
POSTED = Notice(id=1, posted=date(2026, 11, 20))


def labelled(found: Meeting, today: date) -> dict[str, DateLine]:
    return {line.label: line for line in dates.lines(found, today)}


def test_verification_is_due_on_the_fourteenth_day() -> None:
    due = labelled(meeting(), DAY)["Verify by"]

    assert (due.day, due.state, due.tone) == ("26 November", "in 14 days", "plain")


def test_both_days_are_shown_when_a_day_off_might_extend_the_time() -> None:
    found = meeting(date=date(2025, 12, 11))

    due = labelled(found, date(2025, 12, 20))["Verify by"]

    assert due.day == "25 December"
    assert due.note == "29 December, if days off extend the time"


def test_late_is_said_in_words_and_not_only_in_colour() -> None:
    due = labelled(meeting(), DAY + timedelta(days=16))["Verify by"]

    assert (due.state, due.tone) == ("2 days late", "late")


def test_an_appointment_to_verify_is_not_yet_verified() -> None:
    planned = Verification(id=1, date=date(2026, 11, 19))

    found = labelled(meeting(verifications=(planned,), stage=Stage.READY), DAY)

    assert (found["Time of verification"].day, found["Time of verification"].state) == ("19 November", "")
    assert found["Verify by"].day == "26 November"


def test_an_appointment_past_the_last_day_says_that_it_is_too_late() -> None:
    planned = Verification(id=1, date=DAY + timedelta(days=15))

    found = labelled(meeting(verifications=(planned,), stage=Stage.READY), DAY)["Time of verification"]

    assert (found.state, found.tone) == ("too late", "late")


def test_a_notice_is_due_two_days_after_verification() -> None:
    found = labelled(meeting(verifications=(VERIFIED,)), date(2026, 11, 20))

    assert (found["Verified"].state, found["Verified"].tone) == ("in time", "done")
    assert (found["Announce by"].day, found["Announce by"].state) == ("21 November", "tomorrow")


def test_appeal_ends_three_weeks_after_the_notice() -> None:
    found = labelled(meeting(verifications=(VERIFIED,), notices=(POSTED,)), date(2026, 12, 1))

    assert found["Last day for appeal"].day == "11 December"
    assert found["Notice down earliest"].day == "12 December"


def test_a_notice_that_came_down_too_early_says_so() -> None:
    early = replace(POSTED, removed=date(2026, 12, 1))

    found = labelled(meeting(verifications=(VERIFIED,), notices=(early,)), date(2026, 12, 24))

    assert found["Notice taken down"].state == "too early"


def test_a_new_notice_in_the_place_of_a_faulty_one_has_its_own_last_day() -> None:
    faulty = replace(POSTED, removed=POSTED.posted)
    again = Notice(id=7, posted=date(2026, 12, 1), replaces=POSTED.id)

    found = labelled(meeting(verifications=(VERIFIED,), notices=(faulty, again)), date(2026, 12, 2))

    assert found["Announced"].state == "in time"
    assert found["Last day for appeal"].day == "22 December"
    assert "Notice taken down" not in found


def test_what_was_verified_at_once_has_dates_of_its_own() -> None:
    at_once = replace(VERIFIED, id=2, immediate=True, paragraphs=Paragraphs.parse("73"), date=DAY)
    own = Notice(id=2, paragraphs=Paragraphs.parse("73"), posted=date(2026, 11, 13))
    items = (item(1, number=72), item(2, number=73), item(3, number=74))
    found = dates.lines(meeting(*items, verifications=(at_once,), notices=(own,)), DAY + timedelta(days=1))

    assert [line.label for line in found] == [
        "§§\u00a072, 74",
        "Verify by",
        "§\u00a073, verified immediately",
        "Announced",
        "Last day for appeal",
        "Notice down earliest",
    ]


def test_a_council_announces_nothing() -> None:
    found = labelled(meeting(kind=BodyKind.COUNCIL, verifications=(VERIFIED,)), DAY)

    assert set(found) == {"Verified"}


def test_a_meeting_to_come_has_no_dates_yet() -> None:
    assert dates.lines(meeting(), DAY - timedelta(days=1)) == ()


def test_more_than_half_of_the_seats_make_a_quorum() -> None:
    present = tuple(member(n, f"Ledamot {n}") for n in range(3))

    assert quorum.pill(meeting(attendance=present), None) == ("Quorate: 3 of 5", "done")
    assert quorum.pill(meeting(attendance=present[:2]), None) == ("Not quorate: 2 of 5", "late")


def test_a_count_that_varies_over_the_meeting_is_told_as_a_span() -> None:
    assert quorum.told((3, 3)) == "3"
    assert quorum.told((1, 3)) == "1–3"


def test_the_foot_names_who_serves_for_whom_at_the_item_in_hand() -> None:
    first, second = item(1, number=70), item(2, number=71)
    serving = replace(
        member(1, "Hans Åberg", serves_for=Named("Gun Älg", "S"), paragraphs=Paragraphs.parse("71")),
        attends_as=AttendsAs.SERVING_ALTERNATE,
    )
    whole = meeting(first, second, attendance=(serving,))

    assert quorum.sentence(whole, first) == ""
    assert quorum.sentence(whole, second) == "Hans Åberg (S) serves for Gun Älg (S)"
    assert quorum.sentence(whole, None) == "Hans Åberg (S) serves for Gun Älg (S) §\u00a071"


def test_a_council_counts_nobody() -> None:
    assert quorum.pill(meeting(kind=BodyKind.COUNCIL, attendance=(member(1, "A"),)), None) == ("", "plain")
