"""What comes on an agenda by itself, and what is offered there: never twice, and never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from builders import findings, new_file, rows, snapshot
from klubban import i18n
from klubban.domain.agenda import Act, ItemKind, Origin
from klubban.domain.agenda_order import agenda_numbers
from klubban.domain.errors import RuleBroken
from klubban.domain.incoming import Incoming
from klubban.domain.text import from_plain
from klubban.operations import agenda, undo
from klubban.operations.incoming import bring, fill, take_in
from klubban.store import matters
from klubban.store.database import Database
from klubban.store.waiting import unreported_urgent, waiting

FEBRUARY, MARCH, APRIL = date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 13)


class Ekby:
    """A committee and its assembly in a file, put together row by row."""

    def __init__(self, database: Database) -> None:
        """Begin with two bodies and no meeting."""
        self.database = database
        with database.change("Begin") as change:
            change.insert("organisation", name="Ekby kommun", language="en")
            self.committee = change.insert(
                "body", key="ks", name="Kommunstyrelsen", kind="committee", seats=5
            )
            self.assembly = change.insert(
                "body", key="kf", name="Kommunfullmäktige", kind="assembly", seats=21
            )

    def add(self, table: str, **facts: Any) -> int:
        """Add a row."""
        with self.database.change("Add") as change:
            return change.insert(table, **facts)

    def set(self, table: str, id_: int, **facts: Any) -> None:
        """Change a row."""
        with self.database.change("Set") as change:
            change.update(table, id_, **facts)

    def meeting(self, day: date, *, body: int | None = None, stage: str = "planned", **facts: Any) -> int:
        """Add a meeting with nothing on its agenda."""
        return self.add("meeting", body_id=body or self.committee, date=day, stage=stage, **facts)

    def item(self, meeting: int, title: str = "A", **facts: Any) -> int:
        """Add an item, last."""
        place = len(snapshot(self.database, meeting).items)
        return self.add("item", meeting_id=meeting, position=place, title=title, **facts)

    def standing(self, title: str, **facts: Any) -> int:
        """Add a standing item of the committee."""
        return self.add("standing_item", body_id=self.committee, position=0, title=title, **facts)

    def delegated(self, title: str = "Bygglov", **facts: Any) -> int:
        """Add a decision by delegation."""
        return self.add("delegated", body_id=self.committee, position=0, title=title, **facts)

    def waiting(self, meeting: int, today: date | None = None) -> tuple[Incoming, ...]:
        """Return what waits."""
        with self.database.read() as read:
            return waiting(read, meeting, today)

    def told(self, meeting: int) -> list[tuple[str, str]]:
        """Return what waits, in words: its title and where it comes from."""
        return [(each.title, each.told) for each in self.waiting(meeting)]

    def fill(self, meeting: int) -> list[int]:
        """Fill a new meeting's agenda."""
        with self.database.change("Fill") as change:
            return fill(change, meeting)

    def titles(self, meeting: int) -> list[str]:
        """Return an agenda."""
        return [each.title for each in snapshot(self.database, meeting).items]


@pytest.fixture
def ekby(database: Database) -> Iterator[Ekby]:
    """Return the bodies, in English."""
    before = i18n.current().language
    i18n.use("en")
    yield Ekby(database)
    i18n.use(before)


# --- standing items


def test_standing_items_come_in_their_order_with_those_that_close_at_the_end(ekby: Ekby) -> None:
    ekby.standing("Avslutning", closing=True, kind="procedure")
    ekby.standing("Upprop", kind="procedure", minutes=5, presenters=("Ordföranden",))
    ekby.standing("Val av justerare", kind="procedure", proposal=from_plain("Bo Ek"))
    february = ekby.meeting(FEBRUARY)
    ekby.item(february, "Budget")

    ekby.fill(february)

    assert ekby.titles(february) == ["Upprop", "Val av justerare", "Budget", "Avslutning"]
    first, second, *_ = snapshot(ekby.database, february).items
    assert (first.kind, first.minutes, first.presenters) == (ItemKind.PROCEDURE, 5, ("Ordföranden",))
    assert (second.proposal, second.origin) == (from_plain("Bo Ek"), Origin.STANDING)


