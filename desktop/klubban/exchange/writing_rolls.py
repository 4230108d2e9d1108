"""The roll of a meeting as the open format writes it: lines by their number, items by paragraph or key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.roll import Moment
from klubban.domain.rules import plain_rules
from klubban.exchange.keys import Keys, Written, clock, kept

if TYPE_CHECKING:
    from klubban.domain.body import Body
    from klubban.domain.meeting import Meeting, Presiding
    from klubban.domain.roll import CallUp, RollLine, Ruling, Stay
    from klubban.exchange.naming_items import ItemNames


def write_roll(meeting: Meeting, names: ItemNames, keys: Keys) -> Written:
    """Return what was recorded of who was there, and who presided as it follows from that."""
    roll = meeting.roll
    numbers = {line.id: number for number, line in enumerate(roll.lines, 1)}
    return {
        "rules": _rules(meeting.body) if meeting.rules_kept else None,
        "call_ups": [_call_up(each, keys) for each in meeting.call_ups],
        "roll": [_line(line, numbers, names, keys) for line in roll.lines],
        "rulings": [_ruling(each, numbers, names) for each in roll.rulings],
        "presiding": [_presiding(each, names, keys) for each in meeting.presiding],
    }


def _rules(body: Body) -> Written:
    return kept({"seats": body.seats, "rules": plain_rules(body.rules), "chains": body.chains})


def _call_up(asked: CallUp, keys: Keys) -> Written:
    return kept({
        "person": keys.who(asked.who),
        "for": keys.who(asked.for_),
        "asked": asked.asked,
        "answer": asked.answer,
    })  # fmt: skip


def _line(line: RollLine, numbers: dict[int, int], names: ItemNames, keys: Keys) -> Written:
    return kept({
        "person": keys.who(line.who),
        "as": line.role,
        "seat_party": line.seat_party,
        "represents": line.represents,
        "title": line.title,
        "personal_for": None if line.personal_for is None else numbers[line.personal_for],
        "instead_of": keys.who(line.instead_of),
        "since": line.since,
        "rights": line.rights,
        "stand_ins": [numbers[id_] for id_ in line.stand_ins],
        "stays": [_stay(stay, names) for stay in line.stays],
    })  # fmt: skip


def _stay(stay: Stay, names: ItemNames) -> Written:
    return kept({
        "from": names.name(stay.first),
        "came": None if stay.came is Moment.BEFORE else stay.came,
        "to": names.name(stay.last),
        "went": None if stay.went is Moment.AFTER else stay.went,
        "remote": stay.remote,
        "came_at": clock(stay.came_at),
        "went_at": clock(stay.went_at),
    })  # fmt: skip


def _ruling(ruling: Ruling, numbers: dict[int, int], names: ItemNames) -> Written:
    return kept({
        "for": None if ruling.place is None else numbers[ruling.place],
        "serves": None if ruling.serves is None else numbers[ruling.serves],
        "from": names.name(ruling.first),
        "to": names.name(ruling.last),
        "reason": ruling.reason,
    })  # fmt: skip


def _presiding(presiding: Presiding, names: ItemNames, keys: Keys) -> Written:
    return kept({
        "person": keys.who(presiding.who),
        "paragraphs": presiding.paragraphs and str(presiding.paragraphs),
        "items": [names.keys[id_] for id_ in presiding.items],
    })  # fmt: skip
