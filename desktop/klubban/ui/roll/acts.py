"""What the keys do to the roll, each as the operations that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.domain.roll import OnRollAs, RollLine
from klubban.i18n import N_
from klubban.operations import absences, disqualifications, roll_call, several
from klubban.ui.roll import choosing
from klubban.ui.roll.new_person import NewPerson, split_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from klubban.domain.body import Named
    from klubban.domain.roll import CallUp, Coming, Deviates, Moment
    from klubban.store.database import Database
    from klubban.ui.roll.sheet import Sheet

_FOR_A_WHILE = (OnRollAs.GUEST, OnRollAs.OTHER)
"""They are there for an item or two: "everybody else" does not mean them."""


def present_or_not(database: Database, sheet: Sheet, lines: Sequence[RollLine]) -> None:
    """Note people as there from the opening, or all of them as absent when all are there."""
    away = [line.id for line in _people(lines) if not line.stays]
    if away:
        roll_call.call_present(database, sheet.meeting.id, away)
        return
    there = _ids(lines)
    if len(there) == 1:
        roll_call.mark_absent(database, there[0])
    else:
        several.mark_absent(database, there)


def all_present(database: Database, sheet: Sheet) -> int:
    """Note everybody as there who has not said no beforehand, and is not there only for a while."""
    gone = sheet.told.keys() | sheet.declined
    others = [
        line.id
        for line in sheet.roll.lines
        if line.who and not line.stays and line.id not in gone and line.role not in _FOR_A_WHILE
    ]
    if others:
        roll_call.call_present(database, sheet.meeting.id, others)
    return len(others)


def arrive(
    database: Database,
    sheet: Sheet,
    lines: Sequence[RollLine],
    place: int,
    came: Moment,
    at: dt.time | None,
) -> None:
    """Note that people came."""
    item, ids = sheet.item(place), _ids(lines)
    item_id = item.id if item else None
    if at is not None and (there := _there(sheet, lines, place)):
        roll_call.set_times(database, there.id, at, there.stays[-1].went_at)
    elif len(ids) == 1:
        roll_call.arrive(database, ids[0], item_id, came, at=at)
    else:
        several.arrive(database, ids, item_id, came, at=at)


def leave(
    database: Database,
    sheet: Sheet,
    lines: Sequence[RollLine],
    place: int,
    went: Moment,
    at: dt.time | None,
) -> None:
    """Note that people left."""
    item_id, ids = _item_id(sheet, place), _ids(lines)
    if len(ids) == 1:
        roll_call.leave(database, ids[0], item_id, went, at=at)
    else:
        several.leave(database, ids, item_id, went, at=at)


def change_way(database: Database, sheet: Sheet, lines: Sequence[RollLine], place: int) -> None:
    """Note that people take part remotely from the item in hand; or again in the room, when all do."""
    item, people = sheet.item(place), _people(lines)
    remote = not all(place in sheet.service.presence[line.id].remote for line in people)
    if len(people) > 1:
        several.change_way(database, _ids(people), item.id if item else None, remote=remote)
        return
    for line in people:
        if not line.stays or item is None:
            roll_call.call_present(database, sheet.meeting.id, [line.id], remote=remote)
        elif place in sheet.service.presence[line.id].there:
            roll_call.change_way(database, line.id, item.id, remote=remote)
        else:
            roll_call.arrive(database, line.id, item.id, remote=True)


def disqualify(
    database: Database,
    sheet: Sheet,
    lines: Sequence[RollLine],
    place: int,
    ground: str | None,
    raised_by: str | None,
) -> None:
    """Note people as disqualified at the item in hand, all in one step."""
    who = [line.who for line in _people(lines) if line.who and not sheet.disqualification(line, place)]
    item_id = _item_id(sheet, place)
    if len(who) == 1:
        disqualifications.disqualify(database, item_id, who[0], ground=ground, raised_by=raised_by)
    elif who:
        disqualifications.disqualify_all(database, item_id, who, ground=ground, raised_by=raised_by)


def lift(database: Database, sheet: Sheet, lines: Sequence[RollLine], place: int) -> None:
    """Take back that people are disqualified at the item in hand."""
    ids = [found.id for line in lines if (found := sheet.disqualification(line, place))]
    if len(ids) == 1:
        disqualifications.lift_disqualification(database, ids[0])
    else:
        disqualifications.lift_disqualifications(database, _item_id(sheet, place), ids)


def decide(database: Database, sheet: Sheet, seat: int, place: int, serves: int | None, reason: str) -> None:
    """Note the chair's decision who serves in a seat, as long as its member cannot."""
    first = _item_id(sheet, place)
    last = choosing.last_place(sheet, seat, place)
    item = sheet.item(last) if last is not None else None
    roll_call.rule(database, sheet.meeting.id, seat, serves, first, item.id if item else None, reason)