def test_standing_items_belong_to_a_type_of_meeting_or_to_all(ekby: Ekby) -> None:
    large = ekby.add("meeting_type", body_id=ekby.committee, position=0, name="Utökat")
    ekby.standing("Upprop")
    ekby.standing("Gruppdiskussion", meeting_type_id=large)
    plain, extended = ekby.meeting(FEBRUARY), ekby.meeting(MARCH, meeting_type_id=large)

    assert [title for title, _told in ekby.told(plain)] == ["Upprop"]
    assert ekby.told(extended) == [
        ("Upprop", "Comes on each agenda"),
        ("Gruppdiskussion", "Comes on each agenda"),
    ]


def test_what_was_typed_by_hand_does_not_come_again(ekby: Ekby) -> None:
    ekby.standing("Upprop")
    february = ekby.meeting(FEBRUARY)
    ekby.item(february, "upprop")

    assert ekby.waiting(february) == ()


# --- duties


def test_a_duty_comes_in_its_month_and_once(ekby: Ekby) -> None:
    duty = ekby.standing("Rapport om motioner", months=(4, 10), source="KL 5 kap. 35 §")
    march, april = ekby.meeting(MARCH), ekby.meeting(APRIL)
    later = ekby.meeting(APRIL + timedelta(days=14))

    for meeting in (march, april, later):
        ekby.fill(meeting)

    assert [ekby.titles(each) for each in (march, april, later)] == [[], ["Rapport om motioner"], []]
    [item] = snapshot(ekby.database, april).items
    assert (item.standing, item.origin) == (duty, Origin.DUTY)


def test_a_duty_of_a_month_without_a_meeting_goes_to_the_first_after(ekby: Ekby) -> None:
    ekby.standing("Årsredovisning", months=(3,), source="KL 11 kap. 20 §")
    february, april = ekby.meeting(FEBRUARY), ekby.meeting(APRIL)

    assert ekby.told(april) == [("Årsredovisning", "Due each year in March (KL 11 kap. 20 §)")]
    ekby.fill(february)
    ekby.fill(april)

    assert [ekby.titles(each) for each in (february, april)] == [[], ["Årsredovisning"]]


def test_a_duty_from_before_the_file_knew_the_body_is_not_owed(ekby: Ekby) -> None:
    ekby.standing("Årsredovisning", months=(3,))

    assert ekby.waiting(ekby.meeting(APRIL)) == ()


def test_a_duty_that_was_taken_off_its_month_is_offered_later(ekby: Ekby) -> None:
    ekby.standing("Årsredovisning", months=(2,))
    ekby.meeting(date(2026, 1, 12))
    ekby.meeting(FEBRUARY)
    march = ekby.meeting(MARCH)

    ekby.fill(march)

    assert ekby.titles(march) == []
    assert [each.title for each in ekby.waiting(march)] == ["Årsredovisning"]


# --- what was begun


def test_what_was_postponed_waits_until_it_is_on_an_agenda(ekby: Ekby) -> None:
    february, march = ekby.meeting(FEBRUARY, stage="closed"), ekby.meeting(MARCH)
    ekby.item(february, "Trygghet", outcome="postponed", number=12)

    assert ekby.told(march) == [("Trygghet", "Postponed on 2 February 2026, § 12")]
    ekby.fill(march)

    assert ekby.titles(march) == ["Trygghet"]
    assert ekby.waiting(march) == ()
    assert ekby.waiting(ekby.meeting(APRIL)) == ()


def test_what_was_taken_off_an_agenda_waits_again(ekby: Ekby) -> None:
    february, march = ekby.meeting(FEBRUARY, stage="closed"), ekby.meeting(MARCH)
    ekby.item(february, "Trygghet", outcome="postponed")
    [item] = ekby.fill(march)

    agenda.remove_item(ekby.database, item)

    assert [each.title for each in ekby.waiting(march)] == ["Trygghet"]


def test_what_was_postponed_comes_early_after_the_opening(ekby: Ekby) -> None:
    february, march = ekby.meeting(FEBRUARY, stage="closed"), ekby.meeting(MARCH)
    ekby.item(february, "Trygghet", outcome="postponed")
    ekby.item(march, "Upprop", kind="procedure")
    ekby.item(march, "Nytt")

    take_in(ekby.database, march)

    assert ekby.titles(march) == ["Upprop", "Trygghet", "Nytt"]


def test_what_was_handled_by_hand_since_does_not_wait(ekby: Ekby) -> None:
    february, march, april = (ekby.meeting(day) for day in (FEBRUARY, MARCH, APRIL))
    ekby.item(february, "Trygghet", outcome="postponed", registry_number="KS 2015/503")
    ekby.item(march, "Tryggheten", registry_number="KS 2015/503")

    assert ekby.waiting(april) == ()


