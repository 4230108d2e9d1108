"""A list of members: what it would do, line by line, and then all of it in one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import Workbook

from builders import entries, findings, rows
from klubban.domain.body import Body, Person, Seat, SeatRole
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind, Rules
from klubban.domain.seats import also_held, check_chairs, check_term
from klubban.exchange.members import read_members
from klubban.exchange.refused import Refused
from klubban.operations import bodies, people, seats, undo
from klubban.operations.import_members import Imported, Preview, import_members, preview_members
from klubban.operations.member_drafts import Does, Planned
from klubban.operations.member_plan import ended, plan_good
from klubban.operations.seat_rows import Register
from klubban.store import reads
from klubban.store.database import Database, Step

LIST = """\
Namn;Parti;Roll;E-post;Ersättare för;Fr.o.m.;T.o.m.
Åsa Öberg;S;Ordförande;asa@ekby.example;;2023-01-01;2026-12-31
Eva Asp;M;1:e vice ordförande;;;2023-01-01;2026-12-31
;S;Ledamot;;;2023-01-01;2026-12-31
Örjan Ek;S;Ersättare;;Åsa Öberg;2023-01-01;2026-12-31
"""


@pytest.fixture
def ks(database: Database) -> int:
    return bodies.add_body(database, "Kommunstyrelsen", BodyKind.COMMITTEE, seats=3)


def preview(database: Database, body: int, text: str) -> Preview:
    return preview_members(database, body, text.encode(), "ledamöter.csv")


def does(database: Database, body: int, text: str) -> list[tuple[int, Does]]:
    return [(line.line.number, line.does) for line in preview(database, body, text).lines]


def brought(database: Database, body: int, text: str) -> Imported:
    return import_members(database, body, preview(database, body, text))


def told(database: Database, body: int, text: str) -> list[str]:
    """Return what is wrong, by line."""
    return [
        f"{line.line.number} {fault}"
        for line in preview(database, body, text).faulty
        for fault in line.faults
    ]


def held(database: Database) -> list[tuple[str | None, SeatRole, str | None]]:
    """Return who has which seat, with its party, of all times."""
    with database.read() as read:
        names = {person.id: person.name for person in reads.people(read)}
        return [(names.get(seat.person or 0), seat.role, seat.party) for seat in reads.seats(read)]


def all_seats(database: Database) -> tuple[Seat, ...]:
    with database.read() as read:
        return reads.seats(read)


def register(database: Database) -> tuple[Person, ...]:
    with database.read() as read:
        return reads.people(read)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
def test_a_list_is_looked_at_and_then_brought_in_as_one_step(
    database: Database, ks: int, encoding: str
) -> None:
    before = rows(database)
    seen = preview_members(database, ks, LIST.encode(encoding), "ledamöter.csv")
    assert [line.does for line in seen.lines] == [
        Does.NEW_PERSON,
        Does.NEW_PERSON,
        Does.VACANT_SEAT,
        Does.NEW_PERSON,
    ]
    assert rows(database) == before, "a preview changes nothing"

    done = import_members(database, ks, seen)

    assert done == Imported(people=3, seats=4, changed=0, unchanged=0, skipped=0)
    assert held(database) == [
        ("Åsa Öberg", SeatRole.CHAIR, "S"),
        ("Eva Asp", SeatRole.VICE_CHAIR, "M"),
        (None, SeatRole.MEMBER, "S"),
        ("Örjan Ek", SeatRole.ALTERNATE, "S"),
    ]
    asa, *_others = register(database)
    assert (asa.party, asa.email) == ("S", "asa@ekby.example")
    alternate = all_seats(database)[-1]
    assert alternate.alternate_for == asa.id
    assert (alternate.from_date, alternate.to_date) == (date(2023, 1, 1), date(2026, 12, 31))
    assert findings(database) == []
    step = Step("Import members to {body}", {"body": "Kommunstyrelsen"}, ("body", ks))
    assert undo.undo(database) == step
    assert rows(database) == before


def test_an_excel_list_is_brought_in(database: Database, ks: int) -> None:
    book, data = Workbook(), BytesIO()
    assert book.active
    for line in (["Namn", "Roll", "Från"], ["Åsa Öberg", "Ledamot", date(2023, 1, 1)]):
        book.active.append(line)
    book.save(data)

    import_members(database, ks, preview_members(database, ks, data.getvalue(), "ledamöter.xlsx"))

    [seat] = all_seats(database)
    assert seat.from_date == date(2023, 1, 1)


def test_the_same_list_again_changes_nothing(database: Database, ks: int) -> None:
    brought(database, ks, LIST)
    before, journal = rows(database), entries(database)

    assert {each for _line, each in does(database, ks, LIST)} == {Does.NOTHING}
    assert brought(database, ks, LIST) == Imported(0, 0, 0, 4, 0)

    assert (rows(database), entries(database)) == (before, journal)


def test_somebody_known_is_given_a_seat_and_not_entered_twice(database: Database, ks: int) -> None:
    asa = people.add_person(database, "Åsa Öberg", party="S", title="Kommunalråd")
    other = bodies.add_body(database, "Barnnämnden", BodyKind.COMMITTEE)
    seats.add_seat(database, other, SeatRole.MEMBER, person_id=asa)

    text = "Namn;Parti;Telefon;Titel\nÅSA  öberg;;08-1;"
    assert does(database, ks, text) == [(2, Does.NEW_SEAT)]
    brought(database, ks, text)

    [person] = register(database)
    assert (person.name, person.party, person.title, person.phone) == (
        "Åsa Öberg",
        "S",
        "Kommunalråd",
        "08-1",
    )
    assert [(seat.body, seat.person) for seat in all_seats(database)] == [(ks, asa), (other, asa)]


def test_namesakes_of_different_parties_are_different_people(database: Database, ks: int) -> None:
    people.add_person(database, "Bo Ek", party="M")

    assert does(database, ks, "Namn;Parti\nBo Ek;S\nBo Ek;M") == [(2, Does.NEW_PERSON), (3, Does.NEW_SEAT)]


def test_namesakes_of_one_party_must_be_told_apart_by_mail_or_by_their_seat(
    database: Database, ks: int
) -> None:
    one, other = (
        people.add_person(database, "Bo Ek", party="S", email=f"{name}@ekby.example") for name in "ab"
    )

    assert told(database, ks, "Namn;Parti\nBo Ek;S") == ["2 Namn: Bo Ek may be any of 2 in the register"]
    [told_apart] = preview(database, ks, "Namn;E-post\nBo Ek;B@ekby.example").lines
    assert told_apart.person
    assert told_apart.person.id == other

    seats.add_seat(database, ks, SeatRole.MEMBER, person_id=one)
    assert does(database, ks, "Namn;Parti\nBo Ek;S") == [(2, Does.NOTHING)]


def test_a_role_that_changes_is_told_and_changed_in_place(database: Database, ks: int) -> None:
    brought(database, ks, LIST)
    swapped = LIST.replace("1:e vice ordförande", "Ledamot").replace("Ordförande", "Vice ordförande")
    swapped = swapped.replace("Eva Asp;M;Ledamot", "Eva Asp;M;Ordförande")

    lines = preview(database, ks, swapped).lines

    assert [line.does for line in lines] == [Does.CHANGES, Does.CHANGES, Does.NOTHING, Does.NOTHING]
    [difference] = lines[0].differences
    assert (difference.field, difference.before, difference.after) == (
        "role",
        SeatRole.CHAIR,
        SeatRole.VICE_CHAIR,
    )
    assert brought(database, ks, swapped).changed == 2
    assert held(database)[:2] == [("Åsa Öberg", SeatRole.VICE_CHAIR, "S"), ("Eva Asp", SeatRole.CHAIR, "M")]
    assert len(all_seats(database)) == 4


def test_a_new_term_follows_the_old_one_which_stays(database: Database, ks: int) -> None:
    brought(database, ks, "Namn;Roll;Från\nÅsa;Ledamot;2019-01-01\nEva;Ordförande;2019-01-01")
    text = "Namn;Roll;Från;Till\nÅsa;Ordförande;2023-01-01;2026-12-31\nEva;Ledamot;2023-01-01;"

    assert does(database, ks, text) == [(2, Does.CHANGES), (3, Does.CHANGES)]
    brought(database, ks, text)

    eve, new_year, end = date(2022, 12, 31), date(2023, 1, 1), date(2026, 12, 31)
    assert [(seat.role, seat.from_date, seat.to_date) for seat in all_seats(database)] == [
        (SeatRole.MEMBER, date(2019, 1, 1), eve),
        (SeatRole.CHAIR, new_year, end),
        (SeatRole.CHAIR, date(2019, 1, 1), eve),
        (SeatRole.MEMBER, new_year, None),
    ]
    assert {each for _line, each in does(database, ks, text)} == {Does.NOTHING}
    assert findings(database) == []


def test_a_term_that_is_over_is_not_the_one_that_begins_later(database: Database, ks: int) -> None:
    brought(database, ks, "Namn;Till\nÅsa;2022-12-31")

    assert does(database, ks, "Namn;Från\nÅsa;2023-01-01") == [(2, Does.NEW_SEAT)]
    assert does(database, ks, "Namn;Till\nÅsa;2022-12-31") == [(2, Does.NOTHING)]
    assert does(database, ks, "Namn;Till\nÅsa;2024-12-31") == [(2, Does.CHANGES)]


def test_a_list_may_tell_of_several_terms_of_one_new_person(database: Database, ks: int) -> None:
    text = "Namn;Roll;Från;Till\nÅsa;Ersättare;2019-01-01;2022-12-31\nÅsa;Ledamot;2023-01-01;"

    done = brought(database, ks, text)

    assert (done.people, done.seats) == (1, 2)
    assert [role for _name, role, _party in held(database)] == [SeatRole.ALTERNATE, SeatRole.MEMBER]


def test_organisations_keep_their_seats_and_roles_need_no_party(database: Database) -> None:
    council = bodies.add_body(database, "Brottsförebyggande rådet", BodyKind.COUNCIL)
    text = "Namn,Roll,Representerar,Ordning\nPia,Adjungerad,Polisen,\n,Adjungerad,Kyrkan,\n"
    text += "Rut,Personalföreträdare,,3\n"

    brought(database, council, text)

    assert [(seat.role, seat.represents, seat.order) for seat in all_seats(database)] == [
        (SeatRole.CO_OPTED, "Polisen", None),
        (SeatRole.CO_OPTED, "Kyrkan", None),
        (SeatRole.STAFF_REPRESENTATIVE, None, 3),
    ]
    assert {each for _line, each in does(database, council, text)} == {Does.NOTHING}


def test_somebody_new_takes_the_seat_that_was_vacant(database: Database, ks: int) -> None:
    brought(database, ks, "Namn;Parti;Roll;Från;Till\nBo;S;Ledamot;2023-01-01;2026-12-31\n;M;Ledamot;;")
    bo, vacant_m = all_seats(database)
    left = seats.resign(database, bo.id, date(2024, 6, 30))
    text = "Namn;Parti;Roll;Från\nMaj;S;Ledamot;2024-09-16\nEva;L;Ledamot;2024-09-16\nUlf;M;Ledamot;\n"

    assert {each for _line, each in does(database, ks, text)} == {Does.NEW_PERSON}
    brought(database, ks, text)

    found = {seat.id: (seat.from_date, seat.to_date) for seat in all_seats(database)}
    assert left
    assert found[left] == (date(2024, 7, 1), date(2024, 9, 15))
    assert [(name, party) for name, _role, party in held(database)] == [
        ("Bo", "S"),
        (None, "S"),
        ("Maj", "S"),
        ("Ulf", "M"),
        ("Eva", "L"),
    ]
    maj = all_seats(database)[2]
    assert (maj.from_date, maj.to_date) == (date(2024, 9, 16), date(2026, 12, 31))
    assert all_seats(database)[3].id == vacant_m.id
    [line] = preview(database, ks, "Namn;Parti;Roll\nAli;S;Ledamot").lines
    assert line.before is None, "nobody is elected to a vacancy that is over"
    assert {each for _line, each in does(database, ks, text)} == {Does.NOTHING}
    assert findings(database) == []


def test_a_seat_that_the_list_says_is_vacant_stays_so(database: Database, ks: int) -> None:
    brought(database, ks, "Namn;Parti;Roll\n;S;Ledamot")

    text = "Namn;Parti;Roll\nMaj;S;Ledamot\n;S;Ledamot"
    assert does(database, ks, text) == [(2, Does.NEW_PERSON), (3, Does.NOTHING)]
    brought(database, ks, text)
    assert [name for name, _role, _party in held(database)] == [None, "Maj"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Namn;Roll\nÅsa;Ordförande\nEva;Ordförande", ["3 Roll: There would be two chairs"]),
        ("Namn;Roll\nÅsa;Ledamot\nÅsa;Ersättare", ["3 Namn: Åsa stands on line 2 already"]),
        ("Namn;Roll\nÅsa;Sekreterare\nÅsa;Sekreterare", ["3 Namn: Åsa stands on line 2 already"]),
        ("Namn;Roll\nÅsa;Sekreterare\nÅsa;Ledamot", []),
        ("Namn;Roll;Ersätter\nÅsa;Ersättare;Eva", ["2 Ersätter: Eva is no member of Kommunstyrelsen"]),
        ("Namn;Roll;Ersätter\nÅsa;Ledamot;Bo", ["2 Ersätter: Only an alternate"]),
        (
            "Namn;Parti;Roll;Ersätter\nBo;S;Ledamot;\nBo;M;Ledamot;\nÅsa;S;Ersättare;Bo",
            ["4 Ersätter: Bo may be any of 2 members"],
        ),
        ("Namn;Roll;Från\nÅsa;Kung;nu\nEva;Ledamot;", ["2 Roll: Expected chair", "2 Från: Expected a date"]),
    ],
)
def test_what_does_not_fit_is_told_by_line_and_field(
    database: Database, ks: int, text: str, expected: list[str]
) -> None:
    found = told(database, ks, text)

    assert len(found) == len(expected), found
    assert all(each.startswith(words) for each, words in zip(found, expected, strict=True))


def test_a_second_chair_beside_the_one_in_the_register_is_told(database: Database, ks: int) -> None:
    eva = people.add_person(database, "Eva")
    seats.add_seat(database, ks, SeatRole.CHAIR, person_id=eva, to_date=date(2022, 12, 31))

    assert told(database, ks, "Namn;Roll;Från\nÅsa;Ordförande;2023-01-01") == []
    [fault] = told(database, ks, "Namn;Roll;Från\nÅsa;Ordförande;2022-01-01")
    assert fault.startswith("2 Roll: There would be two chairs from 2022-01-01")


def test_an_alternate_for_a_body_without_alternates_is_told(database: Database) -> None:
    forum = bodies.add_body(database, "Chefssamrådet", BodyKind.FORUM)

    [fault] = told(database, forum, "Namn;Roll\nÅsa;Ledamot\nEva;Ersättare")
    assert fault.startswith("3 Roll: The body has no alternates")


def test_nothing_is_imported_while_a_line_does_not_fit(database: Database, ks: int) -> None:
    seen = preview(database, ks, "Namn;Roll\nÅsa;Kung\nEva;Ledamot")
    before, journal = rows(database), entries(database)

    with pytest.raises(RuleBroken, match="do not fit: 1; nothing was imported"):
        import_members(database, ks, seen)

    assert (rows(database), entries(database)) == (before, journal)


def test_faulty_lines_are_left_out_on_request_and_so_is_what_hangs_on_them(
    database: Database, ks: int
) -> None:
    text = "Namn;Roll;Ersätter\nÅsa;Ledamot;\nEva;Kung;\nBo;Ersättare;Åsa\nAli;Ordförande;\nUlf;Ordförande;\n"
    seen = preview(database, ks, text)
    assert [line.line.number for line in seen.faulty] == [3, 6]

    done = import_members(database, ks, seen, skip_faulty=True)

    assert done == Imported(people=3, seats=3, changed=0, unchanged=0, skipped=2)
    assert [name for name, _role, _party in held(database)] == ["Åsa", "Bo", "Ali"]


def test_a_line_left_out_may_make_another_one_faulty(database: Database, ks: int) -> None:
    brought(database, ks, "Namn;Roll\nÅsa;Ordförande")
    seen = preview(database, ks, "Namn;Roll;Från\nÅsa;Ledamot;nu\nEva;Ordförande;\nBo;Ledamot;")

    done = import_members(database, ks, seen, skip_faulty=True)

    assert done.skipped == 2
    assert held(database) == [("Åsa", SeatRole.CHAIR, None), ("Bo", SeatRole.MEMBER, None)]


def test_a_preview_of_yesterday_s_register_is_refused(database: Database, ks: int) -> None:
    seen = preview(database, ks, LIST)
    people.add_person(database, "Eva Asp", party="M")

    with pytest.raises(RuleBroken, match="has changed since"):
        import_members(database, ks, seen)
    other = bodies.add_body(database, "Barnnämnden", BodyKind.COMMITTEE)
    with pytest.raises(RuleBroken, match="has changed since"):
        import_members(database, other, preview(database, ks, LIST))


def test_a_file_that_is_no_list_and_a_body_that_is_not_there(database: Database, ks: int) -> None:
    with pytest.raises(Refused, match="no line of headings"):
        preview(database, ks, "Kommunstyrelsen")
    with pytest.raises(LookupError):
        preview(database, ks + 1, LIST)


NAMES = ("", "Åsa", "Eva", "Bo")
a_line = some.tuples(
    some.sampled_from(NAMES),
    some.sampled_from(("", "S", "M")),
    some.sampled_from(("", "Ordförande", "Ledamot", "Ersättare", "Sekreterare")),
    some.sampled_from(("", "2023-01-01", "2024-07-01")),
    some.sampled_from(("", "2023-12-31", "2026-12-31")),
)
a_list = some.lists(a_line, max_size=6)


KS = Body(id=1, key="ks", name="Kommunstyrelsen", kind=BodyKind.COMMITTEE, rules=Rules())


def carried_out(register: Register, people: list[Person], lines: tuple[Planned, ...]) -> Register:
    """Return the register as it is when a plan has been carried out; ids are places in lists, from 1."""
    seats = {seat.id: seat for seat in register.seats}
    told = {person.id: person for person in people}
    for line in lines:
        seats |= {seat.id: seat for seat in (ended(line), line.seat) if seat}
        told |= {line.person.id: line.person} if line.person else {}
    ids = {id_: place for place, id_ in enumerate(told, 1)}
    people[:] = [replace(person, id=ids[id_]) for id_, person in told.items()]
    held = (replace(seat, person=ids.get(seat.person or 0)) for seat in seats.values())
    return Register(
        register.body,
        tuple(replace(seat, id=place) for place, seat in enumerate(held, 1)),
        {person.id: person.name for person in people},
    )


@given(some.lists(a_list, min_size=1, max_size=3))
def test_whatever_lists_are_brought_in_the_register_can_be_so(lists: list[list[tuple[str, ...]]]) -> None:
    register, people = Register(KS, (), {}), list[Person]()
    for lines in lines_of(lists):
        planned = plan_good(register, people, read_members(lines.encode(), "lista"))
        register = carried_out(register, people, planned)

    check_chairs(register.seats)
    for seat in register.seats:
        check_term(seat.from_date, seat.to_date)
        assert also_held(register.seats, seat) is None


def lines_of(lists: list[list[tuple[str, ...]]]) -> list[str]:
    return ["\n".join(["Namn;Parti;Roll;Från;Till", *map(";".join, lines)]) for lines in lists]
