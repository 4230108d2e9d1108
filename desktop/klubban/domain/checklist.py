"""What a protocol still lacks before it is verified (KL 5 kap. 66–67 §§, and practice)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from klubban.domain.agenda import ItemKind
from klubban.domain.attendance import Service
from klubban.domain.checked_meeting import in_session, in_verification
from klubban.domain.checked_statute import by_statute
from klubban.domain.checked_texts import in_texts
from klubban.domain.checked_votes import in_divisions, in_motions, in_questions
from klubban.domain.contradictions import Contradicts, contradictions
from klubban.domain.deviations import findings
from klubban.domain.habits import Part
from klubban.domain.lodging import is_late
from klubban.domain.meeting import Outcome
from klubban.domain.numbering import is_paragraph
from klubban.domain.points import Point, PointKind
from klubban.domain.quorum import required, serving
from klubban.domain.roll import Deviates
from klubban.domain.text import lines
from klubban.domain.verification import covers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from klubban.domain.assignment import Assignment
    from klubban.domain.body import Named
    from klubban.domain.decided import Opinion
    from klubban.domain.meeting import Item, Meeting


def checklist(
    meeting: Meeting,
    today: dt.date,
    *,
    scratch: Mapping[int, int] | None = None,
    stale: Collection[tuple[int, Part]] = (),
    others: Collection[int] = (),
    done: Mapping[int, Collection[Assignment]] | None = None,
) -> tuple[Point, ...]:
    """Return what is to be looked at before the verification: of the meeting, and then item by item.

    `scratch` says how many lines wait at an item; `stale` are the written texts, by item and part, that no
    longer agree with what was recorded; `others` are numbers that other meetings of the series have.
    """
    found = [*in_session(meeting, others), *in_verification(meeting, today)]
    against = [*_deviating(meeting), *_contradicting(meeting)]
    for item in meeting.items:
        own = [*_of_item(meeting, item), *(each for each in against if each.item == item.id)]
        if (scratch or {}).get(item.id):
            own.append(Point(PointKind.SCRATCH, item.id, facts={"count": (scratch or {})[item.id]}))
        own += _unsaid(item, (done or {}).get(item.id, ()))
        own += [Point(PointKind.STALE, item.id, part) for part in Part if (item.id, part) in stale]
        found += sorted(own, key=lambda each: _ORDER.index(each.kind))
    return tuple(found)


_ORDER = list(PointKind)


def _unsaid(item: Item, done: Collection[Assignment]) -> list[Point]:
    """Return the assignments that are done by an item whose texts name neither them nor who had them."""
    said = " ".join(lines((*item.summary, *item.proceedings, *item.decision))).casefold()
    return [
        Point(PointKind.NOT_SAID_DONE, item.id, Part.DECISION, one.to_now)
        for one in done
        if one.to_now.name.casefold() not in said
        and one.text.strip().removesuffix(".").casefold() not in said
    ]


def _of_item(meeting: Meeting, item: Item) -> Iterator[Point]:
    yield from in_texts(item, meeting.date)
    if item.outcome is Outcome.WITHDRAWN:
        return
    numbered = meeting.body.rules.numbered and any(each.number for each in meeting.items)
    if numbered and item.number is None and is_paragraph(item, meeting.date, meeting.opened):
        yield Point(PointKind.NO_NUMBER, item.id)
    yield from in_motions(item)
    yield from in_questions(meeting, item)
    yield from in_divisions(meeting, item)
    yield from by_statute(meeting, item)
    for opinion in item.opinions:
        yield from _of_opinion(meeting, item, opinion)
    if meeting.body.rules.protocol:
        yield from _decided(item)
        yield from _sent(item)
    if item.verified_immediately and not _signed(meeting, item):
        yield Point(PointKind.UNSIGNED, item.id, Part.IMMEDIATE)


def _decided(item: Item) -> Iterator[Point]:
    """Walk what is wrong with an item's decision (KL 5 kap. 67 § 4)."""
    said = bool(item.decision or item.proposals or any(_is_elected(item)))
    if item.outcome is None and not said:
        yield Point(PointKind.NO_OUTCOME, item.id, Part.DECISION)
    elif item.outcome is Outcome.DECIDED and not said:
        yield Point(PointKind.NO_DECISION, item.id, Part.DECISION)