def test_what_was_referred_back_is_offered_and_does_not_come_by_itself(ekby: Ekby) -> None:
    february, march = ekby.meeting(FEBRUARY, stage="closed"), ekby.meeting(MARCH)
    ekby.item(february, "Parkering", outcome="referred_back", proposal=from_plain("Nej"), confidential=True)

    ekby.fill(march)
    assert ekby.titles(march) == []
    assert ekby.told(march) == [("Parkering", "Referred back by Kommunstyrelsen on 2 February 2026")]
    take_in(ekby.database, march)

    [item] = snapshot(ekby.database, march).items
    assert (item.proposal, item.confidential, item.origin) == (from_plain("Nej"), True, Origin.REFERRED_BACK)


def test_what_was_on_the_agenda_of_a_cancelled_meeting_waits(ekby: Ekby) -> None:
    standing = ekby.standing("Upprop")
    february = ekby.meeting(FEBRUARY, cancelled_on=date(2026, 1, 30))
    ekby.item(february, "Upprop", standing_item_id=standing)
    ekby.item(february, "Trygghet")
    march = ekby.meeting(MARCH)

    assert ekby.told(march) == [
        ("Upprop", "Comes on each agenda"),
        ("Trygghet", "Was on the agenda of 2 February 2026, when the meeting was cancelled"),
    ]
    assert ekby.waiting(february) == ()
    ekby.fill(march)
    _upprop, moved = snapshot(ekby.database, march).items
    assert moved.came_from is not None
    assert not moved.came_from.held


# --- from other bodies


def test_what_a_committee_proposed_comes_to_the_assembly_with_the_proposal(ekby: Ekby) -> None:
    source = ekby.meeting(FEBRUARY, stage="closed")
    item = ekby.item(source, "Budget", outcome="decided", number=7, proposal=from_plain("Internt"))
    ekby.add("document", item_id=item, position=0, title="Bilaga", number=1, confidential=True)
    proposed = from_plain("Fastställa budgeten")
    ekby.add("proposal", item_id=item, position=0, body_id=ekby.assembly, body_name="KF", decision=proposed)
    assembly = ekby.meeting(MARCH, body=ekby.assembly)

    assert ekby.told(assembly) == [("Budget", "Proposed by Kommunstyrelsen on 2 February 2026, § 7")]
    ekby.fill(assembly)

    [found] = snapshot(ekby.database, assembly).items
    assert (found.proposal, found.origin, found.kind) == (proposed, Origin.PROPOSED, ItemKind.DECISION)
    assert [(each.title, each.confidential) for each in found.documents] == [("Bilaga", True)]
    assert ekby.waiting(ekby.meeting(MARCH)) == ()
    assert ekby.waiting(ekby.meeting(APRIL, body=ekby.assembly)) == ()


@pytest.mark.parametrize(
    ("outcome", "stage"), [(None, "planned"), ("postponed", "closed"), ("withdrawn", "closed")]
)
def test_what_was_not_decided_is_not_proposed_yet(ekby: Ekby, outcome: str | None, stage: str) -> None:
    item = ekby.item(ekby.meeting(FEBRUARY, stage=stage), outcome=outcome)
    ekby.add("proposal", item_id=item, position=0, body_id=ekby.assembly, body_name="KF")

    assert ekby.waiting(ekby.meeting(MARCH, body=ekby.assembly)) == ()


def test_what_the_assembly_referred_back_is_offered_to_the_committee_that_prepared_it(ekby: Ekby) -> None:
    prepared = ekby.item(ekby.meeting(FEBRUARY, stage="closed"), "Budget", outcome="decided")
    assembly = ekby.meeting(MARCH, body=ekby.assembly, stage="closed")
    ekby.item(assembly, "Budget", outcome="referred_back", number=31, origin_item_id=prepared)

    assert ekby.told(ekby.meeting(APRIL)) == [
        ("Budget", "Referred back by Kommunfullmäktige on 2 March 2026, § 31")
    ]


def proposes(ekby: Ekby, meeting: int, title: str, to: int, **facts: Any) -> int:
    """Add an item in which a body proposes something to another."""
    item = ekby.item(meeting, title, outcome="decided", **facts)
    ekby.add("proposal", item_id=item, position=0, body_id=to, body_name="B", decision=from_plain(title))
    return item


