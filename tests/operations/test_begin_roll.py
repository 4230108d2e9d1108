"""A roll is begun: from the seats of the day, the invited, who was called up, and what was noted before."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

import pytest

from builders import DAY, findings, rows, snapshot
from called import ALTERNATES, MEMBERS, Called, called, seated
from evening import row
from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import AttendsAs, Meeting
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Coming, OnRollAs
from klubban.operations import absences, roll_call, undo
from klubban.operations.meeting_rows import insert_attendee
from klubban.operations.presidium import meeting_to_summon
from klubban.operations.seats import resign
from klubban.store.database import Database, Step


def on_roll(found: Called) -> list[tuple[str, str]]:
    return [(str(line.who or line.seat_party), line.role.value) for line in found.roll.lines]


def begin(found: Called) -> Called:
    roll_call.begin_roll(found.database, found.meeting)
    return found


def add_seat(found: Called, name: str | None, role: str, **facts: Any) -> int:
    """Give somebody new a seat, and return them."""
    with found.database.change("Seat") as change:
        person = name and change.insert("person", key=name, name=name, organisation=facts.pop("of", None))
        change.insert(
            "seat", body_id=found.body, position=50, role=role, person_id=person, rights=(), **facts
        )
    return int(person or 0)


def test_everybody_with_a_seat_is_on_the_roll_and_nobody_is_there_yet(database: Database) -> None:
    found = called(database)

    assert on_roll(found)[:4] == [
        ("Eva Asp (S)", "chair"),
        ("Bo Ek (M)", "vice_chair"),
        ("Cajsa Lund (S)", "second_vice_chair"),
        ("David Rönn (V)", "member"),
    ]
    assert [name for name, role in on_roll(found) if role == "alternate"] == list(ALTERNATES)
    assert not any(line.stays for line in found.roll.lines)
    assert database.undoable == Step(
        "Begin the roll of {body} on {date}", {"body": "KS", "date": "2016-02-22"}, ("meeting", found.meeting)
    )
    assert findings(database) == []


def test_beginning_is_undone_in_one_step(database: Database) -> None:
    found = seated(database)
    before = rows(database)

    begin(found)
    undo.undo(database)

    assert rows(database) == before


def test_officials_and_the_invited_come_last_each_once(database: Database) -> None:
    found = seated(database)
    berg = add_seat(found, "Nils Berg", "secretary")
    add_seat(found, "Fia Falk", "staff_representative")
    add_seat(found, "Gun Gran", "co_opted")
    with database.change("Type") as change:
        kind = change.insert("meeting_type", body_id=found.body, position=0, name="Stormöte")
        change.update("meeting", found.meeting, meeting_type_id=kind)
        other = change.insert("body", key="bra", name="Brå", kind="council")
        olle = change.insert("person", key="olle", name="Olle Orn", title="Kommunpolis")
        change.insert(
            "seat", body_id=other, position=0, role="member", person_id=olle, represents="Polisen", rights=()
        )
        invited: tuple[dict[str, Any], ...] = (
            {"person_id": berg}, {"body_id": other}, {"person_id": olle}, {"name": "Räddningstjänsten"},
        )  # fmt: skip
        for position, one in enumerate(invited):
            change.insert("invited", meeting_type_id=kind, position=position, **one)

    begin(found)

    assert on_roll(found)[-5:] == [
        ("Gun Gran", "co_opted"),
        ("Fia Falk", "staff_representative"),
        ("Nils Berg", "official"),
        ("Olle Orn", "guest"),
        ("Räddningstjänsten", "guest"),
    ]
    assert (found.line("Olle").represents, found.line("Olle").title) == ("Polisen", "Kommunpolis")


def test_terms_that_are_over_or_to_come_are_not_on_the_roll(database: Database) -> None:
    found = seated(database)
    add_seat(found, "Före Förr", "member", to_date=date(2016, 2, 21))
    add_seat(found, "Efter Efteråt", "member", from_date=date(2016, 2, 23))
    add_seat(found, "Idag Dag", "member", from_date=DAY, to_date=DAY)

    names = [name for name, _role in on_roll(begin(found))]

    assert "Idag Dag" in names
    assert not {"Före Förr", "Efter Efteråt"} & set(names)


def test_the_time_in_the_body_is_unbroken_over_terms_that_follow_upon_one_another(database: Database) -> None:
    found = seated(database)
    gun = add_seat(found, "Gun Gran", "member", from_date=date(2014, 10, 15))
    maj = add_seat(found, "Maj Mo", "member", from_date=date(2014, 10, 15))
    with database.change("Terms") as change:
        facts = {"body_id": found.body, "position": 60, "rights": ()}
        earlier = {"from_date": date(2010, 11, 1), "role": "vice_chair", **facts}
        change.insert("seat", person_id=gun, to_date=date(2014, 10, 14), **earlier)
        change.insert("seat", person_id=maj, to_date=date(2014, 10, 1), **earlier)

    begin(found)

    assert found.line("Gun").since == date(2010, 11, 1)
    assert found.line("Maj").since == date(2014, 10, 15)


def test_personal_alternates_and_lists_refer_to_lines(database: Database) -> None:
    found = seated(database)
    with database.change("Refer") as change:
        seats = {row["person_id"]: row["id"] for row in change.rows("seat", body_id=found.body)}
        cajsa, jan, kim = 3, 8, 9
        change.update("seat", int(seats[jan] or 0), alternate_for_id=cajsa)
        for position, person in enumerate((kim, jan)):
            change.insert("stand_in", seat_id=int(seats[cajsa] or 0), position=position, person_id=person)

    begin(found)

    assert found.line("Jan").personal_for == found.id("Cajsa")
    assert found.line("Cajsa").stand_ins == (found.id("Kim"), found.id("Jan"))


def test_until_a_by_election_the_personal_alternate_steps_in_for_who_left(database: Database) -> None:
    found = seated(database, rules={"alternates": "personal"})
    with database.change("Refer") as change:
        seats = {row["person_id"]: int(row["id"] or 0) for row in change.rows("seat", body_id=found.body)}
        eva, kim = 1, 9
        change.update("seat", seats[kim], alternate_for_id=eva)
    resign(database, seats[eva], date(2016, 2, 1))

    begin(found)
    found.present()

    assert found.serving(0)["Kim"] == "vacant"


def test_the_rules_of_the_day_are_kept(database: Database) -> None:
    found = called(database, rules={"returns": True})

    with database.change("Other rules") as change:
        change.update("body", found.body, rules={}, seats=99, chains={})

    assert found.service.body.rules.returns
    assert (found.service.body.seats, found.service.body.chains["M"]) == (5, ("KD",))


@pytest.mark.parametrize(("first", "chair"), [(2016, "Eva"), (2015, "Bo"), (2014, "Eva")])
def test_the_authority_whose_year_it_is_has_the_chair(database: Database, first: int, chair: str) -> None:
    found = seated(database, members=(), alternates=(), kind="forum")
    add_seat(found, "Eva Asp", "member", represents="Kommunen")
    add_seat(found, "Bo Ek", "member", of="Polisen")
    with database.change("Rotate") as change:
        change.update("body", found.body, rotation=("Kommunen", "polisen"), rotation_from=first)

    summoned_by = meeting_to_summon(database, found.meeting).chair
    begin(found)

    chairs = [line.who for line in found.roll.lines if line.role is OnRollAs.CHAIR]
    assert chairs == [found.roll.lines[0].who] == [summoned_by] == [found.who(chair)]


def test_an_elected_chair_stays_whosever_year_it_is(database: Database) -> None:
    found = seated(database, members=("Eva Asp (S)",), alternates=())
    add_seat(found, "Bo Ek", "member", represents="Polisen")
    with database.change("Rotate") as change:
        change.update("body", found.body, rotation=("Polisen",), rotation_from=2016)

    assert on_roll(begin(found)) == [("Eva Asp (S)", "chair"), ("Bo Ek", "member")]


def test_who_promised_to_come_is_on_the_roll_unless_they_told_absence_since(database: Database) -> None:
    found = seated(database)
    for name in ("Olle Orn", "Pia Pil", "Rut Ris"):
        asked = absences.ask_alternate(database, found.meeting, Named(name, "S"), None, DAY)
        absences.answer_call_up(database, asked, Coming.NO if name == "Rut Ris" else Coming.YES)
    absences.tell_absence(database, found.meeting, Named("Pia Pil", "S"))

    assert on_roll(begin(found))[-1] == ("Olle Orn (S)", "alternate")


def test_members_of_a_party_of_their_own_are_named_with_it_and_keep_the_seats(database: Database) -> None:
    found = seated(database, members=("Eva Asp (S)",), alternates=())
    with database.change("Leave the party") as change:
        [seat] = change.rows("seat", body_id=found.body)
        change.update("seat", int(seat["id"] or 0), party="M")

    [eva] = begin(found).roll.lines
    assert (str(eva.who), eva.party) == ("Eva Asp (S)", "M")


# --- attendance that was noted without a roll


Noted: TypeAlias = tuple[str, AttendsAs, dict[str, Any]]


def noted(database: Database, *attendance: Noted, **facts: Any) -> tuple[Meeting, Meeting]:
    """Return a meeting with attendance before and after the roll is begun."""
    found = seated(database)
    with database.change("Note") as change:
        people = {str(each["name"]): (each["party"], each["id"]) for each in change.rows("person")}

        def who(name: str) -> Named:
            party, id_ = people.get(name, (None, None))
            return Named(name, party and str(party), int(id_) if id_ else None)  # type: ignore[arg-type]

        change.update("meeting", found.meeting, **facts)
        for position, (name, attends_as, more) in enumerate(attendance):
            for_ = more.pop("for_", None)
            insert_attendee(
                change,
                found.meeting,
                position,
                who(name),
                attends_as,
                serves_for=who(for_) if for_ else None,
                **more,
            )
    before = snapshot(database)
    begin(found)
    return before, snapshot(database)


MEMBER, SERVING, ALTERNATE = AttendsAs.MEMBER, AttendsAs.SERVING_ALTERNATE, AttendsAs.ALTERNATE
ALL: list[Noted] = [(name.split(" (")[0], MEMBER, {}) for name in MEMBERS]


def in_(text: str) -> Paragraphs:
    return Paragraphs.parse(text)


NOTED: dict[str, list[Noted]] = {
    "all": ALL,
    "one came later": [*ALL[:4], ("Ester Hägg", MEMBER, {"paragraphs": in_("72-74")})],
    "one for two": [
        *ALL[:3],
        ("David Rönn", MEMBER, {"paragraphs": in_("71-74")}),
        ("Ester Hägg", MEMBER, {"paragraphs": in_("70, 74")}),
        ("Jan Lind", SERVING, {"for_": "David Rönn", "paragraphs": in_("70")}),
        ("Jan Lind", SERVING, {"for_": "Ester Hägg", "paragraphs": in_("71-73")}),
        ("Jan Lind", ALTERNATE, {"paragraphs": in_("74")}),
    ],
    "another than the order gives": [
        *ALL[:4],
        ("Kim Apel", SERVING, {"for_": "Ester Hägg"}),
        ("Ida Tall", ALTERNATE, {}),
    ],
    "an empty seat beside an alternate": [*ALL[:4], ("Ida Tall", ALTERNATE, {})],
    "partly": [
        *ALL[:4],
        ("Ester Hägg", MEMBER, {"paragraphs": in_("71-73"), "partly": in_("70, 73")}),
    ],
    "between two that they were in the midst of": [
        *ALL[:4],
        ("Ester Hägg", MEMBER, {"paragraphs": in_("72"), "partly": in_("71-72")}),
    ],
    "remotely for some": [
        *ALL[:4],
        ("Ester Hägg", MEMBER, {"paragraphs": in_("70-71")}),
        ("Ester Hägg", MEMBER, {"paragraphs": in_("72-74"), "remote": True}),
    ],
    "somebody unknown": [
        *ALL,
        ("Nils Berg", AttendsAs.OFFICIAL, {"title": "Ekonom", "paragraphs": in_("71")}),
    ],
}


@pytest.mark.parametrize("attendance", NOTED.values(), ids=NOTED.keys())
def test_what_was_noted_before_follows_from_the_roll(database: Database, attendance: list[Noted]) -> None:
    before, after = noted(database, *((name, as_, dict(more)) for name, as_, more in attendance))

    assert sorted(map(row, after.attendance)) == sorted(map(row, before.attendance))
    assert findings(database) == []
    assert not rows(database).get("attendance")


def test_who_presided_before_presides_on_the_roll(database: Database) -> None:
    _before, after = noted(database, *ALL, chair_name="Bo Ek", chair_party="M", chair_person_id=None)

    assert [str(each.who) for each in after.presiding] == ["Bo Ek (M)"]
    assert len(after.roll.rulings) == 1


def test_attendance_at_paragraphs_that_are_not_on_the_agenda_is_not_lost(database: Database) -> None:
    """Of a protocol that was imported in part."""
    with pytest.raises(RuleBroken, match="The attendance was noted for") as refused:
        noted(database, ("Eva Asp", MEMBER, {"paragraphs": in_("70-72, 80-81")}))

    assert refused.value.facts["paragraphs"] == "§§ 80–81".replace(" ", "\u00a0")
    assert snapshot(database).attendance


def test_a_verified_meetings_roll_is_not_begun(database: Database) -> None:
    found = seated(database)
    with database.change("Verify") as change:
        change.update("meeting", found.meeting, stage="verified")

    with pytest.raises(RuleBroken, match="verified"):
        begin(found)
