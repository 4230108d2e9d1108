"""Whatever is recorded: no seat twice served, nobody in two, rows that say where everybody was."""

from __future__ import annotations

from collections import Counter
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as some

from evening import ITEMS, line, ruling, service
from klubban.domain.attendance import Service
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Attendee
from klubban.domain.quorum import standings
from klubban.domain.roll import Agenda, AgendaItem, Moment, RollLine, Stay, check_stays
from klubban.domain.rules import BodyKind
from klubban.domain.service import OrderOfCall
from klubban.domain.taking_over import places_of

PARTIES = some.sampled_from("SMV")
AGENDA = Agenda(tuple(AgendaItem(id=number, number=number) for number in ITEMS))
SEATS, ALTERNATES, OTHERS = range(1, 6), range(11, 15), range(21, 23)
ROLES = {
    1: "chair",
    2: "vice_chair",
    3: "second_vice_chair",
    4: "member",
    5: "member",
    21: "official",
    22: "other",
}


def _all_stays() -> list[tuple[Stay, ...]]:
    """Return the ways of being there, in one stay or two, in the room and remotely."""
    moments = [None, *product((70, 72, 74), Moment)]
    single = [
        Stay(
            id=0,
            first=first[0] if first else None,
            came=first[1] if first else Moment.BEFORE,
            last=last[0] if last else None,
            went=last[1] if last else Moment.AFTER,
            remote=remote,
        )
        for first, last, remote in product(moments, moments, (False, True))
    ]
    one = [(stay,) for stay in single if _can_be(stay)]
    # Every seventh will do.
    two = [(*first, *second) for first, second in product(one, one[::7]) if _can_be(*first, *second)]
    return [(), *one, *two[::7]]


def _can_be(*found: Stay) -> bool:
    try:
        check_stays(found, AGENDA)
    except RuleBroken:
        return False
    return True


STAYS = some.sampled_from(_all_stays())
ORDERS = some.sampled_from(list(permutations(ALTERNATES)))


@some.composite
def rolls(draw: some.DrawFn) -> Service:
    """Return an evening with whatever can be recorded of it."""

    people = [id_ for id_ in (*SEATS, *ALTERNATES, *OTHERS) if id_ != 4 or draw(some.booleans())]

    def one(id_: int) -> RollLine:
        name = f"P{id_}" if id_ in people else ""
        role = ROLES.get(id_, "official" if id_ in OTHERS else "alternate")
        personal = draw(some.sampled_from([None, *SEATS])) if role == "alternate" else None
        lists = draw(ORDERS) if id_ in SEATS else ()
        return line(
            id_, f"{name} ({draw(PARTIES)})", role, draw(STAYS), personal_for=personal, stand_ins=lists
        )

    lines = [one(id_) for id_ in (*SEATS, *ALTERNATES, *OTHERS)]
    names = some.lists(some.sampled_from([f"P{id_}" for id_ in people]), max_size=3, unique=True)
    return service(
        lines,
        out=draw(some.dictionaries(some.sampled_from(ITEMS), names.map(" ".join), max_size=3)),
        rulings=draw(
            some.lists(
                some.builds(
                    ruling,
                    some.none() | some.sampled_from(SEATS),
                    some.none() | some.sampled_from(people),
                    some.sampled_from([70, 71, 72]),
                    some.sampled_from([None, 72, 73, 74]),
                ),
                max_size=3,
            )
        ),
        kind=draw(some.sampled_from([BodyKind.COMMITTEE, BodyKind.ASSEMBLY])),
        alternates=draw(some.sampled_from(OrderOfCall)),
        balance=draw(some.booleans()),
    )


def rows_at(found: Service, place: int) -> list[Attendee]:
    """Return the rows of those who were there at the decision of an item."""
    return [one for one in found.attendance() if place in places_of(one, found.agenda)]


@settings(max_examples=60)
@given(rolls())
def test_no_seat_is_served_by_two_and_nobody_sits_in_two(found: Service) -> None:
    for sitting, serving in zip(found.sittings, found.serving, strict=True):
        persons = [sits.person for sits in sitting if sits.person is not None]
        assert len(persons) == len(set(persons)) == len(set(serving.values()))
        assert len({sits.seat.id for sits in sitting}) == len(sitting)


@settings(max_examples=60)
@given(rolls())
def test_those_deciding_are_never_more_than_the_seats(found: Service) -> None:
    for place, standing in enumerate(standings(found)):
        deciding = [one for one in rows_at(found, place) if one.decides]
        assert len(deciding) == standing.serving <= len(found.seats)


@settings(max_examples=60)
@given(rolls())
def test_nobody_serves_or_presides_who_is_not_there_or_is_disqualified(found: Service) -> None:
    for place, serving in enumerate(found.serving):
        presides = found.presiding[place]
        for line_id in {*serving, *([] if presides is None else [presides])}:
            assert place in found.takes_part(line_id)


@settings(max_examples=60)
@given(rolls())
def test_rows_agree_item_by_item_with_presence_and_service(found: Service) -> None:
    leave = found.body.rules.disqualified_leave
    for place, serving in enumerate(found.serving):
        at = rows_at(found, place)
        there = {id_ for id_, presence in found.presence.items() if place in presence.there}
        if leave:
            there -= {id_ for id_, out in found.kept_out.items() if place in out}
        assert Counter(one.id for one in at) == Counter(there)
        assert {one.id for one in at if one.decides} == set(serving)
        assert {one.id for one in at if one.remote} <= {
            id_ for id_, presence in found.presence.items() if place in presence.remote
        }


@settings(max_examples=60)
@given(rolls())
def test_nobody_kept_out_of_a_committees_item_is_in_a_row_of_it_not_even_in_part(found: Service) -> None:
    if not found.body.rules.disqualified_leave:
        return
    for one in found.attendance():
        out = {found.agenda.items[place].number for place in found.kept_out.get(one.id, ())}
        assert out.isdisjoint(one.partly or ())


@settings(max_examples=60)
@given(rolls())
def test_those_who_presided_divide_the_items_among_them(found: Service) -> None:
    turns = found.presided()
    if len(turns) > 1:
        numbers = [number for turn in turns for number in turn.paragraphs or ()]
        assert sorted(numbers) == [
            item.number for item, line_id in zip(found.agenda.items, found.presiding, strict=True) if line_id
        ]