def test_two_proposals_in_one_matter_both_come_one_by_one(ekby: Ekby) -> None:
    source = ekby.meeting(FEBRUARY, stage="closed")
    proposes(ekby, source, "Skattesats", ekby.assembly, registry_number="KS 2026/1")
    proposes(ekby, source, "Budget", ekby.assembly, registry_number="KS 2026/1")
    assembly = ekby.meeting(MARCH, body=ekby.assembly)
    first, second = ekby.waiting(assembly)

    take_in(ekby.database, assembly, [first])
    assert [each.title for each in ekby.waiting(assembly)] == ["Budget"]
    take_in(ekby.database, assembly, [second])

    assert ekby.titles(assembly) == ["Skattesats", "Budget"]
    assert ekby.waiting(assembly) == ()


def test_what_was_postponed_waits_though_the_matter_has_another_item_that_evening(ekby: Ekby) -> None:
    february = ekby.meeting(FEBRUARY, stage="closed")
    ekby.item(february, "Budget, information", outcome="noted", registry_number="KS 2026/1")
    ekby.item(february, "Budget", outcome="postponed", registry_number="KS 2026/1")

    assert [each.title for each in ekby.waiting(ekby.meeting(MARCH))] == ["Budget"]


def test_what_was_withdrawn_is_offered_again_and_does_not_come_by_itself(ekby: Ekby) -> None:
    source = ekby.meeting(FEBRUARY, stage="closed")
    proposes(ekby, source, "Budget", ekby.assembly)
    march, april = (ekby.meeting(day, body=ekby.assembly) for day in (MARCH, APRIL))
    [item] = ekby.fill(march)

    agenda.withdraw_item(ekby.database, item, by=None, on=None)

    assert ekby.waiting(march) == ()
    assert ekby.fill(april) == []
    assert [(each.title, each.by_itself) for each in ekby.waiting(april)] == [("Budget", False)]
    agenda.restore_item(ekby.database, item, by=None, on=None)
    assert ekby.waiting(april) == ()


def test_what_was_postponed_and_then_withdrawn_is_over_unless_somebody_waits_for_it(ekby: Ekby) -> None:
    source = ekby.meeting(date(2026, 1, 12), stage="closed")
    proposes(ekby, source, "Budget", ekby.assembly)
    february, march, april = (ekby.meeting(day, body=ekby.assembly) for day in (FEBRUARY, MARCH, APRIL))
    [proposed] = ekby.fill(february)
    own = ekby.item(february, "Frågestund")
    for item in (proposed, own):
        later = agenda.postpone_item(ekby.database, item, to=march, by=None, on=None)
        assert later is not None
        agenda.withdraw_item(ekby.database, later, by=None, on=None)

    assert ekby.waiting(march) == ()
    ekby.set("meeting", march, stage="closed")
    assert [(each.title, each.origin) for each in ekby.waiting(april)] == [("Budget", Origin.PROPOSED)]


def test_a_duty_and_an_assignment_wait_though_their_item_was_postponed_and_withdrawn(ekby: Ekby) -> None:
    ekby.standing("Årsredovisning", months=(2,))
    facts = {"body_id": ekby.committee, "position": 0, "name": "Anna Berg", "status": "open"}
    ekby.add("assignment", text="Utreda", due=date(2026, 1, 31), **facts)
    january, february, march, april = (
        ekby.meeting(day) for day in (date(2026, 1, 12), FEBRUARY, MARCH, APRIL)
    )
    for item in take_in(ekby.database, february, on=FEBRUARY):
        later = agenda.postpone_item(ekby.database, item, to=march, by=None, on=None)
        assert later is not None
        agenda.withdraw_item(ekby.database, later, by=None, on=None)

    for meeting in (january, february, march):
        ekby.set("meeting", meeting, stage="closed")
    assert {each.title for each in ekby.waiting(april)} == {"Årsredovisning", "Utreda"}


