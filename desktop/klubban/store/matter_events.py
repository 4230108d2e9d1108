"""What happened around a matter beside its meetings, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from sqlalchemy import Connection, or_, select

from klubban.domain import matter_since as since
from klubban.domain.afterwards import AppealStep
from klubban.domain.matter_history import Handled, is_secret
from klubban.domain.matter_since import Noted, Since
from klubban.domain.referral import Inquiry, Reply
from klubban.domain.text import Blocks, lines
from klubban.domain.verification import Verification, covers
from klubban.store import commitments, inquiries
from klubban.store import follow_up_tables as f
from klubban.store import tables as t
from klubban.store import verification_tables as v
from klubban.store.assigned import assignment_with
from klubban.store.rows import Row, kept, names_in, parts, rows
from klubban.store.secrecy import secret_items


def noted(read: Connection, matter_id: int, handled: Sequence[Handled]) -> tuple[Noted, ...]:
    """Return what happened around a matter that was handled at these items, by day."""
    at = {each.item: each for each in handled}
    bodies = {row["id"]: row["name"] for row in rows(read, select(t.body.c.id, t.body.c.name))}
    secret, all_secret = secret_items(read), is_secret(handled)
    found = chain(
        _assignments(read, at, bodies),
        _inquiries(read, matter_id, at, bodies),
        _received(read, matter_id, at),
        _commitments(read, at),
        _verified(read, at),
        _of_items(read, at),
    )
    return since.in_turn(
        replace(each, hidden=True) if each.told_at in secret or (all_secret and not each.around) else each
        for each in found
    )


def _assignments(read: Connection, at: Mapping[int, Handled], bodies: dict[int, str]) -> Iterator[Noted]:
    own = t.assignment.c
    known = list(rows(read, select(t.assignment).where(own.item_id.in_(at)).order_by(own.position, own.id)))
    one = assignment_with(read, [row["id"] for row in known])
    for row in known:
        assignment = one(row)
        reports = {each.id: _in_a_line(each.text) for each in assignment.reports}
        yield from since.of_assignment(assignment, at[row["item_id"]], bodies, reports)


def _inquiries(
    read: Connection, matter_id: int, at: Mapping[int, Handled], bodies: dict[int, str]
) -> Iterator[Noted]:
    own = f.inquiry.c
    about = select(own.id).where(or_(own.matter_id == matter_id, own.item_id.in_(at)))
    known = inquiries.some_inquiries(read, set(read.execute(about).scalars()))
    secret = inquiries.confidential(read, known)
    for each in known:
        for noted in since.of_inquiry(each, at.get(each.item or 0), bodies, _replies(each)):
            yield replace(noted, hidden=each.id in secret)


def _replies(inquiry: Inquiry) -> dict[int, str]:
    return {each.id: _said(each) for referee in inquiry.referees for each in referee.replies}


def _said(reply: Reply) -> str:
    return " ".join(filter(None, map(_in_a_line, (reply.text, *(each.text for each in reply.texts)))))


def _received(read: Connection, matter_id: int, at: Mapping[int, Handled]) -> Iterator[Noted]:
    for each in inquiries.received(read, matter_id=matter_id):
        yield from since.of_received(each, at.get(each.item or 0))


def _commitments(read: Connection, at: Mapping[int, Handled]) -> Iterator[Noted]:
    for item, each in commitments.decided_at(read, at):
        said = {found.id: _in_a_line(found.text) for found in each.follow_ups}
        yield from since.of_commitment(each, at[item], said)


def _verified(read: Connection, at: Mapping[int, Handled]) -> Iterator[Noted]:
    """Walk by whom and when the paragraphs were verified, and when that was announced."""
    meetings = sorted({each.meeting for each in at.values()})
    found = parts(read, t.verification, t.meeting, meetings)
    signers = parts(read, t.signer, t.verification, [row["id"] for group in found.values() for row in group])
    notices = parts(read, t.notice, t.meeting, meetings)
    for handled in at.values():
        own = [_verification(row) for row in found.get(handled.meeting, ()) if _stands(row)]
        for each in own:
            signed = names_in(signers, each.id)
            if handled.number is None or not signed or not covers(own, each, handled.number):
                continue
            who = tuple(map(str, signed))
            if each.date is not None:
                yield Noted(day=each.date, what=Since.VERIFIED, around=handled, who=who)
            posted = (row for row in notices.get(handled.meeting, ()) if _tells(row, each, handled))
            yield from chain.from_iterable(_posted(row, handled) for row in posted)


def _stands(row: Row) -> bool:
    return row["correction_id"] is None and row["withdrawn_on"] is None


def _verification(row: Row) -> Verification:
    return Verification(**kept(row, "id", "paragraphs", "date", "immediate"))


def _tells(notice: Row, of: Verification, handled: Handled) -> bool:
    if notice["verification_id"] not in (None, of.id):
        return False
    return notice["paragraphs"] is None or handled.number in notice["paragraphs"]


def _posted(notice: Row, handled: Handled) -> Iterator[Noted]:
    for column, what in (("posted", Since.POSTED), ("removed", Since.REMOVED)):
        if notice[column] is not None:
            yield Noted(day=notice[column], what=what, around=handled, until=notice["last_day"])


def _of_items(read: Connection, at: Mapping[int, Handled]) -> Iterator[Noted]:
    """Walk what courts said of the items, what was corrected, and whom they were sent to."""
    ids = sorted(at)
    names = ("id", "kind", "day", "court", "case_number", "by", "final", "note")
    for item, group in parts(read, v.appeal_step, t.item, ids).items():
        for row in group:
            yield Noted(
                day=row["day"], what=Since.APPEAL, around=at[item], appeal=AppealStep(**kept(row, *names))
            )
    for row in rows(read, select(v.correction).where(v.correction.c.item_id.in_(ids))):
        yield Noted(
            day=row["made_on"],
            what=Since.CORRECTED,
            around=at[row["item_id"]],
            because=row["because"],
        )
    for item, group in parts(read, v.dispatch, t.item, ids).items():
        by_day: dict[object, list[Row]] = defaultdict(list)
        for row in group:
            by_day[row["sent_on"]].append(row)
        for sent in by_day.values():
            who = tuple(dict.fromkeys(row["recipient"] for row in sent))
            yield Noted(day=sent[0]["sent_on"], what=Since.DISPATCHED, around=at[item], who=who)


def _in_a_line(blocks: Blocks) -> str:
    return " ".join(" ".join(lines(blocks)).split())