def withdraw_ruling(database: Database, ruling_id: int) -> None:
    """Take back the chair's decision."""
    roll_call.withdraw_ruling(database, ruling_id)


def preside(database: Database, sheet: Sheet, line: RollLine, place: int, reason: str) -> None:
    """Note who presides from the item in hand on."""
    roll_call.rule(database, sheet.meeting.id, None, line.id, _item_id(sheet, place), None, reason)


def add(database: Database, sheet: Sheet, place: int, person: NewPerson) -> int:
    """Put somebody on the roll, there from the item in hand on."""
    item = sheet.item(place)
    return roll_call.add_to_roll(
        database,
        sheet.meeting.id,
        person.name,
        person.role,
        party=person.party,
        title=person.title,
        represents=person.represents,
        first=item.id if item and place else None,
    )


def send(database: Database, line: RollLine, typed: str) -> None:
    """Note whom an organisation, or the member's party, sent for this meeting."""
    name, party = split_name(typed)
    roll_call.send_other(database, line.id, name, party=party or line.party)


def tell_absence(database: Database, sheet: Sheet, lines: Sequence[RollLine]) -> None:
    """Note that people said they would not come; take it back when all of them had."""
    meeting_id = sheet.meeting.id
    new = [line.who for line in lines if line.who and line.id not in sheet.told]
    if len(new) == 1:
        absences.tell_absence(database, meeting_id, new[0])
    elif new:
        absences.tell_absences(database, meeting_id, new)
    else:
        _take_back_absences(database, meeting_id, [sheet.told[line.id].id for line in _people(lines)])


def _take_back_absences(database: Database, meeting_id: int, ids: Sequence[int]) -> None:
    if len(ids) == 1:
        absences.withdraw_absence(database, ids[0])
    else:
        absences.withdraw_absences(database, meeting_id, ids)


def ask(database: Database, sheet: Sheet, who: Named, for_: Named | None, day: dt.date) -> None:
    """Note that an alternate was asked to step in."""
    absences.ask_alternate(database, sheet.meeting.id, who, for_, day)


def answer(database: Database, call_up: CallUp, what: Coming | None) -> None:
    """Note what somebody answered; nothing takes the question back."""
    if what is None:
        absences.withdraw_call_up(database, call_up.id)
    else:
        absences.answer_call_up(database, call_up.id, what)


def note(database: Database, items: Sequence[int], rule: Deviates, who: Named | None, reason: str) -> None:
    """Note why something was done against a rule, at each item."""
    disqualifications.note_deviations(database, items, rule, reason, who=who)


def take_off(database: Database, lines: Sequence[RollLine]) -> None:
    """Take people off the roll who should not be on it."""
    if len(lines) == 1:
        roll_call.take_off_roll(database, lines[0].id)
    else:
        several.take_off_roll(database, [line.id for line in lines])


def _people(lines: Sequence[RollLine]) -> list[RollLine]:
    """Return the lines that hold somebody."""
    return [line for line in lines if line.who is not None]


def _there(sheet: Sheet, lines: Sequence[RollLine], place: int) -> RollLine | None:
    """Return the only one who is chosen, where they are noted as there from the opening at an item."""
    [line, *others] = _people(lines)
    whole = line.stays and line.stays[0].first is None and place in sheet.service.presence[line.id].there
    return line if whole and not others else None


def _ids(lines: Sequence[RollLine]) -> list[int]:
    return [line.id for line in _people(lines)]


def _item_id(sheet: Sheet, place: int) -> int:
    """Return the item in hand; raises RuleBroken where the agenda has none."""
    item = sheet.item(place)
    if item is None:
        raise RuleBroken(N_("The agenda has no item yet to note this at"))
    return item.id