@pytest.mark.parametrize("how", ["proposed", "raised"])
def test_what_was_on_a_cancelled_agenda_waits_once(ekby: Ekby, how: str) -> None:
    if how == "proposed":
        proposes(ekby, ekby.meeting(date(2026, 1, 12), stage="closed"), "Skolan", ekby.assembly)
    else:
        raised = {"submission_kind": "member_motion", "submission_date": date(2026, 1, 20)}
        ekby.add("matter", key="m", title="Skolan", **raised)
        ekby.meeting(date(2026, 1, 12), body=ekby.assembly, stage="closed")
    february, march = (ekby.meeting(day, body=ekby.assembly) for day in (FEBRUARY, MARCH))
    ekby.fill(february)
    ekby.set("meeting", february, cancelled_on=date(2026, 1, 30))

    assert [(each.title, each.cancelled) for each in ekby.waiting(march)] == [("Skolan", True)]
    assert len(ekby.fill(march)) == 1
    assert ekby.waiting(march) == ekby.waiting(ekby.meeting(APRIL, body=ekby.assembly)) == ()


def test_a_report_that_was_postponed_and_then_withdrawn_waits_once(ekby: Ekby) -> None:
    february, march, april = (ekby.meeting(day) for day in (FEBRUARY, MARCH, APRIL))
    ekby.delegated("Avtal", urgent=True)
    [item] = ekby.fill(february)
    new = agenda.postpone_item(ekby.database, item, to=march, by=None, on=None)
    assert new is not None

    agenda.withdraw_item(ekby.database, new, by=None, on=None)

    assert [each.origin for each in ekby.waiting(april)] == [Origin.URGENT]


def test_a_matter_goes_up_is_referred_back_and_goes_up_again_once_each_time(ekby: Ekby) -> None:
    subcommittee = ekby.add(
        "body", key="au", name="Arbetsutskottet", kind="subcommittee", parent_id=ekby.committee
    )
    matter = ekby.add("matter", key="m", title="Skolan", registry_number="KS 2026/1")
    au = ekby.meeting(date(2026, 1, 12), body=subcommittee, stage="closed")
    proposes(ekby, au, "Skolan", ekby.committee, matter_id=matter)
    committee = ekby.meeting(FEBRUARY)
    [at_committee] = ekby.fill(committee)
    ekby.add("proposal", item_id=at_committee, position=0, body_id=ekby.assembly, body_name="KF")
    ekby.set("item", at_committee, outcome="decided", number=7)
    ekby.set("meeting", committee, stage="closed")
    assembly = ekby.meeting(date(2026, 2, 23), body=ekby.assembly)
    [at_assembly] = ekby.fill(assembly)
    ekby.set("item", at_assembly, outcome="referred_back", number=31)
    ekby.set("meeting", assembly, stage="closed")
    au_again, again, assembly_again = (
        ekby.meeting(date(2026, 3, 2), body=subcommittee),
        ekby.meeting(date(2026, 3, 9)),
        ekby.meeting(date(2026, 3, 30), body=ekby.assembly),
    )

    # KL 5 kap. 26 §: the assembly does not go on with it by itself; those who prepared it are offered it.
    assert ekby.told(assembly_again) == []
    returned = [("Skolan", "Referred back by Kommunfullmäktige on 23 February 2026, § 31")]
    assert ekby.told(au_again) == ekby.told(again) == returned

    [anew] = take_in(ekby.database, again)
    ekby.add("proposal", item_id=anew, position=0, body_id=ekby.assembly, body_name="KF")
    ekby.set("item", anew, outcome="decided", number=19)
    ekby.set("meeting", again, stage="closed")
    assert ekby.told(assembly_again) == [("Skolan", "Proposed by Kommunstyrelsen on 9 March 2026, § 19")]
    ekby.fill(assembly_again)

    assert ekby.waiting(au_again) == ekby.waiting(assembly_again) == ()
    assert ekby.waiting(ekby.meeting(APRIL)) == ()
    with ekby.database.read() as read:
        came = [(each.body_name, each.date) for each in matters.handled(read, matter)[matter]]
    assert came == [
        ("Arbetsutskottet", date(2026, 1, 12)),
        ("Kommunstyrelsen", FEBRUARY),
        ("Kommunfullmäktige", date(2026, 2, 23)),
        ("Kommunstyrelsen", date(2026, 3, 9)),
        ("Kommunfullmäktige", date(2026, 3, 30)),
    ]


def test_a_motion_that_a_committee_has_prepared_comes_as_its_proposal_alone(ekby: Ekby) -> None:
    raised = {"submission_kind": "member_motion", "submission_date": date(2026, 1, 12)}
    matter = ekby.add("matter", key="m", title="Motion om skolan", **raised)
    source = ekby.meeting(FEBRUARY, stage="closed")
    proposes(ekby, source, "Svar på motion om skolan", ekby.assembly, matter_id=matter)

    waiting_ = ekby.waiting(ekby.meeting(MARCH, body=ekby.assembly))

    assert [each.title for each in waiting_] == ["Svar på motion om skolan"]