def _is_elected(item: Item) -> Iterator[bool]:
    return (candidate.elected for election in item.elections for candidate in election.candidates)


def _sent(item: Item) -> Iterator[Point]:
    """Walk decisions that nobody gets: those on matters, and not what the meeting decides about itself."""
    decided = item.outcome is Outcome.DECIDED or (item.outcome is None and bool(item.decision))
    matter = item.kind in (ItemKind.DECISION, ItemKind.ELECTION) or (item.kind is None and item.registered_as)
    if decided and matter and not item.recipients:
        yield Point(PointKind.NO_RECIPIENTS, item.id, Part.RECIPIENTS)


def _signed(meeting: Meeting, item: Item) -> bool:
    return any(
        covers(meeting.verifications, each, item.number)
        for each in meeting.verifications
        if meeting.is_done(each)
    )


def _of_opinion(meeting: Meeting, item: Item, opinion: Opinion) -> Iterator[Point]:
    who = opinion.by[0] if opinion.by else None
    facts = {"kind": opinion.kind, "others": len(opinion.by) - 1}
    if opinion.awaited and not opinion.text and not opinion.lapsed:
        yield Point(PointKind.AWAITED, item.id, Part.OPINIONS, who, facts)
    if is_late(meeting, opinion.kind, opinion.lodged_on, opinion.lodged_at) and not _noted(item, who):
        yield Point(PointKind.RESERVED_LATE, item.id, Part.OPINIONS, who, facts)


def _noted(item: Item, who: Named | None) -> bool:
    """Tell whether it was noted of somebody, with a reason, that they did something against a rule."""
    return who is not None and any(who.is_same(each.who) for each in item.deviations)


# --- against a rule


def _deviating(meeting: Meeting) -> Iterator[Point]:
    if not meeting.roll.lines:
        for item in meeting.items:
            yield from _noted_at(meeting, item)
        return
    items = {item.id: item for item in meeting.items}
    for found in findings(Service(meeting.roll, meeting.agenda, meeting.body), meeting.items):
        item = items[found.item]
        # How it would be at items that are not dealt with yet is no fact.
        if found.noted or item.decision or item.outcome:
            facts = {"rule": found.rule, "reason": found.reason or ""}
            yield Point(_kind(found.rule), item.id, Part.QUORUM, found.who, facts)


def _noted_at(meeting: Meeting, item: Item) -> Iterator[Point]:
    """Walk what was noted at an item where no roll was called, and whether those there were enough."""
    for noted in item.deviations:
        facts = {"rule": noted.rule, "reason": noted.reason}
        yield Point(_kind(noted.rule), item.id, Part.QUORUM, noted.who, facts)
    known = any(each.rule is Deviates.QUORUM for each in item.deviations)
    aside = len(item.kept_out) if meeting.body.rules.quorum_despite_disqualification else 0
    least = required(meeting.body, meeting.roll) if meeting.attendance and not known else 0
    if (item.decision or item.outcome) and len(serving(meeting, item)) + aside < least:
        yield Point(PointKind.QUORUM, item.id, Part.QUORUM, facts={"rule": Deviates.QUORUM, "reason": ""})


def _kind(rule: Deviates) -> PointKind:
    return PointKind.QUORUM if rule is Deviates.QUORUM else PointKind.AGAINST_RULE


_CONTRADICTS = {
    Contradicts.VOTED: (PointKind.DIVISION_NOT_SERVING, Part.DIVISIONS),
    Contradicts.RESERVED: (PointKind.RESERVED, Part.OPINIONS),
    Contradicts.VERIFIES: (PointKind.VERIFIER_DISQUALIFIED, None),
    Contradicts.PRESIDED: (PointKind.VERIFIER_PRESIDED, None),
}


def _contradicting(meeting: Meeting) -> Iterator[Point]:
    for each in contradictions(meeting):
        kind, part = _CONTRADICTS[each.what]
        if part is None or not _noted(each.item, each.who):
            yield Point(kind, each.item.id, part, each.who)