# --- what members raised, assignments, delegation


@pytest.mark.parametrize(
    ("kind", "told"),
    [("interpellation", "Interpellation"), ("member_motion", "Member's motion")],
)
def test_what_members_raised_comes_to_its_first_treatment(ekby: Ekby, kind: str, told: str) -> None:
    ekby.meeting(FEBRUARY, body=ekby.assembly, stage="closed")
    facts = {"submission_kind": kind, "submission_by": "Bo Ek (M)", "submission_date": date(2026, 2, 5)}
    ekby.add("matter", key="m", title="Skolan", **facts)
    march = ekby.meeting(MARCH, body=ekby.assembly)

    assert ekby.told(march) == [("Skolan", f"{told} from Bo Ek (M), received 5 February 2026")]
    ekby.fill(march)

    assert ekby.titles(march) == ["Skolan"]
    assert ekby.waiting(ekby.meeting(APRIL, body=ekby.assembly)) == ()
    assert ekby.waiting(ekby.meeting(APRIL)) == ()


def test_what_came_in_before_the_last_meeting_is_offered_and_what_is_closed_is_not(ekby: Ekby) -> None:
    ekby.meeting(FEBRUARY, body=ekby.assembly, stage="closed")
    old = {"submission_kind": "question", "submission_date": date(2025, 2, 5)}
    ekby.add("matter", key="m", title="Skolan", **old)
    ekby.add("matter", key="n", title="Vägen", closed=MARCH, **old)
    ekby.add("matter", key="o", title="Senare", submission_kind="question", submission_date=APRIL)
    march = ekby.meeting(MARCH, body=ekby.assembly)

    ekby.fill(march)

    assert ekby.titles(march) == []
    assert ekby.told(march) == [("Skolan", "Question, received 5 February 2025")]


def test_an_assignment_comes_when_it_falls_due_and_again_when_it_was_put_off(ekby: Ekby) -> None:
    february = ekby.meeting(FEBRUARY, stage="closed")
    item = ekby.item(february, "Trygghet", outcome="decided", registry_number="KS 2015/503")
    facts = {"item_id": item, "position": 0, "name": "Anna Berg", "status": "open"}
    assigned = ekby.add("assignment", text="Utreda belysningen", due=date(2026, 2, 28), **facts)
    march, april = ekby.meeting(MARCH), ekby.meeting(APRIL)

    assert ekby.told(march) == [("Utreda belysningen", "Assigned to Anna Berg, due 28 February 2026")]
    [new] = ekby.fill(march)
    assert ekby.waiting(april) == ()
    ekby.set("assignment", assigned, due=date(2026, 4, 1))

    assert [each.assignment_id for each in ekby.waiting(april)] == [assigned]
    found = next(each for each in snapshot(ekby.database, march).items if each.id == new)
    assert (found.assignment, found.kind, found.registered_as) == (assigned, ItemKind.REPORT, "KS 2015/503")


def test_decisions_by_delegation_are_reported_as_one_item_and_urgent_ones_as_another(ekby: Ekby) -> None:
    first, second = ekby.delegated(), ekby.delegated("Yttrande")
    urgent = ekby.delegated("Avtal", urgent=True, decided_on=FEBRUARY)
    later = ekby.delegated("Senare", decided_on=APRIL)
    march = ekby.meeting(MARCH)

    assert ekby.told(march) == [
        (
            "Report of urgent decisions",
            "1 urgent decision must be reported at this meeting (KL 6 kap. 40 §)",
        ),
        ("Report of decisions by delegation", "2 decisions by delegation have not been reported"),
    ]
    ekby.fill(march)

    urgent_item, item = snapshot(ekby.database, march).items
    reported = {row[0]: row[-1] for row in rows(ekby.database)["delegated"]}
    assert reported == {first: item.id, second: item.id, urgent: urgent_item.id, later: None}


def test_new_decisions_go_to_the_item_that_reports_them_already(ekby: Ekby) -> None:
    march = ekby.meeting(MARCH)
    ekby.delegated()
    [item] = ekby.fill(march)
    ekby.delegated("Yttrande")

    assert take_in(ekby.database, march) == [item]
    assert len(snapshot(ekby.database, march).items) == 1


@pytest.mark.parametrize("how", ["withdrawn", "postponed", "cancelled"])
def test_urgent_decisions_that_are_not_reported_after_all_must_be_on_the_next_agenda(
    ekby: Ekby, how: str
) -> None:
    february, march = ekby.meeting(FEBRUARY), ekby.meeting(MARCH)
    ekby.delegated("Avtal", urgent=True)
    [item] = ekby.fill(february)
    if how == "cancelled":
        ekby.set("meeting", february, cancelled_on=FEBRUARY)
    else:
        ekby.set("item", item, outcome=how)

    with ekby.database.read() as read:
        assert [each.title for each in unreported_urgent(read, march)] == ["Avtal"]
    assert [each.origin for each in ekby.waiting(march)] == [Origin.URGENT]
    ekby.fill(march)
    with ekby.database.read() as read:
        assert unreported_urgent(read, march) == ()


def test_urgent_decisions_go_with_an_item_that_is_postponed(ekby: Ekby) -> None:
    february, march = ekby.meeting(FEBRUARY), ekby.meeting(MARCH)
    ekby.delegated("Avtal", urgent=True)
    [item] = ekby.fill(february)

    new = agenda.postpone_item(ekby.database, item, by=None, on=None)

    assert [row[-1] for row in rows(ekby.database)["delegated"]] == [new]
    assert ekby.waiting(march) == ()
    agenda.restore_item(ekby.database, item, by=None, on=None)
    assert [row[-1] for row in rows(ekby.database)["delegated"]] == [item]
    assert findings(ekby.database) == []


def test_what_begins_to_wait_is_brought_to_the_next_meeting_and_is_extra_once_summoned(ekby: Ekby) -> None:
    ekby.meeting(FEBRUARY, stage="closed")
    ekby.meeting(date(2026, 2, 20), cancelled_on=FEBRUARY)
    march = ekby.meeting(MARCH, stage="summoned")
    ekby.delegated("Avtal", urgent=True)
    ekby.delegated("Bygglov")

    with ekby.database.change("Bring") as change:
        [item] = bring(change, ekby.committee, {Origin.URGENT}, on=date(2026, 2, 10))

    [found] = snapshot(ekby.database, march).items
    assert (found.id, found.origin) == (item, Origin.URGENT)
    assert [(act.act, act.on) for act in found.acts] == [(Act.ADDED, date(2026, 2, 10))]
    with ekby.database.change("Bring") as change:
        assert bring(change, ekby.committee, {Origin.URGENT}, on=date(2027, 1, 1)) == []


# --- which meeting takes it


def test_what_waits_goes_to_the_first_meeting_that_can_take_it(ekby: Ekby) -> None:
    ekby.item(ekby.meeting(FEBRUARY, stage="closed"), "Trygghet", outcome="postponed")
    march, april = ekby.meeting(MARCH), ekby.meeting(APRIL)

    ekby.fill(april)
    assert ekby.titles(april) == []
    assert [each.title for each in ekby.waiting(march)] == ["Trygghet"]
    assert ekby.waiting(april) == ()
    assert take_in(ekby.database, april) == []
    ekby.fill(march)

    assert ekby.titles(march) == ["Trygghet"]
    assert ekby.waiting(april) == ()


def test_standing_items_are_offered_at_each_meeting(ekby: Ekby) -> None:
    ekby.standing("Upprop")
    march, april = ekby.meeting(MARCH), ekby.meeting(APRIL)

    assert [each.title for each in (*ekby.waiting(march), *ekby.waiting(april))] == ["Upprop", "Upprop"]


def test_a_meeting_that_was_never_opened_holds_nothing_back_once_its_day_has_passed(ekby: Ekby) -> None:
    ekby.item(ekby.meeting(FEBRUARY, stage="closed"), "Trygghet", outcome="postponed")
    ekby.meeting(MARCH)
    april = ekby.meeting(APRIL)

    assert ekby.waiting(april, MARCH) == ()
    assert [each.title for each in ekby.waiting(april, MARCH + timedelta(1))] == ["Trygghet"]
    with ekby.database.change("Fill") as change:
        assert len(fill(change, april, MARCH + timedelta(1))) == 1


def test_some_of_what_waits_is_taken_in_one_step(ekby: Ekby) -> None:
    ekby.standing("Upprop")
    ekby.standing("Avslutning", closing=True)
    march = ekby.meeting(MARCH)
    first, _second = ekby.waiting(march)

    assert len(take_in(ekby.database, march, [first])) == 1
    assert take_in(ekby.database, march, [first]) == []

    assert ekby.titles(march) == ["Upprop"]
    undo.undo(ekby.database)
    assert ekby.titles(march) == []


def test_nothing_waits_for_a_meeting_that_is_over(ekby: Ekby) -> None:
    ekby.standing("Upprop")

    assert ekby.waiting(ekby.meeting(FEBRUARY, stage="closed")) == ()
    with pytest.raises(LookupError):
        ekby.waiting(99)


# --- whatever is done

DAYS = [date(2026, month, 1) for month in (1, 3, 4)]
ACTS = ("remove", "withdraw", "postpone", "restore")
deeds = some.one_of(
    some.tuples(some.just("add"), some.integers(0, 2), some.integers(0, 9)),
    some.tuples(some.just("move"), some.integers(0, 2), some.integers(0, 9), some.integers(0, 9)),
    some.tuples(
        some.sampled_from(["remove", "withdraw", "postpone", "restore"]),
        some.integers(0, 2),
        some.integers(0, 9),
    ),
    some.tuples(some.sampled_from(["take", "fill"]), some.integers(0, 2)),
    some.tuples(some.just("delegate"), some.booleans()),
    some.tuples(some.just("cancel"), some.integers(0, 2)),
)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ekby, list[int]]]:
    """Return a committee with a template and three meetings; every example is undone at its end."""
    path: Path = tmp_path_factory.mktemp("incoming") / "ekby.klubban"
    database = new_file(path)
    ekby = Ekby(database)
    ekby.standing("Upprop", kind="procedure")
    ekby.standing("Avslutning", kind="procedure", closing=True)
    ekby.standing("Årsredovisning", months=(3,))
    meetings = [ekby.meeting(day) for day in DAYS]
    ekby.item(meetings[0], "Trygghet", outcome="postponed")
    yield ekby, meetings
    database.close()


def do(ekby: Ekby, meetings: list[int], deed: tuple[Any, ...]) -> None:
    """Do one thing to an agenda."""
    what, which, *more = deed
    if what == "delegate":
        ekby.delegated(urgent=which)
        return
    meeting = meetings[which]
    there = [each.id for each in snapshot(ekby.database, meeting).items]
    if what == "add":
        after = there[more[0] % len(there)] if there and more[0] else None
        agenda.add_agenda_item(ekby.database, meeting, "Nytt", after=after)
    elif what == "take":
        take_in(ekby.database, meeting)
    elif what == "fill":
        ekby.fill(meeting)
    elif what == "cancel":
        ekby.set("meeting", meeting, cancelled_on=DAYS[0])
    elif there:
        item = there[more[0] % len(there)]
        if what == "move":
            agenda.move_item(ekby.database, item, there[more[1] % len(there)])
        elif what == "remove":
            agenda.remove_item(ekby.database, item)
        else:
            acts: dict[str, Callable[..., object]] = {
                "withdraw": agenda.withdraw_item,
                "postpone": agenda.postpone_item,
                "restore": agenda.restore_item,
            }
            acts[what](ekby.database, item, by=None, on=None)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(deeds, min_size=1, max_size=8))
def test_nothing_waits_that_is_there_filling_twice_adds_nothing_and_numbers_have_no_gap(
    year: tuple[Ekby, list[int]], done: list[tuple[Any, ...]]
) -> None:
    ekby, meetings = year
    begun = rows(ekby.database)
    steps = len_of_steps(ekby.database)
    for deed in done:
        with suppress(RuleBroken):
            do(ekby, meetings, deed)

    for meeting in meetings:
        ekby.fill(meeting)
        assert ekby.fill(meeting) == []
        take_in(ekby.database, meeting)
        assert ekby.waiting(meeting) == ()
        items = snapshot(ekby.database, meeting).items
        assert list(agenda_numbers(items).values()) == [str(place) for place in range(1, len(items) + 1)]
        origins = [each.came_from.item for each in items if each.came_from]
        assert len(origins) == len(set(origins))
        standing = [each.standing for each in items if each.standing]
        assert len(standing) == len(set(standing))
    assert findings(ekby.database) == []
    while len_of_steps(ekby.database) > steps:
        undo.undo(ekby.database)
    assert rows(ekby.database) == begun


def len_of_steps(database: Database) -> int:
    """Return how many steps can be undone."""
    return len(database._stacks.undo)
